"""What the volumes of an event are computed from, and how an office is told apart from the person who holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from facilitation.domain.agenda import AgendaItem, Audience
from facilitation.domain.event import Event, Sector
from facilitation.domain.note import Note
from facilitation.domain.person import District, EventRole, InvitationStatus, Participation
from facilitation.domain.record import EventRecord
from facilitation.domain.series import Series
from facilitation.domain.task import Task
from facilitation.domain.text import LANGUAGES, Text
from facilitation.planning.proceedings_content import Proceedings
from facilitation.planning.proceedings_outline import proceedings

Hide = Callable[[str], str]
"""A text in, the same text without what may tell who somebody is out."""
NOT_COUNTED = frozenset({EventRole.INTERPRETER})
"""Roles that are no part of those who meet."""


@dataclass(frozen=True, slots=True)
class SeriesMeeting:
    """Another event of the series, with what a report says of it. ``notes`` are those that may leave."""

    event: Event
    notes: tuple[Note, ...] = ()
    tasks: tuple[Task, ...] = ()
    came: int = 0


@dataclass(frozen=True, slots=True)
class ReportSources:
    """One event as its volumes see it on ``today``.

    ``record`` carries series, questionnaires, replies and attachments; where a paper leaves the team its texts are
    already those that may. ``meetings`` = the other events of the series, the earliest first. ``hide`` passes every
    text nobody looked through (tasks, sources of money, names of files).
    """

    record: EventRecord
    today: date
    volume: Proceedings
    meetings: tuple[SeriesMeeting, ...] = ()
    methods: Mapping[str, Text] = field(default_factory=dict)
    indicators: tuple[Text, ...] = ()
    hide: Hide = str

    @property
    def event(self) -> Event:
        """The event."""
        return self.record.event

    @property
    def series(self) -> Series | None:
        """The series it belongs to."""
        return self.record.series

    def hidden(self, text: Text) -> Text:
        """A text in both languages with ``hide`` applied."""
        for language in LANGUAGES:
            text = text.with_language(language, self.hide(getattr(text, language)))
        return text


def sources_of(record: EventRecord, today: date, **more: object) -> ReportSources:
    """The sources of an event; ``more`` = further fields of ``ReportSources``."""
    return ReportSources(record, today, proceedings(record, today), **more)  # type: ignore[arg-type]


def public_items(record: EventRecord) -> Iterator[AgendaItem]:
    """The sessions those who took part may know of."""
    return (item for _, item in record.agenda.items() if item.is_for(Audience.PARTICIPANTS))


def public_notes(record: EventRecord) -> tuple[Note, ...]:
    """The notes that were not taken in a session of the staff, in their order."""
    internal = {item.id for _, item in record.agenda.items() if not item.is_for(Audience.PARTICIPANTS)}
    return tuple(sorted((n for n in record.notes if n.item_id not in internal), key=lambda note: note.position))


@dataclass(frozen=True, slots=True)
class Office:
    """Where somebody comes from, without who they are: the organisation with its place, else the sector alone."""

    name: str
    place: str
    district: District | None
    sector: Sector


def office_of(part: Participation) -> Office:
    """The office of a person; a beneficiary has only the sector."""
    person = part.person
    if person.is_coded or not (person.organisation or person.position):
        return Office("", "", None, person.sector)
    return Office(person.organisation or person.position, person.municipality, person.district, person.sector)


def meets_with_others(part: Participation) -> bool:
    """Whether somebody belongs to those who meet, and did not only help."""
    return part.role not in NOT_COUNTED


def declined(part: Participation) -> bool:
    """Whether somebody said they would not come, and did not."""
    return part.status is InvitationStatus.DECLINED and not part.days_attended
