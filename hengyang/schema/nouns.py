"""The nouns: the languages, and every enum."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

#: The code of the whole city; every other division is one of its twelve county-level parts.
WHOLE_CITY = "430400"


class Theme(StrEnum):
    INNOVATION = "innovation"
    COORDINATION = "coordination"
    GREEN = "green"
    OPENNESS = "openness"
    SHARING = "sharing"


class Light(StrEnum):
    """The nine lights, in the order of the contract's `counts`."""

    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"
    MET = "met"
    OVERDUE = "overdue"
    NOT_ASSESSED = "not_assessed"
    FAR_BEHIND = "far_behind"
    BEHIND = "behind"
    NEARLY = "nearly"
    ON_TRACK = "on_track"


class ThemeLight(StrEnum):
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Unranked(StrEnum):
    """Why a plan has no rank among others: there is too little to compare."""

    NOTHING_DUE = "nothing_due"
    TOO_FEW_REPORTED = "too_few_reported"


class Arrow(StrEnum):
    """Recent speed against the speed still required (method.md, rule 5)."""

    FAST = "fast"
    SLOWER = "slower"
    SLOW = "slow"
    BACKWARDS = "backwards"


class Rule(StrEnum):
    CUMULATIVE = "cumulative"
    RANGE_LOW = "range_low"
    LEVEL = "level"
    BAND = "band"
    FLOOR = "floor"
    CAP = "cap"
    AMBIGUOUS = "ambiguous"
    CHECK_ONLY = "check_only"
    DESCRIBED = "described"


class MilestoneRule(StrEnum):
    STAGED = "staged"
    STANDING = "standing"


class Stage(StrEnum):
    """How far a milestone has come; the last two are for standing duties."""

    NOT_STARTED = "not_started"
    PLANNING = "planning"
    APPROVAL = "approval"
    IMPLEMENTING = "implementing"
    ACCEPTANCE = "acceptance"
    DONE = "done"
    HELD = "held"
    BREACHED = "breached"


class BaselineRule(StrEnum):
    ZERO_STATED = "zero_stated"
    ZERO_ASSUMED = "zero_assumed"


class Commitment(StrEnum):
    FIRM = "firm"
    STRIVE = "strive"
    IN_PRINCIPLE = "in_principle"


class Frequency(StrEnum):
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ANNUAL = "annual"


class Comparator(StrEnum):
    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"
    ADDED = "+"
    RANGE = "range"


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"


class Role(StrEnum):
    LEAD = "lead"
    SUPPORT = "support"


class RoleSource(StrEnum):
    """The notice only lists departments: every role is our reading of the order."""

    INFERRED_FIRST_LISTED = "inferred_first_listed"
    INFERRED_LISTED_LATER = "inferred_listed_later"


class Comparability(StrEnum):
    """Whether a figure answers the target; only `same` may light."""

    SAME = "same"
    SINGLE_MONTH = "single_month"
    PARTIAL_YEAR = "partial_year"
    DEFINITION_DIFFERS = "definition_differs"
    EVENT_DIFFERS = "event_differs"


class Curve(StrEnum):
    LINEAR = "linear"
    S_CURVE = "s_curve"


class Reading(StrEnum):
    """The two readings of 提高10%: by ten percentage points, or by a tenth of the baseline."""

    POINTS = "points"
    RELATIVE = "relative"


class ProjectStage(StrEnum):
    """How far a project has come; newly started means: this year, under construction: in an earlier one."""

    PREPARATORY = "preparatory"
    NEWLY_STARTED = "newly_started"
    UNDER_CONSTRUCTION = "under_construction"
    COMPLETED = "completed"


class Batch(StrEnum):
    """The three batches of the notice: 谋划开发, 发布对接, 实施调度."""

    DEVELOP = "develop"
    MATCH = "match"
    DISPATCH = "dispatch"


class Gate(StrEnum):
    """The gates of the project register, in their order: 分级储备, 逐级审核, 逐步推进."""

    STORED = "stored"
    REVIEWED = "reviewed"
    ADVANCED = "advanced"


class Funding(StrEnum):
    """Where a project's money comes from."""

    CENTRAL = "central"
    PROVINCE = "province"
    CITY_AND_COUNTY = "city_and_county"
    PPP = "ppp"
    LOAN = "loan"
    ENTERPRISE = "enterprise"


class ProjectNature(StrEnum):
    NEW = "new"
    EXPANSION = "expansion"
    RENOVATION = "renovation"
    RELOCATION = "relocation"


class Approval(StrEnum):
    """What a project needs before it may start, in the usual order."""

    FEASIBILITY = "feasibility"
    PLANNING = "planning"
    LAND = "land"
    ENVIRONMENT = "environment"
    DESIGN = "design"
    CONSTRUCTION_PERMIT = "construction_permit"


class CaseStep(StrEnum):
    """What people do about a red light's case."""

    ASSIGNED = "assigned"
    REPLIED = "replied"
    SENT_BACK = "sent_back"
    VERIFIED = "verified"
    CLOSED = "closed"


class CaseState(StrEnum):
    """Where a case stands, by the last thing that was done about it."""

    OPEN = "open"  # red, and nobody has been asked yet
    ASKED = "asked"
    REPLIED = "replied"
    VERIFIED = "verified"
    CLOSED = "closed"


class ClauseKind(StrEnum):
    """What stands under a clause of the draft."""

    PART = "part"
    THEME = "theme"
    TASK = "task"
    SAFEGUARD = "safeguard"


class ConsultedGroup(StrEnum):
    """The four groups that the notice asks, in its order."""

    DEPARTMENTS = "departments"
    PARKS = "parks"
    DIVISIONS = "divisions"
    OFFICES = "offices"


class ReplyKind(StrEnum):
    """What a line of the register of replies says.

    none_received is no reply: whoever keeps the register has looked, on that day, and nothing had come in.
    """

    NO_OPINION = "no_opinion"
    PROPOSALS = "proposals"
    WITHDRAWN = "withdrawn"
    NONE_RECEIVED = "none_received"


class ReplyStamp(StrEnum):
    """Whether a reply bears the official stamp that the notice asks for; empty: not recorded."""

    STAMPED = "stamped"
    NOT_STAMPED = "not_stamped"


class Decision(StrEnum):
    """What was decided about a proposal."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"


class ReplyState(StrEnum):
    """How one of those asked stands on a day."""

    NOT_ASKED = "not_asked"  # before the notice's date
    WAITING = "waiting"
    PROPOSALS = "proposals"
    NO_OPINION = "no_opinion"
    UNSTAMPED = "unstamped"
    WITHDRAWN = "withdrawn"
    LATE = "late"
    DEEMED_CONSENT = "deemed_consent"
    NOT_RECORDED = "not_recorded"  # the time is over, and this register says nothing either way


class ProposalState(StrEnum):
    """How a proposal stands on a day."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class EvidenceFrom(StrEnum):
    """A register of this app that speaks for a safeguard's commitment."""

    GREEN_CHANNEL = "green_channel"
    NATIONAL_STORE = "national_store"
    PLAN_LINKS = "plan_links"


class PlanRegister(StrEnum):
    """Where a project of the register is listed besides."""

    NATIONAL_STORE = "national_store"
    ANNUAL_PLAN = "annual_plan"
    FIVE_YEAR_PLAN = "five_year_plan"


class Answer(StrEnum):
    """How a request of the green channel was answered."""

    GRANTED = "granted"
    REFUSED = "refused"
