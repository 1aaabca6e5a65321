"""What an organiser decides about the written volume."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.text import Text


class Section(StrEnum):
    """The parts of the volume, in their order."""

    IMPRINT = "imprint"
    SUMMARY = "summary"
    BACKGROUND = "background"
    PARTICIPATION = "participation"
    AGENDA = "agenda"
    SESSIONS = "sessions"
    HARVEST = "harvest"
    RECOMMENDATIONS = "recommendations"
    COMMITMENTS = "commitments"
    EVALUATION = "evaluation"
    LESSONS = "lessons"
    NEXT_STEPS = "next_steps"
    PARTICIPANT_LIST = "participant_list"
    FULL_AGENDA = "full_agenda"


@dataclass(frozen=True, slots=True)
class SectionText:
    """Words typed for one section."""

    section: Section
    text: Text


@dataclass(frozen=True, slots=True)
class ProceedingsPlan:
    """Which sections go in, and the texts a person wrote for them."""

    event_id: str
    sections: tuple[Section, ...] = tuple(Section)
    texts: tuple[SectionText, ...] = ()
    version: int = 0

    def text(self, section: Section) -> Text:
        """What was typed for a section."""
        return next((entry.text for entry in self.texts if entry.section is section), Text())
