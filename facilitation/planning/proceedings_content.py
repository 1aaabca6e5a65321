"""What the written volume holds, ready to be laid out: no language, no layout, and nothing that may not leave.

Words typed by people are ``Text`` or ``str``, everything else stays an enum, a number or a date; the Word builder
says them (``i18n.labels``, ``i18n.formats``). Internal notes, access and dietary needs, e-mails and telephone
numbers are not in here at all. Quotes without consent are left out; speakers are already cut down to what the
session's attribution rule lets through.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from facilitation.domain.agenda import Attribution, ItemKind
from facilitation.domain.event import Sector
from facilitation.domain.person import District, Sex
from facilitation.domain.proceedings import ProceedingsPlan, Section
from facilitation.domain.text import Text
from facilitation.planning.attribution import Attributed
from facilitation.planning.composition import Basis, PeopleCount, PublicTable, SectorShare
from facilitation.planning.proceedings_acronyms import AcronymUse
from facilitation.planning.proceedings_consulted import AskedBefore, ReplyFigures
from facilitation.planning.proceedings_evaluation import Evaluation
from facilitation.planning.proceedings_order import in_order
from facilitation.planning.proceedings_photos import ShownPhoto
from facilitation.planning.proceedings_themes import ThemeHarvest


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title page and imprint. ``sources_note`` says what in a sample was chosen by us (print it if ``is_sample``)."""

    title: Text
    place: str
    country: str
    first_on: date
    last_on: date
    host: Text
    donors: Text
    is_sample: bool
    sources_note: Text
    made_on: date


@dataclass(frozen=True, slots=True)
class ObjectiveTrace:
    """One objective and what became of it: sessions that served it, and register numbers that came out of them."""

    number: int
    text: Text
    session_titles: tuple[Text, ...]
    recommendations: tuple[int, ...]
    commitments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Background:
    """Context, goals and how the actors were consulted.

    ``consultation`` holds every question, also unanswered ones; ``replies`` is ``None`` where no answer came in.
    """

    about: Text
    objectives: tuple[ObjectiveTrace, ...]
    expected_results: Text
    consultation: tuple[AskedBefore, ...]
    replies: ReplyFigures | None = None


@dataclass(frozen=True, slots=True)
class DistrictCount:
    """People of one qark; ``None`` = not stated or from outside Albania. ``share`` is 0..1 of those counted."""

    district: District | None
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class SexCount:
    """People of one sex; voluntary, so "not stated" is a row of its own. ``share`` is 0..1."""

    sex: Sex
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many signed in on one day (number from 1)."""

    day: int
    on: date
    count: int


@dataclass(frozen=True, slots=True)
class ParticipationFigures:
    """Who came. ``basis`` says what was counted: those who attended or, before attendance is known, who confirmed.

    ``total`` is the base of every share. ``sectors`` compares with the targets (largest first); ``by_district`` and
    ``by_sex`` are single counts; ``sector_by_zone`` is the only crossed table, with small cells hidden.
    Past events are not in here: never put "government" and "local government" in one line (domain.md 3.1).
    """

    basis: Basis
    total: int
    people: PeopleCount
    sectors: tuple[SectorShare, ...]
    by_district: tuple[DistrictCount, ...]
    by_sex: tuple[SexCount, ...]
    by_day: tuple[DayCount, ...]
    sector_by_zone: PublicTable
    outside_capital_share: float
    observer_count: int


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One public row of the agenda. ``speakers`` follow the attribution rule; ``is_parallel`` = beside another row."""

    starts_at: datetime
    ends_at: datetime
    kind: ItemKind
    title: Text
    summary: Text
    room: str
    speakers: tuple[Attributed, ...]
    is_parallel: bool


@dataclass(frozen=True, slots=True)
class AgendaDayLines:
    """The public rows of one day (number from 1); items for the staff are left out."""

    day: int
    on: date
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One contribution: the words, and what may be shown of who said them (perhaps nothing)."""

    text: str
    by: Attributed


@dataclass(frozen=True, slots=True)
class SessionReport:
    """What one session brought, in the order of the agenda.

    ``question`` is what was put to the group (from the guide). ``has_notes`` is false where nothing was written down:
    say so instead of leaving a gap. ``recommendations`` and ``commitments`` are numbers of the two registers.
    """

    item_id: str
    day: int
    on: date
    starts_at: datetime
    ends_at: datetime
    kind: ItemKind
    title: Text
    summary: Text
    question: Text
    objectives: tuple[Text, ...]
    attribution: Attribution
    speakers: tuple[Attributed, ...]
    key_points: tuple[Said, ...]
    quotes: tuple[Said, ...]
    questions: tuple[Said, ...]
    recommendations: tuple[int, ...]
    commitments: tuple[int, ...]
    has_notes: bool


@dataclass(frozen=True, slots=True)
class TableHarvest:
    """What one table brought out in one round; ``table`` is ``None`` where the note names no table."""

    table: int | None
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundHarvest:
    """One round: its question and its tables in order; ``round`` is ``None`` where the notes name no round."""

    round: int | None
    question: Text
    tables: tuple[TableHarvest, ...]


@dataclass(frozen=True, slots=True)
class CafeHarvest:
    """One world café, by round and table; what else was noted there stands in its session report.

    Where results were gathered under themes, ``themes`` has all of them and is printed instead of the rounds.
    ``people_count`` and the meeting figures are zero where no seating was made.
    """

    item_id: str
    title: Text
    day: int
    table_count: int
    rounds: tuple[RoundHarvest, ...]
    people_count: int
    possible_meetings: int
    unique_meetings: int
    themes: tuple[ThemeHarvest, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One line of the recommendations register. ``addressee`` ("" = nobody named) and ``due_on`` where written."""

    number: int
    text: str
    addressee: str
    due_on: date | None
    item_id: str
    session_title: Text
    note_id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Addressed:
    """The recommendations to one addressee ("" = nobody named), in their order."""

    addressee: str
    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """One line of the commitments register: who does what by when.

    ``done_on`` = the day it was kept; ``is_overdue`` on the day the volume is made.
    """

    number: int
    text: str
    owner: str
    due_on: date | None
    item_id: str
    session_title: Text
    is_overdue: bool
    done_on: date | None = None
    note_id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ParkedPoint:
    """Something set aside for another day, with the session it came up in."""

    text: str
    item_id: str
    session_title: Text


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A day on which recommendations and commitments are gone through again; ``offset_days`` = 90 or 180."""

    offset_days: int
    on: date


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person who agreed to be listed."""

    name: str
    position: str
    organisation: str
    sector: Sector
    district: District | None


@dataclass(frozen=True, slots=True)
class ParticipantList:
    """The annex: only those who said yes to being listed, not sorted (sort by ``i18n.sorting`` in the language of
    the volume); ``unlisted_count`` others took part and are not named."""

    people: tuple[PersonLine, ...]
    unlisted_count: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A part that a complete volume would have. ``what`` is a stable code (see ``i18n.labels.missing_sentence``)."""

    section: Section
    what: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The whole volume. Lay out ``sections`` in their order; each takes its part from here and ``text(section)``.

    Section → part: IMPRINT ``imprint`` · ACRONYMS ``acronyms`` · SUMMARY ``text`` + first recommendations · BACKGROUND
    ``background`` · PARTICIPATION ``participation`` · AGENDA ``agenda`` (titles and times only) · SESSIONS ``sessions``
    · HARVEST ``harvest`` · RECOMMENDATIONS ``recommendations`` + ``parking_lot`` · COMMITMENTS ``commitments`` ·
    EVALUATION ``text`` + ``evaluation`` (``None`` = no form) · LESSONS and the organiser's own ``text`` only ·
    NEXT_STEPS ``text`` + ``follow_ups`` · PARTICIPANT_LIST ``participants`` · FULL_AGENDA ``agenda`` with summaries,
    rooms and speakers · PHOTOS ``photos``. The thread is laid out from the record. ``missing`` is for the screen, never
    for the paper.
    """

    plan: ProceedingsPlan
    imprint: Imprint
    background: Background
    participation: ParticipationFigures
    agenda: tuple[AgendaDayLines, ...]
    sessions: tuple[SessionReport, ...]
    harvest: tuple[CafeHarvest, ...]
    recommendations: tuple[Recommendation, ...]
    commitments: tuple[Commitment, ...]
    parking_lot: tuple[ParkedPoint, ...]
    follow_ups: tuple[FollowUp, ...]
    participants: ParticipantList
    missing: tuple[Missing, ...]
    acronyms: tuple[AcronymUse, ...] = ()
    evaluation: Evaluation | None = None
    photos: tuple[ShownPhoto, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The chosen sections in the order of the volume."""
        return in_order(self.plan.sections)

    def text(self, section: Section) -> Text:
        """What a person typed for a section; it comes before the computed part."""
        return self.plan.text(section)
