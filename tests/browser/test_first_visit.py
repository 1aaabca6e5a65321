"""Coming to the program: by a deep link on a fresh process, in the language chosen the last time."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp


def test_a_deep_link_on_a_fresh_process_opens_the_right_screen_in_its_frame(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        wanted = app.events.load_sample("regional-group-south", "sq")
        app.preferences.choose_event(app.events.load_sample("national-conference-2008", "sq").id)

    visitor = visit()
    visitor.open(f"/tasks?event={wanted.id}")

    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Lista e kontrollit")
    expect(visitor.page).to_have_title("Lista e kontrollit · Tryeza")
    links = visitor.page.get_by_test_id("stSidebarNavLink")
    assert [text.split("\n")[-1].strip() for text in links.all_inner_texts()] == [
        "Sot",
        "Konsultimi",
        "Axhenda",
        "Lista e kontrollit",
        "Pjesëmarrësit",
        "Seria",
        "Buxheti",
        "Udhëzuesi",
        "World café",
        "Në sallë",
        "Shënimet",
        "Punimet",
        "Raportet",
        "Instrumentet dhe metodat",
        "Aktiviteti dhe të dhënat",
    ]
    visitor.sees(f"{wanted.title.said_in('sq')} · ")
    expect(visitor.rows.first).to_be_visible()


def test_the_language_changes_at_once_and_is_remembered_in_the_next_visit(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        event = app.events.load_sample("regional-group-south", "sq")

    first = visit()
    first.open("/agenda")
    expect(first.page.get_by_role("heading", level=1)).to_have_text("Axhenda")
    first.page.get_by_role("radio", name="English").click()

    expect(first.page.get_by_role("heading", level=1)).to_have_text("Agenda")
    first.sees(event.title.said_in("en"))
    second = visit()
    second.open("/tasks")
    expect(second.page.get_by_role("heading", level=1)).to_have_text("Checklist")
    expect(second.page.get_by_role("radio", name="English")).to_be_checked()
