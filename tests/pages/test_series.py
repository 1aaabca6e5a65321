"""The screen of a series, the next event, and what the first screens say of both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitation.domain.event import Event
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Person
from facilitation.domain.series import Duty, Presidency
from facilitation.domain.text import Text
from facilitation.i18n.formats import day_text, short_day_text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
TODAY = date.today()
TITLE = Text(sq="Komiteti Rajonal, Shkodër", en="Regional committee, Shkodër")
LATE = TODAY - timedelta(days=97)
"""A committee on this day should have met again five days ago."""


def a_committee(app: Application, day: date = LATE) -> Event:
    """A committee in a series of its own, open on the screens."""
    event = a_new_event(app, instrument="regional-committee", title=TITLE, starts_on=day)
    app.series.make_from(event.id)
    return app.events.get(event.id)


def promised(app: Application, event: Event, text: str, **facts: object) -> Note:
    item = next(item.id for _, item in app.agendas.get(event.id).items())
    return app.notes.add(event.id, item, NoteKind.COMMITMENT, text, **facts)


@LANGUAGES
def test_without_a_series_one_sentence_and_one_button_make_one(app: Application, language: str) -> None:
    event = a_new_event(app, instrument="regional-committee", title=TITLE)
    screen = opened("series", language)

    assert Translator(language)(
        "A series joins events that repeat: it says when the next one is due and keeps what was promised in sight."
    ) in said(screen)
    without_mistakes(screen.button("make_series").click().run())

    (series,) = app.series.list_all()
    assert (series.title, app.events.get(event.id).series_id) == (TITLE, series.id)
    assert next(header.value for header in screen.header) == TITLE.said_in(language)


@LANGUAGES
def test_the_rhythm_shows_what_is_due_first_and_how_late_it_is(app: Application, language: str) -> None:
    a_committee(app)

    found = rows(opened("series", language))

    assert [row["id"] for row in found[:2]] == ["table", "meeting"]
    meeting = next(row for row in found if row["id"] == "meeting")
    assert (meeting["title"], meeting["lead"], meeting["remark"], meeting["level"]) == (
        {"sq": "Mbledhja e Komitetit Rajonal", "en": "Meeting of the regional committee"}[language],
        short_day_text(TODAY - timedelta(days=5), language),
        {"sq": "me vonesë 5 ditë", "en": "5 days late"}[language],
        "block",
    )
    assert {"sq": "më së voni çdo 92 ditë", "en": "at the latest every 92 days"}[language] in meeting["below"]


def test_a_paper_is_handed_in_with_one_click_and_taken_back(app: Application) -> None:
    event = a_committee(app)
    screen = opened("series", "en")

    without_mistakes(screen.button("handed_in·report").click().run())

    (entry,) = app.series.get(event.series_id).deliveries
    assert (entry.duty_id, entry.done_on) == ("report", TODAY)
    screen.session_state["chosen"] = {"duty": "report"}
    without_mistakes(screen.run())
    without_mistakes(screen.button(f"take_back·{entry.id}").click().run())
    assert app.series.get(event.series_id).deliveries == ()


def test_a_meeting_held_elsewhere_is_entered_on_its_day(app: Application) -> None:
    event = a_committee(app)
    screen = opened("series", "en")
    screen.session_state["chosen"] = {"duty": "meeting"}
    without_mistakes(screen.run())

    screen.date_input("duty·meeting·done_on").set_value(TODAY - timedelta(days=3))
    screen.text_input("duty·meeting·done_note").set_value("Nr. 14").run()
    without_mistakes(screen.button("deliver·meeting").click().run())

    (entry,) = app.series.get(event.series_id).deliveries
    assert (entry.done_on, entry.note, entry.due_on) == (TODAY - timedelta(days=3), "Nr. 14", None)
    assert next(row for row in rows(screen) if row["id"] == "meeting")["remark"] == "89 days left"


def test_the_rhythm_of_a_duty_is_changed_in_its_panel(app: Application) -> None:
    event = a_committee(app)
    screen = opened("series", "en")
    screen.session_state["chosen"] = {"duty": "meeting"}
    without_mistakes(screen.run())

    without_mistakes(screen.number_input("duty·meeting·every_days").set_value(120).run())
    without_mistakes(screen.selectbox("duty·meeting·rhythm").set_value("per_year").run())

    duty = app.series.get(event.series_id).duty("meeting")
    assert duty is not None
    assert (duty.every_days, duty.per_year) == (None, 2)


def test_a_duty_of_ones_own_is_added_and_removed(app: Application) -> None:
    event = a_committee(app)
    screen = opened("series", "en")
    screen.session_state["add_duty"] = True
    screen.run()

    screen.text_input("new_duty_title").set_value("Bulletin")
    without_mistakes(screen.button("new_duty_save").click().run())

    added = app.series.get(event.series_id).duties[-1]
    assert (added.title, added.every_months) == (Text(en="Bulletin"), 3)
    without_mistakes(screen.button("remove_duty").click().run())
    assert added not in app.series.get(event.series_id).duties


@LANGUAGES
def test_a_duty_without_a_name_is_refused_in_words(app: Application, language: str) -> None:
    event = a_committee(app)
    before = app.series.get(event.series_id)
    screen = opened("series", language)
    screen.session_state["add_duty"] = True
    screen.run()

    screen.button("new_duty_save").click().run()

    (error,) = screen.error
    assert {"sq": "Detyrimi nuk ka emër", "en": "What is owed has no name"}[language] in error.value
    assert app.series.get(event.series_id) == before


@LANGUAGES
def test_open_commitments_are_listed_with_owner_day_and_event(app: Application, language: str) -> None:
    event = a_committee(app)
    promised(app, event, "Udhëzimi")
    promised(app, event, "Lista e kontakteve", owner="Prefektura", due_on=TODAY - timedelta(days=20))
    screen = opened("series", language)

    screen.session_state["series_part"] = "commitments"
    without_mistakes(screen.run())

    first, second = rows(screen)
    assert (first["title"], first["facts"], first["remark"]) == (
        "Lista e kontakteve",
        "Prefektura",
        {"sq": "me vonesë 20 ditë", "en": "20 days late"}[language],
    )
    assert first["below"] == f"{TITLE.said_in(language)}, {short_day_text(LATE, language)}"
    assert (second["lead"], second["facts"]) == ("—", {"sq": "askush i caktuar", "en": "nobody named"}[language])


def test_the_events_of_a_series_are_listed_and_one_opens(app: Application) -> None:
    held = a_committee(app)
    coming = a_new_event(app, instrument="regional-committee", starts_on=TODAY + timedelta(days=30))
    app.series.join(held.series_id, coming.id)
    screen = opened("series", "en")

    screen.session_state["series_part"] = "events"
    without_mistakes(screen.run())

    assert [(row["id"], row.get("heading", "")) for row in rows(screen)] == [
        (coming.id, "Coming · 1"),
        (held.id, "Held · 1"),
    ]
    screen.session_state["chosen"] = {"event_of_series": held.id}
    without_mistakes(screen.run())
    assert (app.preferences.event_id(), screen.title[0].value) == (held.id, "The event was held")


def test_an_event_is_added_to_a_series_and_taken_out_again(app: Application) -> None:
    series = app.events.get(a_committee(app).id).series_id
    other = a_new_event(app, instrument="technical-table")
    screen = opened("series", "en")

    without_mistakes(screen.button("join_series").click().run())
    joined = app.events.get(other.id).series_id
    screen.session_state["series_part"] = "events"
    screen.run()
    without_mistakes(screen.button("leave_series").click().run())

    assert (joined, app.events.get(other.id).series_id) == (series, "")


def test_who_presides_is_typed_and_shown_as_a_table(app: Application) -> None:
    a_new_event(app, instrument="coalition-meeting", title=Text(sq="Koalicioni"))
    event = app.events.list_all()[0]
    series = app.series.make_from(event.id)
    screen = opened("series", "en")
    screen.session_state["series_part"] = "presidency"
    screen.session_state["presidency_form"] = True
    without_mistakes(screen.run())
    key = f"presidency·{series.id}"

    screen.text_area(f"{key}·members").set_value("Elbasan\n\n Tiranë \nVlorë")
    screen.date_input(f"{key}·start").set_value(TODAY).run()
    without_mistakes(screen.button("presidency_save").click().run())

    turns = app.series.get(series.id).presidency
    assert turns is not None
    assert (turns.members, turns.months, len(turns.steps)) == (("Elbasan", "Tiranë", "Vlorë"), 6, 4)
    (table,) = screen.dataframe
    assert list(table.value["Presides"]) == ["Elbasan", "Tiranë", "Vlorë"]
    assert list(table.value["Remark"]) == ["now", "", ""]
    assert [row["id"] for row in rows(screen)] == ["work_plan", "mid_term", "outgoing_report", "next_president"]


def test_a_member_named_twice_is_refused_in_words(app: Application) -> None:
    event = a_committee(app)
    screen = opened("series", "en")
    screen.session_state["series_part"] = "presidency"
    screen.session_state["presidency_form"] = True
    without_mistakes(screen.run())
    key = f"presidency·{event.series_id}"

    screen.text_area(f"{key}·members").set_value("A\nA")
    screen.date_input(f"{key}·start").set_value(TODAY).run()
    screen.button("presidency_save").click().run()

    assert "“A” stands twice among the members." in screen.error[0].value
    assert app.series.get(event.series_id).presidency is None


def test_a_series_is_removed_only_after_its_name_was_typed(app: Application) -> None:
    event = a_committee(app)
    screen = opened("series", "en")
    screen.session_state["series_part"] = "facts"
    without_mistakes(screen.run())

    screen.button("remove_series").click().run()
    kept = len(app.series.list_all())
    screen.text_input("remove_series_confirm").set_value(TITLE.en).run()
    without_mistakes(screen.button("remove_series").click().run())

    assert (kept, app.series.list_all(), app.events.get(event.id).series_id) == (1, (), "")


@LANGUAGES
def test_of_many_series_one_is_chosen_and_all_are_offered(app: Application, language: str) -> None:
    event = a_committee(app)
    for number in range(20):
        app.series.make(Text(sq=f"Seria {number:02}", en=f"Series {number:02}"), "regional-group")
    screen = opened("series", language)
    assert (len(screen.selectbox("series_choice").options), screen.selectbox("series_choice").value) == (
        21,
        event.series_id,
    )

    other = next(series for series in app.series.list_all() if series.title.sq == "Seria 07")
    without_mistakes(screen.selectbox("series_choice").set_value(other.id).run())

    assert screen.selectbox("series_choice").value == other.id
    assert [row["id"] for row in rows(screen)] == ["meeting"]
    assert TITLE.said_in(language) in said(screen)


def test_a_further_series_is_made_by_name_and_kind(app: Application) -> None:
    a_committee(app)
    screen = opened("series", "en")
    screen.session_state["new_series"] = True
    screen.run()

    screen.text_input("new_series_title").set_value("Coalition")
    screen.selectbox("new_series_instrument").set_value("coalition-meeting")
    without_mistakes(screen.button("new_series_save").click().run())

    made = next(series for series in app.series.list_all() if series.instrument == "coalition-meeting")
    assert (made.title, screen.selectbox("series_choice").value) == (Text(en="Coalition"), made.id)


def test_a_series_of_an_own_template_takes_a_rhythm(app: Application) -> None:
    own = app.own_library.copy(app.library.instruments["regional-group"], Text(sq="Dita jonë"))
    event = a_new_event(app, instrument=own.key)
    series = app.series.make_from(event.id)
    screen = opened("series", "en")

    screen.selectbox(f"take_rhythm·{series.id}").set_value("regional-group").run()
    without_mistakes(screen.button("take_rhythm_save").click().run())

    assert [duty.per_year for duty in app.series.get(series.id).duties] == [3]


@LANGUAGES
def test_the_next_event_shows_day_people_and_promises_and_is_made_on_yes(app: Application, language: str) -> None:
    event = a_committee(app)
    app.people.add(event.id, Person("", "Zyra A"))
    kept, left = promised(app, event, "Lista"), promised(app, event, "Udhëzimi")
    screen = opened_form("series_next", "next_event_form", language)
    due = day_text(LATE + timedelta(days=92), language, with_year=True)
    assert due in said(screen)
    assert [event.id for event in app.events.list_all()] == [event.id]

    screen.checkbox(f"carry·{left.id}").uncheck()
    screen.text_input(f"next_title·{event.id}").set_value("Vjeshta").run()
    screen.button("next_event_save").click().run()

    (made,) = (each for each in app.events.list_all() if each.id != event.id)
    carried = [task.from_note_id for task in app.tasks.list_for(made.id) if task.from_note_id]
    assert (made.title.said_in(language), made.series_id, carried) == ("Vjeshta", event.series_id, [kept.id])
    assert made.starts_on > TODAY
    assert len(app.people.list_for(made.id)) == 1
    assert app.preferences.event_id() == made.id


def test_the_next_event_follows_what_is_due_first_and_not_the_last_one_of_all(app: Application) -> None:
    committee = a_committee(app)
    table = a_new_event(app, instrument="technical-table", starts_on=TODAY - timedelta(days=3))
    app.series.join(committee.series_id, table.id)

    screen = opened_form("series_next", "next_event_form", "en")

    assert screen.selectbox(f"next_last·{committee.series_id}").value == committee.id


def test_the_button_opens_the_form_over_the_screen(app: Application) -> None:
    a_committee(app)
    screen = opened("series", "en")

    without_mistakes(screen.button("next_event").click().run())

    assert "Nothing that was promised is still open." in words_shown(screen)


@LANGUAGES
@pytest.mark.parametrize("page", ["home", "start"])
def test_the_first_screens_say_what_is_overdue_and_which_presidency_ends(
    app: Application, page: str, language: str
) -> None:
    event = a_committee(app)
    series = app.series.get(event.series_id)
    for duty in series.duties[1:]:
        app.series.remove_duty(series.id, duty.id)
    turns = Presidency(("Elbasan", "Tiranë"), TODAY - timedelta(days=20), 1)
    app.series.set_presidency(series.id, None, turns)

    screen = opened("home", language)
    if page == "start":
        screen.query_params["new"] = "1"
        without_mistakes(screen.run())

    words = said(screen).replace("\\", "")
    day = TODAY - timedelta(days=5)
    when = day_text(day, language, with_year=day.year != TODAY.year, with_weekday=False)
    assert {
        "sq": f"“Mbledhja e Komitetit Rajonal” duhej mbajtur deri më {when} (me vonesë 5 ditë).",
        "en": f"“Meeting of the regional committee” was to be held by {when} (5 days late).",
    }[language] in words
    assert {"sq": "radhën e ka Tiranë", "en": "Tiranë follows"}[language] in words
    without_mistakes(screen.button("open_series").click().run())
    assert screen.title[0].value == {"sq": "Seria", "en": "Series"}[language]


def test_without_anything_due_the_first_screen_says_nothing_of_series(app: Application) -> None:
    event = a_committee(app, TODAY - timedelta(days=1))
    series = app.series.get(event.series_id)
    for duty in series.duties[1:]:
        app.series.remove_duty(series.id, duty.id)

    screen = opened("home", "en")

    assert "open_series" not in [button.key for button in screen.button]


def test_a_finished_commitment_leaves_the_list(app: Application) -> None:
    event = a_committee(app)
    note = promised(app, event, "Lista")
    screen = opened("series", "en")
    screen.session_state["series_part"] = "commitments"
    without_mistakes(screen.run())
    assert titles(screen) == ["Lista"]

    app.notes.edit(note, replace(note, done_on=TODAY))
    without_mistakes(screen.run())

    assert titles(screen) == []
    assert "No commitment is open." in said(screen)


def test_duties_with_a_long_past_are_shown_and_do_not_stop_the_screen(app: Application) -> None:
    event = a_committee(app)
    app.series.add_duty(event.series_id, Duty("", Text(sq="Sipas dëshirës")))

    found = rows(opened("series", "sq"))

    assert found[-1]["lead"] == "—"
