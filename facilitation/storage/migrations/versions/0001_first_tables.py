"""Every table of Tryeza 0.1."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("day_count", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("expected_people", sa.Integer(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("design_started_on", sa.Date(), nullable=True),
        sa.Column("objectives", sa.Text(), nullable=False),
        sa.Column("sector_targets", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("expected_results", sa.Text(), nullable=False),
        sa.Column("consultation", sa.Text(), nullable=False),
        sa.Column("donors", sa.Text(), nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("sources_note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_table(
        "agendas",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_agendas"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_agendas_event_id", ondelete="CASCADE"),
    )
    op.create_table(
        "agenda_days",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "day", name="pk_agenda_days"),
        sa.ForeignKeyConstraint(["event_id"], ["agendas.event_id"], name="fk_agenda_days_event_id", ondelete="CASCADE"),
    )
    op.create_table(
        "agenda_items",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("duration", sa.Interval(), nullable=False),
        sa.Column("pinned_start", sa.Time(), nullable=True),
        sa.Column("parallel", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("method_id", sa.Text(), nullable=False),
        sa.Column("questions", sa.Interval(), nullable=False),
        sa.Column("speakers", sa.Text(), nullable=False),
        sa.Column("facilitators", sa.Text(), nullable=False),
        sa.Column("note_takers", sa.Text(), nullable=False),
        sa.Column("objective_ids", sa.Text(), nullable=False),
        sa.Column("attribution", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("internal_note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "id", name="pk_agenda_items"),
        sa.ForeignKeyConstraint(
            ["event_id"], ["agendas.event_id"], name="fk_agenda_items_event_id", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "guides",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("elements", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_guides"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_guides_event_id", ondelete="CASCADE"),
    )
    op.create_table(
        "guide_sheets",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("technique", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("room_setup", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("output", sa.Text(), nullable=False),
        sa.Column("plan_b", sa.Text(), nullable=False),
        sa.Column("risks", sa.Text(), nullable=False),
        sa.Column("materials", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "item_id", name="pk_guide_sheets"),
        sa.ForeignKeyConstraint(["event_id"], ["guides.event_id"], name="fk_guide_sheets_event_id", ondelete="CASCADE"),
    )
    op.create_table(
        "guide_steps",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("duration", sa.Interval(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "item_id", "id", name="pk_guide_steps"),
        sa.ForeignKeyConstraint(
            ["event_id", "item_id"],
            ["guide_sheets.event_id", "guide_sheets.item_id"],
            name="fk_guide_steps_event_id_item_id",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("offset_days", sa.Integer(), nullable=True),
        sa.Column("owner_role", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("benchmark", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("pinned_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("minimum_days", sa.Integer(), nullable=True),
        sa.Column("is_from_seed", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tasks"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_tasks_event_id", ondelete="CASCADE"),
    )
    op.create_index("ix_tasks_event_id_number", "tasks", ["event_id", "number"])
    op.create_table(
        "persons",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
    )
    op.create_table(
        "participations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("days_attended", sa.Text(), nullable=False),
        sa.Column("access_needs", sa.Text(), nullable=False),
        sa.Column("dietary_needs", sa.Text(), nullable=False),
        sa.Column("photo_consent", sa.Text(), nullable=False),
        sa.Column("list_consent", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participations"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_participations_event_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_participations_person_id"),
    )
    op.create_index("ix_participations_event_id_number", "participations", ["event_id", "number"])
    op.create_index("ix_participations_person_id", "participations", ["person_id"])
    op.create_table(
        "cafes",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("table_count", sa.Integer(), nullable=False),
        sa.Column("host_ids", sa.Text(), nullable=False),
        sa.Column("has_hosts", sa.Boolean(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("seating", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "item_id", name="pk_cafes"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_cafes_event_id", ondelete="CASCADE"),
    )
    op.create_table(
        "seats",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("table", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("participation_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "item_id", "round", "table", "position", name="pk_seats"),
        sa.ForeignKeyConstraint(
            ["event_id", "item_id"],
            ["cafes.event_id", "cafes.item_id"],
            name="fk_seats_event_id_item_id",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "notes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("speaker_role", sa.Text(), nullable=False),
        sa.Column("speaker_sector", sa.Text(), nullable=False),
        sa.Column("quote_consent", sa.Boolean(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("table", sa.Integer(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_notes_event_id", ondelete="CASCADE"),
    )
    op.create_index("ix_notes_event_id_number", "notes", ["event_id", "number"])
    op.create_table(
        "proceedings",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("sections", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_proceedings"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_proceedings_event_id", ondelete="CASCADE"),
    )
    op.create_table(
        "changes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_changes_event_id", ondelete="CASCADE"),
    )
    op.create_index("ix_changes_event_id_number", "changes", ["event_id", "number"])
    op.create_table(
        "preferences",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_preferences"),
    )


def downgrade() -> None:
    for table in (
        "preferences",
        "changes",
        "proceedings",
        "notes",
        "seats",
        "cafes",
        "participations",
        "persons",
        "tasks",
        "guide_steps",
        "guide_sheets",
        "guides",
        "agenda_items",
        "agenda_days",
        "agendas",
        "events",
    ):
        op.drop_table(table)
