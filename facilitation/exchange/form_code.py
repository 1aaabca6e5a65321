"""The code a form carries: which questionnaire it belongs to, in which language, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitation.planning.filled_form import FilledForm

CODE = re.compile(r"form:(?P<id>[0-9A-Za-z_-]+):(?P<language>sq|en):(?P<person>[0-9A-Za-z_-]*):(?P<print>[0-9a-f]{8})")


def form_of_text(text: str, file_name: str, values: Mapping[str, str]) -> FilledForm | None:
    """The form whose code stands somewhere in a text, with the values of its fields; ``None`` where there is none."""
    found = CODE.search(text)
    if found is None:
        return None
    return FilledForm(file_name, found["id"], found["language"], values, found["person"], found["print"])
