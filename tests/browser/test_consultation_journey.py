"""A consultation from the template to what is made of it: asked, answered on phones and on paper, taken up, told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import docx
from playwright.sync_api import Locator, expect

from facilitation.domain.consultation import Channel, Questionnaire, Reply
from facilitation.domain.event import Event, Objective, Sector
from facilitation.domain.person import Consent
from facilitation.domain.text import Text
from facilitation.i18n.labels import consent_label, sector_label
from facilitation.planning.thread import thread
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor
from tests.builders import a_person

TITLE = "Komiteti Rajonal, Berat"
FIRST_DAY = date.today() + timedelta(days=60)
TEMPLATE = "Çfarë planifikoni dhe çfarë ju duhet nga"
TOPIC = "kujdesin për fëmijët"
THEME = "Strehimi"
GOAL = "Strehimi i familjeve ka një zyrë përgjegjëse"
SESSION = "Strehimi, zyrë për zyrë"
NAME, OFFICE = "Drane Gurakuqi", "Qendra Çelësi, Berat"
PLANS = (
    "Duam ta shtrijmë strehimin emergjent në dy njësi administrative.",
    "Strehimi i nënave të reja na mungon fare.",
    "Planifikojmë strehimin bashkë me zyrën e punësimit.",
)
LEARNING = "Shembuj nga zyrat e tjera."
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_from_two_questions_to_what_was_made_of_the_answers(tryeza: RunningApp, visit: Visit, tmp_path: Path) -> None:
    visitor = visit()
    event = _plan(visitor, tryeza)
    asked = _ask(visitor, tryeza, event)
    address = _open_link(visitor)

    for plan in PLANS[:2]:
        _answer_on_a_phone(visit(**PHONE), address, asked, plan)
    _type_in_from_paper(visitor, asked)
    assert [reply.channel for reply in _replies(tryeza, asked)] == [Channel.WEB, Channel.WEB, Channel.PAPER]
    assert [reply.answers[0].text for reply in _replies(tryeza, asked)] == list(PLANS)

    _choose_the_theme(visitor, tryeza, asked)
    goal = _tie_to_the_objective(visitor, tryeza, event)
    _serve_it_with_a_session(visitor, tryeza, event, goal)
    _no_gap_is_left_for_it(visitor, tryeza, event, goal)

    visitor.switch_to(visitor._("Synthesis"))
    text = _text_of(visitor.download(_paper_button(visitor), tmp_path))
    assert [words for words in (THEME, GOAL, SESSION, PLANS[2]) if words not in text] == []
    assert [words for words in (NAME, *NAME.split(), OFFICE) if words in text] == []
    assert visitor.hosts == {"127.0.0.1"}


def _plan(visitor: Visitor, tryeza: RunningApp) -> Event:
    """A new event, with one person on its list who will answer on paper."""
    visitor.open()
    visitor.choose_option(visitor.field("Which kind of event?"), "Komiteti Rajonal, mbledhje")
    visitor.field("Title").fill(TITLE)
    visitor.type_day("First day", FIRST_DAY)
    visitor.press("Make the event")
    visitor.sees(TITLE)
    with tryeza.services() as app:
        (event,) = app.events.list_all()
        app.people.add(event.id, a_person(NAME, organisation=OFFICE, sector=Sector.CIVIL_SOCIETY))
    return event


def _ask(visitor: Visitor, tryeza: RunningApp, event: Event) -> Questionnaire:
    """The template with the two questions, filled with the topic."""
    visitor.go("Consultation")
    visitor.press("New questionnaire")
    dialog = visitor.page.get_by_role("dialog")
    visitor.choose_option(dialog.get_by_role("combobox", name=visitor._("Template")), TEMPLATE)
    label = f"{visitor._('What it is about')} ({visitor._('in Albanian')})"
    visitor.type_into(dialog.get_by_label(label, exact=True), TOPIC)
    visitor.press("Begin with it", dialog)
    expect(dialog).to_have_count(0)
    expect(visitor.rows).to_have_count(4)
    visitor.wait()

    with tryeza.services() as app:
        (asked,) = app.consultations.list_for(event.id)
    first = asked.questions[0].text.sq
    assert (TOPIC in first, str(FIRST_DAY.year) in first, visitor.titles()[0]) == (True, True, first)
    return asked


def _open_link(visitor: Visitor) -> str:
    """The address at which people reach the program, and the one link for everybody."""
    visitor.switch_to(visitor._("Sending"))
    visitor.type_into(visitor.field("Address at which people reach Tryeza"), visitor.url)
    visitor.page.get_by_text(visitor._("One link for everybody")).click()
    visitor.press("Make the link")
    shown = visitor.page.get_by_test_id("stCode").filter(has_text="/f/")
    expect(shown).to_be_visible()
    return shown.inner_text().strip()


def _answer_on_a_phone(phone: Visitor, address: str, asked: Questionnaire, plan: str) -> None:
    """Read the form, try to hand in half of it, and hand in the whole."""
    page, _ = phone.page, phone._
    page.goto(address)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    plans, learning = (page.get_by_label(question.text.sq) for question in asked.questions[:2])
    hand_in = page.get_by_role("button", name=_("Hand in"), exact=True)
    plans.fill(plan)
    hand_in.click()
    expect(page.get_by_role("alert")).to_contain_text(_("Something is still missing or wrong"))
    expect(plans).to_have_value(plan)
    learning.fill(LEARNING)
    hand_in.click()
    expect(page.get_by_role("heading", name=_("Thank you!"))).to_be_visible()


def _type_in_from_paper(visitor: Visitor, asked: Questionnaire) -> None:
    """A sheet of somebody on the list, who allowed their words to be quoted."""
    _ = visitor._
    visitor.switch_to(_("Replies"))
    visitor.press("Type in a reply")
    visitor.choose_option(_combobox(visitor, "Who answered, if it is known"), NAME)
    expect(visitor.field("Organisation")).to_have_value(OFFICE)
    visitor.choose_option(_combobox(visitor, "May be quoted"), consent_label(Consent.YES, _))
    for number, (question, said) in enumerate(zip(asked.questions, (PLANS[2], LEARNING), strict=False), start=1):
        label = f"{number}. {question.text.sq} · {_('an answer is needed')}"
        visitor.type_into(visitor.page.get_by_label(label, exact=True), said)
    visitor.press("Save the reply")
    visitor.press("Close", visitor.page.get_by_test_id("stMain"))
    expect(visitor.rows).to_have_count(3)
    expect(visitor.row(OFFICE)).to_contain_text(sector_label(Sector.CIVIL_SOCIETY, _))


def _choose_the_theme(visitor: Visitor, tryeza: RunningApp, asked: Questionnaire) -> None:
    """A word that comes back becomes a theme, under its name; the words of one answer are quoted."""
    visitor.switch_to(visitor._("Themes"))
    visitor.page.get_by_role("button", name="Strehim").filter(has_text="(3)").click()
    visitor.wait()
    with tryeza.services() as app:
        (theme,) = app.consultations.get(asked.id).themes
    assert [reply.answers[0].theme_ids for reply in _replies(tryeza, asked)] == [(theme.id,)] * 3

    visitor.page.get_by_role("button", name=f"{theme.title.sq} (3)", exact=True).click()
    visitor.wait()
    visitor.type_into(visitor.page.get_by_label(visitor._("Name of the theme")).first, THEME)
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("button", name=f"{THEME} (3)", exact=True)).to_be_visible()
    visitor.press("Quote")
    visitor.press("The whole answer")
    visitor.page.keyboard.press("Escape")
    visitor.wait()


def _tie_to_the_objective(visitor: Visitor, tryeza: RunningApp, event: Event) -> Objective:
    """The theme is ticked for an objective in the matrix."""
    with tryeza.services() as app:
        goal = app.events.add_objective(event.id, Text(sq=GOAL)).objectives[-1]
    visitor.switch_to(visitor._("Thread"))
    visitor.sees(visitor._("Themes without an objective"))
    _tick(visitor, visitor.page.get_by_test_id("stDataFrame").first, column=2 + _place(tryeza, event, goal))
    expect(visitor.page.get_by_role("heading", name=visitor._("Themes without an objective"))).to_have_count(0)
    visitor.wait()

    with tryeza.services() as app:
        (stored,) = (entry for entry in app.events.get(event.id).objectives if entry.id == goal.id)
        (theme,) = app.syntheses.record(event.id).questionnaires[0].themes
    assert stored.theme_ids == (theme.id,)
    return stored


def _tick(visitor: Visitor, matrix: Locator, *, column: int) -> None:
    """Tick a box of the first row by keys: its place on the canvas depends on the widths of the columns."""
    visitor.wait()
    matrix.click(position={"x": 20, "y": 52})
    for _ in range(column):
        visitor.page.keyboard.press("ArrowRight")
    visitor.page.keyboard.press("Space")
    visitor.wait()


def _serve_it_with_a_session(visitor: Visitor, tryeza: RunningApp, event: Event, goal: Objective) -> None:
    visitor.go("Agenda")
    visitor.press("Add a session")
    visitor.field("Title").fill(SESSION)
    visitor.press("Add", visitor.page.get_by_test_id("stPopoverBody"))
    expect(visitor.row(SESSION)).to_have_attribute("aria-selected", "true")
    visitor.page.get_by_text(visitor._("More: time that may give, objectives, questions, audience, notes")).click()
    visitor.wait()
    visitor.take_option(_combobox(visitor, "Objectives served"), GOAL)
    expect(visitor.page.get_by_test_id("stMultiSelect").filter(has_text=GOAL)).to_be_visible()
    visitor.wait()

    with tryeza.services() as app:
        served = [item for _day, item in app.agendas.get(event.id).items() if goal.id in item.objective_ids]
    assert [item.title.sq for item in served] == [SESSION]


def _no_gap_is_left_for_it(visitor: Visitor, tryeza: RunningApp, event: Event, goal: Objective) -> None:
    """Neither the theme nor the objective stands among the gaps; followed, the thread names all three."""
    visitor.go("Consultation")
    visitor.switch_to(visitor._("Thread"))
    visitor.sees(visitor._("Follow a thread"))
    for gap in ("Themes without an objective", "Themes without a session"):
        expect(visitor.page.get_by_role("heading", name=visitor._(gap))).to_have_count(0)
    label = visitor._("Theme, objective, session, recommendation or commitment")
    visitor.choose_option(visitor.page.get_by_role("combobox", name=label), f"{visitor._('Theme')}: {THEME}")
    expect(visitor.page.get_by_role("listitem").filter(has_text=SESSION).first).to_be_visible()

    with tryeza.services() as app:
        gaps = thread(app.syntheses.record(event.id)).gaps()
    assert (gaps.themes_without_objective, gaps.themes_without_session) == ((), ())
    assert goal.id not in {entry.id for entry in (*gaps.unanswered, *gaps.objectives_without_session)}


def _place(tryeza: RunningApp, event: Event, goal: Objective) -> int:
    with tryeza.services() as app:
        return [entry.id for entry in app.events.get(event.id).objectives].index(goal.id)


def _replies(tryeza: RunningApp, asked: Questionnaire) -> list[Reply]:
    with tryeza.services() as app:
        return list(app.consultations.replies(asked.id))


def _combobox(visitor: Visitor, label: str) -> Locator:
    found = visitor.page.get_by_role("combobox", name=visitor._(label))
    expect(found).to_be_visible()
    return found


def _paper_button(visitor: Visitor) -> Locator:
    """The first file on the screen in Albanian; the switch of languages beside the navigation is none."""
    return visitor.page.get_by_test_id("stMain").get_by_role("button", name="Shqip").first


def _text_of(paper: Path) -> str:
    document = docx.Document(str(paper))
    return "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
