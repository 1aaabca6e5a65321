"""What was found in an organisation's own Word template."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StylePart(StrEnum):
    """Parts of a paper whose look a template can decide."""

    TEXT = "text"
    TITLE = "title"
    HEADINGS = "headings"
    LISTS = "lists"
    QUOTES = "quotes"
    CAPTIONS = "captions"
    CONTENTS = "contents"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """``fonts`` = those of text and headings, by name; ``brought`` = the parts that look as on our own paper."""

    has_header: bool
    has_footer: bool
    has_logo: bool
    fonts: tuple[str, ...]
    found: tuple[StylePart, ...]
    brought: tuple[StylePart, ...]
