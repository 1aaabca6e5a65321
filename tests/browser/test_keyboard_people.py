"""Without a mouse: the door, the questions and the invitations, from the address of the screen to what is stored."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Page, expect

from facilitation.domain.event import Event
from facilitation.domain.person import InvitationStatus
from facilitation.domain.text import Text
from facilitation.services.events import NewEvent
from tests.browser.doors import Visit
from tests.browser.full_event import TEMPLATE, TOPIC
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor
from tests.builders import a_person

MOST_TABS = 80
NAMES = ("Koordinatore, Bashkia Korçë", "Përfaqësuese, Zyra e Punësimit", "Specialiste, Qendra Rinore")
FOCUSED = """() => {
  let inner = document.activeElement;
  while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
  const row = inner?.closest("li[role=option]")?.querySelector(".title");
  const label = inner?.closest("label")?.textContent;
  return (row?.textContent || inner?.getAttribute("aria-label") || label || inner?.textContent || "").trim();
}"""


def test_somebody_is_checked_in_without_a_mouse(tryeza: RunningApp, visit: Visit) -> None:
    event = _event(tryeza)
    visitor = visit()
    visitor.open("/people")

    _take_view(visitor, visitor._("List"), visitor._("Check-in"))
    expect(visitor.page.get_by_role("combobox", name=visitor._("Name, office or badge"))).to_be_focused()
    visitor.page.keyboard.type("koo")
    expect(visitor.page.get_by_role("listbox", name=visitor._("Found")).get_by_role("option")).to_have_count(1)
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("status").filter(has_text=NAMES[0])).to_be_visible()
    visitor.wait()

    with tryeza.services() as app:
        came = [part.person.name for part in app.people.list_for(event.id) if part.days_attended == (1,)]
    assert came == [NAMES[0]]


def test_questions_are_put_in_order_and_opened_without_a_mouse(tryeza: RunningApp, visit: Visit) -> None:
    event = _event(tryeza)
    with tryeza.services() as app:
        asked = app.questionnaire_edits.start(event.id, TEMPLATE, TOPIC)
    visitor = visit()
    visitor.open("/consult")
    first, second, *others = visitor.titles()
    keys = visitor.page.keyboard

    _tab_to(visitor.page, first)
    keys.press("Alt+ArrowDown")
    expect(visitor.page.locator("li[role=option] .title")).to_have_text([second, first, *others])
    visitor.wait()
    with tryeza.services() as app:
        stored = app.consultations.get(asked.id).questions
    assert [question.text.sq for question in stored] == [second, first, *others]

    keys.press("Enter")
    expect(visitor.row(first)).to_have_attribute("aria-selected", "true")
    expect(visitor.page.get_by_role("heading", name=visitor._("Question {number}").format(number=2))).to_be_visible()
    assert visitor.page.evaluate(FOCUSED) == first


def test_a_wave_is_invited_without_a_mouse(tryeza: RunningApp, visit: Visit) -> None:
    event = _event(tryeza)
    visitor = visit()
    visitor.open("/people")

    _take_view(visitor, visitor._("List"), visitor._("Invitations"))
    expect(visitor.page.get_by_role("heading", name=visitor._("Waves"))).to_be_visible()
    visitor.wait()
    _tab_to(visitor.page, visitor.titles()[0])
    visitor.page.keyboard.press("Space")
    visitor.sees(visitor._.plural("{count} selected", "{count} selected", 1).format(count=1))
    visitor.wait()
    _tab_to(visitor.page, visitor._("Invite"))
    visitor.page.keyboard.press("Enter")
    dialog = visitor.page.get_by_role("dialog")
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    visitor.wait()
    _tab_to(visitor.page, visitor._("Invite as wave {number}").format(number=1))
    visitor.page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)

    with tryeza.services() as app:
        stored = [(part.status, part.wave) for part in app.people.list_for(event.id)]
    assert sorted(stored)[0] == (InvitationStatus.INVITED, 1)
    assert [status for status, _wave in stored].count(InvitationStatus.TO_INVITE) == len(NAMES) - 1


def _event(tryeza: RunningApp) -> Event:
    new = NewEvent("national-conference", Text(sq="Konferenca"), date.today(), place="Korçë", expected_people=30)
    with tryeza.services() as app:
        event = app.events.create(new)
        app.preferences.choose_event(event.id)
        for name in NAMES:
            app.people.add(event.id, a_person(name, id="", organisation=name.partition(", ")[2]))
    return event


def _take_view(visitor: Visitor, shown: str, wanted: str) -> None:
    """Reach the switch with Tab and the part with the arrow keys."""
    _tab_to(visitor.page, shown)
    for _ in range(MOST_TABS):
        if _in_focus(visitor.page) == wanted:
            break
        visitor.page.keyboard.press("ArrowRight")
    visitor.page.keyboard.press("Space")
    expect(visitor.page.get_by_role("radio", name=wanted, exact=True)).to_be_checked()
    visitor.wait()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if _in_focus(page) == name:
            return
    raise AssertionError(f"{MOST_TABS} tabs did not reach “{name}”; the last was “{_in_focus(page)}”")


def _in_focus(page: Page) -> str:
    """The name of what has the focus, without the name Streamlit gives to a picture on a button."""
    return str(page.evaluate(FOCUSED)).removeprefix("mail").strip()
