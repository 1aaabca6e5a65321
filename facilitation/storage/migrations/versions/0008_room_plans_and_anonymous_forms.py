"""How a room stands for a session and who sees to what; forms that ask nobody who they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

EMPTY = '{"sq":"","en":""}'


def upgrade() -> None:
    op.add_column("guide_sheets", sa.Column("layout", sa.Text(), nullable=True))
    for name in ("equipment", "interpretation", "logistics"):
        op.add_column("guide_sheets", sa.Column(name, sa.Text(), nullable=False, server_default=EMPTY))
    op.add_column("questionnaires", sa.Column("is_anonymous", sa.Boolean(), nullable=False, server_default=sa.false()))
