"""The lines of an iCalendar file (RFC 5545) as components, also where the file does not keep the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LINE = re.compile(
    r"(?P<name>[A-Za-z0-9-]{1,60})(?P<parameters>(?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(?P<value>.*)", re.DOTALL
)
PARAMETER = re.compile(r";\s*([A-Za-z0-9-]+)=(\"[^\"]*\"|[^;\"]*)")
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
MOST_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its value as written, and its parameters (names in capitals)."""

    value: str
    parameters: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as a person reads it."""
        return ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value)


@dataclass(slots=True)
class Component:
    """A component such as VEVENT: the first property of every name. ``is_whole`` = its end was found."""

    name: str
    line: int
    properties: dict[str, Property] = field(default_factory=dict)
    is_whole: bool = False

    def text(self, name: str) -> str:
        """The text of a property; "" where there is none."""
        found = self.properties.get(name)
        return found.text.strip() if found else ""


def components(text: str, name: str, most: int) -> list[Component]:
    """The components of a name in the order they begin, also inside others; no more than ``most``."""
    found: list[Component] = []
    open_ones: list[Component] = []
    for number, line in _unfolded(text):
        match = LINE.match(line)
        if match is None:
            continue
        key, value = match["name"].upper(), match["value"]
        if key == "BEGIN" and len(open_ones) < MOST_DEPTH:
            open_ones.append(Component(value.strip().upper(), number))
            found += open_ones[-1:] if open_ones[-1].name == name else []
        elif key == "END":
            _close(value.strip().upper(), open_ones)
        elif open_ones:
            open_ones[-1].properties.setdefault(key, Property(value, _parameters(match["parameters"])))
        if len(found) >= most:
            break
    return found


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each logical line with the number of its first line.

    Continuations begin with a space; a line that is no property at all is taken as one that lost its space.
    """
    started, parts = 0, list[str]()
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        is_continued = bool(parts) and (line[:1] in (" ", "\t") or (bool(line) and not LINE.match(line)))
        if is_continued:
            parts.append(line[1:] if line[:1] in (" ", "\t") else line)
            continue
        if parts:
            yield started, "".join(parts)
        started, parts = number, [line]
    yield started, "".join(parts)


def _parameters(text: str) -> dict[str, str]:
    return {match[1].upper(): match[2].strip('"') for match in PARAMETER.finditer(text)}


def _close(name: str, open_ones: list[Component]) -> None:
    """Close the innermost component of this name, and with it those inside whose end is missing."""
    if name not in {component.name for component in open_ones}:
        return
    while open_ones:
        component = open_ones.pop()
        component.is_whole = component.name == name
        if component.is_whole:
            return
