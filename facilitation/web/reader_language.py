"""The language of somebody of whom nothing is known but what their program asks for."""

from __future__ import annotations


def reader_language(accepted: str) -> str:
    """Albanian, unless the reader's program asks for another language first (the head Accept-Language)."""
    first = accepted.split(",")[0].strip().casefold()
    return "sq" if not first or first.startswith(("sq", "*")) else "en"
