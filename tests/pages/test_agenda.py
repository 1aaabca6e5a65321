"""The agenda: list, side panel, picture, findings, and what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from time import monotonic

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import AgendaItem, Attribution, Audience, ItemKind, Room
from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.ui.row_list import Refused
from facilitation.ui.state import GIVING
from tests.builders import EVENT_ID, a_contributor, a_record, an_agenda, an_event, an_item, minutes
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.screen_words import a_new_event, charts, lists, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def a_day() -> EventRecord:
    """Three sessions from 09:00; the second starts pinned half an hour late."""
    items = [
        an_item("item-1", minutes=60, room="Salla A", facilitators=(a_contributor("Lehtësuese, Bashkia Elbasan"),)),
        an_item("item-2", minutes=30, kind=ItemKind.BREAK, pinned_start=time(10, 30)),
        an_item("item-3", minutes=45, kind=ItemKind.WORKING_GROUPS),
    ]
    rooms = tuple(Room(name) for name in ("Salla A", "Salla B", "Salla C"))
    agenda = an_agenda(days=[items, [an_item("item-4", room="Kopshti")]], rooms=rooms)
    return a_record(event=an_event(objectives=["goal"], day_count=2), agenda=agenda)


def with_panel(item_id: str, language: str = "sq") -> AppTest:
    screen = opened("agenda", language)
    screen.session_state["chosen"] = {"agenda_item": item_id}
    return without_mistakes(screen.run())


def item(app: Application, item_id: str) -> AgendaItem:
    found = app.agendas.get(EVENT_ID).item(item_id)
    assert found is not None
    return found


@LANGUAGES
@pytest.mark.parametrize("people", [0, 3, 300])
def test_the_day_of_a_new_event_stands_as_a_list(app: Application, people: int, language: str) -> None:
    event = a_new_event(app, people=people)

    screen = opened("agenda", language)

    first = app.agendas.get(event.id).days[0]
    assert titles(screen) == [entry.title.said_in(language) for entry in first.items]
    assert rows(screen)[0]["lead"] == "08:30"


@LANGUAGES
def test_a_row_shows_clock_kind_room_and_who_in_short(app: Application, language: str) -> None:
    stored(app, a_day())

    screen = opened("agenda", language)

    kind = {"sq": "Seancë plenare", "en": "Plenary"}[language]
    first, second, third = rows(screen)
    assert (first["lead"], first["facts"], first["trail"]) == ("09:00", "Salla A · Lehtësuese", "60\xa0min")
    assert (first["mark"], first["mark_text"]) == ("plenary", kind)
    assert (second["lead"], second["is_fixed"], second["is_quiet"]) == ("10:30", True, True)
    assert "30" in second["below"]
    assert third["level"] == "warn"


@LANGUAGES
def test_several_facilitators_are_counted(app: Application, language: str) -> None:
    both = (a_contributor("Lehtësuese, Elbasan"), a_contributor("Lehtësues, Berat"))
    stored(app, a_record(agenda=an_agenda([an_item(facilitators=both)])))

    screen = opened("agenda", language)

    assert rows(screen)[0]["facts"].endswith({"sq": "2 lehtësues", "en": "2 facilitators"}[language])


def test_the_second_day_has_a_list_of_its_own(app: Application) -> None:
    stored(app, a_day())
    screen = opened("agenda")

    screen.segmented_control(f"agenda_day·{EVENT_ID}").set_value(2)
    without_mistakes(screen.run())

    assert titles(screen) == ["item-4 (sq)"]


@LANGUAGES
def test_the_panel_saves_every_field_on_change(app: Application, language: str) -> None:
    stored(app, a_day())
    screen = with_panel("item-1", language)

    screen.text_input(f"item·item-1·title·{language}").set_value("Hapja solemne").run()
    screen.number_input("item·item-1·duration").set_value(90).run()
    screen.selectbox("item·item-1·kind").set_value(ItemKind.OPENING).run()
    screen.selectbox("item·item-1·room").set_value("Salla B").run()
    screen.time_input("item·item-1·pin").set_value(time(9, 15)).run()
    screen.session_state["item·item-1·more"] = True
    screen.run()
    screen.multiselect("item·item-1·objectives").set_value(["goal"]).run()
    screen.selectbox("item·item-1·attribution").set_value(Attribution.NOBODY).run()
    screen.text_area("item·item-1·internal").set_value("Vetëm për stafin").run()
    without_mistakes(screen)

    seen = item(app, "item-1")
    assert seen.title.said_in(language) == "Hapja solemne"
    assert (seen.minutes, seen.kind, seen.room, seen.pinned_start) == (90, ItemKind.OPENING, "Salla B", time(9, 15))
    assert (seen.objective_ids, seen.attribution, seen.internal_note) == (
        ("goal",),
        Attribution.NOBODY,
        "Vetëm për stafin",
    )
    assert rows(screen)[0]["lead"] == "09:15"


def test_the_rarer_fields_are_saved_on_change(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1")
    screen.session_state["item·item-1·more"] = True
    screen.run()

    screen.time_input("item·item-1·soft").set_value(time(8, 45)).run()
    screen.number_input("item·item-1·buffer").set_value(10).run()
    screen.toggle("item·item-1·optional").set_value(True).run()
    screen.number_input("item·item-1·shortest").set_value(40).run()
    screen.selectbox("item·item-1·audience").set_value(Audience.PARTICIPANTS).run()
    screen.number_input("item·item-1·people").set_value(25).run()
    without_mistakes(screen)

    assert item(app, "item-1") == replace(
        a_day().agenda.days[0].items[0],
        soft_start=time(8, 45),
        buffer_before=minutes(10),
        is_optional=True,
        shortest=minutes(40),
        audience=Audience.PARTICIPANTS,
        people=25,
    )
    screen.number_input("item·item-1·shortest").set_value(0).run()
    assert item(app, "item-1").shortest is None


def test_the_room_is_one_of_the_event_or_of_another_session_or_none(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1")

    assert screen.selectbox("item·item-1·room").options == ["Salla A", "Salla B", "Salla C", "Kopshti"]
    screen.selectbox("item·item-1·room").set_value("Kopshti").run()
    assert item(app, "item-1").room == "Kopshti"
    screen.selectbox("item·item-1·room").set_value(None).run()

    assert item(app, "item-1").room == ""


def test_people_of_the_list_and_typed_names_become_contributors(app: Application) -> None:
    event = a_new_event(app, people=3)
    first = app.agendas.get(event.id).days[0].items[2]
    screen = with_panel(first.id)

    screen.multiselect(f"item·{first.id}·facilitators").set_value(["Zyra 2"]).run()
    screen.multiselect(f"item·{first.id}·speakers").set_value(["Ekspert i ftuar"]).run()
    screen.multiselect(f"item·{first.id}·local").set_value(["Ekspert i ftuar"]).run()
    without_mistakes(screen)

    seen = app.agendas.get(event.id).item(first.id)
    assert seen is not None
    assert [(entry.name, bool(entry.person_id)) for entry in seen.facilitators] == [("Zyra 2", True)]
    assert [(entry.name, entry.person_id, entry.is_local) for entry in seen.speakers] == [("Ekspert i ftuar", "", True)]


def test_moves_to_another_place_and_day_and_removal_can_be_undone(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1")

    screen.button("move_1").click().run()
    assert titles(screen)[:2] == ["item-2 (sq)", "item-1 (sq)"]
    screen.button("to_day_2").click().run()
    assert [entry.id for entry in app.agendas.get(EVENT_ID).days[1].items] == ["item-4", "item-1"]
    screen.button("remove_item").click().run()
    assert app.agendas.get(EVENT_ID).item("item-1") is None
    without_mistakes(screen.button("undo_agenda").click().run())

    assert item(app, "item-1").title == Text(sq="item-1 (sq)", en="item-1 (en)")


def test_a_session_goes_to_a_place_that_is_typed(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1")

    screen.number_input("item·item-1·place").set_value(3).run()

    assert titles(without_mistakes(screen)) == ["item-2 (sq)", "item-3 (sq)", "item-1 (sq)"]
    assert screen.number_input("item·item-1·place").value == 3


def test_a_session_is_doubled_and_the_copy_opens(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1")

    without_mistakes(screen.button("duplicate_item").click().run())

    first, second = app.agendas.get(EVENT_ID).days[0].items[:2]
    assert replace(second, id="item-1") == first
    assert screen.session_state["chosen"]["agenda_item"] == second.id


def test_a_session_is_divided_joined_and_undone(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1")

    screen.session_state["divide_item"] = True
    screen.run()
    screen.number_input("item·item-1·divide_after").set_value(20)
    screen.button("divide_item_save").click().run()
    assert [(row["title"], row["amount"]) for row in rows(screen)[:2]] == [
        ("item-1 (sq) (1)", "20"),
        ("item-1 (sq) (2)", "40"),
    ]
    screen.button("join_items").click().run()
    assert [(row["title"], row["amount"]) for row in rows(screen)[:2]] == [("item-1 (sq)", "60"), ("item-2 (sq)", "30")]
    screen.button("undo_agenda").click().run()
    screen.button("undo_agenda").click().run()

    assert app.agendas.get(EVENT_ID).days == a_day().agenda.days
    without_mistakes(screen)


def test_the_last_session_of_a_day_offers_no_joining(app: Application) -> None:
    stored(app, a_day())

    assert with_panel("item-3").button("join_items").disabled
    assert not with_panel("item-2").button("join_items").disabled


def with_selection(*ids: str, language: str = "sq") -> AppTest:
    """The agenda with sessions selected one by one in their side panels."""
    screen = opened("agenda", language)
    for item_id in ids:
        screen.session_state["chosen"]["agenda_item"] = item_id
        screen.run()
        screen.button("pick_item").click().run()
    return without_mistakes(screen)


def picked(screen: AppTest) -> list[str]:
    return list(lists(screen)[0]["picked"])


@LANGUAGES
def test_the_bar_of_the_selection_comes_with_the_first_and_goes_with_the_last(app: Application, language: str) -> None:
    stored(app, a_day())
    screen = with_selection("item-3", "item-1", language=language)

    assert picked(screen) == ["item-1", "item-3"]
    assert {"sq": "**2 të përzgjedhura**", "en": "**2 selected**"}[language] in said(screen)
    screen.button("pick_item").click().run()
    assert picked(screen) == ["item-3"]
    screen.button("unselect").click().run()

    assert picked(screen) == []
    assert [button.key for button in screen.button if button.key == "unselect"] == []


def test_all_sessions_of_the_day_are_selected_and_those_of_another_day_are_not(app: Application) -> None:
    stored(app, a_day())
    screen = opened("agenda")

    screen.menu_button("agenda_more").click("select_day").run()
    assert picked(screen) == ["item-1", "item-2", "item-3"]
    screen.segmented_control(f"agenda_day·{EVENT_ID}").set_value(2).run()

    assert picked(without_mistakes(screen)) == []


def test_selected_sessions_are_shifted_together_and_undone_together(app: Application) -> None:
    stored(app, a_day())
    screen = with_selection("item-2")
    screen.button("select_all").click().run()

    screen.number_input("shift_items_by").set_value(-30)
    screen.button("shift_items").click().run()

    assert [row["lead"] for row in rows(without_mistakes(screen))] == ["08:30", "10:00", "10:30"]
    screen.button("undo_agenda").click().run()
    assert app.agendas.get(EVENT_ID).days == a_day().agenda.days


@LANGUAGES
def test_a_session_that_cannot_start_earlier_is_said_and_nothing_moves(app: Application, language: str) -> None:
    stored(app, a_day())
    screen = with_selection("item-3", language=language)

    screen.number_input("shift_items_by").set_value(-30)
    screen.button("shift_items").click().run()

    words = {"sq": "nuk mund të fillojë më herët", "en": "cannot start earlier"}[language]
    assert [words in error.value for error in screen.error] == [True]
    assert app.agendas.get(EVENT_ID).days == a_day().agenda.days


def test_selected_sessions_go_to_another_day(app: Application) -> None:
    stored(app, a_day())
    screen = with_selection("item-3", "item-1")

    without_mistakes(screen.menu_button("items_to_day").click(2).run())

    assert [[entry.id for entry in day.items] for day in app.agendas.get(EVENT_ID).days] == [
        ["item-2"],
        ["item-4", "item-1", "item-3"],
    ]


def test_selected_sessions_are_marked_together(app: Application) -> None:
    stored(app, a_day())
    screen = with_selection("item-3", "item-1")

    screen.menu_button("mark_items").click("optional").run()
    screen.menu_button("mark_items").click("staff").run()
    without_mistakes(screen)

    facts = [(entry.is_optional, entry.audience) for entry in app.agendas.get(EVENT_ID).days[0].items]
    assert facts == [(True, Audience.STAFF), (False, Audience.PUBLIC), (True, Audience.STAFF)]
    screen.menu_button("mark_items").click("needed").run()
    assert [entry.is_optional for entry in app.agendas.get(EVENT_ID).days[0].items] == [False] * 3


def test_selected_sessions_are_removed_unless_one_has_notes(app: Application) -> None:
    stored(app, a_day())
    note = app.notes.add(EVENT_ID, "item-3", NoteKind.KEY_POINT, "Pikë kyçe")
    screen = with_selection("item-1", "item-3", language="en")

    screen.button("remove_items").click().run()
    assert ["nothing was removed" in error.value for error in screen.error] == [True]
    assert len(app.agendas.get(EVENT_ID).days[0].items) == 3
    app.notes.remove(note.id)
    without_mistakes(screen.button("remove_items").click().run())

    assert titles(screen) == ["item-2 (en)"]
    assert picked(screen) == []


def test_a_day_is_copied_behind_the_sessions_of_another_one_or_instead_of_them(app: Application) -> None:
    stored(app, a_day())
    form = opened_form("agenda_more", "copy_form")

    form.selectbox("copy_day_to").set_value(2).run()
    without_mistakes(form.button("copy_day_save").click().run())
    assert [entry.title.sq for entry in app.agendas.get(EVENT_ID).days[1].items] == [
        f"item-{number} (sq)" for number in (4, 1, 2, 3)
    ]
    form.radio("copy_day_how").set_value(True).run()
    without_mistakes(form.button("copy_day_save").click().run())

    assert [entry.title.sq for entry in app.agendas.get(EVENT_ID).days[1].items] == [
        f"item-{number} (sq)" for number in (1, 2, 3)
    ]


def test_an_event_of_one_day_offers_no_copy(app: Application) -> None:
    stored(app, a_record(event=an_event(), agenda=an_agenda([30])))

    assert "Copy the day" not in opened("agenda", "en").menu_button("agenda_more").options


def test_what_was_refused_in_a_row_goes_back_into_it_once(app: Application) -> None:
    stored(app, a_day())
    screen = opened("agenda")
    refused = Refused("item-1", "Titull", "abc", "amount", "Nuk është kohëzgjatje.")

    screen.session_state["kept_once"] = {"agenda_refused": refused}
    shown = [lists(screen.run())[0]["refused"] for _ in range(2)]

    assert shown == [
        {
            "id": "item-1",
            "title": "Titull",
            "amount": "abc",
            "field": "amount",
            "sentence": "Nuk është kohëzgjatje.",
        },
        None,
    ]


@LANGUAGES
def test_undo_and_redo_say_what_they_do(app: Application, language: str) -> None:
    stored(app, a_day())
    screen = with_panel("item-1", language)
    assert [button.key for button in screen.button if "do_agenda" in str(button.key)] == []

    screen.button("move_1").click().run()
    screen.button("undo_agenda").click().run()
    assert titles(screen)[0] == f"item-1 ({language})"
    help = {"sq": "Ribën: U zhvendos një sesion", "en": "Makes again: Session moved"}[language]
    assert screen.button("redo_agenda").help == help
    without_mistakes(screen.button("redo_agenda").click().run())

    assert titles(screen)[0] == f"item-2 ({language})"
    assert [button.key for button in screen.button if "redo" in str(button.key)] == []


def test_a_session_is_added_after_the_open_one_and_opens(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1")

    screen.session_state["add_item"] = True
    screen.text_input("new_item_title").set_value("Diskutim")
    screen.selectbox("new_item_kind").set_value(ItemKind.PANEL)
    screen.number_input("new_item_minutes").set_value(20)
    without_mistakes(screen.button("new_item_save").click().run())

    assert titles(screen) == ["item-1 (sq)", "Diskutim", "item-2 (sq)", "item-3 (sq)"]
    assert [header.value for header in screen.header] == ["Diskutim"]
    added = app.agendas.get(EVENT_ID).days[0].items[1]
    assert (added.kind, added.minutes, added.title.sq) == (ItemKind.PANEL, 20, "Diskutim")


@LANGUAGES
def test_a_session_without_a_title_is_refused_in_words(app: Application, language: str) -> None:
    stored(app, a_day())
    screen = opened("agenda", language)

    screen.session_state["add_item"] = True
    screen.run()
    screen.button("new_item_save").click().run()

    words = {"sq": "Sesioni nuk ka titull", "en": "The session has no title"}[language]
    assert [words in error.value for error in screen.error] == [True]
    assert len(app.agendas.get(EVENT_ID).days[0].items) == 3


def test_more_minutes_of_questions_than_the_session_has_are_refused_and_nothing_changes(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1", "en")

    screen.session_state["item·item-1·more"] = True
    screen.run()
    screen.number_input("item·item-1·questions").set_value(75).run()

    assert len(screen.error) == 1
    assert item(app, "item-1").questions == timedelta()


def test_the_start_of_the_day_moves_every_session_that_is_not_pinned(app: Application) -> None:
    stored(app, a_day())
    screen = opened("agenda")

    screen.time_input(f"day_start·{EVENT_ID}·1").set_value(time(8, 30)).run()

    assert [row["lead"] for row in rows(screen)] == ["08:30", "10:30", "11:00"]
    assert app.agendas.get(EVENT_ID).days[0].starts_at == time(8, 30)


def test_a_session_runs_beside_the_one_before(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-3")

    screen.toggle("item·item-3·parallel").set_value(True).run()

    assert [row["lead"] for row in rows(screen)] == ["09:00", "10:30", "10:30"]
    assert item(app, "item-3").parallel == item(app, "item-2").parallel != ""


@LANGUAGES
def test_the_picture_draws_every_day_and_names_it(app: Application, language: str) -> None:
    stored(app, a_day())
    screen = opened("agenda", language)

    screen.segmented_control("agenda_shape").set_value("picture").run()

    blocks = charts(screen)
    assert [len(day) for day in blocks] == [3, 1]
    assert blocks[0][0]["words"].startswith("09:00 item-1")
    day = {"sq": "e hënë, 17 maj", "en": "Monday, 17 May"}[language]
    assert f"**{day}**" in said(without_mistakes(screen))
    assert rows(screen) == []


@LANGUAGES
def test_a_day_without_sessions_says_what_to_do(app: Application, language: str) -> None:
    stored(app, a_record(agenda=an_agenda([])))

    screen = opened("agenda", language)

    assert {"sq": "Kjo ditë ende nuk ka", "en": "This day has no session yet"}[language] in said(screen)
    screen.segmented_control("agenda_shape").set_value("picture").run()
    assert {"sq": "Ende nuk ka çfarë", "en": "There is nothing to draw yet"}[language] in said(without_mistakes(screen))


def test_signs_of_a_title_are_words_and_never_formatting(app: Application) -> None:
    title = Text(sq="*Hapja* [këtu](http://x) $x$ :red[y]", en="")
    record = a_record(event=an_event(languages=("sq",)), agenda=an_agenda([an_item(title=title)]))
    stored(app, record)

    screen = with_panel("item-1")

    assert titles(screen) == [title.sq]
    assert screen.header[0].value == r"\*Hapja\* \[këtu\]\(http\://x\) \$x\$ \:red\[y\]"


def test_a_link_to_an_event_that_is_gone_opens_the_one_at_hand_and_says_so(app: Application) -> None:
    event: Event = a_new_event(app)
    screen = opened("agenda", "en")

    screen.query_params["event"] = "gone"
    screen.run()

    assert [warning.value for warning in screen.warning] == [
        "The event of this link is not here: it was removed, or the link is from elsewhere."
    ]
    assert titles(screen) == [entry.title.en for entry in app.agendas.get(event.id).days[0].items]


def test_somebody_else_removed_the_open_session(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1", "en")
    app.agendas.remove_item(EVENT_ID, "item-1")

    screen.selectbox("item·item-1·room").set_value("Salla B").run()

    assert [error.value for error in screen.error] == [
        "This session was removed by somebody else. Nothing was changed."
    ]
    assert screen.header == []


def with_a_title_changed_elsewhere(app: Application) -> AppTest:
    """The panel shows a title that changed beside it, as an undo or an edit in the list does."""
    stored(app, a_day())
    screen = with_panel("item-1")
    seen = item(app, "item-1")
    app.agendas.edit_item(EVENT_ID, seen, replace(seen, title=replace(seen.title, sq="E re"), pinned_start=time(9)))
    return without_mistakes(screen.run())


def test_what_the_browser_says_from_before_a_change_is_not_saved(app: Application) -> None:
    screen = with_a_title_changed_elsewhere(app)

    screen.text_input("item·item-1·title·sq").set_value("item-1 (sq)").run()
    screen.time_input("item·item-1·pin").set_value(None).run()

    assert (item(app, "item-1").title.sq, item(app, "item-1").pinned_start) == ("E re", time(9))
    assert screen.text_input("item·item-1·title·sq").value == "E re"
    assert screen.time_input("item·item-1·pin").value == time(9)


def test_a_moment_later_the_value_before_can_be_typed_again(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = with_a_title_changed_elsewhere(app)
    later = monotonic() + GIVING
    monkeypatch.setattr("facilitation.ui.state.monotonic", lambda: later)

    screen.text_input("item·item-1·title·sq").set_value("item-1 (sq)").run()
    screen.time_input("item·item-1·pin").set_value(None).run()

    assert (item(app, "item-1").title.sq, item(app, "item-1").pinned_start) == ("item-1 (sq)", None)


def test_a_new_value_is_saved_at_once(app: Application) -> None:
    screen = with_a_title_changed_elsewhere(app)

    screen.text_input("item·item-1·title·sq").set_value("Edhe më e re").run()

    assert item(app, "item-1").title.sq == "Edhe më e re"


@LANGUAGES
def test_two_people_on_one_title_both_see_both_texts(app: Application, language: str) -> None:
    stored(app, a_day())
    screen = with_panel("item-1", language)
    seen = item(app, "item-1")
    app.agendas.edit_item(EVENT_ID, seen, replace(seen, room="Salla B"))

    screen.selectbox("item·item-1·room").set_value("Salla C").run()

    texts = [text.value for text in screen.text]
    assert texts == ["Salla B", "Salla C"]
    assert item(app, "item-1").room == "Salla B"
    heads = {"sq": "**Teksti juaj**", "en": "**Your text**"}
    assert heads[language] in words_shown(screen)
    without_mistakes(screen.button("keep_theirs").click().run())
    assert [text.value for text in screen.text] == []
    assert item(app, "item-1").room == "Salla B"


def test_who_has_seen_both_texts_can_take_their_own(app: Application) -> None:
    stored(app, a_day())
    screen = with_panel("item-1")
    seen = item(app, "item-1")
    app.agendas.edit_item(EVENT_ID, seen, replace(seen, room="Salla B", internal_note="e tyre"))
    screen.selectbox("item·item-1·room").set_value("Salla C").run()

    without_mistakes(screen.button("keep_mine").click().run())

    stored_now = item(app, "item-1")
    assert (stored_now.room, stored_now.internal_note) == ("Salla C", "e tyre")
    assert [text.value for text in screen.text] == []
