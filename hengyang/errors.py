"""Every exception of the package. Imports nothing.

An exception stops a step; a fault in data is a finding, many at once, and is no exception.
Each one carries a label key and its arguments, so that the edge can say it in the reader's language.
"""


class PlanError(Exception):
    """Something a reader can be told in one sentence.

    `key` is a message in labels/ and `arguments` fill it; str(error) stays plain English for logs.
    """

    key = "error-plan"

    def __init__(self, message: str = "", **arguments: object) -> None:
        super().__init__(message or f"{type(self).__name__}: {arguments}")
        self.arguments = arguments


class DataMissing(PlanError):
    """A table, release, workspace or row that was asked for is not there."""

    key = "error-data-missing"


class SchemaMismatch(PlanError):
    """A frame does not have the columns, types or values that its table declares.

    `faults` holds every fault at once, one row each: column, check, row, value.
    """

    key = "error-schema-mismatch"

    def __init__(self, message: str = "", faults: object = None, **arguments: object) -> None:
        super().__init__(message, **arguments)
        self.faults = faults


class UploadRejected(PlanError):
    """A received file cannot be taken; `findings` says why, all at once."""

    key = "error-upload-rejected"

    def __init__(self, message: str = "", findings: object = (), **arguments: object) -> None:
        super().__init__(message, **arguments)
        self.findings = findings


class TargetUndefined(PlanError):
    """Attainment was asked for where the target equals the baseline, so there is no way to cover."""

    key = "error-target-undefined"


class StaleRelease(PlanError):
    """Somebody else published first; look at what changed and try again."""

    key = "error-stale-release"


class NotAllowed(PlanError):
    """The actor may not do this."""

    key = "error-not-allowed"


class NotUnderstood(PlanError):
    """What somebody asks for cannot be read, or names something that is not there.

    Unlike the others it is told what to say: each way of asking wrongly has its own message.
    """

    def __init__(self, key: str, **arguments: object) -> None:
        super().__init__(f"{key}: {arguments}", **arguments)
        self.key = key
