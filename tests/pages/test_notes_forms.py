"""Word forms and photos on the notes screen: taken along, brought back, shown small, asked about."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from streamlit.testing.v1 import AppTest

from facilitation.domain.note import NoteKind
from facilitation.domain.photo import PeopleShown
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.photos import Place
from facilitation.ui.state import widget_key
from tests.builders import EVENT_ID
from tests.forms import fill_word
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.test_notes import LANGUAGES, a_cafe_session, notes_of, two_sessions

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def jpeg(colour: str = "white") -> bytes:
    written = BytesIO()
    Image.new("RGB", (64, 48), colour).save(written, "JPEG")
    return written.getvalue()


def at_photos(language: str) -> AppTest:
    screen = opened("notes", language)
    return without_mistakes(screen.segmented_control("notes_shape_plain").set_value("photos").run())


@LANGUAGES
def test_forms_are_read_shown_and_taken_in(app: Application, language: str) -> None:
    stored(app, two_sessions())
    _ = Translator(language)
    data = fill_word(app.note_forms.form(EVENT_ID, "item-1", language), {"free": "! Trajnime\nnjë pikë"})
    assert opened("notes", language).button("note_forms_open").label == _("Word forms")
    screen = opened_form("notes_import", "note_forms", language)
    uploader = screen.file_uploader(widget_key("note_forms", ""))
    uploader.set_value([("a_*b*.docx", data, DOCX), ("prish.docx", b"PK half", DOCX)]).run()

    (table,) = (frame.value for frame in screen.dataframe)
    assert list(table[_("Outcome")]) == [_("read"), _("refused")]
    assert next(iter(table[_("New notes")])) == f"1 × {_('Recommendation')}, 1 × {_('Key point')}"
    assert "prish" in said(screen)
    assert notes_of(app) == ()
    without_mistakes(screen.button("take_in_notes").click().run())

    assert [(note.kind, note.text) for note in notes_of(app)] == [
        (NoteKind.RECOMMENDATION, "Trajnime"),
        (NoteKind.KEY_POINT, "një pikë"),
    ]


@LANGUAGES
def test_photos_of_a_session_are_added_described_and_removed(app: Application, language: str) -> None:
    stored(app, two_sessions())
    _ = Translator(language)
    screen = at_photos(language)
    assert _("No photo yet.") in said(screen)

    kept = app.photos.add(EVENT_ID, Place("item-1"), "<b>foto*.jpg", jpeg())
    app.photos.add(EVENT_ID, Place("item-2"), "tjetër.jpg", jpeg("red"))
    without_mistakes(screen.run())
    assert len(screen.get("image")) == 1
    assert _("Not said yet who is in it") in said(screen)

    screen.session_state[widget_key("photo_open", kept.id)] = True
    without_mistakes(screen.run())
    without_mistakes(screen.text_input(widget_key("caption", kept.id, "sq")).set_value("Muri *i* ideve").run())
    people = screen.selectbox(widget_key("photo_people", kept.id))
    without_mistakes(people.set_value(PeopleShown.NOBODY).run())
    (photo,) = app.photos.list_for(EVENT_ID, "item-1")
    assert (photo.caption.sq, photo.people) == ("Muri *i* ideve", PeopleShown.NOBODY)
    assert _("Not said yet who is in it") not in said(screen)
    assert r"Muri \*i\* ideve" in said(screen)

    without_mistakes(screen.button(widget_key("remove_photo", kept.id)).click().run())
    assert app.photos.list_for(EVENT_ID, "item-1") == ()


def test_a_table_shows_the_photos_of_its_round(app: Application) -> None:
    stored(app, a_cafe_session())
    app.photos.add(EVENT_ID, Place("item-1", 1, 2), "a.jpg", jpeg())
    app.photos.add(EVENT_ID, Place("item-1", 2, 2), "b.jpg", jpeg("red"))
    screen = opened("notes", "en")

    assert len(screen.get("image")) == 1
    opening = widget_key(widget_key("photos", "item-1", 1, 3), "open")
    screen.session_state[opening] = True
    without_mistakes(screen.run())
    (uploader,) = screen.file_uploader
    uploader.set_value([("c.jpg", jpeg("blue"), "image/jpeg"), ("d.heic", b"\0\0\0\x18ftypheic", "image/heic")]).run()
    assert any("HEIC" in error.value for error in screen.error)
    assert [(photo.round, photo.table) for photo in app.photos.list_for(EVENT_ID)] == [(1, 2), (1, 3), (2, 2)]


def test_the_anonymity_check_asks_about_each_photo(app: Application) -> None:
    stored(app, two_sessions())
    kept = app.photos.add(EVENT_ID, Place("item-1"), "a.jpg", jpeg())
    app.photos.describe(EVENT_ID, kept.id, Text(), Text(en="The wall of ideas"))
    screen = opened("proceedings", "en")
    shapes = next(control for control in screen.segmented_control if "anonymity" in str(control.options).casefold())
    without_mistakes(shapes.set_value("anonymity").run())
    assert "The wall of ideas" in said(screen)

    without_mistakes(screen.button(widget_key("photo_answer", kept.id, "agreed")).click().run())

    assert app.photos.list_for(EVENT_ID)[0].people is PeopleShown.AGREED
    assert "Everybody visible agreed to be shown" in said(screen)
    assert app.papers.withheld(EVENT_ID) == ""
