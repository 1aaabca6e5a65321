"""What all rows share: the base class, the column type of each value of the domain, and the version."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Interval, MetaData
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
    Layout,
    Room,
)
from facilitation.domain.budget import BudgetLine, Currency
from facilitation.domain.cafe import CafeRules, CafeSettings, Seating
from facilitation.domain.consultation import Answer, Channel, Question, Theme
from facilitation.domain.event import Brief, ConsultationQuestion, Objective, Quota, Sector, SectorTarget
from facilitation.domain.feed import FeedScope
from facilitation.domain.guide import GuideElement, Material
from facilitation.domain.note import NoteKind
from facilitation.domain.person import CheckIn, Consent, District, EventRole, InvitationStatus, Payer, Sex
from facilitation.domain.proceedings import (
    CheckAnswer,
    HarvestTheme,
    Recipient,
    Section,
    SectionText,
    Stage,
    VolumeComment,
    VolumePart,
    VolumeStatus,
)
from facilitation.domain.series import Delivery, Duty, Presidency
from facilitation.domain.task import Comment, CountedFrom, Dependency, TaskPoint, TaskStatus
from facilitation.domain.text import Text
from facilitation.storage.column_types import AsJson, Moment, OneOf, Words

_ENUMS = (
    Attribution,
    Audience,
    Channel,
    Consent,
    CountedFrom,
    Currency,
    District,
    EventRole,
    FeedScope,
    InvitationStatus,
    ItemKind,
    Layout,
    NoteKind,
    Payer,
    Sector,
    Sex,
    TaskStatus,
    VolumeStatus,
)
_VALUES = (
    Text,
    CafeRules,
    CafeSettings,
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
    tuple[Dependency, ...],
    tuple[TaskPoint, ...],
    tuple[Comment, ...],
    tuple[BudgetLine, ...],
    tuple[Duty, ...],
    tuple[Delivery, ...],
    tuple[Question, ...],
    tuple[Theme, ...],
    tuple[Answer, ...],
    tuple[Quota, ...],
    tuple[CheckIn, ...],
    tuple[Stage, ...],
    tuple[CheckAnswer, ...],
    tuple[VolumeComment, ...],
    tuple[Recipient, ...],
    tuple[HarvestTheme, ...],
    tuple[VolumePart, ...],
    Brief,
    Decimal,
    Presidency,
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


def event_key(*, is_primary: bool = False) -> Mapped[str]:
    """The event a row belongs to and disappears with."""
    return mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=is_primary)
