"""What an organiser decides about the written volume."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from facilitation.domain.text import Text


class Section(StrEnum):
    """The parts of the volume, in their usual order; ``OWN_…`` have a title of the organiser's own."""

    IMPRINT = "imprint"
    ACRONYMS = "acronyms"
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
    OWN_1 = "own_1"
    OWN_2 = "own_2"
    OWN_3 = "own_3"
    PARTICIPANT_LIST = "participant_list"
    FULL_AGENDA = "full_agenda"
    THREAD = "thread"
    PHOTOS = "photos"


OWN_SECTIONS = (Section.OWN_1, Section.OWN_2, Section.OWN_3)
ANNEXES = (Section.PARTICIPANT_LIST, Section.FULL_AGENDA, Section.THREAD, Section.PHOTOS)
"""What stands at the end of the volume, wherever the other sections are moved to."""
USUAL_SECTIONS = tuple(section for section in Section if section not in OWN_SECTIONS)
VOLUME = "volume"
"""The paper of the titles that organisers give to sections of their own (``VolumePart.paper``)."""


@dataclass(frozen=True, slots=True)
class SectionText:
    """Words typed for one section."""

    section: Section
    text: Text


class VolumeStatus(StrEnum):
    """How far the volume is; a final one is not changed any more."""

    DRAFT = "draft"
    FOR_COMMENT = "for_comment"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Stage:
    """The volume reached a status on a day, by whom; ``until`` = the last day for comments, where one was set."""

    status: VolumeStatus
    reached_at: datetime
    by: str
    note: str = ""
    until: date | None = None


class Remedy(StrEnum):
    """What was decided about something that may not leave: keep it with a reason, put a role or code, take it out."""

    KEEP = "keep"
    REPLACE = "replace"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """The answer to one finding of the anonymity check; ``finding_key`` names place, kind and words of it."""

    finding_key: str
    remedy: Remedy
    reason: str
    replacement: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""


class CommentKind(StrEnum):
    """What came back: a remark, or a change somebody made in the file (words put in, taken out, or put for others)."""

    REMARK = "remark"
    PUT_IN = "put_in"
    TAKE_OUT = "take_out"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class VolumeComment:
    """A remark that came back on a draft: who, on which words, and whether it was dealt with.

    Of a change in the file ``text`` holds the new words (those taken out where there are none), ``anchor`` the old
    words of a replacement, else what stands around.
    """

    id: str
    author: str
    text: str
    anchor: str = ""
    section: Section | None = None
    written_at: datetime | None = None
    answer: str = ""
    is_settled: bool = False
    kind: CommentKind = CommentKind.REMARK


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody the volume goes to, and when it went."""

    id: str
    name: str
    organisation: str = ""
    email: str = ""
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class HarvestTheme:
    """What several results of the tables have in common."""

    id: str
    title: Text
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class VolumePart:
    """Words typed for one part of another volume (``paper`` = its key, ``part`` = the key of the part)."""

    paper: str
    part: str
    text: Text
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class ProceedingsPlan:
    """Which sections go in, and the texts a person wrote for them; how far the volume is and who gets it.

    The order of ``sections`` is the order of the volume (``planning.proceedings_order``). ``answers`` belong to the
    anonymity check; ``parts`` are the texts of the other volumes of the event, and the titles of sections of one's own.
    """

    event_id: str
    sections: tuple[Section, ...] = USUAL_SECTIONS
    texts: tuple[SectionText, ...] = ()
    status: VolumeStatus = VolumeStatus.DRAFT
    stages: tuple[Stage, ...] = ()
    answers: tuple[CheckAnswer, ...] = ()
    comments: tuple[VolumeComment, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    themes: tuple[HarvestTheme, ...] = ()
    parts: tuple[VolumePart, ...] = ()
    version: int = 0

    def text(self, section: Section) -> Text:
        """What was typed for a section."""
        return next((entry.text for entry in self.texts if entry.section is section), Text())

    def title(self, section: Section) -> Text:
        """The title of a section of the organiser's own; empty for every other one."""
        titles = (part.text for part in self.parts if part.paper == VOLUME and part.part == section.value)
        return next(titles, Text())
