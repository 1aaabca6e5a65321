"""The tables of the consultation: questionnaires, the links to them, and the replies."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from facilitation.domain.consultation import Answer, Channel, Question, Theme
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District
from facilitation.domain.text import Text
from facilitation.storage.row_base import Row, Versioned, event_key


class QuestionnaireRow(Versioned, Row):
    """The questions of one consultation."""

    __tablename__ = "questionnaires"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = event_key()
    number: Mapped[int]
    title: Mapped[Text]
    intro: Mapped[Text]
    questions: Mapped[tuple[Question, ...]]
    themes: Mapped[tuple[Theme, ...]]
    closes_on: Mapped[date | None]
    is_anonymous: Mapped[bool]

    __table_args__ = (Index(None, "event_id", "number"),)


class ReplyRow(Versioned, Row):
    """One filled-in questionnaire. It stays when the questionnaire goes: nothing that was answered is lost."""

    __tablename__ = "replies"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = event_key()
    number: Mapped[int]
    questionnaire_id: Mapped[str]
    participation_id: Mapped[str]
    organisation: Mapped[str]
    sector: Mapped[Sector | None]
    district: Mapped[District | None]
    channel: Mapped[Channel]
    language: Mapped[str]
    given_at: Mapped[datetime | None]
    answers: Mapped[tuple[Answer, ...]]
    quote_consent: Mapped[Consent]
    note: Mapped[str]

    __table_args__ = (Index(None, "event_id", "number"), Index(None, "participation_id"))


class FormLinkRow(Row):
    """The address of a questionnaire."""

    __tablename__ = "form_links"

    id: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[str]
    event_id: Mapped[str] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    questionnaire_id: Mapped[str]
    participation_id: Mapped[str]
    created_at: Mapped[datetime]
    expires_on: Mapped[date | None]
    revoked_at: Mapped[datetime | None]
