"""The volume waits for the answers of the anonymity check; they are kept, can be taken back, and undone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.proceedings import Remedy
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application


@pytest.fixture
def telling(app: Application, conference: Event) -> Event:
    """A conference whose notes name a girl and her telephone."""
    item = next(item for _, item in app.agendas.get(conference.id).items() if item.duration)
    app.notes.add(
        conference.id, item.id, NoteKind.KEY_POINT, "Vajza Mirela Kashtori, tel. 069 123 4567, kërkoi ndihmë."
    )
    return conference


def words(data: bytes) -> str:
    document = Document(BytesIO(data))
    return "\n".join(text.text or "" for text in document.element.body.iter() if text.tag.endswith("}t"))


def test_the_volume_waits_while_a_place_is_open(app: Application, telling: Event, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="may tell who somebody is"):
        app.papers.make(telling.id, "proceedings.docx", "sq")

    packed = app.papers.pack(telling.id, tmp_path, "sq")
    assert "proceedings.docx" not in [path.name for path in packed]
    assert app.papers.withheld(telling.id) == "proceedings.docx"
    assert app.papers.make(telling.id, "agenda.docx", "sq")


def test_once_answered_the_volume_leaves_without_them(app: Application, telling: Event) -> None:
    name, phone = (place.exposure for place in app.anonymity.places(telling.id))
    app.anonymity.answer(telling.id, name.key, Remedy.REPLACE, replacement="R-014")
    app.anonymity.answer(telling.id, phone.key, Remedy.REMOVE)

    said = words(app.papers.make(telling.id, "proceedings.docx", "sq"))

    assert "R-014" in said
    assert "Kashtori" not in said
    assert "069" not in said
    assert app.notes.list_for(telling.id)[0].text.startswith("Vajza Mirela Kashtori")


def test_the_answers_are_kept_with_who_gave_them(app: Application, telling: Event) -> None:
    name = app.anonymity.places(telling.id)[0].exposure
    app.anonymity.answer(telling.id, name.key, Remedy.KEEP, reason="nëna dha pëlqimin me shkrim")

    (settled,) = [place for place in app.anonymity.places(telling.id) if place.answer]
    assert settled.answer
    assert (settled.answer.reason, settled.answer.answered_by) == ("nëna dha pëlqimin me shkrim", "tester")


def test_an_answer_taken_back_or_undone_opens_the_place_again(app: Application, telling: Event) -> None:
    name = app.anonymity.places(telling.id)[0].exposure
    app.anonymity.answer(telling.id, name.key, Remedy.REMOVE)
    app.anonymity.withdraw(telling.id, name.key)
    assert all(place.answer is None for place in app.anonymity.places(telling.id))

    app.history.undo(telling.id, "proceedings")
    assert sum(place.answer is not None for place in app.anonymity.places(telling.id)) == 1


@pytest.mark.parametrize("remedy", [Remedy.KEEP, Remedy.REPLACE])
def test_an_answer_without_its_words_is_refused(app: Application, telling: Event, remedy: Remedy) -> None:
    name = app.anonymity.places(telling.id)[0].exposure

    with pytest.raises(InvalidInput):
        app.anonymity.answer(telling.id, name.key, remedy)


def test_a_place_that_is_gone_cannot_be_answered(app: Application, telling: Event) -> None:
    with pytest.raises(NotFound):
        app.anonymity.answer(telling.id, "0" * 16, Remedy.REMOVE)
