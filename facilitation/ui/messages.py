"""Saying what was done or what is wrong; calling a service without ever showing a traceback."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import streamlit as st

from facilitation.domain.finding import Finding, Severity
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, FacilitationError, OwnFileProblem
from facilitation.i18n.labels import error_sentence, finding_sentence, severity_label
from facilitation.i18n.translator import Translator
from facilitation.services.merging import overruling
from facilitation.ui import state
from facilitation.ui.screen import translator

MARKDOWN_SIGNS = re.compile(r"([\\\\`*_{}\[\]()#+!|$~<>:-])")
logger = logging.getLogger(__name__)
SEVERITY_COLOURS = {Severity.BLOCK: "red", Severity.WARN: "orange", Severity.HINT: "gray"}


def attempt(call: Callable[..., Any], *arguments: Any, done: str = "", **facts: Any) -> Any:
    """Call a service inside a callback or page. Answers its value, or None after an error that will be shown.

    ``done`` is a translated sentence for a toast on the next run ("" = say nothing).
    """
    try:
        value = call(*arguments, **facts)
    except ChangedElsewhere as error:
        state.keep_conflict(error, partial(call, *arguments, **facts))
        return None
    except FacilitationError as error:
        state.say("block", error_words(error, translator()))
        return None
    if done:
        state.say("done", done)
    return value


def error_words(error: FacilitationError, _: Translator) -> str:
    """An error as a sentence; what is wrong with an own file of the library has a line for each problem."""
    if not isinstance(error, OwnFileProblem):
        return error_sentence(error, _)
    return _("Nothing was saved. Please mend this first:") + "\n\n" + problem_lines(error, _)


def problem_lines(error: OwnFileProblem, _: Translator) -> str:
    """Every problem of an own file as a line of a list, in markdown."""
    return "\n".join(f"- {plain(error_sentence(detail, _))}" for detail in error.details)


def refusal(call: Callable[..., Any], *arguments: Any, **facts: Any) -> str:
    """Call a service inside a callback; answers what was wrong, to be said beside its field ("" = it was done)."""
    try:
        call(*arguments, **facts)
    except ChangedElsewhere as error:
        state.keep_conflict(error, partial(call, *arguments, **facts))
    except FacilitationError as error:
        return error_sentence(error, translator())
    return ""


def unexpected(error: Exception) -> str:
    """Log an unexpected error with its trace and answer the reference a person can quote."""
    reference = uuid.uuid4().hex[:4].upper()
    logger.exception("unexpected error, reference %s", reference, exc_info=error)
    return reference


def plain(text: str) -> str:
    """A person's words inside markdown: no sign of theirs becomes formatting."""
    return MARKDOWN_SIGNS.sub(r"\\\1", text)


def plain_lines(text: str) -> str:
    """The same for words of several lines: each line stays one, and a number in front starts no list."""
    return "  \n".join(re.sub(r"^(\s*\d+)\.", r"\1\\.", plain(line)) for line in text.splitlines())


def show_remarks(said: Iterable[tuple[str, str]]) -> None:
    """What is to be said of files (their names and sentences), under their table: a cell would cut a sentence off."""
    for name, remark in said:
        st.markdown(f"- **{plain(name)}**: {plain(remark)}")


def show_messages(_: Translator) -> None:
    """Show what the last run left to say, and an open conflict with both texts."""
    for message in state.take_messages():
        if message.level == "done":
            st.toast(message.text, icon=":material/check:")
        elif message.level == "warn":
            st.warning(message.text, icon=":material/warning:")
        else:
            st.error(message.text, icon=":material/error:")
    _show_conflict(_)


def _as_text(value: object, language: str) -> str:
    if isinstance(value, tuple):
        return "\n".join(_as_text(part, language) for part in value)
    return value.said_in(language) if isinstance(value, Text) else str(value)


def _show_conflict(_: Translator) -> None:
    found = state.conflict()
    if found is None:
        return
    with st.container(border=True):
        st.warning(error_sentence(found, _), icon=":material/group:")
        theirs, mine = st.columns(2)
        theirs.markdown("**" + _("Saved by somebody else") + "**")
        theirs.text(_as_text(found.theirs, _.language))
        mine.markdown("**" + _("Your text") + "**")
        mine.text(_as_text(found.mine, _.language))
        st.caption(_("Their text is saved. Choose which one stays; nothing is lost until you do."))
        theirs.button(_("Keep theirs"), key="keep_theirs", on_click=state.forget_conflict)
        if found.field:
            mine.button(_("Take mine"), key="keep_mine", type="primary", on_click=_take_mine)


def _take_mine() -> None:
    """Save the person's own text over the other one, now that they have seen both."""
    _, again = translator(), state.wanted_again()
    state.forget_conflict()
    with overruling():
        attempt(again, done=_("Your text is saved."))


def show_finding(found: Finding, _: Translator) -> None:
    """One finding: badge with its word, then the sentence."""
    colour = SEVERITY_COLOURS[found.severity]
    st.markdown(f":{colour}-badge[{severity_label(found.severity, _)}] {plain(finding_sentence(found, _))}")


def show_error(error: FacilitationError, _: Translator) -> None:
    """An error as a calm sentence on the page."""
    st.error(error_sentence(error, _), icon=":material/error:")
