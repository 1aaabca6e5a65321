"""A list of people as offices send it: taken in, a double merged, a wave invited, the door, the certificates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from openpyxl import Workbook
from playwright.sync_api import Locator, expect

from facilitation.domain.event import Event
from facilitation.domain.person import InvitationStatus, Participation
from facilitation.domain.text import Text
from facilitation.i18n.labels import invitation_label
from facilitation.services.events import NewEvent
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor

LIST = (
    ("BASHKIA KORCE", None, None),
    ("Lista e te ftuarve per takimin", None, None),
    (None, None, None),
    ("Nr.", "Kush vjen", "Prej nga"),
    (1, "Агимор Гурези", "Bashkia Korce"),
    (2, "Dritora Shpatari; Zana Oroshi", "Qendra Rinore Ura"),
    (3, "Znj. Drane Celesi", "Zyra e Punesimit"),
    (4, "Agimor Gurëzi", "Bashkia Korçë"),
)
"""Titles above, unusual column names, Cyrillic, ë and ç left out, two people in a cell, somebody twice."""
COLUMNS = {"Name": "Kush vjen", "Organisation": "Prej nga"}
DOUBLE, KEPT, GUEST = "Агимор Гурези", "Agimor Gurëzi", "Zana Oroshi"
NAMES = {DOUBLE, "Dritora Shpatari", "Zana Oroshi", "Drane Celesi", "Agimor Gurëzi"}
WITHOUT_HIM = NAMES - {DOUBLE}


def test_from_a_messy_list_to_a_certificate(tryeza: RunningApp, visit: Visit, tmp_path: Path) -> None:
    event = _event(tryeza)
    visitor = visit()
    visitor.open("/people")

    _import(visitor)
    assert set(_stored(tryeza, event)) == NAMES
    _merge_the_double(visitor)
    assert set(_stored(tryeza, event)) == WITHOUT_HIM
    _invite_all(visitor)
    people = _stored(tryeza, event).values()
    assert {(part.status, part.wave, part.invited_on) for part in people} == {
        (InvitationStatus.INVITED, 1, date.today())
    }
    _confirm(visitor, GUEST)
    assert _stored(tryeza, event)[GUEST].status is InvitationStatus.CONFIRMED
    _check_in(visitor, GUEST)
    assert {name for name, part in _stored(tryeza, event).items() if part.days_attended == (1,)} == {GUEST}

    text = _text_of(_certificates(visitor, tmp_path))
    number = _stored(tryeza, event)[GUEST].certificate
    assert number
    assert [words for words in (GUEST, number) if words not in text] == []
    assert [name for name in WITHOUT_HIM - {GUEST} if name in text] == []
    assert visitor.hosts == {"127.0.0.1"}


def _event(tryeza: RunningApp) -> Event:
    new = NewEvent("national-conference", Text(sq="Konferenca"), date.today(), place="Korçë", expected_people=30)
    with tryeza.services() as app:
        event = app.events.create(new)
        app.preferences.choose_event(event.id)
    return event


def _import(visitor: Visitor) -> None:
    """The columns are named by hand, the preview read; nobody is taken for somebody else yet."""
    _ = visitor._
    visitor.press("Import")
    dialog = visitor.page.get_by_role("dialog")
    upload = {"name": "lista.xlsx", "mimeType": "application/octet-stream", "buffer": _workbook(LIST)}
    dialog.locator("input[type=file]").set_input_files(upload)  # type: ignore[arg-type]
    for field, column in COLUMNS.items():
        visitor.choose_option(dialog.get_by_role("combobox", name=_(field), exact=True), column)
    counts = _("{read} rows read, {repaired} repaired, {refused} refused.").format(read=0, repaired=5, refused=0)
    expect(dialog.get_by_text(counts)).to_be_visible()
    who = dialog.get_by_role("combobox", name=_("Who is this?"))
    expect(who).to_have_value(re.compile(DOUBLE))
    visitor.wait()
    visitor.choose_option(who, _("Somebody new"))
    label = _.plural("Save {count} participant", "Save {count} participants", len(NAMES)).format(count=len(NAMES))
    dialog.get_by_role("button", name=label).click()
    expect(dialog).to_have_count(0)
    expect(visitor.rows).to_have_count(len(NAMES))
    visitor.wait()


def _merge_the_double(visitor: Visitor) -> None:
    """Two spellings of one name stand side by side; the one with its ë stays."""
    visitor.press("Duplicates")
    dialog = visitor.page.get_by_role("dialog")
    pairs = visitor._.plural("{count} pair may be one person.", "{count} pairs may be one person.", 1)
    expect(dialog.get_by_text(pairs.format(count=1))).to_be_visible()
    dialog.get_by_role("radio", name=KEPT, exact=True).check(force=True)
    visitor.wait()
    visitor.press("Merge into one person", dialog)
    nobody = visitor._("Nobody seems to stand here twice, on this list or on those of other events.")
    expect(dialog.get_by_text(nobody)).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(visitor.rows).to_have_count(len(WITHOUT_HIM))
    visitor.wait()


def _invite_all(visitor: Visitor) -> None:
    visitor.switch_to(visitor._("Invitations"))
    everybody = visitor._("Select all who wait for an invitation ({count})").format(count=len(WITHOUT_HIM))
    visitor.page.get_by_role("button", name=everybody).click()
    visitor.wait()
    visitor.press("Invite", _bar(visitor))
    dialog = visitor.page.get_by_role("dialog")
    expect(dialog.get_by_role("listitem")).to_have_count(len(WITHOUT_HIM))
    dialog.get_by_role("button", name=visitor._("Invite as wave {number}").format(number=1)).click()
    expect(dialog).to_have_count(0)
    visitor.wait()


def _confirm(visitor: Visitor, name: str) -> None:
    """Their answer is noted for them alone."""
    visitor.row(name).locator(".tick").click()
    visitor.sees(visitor._.plural("{count} selected", "{count} selected", 1).format(count=1))
    visitor.wait()
    visitor.press("Answer", _bar(visitor))
    answer = invitation_label(InvitationStatus.CONFIRMED, visitor._)
    visitor.page.get_by_role("menuitem", name=answer, exact=True).click()
    visitor.wait()
    expect(visitor.row(name)).to_contain_text(answer)


def _check_in(visitor: Visitor, name: str) -> None:
    """Three letters of the name and Enter."""
    visitor.switch_to(visitor._("Check-in"))
    field = visitor.page.get_by_role("combobox", name=visitor._("Name, office or badge"))
    expect(field).to_be_focused()
    visitor.page.keyboard.type(name[:3].casefold())
    expect(visitor.page.get_by_role("listbox", name=visitor._("Found")).get_by_role("option")).to_have_count(1)
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("status").filter(has_text=name)).to_be_visible()
    visitor.wait()


def _certificates(visitor: Visitor, folder: Path) -> Path:
    visitor.switch_to(visitor._("On paper"))
    label = visitor._.plural("Issue {count} certificate", "Issue {count} certificates", 1).format(count=1)
    visitor.page.get_by_role("button", name=label).click()
    button = visitor.page.get_by_role("button", name=visitor._("Print in {language}").format(language="Shqip"))
    expect(button).to_be_visible()
    visitor.wait()
    paper = visitor.download(button, folder)
    assert paper.name == "certificates.docx"
    return paper


def _bar(visitor: Visitor) -> Locator:
    """What can be done with those selected, at the foot of the screen."""
    return visitor.page.locator(".st-key-people_selection")


def _workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book, file = Workbook(), BytesIO()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(file)
    return file.getvalue()


def _stored(tryeza: RunningApp, event: Event) -> dict[str, Participation]:
    with tryeza.services() as app:
        return {part.person.name: part for part in app.people.list_for(event.id)}


def _text_of(paper: Path) -> str:
    document = docx.Document(str(paper))
    return "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
