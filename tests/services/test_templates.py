"""The organisation's template: chosen, used by every paper, carried along, removed, and refused in words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facilitation.documents.letterhead import letterhead
from facilitation.domain.event import Event
from facilitation.domain.person import Person
from facilitation.domain.print_look import PrintLook
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.attachments import keep_file
from facilitation.services.next_events import NextEvent
from facilitation.services.templates import SUBJECT
from tests.documents.letterheads import HOSTILE, a_letterhead, as_template
from tests.documents.reading import all_text, outline
from tests.documents.test_word_look import used_styles

OFFICE, OTHER = "Bashkia e Provës", "Prefektura e Provës"


def is_on(app: Application, event_id: str, office: str = OFFICE, name: str = "agenda.docx") -> bool:
    return office in outline(app.papers.make(event_id, name, "sq"))


def test_papers_are_made_on_it_until_it_is_removed(app: Application, conference: Event) -> None:
    assert app.templates.get(conference.id) is None
    assert not is_on(app, conference.id)

    app.templates.choose(conference.id, "koka.dotx", as_template(a_letterhead(OFFICE)))

    kept = app.templates.get(conference.id)
    assert kept is not None
    assert kept.facts is not None
    assert (kept.file.name, kept.facts.has_header, kept.facts.has_logo) == ("koka.docx", True, True)
    assert is_on(app, conference.id)
    assert is_on(app, conference.id, name="guide.docx")
    large = app.papers.make(conference.id, "agenda.docx", "sq", PrintLook(is_large=True))
    assert OFFICE in outline(large)
    assert used_styles(large)

    app.templates.remove(conference.id)
    assert app.templates.get(conference.id) is None
    assert not is_on(app, conference.id)
    assert app.attachments.list_for(conference.id) == ()


def test_a_second_one_takes_the_place_of_the_first(app: Application, conference: Event) -> None:
    app.templates.choose(conference.id, "a.docx", a_letterhead(OFFICE))
    app.templates.choose(conference.id, "b.docx", a_letterhead(OTHER))

    assert [file.name for file in app.attachments.list_for(conference.id)] == ["b.docx"]
    assert is_on(app, conference.id, OTHER)
    assert not is_on(app, conference.id)


def test_the_pack_a_release_and_a_hand_over_are_made_on_it(app: Application, conference: Event, tmp_path: Path) -> None:
    app.templates.choose(conference.id, "koka.docx", a_letterhead(OFFICE))
    release = app.releases.release(conference.id, name="Për ministrinë", note="")

    files = {path.name: path.read_bytes() for path in app.papers.pack(conference.id, tmp_path, "sq")}

    on_it = {name for name, data in files.items() if name.endswith(".docx") and OFFICE in outline(data)}
    assert on_it >= {
        "agenda.docx",
        "guide.docx",
        "checklist.docx",
        "sign-in.docx",
        "proceedings.docx",
        "note-form.docx",
    }
    assert on_it.isdisjoint({"badges.docx", "table-cards.docx"})
    assert OFFICE in outline(app.papers.released(release.id, "agenda.docx", "en"))


def test_what_could_do_harm_is_refused_at_once_and_changes_nothing(app: Application, conference: Event) -> None:
    app.templates.choose(conference.id, "koka.docx", a_letterhead(OFFICE))

    for name, data in HOSTILE.items():
        began = time.process_time()
        with pytest.raises(InvalidInput):
            app.templates.choose(conference.id, "tjetra.docx", data)
        assert time.process_time() - began < 1, name

    assert [file.name for file in app.attachments.list_for(conference.id)] == ["koka.docx"]


def test_an_event_that_is_not_there_has_no_template(app: Application) -> None:
    with pytest.raises(NotFound):
        app.templates.choose("gone", "koka.docx", a_letterhead())


def test_it_survives_archive_and_the_next_event(app: Application, conference: Event) -> None:
    app.templates.choose(conference.id, "koka.docx", a_letterhead(OFFICE))

    opened = app.archives.open(app.archives.export(conference.id))
    following = app.next_events.create(NextEvent(conference.id, conference.starts_on.replace(year=2028), Text(sq="T")))

    for event_id in (opened.id, following.id):
        assert is_on(app, event_id)
        assert [file.subject for file in app.attachments.list_for(event_id)] == [SUBJECT]
    app.templates.remove(opened.id)
    assert is_on(app, conference.id)


def test_one_that_came_by_another_way_is_looked_at_again(app: Application, conference: Event) -> None:
    with app.templates.desk.work() as work:
        file = ("koka.docx", HOSTILE["linked picture"])
        keep_file(app.templates.desk, work, conference.id, (SUBJECT, conference.id), file)
        work.commit()

    kept = app.templates.get(conference.id)

    assert kept is not None
    assert kept.facts is None
    assert kept.problem is not None
    assert "example.org" not in all_text(app.papers.make(conference.id, "agenda.docx", "sq"))


def test_letters_are_written_on_it_where_they_have_no_letterhead_of_their_own(
    app: Application, conference: Event
) -> None:
    app.people.add(conference.id, Person("", "Përfaqësuese, Zyra e Punësimit, Shkodër", "Zyra e Punësimit"))
    app.templates.choose(conference.id, "koka.docx", a_letterhead(OFFICE))
    assert OFFICE in outline(app.letters.make(conference.id, "invitations.docx", "sq"))

    app.letters.keep_letterhead(conference.id, "letra.docx", letterhead(a_letterhead(OTHER), "letra.docx"))

    made = outline(app.letters.make(conference.id, "invitations.docx", "sq"))
    assert OTHER in made
    assert OFFICE not in made
