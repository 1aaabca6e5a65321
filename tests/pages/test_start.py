"""How to begin: without an event, from an instrument, from the sample, from an archive."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.i18n.sorting import sorted_texts
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
NEEDS_AN_EVENT = [
    "consult",
    "agenda",
    "tasks",
    "people",
    "series",
    "guide",
    "cafe",
    "notes",
    "proceedings",
    "reports",
    "settings",
]
WELCOME = {"sq": "Mirë se vini në Tryeza", "en": "Welcome to Tryeza"}
WAYS = {
    "sq": ["Aktivitet i ri", "Hap shembullin", "Hap një arkiv"],
    "en": ["New event", "Open the sample", "Open an archive"],
}
NEW, SAMPLE, ARCHIVE = "new", "sample", "archive"


def submit(screen: AppTest) -> AppTest:
    """Press "Make the event"."""
    (button,) = (button for button in screen.button if button.proto.is_form_submitter)
    return button.click().run()


def only_event(app: Application) -> Event:
    (event,) = app.events.list_all()
    return event


@LANGUAGES
def test_without_an_event_home_welcomes_and_offers_three_ways(app: Application, language: str) -> None:
    screen = opened("home", language)

    assert [title.value for title in screen.title] == [
        {"sq": "Mirë se vini në Tryeza", "en": "Welcome to Tryeza"}[language]
    ]
    ways = {
        "sq": ["Aktivitet i ri", "Hap shembullin", "Hap një arkiv"],
        "en": ["New event", "Open the sample", "Open an archive"],
    }
    assert screen.segmented_control("start_way").options == ways[language]


@LANGUAGES
@pytest.mark.parametrize("page", NEEDS_AN_EVENT)
def test_a_screen_without_an_event_leads_to_the_beginning(app: Application, page: str, language: str) -> None:
    screen = opened(page, language)

    sentence = {"sq": "Ende nuk ka asnjë aktivitet.", "en": "There is no event yet."}[language]
    assert sentence in said(screen)
    without_mistakes(screen.button("start_first_event").click().run())
    assert [title.value for title in screen.title] == [
        {"sq": "Mirë se vini në Tryeza", "en": "Welcome to Tryeza"}[language]
    ]


def test_a_new_event_comes_with_agenda_checklist_and_guide(app: Application) -> None:
    screen = opened("home")
    first_day = date.today() + timedelta(days=150)

    screen.selectbox("new_instrument").set_value("national-conference").run()
    screen.text_input("new_title").set_value("Konferenca e pranverës")
    screen.date_input("new_date").set_value(first_day)
    screen.text_input("new_place").set_value("Elbasan")
    screen.number_input("new_people·national-conference").set_value(80)
    without_mistakes(submit(screen))

    event = only_event(app)
    assert (event.title.sq, event.starts_on, event.place, event.expected_people) == (
        "Konferenca e pranverës",
        first_day,
        "Elbasan",
        80,
    )
    assert len(list(app.agendas.get(event.id).items())) > 20
    assert len(app.tasks.list_for(event.id)) == 37
    assert [title.value for title in screen.title] == ["Edhe 150 ditë"]


def test_a_new_event_too_soon_is_made_and_its_late_deadlines_are_said(app: Application) -> None:
    screen = opened("home", "en")

    screen.text_input("new_title").set_value("Soon")
    screen.date_input("new_date").set_value(date.today() + timedelta(days=30))
    without_mistakes(submit(screen))

    assert only_event(app).title.en == "Soon"
    (warning,) = screen.warning
    assert "is 30 days away. Some lead times have passed" in warning.value


def test_a_new_event_without_a_title_takes_the_name_of_its_instrument(app: Application) -> None:
    screen = opened("home")

    screen.selectbox("new_instrument").set_value("regional-group").run()
    screen.date_input("new_date").set_value(date.today() + timedelta(days=120))
    without_mistakes(submit(screen))

    event = only_event(app)
    assert (event.instrument, event.title) == ("regional-group", app.library.instruments["regional-group"].title)


@LANGUAGES
def test_every_instrument_can_be_chosen_by_its_title_and_says_what_it_is_for(app: Application, language: str) -> None:
    app.own_library.copy(app.library.instruments["regional-group"], Text(sq="Dita jonë", en="Our day"))
    instruments = app.library.instruments
    screen = opened("home", language)

    choice = screen.selectbox("new_instrument")
    assert choice.options == sorted_texts((each.title.said_in(language) for each in instruments.values()), language)
    for key, instrument in instruments.items():
        screen.selectbox("new_instrument").set_value(key).run()
        assert instrument.purpose.said_in(language) in said(without_mistakes(screen)).replace("\\", "")


def test_a_link_from_the_library_chooses_the_instrument_and_a_button_leads_back(app: Application) -> None:
    screen = opened("home", "en")
    screen.query_params["instrument"] = "regional-group"
    without_mistakes(screen.run())

    assert screen.selectbox("new_instrument").value == "regional-group"
    without_mistakes(screen.button("read_instrument").click().run())

    assert [header.value for header in screen.header] == [app.library.instruments["regional-group"].title.en]


def test_an_event_can_be_made_from_a_template_of_ones_own(app: Application) -> None:
    file = app.own_library.copy(app.library.instruments["regional-group"], Text(sq="Dita jonë"))
    screen = opened("home")

    screen.selectbox("new_instrument").set_value(file.key).run()
    screen.date_input("new_date").set_value(date.today() + timedelta(days=120))
    without_mistakes(submit(screen))

    assert (only_event(app).instrument, only_event(app).title) == ("dita-jone", Text(sq="Dita jonë"))


def test_a_new_event_without_a_first_day_is_not_made(app: Application) -> None:
    screen = opened("home", "en")

    submit(screen)

    assert [error.value for error in screen.error] == ["Choose the first day of the event."]
    assert app.events.list_all() == ()


@LANGUAGES
def test_the_sample_opens_with_one_click(app: Application, language: str) -> None:
    screen = opened("home", language)

    screen.segmented_control("start_way").set_value(SAMPLE).run()
    without_mistakes(screen.button("sample·regional-group-south").click().run())

    assert only_event(app).instrument == "regional-group"
    assert [title.value for title in screen.title] == [{"sq": "Edhe 75 ditë", "en": "75 days to go"}[language]]


def test_an_archive_opens_as_a_new_event(app: Application) -> None:
    event = a_new_event(app, people=3)
    archive = app.archives.export(event.id)
    app.events.remove(event.id)
    app.preferences.choose_event("")
    screen = opened("home")

    screen.segmented_control("start_way").set_value(ARCHIVE).run()
    screen.file_uploader("archive_upload").upload("konferenca.tryeza", archive, "application/zip").run()
    without_mistakes(screen.button("open_archive").click().run())

    back = only_event(app)
    assert (back.title, len(app.people.list_for(back.id))) == (event.title, 3)


@LANGUAGES
def test_a_damaged_archive_is_refused_in_words_and_nothing_is_made(app: Application, language: str) -> None:
    screen = opened("home", language)

    screen.segmented_control("start_way").set_value(ARCHIVE).run()
    screen.file_uploader("archive_upload").upload("konferenca.tryeza", b"not an archive", "application/zip").run()
    screen.button("open_archive").click().run()

    assert len(screen.error) == 1
    assert app.events.list_all() == ()


def test_with_events_the_start_screen_leads_back(app: Application) -> None:
    a_new_event(app)
    screen = opened("home")
    screen.query_params["new"] = "1"
    without_mistakes(screen.run())

    assert [title.value for title in screen.title] == ["Aktivitet i ri"]
    assert "Kthehu te aktiviteti" in words_shown(screen)
