"""The code a form carries: which questionnaire or session it belongs to, in which language, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitation.planning.filled_form import FilledForm
from facilitation.planning.note_form import FilledNotes, FormPlace, keyed

CODE = re.compile(r"form:(?P<id>[0-9A-Za-z_-]+):(?P<language>sq|en):(?P<person>[0-9A-Za-z_-]*):(?P<print>[0-9a-f]{8})")

NOTES = re.compile(
    r"notes:(?P<event>[0-9A-Za-z_-]+):(?P<item>[0-9A-Za-z_-]+):(?P<round>\d{1,3}):(?P<table>\d{1,4})"
    r":(?P<language>sq|en):(?P<number>[0-9A-Za-z_-]{4,40}):(?P<print>[0-9a-f]{8})"
)
MOST_ROUNDS = 20
"""Rounds a form without tags is compared with."""


def form_of_text(text: str, file_name: str, values: Mapping[str, str]) -> FilledForm | None:
    """The form whose code stands somewhere in a text, with the values of its fields; ``None`` where there is none."""
    found = CODE.search(text)
    if found is None:
        return None
    return FilledForm(file_name, found["id"], found["language"], values, found["person"], found["print"])


def notes_of_text(
    text: str, file_name: str, values: Mapping[str, str], outside: tuple[str, ...] = ()
) -> FilledNotes | None:
    """The note form whose code stands somewhere in a text; ``None`` where there is none.

    Fields that lost their names and do not fit the form any more keep the names by order: nothing in them is dropped.
    """
    found = NOTES.search(text)
    if found is None:
        return None
    place = FormPlace(found["event"], found["item"], int(found["round"]) or None, int(found["table"]) or None)
    named = keyed(values, found["print"], MOST_ROUNDS) or values
    filled = {key: value for key, value in named.items() if value.strip()}
    return FilledNotes(file_name, place, found["language"], found["number"], filled, outside)
