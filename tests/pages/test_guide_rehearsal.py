"""The rehearsal and the prints on the screen of the guide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.print_look import PrintLook
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.papers import Papers
from facilitation.ui import documents_menu
from facilitation.ui.messages import plain
from facilitation.ui.state import widget_key
from tests.builders import (
    EVENT_ID,
    a_contributor,
    a_guide,
    a_record,
    a_sheet,
    a_text,
    an_agenda,
    an_event,
    an_item,
    some_steps,
)
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.screen_words import rows, titles

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
BERAT, FIER = a_contributor("Lehtësuese, Bashkia Berat"), a_contributor("Lehtësues, Qendra Fier")


def a_day() -> EventRecord:
    """Two sessions at once of one person, one of somebody else, and a panel nobody leads; the first has a page."""
    items = [
        an_item("a", parallel="p", room="A", facilitators=(BERAT,)),
        an_item("b", parallel="p", room="B", facilitators=(BERAT,)),
        an_item("c", facilitators=(FIER,)),
        an_item("d", kind=ItemKind.PANEL),
    ]
    sheet = a_sheet("a", steps=some_steps(10, 20), plan_b=a_text("B"))
    return a_record(event=an_event(languages=("sq",)), agenda=an_agenda(items), guide=a_guide(sheet))


def shape(name: str, language: str = "sq") -> AppTest:
    screen = opened("guide", language)
    return without_mistakes(screen.segmented_control("guide_shape").set_value(name).run())


def trained(screen: AppTest) -> list[bool]:
    return [row["is_checked"] for row in rows(screen) if row.get("is_checked") is not None]


@LANGUAGES
def test_the_rehearsal_says_who_leads_what_and_what_to_settle(app: Application, language: str) -> None:
    stored(app, a_day())
    _ = Translator(language)

    screen = shape("rehearsal", language)

    names = {row["heading"] for row in rows(screen) if "heading" in row}
    assert names == {_("One person, two places"), _("Nobody is named to lead these sessions"), BERAT.name, FIER.name}
    (clash,) = [row for row in rows(screen) if row.get("level") == "block"]
    assert "09:00–09:30" in clash["below"]
    assert _("Nobody was trained on the guide yet.") in said(screen)
    assert plain(_(_("the words to say are not written yet"))) in said(screen)

    without_mistakes(screen.button("rehearsal_tick_all").click().run())
    assert app.guides.get(EVENT_ID).trained == (BERAT.identity, FIER.identity)
    assert trained(screen) == [True, True]

    without_mistakes(screen.button("undo_guide").click().run())
    assert trained(screen) == [False, False]

    without_mistakes(screen.button(widget_key("practise", "a", "step-2")).click().run())
    assert screen.header[0].value == plain(f"a ({language})")


def test_without_facilitators_the_rehearsal_leads_to_the_agenda(app: Application) -> None:
    stored(app, a_record(items=[30]))

    screen = shape("rehearsal")

    assert screen.button("rehearsal_to_agenda").label == "Hap axhendën"
    assert titles(screen) == [plain("item-1 (sq)").replace("\\", "")]


@LANGUAGES
def test_prints_say_what_is_out_of_date_and_take_the_look_along(
    app: Application, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(app, a_day())
    taken: list[Any] = []
    monkeypatch.setattr(Papers, "make", lambda _self, *wanted: taken.append(wanted))
    made: list[Any] = []
    monkeypatch.setattr(documents_menu, "file_button", lambda _label, make, name, **_look: made.append((name, make)))
    assert "v1" not in said(shape("prints", language))

    app.releases.release(EVENT_ID, name="", note="")
    assert Translator(language)("The table “The event at a glance” is new.") not in said(shape("prints", language))
    sheet = app.guides.get(EVENT_ID).sheet("a")
    app.guides.edit_sheet(EVENT_ID, sheet, replace(sheet, plan_b=Text(sq="Tjetër")))

    made.clear()
    screen = shape("prints", language)
    assert len(screen.warning) == 1
    assert plain(f"09:00 · a ({language})") in said(screen)
    without_mistakes(screen.toggle(widget_key("print_large", "guide")).set_value(True).run())
    without_mistakes(screen.toggle(widget_key("print_low_ink", "guide")).set_value(True).run())
    assert app.preferences.print_look() == PrintLook(is_large=True, is_low_ink=True)
    next(make for name, make in made if name == "rehearsal.docx")()
    assert taken == [(EVENT_ID, "rehearsal.docx", "sq", PrintLook(is_large=True, is_low_ink=True))]

    without_mistakes(screen.selectbox(widget_key("guide_of", EVENT_ID)).set_value(BERAT.identity).run())
