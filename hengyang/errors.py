"""Every exception of the package. Imports nothing.

An exception stops a step; a fault in data is a finding, many at once, and is no exception.
Each one carries a label key and its arguments, so that the edge can say it in the reader's language.
"""


class PlanError(Exception):
    """Something a reader can be told in one sentence.

    `key` is a message in labels/ and `arguments` fill it; str(error) stays plain English for logs.
    Whoever can say more than the kind of error tells gives a key of their own.
    """

    key = "error-plan"

    def __init__(self, message: str = "", *, key: str | None = None, **arguments: object) -> None:
        super().__init__(message or f"{key or type(self).__name__}: {arguments}")
        if key is not None:
            self.key = key
        self.arguments = arguments


class DataMissing(PlanError):
    """A table, release, workspace or row that was asked for is not there."""

    key = "error-data-missing"


class SchemaMismatch(PlanError):
    """A frame does not have the columns, types or values that its table declares.

    `faults` holds every fault at once, one row each: column, check, row, value.
    """

    key = "error-schema-mismatch"

    def __init__(
        self,
        message: str = "",
        faults: object = None,
        *,
        key: str | None = None,
        **arguments: object,
    ) -> None:
        super().__init__(message, key=key, **arguments)
        self.faults = faults


class UploadRejected(PlanError):
    """A received file cannot be taken; `findings` says why, all at once."""

    key = "error-upload-rejected"

    def __init__(
        self,
        message: str = "",
        findings: object = (),
        *,
        key: str | None = None,
        **arguments: object,
    ) -> None:
        super().__init__(message, key=key, **arguments)
        self.findings = findings


class TargetUndefined(PlanError):
    """Attainment was asked for where the target equals the baseline, so there is no way to cover."""

    key = "error-target-undefined"


class StaleRelease(PlanError):
    """Somebody else published first; look at what changed and try again.

    `changed` names the cells that both touched, one row each, where that is known.
    """

    key = "error-stale-release"

    def __init__(
        self,
        message: str = "",
        changed: object = None,
        *,
        key: str | None = None,
        **arguments: object,
    ) -> None:
        super().__init__(message, key=key, **arguments)
        self.changed = changed


class AlreadyDecided(PlanError):
    """Somebody else has moved this proposal on; look at where it stands now."""

    key = "review-error-moved-on"


class NotAllowed(PlanError):
    """The actor may not do this."""

    key = "error-not-allowed"


class PdfNotPossible(PlanError):
    """This machine lacks what a PDF is laid out with: Pango, or a Chinese font."""

    key = "error-pdf-no-pango"


class NotUnderstood(PlanError):
    """What somebody asks for cannot be read, or names something that is not there.

    Unlike the others it is told what to say: each way of asking wrongly has its own message.
    """

    def __init__(self, key: str, **arguments: object) -> None:
        super().__init__("", key=key, **arguments)
