"""The agenda: days of items whose clock times follow from their durations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from facilitation.domain.text import Text


class ItemKind(StrEnum):
    """What an agenda item is. The groups of kinds that rules speak of stand below."""

    REGISTRATION = "registration"
    OPENING = "opening"
    PLENARY = "plenary"
    PANEL = "panel"
    WORKING_GROUPS = "working_groups"
    WORLD_CAFE = "world_cafe"
    NETWORKING = "networking"
    GALLERY = "gallery"
    ENERGISER = "energiser"
    EVALUATION = "evaluation"
    BREAK = "break"
    MEAL = "meal"
    STAFF = "staff"


REST_KINDS = frozenset({ItemKind.BREAK, ItemKind.MEAL})
"""People rest: a break of the working time."""
OUTSIDE_WORK_KINDS = REST_KINDS | {ItemKind.REGISTRATION, ItemKind.STAFF}
"""Not counted as working time (domain.md 3.2)."""
SMALL_GROUP_KINDS = frozenset({ItemKind.WORKING_GROUPS, ItemKind.WORLD_CAFE, ItemKind.NETWORKING, ItemKind.GALLERY})
"""Interactive time of the small-group share (seed 002, R3.15)."""
MOVING_KINDS = frozenset({ItemKind.WORLD_CAFE, ItemKind.NETWORKING, ItemKind.GALLERY, ItemKind.ENERGISER})
"""People stand up and change places: sitting time starts anew (not a break)."""
SPEECH_KINDS = frozenset({ItemKind.OPENING, ItemKind.PLENARY, ItemKind.PANEL})
"""One speaks, many listen."""
NOTED_KINDS = frozenset(
    {ItemKind.PLENARY, ItemKind.PANEL, ItemKind.WORKING_GROUPS, ItemKind.WORLD_CAFE, ItemKind.GALLERY}
)
"""Working sessions: each needs a facilitator and a note-taker."""


class Layout(StrEnum):
    """How a room is set up."""

    THEATRE = "theatre"
    CABARET = "cabaret"
    U_SHAPE = "u_shape"
    CIRCLE = "circle"
    CAFE = "cafe"
    OPEN_FLOOR = "open_floor"


class Attribution(StrEnum):
    """How speakers may be shown in what leaves the room; ``NOBODY`` = Chatham House."""

    NAMED = "named"
    ROLE = "role"
    SECTOR = "sector"
    NOBODY = "nobody"


class Audience(StrEnum):
    """Who may read of something: everybody, those who take part, or the staff alone."""

    PUBLIC = "public"
    PARTICIPANTS = "participants"
    STAFF = "staff"


_READERS = {audience: place for place, audience in enumerate(Audience)}


class FieldKind(StrEnum):
    """What a custom field holds: words, one of several choices, or a tick."""

    TEXT = "text"
    CHOICE = "choice"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who does something in an item: a person of the event (``person_id``) or an office not yet named as a person."""

    name: str
    person_id: str = ""
    is_local: bool = False

    @property
    def identity(self) -> str:
        """What two contributors have in common when they are the same person."""
        return self.person_id or self.name.casefold()


@dataclass(frozen=True, slots=True)
class CustomField:
    """A further column of an event's agenda. It prints in the papers of its ``audience``."""

    id: str
    name: Text
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    audience: Audience = Audience.STAFF


TICKED = "yes"
"""The value of a tick; without it the value is empty."""


@dataclass(frozen=True, slots=True)
class CustomValue:
    """What one item says in a custom field; an empty value is not kept."""

    field_id: str
    value: str


@dataclass(frozen=True, slots=True)
class Window:
    """A part of one day of the event (from 1), in local times; it moves with the event."""

    day: int
    starts_at: time
    ends_at: time


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the event; items name it. ``capacity`` in seats, 0 = not known; ``closed`` = when it is not free."""

    name: str
    capacity: int = 0
    layouts: tuple[Layout, ...] = ()
    closed: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Absence:
    """When somebody who has a part in the agenda cannot be there."""

    who: Contributor
    window: Window
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A rule's remark that somebody decided to live with, and why. Known again by code and subject."""

    code: str
    subject: str
    reason: str
    accepted_by: str = ""
    accepted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One row of the agenda (screens say "session").

    ``duration`` decides the clock times; ``pinned_start`` is a local time that never moves; ``soft_start`` is the
    earliest start: the item waits for it and is pushed later by what runs over. ``buffer_before`` is kept free before
    it for changing rooms, whatever shifts.
    Neighbouring items with the same non-empty ``parallel`` start together. ``questions`` is the part of
    ``duration`` kept for questions of the listeners. ``internal_note`` is for the staff and reaches no public paper.
    When time is lost an ``is_optional`` item may be dropped and any item shortened to ``shortest`` (``None`` = to the
    minimum of its method). ``people`` = how many are expected in it (0 = all, shared among parallel items).
    """

    id: str
    kind: ItemKind
    title: Text
    duration: timedelta
    pinned_start: time | None = None
    parallel: str = ""
    room: str = ""
    method_id: str = ""
    questions: timedelta = timedelta()
    speakers: tuple[Contributor, ...] = ()
    facilitators: tuple[Contributor, ...] = ()
    note_takers: tuple[Contributor, ...] = ()
    objective_ids: tuple[str, ...] = ()
    attribution: Attribution = Attribution.ROLE
    summary: Text = Text()
    internal_note: str = ""
    soft_start: time | None = None
    buffer_before: timedelta = timedelta()
    is_optional: bool = False
    shortest: timedelta | None = None
    audience: Audience = Audience.PUBLIC
    people: int = 0
    custom: tuple[CustomValue, ...] = ()

    @property
    def minutes(self) -> int:
        """The duration in whole minutes."""
        return int(self.duration.total_seconds() // 60)

    @property
    def contributors(self) -> tuple[Contributor, ...]:
        """Everybody who has a part in it: speakers, facilitators, note-takers."""
        return (*self.speakers, *self.facilitators, *self.note_takers)

    def is_for(self, reader: Audience) -> bool:
        """Whether such a reader may know of the item; items of the kind ``STAFF`` are for the staff alone."""
        audience = Audience.STAFF if self.kind is ItemKind.STAFF else self.audience
        return _READERS[audience] <= _READERS[reader]


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day: when its first item starts, and its items in order."""

    starts_at: time
    items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """The plan of an event; day number 1 is ``days[0]``.

    ``room_change`` is the time people need to change rooms; rules ask for it between items in different rooms.
    """

    event_id: str
    days: tuple[AgendaDay, ...] = ()
    rooms: tuple[Room, ...] = ()
    custom_fields: tuple[CustomField, ...] = ()
    absences: tuple[Absence, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()
    room_change: timedelta = timedelta(minutes=10)
    version: int = 0

    def items(self) -> Iterator[tuple[int, AgendaItem]]:
        """Every item with its day number (from 1), in order."""
        for number, day in enumerate(self.days, start=1):
            for item in day.items:
                yield number, item

    def item(self, item_id: str) -> AgendaItem | None:
        """The item with this id, if there is one."""
        return next((item for _, item in self.items() if item.id == item_id), None)

    def with_day(self, number: int, items: tuple[AgendaItem, ...]) -> Agenda:
        """The same agenda with the items of one day replaced."""
        days = list(self.days)
        days[number - 1] = replace(days[number - 1], items=items)
        return replace(self, days=tuple(days))
