"""Note forms come back in a batch: shown first, taken in once, and what is wrong with one stops no other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.i18n.note_form_words import remark_sentence
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from facilitation.services.note_imports import MOST_FORMS, ReadFile
from tests.forms import fill_word

FILLED = {
    "taker": "Mbajtëse shënimesh, Zyra A",
    "started": "9:40",
    "present:media": "4",
    "row:1:short": "Raportet vonohen",
    "row:2:kind": "vendim",
    "row:2:short": "hapet zyra",
    "free": "! Trajnime\n> Bashkia, deri më 30.6.2027: hap zyrën",
}


def item_of(app: Application, event: Event, kind: ItemKind) -> str:
    return next(item.id for _day, item in app.agendas.get(event.id).items() if item.kind is kind)


@pytest.fixture
def item(app: Application, conference: Event) -> str:
    """A plenary session of the conference."""
    return item_of(app, conference, ItemKind.PLENARY)


@pytest.fixture
def cafe(app: Application, conference: Event) -> str:
    """The world café of the conference."""
    return item_of(app, conference, ItemKind.WORLD_CAFE)


def filled(app: Application, event: Event, item_id: str, values: dict[str, str] = FILLED, **place: int) -> bytes:
    return fill_word(app.note_forms.form(event.id, item_id, "sq", **place), values)


def one(app: Application, event: Event, data: bytes) -> ReadFile:
    (read,) = app.note_forms.read(event.id, [("a.docx", data)])
    return read


def test_what_was_read_is_shown_before_it_is_saved(app: Application, conference: Event, item: str) -> None:
    data = filled(app, conference, item)

    read = one(app, conference, data)

    assert app.notes.list_for(conference.id) == ()
    assert (read.error, read.already, read.table) == (None, 0, None)
    assert Counter(note.kind for note in read.notes) == {
        NoteKind.KEY_POINT: 3,
        NoteKind.RECOMMENDATION: 1,
        NoteKind.COMMITMENT: 1,
    }
    assert [remark.code for remark in read.remarks] == ["kind"]
    assert remark_sentence(read.remarks[0], Translator("en")).startswith("Row 2: “vendim” is no kind of note")

    assert app.note_forms.take_in(conference.id, [read]) == 5
    notes = app.notes.list_for(conference.id, item)
    assert [note.position for note in notes] == [1, 2, 3, 4, 5]
    assert {(note.author, note.version) for note in notes} == {("Mbajtëse shënimesh, Zyra A", 1)}
    assert notes[0].text == "Filloi: 9:40 · Të pranishëm: Media 4"
    assert all(note.written_at for note in notes)


def test_the_same_file_brings_nothing_twice_and_a_longer_one_only_what_is_new(
    app: Application, conference: Event, item: str
) -> None:
    empty = app.note_forms.form(conference.id, item, "sq")
    first, longer = fill_word(empty, FILLED), fill_word(empty, FILLED | {"free": "e reja\n" + FILLED["free"]})
    twice = app.note_forms.read(conference.id, [("a.docx", first), ("kopje e a.docx", first)])
    assert [(len(read.notes), read.already) for read in twice] == [(5, 0), (0, 5)]

    app.note_forms.take_in(conference.id, twice)
    app.note_forms.take_in(conference.id, twice)
    assert len(app.notes.list_for(conference.id)) == 5
    changed = app.notes.list_for(conference.id)[1]
    app.notes.edit(changed, replace(changed, text="Raportet vonohen shumë"))
    again = one(app, conference, longer)

    assert ([note.text for note in again.notes], again.already) == (["e reja"], 5)
    assert one(app, conference, filled(app, conference, item)).already == 0, "another form is another note-taker"


def test_one_undo_takes_the_whole_import_back_and_it_can_come_again(
    app: Application, conference: Event, item: str, cafe: str
) -> None:
    kept = app.notes.add(conference.id, item, NoteKind.KEY_POINT, "ishte aty")
    files = [("a.docx", filled(app, conference, item)), ("b.docx", filled(app, conference, cafe, table=2))]
    app.note_forms.take_in(conference.id, app.note_forms.read(conference.id, files))
    assert len(app.notes.list_for(conference.id)) == 11

    app.history.undo(conference.id, "note")
    assert [note.id for note in app.notes.list_for(conference.id)] == [kept.id]
    app.history.redo(conference.id, "note")
    assert len(app.notes.list_for(conference.id)) == 11
    app.history.undo(conference.id, "note")
    assert [len(read.notes) for read in app.note_forms.read(conference.id, files)] == [5, 5]


def test_a_table_of_the_cafe_harvests_round_by_round_beside_what_is_there(
    app: Application, conference: Event, cafe: str
) -> None:
    app.notes.write_harvest(conference.id, cafe, round_number=1, table=2, text="nga ekrani")
    whole = one(app, conference, filled(app, conference, cafe, {"harvest:1": "një", "harvest:2": "dy"}, table=2))
    round_two = one(app, conference, filled(app, conference, cafe, {"harvest:2": "tre"}, table=3, round_=2))

    assert [(n.text, n.round, n.table) for n in (*whole.notes, *round_two.notes)] == [
        ("një", 1, 2),
        ("dy", 2, 2),
        ("tre", 2, 3),
    ]
    assert [remark.code for remark in whole.remarks] == ["second"]
    app.note_forms.take_in(conference.id, [whole, round_two])
    assert sorted(n.text for n in app.notes.list_for(conference.id, cafe) if (n.round, n.table) == (1, 2)) == [
        "nga ekrani",
        "një",
    ]


def test_every_file_that_cannot_be_used_gets_a_sentence_and_stops_no_other(
    app: Application, conference: Event, item: str, cafe: str
) -> None:
    other = app.events.create(NewEvent("regional-group", Text(sq="Tjetër"), conference.starts_on))
    their_item = next(item.id for _day, item in app.agendas.get(other.id).items())
    gone = filled(app, conference, cafe)
    app.agendas.remove_item(conference.id, cafe)
    with_macros = BytesIO()
    with ZipFile(with_macros, "w") as file:
        file.writestr("word/vbaProject.bin", b"")
    bomb = BytesIO()
    with ZipFile(bomb, "w", 8) as file:
        file.writestr("word/document.xml", b" " * 45_000_000)
    entity = BytesIO()
    with ZipFile(entity, "w") as file:
        file.writestr("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    files = [
        ("foto.png", b"\x89PNG"),
        ("i-prishur.docx", b"PK\x03\x04 half"),
        ("makro.docx", with_macros.getvalue()),
        ("bombë.docx", bomb.getvalue()),
        ("doctype.docx", entity.getvalue()),
        ("i-madh.docx", b"PK" + b"0" * 5_000_001),
        ("tjetër.docx", filled(app, other, their_item)),
        ("hequr.docx", gone),
        ("axhenda.docx", app.papers.make(conference.id, "agenda.docx", "sq")),
        ("bosh.docx", app.note_forms.form(conference.id, item, "sq")),
        ("mirë.docx", filled(app, conference, item)),
    ]

    read = app.note_forms.read(conference.id, files)

    refused = {file.file_name: str(file.error) for file in read if file.error}
    assert list(refused) == [name for name, _data in files[:-1]]
    assert all(name in sentence for name, sentence in refused.items())
    assert len(set(refused.values())) == len(refused)
    assert "another event" in refused["tjetër.docx"]
    assert "no longer in the agenda" in refused["hequr.docx"]
    assert app.note_forms.take_in(conference.id, read) == 5
    with pytest.raises(InvalidInput):
        app.note_forms.read(conference.id, [("a.docx", b"")] * (MOST_FORMS + 1))


def test_a_session_removed_after_the_list_was_shown_loses_only_its_own(
    app: Application, conference: Event, item: str, cafe: str
) -> None:
    files = [("a.docx", filled(app, conference, item)), ("b.docx", filled(app, conference, cafe))]
    read = app.note_forms.read(conference.id, files)
    app.agendas.remove_item(conference.id, cafe)

    assert app.note_forms.take_in(conference.id, read) == 5
    assert {note.item_id for note in app.notes.list_for(conference.id)} == {item}
    with pytest.raises(NotFound):
        app.note_forms.form(conference.id, cafe, "sq")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_all_forms_of_the_event_come_as_one_zip(app: Application, conference: Event, cafe: str, language: str) -> None:
    tables = app.cafes.get(conference.id, cafe).table_count

    with ZipFile(BytesIO(app.note_forms.every_form(conference.id, language))) as file:
        names = file.namelist()
        some = [*names[:2], *[name for name in names if name.endswith("-2.docx")]]
        read = app.note_forms.read(conference.id, [(name, fill_word(file.read(name), {"free": "a"})) for name in some])

    word = {"sq": "tryeza", "en": "table"}[language]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.endswith(".docx") and len(name) < 90 for name in names)
    assert sum(f"-{word}-" in name for name in names) == tables
    assert [(file.error, file.table) for file in read] == [(None, None), (None, None), (None, 2)]
    assert len({(file.notes[0].item_id, file.table) for file in read}) == len(some)
