"""The display in the hall: what the board gets, in which order, and what can be chosen."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.cafe import Round, Seating
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.builders import a_cafe, a_participation, a_record, a_text, an_agenda, an_item
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.screen_words import a_new_event, elements

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
SECRET = "SEKRET-7Q4"
NAMES = ("Zyra", "Dhjetë", "Ditë", "Çelësi")
SEATING = Seating((Round((("p0", "p1"), ("p2", "p3"))), Round((("p0", "p2"), ("p1", "p3")))), (), 1, (), 6, 6, 0, 0.0)
CAFE = an_item("item-1", minutes=60, kind=ItemKind.WORLD_CAFE, internal_note=SECRET)
RECORD = a_record(
    items=[CAFE],
    participations=tuple(
        a_participation(f"p{n}", name=name, organisation=SECRET, email=SECRET, note=SECRET, access_needs=SECRET)
        for n, name in enumerate(NAMES)
    ),
    cafes=(a_cafe(seating=SEATING),),
)


def boards(screen: AppTest) -> list[dict[str, Any]]:
    """The boards on the screen, as the browser gets them."""
    found = [
        node.proto for node in elements(screen) if getattr(node.proto, "component_name", "") == "tryeza_hall_board"
    ]
    return [json.loads(proto.json) for proto in found]


@LANGUAGES
def test_the_board_has_names_in_albanian_order_and_their_tables_and_nothing_else(
    app: Application, language: str
) -> None:
    stored(app, RECORD)

    (board,) = boards(opened("hall", language))

    order = {"sq": ["Çelësi", "Ditë", "Dhjetë", "Zyra"], "en": ["Çelësi", "Dhjetë", "Ditë", "Zyra"]}
    assert [name for name, _table in board["lines"]] == order[language]
    assert sorted(board["lines"]) == [["Dhjetë", 1], ["Ditë", 2], ["Zyra", 1], ["Çelësi", 2]]
    assert board["title"] == Translator(language)("Round {number}").format(number=1) + " · 09:00–09:30"
    assert board["question"] == a_text("Question 1").said_in(language)
    assert SECRET not in json.dumps(board)


def test_a_round_is_chosen_and_so_is_how_long_a_page_stays(app: Application) -> None:
    stored(app, RECORD)
    screen = opened("hall", "en")

    screen.segmented_control("hall_round·item-1").set_value(2).run()
    screen.selectbox("hall_seconds").select(30)
    (board,) = boards(without_mistakes(screen.run()))

    assert board["title"] == "Round 2 · 09:30–10:00"
    assert board["seconds"] == 30
    assert dict(board["lines"])["Dhjetë"] == 2


@LANGUAGES
def test_before_the_groups_are_made_the_display_waits_for_them(app: Application, language: str) -> None:
    a_new_event(app, people=12)

    screen = opened("hall", language)

    assert boards(screen) == []
    assert Translator(language)("The groups are not made yet. They stand here as soon as they are.") in said(screen)


def test_of_several_cafes_one_is_chosen(app: Application) -> None:
    second = an_item("item-2", minutes=60, kind=ItemKind.WORLD_CAFE, title=a_text("Second"))
    record = a_record(
        agenda=an_agenda([CAFE, second]),
        participations=RECORD.participations,
        cafes=(a_cafe(item_id="item-2", seating=SEATING), RECORD.cafes[0]),
    )
    stored(app, record)
    screen = opened("hall", "en")

    without_mistakes(screen.selectbox(f"hall_cafe·{record.event.id}").select("item-2").run())

    assert [board["title"] for board in boards(screen)] == ["Round 1 · 10:00–10:30"]


@LANGUAGES
def test_an_agenda_without_a_cafe_says_so_and_leads_to_the_agenda(app: Application, language: str) -> None:
    a_new_event(app, instrument="regional-group")
    screen = opened("hall", language)

    without_mistakes(screen.button("hall_to_agenda").click().run())

    assert [title.value for title in screen.title] == [Translator(language)("Agenda")]
