"""The sheets of a project's parts: gates passed, approvals, what it adds to an indicator, its own milestones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hengyang.ingest.cells import clean, number, to_unit
from hengyang.ingest.desk import in_both
from hengyang.ingest.drafts import Draft, Record
from hengyang.ingest.project_row import ProjectRow
from hengyang.schema import Gate

_GATES = [gate.value for gate in Gate]


class GateRow(ProjectRow):
    """A gate of the register that a project has passed: on which day, by whose word."""

    def _own_drafts(self) -> list[Draft]:
        gate = self._choice("gate")
        if gate is None:
            if not self._text("gate"):
                self._lacks("gate")
            return []
        if self._is_taken_back("project_gates"):
            self._others_stand(gate, None)
            return self._withdrawal("project_gates", gate=gate)
        passed_on, passed_by = self._day("passed_on"), self._text("passed_by")
        published = self.desk.published("project_gates").get((self.project, gate))
        if not clean(self.cells.get("passed_on")) and passed_by is None:
            # a gate that the template offers, and that is not passed yet
            self._emptied("project_gates", "passed_on", gate=gate)
            return []
        for role, said in (("passed_on", self._text("passed_on")), ("passed_by", passed_by)):
            if said is None:
                self._lacks(role, "gate_incomplete")
        if passed_on is None or passed_by is None:
            return []
        content: Record = {"gate": gate, "passed_on": passed_on, "passed_by": passed_by}
        draft = self._draft("project_gates", content, published)
        if draft.is_changed:
            self._not_after_today("passed_on", passed_on)
            self._others_stand(gate, passed_on)
        return [draft]

    def _others_stand(self, gate: str, passed_on: date | None) -> None:
        """Each gate is passed after the one before it; `passed_on` None: it is taken back."""
        days = {other: self._known(other) for other in _GATES} | {gate: passed_on}
        for at, before in enumerate(_GATES):
            for after in _GATES[at + 1 :]:
                first, second = days[before], days[after]
                is_about_this = gate in (before, after)
                if is_about_this and second is not None and (first is None or first > second):
                    told = in_both("finding-not-passed") if first is None else first
                    names = {"gate": in_both(f"gate-{after}"), "before": in_both(f"gate-{before}")}
                    self._add("gate_order", "passed_on", second, told=told, **names)
                    return

    def _known(self, gate: str) -> date | None:
        if (self.project, gate) in self.file.gates:
            return self.file.gates[self.project, gate]
        published = self.desk.published("project_gates").get((self.project, gate), {})
        day = published.get("passed_on")
        return day if isinstance(day, date) else None


class ApprovalRow(ProjectRow):
    """An approval that a project needs: when it is due, when it was granted, under which number."""

    def _own_drafts(self) -> list[Draft]:
        approval = self._choice("approval")
        if approval is None:
            if not self._text("approval"):
                self._lacks("approval")
            return []
        if self._is_taken_back("project_approvals"):
            return self._withdrawal("project_approvals", approval=approval)
        content: Record = {
            "approval": approval,
            "planned_on": self._day("approval_planned_on"),
            "granted_on": self._day("granted_on"),
            "document_zh": self._text("document_zh"),
        }
        published = self.desk.published("project_approvals").get((self.project, approval))
        kept = self._kept("project_approvals", content, published)
        draft = self._draft("project_approvals", kept, published)
        if draft.is_changed:
            self._not_after_today("granted_on", kept["granted_on"])
        return [draft]


class ContributionRow(ProjectRow):
    """What a project adds to an indicator, in the indicator's unit; an empty amount is not stated, never nought."""

    def _own_drafts(self) -> list[Draft]:
        text = self._text("indicator")
        match = None if text is None else self.names.subject(text, "indicators")
        indicator = None if match is None else match.identifier
        if match is None or indicator not in self.desk.indicators:
            nearest = None if match is None else match.suggestion
            is_indicator = nearest in self.desk.indicators
            name = self.desk.name_of("observations", str(nearest)) if is_indicator else "none"
            self._add("unknown_indicator", "indicator", text or "", suggestion=name)
            return []
        if self._is_taken_back("project_contributions"):
            return self._withdrawal("project_contributions", indicator=indicator)
        published = self.desk.published("project_contributions").get((self.project, indicator))
        content: Record = {"indicator": indicator, "amount": self._amount(indicator)}
        kept = self._kept("project_contributions", content, published)
        if published is not None:
            kept["quote_zh"] = published["quote_zh"]
        return [self._draft("project_contributions", kept, published)]

    def _amount(self, indicator: str) -> float | None:
        amount = number(self.cells.get("contribution"))
        if self._number("contribution") is None or amount is None:
            return None
        row = self.desk.indicators[indicator]
        wanted = (str(row["unit_zh"]), str(row["unit_en"]))
        unit = amount.unit or self._text("unit")
        if unit is None or unit.casefold() in {name.casefold() for name in wanted}:
            return float(amount.value)
        value = to_unit(replace(amount, unit=unit), wanted[0])
        if value is None:
            role = "contribution" if amount.unit else "unit"
            self._add("unit", role, unit, found=unit, wanted=wanted)
        return value


class StepRow(ProjectRow):
    """A dated step of a project; the steps are planned one after the other, in the order of their numbers."""

    def _own_drafts(self) -> list[Draft]:
        position = self.position()
        if position is None:
            wanted = in_both("finding-wanted-number")
            self._add("type", "position", clean(self.cells.get("position")), wanted=wanted)
            return []
        if self._is_taken_back("project_milestones"):
            return self._withdrawal("project_milestones", position=position)
        published = self.desk.published("project_milestones").get((self.project, float(position)))
        content: Record = {
            "position": position,
            "name_zh": self._text("step_zh"),
            "planned_on": self._day("step_planned_on"),
            "actual_on": self._day("step_actual_on"),
        }
        kept = self._kept("project_milestones", content, published)
        if kept["name_zh"] is None:
            if published is not None:
                self._emptied("project_milestones", "step_zh", position=position)
            else:
                self._lacks("step_zh")
            return []
        is_same = published is not None and kept["name_zh"] == published["name_zh"]
        # a translation of another name is none
        kept["name_en"] = published["name_en"] if published is not None and is_same else None
        draft = self._draft("project_milestones", kept, published)
        if draft.is_changed:
            self._not_after_today("step_actual_on", kept["actual_on"])
            self._in_turn(position, kept["planned_on"])
        return [draft]

    def position(self) -> int | None:
        """The step's number, from 1; None where the cell has none."""
        amount = number(self.cells.get("position"))
        is_one = amount is not None and amount.value >= 1 and float(amount.value).is_integer()
        return int(amount.value) if amount is not None and is_one else None

    def _in_turn(self, position: int, planned_on: object) -> None:
        if not isinstance(planned_on, date):
            return
        mine = {at: day for (name, at), day in self.file.steps.items() if name == self.project}
        known = self.file.published_steps.get(self.project, {}) | mine
        for other, day in sorted(known.items()):
            is_late = other < position and day is not None and day > planned_on
            is_early = other > position and day is not None and day < planned_on
            if day is not None and (is_late or is_early):
                places = {"position": str(position), "other": str(other)}
                self._add("step_order", "step_planned_on", planned_on, day=day, **places)
                return
