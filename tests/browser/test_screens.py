"""Every screen: on a phone, in Albanian, and for people who cannot see it or use a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ViewportSize, expect

from tests.browser.doors import Visit
from tests.browser.full_event import a_full_event
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor

SCREENS = (
    "",
    "consult",
    "agenda",
    "tasks",
    "people",
    "series",
    "budget",
    "guide",
    "cafe",
    "hall",
    "notes",
    "proceedings",
    "reports",
    "library",
    "settings",
)
WITH_ROWS = ("agenda", "tasks", "people")
WITH_VIEWS = ("consult", "tasks", "people", "series", "budget", "guide", "proceedings", "reports", "settings")
"""Screens whose switch is gone through from its first part to its last."""
PHONE: ViewportSize = {"width": 390, "height": 844}
OPENED: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("", (), "Documents"),
    ("consult", ("Questions", "As the reader sees it"), ""),
    ("consult", ("Replies",), "Type in a reply"),
    ("consult", (), "New questionnaire"),
    ("people", (), "Import"),
    ("notes", ("Photos",), "Word forms"),
)
"""What only a click brings up: the screen, the parts of switches to take first, and the button ("" = none)."""

ENGLISH = """
the and of with from your this that not will was choose add save edit open close search remove write notes session
sessions day days people round title place task tasks upload drag drop browse limit files no options results select
loading complete missing minutes late done table tables event events owner nobody nothing
"""
"""Words that are no Albanian words; one of them on an Albanian screen is a sentence that was not translated."""
NAMED_SO = re.compile(r"English|World café|\w+ icon$")
"""What stays English: names, and the hidden name Streamlit gives to the picture on a button."""

STREAMLITS_OWN = frozenset({"presentation-role-conflict", "empty-table-header", "aria-prohibited-attr"})
"""Rules that elements of Streamlit itself break: file uploader, tables, diagrams that load."""
STREAMLITS_PLACES = {
    "list": '[data-testid="stSidebarNav"]',
    "listitem": '[data-testid="stSidebarNav"]',
}
"""Rules that count everywhere but in one place: Streamlit puts the sections of its navigation between <ul> and <li>."""

WORDS_ON_SCREEN = """() => {
  const texts = [];
  // What only groups its contents (the words of a button) has no box of its own and counts as hidden.
  const seen = (element) => getComputedStyle(element).display === "contents"
    || (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent);
      if (child.nodeType !== Node.ELEMENT_NODE || !seen(child)) continue;
      if (child.matches('style, script, svg, canvas, [data-testid="stIconMaterial"]')) continue;
      if (child.matches('[data-testid="stFileUploaderDropzone"], [data-testid="stSkipLink"]')) continue; // Streamlit's
      if (child.placeholder && !child.value) texts.push(child.placeholder);
      if (child.matches("textarea")) continue; // a person's words, in the language they chose
      walk(child);
      if (child.shadowRoot) walk(child.shadowRoot);
    }
  };
  walk(document.body); // dialogs and menus stand beside the program
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


@pytest.fixture(scope="module")
def tryeza(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """One program for all looks at the screens: nothing is changed on them."""
    app = RunningApp(tmp_path_factory.mktemp("screens"))
    with app.services() as services:
        a_full_event(services)
    yield app
    app.stop()


def _screens(visitor: Visitor, *, has_views: bool = True) -> Iterator[str]:
    """Open every screen of the full sample, then its side panel, then every part of its switch."""
    for stem in SCREENS:
        visitor.open(f"/{stem}")
        if stem in WITH_ROWS:
            expect(visitor.rows.first).to_be_visible()
        yield stem or "home"
        if stem in WITH_ROWS:
            visitor.rows.nth(1).click()
            visitor.wait()
            yield f"{stem} with its side panel"
        if has_views and stem in WITH_VIEWS:
            yield from _views(visitor, stem)
    for stem, parts, button in OPENED:
        visitor.open(f"/{stem}")
        for part in parts:
            visitor.switch_to(visitor._(part))
        if button:
            visitor.press(button, visitor.page.get_by_test_id("stMain"))
        visitor.page.wait_for_timeout(500)  # what was greyed while the program ran comes back slowly
        visitor.wait()
        yield f"{stem or 'home'}, {button or parts[-1]}"


def _views(visitor: Visitor, stem: str) -> Iterator[str]:
    """Every part of the first switch of a screen but the one that is shown."""
    parts = visitor.page.get_by_test_id("stMain").get_by_test_id("stButtonGroup").first.get_by_role("radio")
    names = parts.all_inner_texts()
    assert len(names) > 1
    for number, name in list(enumerate(names))[1:]:
        parts.nth(number).click()
        expect(parts.nth(number)).to_be_checked()
        visitor.wait()
        yield f"{stem}, {name}"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_albanian_screen_is_albanian_accessible_and_fits_a_phone(mode: str, visit: Visit) -> None:
    """All on one walk: opening every screen is what takes the time. In the dark only the colours are others, and they
    are the same in all views of a screen."""
    visitor = visit(color_scheme=mode, reduced_motion="reduce")
    english, broken, too_wide = [], [], []

    for screen in _screens(visitor, has_views=mode == "light"):
        english += [f"{screen}: {text}" for text in visitor.page.evaluate(WORDS_ON_SCREEN) if _english_words(text)]
        for violation in Axe().run(visitor.page).response["violations"]:
            broken += [f"{screen}: {line}" for line in _ours(violation, visitor)]
        if mode == "light":
            too_wide += [f"{screen}: {line}" for line in _too_wide(visitor, has_rows=screen in WITH_ROWS)]

    assert english == [], "\n".join(english)
    assert broken == [], "\n".join(broken)
    assert too_wide == [], "\n".join(too_wide)


def _too_wide(visitor: Visitor, *, has_rows: bool) -> list[str]:
    """What does not fit where the same screen is as wide as a phone for a moment."""
    page, before = visitor.page, visitor.page.viewport_size
    page.set_viewport_size(PHONE)
    page.wait_for_timeout(100)
    width = page.evaluate("document.scrollingElement.scrollWidth")
    cut = page.evaluate(CUT_ROWS) if has_rows else []
    page.set_viewport_size(before or PHONE)
    wide = [f"{width} px wide"] if width > PHONE["width"] else []
    return [*wide, *(f"row “{title}” is not in two lines" for title in cut)]


def _english_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", NAMED_SO.sub("", text).casefold())) & set(ENGLISH.split())


def _ours(violation: dict[str, Any], visitor: Visitor) -> list[str]:
    """The elements that break a rule through our own doing, in words."""
    if violation["id"] in STREAMLITS_OWN:
        return []
    place = STREAMLITS_PLACES.get(violation["id"], "")
    nodes = [node for node in violation["nodes"] if not place or not _stands_in(place, node, visitor)]
    return [f"{violation['id']}: {node['html'][:160]} {' '.join(node['failureSummary'].split())}" for node in nodes]


def _stands_in(place: str, node: dict[str, Any], visitor: Visitor) -> bool:
    target = node["target"][0]
    if not isinstance(target, str):
        return False  # inside a component of our own
    return bool(visitor.page.locator(target).first.evaluate("(element, place) => !!element.closest(place)", place))
