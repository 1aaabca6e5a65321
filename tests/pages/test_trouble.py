"""When the database fails or something unforeseen happens: a calm sentence, and a way on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.errors import StorageUnavailable
from facilitation.services import shared
from facilitation.services.application import Application
from facilitation.ui.navigation import PAGES
from tests.pages.opened import FRAME, opened
from tests.pages.screen_words import a_new_event, rows

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
SENTENCE = {"sq": "të dhëna", "en": "database"}
AGAIN = {"sq": "Provo sërish", "en": "Try again"}


def visit(page: str, language: str) -> AppTest:
    screen = AppTest.from_file(FRAME, default_timeout=60)
    screen.session_state["language"] = language
    if page != "home":
        screen.switch_page(f"../../{PAGES.name}/{page}.py")
    return screen.run()


def lose_the_database(app: Application) -> Path:
    """Put a folder in the place of the file, so that it cannot be opened any more."""
    path = Path(str(app.archives.engine.url.database))
    app.archives.engine.dispose()
    for file in path.parent.glob("tryeza.db*"):
        file.unlink()
    path.mkdir()
    return path


@pytest.mark.parametrize("language", ["sq", "en", ""])
def test_a_database_that_cannot_be_opened_is_said_calmly_with_a_way_to_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database " * 100)
    monkeypatch.setenv("TRYEZA_DATABASE_URL", f"sqlite:///{broken.as_posix()}")
    monkeypatch.setattr(shared, "_applications", {})

    screen = visit("home", language)

    (error,) = screen.error
    assert SENTENCE[language or "sq"] in error.value.casefold()
    assert [button.label for button in screen.button] == [AGAIN[language or "sq"]]
    assert screen.segmented_control("language_switch").options == ["Shqip", "English"]
    assert list(screen.exception) == []
    assert broken.read_bytes() == b"this is no database " * 100


def test_trying_again_works_once_the_database_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tryeza.db"
    path.mkdir()
    monkeypatch.setenv("TRYEZA_DATABASE_URL", f"sqlite:///{path.as_posix()}")
    monkeypatch.setattr(shared, "_applications", {})
    screen = visit("home", "sq")
    assert len(screen.error) == 1
    path.rmdir()

    screen.button("try_again").click().run()

    assert [title.value for title in screen.title] == ["Mirë se vini në Tryeza"]
    for application in shared._applications.values():
        application.archives.engine.dispose()


@LANGUAGES
@pytest.mark.parametrize("page", ["home", "agenda", "tasks", "people", "cafe", "library", "settings"])
def test_a_database_lost_during_a_visit_leaves_a_sentence_and_the_navigation(
    app: Application, page: str, language: str
) -> None:
    a_new_event(app)
    screen = opened(page, language)
    lose_the_database(app)

    screen.run()

    assert [SENTENCE[language] in error.value.casefold() for error in screen.error] == [True]
    assert list(screen.exception) == []
    assert screen.segmented_control("language_switch").options == ["Shqip", "English"]


def test_a_change_that_cannot_be_saved_is_said_and_the_screen_stays(app: Application) -> None:
    event = a_new_event(app)
    item = app.agendas.get(event.id).days[0].items[0]
    screen = opened("agenda", "en")
    screen.session_state["chosen"] = {"agenda_item": item.id}
    screen.run()
    with closing(sqlite3.connect(str(app.archives.engine.url.database))) as other:
        other.execute("BEGIN IMMEDIATE")

        screen.text_input(f"item·{item.id}·title·en").set_value("Another title").run()

    (error,) = screen.error
    assert "database" in error.value
    assert len(rows(screen)) > 10
    assert app.agendas.get(event.id).item(item.id) == item


@LANGUAGES
def test_a_mistake_of_the_program_shows_a_reference_and_no_trace(
    app: Application, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    a_new_event(app)

    def broken(*_arguments: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(type(app.tasks), "list_for", broken)
    screen = visit("tasks", language)

    (error,) = screen.error
    assert {"sq": "Referenca: ", "en": "Reference: "}[language] in error.value
    assert "secret detail" not in error.value
    assert list(screen.exception) == []


def test_the_error_of_a_lost_database_is_ours(app: Application) -> None:
    lose_the_database(app)

    with pytest.raises(StorageUnavailable):
        app.events.list_all()
