"""What our own pages share: one document with its style in it, which may load nothing and run nothing."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html import escape
from pathlib import Path

from facilitation.i18n.translator import Translator

FOLDER = Path(__file__).parent
REFRESH_SECONDS = 60


def style_of(name: str = "") -> str:
    """The style all pages share, and behind it that of one page."""
    files = ["page_style.css", *([name] if name else [])]
    return "".join((FOLDER / file).read_text(encoding="utf-8") for file in files)


def policy_for(style: str, *, form_action: str = "'none'") -> str:
    """The content security policy: only this style is known, by its hash; everything else is refused."""
    known = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; "
        f"form-action {form_action}; frame-ancestors 'none'"
    )


PLAIN_STYLE = style_of()
PLAIN_POLICY = policy_for(PLAIN_STYLE)


def document(body: str, title: str, language: str, *, style: str = PLAIN_STYLE, refreshes: bool = False) -> str:
    """A whole page; ``body`` is HTML already, ``title`` is text."""
    refresh = f'<meta http-equiv="refresh" content="{REFRESH_SECONDS}">' if refreshes else ""
    return (
        f'<!doctype html><html lang="{Translator(language).language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex,nofollow">{refresh}'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{body}</body></html>"
    )


def sentence_html(sentence: str, language: str, *, refreshes: bool = False) -> str:
    """A page that only says a sentence of the catalogue."""
    words = escape(Translator(language)(sentence))
    return document(f"<main><p>{words}</p></main>", "Tryeza", language, refreshes=refreshes)
