"""The tables, one class each; columns carry the names and values of the domain's fields.

``number`` counts the rows of an event in the order they came; ``position`` is the place a person gave them.
Rows never leave this package: stores turn them into the dataclasses of ``domain``.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index, Interval, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from facilitation.domain.agenda import (
    Absence,
    AcceptedFinding,
    Attribution,
    Audience,
    Contributor,
    CustomField,
    CustomValue,
    ItemKind,
    Room,
)
from facilitation.domain.cafe import Seating
from facilitation.domain.event import ConsultationQuestion, Objective, Sector, SectorTarget
from facilitation.domain.feed import FeedScope
from facilitation.domain.guide import GuideElement, Material
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Sex
from facilitation.domain.proceedings import Section, SectionText
from facilitation.domain.task import TaskStatus
from facilitation.domain.text import Text
from facilitation.storage.column_types import AsJson, Moment, OneOf, Words

_ENUMS = (
    Attribution,
    Audience,
    Consent,
    District,
    EventRole,
    FeedScope,
    InvitationStatus,
    ItemKind,
    NoteKind,
    Sector,
    Sex,
    TaskStatus,
)
_VALUES = (
    Text,
    Seating,
    tuple[str, ...],
    tuple[int, ...],
    tuple[Text, ...],
    tuple[Contributor, ...],
    tuple[Objective, ...],
    tuple[SectorTarget, ...],
    tuple[ConsultationQuestion, ...],
    tuple[GuideElement, ...],
    tuple[Material, ...],
    tuple[Section, ...],
    tuple[SectionText, ...],
    tuple[Room, ...],
    tuple[CustomField, ...],
    tuple[CustomValue, ...],
    tuple[Absence, ...],
    tuple[AcceptedFinding, ...],
)


class Row(DeclarativeBase):
    """A row of any table."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Words(),
        datetime: Moment(),
        timedelta: Interval(),
        **{members: OneOf(members) for members in _ENUMS},
        **{shape: AsJson(shape) for shape in _VALUES},
    }


class Versioned:
    """What two people may edit at once.

    The version is written by hand: SQLAlchemy's own counter stands still when only child rows change. An UPDATE still
    names the version it read, so a change in between is noticed by the database as well.
    """

    version: Mapped[int] = mapped_column(sort_order=99)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version, "version_id_generator": False}


def _event_key(*, is_primary: bool = False) -> Mapped[str]:
    """The event a row belongs to and disappears with."""
    return mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=is_primary)


class EventRow(Versioned, Row):
    """An event."""

    __tablename__ = "events"

    id: Mapped[str] = mapped_column(primary_key=True)
    instrument: Mapped[str]
    title: Mapped[Text]
    starts_on: Mapped[date]
    day_count: Mapped[int]
    place: Mapped[str]
    country: Mapped[str]
    host: Mapped[Text]
    languages: Mapped[tuple[str, ...]]
    expected_people: Mapped[int]
    time_zone: Mapped[str]
    design_started_on: Mapped[date | None]
    objectives: Mapped[tuple[Objective, ...]]
    sector_targets: Mapped[tuple[SectorTarget, ...]]
    about: Mapped[Text]
    expected_results: Mapped[Text]
    consultation: Mapped[tuple[ConsultationQuestion, ...]]
    donors: Mapped[Text]
    is_sample: Mapped[bool]
    sources_note: Mapped[Text]
    rules_left_out: Mapped[tuple[str, ...]]


class AgendaRow(Versioned, Row):
    """The head of an agenda; its days and items are rows of their own."""

    __tablename__ = "agendas"

    event_id: Mapped[str] = _event_key(is_primary=True)
    rooms: Mapped[tuple[Room, ...]]
    custom_fields: Mapped[tuple[CustomField, ...]]
    absences: Mapped[tuple[Absence, ...]]
    accepted: Mapped[tuple[AcceptedFinding, ...]]
    room_change: Mapped[timedelta]


class AgendaDayRow(Row):
    """One day of an agenda, numbered from 1."""

    __tablename__ = "agenda_days"

    event_id: Mapped[str] = mapped_column(ForeignKey("agendas.event_id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    starts_at: Mapped[time]


class AgendaItemRow(Row):
    """One item, with its day and its place within the day."""

    __tablename__ = "agenda_items"

    event_id: Mapped[str] = mapped_column(ForeignKey("agendas.event_id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int]
    position: Mapped[int]
    kind: Mapped[ItemKind]
    title: Mapped[Text]
    duration: Mapped[timedelta]
    pinned_start: Mapped[time | None]
    parallel: Mapped[str]
    room: Mapped[str]
    method_id: Mapped[str]
    questions: Mapped[timedelta]
    speakers: Mapped[tuple[Contributor, ...]]
    facilitators: Mapped[tuple[Contributor, ...]]
    note_takers: Mapped[tuple[Contributor, ...]]
    objective_ids: Mapped[tuple[str, ...]]
    attribution: Mapped[Attribution]
    summary: Mapped[Text]
    internal_note: Mapped[str]
    soft_start: Mapped[time | None]
    buffer_before: Mapped[timedelta]
    is_optional: Mapped[bool]
    shortest: Mapped[timedelta | None]
    audience: Mapped[Audience]
    people: Mapped[int]
    custom: Mapped[tuple[CustomValue, ...]]


class GuideRow(Versioned, Row):
    """The head of a guide; its sheets and steps are rows of their own."""

    __tablename__ = "guides"

    event_id: Mapped[str] = _event_key(is_primary=True)
    elements: Mapped[tuple[GuideElement, ...]]


class GuideSheetRow(Row):
    """The sheet of one agenda item. It stays when the item goes, so that an undo finds it again."""

    __tablename__ = "guide_sheets"

    event_id: Mapped[str] = mapped_column(ForeignKey("guides.event_id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    purpose: Mapped[Text]
    technique: Mapped[Text]
    question: Mapped[Text]
    room_setup: Mapped[Text]
    roles: Mapped[Text]
    output: Mapped[Text]
    plan_b: Mapped[Text]
    risks: Mapped[Text]
    materials: Mapped[tuple[Material, ...]]


class GuideStepRow(Row):
    """One step of a sheet."""

    __tablename__ = "guide_steps"

    event_id: Mapped[str] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    duration: Mapped[timedelta]
    what: Mapped[Text]
    words: Mapped[Text]
    who: Mapped[Text]

    __table_args__ = (
        ForeignKeyConstraint(
            ["event_id", "item_id"], ["guide_sheets.event_id", "guide_sheets.item_id"], ondelete="CASCADE"
        ),
    )


class TaskRow(Versioned, Row):
    """One line of a checklist."""

    __tablename__ = "tasks"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = _event_key()
    number: Mapped[int]
    title: Mapped[Text]
    offset_days: Mapped[int | None]
    owner_role: Mapped[Text]
    owner: Mapped[str]
    benchmark: Mapped[Text]
    status: Mapped[TaskStatus]
    note: Mapped[str]
    pinned_on: Mapped[date | None]
    done_on: Mapped[date | None]
    rule: Mapped[str]
    minimum_days: Mapped[int | None]
    is_from_seed: Mapped[bool]
    position: Mapped[int]

    __table_args__ = (Index(None, "event_id", "number"),)


class PersonRow(Row):
    """A person; goes when no event has a part for them any more."""

    __tablename__ = "persons"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    organisation: Mapped[str]
    position: Mapped[str]
    sector: Mapped[Sector]
    district: Mapped[District | None]
    municipality: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    languages: Mapped[tuple[str, ...]]
    sex: Mapped[Sex]


class ParticipationRow(Versioned, Row):
    """A person's part in an event."""

    __tablename__ = "participations"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = _event_key()
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    number: Mapped[int]
    role: Mapped[EventRole]
    status: Mapped[InvitationStatus]
    days_attended: Mapped[tuple[int, ...]]
    access_needs: Mapped[str]
    dietary_needs: Mapped[str]
    photo_consent: Mapped[Consent]
    list_consent: Mapped[Consent]
    note: Mapped[str]

    __table_args__ = (Index(None, "event_id", "number"),)


class CafeRow(Versioned, Row):
    """The world café of one agenda item. ``seating`` keeps the figures and the empty tables; seats are rows."""

    __tablename__ = "cafes"

    event_id: Mapped[str] = _event_key(is_primary=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    questions: Mapped[tuple[Text, ...]]
    table_count: Mapped[int]
    host_ids: Mapped[tuple[str, ...]]
    has_hosts: Mapped[bool]
    seed: Mapped[int] = mapped_column(BigInteger)
    seating: Mapped[Seating | None]


class SeatRow(Row):
    """Who sits where: round and table counted from 1, ``position`` from 0 (the host first)."""

    __tablename__ = "seats"

    event_id: Mapped[str] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    table: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    participation_id: Mapped[str]

    __table_args__ = (
        ForeignKeyConstraint(["event_id", "item_id"], ["cafes.event_id", "cafes.item_id"], ondelete="CASCADE"),
    )


class NoteRow(Versioned, Row):
    """A note. It stays when its agenda item goes: nothing written is lost."""

    __tablename__ = "notes"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = _event_key()
    number: Mapped[int]
    item_id: Mapped[str]
    kind: Mapped[NoteKind]
    text: Mapped[str]
    speaker: Mapped[str]
    speaker_role: Mapped[str]
    speaker_sector: Mapped[str]
    quote_consent: Mapped[bool]
    owner: Mapped[str]
    due_on: Mapped[date | None]
    round: Mapped[int | None]
    table: Mapped[int | None]
    author: Mapped[str]
    written_at: Mapped[datetime | None]
    position: Mapped[int]

    __table_args__ = (Index(None, "event_id", "number"),)


class ProceedingsRow(Versioned, Row):
    """What was decided about the written volume of an event."""

    __tablename__ = "proceedings"

    event_id: Mapped[str] = _event_key(is_primary=True)
    sections: Mapped[tuple[Section, ...]]
    texts: Mapped[tuple[SectionText, ...]]


class ChangeRow(Row):
    """One row of the history."""

    __tablename__ = "changes"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = _event_key()
    number: Mapped[int]
    happened_at: Mapped[datetime]
    actor: Mapped[str]
    verb: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    is_undone: Mapped[bool]

    __table_args__ = (Index(None, "event_id", "number"),)


class ReleaseRow(Row):
    """A released version; ``record`` is the plan as it was, one JSON text."""

    __tablename__ = "releases"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = _event_key()
    number: Mapped[int]
    name: Mapped[str]
    note: Mapped[str]
    released_at: Mapped[datetime]
    released_by: Mapped[str]
    record: Mapped[str]

    __table_args__ = (Index(None, "event_id", "number", unique=True),)


class CalendarFeedRow(Row):
    """A calendar somebody has subscribed to."""

    __tablename__ = "calendar_feeds"

    token: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    scope: Mapped[FeedScope]
    subject: Mapped[str]
    language: Mapped[str]
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class OwnFileRow(Versioned, Row):
    """A template or method of one's own."""

    __tablename__ = "own_files"

    part: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]


class PreferenceRow(Row):
    """One remembered choice of this installation."""

    __tablename__ = "preferences"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
