"""The list of materials on the guide's screen: sums, rooms, moves, the reserve and the tasks made of it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.guide_view import MATERIAL, part_of
from tests.builders import EVENT_ID, a_guide, a_material, a_record, a_sheet, an_agenda, an_event, an_item
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.screen_words import a_new_event

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
PROJECTOR = Material(Text(sq="Projektor", en="Projector"), 1, MaterialPer.EVENT)


def two_rooms(*extra: Material, days: int = 1) -> EventRecord:
    """Two sessions one after the other, in two rooms."""
    items = [an_item("item-1", room="Salla A"), an_item("item-2", room="Salla 2")]
    return a_record(
        event=an_event(day_count=days),
        agenda=an_agenda(items),
        guide=a_guide(*(a_sheet(item.id, materials=(PROJECTOR, *extra)) for item in items)),
    )


def listed(language: str = "en", shape: str = "sums") -> AppTest:
    screen = opened("guide", language)
    screen.segmented_control("guide_shape").set_value("materials").run()
    return without_mistakes(screen.segmented_control("material_shape").set_value(shape).run())


@LANGUAGES
def test_each_thing_says_where_and_when_and_how_many(app: Application, language: str) -> None:
    stored(app, two_rooms(a_material("Form"), days=2))
    _ = Translator(language)

    screen = listed(language)

    first, second = (row.to_dict() for _place, row in screen.table[0].value.iterrows())
    day = _("Day {number}").format(number=1)
    where = first[_("Where and when")].replace("\\", "")
    assert where == f"{day}, 09:00–09:30, Salla A: 1; {day}, 09:30–10:00, Salla 2: 1"
    assert first[_("Quantity")] == "**1**"
    assert second[_("Quantity")] == "**66** · " + _("{count} in reserve").format(count=6)


@LANGUAGES
def test_rooms_and_moves_are_listed(app: Application, language: str) -> None:
    stored(app, two_rooms())
    _ = Translator(language)

    rooms = listed(language, "places")
    assert [heading.value.replace("\\", "") for heading in rooms.subheader] == [
        _("Day {number}").format(number=1) + ", Salla 2",
        _("Day {number}").format(number=1) + ", Salla A",
    ]
    moves = listed(language, "moves")

    row = moves.table[0].value.iloc[0].to_dict()
    assert [row[_(name)].replace("\\", "") for name in ("Needed", "From", "To")] == ["09:30", "Salla A", "Salla 2"]


@LANGUAGES
def test_where_nothing_is_carried_it_is_said(app: Application, language: str) -> None:
    stored(app, a_record(items=[30], guide=a_guide(a_sheet("item-1", materials=(PROJECTOR,)))))

    assert Translator(language)("Nothing has to be carried from room to room.") in said(listed(language, "moves"))


def test_the_reserve_is_typed_and_kept_for_everybody(app: Application) -> None:
    stored(app, two_rooms(a_material("Form")))
    screen = listed()

    without_mistakes(screen.number_input(f"reserve·{EVENT_ID}").set_value(25).run())

    assert app.material_lists.percent(EVENT_ID) == 25
    assert screen.table[0].value.iloc[1]["Quantity"] == "**75** · 15 in reserve"


@LANGUAGES
def test_tasks_are_made_once_and_undone_in_one_stroke(app: Application, language: str) -> None:
    stored(app, two_rooms(a_material("Form")))
    screen = listed(language)

    without_mistakes(screen.button("material_tasks").click().run())
    made = app.tasks.list_for(EVENT_ID)
    without_mistakes(screen.button("material_tasks").click().run())

    assert [(task.offset_days, len(task.points)) for task in made] == [(-7, 1), (-1, 1)]
    assert app.tasks.list_for(EVENT_ID) == made
    assert Translator(language)("The checklist has all of it already.") in said(screen)
    app.history.undo(EVENT_ID, "task")
    assert app.tasks.list_for(EVENT_ID) == ()


def test_a_thing_can_be_said_to_be_used_up(app: Application) -> None:
    stored(app, two_rooms())
    screen = opened("guide", "en")
    screen.session_state["chosen"] = {"guide_item": "item-1", "guide_part": part_of(MATERIAL, 0)}
    screen.run()

    without_mistakes(screen.selectbox("material·item-1·0·use").set_value("used_up").run())
    assert app.guides.get(EVENT_ID).sheet("item-1").materials[0].is_used_up is True
    without_mistakes(screen.selectbox("material·item-1·0·use").set_value("").run())

    assert app.guides.get(EVENT_ID).sheet("item-1").materials[0].is_used_up is None


@LANGUAGES
@pytest.mark.parametrize("shape", ["sums", "places", "moves"])
def test_a_whole_conference_is_listed(app: Application, language: str, shape: str) -> None:
    a_new_event(app, people=300)

    assert len(listed(language, shape).get("download_button")) >= 2
