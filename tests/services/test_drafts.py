from __future__ import annotations

from dataclasses import replace

from facilitation.services.application import Application

FIELD = "entry·item-1·text"


def test_a_draft_is_there_for_the_next_visit(app: Application) -> None:
    app.preferences.keep_draft("event-1", FIELD, "Gjysmë")
    app.preferences.keep_draft("event-1", FIELD, "Gjysmë fjalie")

    assert app.preferences.drafts("event-1") == {FIELD: "Gjysmë fjalie"}


def test_a_saved_field_leaves_no_draft(app: Application) -> None:
    app.preferences.keep_draft("event-1", FIELD, "Gjysmë fjalie")
    app.preferences.keep_draft("event-1", "harvest·item-2·1·3", "Një ide")

    app.preferences.drop_drafts("event-1", FIELD, "never·there")

    assert app.preferences.drafts("event-1") == {"harvest·item-2·1·3": "Një ide"}


def test_drafts_belong_to_one_event_and_one_person(app: Application) -> None:
    somebody_else = replace(app.preferences, desk=replace(app.preferences.desk, actor="somebody-else"))
    app.preferences.keep_draft("event-1", FIELD, "E imja")

    assert app.preferences.drafts("event-10") == {}
    assert somebody_else.drafts("event-1") == {}


def test_a_sign_of_a_pattern_in_a_name_finds_nothing_else(app: Application) -> None:
    app.preferences.keep_draft("event-1", FIELD, "E imja")

    assert app.preferences.drafts("event_1") == {}
    assert app.preferences.drafts("%") == {}
