"""The token a form carries: only a page that came from us can send it back, for a day, and it names one filling in."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from facilitation.domain.consultation import FormLink

NONCE_BYTES = 16
SECONDS = 24 * 60 * 60
"""Longer than anybody fills in a form at one sitting."""


def new_token(link: FormLink, now: float) -> str:
    """A token of this link. Its key is the link's secret: it holds in every copy of the program and after a restart."""
    stem = f"{secrets.token_urlsafe(NONCE_BYTES)}.{int(now)}"
    return f"{stem}.{_seal(link, stem)}"


def filling_in(link: FormLink, token: str, now: float) -> str:
    """Which filling in a token names; "" where it is not ours or too old."""
    stem, _, seal = token.rpartition(".")
    if not hmac.compare_digest(_seal(link, stem).encode(), seal.encode("utf-8", "replace")):
        return ""
    nonce, _, made = stem.partition(".")
    return nonce if 0 <= now - int(made) <= SECONDS else ""


def _seal(link: FormLink, stem: str) -> str:
    said = f"form:{link.id}:{stem}".encode("utf-8", "replace")
    return hmac.new(link.secret.encode(), said, hashlib.sha256).hexdigest()
