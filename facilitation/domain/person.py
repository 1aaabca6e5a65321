"""People and their part in one event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from facilitation.domain.event import Sector
from facilitation.domain.text import Text

ERASED = Text(sq="Person i fshirë", en="Erased person")
"""The name of somebody whose data were erased; only the count of them stays."""


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


class Payer(StrEnum):
    """Who bears the costs of a person's coming."""

    NOT_SETTLED = "not_settled"
    OWN_OFFICE = "own_office"
    HOST = "host"
    DONOR = "donor"


class Purpose(StrEnum):
    """What a person may consent to; each on its own, none ticked beforehand (law 124/2024)."""

    PHOTO = "photo"
    LIST = "list"
    QUOTE = "quote"
    CONTACT = "contact"


class ConsentWay(StrEnum):
    """How a consent was given or taken back."""

    PAPER = "paper"
    WRITTEN = "written"
    SPOKEN = "spoken"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody came in or went out on a day (from 1)."""

    id: str
    day: int
    at: datetime
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can come to many events. ``name`` may be an office ("Përfaqësuese, Zyra e Punësimit, Shkodër").

    ``municipality`` matters where zone and qark differ (Përmet and Skrapar belong to the East).
    ``title`` stands before the name ("Dr.", "Znj."). ``is_coded`` = a beneficiary: ``name`` is a code, never the name.
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
    title: str = ""
    is_coded: bool = False


@dataclass(frozen=True, slots=True)
class Participation:
    """One person's part in one event. ``days_attended`` are day numbers from 1.

    ``wave`` = the round of invitations (0 = none yet); ``substitute_for_id`` = the participation this person stands in
    for; ``certificate`` = the number of the certificate of attendance once issued; ``nights`` are paid nights.
    """

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
    quote_consent: Consent = Consent.NOT_ASKED
    contact_consent: Consent = Consent.NOT_ASKED
    consented_on: date | None = None
    pays: Payer = Payer.NOT_SETTLED
    travel: str = ""
    nights: int = 0
    wave: int = 0
    invited_on: date | None = None
    answered_on: date | None = None
    substitute_for_id: str = ""
    check_ins: tuple[CheckIn, ...] = ()
    certificate: str = ""
    version: int = 0
