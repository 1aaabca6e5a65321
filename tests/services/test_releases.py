"""Versions of the plan: what has gone out, and what was changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitation.domain.agenda import Audience
from facilitation.domain.event import Event
from facilitation.domain.person import Person
from facilitation.domain.release import Release
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.paper_names import RELEASE_PAPERS
from tests.documents.reading import all_text, parts


def rename_first(app: Application, event: Event, title: str) -> None:
    item = app.agendas.get(event.id).days[0].items[0]
    app.agendas.edit_item(event.id, item, replace(item, title=Text(sq=title)))


def printed_parts(data: bytes) -> dict[str, str]:
    """Everything in a document but the moment it was made."""
    found = {name: content.decode("utf-8", errors="replace") for name, content in parts(data).items()}
    return {name: content for name, content in found.items() if not name.startswith("docProps/")}


def released(app: Application, event: Event, name: str = "") -> Release:
    return app.releases.release(event.id, name=name, note="")


def test_versions_are_numbered_and_listed_with_the_newest_first(app: Application, conference: Event) -> None:
    first = released(app, conference, "Draft")
    rename_first(app, conference, "Mirëseardhja")
    second = released(app, conference, "  For the   ministry ")

    assert [(each.number, each.name) for each in app.releases.list_for(conference.id)] == [
        (2, "For the ministry"),
        (1, "Draft"),
    ]
    assert (first.released_by, second.number) == ("tester", 2)


def test_an_old_version_reopens_as_it_was(app: Application, conference: Event) -> None:
    before = app.agendas.get(conference.id)
    release = released(app, conference)
    rename_first(app, conference, "Mirëseardhja")
    app.agendas.remove_item(conference.id, before.days[1].items[0].id)

    assert app.releases.plan(release.id).agenda == before


@pytest.mark.parametrize("name", [name for name in RELEASE_PAPERS if name.endswith(".docx")])
def test_an_old_version_prints_what_it_printed_and_says_which_it_is(
    app: Application, conference: Event, name: str
) -> None:
    release = released(app, conference, "For the ministry")
    printed = printed_parts(app.papers.make(conference.id, name, "en"))
    rename_first(app, conference, "Mirëseardhja")

    again = printed_parts(app.papers.released(release.id, name, "en"))

    assert again == printed
    assert "version 1 · For the ministry, released 11 Jan 2027" in "\n".join(again.values())


def test_a_print_after_a_change_says_what_it_was_changed_since(app: Application, conference: Event) -> None:
    released(app, conference)
    rename_first(app, conference, "Mirëseardhja")

    assert "changed since version 1 · printed" in all_text(app.papers.make(conference.id, "agenda.docx", "en"))


def test_changes_since_a_version_are_those_made_after_it(app: Application, conference: Event) -> None:
    release = released(app, conference)
    item = app.agendas.get(conference.id).days[0].items[0]
    app.agendas.edit_item(conference.id, item, replace(item, room="B", duration=item.duration + timedelta(minutes=5)))

    assert [found.code for found in app.releases.changes_since(release.id)] == ["length", "room", "shifted"]
    assert app.releases.changes_in(release.id) == ()


def test_a_version_says_what_it_changed_against_the_one_before_and_hides_internal_notes(
    app: Application, conference: Event
) -> None:
    released(app, conference)
    item = app.agendas.get(conference.id).days[0].items[0]
    app.agendas.edit_item(conference.id, item, replace(item, internal_note="The minister comes late", room="B"))
    release = released(app, conference)

    assert [found.code for found in app.releases.changes_in(release.id)] == ["room", "internal_note"]
    assert [found.code for found in app.releases.changes_in(release.id, Audience.PUBLIC)] == ["room"]


def test_a_version_without_a_change_is_refused(app: Application, conference: Event) -> None:
    released(app, conference)

    with pytest.raises(InvalidInput) as caught:
        released(app, conference)

    assert "version 1" in str(caught.value)


def test_an_empty_agenda_is_not_released(app: Application, conference: Event) -> None:
    for day in app.agendas.get(conference.id).days:
        for item in day.items:
            app.agendas.remove_item(conference.id, item.id)

    with pytest.raises(InvalidInput):
        released(app, conference)


def test_what_is_published_is_the_newest_version_not_the_work_in_progress(app: Application, conference: Event) -> None:
    draft = app.releases.published(conference.id)
    release = released(app, conference)
    rename_first(app, conference, "Mirëseardhja")

    assert draft.agenda == app.releases.published(conference.id).agenda == app.releases.plan(release.id).agenda


def test_a_version_keeps_no_participants(app: Application, conference: Event) -> None:
    app.people.add(conference.id, Person("", "Përfaqësuese, Zyra e Punësimit, Shkodër"))

    assert app.releases.plan(released(app, conference).id).participations == ()


def test_a_release_is_not_undone_by_undoing_the_agenda(app: Application, conference: Event) -> None:
    rename_first(app, conference, "Mirëseardhja")
    released(app, conference)

    undone = app.history.undo(conference.id, "agenda")

    assert undone
    assert undone.verb == "edit_item"
    assert len(app.releases.list_for(conference.id)) == 1


def test_an_archive_brings_the_versions_along(app: Application, conference: Event) -> None:
    released(app, conference, "Draft")
    rename_first(app, conference, "Mirëseardhja")
    released(app, conference, "Final")

    copy = app.archives.open(app.archives.export(conference.id))

    versions = app.releases.list_for(copy.id)
    assert [(each.number, each.name) for each in versions] == [(2, "Final"), (1, "Draft")]
    titles = [app.releases.plan(each.id).agenda.days[0].items[0].title.sq for each in versions]
    assert titles == ["Mirëseardhja", app.releases.plan(versions[1].id).agenda.days[0].items[0].title.sq]
    assert app.releases.changes_since(versions[0].id) == ()


def test_a_version_that_is_not_there_is_said(app: Application) -> None:
    with pytest.raises(NotFound):
        app.releases.plan("x")
