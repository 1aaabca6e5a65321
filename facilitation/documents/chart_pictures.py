"""Charts as pictures for papers: drawn from the specifications of the screens, kept, and never waited for twice."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from facilitation.documents.bar_chart import Spec

if TYPE_CHECKING:
    import subprocess

DOTS_PER_INCH = 200
LIMIT = 45.0
"""Seconds after which a picture is left out."""
MOST_KEPT = 100
"""Pictures of the last papers: about 3 MB."""
_PROGRAM = Path(__file__).with_name("chart_program.py")
_kept: dict[str, bytes] = {}
_under_way: dict[tuple[str, ...], Drawing] = {}
_waiting = Lock()
logger = logging.getLogger(__name__)


def can_draw() -> bool:
    """Whether the renderer is installed; papers are made without pictures where it is not."""
    return find_spec("vl_convert") is not None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Charts on their way: ``begin`` starts to draw those not kept from before, ``pictures`` waits for them."""

    keys: tuple[str, ...]
    missing: tuple[str, ...]
    process: subprocess.Popen[bytes] | None

    def pictures(self) -> tuple[bytes | None, ...]:
        """The PNG of each chart in its order; None where it could not be drawn."""
        with _waiting:
            if self.process is not None and _under_way.pop(self.missing, None) is not None:
                for key, picture in zip(self.missing, _answer(self.process), strict=False):
                    _keep(key, picture)
        return tuple(_kept.get(key) for key in self.keys)


def begin(specs: Sequence[Spec]) -> Drawing:
    """Start to draw charts beside the program (0.6 s where none is kept); ask for them when the rest is done.

    Begun twice, they are drawn once: who needs them soon can begin them early.
    """
    keys = tuple(_key(spec) for spec in specs)
    wanted = {key: spec for key, spec in zip(keys, specs, strict=True) if key not in _kept}
    if not wanted or not can_draw():
        return Drawing(keys, tuple(wanted), None)
    with _waiting:
        known = _under_way.get(tuple(wanted))
        process = known.process if known else _started(list(wanted.values()))
        _under_way[tuple(wanted)] = made = Drawing(keys, tuple(wanted), process)
    return made


def _key(spec: Spec) -> str:
    return hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()


def _started(specs: list[Spec]) -> subprocess.Popen[bytes]:
    import subprocess  # only where something is drawn: kept pictures need no program

    process = subprocess.Popen(
        [sys.executable, "-I", str(_PROGRAM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    try:
        with process.stdin as channel:
            channel.write(json.dumps({"scale": DOTS_PER_INCH / 96, "specs": specs}).encode())
    except OSError:
        logger.warning("the program that draws charts did not listen")
    process.stdin = None
    return process


def _answer(process: subprocess.Popen[bytes]) -> list[bytes]:
    """The pictures; none where the program failed or took too long."""
    from subprocess import TimeoutExpired

    try:
        answer, _errors = process.communicate(timeout=LIMIT)
        return [base64.b64decode(text) for text in json.loads(answer)]
    except (TimeoutExpired, ValueError):
        logger.warning("charts could not be drawn")
        process.kill()
        process.communicate()
        return []


def _keep(key: str, picture: bytes) -> None:
    while len(_kept) >= MOST_KEPT:
        _kept.pop(next(iter(_kept)), None)
    _kept[key] = picture


def size_mm(png: bytes) -> tuple[float, float]:
    """Width and height of a picture as it is printed."""
    pixels = (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big"))
    return pixels[0] / DOTS_PER_INCH * 25.4, pixels[1] / DOTS_PER_INCH * 25.4
