"""People and their part in one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.event import Sector


class District(StrEnum):
    """The twelve qarqe of Albania; the value is the name without diacritics."""

    BERAT = "berat"
    DIBER = "diber"
    DURRES = "durres"
    ELBASAN = "elbasan"
    FIER = "fier"
    GJIROKASTER = "gjirokaster"
    KORCE = "korce"
    KUKES = "kukes"
    LEZHE = "lezhe"
    SHKODER = "shkoder"
    TIRANE = "tirane"
    VLORE = "vlore"


class Zone(StrEnum):
    """The four zones of the regional cooperation groups (seed 002)."""

    NORTH = "north"
    CENTRE = "centre"
    EAST = "east"
    SOUTH = "south"


class EventRole(StrEnum):
    """What a person does in one event. An observer advises and takes no part in decisions (seed 002, R4.4)."""

    PARTICIPANT = "participant"
    SPEAKER = "speaker"
    FACILITATOR = "facilitator"
    NOTE_TAKER = "note_taker"
    HOST = "host"
    ORGANISER = "organiser"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"


class InvitationStatus(StrEnum):
    """How far the invitation is."""

    TO_INVITE = "to_invite"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Consent(StrEnum):
    """A consent asked for: nothing is a yes but a yes."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"


class Sex(StrEnum):
    """For the composition figures; voluntary."""

    FEMALE = "female"
    MALE = "male"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can come to many events. ``name`` may be an office ("Përfaqësuese, Zyra e Punësimit, Shkodër").

    ``municipality`` matters where zone and qark differ (Përmet and Skrapar belong to the East).
    """

    id: str
    name: str
    organisation: str = ""
    position: str = ""
    sector: Sector = Sector.OTHER
    district: District | None = None
    municipality: str = ""
    email: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ("sq",)
    sex: Sex = Sex.NOT_STATED


@dataclass(frozen=True, slots=True)
class Participation:
    """One person's part in one event. ``days_attended`` are day numbers from 1."""

    id: str
    event_id: str
    person: Person
    role: EventRole = EventRole.PARTICIPANT
    status: InvitationStatus = InvitationStatus.TO_INVITE
    days_attended: tuple[int, ...] = ()
    access_needs: str = ""
    dietary_needs: str = ""
    photo_consent: Consent = Consent.NOT_ASKED
    list_consent: Consent = Consent.NOT_ASKED
    note: str = ""
    version: int = 0
