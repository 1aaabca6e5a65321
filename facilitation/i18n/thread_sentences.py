"""Where the thread of an event breaks, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.consultation import Theme
from facilitation.domain.event import Objective
from facilitation.domain.note import Note
from facilitation.i18n.translator import Translator
from facilitation.planning.thread import Gaps


@dataclass(frozen=True, slots=True)
class GapLine:
    """One thing whose thread breaks; ``subject`` is its id, ``item_id`` the session where it is mended ("" = none)."""

    subject: str
    text: str
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class GapList:
    """Gaps of one kind with their title."""

    title: str
    lines: tuple[GapLine, ...]


def gap_lists(gaps: Gaps, _: Translator) -> tuple[GapList, ...]:
    """All gaps by kind, from the answers to the commitments."""
    language = _.language
    return (
        GapList(_("Themes without an objective"), _themes(gaps.themes_without_objective, language)),
        GapList(_("Themes without a session"), _themes(gaps.themes_without_session, language)),
        GapList(_("Objectives without an answer behind them"), _objectives(gaps.unanswered, language)),
        GapList(_("Objectives without a session"), _objectives(gaps.objectives_without_session, language)),
        GapList(_("Sessions without an objective"), _sessions(gaps.sessions_without_objective, language)),
        GapList(_("Recommendations without a commitment"), _notes(gaps.recommendations_without_commitment)),
    )


def _themes(themes: Sequence[Theme], language: str) -> tuple[GapLine, ...]:
    return tuple(GapLine(theme.id, theme.title.said_in(language)) for theme in themes)


def _objectives(objectives: Sequence[Objective], language: str) -> tuple[GapLine, ...]:
    return tuple(GapLine(entry.id, entry.text.said_in(language)) for entry in objectives)


def _sessions(items: Sequence[AgendaItem], language: str) -> tuple[GapLine, ...]:
    return tuple(GapLine(item.id, item.title.said_in(language), item.id) for item in items)


def _notes(notes: Sequence[Note]) -> tuple[GapLine, ...]:
    return tuple(GapLine(note.id, note.text, note.item_id) for note in notes)
