"""Rooms, custom fields, absences, accepted findings and soft starts of an agenda; its versions, feeds and own files."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _added(table: str, *columns: tuple[str, Any, Any]) -> None:
    """New columns that must have a value; existing rows get the default.

    No table is made anew for them: on SQLite that would drop the old one, and with it the rows that hang on it.
    """
    for name, kind, default in columns:
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))


def _interval(minutes: int) -> sa.TextClause:
    """A length as a default: SQLite keeps intervals as a date after 1970."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    return sa.text(f"'1970-01-01 00:{minutes:02}:00.000000'" if is_sqlite else f"'{minutes} minutes'")


def upgrade() -> None:
    _added("events", ("rules_left_out", sa.Text(), "[]"))
    _added(
        "agendas",
        ("rooms", sa.Text(), "[]"),
        ("custom_fields", sa.Text(), "[]"),
        ("absences", sa.Text(), "[]"),
        ("accepted", sa.Text(), "[]"),
        ("room_change", sa.Interval(), _interval(10)),
    )
    _added(
        "agenda_items",
        ("buffer_before", sa.Interval(), _interval(0)),
        ("is_optional", sa.Boolean(), sa.false()),
        ("audience", sa.Text(), "public"),
        ("people", sa.Integer(), "0"),
        ("custom", sa.Text(), "[]"),
    )
    op.add_column("agenda_items", sa.Column("soft_start", sa.Time(), nullable=True))
    op.add_column("agenda_items", sa.Column("shortest", sa.Interval(), nullable=True))
    op.create_table(
        "releases",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("released_at", sa.Text(), nullable=False),
        sa.Column("released_by", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_releases"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_releases_event_id", ondelete="CASCADE"),
    )
    op.create_index("ix_releases_event_id_number", "releases", ["event_id", "number"], unique=True)
    op.create_table(
        "calendar_feeds",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("token", name="pk_calendar_feeds"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_calendar_feeds_event_id", ondelete="CASCADE"),
    )
    op.create_index("ix_calendar_feeds_event_id", "calendar_feeds", ["event_id"])
    op.create_table(
        "own_files",
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("part", "key", name="pk_own_files"),
    )
