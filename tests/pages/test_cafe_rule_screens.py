"""Rules of tables and rules from files on the screen of the café."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.cafe import CafeRules, HostSeat, RoundAbsence
from facilitation.domain.event import Event
from facilitation.services.application import Application
from facilitation.ui.cafe_rule_hosts import with_host, with_languages
from facilitation.ui.cafe_rule_import import KINDS
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, people_of, words_shown
from tests.pages.test_cafe import LANGUAGES, cafe_item


def with_rules_open(app: Application, event: Event, language: str = "en") -> AppTest:
    screen = opened("cafe", language)
    screen.session_state[f"cafe_rules·{cafe_item(app, event)}"] = True
    return without_mistakes(screen.run())


def ruled(app: Application, event: Event, **rules: object) -> str:
    """Give the café four tables and these rules; answers its item."""
    item = cafe_item(app, event)
    seen = app.cafes.get(event.id, item)
    app.cafes.edit(seen, replace(seen, table_count=4, rules=replace(CafeRules(), **rules)))  # type: ignore[arg-type]
    return item


@LANGUAGES
def test_a_table_is_handed_over_and_taken_back(app: Application, language: str) -> None:
    event = a_new_event(app, people=20)
    item = ruled(app, event)
    host = people_of(event, 20)[7].id
    screen = with_rules_open(app, event, language)

    for part, value in (("person", host), ("round", 2), ("table", 3)):
        screen.selectbox(f"cafe_rule·{item}·new_host·{part}").set_value(value).run()
    without_mistakes(screen.button("cafe_hand_over").click().run())
    rules = app.cafes.get(event.id, item).rules
    chosen = screen.selectbox(f"cafe_rule·{item}·new_host·person").value
    again = with_rules_open(app, event, language)
    without_mistakes(again.multiselect(f"cafe_rule·{item}·round_hosts").set_value([]).run())

    assert rules.round_hosts == (HostSeat(host, 2, 3),)
    assert chosen is None
    assert app.cafes.get(event.id, item).rules.round_hosts == ()


@LANGUAGES
def test_the_plan_says_in_words_what_its_tables_keep(app: Application, language: str) -> None:
    event = a_new_event(app, people=20)
    host = people_of(event, 20)[7].id
    item = ruled(
        app,
        event,
        round_hosts=(HostSeat(host, 2, 3),),
        has_one_language_per_table=True,
        table_languages=("", "sq"),
        themes=("Banim",),
    )
    app.cafes.make_groups(event.id, item, seed=1, seconds=0.3)

    words = "\n".join(words_shown(opened("cafe", language)))

    assert {"sq": "Një tryezë i kalon", "en": "A table is handed over to another host 1 time."}[language] in words
    assert {"sq": "këtë gjuhë: Shqip", "en": "shares this language: Albanian"}[language] in words
    assert {"sq": "Tema: Banim", "en": "Theme: Banim"}[language] in words
    assert {"sq": "Gjuha: Shqip", "en": "Language: Albanian"}[language] in words


def test_a_language_is_fixed_for_tables_and_freed_again(app: Application) -> None:
    event = a_new_event(app, people=20)
    item = ruled(app, event, has_one_language_per_table=True)
    screen = with_rules_open(app, event)

    screen.selectbox(f"cafe_rule·{item}·new_language").set_value("en").run()
    screen.multiselect(f"cafe_rule·{item}·language_tables").set_value([2, 4]).run()
    without_mistakes(screen.button("cafe_fix_language").click().run())
    fixed = app.cafes.get(event.id, item).rules.table_languages
    screen.multiselect(f"cafe_rule·{item}·table_languages").set_value([4]).run()

    assert fixed == ("", "en", "", "en")
    assert app.cafes.get(event.id, item).rules.table_languages == ("", "", "", "en")


def test_languages_of_tables_are_offered_where_tables_share_one(app: Application) -> None:
    event = a_new_event(app, people=20)
    item = ruled(app, event)

    keys = [box.key for box in with_rules_open(app, event).selectbox]

    assert f"cafe_rule·{item}·new_language" not in keys
    assert f"cafe_rule·{item}·new_host·person" in keys


@LANGUAGES
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_says_its_columns(app: Application, kind: str, language: str) -> None:
    event = a_new_event(app, people=8)
    item = ruled(app, event)
    screen = with_rules_open(app, event, language)

    screen.selectbox(f"cafe_rule_kind·{item}").set_value(kind).run()

    assert {"sq": "Kolonat: ", "en": "Columns: "}[language] in said(without_mistakes(screen))


@LANGUAGES
def test_a_file_is_looked_at_row_by_row_before_its_rules_are_taken(app: Application, language: str) -> None:
    event = a_new_event(app, people=8)
    item = ruled(app, event)
    screen = with_rules_open(app, event, language)
    screen.selectbox(f"cafe_rule_kind·{item}").set_value("absent").run()
    (uploader,) = screen.file_uploader
    assert uploader.key is not None

    uploader.upload("mungesat.csv", b"person;round\nZyra 1;2\nAskush;1\n", "text/csv").run()

    rows = [table.value for table in without_mistakes(screen).dataframe if len(table.value.columns) == 4]
    outcomes = {"sq": ["titull", "u lexua", "u refuzua"], "en": ["heading", "read", "refused"]}[language]
    assert list(rows[0].iloc[:, 1]) == outcomes
    assert "“Askush”" in str(rows[0].iloc[2, 3])
    assert app.cafes.get(event.id, item).rules.absences == ()
    without_mistakes(screen.button("cafe_take_rules").click().run())
    assert app.cafes.get(event.id, item).rules.absences == (RoundAbsence(people_of(event, 8)[0].id, 2),)


def test_a_file_that_is_no_list_is_refused_in_words(app: Application) -> None:
    event = a_new_event(app, people=8)
    ruled(app, event)
    screen = with_rules_open(app, event)
    (uploader,) = screen.file_uploader

    uploader.upload("empty.csv", b"\n\n", "text/csv").run()

    assert [error.value for error in screen.error] == ["The file “empty.csv” is empty. Choose the file with the rules."]


def test_a_later_name_for_a_table_and_round_replaces_the_one_before() -> None:
    seats = (HostSeat("a", 2, 1), HostSeat("b", 2, 2))

    assert with_host(seats, HostSeat("c", 2, 1)) == (HostSeat("c", 2, 1), HostSeat("b", 2, 2))


def test_no_fixed_language_is_no_rule() -> None:
    assert with_languages(("", "en"), [2], "", count=2) == ()
