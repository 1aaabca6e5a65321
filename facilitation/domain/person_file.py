"""Everything that is known about one person, to be handed to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from facilitation.domain.note import Note
from facilitation.domain.person import Participation, Person
from facilitation.domain.text import Text


@dataclass(frozen=True, slots=True)
class PlaceInAgenda:
    """A session in which the person has a part: as "speaker", "facilitator" or "note_taker"."""

    day: int
    title: Text
    part: str


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A task the person owns, is deputy for or commented on."""

    title: Text
    owner: str
    deputy: str
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnReply:
    """What the person answered: question and answer in pairs."""

    questionnaire: Text
    given_at: datetime | None
    answers: tuple[tuple[Text, str], ...]
    note: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A link made for the person: "phone" or "form"; its secret is not repeated."""

    kind: str
    created_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnSeat:
    """Where the person sat in a world café; round and table count from 1."""

    session: Text
    round: int
    table: int


@dataclass(frozen=True, slots=True)
class OwnChange:
    """A row of the history about the person: what was done when and by whom, with the values before and after."""

    happened_at: datetime
    actor: str
    verb: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """The person's part in one event."""

    title: Text
    starts_on: date
    place: str
    participation: Participation
    agenda: tuple[PlaceInAgenda, ...] = ()
    seats: tuple[OwnSeat, ...] = ()
    notes: tuple[Note, ...] = ()
    replies: tuple[OwnReply, ...] = ()
    tasks: tuple[OwnTask, ...] = ()
    links: tuple[OwnLink, ...] = ()
    changes: tuple[OwnChange, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonFile:
    """The person and their events, the earliest first."""

    person: Person
    made_on: date
    events: tuple[OwnEvent, ...]
