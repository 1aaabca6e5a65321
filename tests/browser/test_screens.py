"""Every screen: on a phone, in Albanian, and for people who cannot see it or use a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor

SCREENS = ("", "agenda", "tasks", "people", "guide", "cafe", "notes", "proceedings", "library", "settings")
WITH_ROWS = ("agenda", "tasks", "people")

ENGLISH = frozenset(
    "the and of with from your this that not will was choose add save edit open close search remove write notes "
    "session sessions day days people round title place task tasks upload drag drop browse limit files no options "
    "results select loading complete missing minutes late done table tables event events owner nobody nothing".split()
)
"""Words that are no Albanian words; one of them on an Albanian screen is a sentence that was not translated."""
NAMED_SO = ("English", "World café")
"""Names that stay as they are in Albanian."""

STREAMLITS_OWN = frozenset({"presentation-role-conflict", "empty-table-header", "aria-prohibited-attr"})
"""Rules that elements of Streamlit itself break: file uploader, tables, diagrams that load."""
IN_THE_NAVIGATION = frozenset({"list", "listitem"})
"""Streamlit puts the sections of its navigation between <ul> and <li>; everywhere else these rules count."""

WORDS_ON_SCREEN = """() => {
  const texts = [];
  const seen = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent);
      else if (child.nodeType === Node.ELEMENT_NODE && !["STYLE", "SCRIPT", "SVG", "svg", "CANVAS"].includes(child.tagName)
               && !child.closest('[data-testid="stIconMaterial"]') && seen(child)) {
        if (child.placeholder) texts.push(child.placeholder);
        walk(child);
        if (child.shadowRoot) walk(child.shadowRoot);
      }
    }
  };
  walk(document.querySelector('[data-testid="stApp"]'));
  return texts.filter((text) => text.trim());
}"""

CUT_ROWS = """() => {
  const list = [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')]
    .map((host) => host.shadowRoot?.querySelector("ul")).find(Boolean);
  return [...list.querySelectorAll("li[role=option]")].filter((row) => {
    const box = (name) => row.querySelector("." + name).getBoundingClientRect();
    const facts = box("facts");
    const isBelow = !facts.height || facts.top >= box("title").bottom - 1;
    const isBeside = !box("trail").height || box("trail").top < box("title").bottom;
    return !(isBelow && isBeside && row.getBoundingClientRect().right <= innerWidth);
  }).map((row) => row.title);
}"""


def _screens(visitor: Visitor, tryeza: RunningApp) -> Iterator[str]:
    """Open every screen of the held sample, then those with rows once more with the side panel open."""
    with tryeza.services() as app:
        event = app.events.load_sample("national-conference-2008", "sq")
        app.preferences.choose_event(event.id)
    for stem in SCREENS:
        visitor.open(f"/{stem}")
        yield stem or "home"
        if stem in WITH_ROWS:
            visitor.rows.nth(1).click()
            visitor.wait()
            yield f"{stem} with its side panel"


def test_every_screen_fits_a_phone(tryeza: RunningApp, visit: Visit) -> None:
    visitor = visit(viewport={"width": 390, "height": 844}, has_touch=True)
    problems = []

    for screen in _screens(visitor, tryeza):
        width = visitor.page.evaluate("document.scrollingElement.scrollWidth")
        if width > 390:
            problems.append(f"{screen}: {width} px wide")
        if screen in WITH_ROWS:
            problems += [f"{screen}: row “{title}” is not in two lines" for title in visitor.page.evaluate(CUT_ROWS)]

    assert problems == []


def test_every_albanian_screen_is_albanian(tryeza: RunningApp, visit: Visit) -> None:
    visitor = visit()
    found = {}

    for screen in _screens(visitor, tryeza):
        texts = visitor.page.evaluate(WORDS_ON_SCREEN)
        english = [text for text in texts if _english_words(text)]
        if english:
            found[screen] = english

    assert found == {}


def _english_words(text: str) -> set[str]:
    for name in NAMED_SO:
        text = text.replace(name, "")
    return {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in ENGLISH}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_screen_is_accessible(mode: str, tryeza: RunningApp, visit: Visit) -> None:
    visitor = visit(color_scheme=mode, reduced_motion="reduce")
    found = {}

    for screen in _screens(visitor, tryeza):
        violations = Axe().run(visitor.page).response["violations"]
        ours = [line for violation in violations for line in _ours(violation, visitor)]
        if ours:
            found[screen] = ours

    assert found == {}


def _ours(violation: dict[str, Any], visitor: Visitor) -> list[str]:
    """The elements that break a rule through our own doing, in words."""
    if violation["id"] in STREAMLITS_OWN:
        return []
    nodes = violation["nodes"]
    if violation["id"] in IN_THE_NAVIGATION:
        nodes = [node for node in nodes if not _is_navigation(node, visitor)]
    return [f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:200]}" for node in nodes]


def _is_navigation(node: dict[str, Any], visitor: Visitor) -> bool:
    place = visitor.page.locator(str(node["target"][0])).first
    return bool(place.evaluate("element => !!element.closest('[data-testid=\"stSidebarNav\"]')"))
