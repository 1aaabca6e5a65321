"""How a benchmark says its result: one line of JSON with figures, targets, a plainer way, and what was missed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from statistics import quantiles
from typing import Any


def say(name: str, *, figures: Mapping[str, float], targets: Mapping[str, float], **more: Any) -> None:
    """Print the line. A figure meets its target when it is not larger; ``more`` goes into the line as it is."""
    missed = [key for key, most in targets.items() if figures[key] > most]
    line = {"benchmark": name, "figures": figures, "targets": targets, **more, "missed": missed, "ok": not missed}
    print(json.dumps(line, ensure_ascii=False), flush=True)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 measurements stay under."""
    return quantiles(values, n=100, method="inclusive")[94]
