"""Who was trained on the guide, which prints are out of date, and how a person's papers are printed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from facilitation.documents import hand_over_word, rehearsal_word
from facilitation.documents.word_styles import Stamp
from facilitation.domain.agenda import Contributor
from facilitation.domain.event import Event
from facilitation.domain.guide import GuideElement
from facilitation.domain.person import Person
from facilitation.domain.print_look import USUAL, PrintLook
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.i18n.translator import Translator
from facilitation.planning.role_owners import HandOver
from facilitation.services.application import Application
from tests.documents.reading import outline

LARGE = PrintLook(is_large=True)
OFFICE = Contributor("Lehtësuese, Bashkia Berat")


def led_first(app: Application, event: Event) -> None:
    item = app.agendas.get(event.id).days[0].items[1]
    app.agendas.edit_item(event.id, item, replace(item, facilitators=(OFFICE,)))


def footers(data: bytes) -> str:
    return "\n".join(
        paragraph.text for section in Document(BytesIO(data)).sections for paragraph in section.footer.paragraphs
    )


def test_ticks_are_saved_undone_and_made_again(app: Application, conference: Event) -> None:
    app.guides.mark_trained(conference.id, ["a", "b"], is_trained=True)
    app.guides.mark_trained(conference.id, ["a"], is_trained=False)
    assert app.guides.get(conference.id).trained == ("b",)

    undone = app.history.undo(conference.id, "guide")
    assert undone
    assert undone.verb == "train_facilitators"
    assert app.guides.get(conference.id).trained == ("a", "b")
    app.history.redo(conference.id, "guide")
    assert app.guides.get(conference.id).trained == ("b",)


def test_a_tick_that_is_there_already_is_no_change(app: Application, conference: Event) -> None:
    first = app.guides.mark_trained(conference.id, ["a"], is_trained=True)

    assert app.guides.mark_trained(conference.id, ["a"], is_trained=True) == first
    assert app.guides.mark_trained(conference.id, ["x"], is_trained=False) == first


def test_two_people_tick_at_once_and_both_ticks_stay(app: Application, conference: Event) -> None:
    other = replace(app.guides, desk=replace(app.guides.desk, actor="somebody-else"))
    seen = app.guides.get(conference.id)

    app.guides.mark_trained(conference.id, ["a"], is_trained=True)
    other.mark_trained(conference.id, ["b"], is_trained=True)
    app.guides.edit_elements(conference.id, seen, (GuideElement(Text(sq="Rregull"), Text(sq="Shkurt")),))

    stored = app.guides.get(conference.id)
    assert (stored.trained, len(stored.elements)) == (("a", "b"), 1)


def test_a_tick_makes_no_print_out_of_date(app: Application, conference: Event) -> None:
    app.releases.release(conference.id, name="", note="")

    app.guides.mark_trained(conference.id, ["a"], is_trained=True)

    printed = app.guides.printed(conference.id)
    assert printed
    assert (printed.release.number, bool(printed.changes)) == (1, False)
    assert "released 11 Jan 2027" in footers(app.papers.make(conference.id, "guide.docx", "en"))


def test_before_the_first_version_no_page_is_out_of_date(app: Application, conference: Event) -> None:
    assert app.guides.printed(conference.id) is None
    with pytest.raises(InvalidInput, match="No version was released yet"):
        app.papers.changed_guide(conference.id, "sq")


def test_only_the_changed_pages_are_printed_behind_the_list_of_them(app: Application, conference: Event) -> None:
    app.releases.release(conference.id, name="", note="")
    item = app.agendas.get(conference.id).days[1].items[1]
    sheet = app.guides.get(conference.id).sheet(item.id)
    app.guides.edit_sheet(conference.id, sheet, replace(sheet, plan_b=Text(sq="Pa pyetje", en="Without questions")))

    printed = app.guides.printed(conference.id)
    words = outline(app.papers.changed_guide(conference.id, "en"))

    assert printed
    assert printed.changes.item_ids == {item.id}
    assert f"| {item.title.en} | changed |" in words
    assert "Without questions" in words
    assert [line for line in words.splitlines() if line.startswith("[Heading 1]")] == [
        "[Heading 1] Only what changed",
        f"[Heading 1] {item.title.en}",
    ]


@pytest.mark.parametrize(
    ("language", "replaces"),
    [("sq", "versioni 2, zëvendëson versionin 1, nxjerrë"), ("en", "version 2, replaces version 1, released")],
)
def test_a_version_says_which_one_it_replaces_and_a_draft_does_not(
    app: Application, conference: Event, language: str, replaces: str
) -> None:
    word = replaces.split(", ")[1].split()[0]
    app.releases.release(conference.id, name="", note="")
    assert word not in footers(app.papers.make(conference.id, "agenda.docx", language))

    led_first(app, conference)
    assert word not in footers(app.papers.make(conference.id, "agenda.docx", language))

    second = app.releases.release(conference.id, name="", note="")
    assert replaces in footers(app.papers.make(conference.id, "agenda.docx", language))
    assert replaces in footers(app.papers.released(second.id, "guide.docx", language))


def test_the_guide_of_one_facilitator_and_those_of_all(app: Application, conference: Event) -> None:
    led_first(app, conference)
    item = app.agendas.get(conference.id).days[0].items[1]

    mine = outline(app.papers.guide_of(conference.id, OFFICE.identity, "sq"))

    assert OFFICE.name in mine
    assert f"[Heading 1] {item.title.sq}" in mine
    assert OFFICE.name in outline(app.papers.guide_of(conference.id, "", "sq"))


def test_the_look_is_kept_for_one_person(app: Application) -> None:
    other = replace(app.preferences, desk=replace(app.preferences.desk, actor="somebody-else"))
    assert app.preferences.print_look() == USUAL

    for look in (LARGE, PrintLook(is_low_ink=True), PrintLook(is_large=True, is_low_ink=True), USUAL, LARGE):
        app.preferences.choose_print_look(look)
        assert app.preferences.print_look() == look
    assert other.print_look() == USUAL


def test_every_way_to_a_paper_hands_the_look_on(
    app: Application, conference: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[PrintLook] = []

    def kept(_record: EventRecord, _language: Translator, stamp: Stamp, *_more: object) -> bytes:
        looks.append(stamp.look)
        return b""

    monkeypatch.setattr(rehearsal_word, "rehearsal_docx", kept)
    monkeypatch.setattr(hand_over_word, "hand_over_docx", kept)
    app.papers.make(conference.id, "rehearsal.docx", "sq")
    app.papers.make(conference.id, "rehearsal.docx", "sq", LARGE)
    app.papers.hand_over(conference.id, "sq", HandOver("Zyra A"), LARGE)
    app.releases.release(conference.id, name="", note="")
    app.papers.make(conference.id, "rehearsal.docx", "sq", LARGE)

    assert looks == [USUAL, LARGE, LARGE, LARGE]


def test_who_is_erased_is_forgotten_among_the_trained(app: Application, conference: Event) -> None:
    part = app.people.add(conference.id, Person("", "Lehtësuese Provë, Bashkia Berat"))
    app.guides.mark_trained(conference.id, ["lehtësuese provë, bashkia berat"], is_trained=True)

    app.erasures.erase(part.person.id, keeps_replies=False)

    assert "provë" not in " ".join(app.guides.get(conference.id).trained)
