"""How far the volume is and who gets it; where notes belong; who was trained on the guide."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

LISTS = ("stages", "answers", "comments", "recipients", "themes", "parts")


def upgrade() -> None:
    op.add_column("notes", sa.Column("speaker_id", sa.Text(), nullable=False, server_default=""))
    op.add_column("notes", sa.Column("theme_id", sa.Text(), nullable=False, server_default=""))
    op.add_column("notes", sa.Column("source_note_ids", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("guides", sa.Column("trained", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("proceedings", sa.Column("status", sa.Text(), nullable=False, server_default="draft"))
    for name in LISTS:
        op.add_column("proceedings", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
