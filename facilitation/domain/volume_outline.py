"""The other volumes of an event: minutes, reports, a charter, a memorandum – what each holds, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.agenda import Audience
from facilitation.domain.text import Text


class PartSource(StrEnum):
    """What the record of an event computes for a part; a part without one holds only what somebody types."""

    FACTS = "facts"
    ATTENDANCE = "attendance"
    COMPOSITION = "composition"
    GOALS = "goals"
    OBJECTIVES = "objectives"
    RESULTS = "results"
    CONSULTATION = "consultation"
    PROGRAMME = "programme"
    DISCUSSION = "discussion"
    SESSIONS = "sessions"
    HARVEST = "harvest"
    DECISIONS = "decisions"
    PROPOSALS = "proposals"
    COMMITMENTS = "commitments"
    EARLIER = "earlier"
    MEASURES = "measures"
    ACTIVITIES = "activities"
    OPEN_TASKS = "open_tasks"
    PROBLEMS = "problems"
    BUDGET = "budget"
    BUDGET_LINES = "budget_lines"
    FUNDING = "funding"
    INDICATORS = "indicators"
    MEETINGS = "meetings"
    NEXT_DATES = "next_dates"
    DUTIES = "duties"
    CONTACTS = "contacts"
    ROLES = "roles"
    FILES = "files"
    LESSONS = "lessons"
    TRAINING = "training"
    HOURS = "hours"
    EVALUATION = "evaluation"
    CLAUSES = "clauses"
    PARTIES = "parties"
    SIGNATURES = "signatures"
    APPROVAL = "approval"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """One chapter of a volume. ``hint`` tells who writes it what belongs there.

    ``source`` = what the record computes for it, after the words of the writer (``None`` = words only). A part that
    ``is_required`` and has neither is named as missing.
    """

    key: str
    title: Text
    hint: Text
    source: PartSource | None = None
    is_required: bool = False
    is_from_seed: bool = False


@dataclass(frozen=True, slots=True)
class VolumeOutline:
    """One volume. ``key`` is the name of its file without the ending.

    ``instruments`` = the kinds of events it is offered to first. ``audience`` STAFF stays in the team; any other one
    leaves it, and only once the anonymity check is answered. ``origin`` says what is the seed's and what is ours.
    """

    key: str
    title: Text
    purpose: Text
    instruments: tuple[str, ...]
    audience: Audience
    parts: tuple[OutlinePart, ...]
    origin: Text = Text()

    @property
    def file_name(self) -> str:
        """The name of the paper: "minutes.docx"."""
        return f"{self.key}.docx"

    @property
    def leaves_the_team(self) -> bool:
        """Whether others than the staff read it."""
        return self.audience is not Audience.STAFF

    def part(self, key: str) -> OutlinePart | None:
        """The part with this key, if there is one."""
        return next((part for part in self.parts if part.key == key), None)
