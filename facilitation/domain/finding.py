"""A rule's remark about an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.text import Text

FindingValue = str | int | float | Text


class Severity(StrEnum):
    """How much a finding weighs: it blocks, it warns or it hints."""

    BLOCK = "block"
    WARN = "warn"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule as data. ``code`` is stable; ``subject`` is the id of what it is about ("" = the event).

    ``values`` are the named values of the sentence in ``i18n/labels.py`` (dates as ISO strings, minutes as int).
    """

    code: str
    severity: Severity
    subject: str = ""
    values: tuple[tuple[str, FindingValue], ...] = ()


def finding(code: str, severity: Severity, subject: str = "", **values: FindingValue) -> Finding:
    """A finding with its values by name."""
    return Finding(code, severity, subject, tuple(values.items()))
