"""Dependencies, proofs and comments of tasks; budgets, series and attached files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("series_id", sa.Text(), nullable=False, server_default=""))
    op.add_column("notes", sa.Column("done_on", sa.Date(), nullable=True))
    _extend_tasks()
    _create_budgets()
    _create_series()
    _create_attachments()


def _extend_tasks() -> None:
    op.add_column("tasks", sa.Column("counted_from", sa.Text(), nullable=False, server_default="event"))
    op.add_column("tasks", sa.Column("counted_from_id", sa.Text(), nullable=False, server_default=""))
    op.add_column("tasks", sa.Column("is_working_days", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("tasks", sa.Column("work_days", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("tasks", sa.Column("waits_for", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("tasks", sa.Column("deputy", sa.Text(), nullable=False, server_default=""))
    op.add_column("tasks", sa.Column("blocked_by", sa.Text(), nullable=False, server_default=""))
    op.add_column("tasks", sa.Column("is_reached", sa.Boolean(), nullable=True))
    op.add_column("tasks", sa.Column("proof", sa.Text(), nullable=False, server_default=""))
    op.add_column("tasks", sa.Column("points", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("tasks", sa.Column("comments", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("tasks", sa.Column("from_note_id", sa.Text(), nullable=False, server_default=""))


def _create_budgets() -> None:
    op.create_table(
        "budgets",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("rate", sa.Text(), nullable=True),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_budgets"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_budgets_event_id", ondelete="CASCADE"),
    )


def _create_series() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.Column("deliveries", sa.Text(), nullable=False),
        sa.Column("presidency", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
    )


def _create_attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attachments"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_attachments_event_id", ondelete="CASCADE"),
    )
    op.create_index("ix_attachments_event_id", "attachments", ["event_id"])
