"""What the words of a paper are made from: one content with the names, reasons and counts that sentences need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from hengyang import progress
from hengyang.exports.content import Content
from hengyang.labels import Language, Words, words
from hengyang.progress import Assessment, Explanation, light_counts
from hengyang.progress.lights import BAR_ORDER
from hengyang.progress.needs import lead_names, names, needing_attention, short_name
from hengyang.schema import Light, Role, Tables

RED = (Light.OVERDUE.value, Light.FAR_BEHIND.value)
YELLOW = (Light.BEHIND.value,)


@dataclass(frozen=True)
class Told:
    """One content, asked the same questions by every section. Shared within one paper: never mutate."""

    content: Content

    @property
    def language(self) -> Language:
        return self.content.language

    @property
    def tables(self) -> Tables:
        return self.content.tables

    @property
    def assessment(self) -> Assessment:
        return self.content.assessment

    @cached_property
    def say(self) -> Words:
        return words(self.language)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Indicator or milestone → its name."""
        return names(self.tables, self.language)

    @cached_property
    def task_names(self) -> Mapping[int, str]:
        """Task → its name; 0 is the whole plan."""
        tasks = self.tables.tasks
        named = dict(zip(tasks["task"].astype(int), tasks[f"name_{self.language}"], strict=True))
        return {0: self.say("export-whole-plan"), **named}

    def lead(self, task: int) -> str:
        """The department listed first under a task, which is taken to lead it."""
        return self._leads.get(int(task), self.say("bulletin-no-lead"))

    def short_lead(self, task: int) -> str:
        """As lead, in the few words that a table has room for."""
        return self._short_leads.get(int(task), self.say("bulletin-no-lead"))

    @cached_property
    def _short_leads(self) -> Mapping[int, str]:
        rows = self.tables.assignments
        rows = rows[rows["role"] == Role.LEAD.value]
        return {
            int(task): short_name(department, self.tables, self.language)
            for task, department in zip(rows["task"], rows["department"], strict=True)
        }

    @cached_property
    def _leads(self) -> Mapping[int, str]:
        return lead_names(self.tables, self.language)

    @cached_property
    def rows(self) -> Mapping[str, dict[Any, Any]]:
        """Indicator or milestone → its row of lights."""
        found = {row["indicator"]: row for row in self.assessment.indicators.to_dict("records")}
        milestones = self.assessment.milestones.to_dict("records")
        return {**found, **{row["milestone"]: row for row in milestones}}

    @cached_property
    def needy(self) -> pd.DataFrame:
        """Red and yellow, the worst first: subject, task, light, gap_points."""
        return needing_attention(self.assessment)

    def with_light(self, *lights: str) -> pd.DataFrame:
        """The needy ones of these lights."""
        return self.needy[self.needy["light"].isin(lights)]

    def of_light(self, light: Light) -> pd.DataFrame:
        """Counted indicators, then milestones, of one light, in plan order: subject, task."""
        indicators = self.assessment.counted.rename(columns={"indicator": "subject"})
        milestones = self.assessment.milestones.rename(columns={"milestone": "subject"})
        found = [frame[frame["light"] == light] for frame in (indicators, milestones)]
        return pd.concat([frame[["subject", "task"]] for frame in found], ignore_index=True)

    @cached_property
    def stale(self) -> pd.DataFrame:
        """The counted indicators whose value is old, in plan order."""
        rows = self.assessment.counted
        return rows[rows["is_stale"]]

    def explained(self, subjects: Iterable[str]) -> dict[str, Explanation]:
        """Subject → why it has its light, by the thresholds of the assessment."""
        assessment = self.assessment
        return progress.explanations(
            list(subjects), self.tables, assessment.as_of, assessment.thresholds
        )

    def reason(self, subject: str) -> str:
        """Why, in a few words."""
        return progress.reason(self.rows[subject], self.language, self.tables)

    def counts(self, rows: pd.DataFrame, key: str = "bulletin-count") -> str:
        """已完成7项、正常24项…: the lights that occur among counted rows, best first."""
        found = light_counts(rows)
        return self.listed(
            self.say(key, light=self.say(f"light-{light}"), count=str(found[light]))
            for light in BAR_ORDER
            if found[light]
        )

    def listed(self, said: Iterable[str]) -> str:
        """Short things one after the other."""
        return self.say("bulletin-separator").join(said)

    def apart(self, said: Iterable[str]) -> str:
        """Names one after the other that have separators of their own."""
        return self.say("bulletin-apart").join(said)

    def leads_of(self, tasks: Iterable[int]) -> list[str]:
        """The leads of some tasks, each once, in the order of the plan's departments."""
        found = {self.lead(task) for task in tasks}
        column = self.tables.departments.sort_values("order")[f"name_{self.language}"]
        order = [*column, self.say("bulletin-no-lead")]
        return [name for name in order if name in found]
