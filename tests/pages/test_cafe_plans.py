"""The world café: rules, meetings, plans, changes by hand and repair on the screen."""

from __future__ import annotations

from dataclasses import replace
from threading import Event as Signal
from time import sleep
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.cafe.search import Progress, Report, Stop
from facilitation.cafe.seating import seating
from facilitation.domain.cafe import CafeColumn, PersonPair, RoundAbsence, Seating
from facilitation.domain.event import Event
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, people_of, words_shown
from tests.pages.test_cafe import LANGUAGES, cafe_item, made, with_groups


def seating_of(app: Application, event: Event) -> Seating:
    seating = app.cafes.get(event.id, cafe_item(app, event)).seating
    assert seating is not None
    return seating


def shown(screen: AppTest, shape: str) -> AppTest:
    """The screen with this part of the groups open."""
    return without_mistakes(screen.segmented_control("cafe_shape").set_value(shape).run())


@LANGUAGES
def test_the_meetings_are_a_picture_with_its_words(app: Application, language: str) -> None:
    screen, event, _item = with_groups(app, 12, language)

    shown(screen, "meetings")

    counts = seating_of(app, event)
    word = {"sq": "takohen", "en": "pairs meet"}[language]
    assert word in said(screen)
    alts = [text for text in words_shown(screen) if text.startswith({"sq": "Harta", "en": "Heat map"}[language])]
    assert (len(alts), counts.unique_meetings > 0) == (1, True)


@LANGUAGES
def test_two_people_are_exchanged_after_the_cost_was_seen(app: Application, language: str) -> None:
    screen, event, item = with_groups(app, 20, language)
    before = seating_of(app, event)
    one, other = (before.rounds[0].tables[table][-1] for table in (0, 1))
    shown(screen, "hand")

    screen.selectbox(f"cafe_swap·one·{item}·1").set_value(one).run()
    screen.selectbox(f"cafe_swap·other·{item}·1").set_value(other).run()
    assert {"sq": ("Takime të përsëritura", "Asnjë shifër"), "en": ("Repeated meetings", "No figure")}[language][
        "→" not in said(screen)
    ] in said(screen)
    without_mistakes(screen.button("cafe_swap").click().run())

    assert [seating_of(app, event).rounds[0].table_of(person) for person in (one, other)] == [2, 1]
    assert Translator(language)("The seats are exchanged. Both people need a new card.") in said(screen)


@LANGUAGES
def test_a_running_search_says_how_far_it_is_and_stopping_keeps_the_best(
    app: Application, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = a_new_event(app, people=20)
    item = cafe_item(app, event)
    app.cafes.edit(app.cafes.get(event.id, item), replace(app.cafes.get(event.id, item), table_count=4))
    is_heard = Signal()

    def slow(*given: Any, stop: Stop, report: Report, **named: Any) -> Seating:
        report(Progress(0.5, 0, 7))
        is_heard.set()
        while not stop():
            sleep(0.01)
        return seating(*given, **{**named, "seconds": 0.2})

    monkeypatch.setattr("facilitation.services.cafes.seating", slow)
    run = app.cafe_runs.start(event.id, item, seed=1)
    assert is_heard.wait(60)

    screen = without_mistakes(opened("cafe", language))
    (bar,) = screen.get("progress")
    assert bar.proto.text == Translator(language)(
        "Best so far: {repeats} repeated meetings, {broken} broken rules."
    ).format(repeats=7, broken=0)
    assert (bar.proto.value, screen.button("make_groups").disabled) == (50, True)
    screen.button("cafe_stop").click().run()
    assert run.wait(60)
    without_mistakes(screen.run())

    assert len(seating_of(app, event).seated_ids) == 20
    assert not screen.button("make_groups").disabled


@LANGUAGES
def test_a_lost_table_and_a_late_comer_are_mended_on_the_screen(app: Application, language: str) -> None:
    screen, event, item = with_groups(app, 20, language)
    late = replace(people_of(event, 21)[20], event_id=event.id)
    app.people.save_import(event.id, (late,))
    shown(screen.run(), "repair")
    screen.segmented_control(f"cafe_repair_from·{item}").set_value(2).run()
    screen.multiselect(f"cafe_repair_lost·{item}·2").set_value([3]).run()
    screen.multiselect(f"cafe_repair·late·{item}·0·1").set_value([late.id]).run()

    before = seating_of(app, event)
    without_mistakes(screen.button("cafe_repair_save").click().run())

    after = seating_of(app, event)
    assert after.rounds[0] == before.rounds[0]
    assert [entry.tables[2] for entry in after.rounds[1:]] == [(), ()]
    assert [entry.table_of(late.id) is not None for entry in after.rounds] == [False, True, True]


@LANGUAGES
def test_a_locked_table_shows_as_locked_and_is_unlocked_again(app: Application, language: str) -> None:
    screen, event, item = with_groups(app, 20, language)
    shown(screen, "hand")
    label = Translator(language)("Tables of round {number}").format(number=1)

    without_mistakes(screen.multiselect(f"cafe_lock_choice·{item}·{label}").set_value(["2"]).run())
    rules = app.cafes.get(event.id, item).rules
    without_mistakes(screen.button("cafe_unlock_all").click().run())

    assert {seat.table for seat in rules.pinned} == {2}
    assert {seat.participation_id for seat in rules.pinned} == set(seating_of(app, event).rounds[0].tables[1])
    assert app.cafes.get(event.id, item).rules.pinned == ()


@LANGUAGES
def test_plans_are_listed_compared_named_locked_and_chosen(app: Application, language: str) -> None:
    screen, event, item = with_groups(app, 20, language)
    app.cafes.make_groups(event.id, item, seed=2, seconds=0.2)
    shown(screen, "plans")
    _ = Translator(language)
    assert {_("Plan {number}").format(number=number) in said(screen) for number in (1, 2)} == {True}
    assert len(screen.table) == 1

    without_mistakes(screen.text_input(f"cafe_plan·name·{item}·1").set_value("Me përkthyese").run())
    without_mistakes(screen.button(f"cafe_plan·lock·{item}·1").click().run())
    without_mistakes(screen.button(f"cafe_plan·use·{item}·1").click().run())

    cafe = app.cafes.get(event.id, item)
    assert (cafe.plan_number, cafe.plans[0].name, cafe.plans[0].is_locked) == (1, "Me përkthyese", True)
    without_mistakes(screen.button(f"cafe_plan·remove·{item}·2").click().run())
    assert [plan.number for plan in app.cafes.get(event.id, item).plans] == [1]


@LANGUAGES
def test_attendance_fills_the_repair_and_the_mended_plan_is_taken(app: Application, language: str) -> None:
    screen, event, item = with_groups(app, 20, language)
    people = app.people.list_for(event.id)
    day = next(number for number, entry in app.agendas.get(event.id).items() if entry.id == item)
    app.people.mark_attended(event.id, [part.id for part in people[6:]], day, is_present=True)
    shown(screen.run(), "repair")
    screen.segmented_control(f"cafe_repair_from·{item}").set_value(2).run()
    assert {"sq": "6 karta merren mbrapsht", "en": "6 cards are taken back"}[language] in said(screen)
    assert app.cafes.get(event.id, item).plan_number == 1

    without_mistakes(screen.button("cafe_repair_save").click().run())

    seating = seating_of(app, event)
    assert [len({person for table in entry.tables for person in table}) for entry in seating.rounds] == [20, 14, 14]
    assert app.cafes.get(event.id, item).plan_number == 2


@LANGUAGES
def test_before_attendance_the_repair_says_so_and_leads_to_it(app: Application, language: str) -> None:
    screen, _event, _item = with_groups(app, 20, language)

    shown(screen, "repair")

    sentence = "Say who is missing, who came late or which table is lost; then the mended plan stands here."
    assert Translator(language)(sentence) in said(screen)
    screen.button("cafe_to_attendance").click().run()
    assert [title.value for title in screen.title] == [Translator(language)("Participants")]


def test_rules_are_typed_by_picking_people(app: Application) -> None:
    event = a_new_event(app, people=12)
    item = cafe_item(app, event)
    ids = [part.id for part in people_of(event, 12)]
    screen = with_rules_open(app, event)

    screen.multiselect(f"cafe_rule_people·{item}").set_value(ids[:2]).run()
    without_mistakes(screen.button("cafe_keep·apart").click().run())
    screen.multiselect(f"cafe_rule_people·{item}").set_value(ids[2:5]).run()
    without_mistakes(screen.button("cafe_keep·together").click().run())
    screen.multiselect(f"cafe_away·people·{item}").set_value([ids[5]]).run()
    screen.multiselect(f"cafe_away·rounds·{item}").set_value([2, 3]).run()
    without_mistakes(screen.button("cafe_note_away").click().run())
    screen.multiselect(f"cafe_apart_by·{item}").set_value([CafeColumn.SEX]).run()

    rules = app.cafes.get(event.id, item).rules
    assert rules.apart == (PersonPair(ids[0], ids[1]),)
    assert rules.together == (PersonPair(ids[2], ids[3]), PersonPair(ids[3], ids[4]))
    assert rules.absences == (RoundAbsence(ids[5], 2), RoundAbsence(ids[5], 3))
    assert rules.apart_by == (CafeColumn.SEX,)


def test_table_sizes_set_the_number_of_tables(app: Application) -> None:
    event = a_new_event(app, people=12)
    item = cafe_item(app, event)
    screen = with_rules_open(app, event)

    without_mistakes(screen.text_input(f"cafe_rule·{item}·table_sizes").set_value("5, 4, 3").run())

    cafe = app.cafes.get(event.id, item)
    assert (cafe.rules.table_sizes, cafe.table_count) == ((5, 4, 3), 3)


def test_wrong_table_sizes_are_refused_with_an_example(app: Application) -> None:
    event = a_new_event(app, people=12)
    item = cafe_item(app, event)
    screen = with_rules_open(app, event)

    screen.text_input(f"cafe_rule·{item}·table_sizes").set_value("pesë").run()

    assert ["10,10,9" in error.value for error in screen.error] == [True]
    assert app.cafes.get(event.id, item).rules.table_sizes == ()


@LANGUAGES
def test_a_round_gets_tables_of_its_own_which_are_said_in_words(app: Application, language: str) -> None:
    event = a_new_event(app, people=12)
    item = cafe_item(app, event)
    screen = with_rules_open(app, event, language)

    without_mistakes(screen.text_input(f"cafe_rule·{item}·table_sizes").set_value("4,4,4").run())
    without_mistakes(screen.text_input(f"cafe_rule·{item}·round_sizes·2").set_value("6, 6").run())

    cafe = app.cafes.get(event.id, item)
    assert (cafe.rules.round_sizes, cafe.table_count) == (((), (6, 6), ()), 3)
    told = {
        "sq": "Raundi 2: 2 tryeza për 6 veta. Vende: 12, veta: 12.",
        "en": "Round 2: 2 tables of 6. Seats: 12, people: 12.",
    }
    assert told[language] in said(screen)
    app.cafes.make_groups(event.id, item, seed=1, seconds=0.3)
    shown_of_plan = {"sq": "Raundi 1: 3 tryeza për 4 veta.", "en": "Round 1: 3 tables of 4."}
    assert shown_of_plan[language] in said(opened("cafe", language))


@LANGUAGES
@pytest.mark.parametrize("typed", ["gjashtë", "6,1", "0,0", "6,-6"])
def test_wrong_sizes_of_a_round_are_refused_in_words(app: Application, language: str, typed: str) -> None:
    event = a_new_event(app, people=12)
    item = cafe_item(app, event)
    screen = with_rules_open(app, event, language)

    screen.text_input(f"cafe_rule·{item}·round_sizes·2").set_value(typed).run()

    assert (len(screen.exception), len(screen.error)) == (0, 1)
    assert app.cafes.get(event.id, item).rules.round_sizes == ()


@LANGUAGES
def test_too_few_seats_in_a_round_are_said_before_the_button_is_pressed(app: Application, language: str) -> None:
    event = a_new_event(app, people=12)
    item = cafe_item(app, event)
    screen = with_rules_open(app, event, language)

    screen.text_input(f"cafe_rule·{item}·round_sizes·2").set_value("5,5").run()

    (warning,) = screen.warning
    expected = {"sq": "Në raundin 2", "en": "In round 2 the tables have 10 seats for 12 people"}
    assert expected[language] in warning.value


@LANGUAGES
def test_rules_that_cannot_be_kept_are_named_before_the_button_is_pressed(app: Application, language: str) -> None:
    event = a_new_event(app, people=12)
    item = cafe_item(app, event)
    ids = [part.id for part in people_of(event, 12)]
    seen = app.cafes.get(event.id, item)
    rules = replace(seen.rules, together=(PersonPair(ids[0], ids[1]),), apart=(PersonPair(ids[0], ids[1]),))
    app.cafes.edit(seen, replace(seen, table_count=3, rules=rules))

    screen = opened("cafe", language)

    (warning,) = screen.warning
    assert {"sq": "Zyra 1", "en": "Zyra 1"}[language] in warning.value
    assert "together_and_apart" not in warning.value


def with_rules_open(app: Application, event: Event, language: str = "sq") -> AppTest:
    """The café of an event with its rules unfolded."""
    screen = opened("cafe", language)
    screen.session_state[f"cafe_rules·{cafe_item(app, event)}"] = True
    return without_mistakes(screen.run())


def test_an_unexpected_end_of_a_search_is_met_by_the_net(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    event = a_new_event(app, people=12)
    screen = opened("cafe", "sq")
    screen.button("cafe_suggestion").click().run()

    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError("a mistake in the search")

    monkeypatch.setattr("facilitation.services.cafes.seating", broken)
    made(app, screen, event)

    assert not screen.exception
    assert app.cafes.get(event.id, cafe_item(app, event)).seating is None
