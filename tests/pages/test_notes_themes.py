from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from facilitation.domain.note import Note, NoteKind
from facilitation.domain.proceedings import HarvestTheme, ProceedingsPlan
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.ui.state import widget_key
from tests.builders import EVENT_ID, a_note
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.test_notes import LANGUAGES, a_cafe_session, notes_of

SHELTER = HarvestTheme("shelter", Text(sq="Strehimi", en="Shelter"), "item-1")


def a_result(note_id: str, table: int, **fields: str) -> Note:
    return a_note(note_id, kind=NoteKind.HARVEST, text=f"Nga tryeza {table}", round=1, table=table, **fields)


def at_themes(app: Application, *notes: Note, themes: tuple[HarvestTheme, ...] = (SHELTER,), language: str) -> AppTest:
    stored(app, replace(a_cafe_session(*notes), proceedings=ProceedingsPlan(EVENT_ID, themes=themes)))
    screen = opened("notes", language)
    return without_mistakes(screen.segmented_control("notes_shape").set_value("themes").run())


@LANGUAGES
def test_a_theme_is_made_filled_and_summed_up(app: Application, language: str) -> None:
    screen = at_themes(app, a_result("one", 1), a_result("two", 2), themes=(), language=language)

    new = screen.text_input(widget_key("new_harvest_theme", "item-1"))
    without_mistakes(new.set_value("Strehimi").run())
    (theme,) = app.proceedings.get(EVENT_ID).themes
    without_mistakes(screen.selectbox(widget_key("result_theme", "one")).set_value(theme.id).run())
    without_mistakes(screen.text_area(widget_key("synthesis", theme.id)).set_value("Strehë në çdo qark.").run())

    assert (getattr(theme.title, language), theme.item_id) == ("Strehimi", "item-1")
    (line,) = (note for note in notes_of(app) if note.kind is NoteKind.SYNTHESIS)
    assert (line.text, line.source_note_ids) == ("Strehë në çdo qark.", ("one",))


def test_a_result_that_came_later_asks_whether_the_line_still_holds(app: Application) -> None:
    line = a_note("line", kind=NoteKind.SYNTHESIS, text="Bashkë", theme_id="shelter", source_note_ids=("one", "gone"))
    screen = at_themes(app, a_result("one", 1, theme_id="shelter"), line, language="en")
    assert "changed after the line was written" in said(screen)
    assert "It rests on 1 result." in said(screen)

    without_mistakes(screen.button(widget_key("still_holds", "shelter")).click().run())

    assert next(note for note in notes_of(app) if note.id == "line").source_note_ids == ("one",)
    assert "changed after the line was written" not in said(screen)


def test_a_removed_theme_leaves_its_results(app: Application) -> None:
    screen = at_themes(app, a_result("one", 1, theme_id="shelter"), language="en")

    without_mistakes(screen.button(widget_key("remove_theme", "shelter")).click().run())

    assert [(note.id, note.theme_id) for note in notes_of(app)] == [("one", "")]
    assert "Results under no theme (1)" in said(screen)
