"""The harvest of a session by theme, as the volume prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.domain.note import Note
from facilitation.domain.proceedings import HarvestTheme
from facilitation.domain.text import Text
from facilitation.planning.note_sources import synthesis_of, table_results


@dataclass(frozen=True, slots=True)
class TableResult:
    """What one table brought out, with its round where the note names them."""

    text: str
    round: int | None
    table: int | None


@dataclass(frozen=True, slots=True)
class ThemeHarvest:
    """One theme: the line that sums it up ("" = not written) and the results it rests on; no title = under no theme."""

    title: Text
    synthesis: str
    results: tuple[TableResult, ...]


def themes_harvested(
    themes: tuple[HarvestTheme, ...], item_id: str, notes: tuple[Note, ...]
) -> tuple[ThemeHarvest, ...]:
    """The themes of a session that have a result or a line, then what stands under none; nothing without a theme."""
    ours = tuple(theme for theme in themes if theme.item_id in ("", item_id))
    found = tuple(harvest for theme in ours if (harvest := _harvest(theme.title, theme.id, notes)))
    if not found:
        return ()
    return (*found, *_loose(ours, notes))


def _harvest(title: Text, theme_id: str, notes: tuple[Note, ...]) -> ThemeHarvest | None:
    line, results = synthesis_of(notes, theme_id), tuple(_results(notes, theme_id))
    return ThemeHarvest(title, line.text if line else "", results) if line or results else None


def _loose(themes: tuple[HarvestTheme, ...], notes: tuple[Note, ...]) -> Iterator[ThemeHarvest]:
    """Results under no theme, or under one that is not of this session."""
    known = {theme.id for theme in themes}
    others = sorted({note.theme_id for note in notes} - known)
    results = tuple(result for theme_id in others for result in _results(notes, theme_id))
    if results:
        yield ThemeHarvest(Text(), "", results)


def _results(notes: tuple[Note, ...], theme_id: str) -> Iterator[TableResult]:
    return (TableResult(note.text, note.round, note.table) for note in table_results(notes, theme_id))
