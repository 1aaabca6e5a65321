"""The pages participants open on their phones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "phone_links",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("participation_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("token", name="pk_phone_links"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_phone_links_event_id", ondelete="CASCADE"),
    )
    op.create_index("ix_phone_links_event_id", "phone_links", ["event_id"])
