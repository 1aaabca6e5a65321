"""The event: the whole gathering, its goals and the people it wants to bring together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from facilitation.domain.text import Text


class Sector(StrEnum):
    """Where a participant works. ``REGIONAL_STATE`` = regional branches of central institutions."""

    CIVIL_SOCIETY = "civil_society"
    LOCAL_GOVERNMENT = "local_government"
    REGIONAL_STATE = "regional_state"
    CENTRAL_GOVERNMENT = "central_government"
    INTERNATIONAL = "international"
    DONOR = "donor"
    MEDIA = "media"
    ACADEMIA = "academia"
    BUSINESS = "business"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Objective:
    """One thing the event must reach; agenda items name the objectives they serve.

    ``theme_ids`` = the themes of the consultation behind it.
    """

    id: str
    text: Text
    theme_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefPoint:
    """A start question or prerequisite of the instrument with what the organisers answered.

    ``is_met`` is for prerequisites (``None`` = not judged yet).
    """

    id: str
    question: Text
    answer: Text = Text()
    is_prerequisite: bool = False
    is_met: bool | None = None
    is_from_seed: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """What the organisers write to those they invite.

    ``invitation`` and ``authorisation`` take the place of our own words ("" = ours) and may name {name}, {event} and
    more; ``form_link`` is where one answers on the web; ``letterhead_id`` = the attachment the letters are written on.
    """

    invitation: Text = Text()
    authorisation: Text = Text()
    reply_by: date | None = None
    reply_to: str = ""
    form_link: str = ""
    signed_by: Text = Text()
    letterhead_id: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the event is for, before anything else is planned.

    Context and purpose stand in ``Event.about``, the outcomes in ``Event.expected_results``.
    """

    audience: Text = Text()
    limits: Text = Text()
    builds_on: Text = Text()
    points: tuple[BriefPoint, ...] = ()
    letters: Letters = Letters()


class QuotaKind(StrEnum):
    """By what a quota counts people."""

    SECTOR = "sector"
    DISTRICT = "district"
    SEX = "sex"


@dataclass(frozen=True, slots=True)
class Quota:
    """At least this ``share`` (0..1) of those who come; ``value`` is a member of Sector, District or Sex."""

    kind: QuotaKind
    value: str
    share: float


@dataclass(frozen=True, slots=True)
class SectorTarget:
    """How large a share of the expected people one sector should have; ``share`` is 0..1."""

    sector: Sector
    share: float


@dataclass(frozen=True, slots=True)
class ConsultationQuestion:
    """A question put to the actors before the event, and what they answered in short."""

    question: Text
    synthesis: Text = Text()


@dataclass(frozen=True, slots=True)
class Event:
    """A conference, regional group or meeting. The last day follows from ``starts_on`` and ``day_count``.

    ``design_started_on`` is the day the design phase began (seed 002: at least 90 days before);
    ``time_zone`` is an IANA name in which all the naive times of the agenda are to be read;
    ``country`` is an ISO 3166 code (AL, XK, MK, ME, RS, BA) and decides the public holidays.
    ``about`` = context and purpose; ``sources_note`` says what in a sample is the seed's and what was chosen.
    ``rules_left_out`` = codes of findings that do not apply to this kind of event (its instrument says which).
    ``series_id`` = the series the event belongs to ("" = none).
    ``quotas`` = least shares by sector, district or sex.
    """

    id: str
    instrument: str
    title: Text
    starts_on: date
    day_count: int = 1
    place: str = ""
    country: str = "AL"
    host: Text = Text()
    languages: tuple[str, ...] = ("sq",)
    expected_people: int = 30
    time_zone: str = "Europe/Tirane"
    design_started_on: date | None = None
    objectives: tuple[Objective, ...] = ()
    sector_targets: tuple[SectorTarget, ...] = ()
    about: Text = Text()
    expected_results: Text = Text()
    consultation: tuple[ConsultationQuestion, ...] = ()
    donors: Text = Text()
    is_sample: bool = False
    sources_note: Text = Text()
    rules_left_out: tuple[str, ...] = ()
    series_id: str = ""
    brief: Brief = Brief()
    quotas: tuple[Quota, ...] = ()
    version: int = 0

    @property
    def ends_on(self) -> date:
        """The last day."""
        return self.starts_on + timedelta(days=self.day_count - 1)

    def day(self, number: int) -> date:
        """The date of day ``number`` (from 1)."""
        return self.starts_on + timedelta(days=number - 1)
