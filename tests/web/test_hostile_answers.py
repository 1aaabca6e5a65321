"""Hostile values through the form: stored as they were typed, shown as text, and nothing of them is ever run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from facilitation.domain.consultation import Question, QuestionKind
from facilitation.domain.text import Text
from facilitation.planning.answer_checks import LONGEST_ANSWER, tidied
from facilitation.services.application import Application
from facilitation.services.shared import shared_application
from tests.builders import EVENT_ID
from tests.hostile import SEEDS, packed
from tests.hostile import VALUES as MARKED
from tests.web.asking import asked
from tests.web.forms import a_form, open_path, own_path, pressed, stored

WITH_NUL = ("a\x00b", "\x00", "<b>\x00")
VALUES = tuple(value for value in (*MARKED, *SEEDS, *WITH_NUL) if len(value) <= LONGEST_ANSWER)
PER_FORM, MOST_BYTES = 200, 400_000
_KNOWN = (
    "html head meta title style body form button input header main div p h1 details summary dl dt dd label textarea"
    " fieldset legend span select option h2 ul li a footer"
)
KNOWN_TAGS = frozenset(_KNOWN.split())


class _Tags(HTMLParser):
    """The elements and the handlers of a page, as a browser would find them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.odd: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self._is_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.odd += [(name, value) for name, value in attrs if name.startswith("on") or name in {"src", "style"}]
        self.odd += [
            (name, value) for name, value in attrs if name == "href" and not (value or "").startswith(("#", "?"))
        ]
        self._is_text = tag == "textarea"
        if self._is_text:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_text = False

    def handle_data(self, data: str) -> None:
        if self._is_text:
            self.texts[-1] += data


def read(body: bytes) -> _Tags:
    """The page as it is read."""
    page = _Tags()
    page.feed(body.decode())
    page.close()
    return page


@pytest.fixture
def app() -> Iterator[Application]:
    application = stored(shared_application())
    yield application
    application.archives.engine.dispose()


def test_there_are_more_than_five_hundred_values_and_some_as_long_as_can_be() -> None:
    assert len(set(VALUES)) >= 500
    assert max(map(len, VALUES)) == LONGEST_ANSWER


def test_hostile_answers_are_stored_exactly_and_shown_as_text(app: Application) -> None:
    form = a_form(app, tuple(Question(f"t{place}", Text("Pse?", "Why?")) for place in range(PER_FORM)))
    path = own_path(app, form)
    for values in packed(VALUES, PER_FORM, MOST_BYTES):
        typed = {f"q:t{place}": value for place, value in enumerate(values)}

        answer = pressed(path, typed)

        (reply,) = app.consultations.replies(form.id)
        kept = {entry.question_id: entry.text for entry in reply.answers}
        wanted = {name[2:]: _kept(value) for name, value in typed.items()}
        page = read(asked(path).body)
        assert answer.status == 303
        assert kept == {name: value for name, value in wanted.items() if value}
        assert (page.tags - KNOWN_TAGS, page.odd) == (set(), [])
        shown = [text.removeprefix("\n") for text in page.texts]
        assert shown[: len(typed)] == [kept.get(f"t{place}", "") for place in range(len(typed))]


def _kept(value: str) -> str:
    """What stays of a value: all but outer blanks, NUL and the other ways to end a line."""
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()


def test_what_is_kept_is_what_the_rule_says() -> None:
    from facilitation.domain.consultation import Answer

    assert [tidied(Answer("q", value)).text for value in VALUES] == [_kept(value) for value in VALUES]


def test_hostile_values_in_every_other_field_break_nothing(app: Application) -> None:
    choices = (Text("a", "a"), Text("b", "b"))
    questions = (
        Question("one", Text("Cila?"), QuestionKind.CHOICE, choices=choices),
        Question("how", Text("Sa?"), QuestionKind.SCALE),
        Question("rank", Text("Radha?"), QuestionKind.RANK, choices=choices),
    )
    path = open_path(app, a_form(app, questions))
    page = asked(path).body
    for value in SEEDS[::3]:
        names = ("q:one", "q:how", "r0:rank", "organisation", "sector", "district", "consent", "language", value)

        answer = pressed(path, dict.fromkeys(names, value[:3000]), page=page)

        found = read(answer.body)
        assert answer.status in {303, 422}
        assert (found.tags - KNOWN_TAGS, found.odd) == (set(), [])
    assert asked(path, query="language=<script>&done=<b>").status == 200


def test_hostile_words_of_an_organiser_stay_words(app: Application) -> None:
    bad = Text("<script>alert(1)</script>\"'", "</textarea><img src=x onerror=alert(1)>")
    with app.events.desk.work() as work:
        event = work.events.get(EVENT_ID)
        work.events.save(replace(event, title=bad, host=bad, place=str(bad)))
        work.commit()
    kinds = {kind: (bad, bad) if kind is not QuestionKind.OPEN else () for kind in QuestionKind}
    questions = tuple(
        Question(f'<{kind}>"', bad, kind, hint=bad, choices=choices, is_required=True)
        for kind, choices in kinds.items()
    )
    path = open_path(app, a_form(app, questions, title=bad, intro=bad))

    for language in ("sq", "en"):
        pages = [asked(path, query=f"language={language}"), asked(path, query=f"done=1&language={language}")]
        pages.append(pressed(path, {}, query=f"language={language}"))
        for page in (read(answer.body) for answer in pages):
            assert (page.tags - KNOWN_TAGS, page.odd) == (set(), [])
        assert not re.search(rb"<script|<img", b"".join(page.body for page in pages))
