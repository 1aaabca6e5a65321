"""Questionnaires with their replies, the brief of an event, and more about who comes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("brief", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("events", sa.Column("quotas", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("persons", sa.Column("title", sa.Text(), nullable=False, server_default=""))
    op.add_column("persons", sa.Column("is_coded", sa.Boolean(), nullable=False, server_default=sa.false()))
    _extend_participations()
    _create_questionnaires()
    _create_replies()
    _create_form_links()


def _extend_participations() -> None:
    op.add_column("participations", sa.Column("quote_consent", sa.Text(), nullable=False, server_default="not_asked"))
    op.add_column("participations", sa.Column("contact_consent", sa.Text(), nullable=False, server_default="not_asked"))
    op.add_column("participations", sa.Column("consented_on", sa.Date(), nullable=True))
    op.add_column("participations", sa.Column("pays", sa.Text(), nullable=False, server_default="not_settled"))
    op.add_column("participations", sa.Column("travel", sa.Text(), nullable=False, server_default=""))
    op.add_column("participations", sa.Column("nights", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("participations", sa.Column("wave", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("participations", sa.Column("invited_on", sa.Date(), nullable=True))
    op.add_column("participations", sa.Column("answered_on", sa.Date(), nullable=True))
    op.add_column("participations", sa.Column("substitute_for_id", sa.Text(), nullable=False, server_default=""))
    op.add_column("participations", sa.Column("check_ins", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("participations", sa.Column("certificate", sa.Text(), nullable=False, server_default=""))


def _of_event(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=f"fk_{table}_event_id", ondelete="CASCADE")


def _create_questionnaires() -> None:
    op.create_table(
        "questionnaires",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("intro", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questionnaires"),
        _of_event("questionnaires"),
    )
    op.create_index("ix_questionnaires_event_id_number", "questionnaires", ["event_id", "number"])


def _create_replies() -> None:
    op.create_table(
        "replies",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("questionnaire_id", sa.Text(), nullable=False),
        sa.Column("participation_id", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("given_at", sa.Text(), nullable=True),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("quote_consent", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_replies"),
        _of_event("replies"),
    )
    op.create_index("ix_replies_event_id_number", "replies", ["event_id", "number"])
    op.create_index("ix_replies_participation_id", "replies", ["participation_id"])


def _create_form_links() -> None:
    op.create_table(
        "form_links",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("questionnaire_id", sa.Text(), nullable=False),
        sa.Column("participation_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_form_links"),
        _of_event("form_links"),
    )
    op.create_index("ix_form_links_event_id", "form_links", ["event_id"])
