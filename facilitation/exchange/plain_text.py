"""Plain words from what web forms write into abstracts."""

from __future__ import annotations

import html
import re

from facilitation.exchange.words import cleaned_lines

TAGS = (
    "a|abbr|b|big|blockquote|body|br|center|code|div|em|figure|font|h[1-6]|hr|html|i|img|ins|li|ol|p|pre|s|small|span|"
    "strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul"
)
TAG = re.compile(rf"</?(?:{TAGS})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
NEW_LINE = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr|/blockquote|hr)\b[^<>]{0,2000}>", re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style)\b[^<]{0,10000}(?:<(?!/\1)[^<]{0,10000}){0,50}</\1\s*>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
EMPTY_LINES = re.compile(r"\n{3,}")


def has_markup(text: str) -> bool:
    """Whether a text holds HTML tags or entities."""
    return bool(TAG.search(text) or ENTITY.search(text) or HIDDEN.search(text))


def without_markup(text: str) -> str:
    """The words alone; paragraphs stay paragraphs."""
    lines = NEW_LINE.sub("\n", HIDDEN.sub("", text))
    return EMPTY_LINES.sub("\n\n", cleaned_lines(html.unescape(TAG.sub("", lines))))
