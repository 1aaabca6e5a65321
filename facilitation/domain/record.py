"""One event with everything that belongs to it: what every document and the archive are made from."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.agenda import Agenda
from facilitation.domain.attachment import Attachment
from facilitation.domain.budget import Budget
from facilitation.domain.cafe import Cafe
from facilitation.domain.consultation import Questionnaire, Reply
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide
from facilitation.domain.note import Note
from facilitation.domain.person import Participation
from facilitation.domain.photo import Photo
from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.domain.release import Release
from facilitation.domain.series import Series
from facilitation.domain.task import Task


@dataclass(frozen=True, slots=True)
class EventRecord:
    """The whole event. ``tasks``, ``participations`` and ``notes`` are in their order.

    ``releases`` (the oldest first), ``questionnaires``, ``replies``, ``series`` and ``attachments`` (what is known of
    files) are filled only where they are needed: every screen reads the record, few the versions and the answers.
    ``photos`` (with the pictures themselves) are filled for the volume: those that may be printed.
    """

    event: Event
    agenda: Agenda
    guide: Guide
    tasks: tuple[Task, ...] = ()
    participations: tuple[Participation, ...] = ()
    cafes: tuple[Cafe, ...] = ()
    notes: tuple[Note, ...] = ()
    proceedings: ProceedingsPlan = ProceedingsPlan("")
    budget: Budget = Budget("")
    releases: tuple[ReleasedPlan, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    replies: tuple[Reply, ...] = ()
    series: Series | None = None
    attachments: tuple[Attachment, ...] = ()
    photos: tuple[Photo, ...] = ()

    def participation(self, participation_id: str) -> Participation | None:
        """The participation with this id, if there is one."""
        return next((entry for entry in self.participations if entry.id == participation_id), None)


@dataclass(frozen=True, slots=True)
class ReleasedPlan:
    """A version with the plan as it was: event, agenda and guide."""

    release: Release
    record: EventRecord
