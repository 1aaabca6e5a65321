"""The whole chain in Albanian: from the empty database to the proceedings as a Word file."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import docx
from playwright.sync_api import expect

from facilitation.domain.note import NoteKind
from facilitation.i18n.formats import day_span_text, day_text
from facilitation.i18n.labels import note_kind_label
from tests.browser.doors import Visit
from tests.browser.visitor import Visitor

TITLE = "Konferenca e provës për koordinimin"
FIRST_DAY = date.today() + timedelta(days=60)
LATER_DAY = FIRST_DAY + timedelta(days=91)
SESSION = "Prezantim i praktikave nga bashkitë"
OFFICE = "Përfaqësuese, Zyra e Punësimit, Shkodër"
KEY_POINT = "Telefonata e parë duhet të marrë përgjigje brenda një dite."
EXACT_WORDS = "Ne e njohim familjen para se të na duhet dosja."
RECOMMENDATION = "Çdo bashki cakton një person kontakti për rastet e reja."
COMMITMENT = "Lista e personave të kontaktit dërgohet te të gjitha zyrat."
OWNER = "Koordinatore, Bashkia Korçë"
DUE = LATER_DAY + timedelta(days=30)
HARVEST = "Takim mujor i zyrave, me rend dite të shkruar."
PEOPLE = 14
PEOPLE_CSV = "\n".join(
    [
        "Emri;Organizata;Sektori;Qarku;Statusi",
        *(
            f"Specialiste {number};Bashkia Elbasan;{sector};Elbasan;konfirmuar"
            for number, sector in enumerate(("qeveri vendore", "shoqëri civile") * (PEOPLE // 2), start=1)
        ),
        ";;qeveri vendore;Elbasan;konfirmuar",
    ]
)


def test_from_an_empty_database_to_the_proceedings(visit: Visit, tmp_path: Path) -> None:
    visitor = visit()

    _make_the_event(visitor)
    _change_the_agenda(visitor)
    _work_on_the_checklist(visitor)
    _list_the_people(visitor)
    _make_groups(visitor)
    _read_the_guide(visitor)
    _take_notes(visitor)
    visitor.go("Proceedings")
    word_file = visitor.download(visitor.page.get_by_role("button", name="Shqip"), tmp_path)

    assert word_file.name == "proceedings.docx"
    text = _text_of(word_file)
    typed = (TITLE, KEY_POINT, RECOMMENDATION, COMMITMENT, OWNER, HARVEST)
    assert [words for words in typed if words not in text] == []
    assert visitor.hosts == {"127.0.0.1"}


def _make_the_event(visitor: Visitor) -> None:
    visitor.open()
    visitor.sees("Mirë se vini në Tryeza")
    visitor.choose_option(visitor.field("Which kind of event?"), "Koordinimit, dy ditë")
    visitor.field("Title").fill(TITLE)
    visitor.field("Place").fill("Tiranë")
    visitor.type_day("First day", FIRST_DAY)
    visitor.press("Make the event")

    head = f"{TITLE} · {day_span_text(FIRST_DAY, FIRST_DAY + timedelta(days=1), 'sq')} · Tiranë"
    visitor.sees(head)
    visitor.sees("Edhe 60 ditë")
    visitor.sees("ka vetëm 60 ditë; duhen të paktën 90")


def _change_the_agenda(visitor: Visitor) -> None:
    visitor.go("Agenda")
    before = visitor.titles()
    visitor.press("Add a session")
    visitor.field("Title").fill(SESSION)
    visitor.press("Add", visitor.page.get_by_test_id("stPopoverBody"))
    expect(visitor.row(SESSION)).to_have_attribute("aria-selected", "true")
    assert visitor.titles() == [*before, SESSION]

    visitor.type_into(visitor.field("Minutes"), "45")
    expect(visitor.row(SESSION).locator(".trail")).to_have_text("45 min")
    visitor.press("Undo")
    expect(visitor.row(SESSION).locator(".trail")).to_have_text("30 min")


def _work_on_the_checklist(visitor: Visitor) -> None:
    visitor.go("Checklist")
    row = visitor.row("Faza e projektimit ka filluar")
    row.locator(".tick").click()
    expect(row).to_have_attribute("aria-checked", "true")

    visitor.take("More", "Move the event")
    dialog = visitor.page.get_by_role("dialog")
    visitor.type_day("New first day", LATER_DAY, dialog)
    expect(dialog.get_by_text(re.compile("^36 "))).to_be_visible()
    visitor.press("Move the event and its tasks", dialog)
    visitor.sees(f"{day_span_text(LATER_DAY, LATER_DAY + timedelta(days=1), 'sq')} · Tiranë")


def _list_the_people(visitor: Visitor) -> None:
    visitor.go("Participants")
    visitor.press("Add a participant")
    popover = visitor.page.get_by_test_id("stPopoverBody")
    visitor.field("Name, or office if the name must not appear").fill(OFFICE)
    visitor.press("Add", popover)
    expect(visitor.row(OFFICE)).to_be_visible()

    visitor.press("Import")
    dialog = visitor.page.get_by_role("dialog")
    upload = {"name": "pjesëmarrësit.csv", "mimeType": "text/csv", "buffer": PEOPLE_CSV.encode()}
    dialog.locator("input[type=file]").set_input_files(upload)  # type: ignore[arg-type]
    expect(dialog.get_by_text(f"0 rreshta u lexuan, {PEOPLE} u ndreqën, 1 u refuzuan")).to_be_visible()
    dialog.get_by_role("button", name=f"{PEOPLE} pjesëmarrës").click()
    expect(visitor.rows).to_have_count(PEOPLE + 1)


def _make_groups(visitor: Visitor) -> None:
    visitor.go("World café")
    visitor.page.get_by_role("button", name="Merr 3 tryeza").click()
    visitor.sees("14 veta, 3 tryeza, 3 raunde")
    visitor.press("Make the groups")
    visitor.sees("takime të ndryshme")
    visitor.sees("Tryeza 3")


def _read_the_guide(visitor: Visitor) -> None:
    visitor.go("Guide")
    visitor.choose_option(visitor.field("Session"), "Kafeneja botërore")
    visitor.sees("14:10")


def _take_notes(visitor: Visitor) -> None:
    visitor.go("Notes")
    expect(visitor.page.get_by_test_id("stChatInputTextArea")).to_be_focused()
    visitor.choose_option(visitor.field("Session"), "Paneli 1")
    expect(visitor.page.get_by_test_id("stChatInputTextArea")).to_be_focused()
    _note(visitor, NoteKind.KEY_POINT, KEY_POINT)
    _note(visitor, NoteKind.QUOTE, EXACT_WORDS)
    _note(visitor, NoteKind.RECOMMENDATION, RECOMMENDATION)
    visitor.switch_to(note_kind_label(NoteKind.COMMITMENT, visitor._))
    visitor.type_into(visitor.field("Who will do it (person or office)"), OWNER)
    visitor.type_day("By when", DUE)
    _note(visitor, NoteKind.COMMITMENT, COMMITMENT)
    visitor.sees(day_text(DUE, "sq", with_year=True, with_weekday=False))

    visitor.choose_option(visitor.field("Session"), "Kafeneja botërore")
    visitor.type_into(visitor.page.locator("textarea").first, HARVEST)
    written = visitor._("{written} of {total} harvests are written down: {tables} tables in {rounds} rounds.")
    visitor.sees(written.format(written=1, total=9, tables=3, rounds=3))


def _note(visitor: Visitor, kind: NoteKind, text: str) -> None:
    visitor.switch_to(note_kind_label(kind, visitor._))
    field = visitor.page.get_by_test_id("stChatInputTextArea")
    field.fill(text)
    field.press("Enter")
    visitor.wait()
    visitor.sees(text)


def _text_of(word_file: Path) -> str:
    document = docx.Document(str(word_file))
    return "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
