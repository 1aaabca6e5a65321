"""Every screen speaks one language: no English shows through in Albanian, and no Albanian in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.consultation import Answer, Channel, Question, QuestionKind
from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.series import Presidency
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.paper_names import PAPERS
from facilitation.ui.navigation import SECTIONS
from tests.pages.opened import opened, without_mistakes
from tests.pages.screen_words import a_new_event, words_shown

PAGES = [stem for entries in SECTIONS.values() for stem, _title, _icon in entries]
VIEWS: dict[str, list[dict[str, object]]] = {
    "consult": [
        {},
        {"consult_part": "sending"},
        {"consult_part": "replies"},
    ],
    "agenda": [{}, {"agenda_shape": "picture"}],
    "tasks": [{}, {"task_shape": "gantt"}, {"task_shape": "owners"}],
    "people": [{}, {"people_shape": "attendance"}, {"people_shape": "composition"}],
    "series": [{"series_part": part} for part in ("rhythm", "commitments", "events", "presidency", "facts")],
    "budget": [{}, {"budget_shape": "category"}, {"budget_shape": "source"}],
    "cafe": [{}, {"cafe_shape": "people"}, {"phone_pages": True}],
    "guide": [{}, {"guide_shape": "materials"}, {"guide_shape": "event"}],
    "library": [
        {"use_method_form": True, "copy_form": True, "bring_form": True},
        {"library_part": "instruments", "save_agenda_form": True},
        {"library_part": "fit"},
        {"library_part": "questionnaires"},
    ],
    "settings": [{"settings_part": part} for part in ("facts", "goals", "texts", "data")],
    "home": [{}, {"documents_menu": True, "event_switcher": True}],
}
OPEN_FORMS = {"add_item": True, "add_task": True, "add_person": True}
ENGLISH = """
add after agenda all and any archive before begin browse by cancel choose close day days delete document documents done
download edit event events everybody field file for found from group groups has have here how if in into is item its
late list language languages many minutes moment must new no nobody none not note notes now of office on one only open
or organisation other out page part participant participants people place remove room round rounds save saved
search second seconds sector select session sessions settings share show shown small start step steps table tables task
tasks that the their them there these they this those today type undo unit until up upload view was week what when
where which who with within without words write year yes you your
"""
ALBANIAN = """
aktiviteti aktivitetit arkivi asnjë axhenda axhendës bashkë çdo çfarë deri detyra detyrat detyrë dhe dita ditë
ditës dokumentet duhet emri është fillimi folësit fshi gjithë grupe grupet gjuha gjuhët hapi hiq janë juaj ju këtë këto
kjo kërko krijo kur kush ky lista lloji mbyll minuta metoda mund nga nëse ndaj një nuk objektivi përgjegjësi për
përbërja pjesëmarrës pjesëmarrësit prania pyetja që raundi ruaj sesion sesioni sesionet shënim shënimet shto shteti
sipas synimi të titulli tryezat veta vendi zgjidh zgjidhni zhbëj
"""
FOREIGN = {"sq": frozenset(ENGLISH.split()), "en": frozenset(ALBANIAN.split())}
SAME_IN_BOTH = ("gjuha · language", "world café", "excel", "shqip", "english", "tryeza")
"""Names that are the same in both, and the switch that must be understood by everybody."""
NOT_WORDS = re.compile(r":[a-z]+(?:-badge)?\[|:material/\w+:|python -m facilitation restore file|\S+\.\w{2,6}\b")


@pytest.fixture
def event(app: Application) -> Event:
    """An event with something to show on every screen; all its own words are of no language."""
    event = a_new_event(app, people=12)
    items = [item for _day, item in app.agendas.get(event.id).items()]
    cafe = next(item for item in items if item.kind is ItemKind.WORLD_CAFE)
    seen = app.cafes.get(event.id, cafe.id)
    app.cafes.edit(seen, replace(seen, table_count=3))
    app.cafes.make_groups(event.id, cafe.id, seed=1, seconds=0.3)
    for kind in (NoteKind.KEY_POINT, NoteKind.RECOMMENDATION, NoteKind.COMMITMENT):
        app.notes.add(event.id, items[2].id, kind, "Xyz.")
    series = app.series.make_from(event.id)
    app.series.set_presidency(series.id, None, Presidency(("Xyz", "Zyx"), event.starts_on - timedelta(days=365)))
    app.phone_links.choose_address("https://tryeza.example")
    xyz = Text(sq="Xyz", en="Xyz")
    kinds = (Question(kind.value, xyz, kind, choices=() if kind == "open" else (xyz, xyz)) for kind in QuestionKind)
    asked = app.consultations.add(event.id, xyz, questions=tuple(kinds))
    app.form_links.make(asked.id, ("", *(part.id for part in app.people.list_for(event.id)[:6])))
    app.consultations.take(asked.id, (Answer("open", "Xyz."),), Channel.PAPER)
    return event


def chosen_rows(app: Application, event: Event) -> dict[str, object]:
    """The first row of every list is open, so that its side panel is read too, and sessions are selected."""
    return {
        "agenda_item": app.agendas.get(event.id).days[0].items[2].id,
        "picked·agenda_items": (app.agendas.get(event.id).days[0].items[2].id,),
        "task": app.tasks.list_for(event.id)[0].id,
        "question": "choice",
        "reply": app.consultations.replies(app.consultations.list_for(event.id)[0].id)[0].id,
        "asked_person": app.people.list_for(event.id)[0].id,
        "duty": "meeting",
        "person": app.people.list_for(event.id)[0].id,
        "method": next(iter(app.library.methods)),
        "guide_item": app.agendas.get(event.id).days[0].items[2].id,
        "notes_item": app.agendas.get(event.id).days[0].items[2].id,
    }


def shown(app: Application, event: Event, page: str, language: str) -> Iterator[AppTest]:
    for view in VIEWS.get(page, [{}]):
        screen = opened(page, language)
        screen.session_state["chosen"] = chosen_rows(app, event)
        for name, value in (OPEN_FORMS | view).items():
            screen.session_state[name] = value
        yield without_mistakes(screen.run())


def foreign_words(text: str, language: str) -> set[str]:
    """The words of the other language in a text, without names, commands and signs."""
    plain = NOT_WORDS.sub(" ", text.casefold())
    for name in SAME_IN_BOTH:
        plain = plain.replace(name, " ")
    return set(re.findall(r"[^\W\d_]+", plain)) & FOREIGN[language]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_screen_shows_no_word_of_the_other_language(app: Application, event: Event, page: str, language: str) -> None:
    found = {
        text: sorted(words)
        for screen in shown(app, event, page, language)
        for text in words_shown(screen)
        if (words := foreign_words(text, language))
    }

    assert found == {}


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_welcome_shows_no_word_of_the_other_language(app: Application, language: str) -> None:
    screen = opened("home", language)
    found = []
    for way in ("new", "sample", "archive"):
        without_mistakes(screen.segmented_control("start_way").set_value(way).run())
        found += [text for text in words_shown(screen) if foreign_words(text, language)]

    assert found == []


def test_the_language_switch_changes_the_screen_at_once_and_is_remembered(app: Application) -> None:
    a_new_event(app)
    screen = opened("agenda")
    assert [title.value for title in screen.title] == ["Axhenda"]

    screen.segmented_control("language_switch").set_value("en").run()

    assert [title.value for title in screen.title] == ["Agenda"]
    assert app.preferences.language() == "en"


def test_a_first_visit_is_in_albanian(app: Application) -> None:
    screen = opened("home", "")

    assert [title.value for title in screen.title] == ["Mirë se vini në Tryeza"]
    assert app.preferences.language() == "sq"


def test_the_word_lists_are_used() -> None:
    assert foreign_words("Add a session", "sq") == {"add", "session"}
    assert foreign_words("World café", "sq") == set()
    assert foreign_words("Shto sesion", "en") == {"shto", "sesion"}
    assert len(PAPERS) == 13
