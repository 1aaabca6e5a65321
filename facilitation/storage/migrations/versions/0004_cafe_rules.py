"""Rules of a world café, and several plans kept for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cafes", sa.Column("rules", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("cafes", sa.Column("plan_number", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "cafe_plans",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("seating", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("is_locked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "item_id", "number", name="pk_cafe_plans"),
        sa.ForeignKeyConstraint(
            ["event_id", "item_id"],
            ["cafes.event_id", "cafes.item_id"],
            name="fk_cafe_plans_event_id_item_id",
            ondelete="CASCADE",
        ),
    )
