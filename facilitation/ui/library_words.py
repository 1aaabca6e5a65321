"""How the library says its facts: people, minutes, goals, and which lines the source itself has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from facilitation.domain.instrument import Instrument, SourcedText
from facilitation.domain.method import Method
from facilitation.domain.text import Text
from facilitation.i18n.formats import NO_BREAK, minutes_text
from facilitation.i18n.labels import goal_label
from facilitation.i18n.translator import Translator
from facilitation.planning.guide_outline import ONE_MINUTE
from facilitation.ui.messages import plain, plain_lines
from facilitation.ui.page_head import EventScreen
from facilitation.ui.screen import Screen


def people_words(method: Method, _: Translator) -> str:
    """ "12–200 people"."""
    return _("{people} people").format(people=f"{method.minimum_people}–{method.maximum_people}")


def minutes_words(method: Method) -> str:
    """ "75–150 min"."""
    return f"{method.minimum_time // ONE_MINUTE}–{method.maximum_time // ONE_MINUTE}{NO_BREAK}min"


def goals_words(method: Method, _: Translator) -> str:
    """ "Exploring, Deciding"."""
    return ", ".join(goal_label(goal, _) for goal in method.goals)


def instrument_words(instrument: Instrument, _: Translator) -> str:
    """ "2 days · 37 tasks · about 100 people"."""
    days = _.plural("{count} day", "{count} days", instrument.day_count).format(count=instrument.day_count)
    tasks = _.plural("{count} task", "{count} tasks", len(instrument.tasks)).format(count=len(instrument.tasks))
    people = _("about {count} people").format(count=instrument.typical_people)
    return f"{days} · {tasks} · {people}"


def is_own(found: Screen, part: str, key: str) -> bool:
    """Whether a template or a method is one of the person's own."""
    return any(entry.file.key == key for entry in found.app.library.own(part))


def own_keys(found: Screen | EventScreen, part: str) -> frozenset[str]:
    """The keys of all own files of a part."""
    return frozenset(entry.file.key for entry in found.app.library.own(part))


def has_words(typed: str, *texts: str) -> bool:
    """Whether each word of a search stands somewhere in the texts."""
    searched = " ".join(texts).casefold()
    return all(word in searched for word in typed.casefold().split())


def paragraph(title: str, text: str) -> None:
    """A small heading and what is said under it; nothing where nothing is said."""
    if text.strip():
        st.markdown(f"**{plain(title)}**  \n{plain_lines(text)}")


def points(title: str, texts: Iterable[Text], language: str) -> None:
    """The same with a list."""
    lines = [plain(text.said_in(language)) for text in texts if text]
    if lines:
        st.markdown(f"**{plain(title)}**\n\n" + "\n".join(f"- {' '.join(line.split())}" for line in lines))


def sourced_points(title: str, lines: Sequence[SourcedText], _: Translator) -> None:
    """The same with a mark at the lines that the source itself has."""
    mark = source_mark(_)
    shown = [
        f"- {' '.join(plain(line.text.said_in(_.language)).split())}" + (f" {mark}" if line.is_from_seed else "")
        for line in lines
        if line.text
    ]
    if shown:
        st.markdown(f"**{plain(title)}**\n\n" + "\n".join(shown))


def source_mark(_: Translator) -> str:
    """The mark of what the source itself asks for, as markdown: a word, not a colour alone."""
    word = _("source")
    return f":green-badge[{word}]"


def own_mark(_: Translator) -> str:
    """The mark of what is one's own, as markdown with a space behind it."""
    word = _("yours")
    return f":blue-badge[{word}] "


def duration_words(method: Method, _: Translator) -> str:
    """ "75–150 min, usually 105 min"."""
    return _("{minutes}, usually {typical}").format(
        minutes=f"{method.minimum_time // ONE_MINUTE}–{minutes_text(method.maximum_time)}",
        typical=minutes_text(method.typical_time),
    )


def group_words(method: Method, _: Translator) -> str:
    """ "groups of 4–5"; "" where the room works as one."""
    least, most = method.group_minimum, method.group_maximum
    return _("groups of {size}").format(size=str(most) if least == most else f"{least}–{most}") if most else ""
