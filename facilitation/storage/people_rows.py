"""The tables of people and what they did: parts, cafés, notes, proceedings, changes, phone pages, own files."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from facilitation.domain.cafe import CafeRules, CafeSettings, Seating
from facilitation.domain.event import Sector
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
from facilitation.domain.text import Text
from facilitation.storage.row_base import Row, Versioned, event_key


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
    title: Mapped[str]
    is_coded: Mapped[bool]


class ParticipationRow(Versioned, Row):
    """A person's part in an event."""

    __tablename__ = "participations"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = event_key()
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
    quote_consent: Mapped[Consent]
    contact_consent: Mapped[Consent]
    consented_on: Mapped[date | None]
    pays: Mapped[Payer]
    travel: Mapped[str]
    nights: Mapped[int]
    wave: Mapped[int]
    invited_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    substitute_for_id: Mapped[str]
    check_ins: Mapped[tuple[CheckIn, ...]]
    certificate: Mapped[str]

    __table_args__ = (Index(None, "event_id", "number"),)


class CafeRow(Versioned, Row):
    """The world café of one agenda item. ``seating`` keeps the figures and the empty tables; seats are rows."""

    __tablename__ = "cafes"

    event_id: Mapped[str] = event_key(is_primary=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    questions: Mapped[tuple[Text, ...]]
    table_count: Mapped[int]
    host_ids: Mapped[tuple[str, ...]]
    has_hosts: Mapped[bool]
    seed: Mapped[int] = mapped_column(BigInteger)
    rules: Mapped[CafeRules]
    plan_number: Mapped[int]
    seating: Mapped[Seating | None]


class CafePlanRow(Row):
    """One of the plans kept for a café, with everybody at its tables."""

    __tablename__ = "cafe_plans"

    event_id: Mapped[str] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str]
    name: Mapped[str]
    settings: Mapped[CafeSettings]
    seating: Mapped[Seating]
    made_at: Mapped[datetime]
    is_locked: Mapped[bool]

    __table_args__ = (
        ForeignKeyConstraint(["event_id", "item_id"], ["cafes.event_id", "cafes.item_id"], ondelete="CASCADE"),
    )


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
    event_id: Mapped[str] = event_key()
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
    done_on: Mapped[date | None]
    speaker_id: Mapped[str]
    theme_id: Mapped[str]
    source_note_ids: Mapped[tuple[str, ...]]

    __table_args__ = (Index(None, "event_id", "number"),)


class ProceedingsRow(Versioned, Row):
    """What was decided about the written volume of an event."""

    __tablename__ = "proceedings"

    event_id: Mapped[str] = event_key(is_primary=True)
    sections: Mapped[tuple[Section, ...]]
    texts: Mapped[tuple[SectionText, ...]]
    status: Mapped[VolumeStatus]
    stages: Mapped[tuple[Stage, ...]]
    answers: Mapped[tuple[CheckAnswer, ...]]
    comments: Mapped[tuple[VolumeComment, ...]]
    recipients: Mapped[tuple[Recipient, ...]]
    themes: Mapped[tuple[HarvestTheme, ...]]
    parts: Mapped[tuple[VolumePart, ...]]


class ChangeRow(Row):
    """One row of the history."""

    __tablename__ = "changes"

    id: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = event_key()
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


class PhoneLinkRow(Row):
    """The page a participant opens on a phone. It outlives them on the list, so that an undo finds it again."""

    __tablename__ = "phone_links"

    token: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[str] = event_key()
    participation_id: Mapped[str]
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "event_id"),)


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
