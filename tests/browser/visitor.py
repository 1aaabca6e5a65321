"""A person before the screen: what they open, press, type and read, in the language of the screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, TimeoutError, expect

from facilitation.i18n.translator import Translator

SECONDS = 30.0
expect.set_options(timeout=SECONDS * 1000)
TALK = """
  window.talk = { asked: 0, heard: 0 };
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => (window.talk.heard = performance.now()));
    }
    send(message) {
      window.talk.asked = performance.now();
      super.send(message);
    }
  };
"""
"""Run in every page before the program: remembers when it last asked the server something, and when it last heard."""
AT_REST = """() => {
  const app = document.querySelector('[data-testid="stApp"]'), { asked, heard } = window.talk, now = performance.now();
  const isHeard = heard > asked ? now - heard > 30 : now - asked > 2000;
  return isHeard && app?.dataset.testScriptState === "notRunning" && app?.dataset.testConnectionState === "CONNECTED"
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]');
}"""
"""A run the program was just asked for has not begun yet as long as nothing came back."""
INTO_SIGHT = """(field) => {
  if (field.getBoundingClientRect().bottom > innerHeight - 100) field.scrollIntoView({ block: "center" });
}"""
"""A field at the lower edge of the window shows no options."""


class Visitor:
    """One browser window. ``_`` gives the sentence of the catalogue, so that journeys do not copy it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url, self._ = page, url, Translator("sq")
        self.requests: list[str] = []
        page.set_default_timeout(SECONDS * 1000)
        page.add_init_script(TALK)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))

    @property
    def hosts(self) -> set[str]:
        """Every computer the browser asked for anything so far (what a page holds in itself asks nobody)."""
        return {host for address in self.requests if (host := urlsplit(address).hostname)}

    def open(self, path: str = "/") -> None:
        """Open an address of the program and wait for the whole screen."""
        self.page.goto(self.url + path)
        self.wait()

    def wait(self) -> None:
        """Wait until the program has drawn everything it was asked for."""
        self.page.wait_for_timeout(80)  # a click needs a moment before the run it starts can be seen
        self.page.wait_for_function(AT_REST)

    def until(self, check: Callable[[], bool]) -> None:
        """Wait until something is true that only the database tells; a save may still be on its way."""
        for _time in range(100):
            if check():
                return
            self.page.wait_for_timeout(100)

    def go(self, title: str) -> None:
        """Take a screen from the navigation and wait for its title; once more where the screen came back that was left
        (what it still had to tell the server may overtake the click)."""
        heading = self.page.get_by_role("heading", level=1, name=self._(title))
        for _try in range(3):
            self.page.get_by_test_id("stSidebarNavLink").filter(has_text=self._(title)).click()
            with suppress(AssertionError):
                expect(heading).to_be_visible(timeout=SECONDS * 1000 / 3)
                break
        expect(heading).to_be_visible()
        self.wait()

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press the button with this English name of the catalogue (a message in front of it is put away first)."""
        for message in self.page.get_by_test_id("stToast").all():
            with suppress(TimeoutError):  # it may go by itself at this moment
                message.get_by_role("button").click(timeout=3000)
        (within or self.page).get_by_role("button", name=self._(name)).first.click()
        self.wait()

    def take(self, menu: str, entry: str) -> None:
        """Take an entry of a menu on the screen, both by their English names of the catalogue."""
        self.press(menu)
        self.page.get_by_role("menuitem", name=self._(entry), exact=True).click()
        self.wait()

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """The field with exactly this label."""
        return (within or self.page).get_by_label(self._(label), exact=True)

    def type_into(self, field: Locator, text: str) -> None:
        """Write over what a field has and leave it."""
        field.fill(text)
        field.press("Tab")
        self.wait()

    def type_day(self, label: str, day: date, within: Locator | None = None) -> None:
        """Type a day into a date field, figure by figure, and close its calendar: that takes the day over."""
        field = (within or self.page).get_by_role("group", name=self._(label), exact=True)
        field.get_by_role("spinbutton").first.click()
        self.page.keyboard.type(day.strftime("%d%m%Y"), delay=30)
        self.page.keyboard.press("Escape")
        self.wait()

    def choose_option(self, field: Locator, option: str) -> None:
        """Take an option of a selectbox by typing some of its words."""
        self._offered(field, option).click()
        self.wait()

    def take_option(self, field: Locator, option: str) -> None:
        """Take an option of a field for several by typing its words and Enter.

        As a person would, once more where the field was drawn anew at that moment and stayed empty.
        """
        taken = self.page.get_by_test_id("stMultiSelect").filter(has_text=option)
        for _try in range(5):
            with suppress(AssertionError):
                expect(self._offered(field, option)).to_have_attribute("data-focused", "true", timeout=3000)
                field.press("Enter")
                expect(taken).to_be_visible(timeout=3000)
                break
        expect(taken).to_be_visible()
        self.wait()

    def _offered(self, field: Locator, option: str) -> Locator:
        """The option once it stands in the list: a run that draws the field anew meanwhile closes it."""
        found = self.page.get_by_role("option", name=option).first
        for _try in range(5):
            field.evaluate(INTO_SIGHT)
            field.fill(option)
            with suppress(AssertionError):
                expect(found).to_be_visible(timeout=3000)
                break
            self.wait()
        return found

    def switch_to(self, name: str) -> None:
        """Take one part of a view switch."""
        self.page.get_by_test_id("stButtonGroup").get_by_role("radio", name=name).click()
        self.wait()

    @property
    def rows(self) -> Locator:
        """The rows of the list on the screen."""
        return self.page.locator("li[role=option]")

    def row(self, title: str) -> Locator:
        """The row with this title."""
        return self.rows.filter(has_text=title)

    def titles(self) -> Sequence[str]:
        """The titles of the rows, from top to bottom; waits for the first."""
        expect(self.rows.first).to_be_visible()
        return self.page.locator("li[role=option] .title").all_text_contents()

    def sees(self, text: str) -> None:
        """The text stands on the screen (now or in a moment)."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def download(self, button: Locator, folder: Path) -> Path:
        """Press a button that hands over a file, and keep the file.

        Streamlit makes the file under an id that the next run forgets: a press in that moment brings nothing, and a
        person presses again.
        """
        with suppress(TimeoutError):
            return self._downloaded(button, folder, SECONDS / 3)
        return self._downloaded(button, folder, SECONDS)

    def _downloaded(self, button: Locator, folder: Path, seconds: float) -> Path:
        with self.page.expect_download(timeout=seconds * 1000) as coming:
            button.click()
        path = folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path
