"""Turns what is wrong with a library file into sentences an author understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from facilitation.errors import InvalidInput, mark

_MISSING_WORDS = {
    "en": mark("{file}: “{field}” has no English text (en)."),
    "sq": mark("{file}: “{field}” has no Albanian text (sq)."),
}
_WRONG_NUMBER = mark("{file}: “{field}” is {value}, which is too small or too large.")
_WHOLE_NUMBER = mark("{file}: “{field}” must be a whole number without quotation marks.")
_ONE_OF = mark("{file}: “{field}” is “{value}”. It must be one of: {choices}.")
_TABLE = mark("{file}: “{field}” must be a table of fields.")
_BOTH_LANGUAGES = mark('{file}: “{field}” must have words in both languages: {{ en = "…", sq = "…" }}.')
_OTHER = mark("{file}: “{field}” cannot be used: {detail}.")
_SENTENCES = {
    "missing": mark("{file}: the field “{field}” is missing."),
    "extra_forbidden": mark("{file}: the field “{field}” is unknown. agendas/README.md names the known ones."),
    "string_type": mark("{file}: “{field}” must be words in quotation marks."),
    "string_too_short": mark("{file}: “{field}” is empty."),
    "no_words": mark("{file}: “{field}” has no words. Write them in Albanian or in English."),
    "two_rhythms": mark("{file}: “{field}” may have one of every_days, every_months and per_year, not more."),
    "too_short": mark("{file}: “{field}” is empty."),
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "float_type": mark("{file}: “{field}” must be a number without quotation marks."),
    "bool_type": mark("{file}: “{field}” must be true or false."),
    "list_type": mark("{file}: “{field}” must be a list in square brackets."),
    "enum": _ONE_OF,
    "literal_error": _ONE_OF,
    "greater_than": _WRONG_NUMBER,
    "greater_than_equal": _WRONG_NUMBER,
    "less_than": _WRONG_NUMBER,
    "less_than_equal": _WRONG_NUMBER,
}
_PATTERNS = {
    "starts_at": mark("{file}: “{field}” is “{value}”. Write a time such as 08:30."),
    "pinned_start": mark("{file}: “{field}” is “{value}”. Write a time such as 08:30."),
    "soft_start": mark("{file}: “{field}” is “{value}”. Write a time such as 08:30."),
}
_NAME = mark("{file}: “{field}” is “{value}”. Use small letters without diacritics, digits and the sign _ only.")


def field_name(path: tuple[int | str, ...]) -> str:
    """Where a field stands, with places counted from 1: "days 1 › items 4 › title"."""
    words: list[str] = []
    for part in path:
        if isinstance(part, int) and words:
            words[-1] += f" {part + 1}"
        else:
            words.append(str(part))
    return " › ".join(words)


def shape_problems(file: str, error: ValidationError) -> Iterator[InvalidInput]:
    """One sentence per field that does not have the shape of ``file_format``."""
    for entry in error.errors(include_url=False):
        yield _shape_problem(file, dict(entry))


def _shape_problem(file: str, entry: dict[str, Any]) -> InvalidInput:
    path, kind, context = entry["loc"], entry["type"], entry.get("ctx", {})
    last = path[-1] if path else ""
    if kind in ("missing", "string_too_short") and last in _MISSING_WORDS:
        return InvalidInput(_MISSING_WORDS[str(last)], file=file, field=field_name(path[:-1]))
    return InvalidInput(
        _sentence(kind, str(last), context),
        file=file,
        field=field_name(path),
        value=entry.get("input"),
        choices=str(context.get("expected", "")).replace("'", ""),
        detail=entry["msg"],
    )


def _sentence(kind: str, field: str, context: dict[str, Any]) -> str:
    if kind in ("model_type", "model_attributes_type"):
        return _BOTH_LANGUAGES if context.get("class_name") == "TextFile" else _TABLE
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(field, _NAME)
    return _SENTENCES.get(kind, _OTHER)


def syntax_problem(file: str, error: Exception, text: str) -> InvalidInput:
    """Where the file stops being TOML. (``tomllib`` tells the line only inside its message.)"""
    found = re.search(r"^(?P<detail>.*?) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$", str(error))
    line = int(found["line"]) if found and found["line"] else text.count("\n") + 1
    return InvalidInput(
        mark("{file}, line {line}: this is not valid TOML ({detail}). Compare the line with agendas/README.md."),
        file=file,
        line=line,
        detail=found["detail"] if found else str(error),
    )
