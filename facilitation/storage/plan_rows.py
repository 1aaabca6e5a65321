"""The tables of the plan: event, agenda, guide, checklist, versions and calendar links."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from facilitation.domain.agenda import (
    Absence,
    AcceptedFinding,
    Attribution,
    Audience,
    Contributor,
    CustomField,
    CustomValue,
    ItemKind,
    Layout,
    Room,
)
from facilitation.domain.budget import BudgetLine, Currency
from facilitation.domain.event import Brief, ConsultationQuestion, Objective, Quota, SectorTarget
from facilitation.domain.feed import FeedScope
from facilitation.domain.guide import GuideElement, Material
from facilitation.domain.series import Delivery, Duty, Presidency
from facilitation.domain.task import Comment, CountedFrom, Dependency, TaskPoint, TaskStatus
from facilitation.domain.text import Text
from facilitation.storage.row_base import Row, Versioned, event_key


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
    series_id: Mapped[str]
    brief: Mapped[Brief]
    quotas: Mapped[tuple[Quota, ...]]


class AgendaRow(Versioned, Row):
    """The head of an agenda; its days and items are rows of their own."""

    __tablename__ = "agendas"

    event_id: Mapped[str] = event_key(is_primary=True)
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

    event_id: Mapped[str] = event_key(is_primary=True)
    elements: Mapped[tuple[GuideElement, ...]]
    trained: Mapped[tuple[str, ...]]


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
    layout: Mapped[Layout | None]
    equipment: Mapped[Text]
    interpretation: Mapped[Text]
    logistics: Mapped[Text]
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
    event_id: Mapped[str] = event_key()
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
    counted_from: Mapped[CountedFrom]
    counted_from_id: Mapped[str]
    is_working_days: Mapped[bool]
    work_days: Mapped[int]
    waits_for: Mapped[tuple[Dependency, ...]]
    deputy: Mapped[str]
    blocked_by: Mapped[str]
    is_reached: Mapped[bool | None]
    proof: Mapped[str]
    points: Mapped[tuple[TaskPoint, ...]]
    comments: Mapped[tuple[Comment, ...]]
    from_note_id: Mapped[str]

    __table_args__ = (Index(None, "event_id", "number"),)


class BudgetRow(Versioned, Row):
    """The budget of an event."""

    __tablename__ = "budgets"

    event_id: Mapped[str] = event_key(is_primary=True)
    currency: Mapped[Currency]
    rate: Mapped[Decimal | None]
    lines: Mapped[tuple[BudgetLine, ...]]
    note: Mapped[str]


class SeriesRow(Versioned, Row):
    """Events that repeat. A series outlives its events."""

    __tablename__ = "series"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[Text]
    instrument: Mapped[str]
    duties: Mapped[tuple[Duty, ...]]
    deliveries: Mapped[tuple[Delivery, ...]]
    presidency: Mapped[Presidency | None]
    note: Mapped[str]


class AttachmentRow(Row):
    """A file of an event. It stays when its thing goes, so that an undo finds it again."""

    __tablename__ = "attachments"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    subject: Mapped[str]
    subject_id: Mapped[str]
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    added_at: Mapped[datetime]
    added_by: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ReleaseRow(Row):
    """A released version; ``record`` is the plan as it was, one JSON text."""

    __tablename__ = "releases"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = event_key()
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
