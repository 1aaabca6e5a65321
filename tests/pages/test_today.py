"""The home screen of an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from facilitation.domain.budget import BudgetCategory, BudgetLine
from facilitation.domain.event import Sector
from facilitation.domain.person import InvitationStatus
from facilitation.domain.task import TaskStatus
from facilitation.i18n.labels import sector_label
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.paper_names import PAPERS
from facilitation.ui.documents_menu import FOR_PROGRAMS
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, charts, elements, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


@LANGUAGES
def test_a_new_event_shows_days_to_go_and_where_to_add_people_instead_of_an_empty_chart(
    app: Application, language: str
) -> None:
    a_new_event(app)

    screen = opened("home", language)

    assert [title.value for title in screen.title] == [{"sq": "Edhe 200 ditë", "en": "200 days to go"}[language]]
    assert Translator(language)("Nobody is on the list yet.") in said(screen)
    assert charts(screen) == []


@LANGUAGES
@pytest.mark.parametrize("people", [3, 300])
def test_who_comes_is_said_in_numbers_and_drawn(app: Application, people: int, language: str) -> None:
    event = a_new_event(app, people=people)
    first = app.people.list_for(event.id)[0]
    app.people.edit(first, replace(first, status=InvitationStatus.INVITED))

    screen = opened("home", language)

    sentence = Translator(language)("**{confirmed}** confirmed of **{invited}** invited; **{expected}** expected.")
    assert sentence.format(confirmed=people - 1, invited=people, expected=30) in said(screen)
    (sectors,) = charts(screen)
    label = sector_label(Sector.CIVIL_SOCIETY, Translator(language))
    assert [row[Translator(language)("People")] for row in sectors if label in row.values()] == [people - 1]


def test_late_tasks_stand_first_and_opening_one_leads_to_the_checklist(app: Application) -> None:
    event = a_new_event(app, starts_on=date.today() + timedelta(days=20))
    late = [row.task for row in app.overviews.get(event.id).late]

    screen = opened("home")

    assert titles(screen) == [task.title.sq for task in late[:5]]
    assert "me vonesë" in rows(screen)[0]["remark"]

    screen.session_state["chosen"] = {"task_of_home": late[0].id}
    screen.run()

    assert [title.value for title in screen.title] == ["Lista e kontrollit"]
    assert screen.header[0].value.replace("\\", "") == late[0].title.sq


def test_a_task_done_elsewhere_leaves_the_home_screen(app: Application) -> None:
    event = a_new_event(app, starts_on=date.today() + timedelta(days=20))
    task = app.overviews.get(event.id).late[0].task
    screen = opened("home")

    app.tasks.set_status(task.id, TaskStatus.DONE)
    without_mistakes(screen.run())

    assert task.title.sq not in titles(screen)


def test_findings_are_counted_by_weight_and_a_late_start_blocks(app: Application) -> None:
    event = a_new_event(app, starts_on=date.today() + timedelta(days=20))
    findings = app.overviews.findings(event.id)
    blocks = sum(found.severity.value == "block" for found in findings)

    screen = opened("home", "en")

    assert blocks > 0
    assert f"{blocks} block" in said(screen)
    assert any("at least 90 are needed" in text for text in words_shown(screen))


@LANGUAGES
def test_the_documents_menu_offers_every_paper_in_both_languages(app: Application, language: str) -> None:
    a_new_event(app)
    screen = opened("home", language)

    screen.session_state["documents_menu"] = True
    without_mistakes(screen.run())

    buttons = [node.proto.label for node in elements(screen) if node.type == "download_button"]
    _ = Translator(language)
    in_both = [_("Side by side"), _("All in both languages")]
    pair = ["Shqip", "English"]
    assert buttons == [*pair * len(PAPERS), *in_both, *pair * len(FOR_PROGRAMS)]
    assert Translator(language)("For other programs") in said(screen)


def test_the_switcher_finds_another_event_and_opens_it(app: Application) -> None:
    first = a_new_event(app)
    second = a_new_event(app, place="Vlorë")
    screen = opened("home")
    assert app.preferences.event_id() == second.id

    screen.text_input("event_search").set_value("korçë").run()
    assert [button.key for button in screen.button if (button.key or "").startswith("open·")] == [f"open·{first.id}"]
    screen.button(f"open·{first.id}").click().run()

    assert app.preferences.event_id() == first.id
    assert screen.query_params["event"] == first.id


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("", "Budget: ALL\u00a0500 of ALL\u00a0500 are borne by nobody yet."),
        ("OSBE", "Budget: ALL\u00a0500, all of it borne by somebody."),
    ],
)
def test_the_gap_of_the_budget_is_one_line(app: Application, source: str, sentence: str) -> None:
    event = a_new_event(app)
    assert "Budget:" not in said(opened("home", "en"))

    line = BudgetLine("", BudgetCategory.MEALS, "Dreka", unit_price=Decimal(500), source=source)
    app.budgets.add_lines(event.id, [line])

    assert sentence in said(opened("home", "en"))
