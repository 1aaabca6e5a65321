from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.guide import GuideElement, MaterialPer
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text, typed
from facilitation.i18n.labels import material_per_label
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.guide_view import MATERIAL, METHOD, STEP, TEXTS, part_of
from facilitation.ui.messages import plain
from facilitation.ui.state import widget_key
from tests.builders import (
    EVENT_ID,
    a_contributor,
    a_guide,
    a_material,
    a_record,
    a_sheet,
    a_text,
    an_agenda,
    an_event,
    an_item,
    minutes,
    some_steps,
)
from tests.pages.opened import opened, said, stored, without_mistakes

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def a_session(**sheet: Any) -> EventRecord:
    """One session of an hour with a sheet of three steps that fill it, in an event of Albanian texts."""
    written: dict[str, Any] = {
        "question": a_text("What must change?"),
        "purpose": a_text("Purpose here"),
        "steps": some_steps(10, 20, 30),
        "materials": (a_material("Marker", 2, MaterialPer.TABLE),),
        **sheet,
    }
    return a_record(
        event=an_event(languages=("sq",)),
        agenda=an_agenda([an_item(minutes=60, facilitators=(a_contributor("Lehtësuese, Bashkia Elbasan"),))]),
        guide=a_guide(a_sheet(**written), elements=(GuideElement(a_text("Rule"), a_text("Be brief.")),)),
    )


def press(screen: AppTest, *parts: object) -> AppTest:
    return without_mistakes(screen.button(widget_key(*parts)).click().run())


def open_part(screen: AppTest, part: str) -> AppTest:
    return press(screen, "open_part", part)


def step_lengths(app: Application) -> list[int]:
    return [step.minutes for step in app.guides.get(EVENT_ID).sheet("item-1").steps]


def step_ids(app: Application) -> list[str]:
    return [step.id for step in app.guides.get(EVENT_ID).sheet("item-1").steps]


@LANGUAGES
def test_a_session_stands_as_a_page_with_the_clock_time_of_every_step(app: Application, language: str) -> None:
    stored(app, a_session())

    screen = opened("guide", language)

    titles = [header.value for header in screen.header]
    assert titles == [plain(f"item-1 ({language})"), plain(f"What must change? ({language})")]
    words = said(screen)
    for expected in ("**09:00–09:10**", "**09:10–09:30**", "**09:30–10:00**", "Lehtësuese, Bashkia Elbasan"):
        assert expected in words
    assert plain(f"Step 3 ({language})") in words
    assert plain(f"Purpose here ({language})") in words


def test_a_session_without_a_page_says_what_to_do(app: Application) -> None:
    stored(app, a_record(items=[30]))

    screen = opened("guide", "en")

    assert "Nothing is written for this session yet" in said(screen)
    assert [header.value for header in screen.header] == [plain("item-1 (en)")]


def test_an_event_without_sessions_leads_to_the_agenda(app: Application) -> None:
    stored(app, a_record())

    screen = opened("guide", "en")

    assert "The agenda has no session yet" in said(screen)
    assert screen.button("guide_to_agenda").label == "Open the agenda"


def test_steps_that_do_not_add_up_are_fitted_with_one_click_and_undone(app: Application) -> None:
    stored(app, a_session(steps=some_steps(10, 20)))
    screen = opened("guide", "sq")
    assert len(screen.warning) == 1

    press(screen, "fit_steps")
    assert step_lengths(app) == [20, 40]
    assert len(screen.warning) == 0

    press(screen, "undo_guide")
    assert step_lengths(app) == [10, 20]


def test_a_step_is_changed_in_the_side_panel(app: Application) -> None:
    stored(app, a_session())
    screen = open_part(opened("guide"), part_of(STEP, "step-2"))

    without_mistakes(screen.number_input(widget_key("step", "step-2", "duration")).set_value(15).run())
    without_mistakes(screen.text_area(widget_key("step", "step-2", "words", "sq")).set_value(" Mirë se vini! ").run())

    step = app.guides.get(EVENT_ID).sheet("item-1").steps[1]
    assert (step.minutes, step.words) == (15, Text(sq="Mirë se vini!"))
    assert "**09:25–09:55**" in said(screen)
    assert "Mirë se vini\\!" in said(screen)


def test_a_step_moves_up_and_down_and_stops_at_the_ends(app: Application) -> None:
    stored(app, a_session())
    screen = open_part(opened("guide"), part_of(STEP, "step-1"))
    assert screen.button("step_move_-1").disabled

    press(screen, "step_move_1")
    press(screen, "step_move_1")

    assert step_ids(app) == ["step-2", "step-3", "step-1"]
    assert screen.button("step_move_1").disabled


def test_a_step_is_added_and_removed(app: Application) -> None:
    stored(app, a_session())
    screen = opened("guide")

    screen.text_input("new_step_what").set_value("Pyetje nga salla")
    screen.number_input("new_step_minutes").set_value(12)
    press(screen, "new_step_save")
    added = app.guides.get(EVENT_ID).sheet("item-1").steps[-1]
    assert (added.minutes, added.what) == (12, Text(sq="Pyetje nga salla"))

    press(screen, "step_remove")
    assert step_ids(app) == ["step-1", "step-2", "step-3"]


def test_a_step_without_words_is_refused_in_a_sentence(app: Application) -> None:
    stored(app, a_session())
    screen = opened("guide", "en")

    screen.button("new_step_save").click().run()

    assert [error.value for error in screen.error] == ["The step has no words. Write what happens in it."]
    assert step_lengths(app) == [10, 20, 30]


def test_a_method_replaces_the_page_but_not_the_question_and_undo_brings_it_back(app: Application) -> None:
    before = stored(app, a_session()).guide.sheet("item-1")
    method = app.library.methods["world_cafe"]
    screen = open_part(opened("guide", "en"), METHOD)

    without_mistakes(screen.selectbox(widget_key("take_method", "item-1")).set_value("world_cafe").run())
    assert "3 steps and the texts of this page are replaced" in said(screen)
    press(screen, "use_method")

    sheet = app.guides.get(EVENT_ID).sheet("item-1")
    assert (sheet.technique, sheet.question) == (method.title, before.question)
    assert [step.what for step in sheet.steps] == [step.what for step in method.steps]
    assert sum((step.duration for step in sheet.steps), minutes(0)) == minutes(60)

    press(screen, "undo_guide")
    assert app.guides.get(EVENT_ID).sheet("item-1") == before
    assert [item.method_id for _day, item in app.agendas.get(EVENT_ID).items()] == [""]


def test_the_texts_of_a_page_are_saved_when_they_change(app: Application) -> None:
    stored(app, a_session(question=Text(sq="Çfarë?")))
    screen = open_part(opened("guide"), TEXTS)

    without_mistakes(
        screen.text_area(widget_key("sheet", "item-1", "question", "sq")).set_value("Çfarë duhet të ndryshojë?").run()
    )

    assert app.guides.get(EVENT_ID).sheet("item-1").question == Text(sq="Çfarë duhet të ndryshojë?")
    assert screen.header[1].value == "Çfarë duhet të ndryshojë?"


def test_a_material_is_changed_added_and_removed(app: Application) -> None:
    stored(app, a_session(materials=(a_material("Marker", 2, MaterialPer.TABLE),)))
    screen = open_part(opened("guide"), part_of(MATERIAL, 0))

    without_mistakes(screen.number_input(widget_key("material", "item-1", 0, "quantity")).set_value(0.5).run())
    screen.text_input("new_material_name").set_value("Fletë")
    screen.selectbox("new_material_per").set_value(MaterialPer.GROUP)
    press(screen, "new_material_save")
    marker, paper = app.guides.get(EVENT_ID).sheet("item-1").materials
    assert (marker.quantity, paper.name, paper.quantity, paper.per) == (0.5, Text(sq="Fletë"), 1, MaterialPer.GROUP)

    press(screen, "material_remove")
    assert app.guides.get(EVENT_ID).sheet("item-1").materials == (marker,)


@LANGUAGES
def test_materials_are_added_up_over_the_event(app: Application, language: str) -> None:
    stored(app, a_session())
    _ = Translator(language)
    screen = opened("guide", language)

    without_mistakes(screen.segmented_control("guide_shape").set_value("materials").run())

    row = screen.table[0].value.iloc[0].to_dict()
    assert row == {
        _("Material"): plain(f"Marker ({language})"),
        _("Quantity"): "**12**",
        _("Use"): _("Serves again"),
        _("Counted"): material_per_label(MaterialPer.TABLE, _),
        _("Where and when"): plain("09:00–10:00: 12"),
    }


def test_a_rule_for_the_whole_event_is_changed_added_and_removed(app: Application) -> None:
    stored(app, a_session())
    screen = opened("guide")
    without_mistakes(screen.segmented_control("guide_shape").set_value("event").run())

    key = widget_key("element", EVENT_ID, 0, "text", "sq")
    without_mistakes(screen.text_area(key).set_value("Flisni shkurt.").run())
    screen.text_input("new_element_title").set_value("Anonimati")
    screen.text_area("new_element_text").set_value("Asnjë emër.")
    press(screen, "new_element_save")
    first, second = app.guides.get(EVENT_ID).elements
    assert first.text.sq == "Flisni shkurt."
    assert second == GuideElement(typed("Anonimati", "sq"), typed("Asnjë emër.", "sq"))

    press(screen, "element", EVENT_ID, 0, "remove")
    assert app.guides.get(EVENT_ID).elements == (second,)


def test_the_arrows_lead_from_session_to_session(app: Application) -> None:
    stored(app, a_record(items=[30, 45]))
    screen = opened("guide", "en")

    press(screen, "guide_item", "arrow_forward")

    assert screen.header[0].value == plain("item-2 (en)")
    assert screen.button(widget_key("guide_item", "arrow_forward")).disabled


def test_signs_of_formatting_in_a_text_stay_signs(app: Application) -> None:
    stored(app, a_session(question=Text(sq="# [a](b) *c* $d$")))

    assert opened("guide").header[1].value == r"\# \[a\]\(b\) \*c\* \$d\$"
