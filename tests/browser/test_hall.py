"""The display in the hall and a participant's page, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from facilitation.domain.agenda import ItemKind
from facilitation.domain.person import InvitationStatus
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.builders import some_participations

PEOPLE = 300
PAGE_STAYS = 11_000
"""Milliseconds of the browser's own clock, which a test may move on; a page stays for ten seconds."""
OF_A_PAGE_WITHOUT_SCRIPTS = ["meta-refresh"]
"""The page asks for itself anew every minute; without a script there is no gentler way to follow the clock."""


def a_hall(app: Application) -> str:
    """An event with so many people at the tables of its café; answers its id."""
    event = app.events.create(NewEvent("national-conference", Text(sq="Prova", en="Trial"), date(2027, 5, 20)))
    people = some_participations(PEOPLE, name="Zyra", event_id=event.id, status=InvitationStatus.CONFIRMED)
    app.people.save_import(event.id, people)
    item = next(i for _, i in app.agendas.get(event.id).items() if i.kind is ItemKind.WORLD_CAFE)
    app.cafes.edit(app.cafes.get(event.id, item.id), replace(app.cafes.get(event.id, item.id), table_count=60))
    app.cafes.make_groups(event.id, item.id, seed=1, seconds=0.5)
    app.preferences.choose_event(event.id)
    return event.id


def shown(page: Page) -> list[str]:
    """The names on this page of the board."""
    expect(page.locator(".list li").first).to_be_visible()
    return page.locator(".list .name").all_text_contents()


@pytest.mark.parametrize("path", ["/hall", "/hall?embed=true"])
def test_three_hundred_names_are_paged_and_turned_by_keys(tryeza: RunningApp, visit: Visit, path: str) -> None:
    with tryeza.services() as app:
        a_hall(app)
    visitor = visit()
    visitor.page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.open(path)

    first = shown(visitor.page)
    visitor.page.keyboard.press(" ")
    visitor.page.keyboard.press("PageDown")
    second = shown(visitor.page)
    visitor.page.keyboard.press("ArrowLeft")

    assert len(first) == len(second) == 40
    assert not set(first) & set(second)
    assert shown(visitor.page) == first
    visitor.sees("faqja 1 nga 8")
    size = visitor.page.locator(".list").evaluate("list => parseFloat(getComputedStyle(list).fontSize)")
    assert size >= 24
    lowest = visitor.page.locator(".foot").evaluate("foot => foot.getBoundingClientRect().bottom")
    assert lowest <= 1080


def test_pages_turn_by_themselves_until_they_are_stopped(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        a_hall(app)
    visitor = visit()
    visitor.page.clock.install()
    visitor.open("/hall")
    first = shown(visitor.page)

    visitor.page.clock.run_for(PAGE_STAYS)
    expect(visitor.page.locator(".list .name").first).not_to_have_text(first[0])
    visitor.page.get_by_role("button", name=visitor._("Stop turning pages")).click()
    stopped = shown(visitor.page)
    visitor.page.clock.run_for(PAGE_STAYS)

    assert shown(visitor.page) == stopped


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_participants_page_works_on_a_phone_without_scripts_and_for_everybody(
    tryeza: RunningApp, visit: Visit, scheme: str
) -> None:
    with tryeza.services() as app:
        event_id = a_hall(app)
        app.phone_links.make_all(event_id)
        link = app.phone_links.list_for(event_id)[0]
    page = visit().page
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]

    page.goto(f"{tryeza.url}/p/{link.token}")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert [found["id"] for found in Axe().run(page).response["violations"]] == OF_A_PAGE_WITHOUT_SCRIPTS
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Programme")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
