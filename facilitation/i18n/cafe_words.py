"""What is said of the tables of a café: their themes, languages and hosts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.domain.cafe import Cafe
from facilitation.i18n.formats import list_text
from facilitation.i18n.labels import language_label
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_sizes import tables_by_size


def theme_line(cafe: Cafe, table: int, _: Translator) -> str:
    """ "Theme: Housing"; "" where the table (from 1) has none."""
    theme = cafe.rules.theme(table)
    return _("Theme: {theme}").format(theme=theme) if theme else ""


def language_line(cafe: Cafe, table: int, _: Translator) -> str:
    """ "Language: Albanian"; "" where everybody at the table (from 1) may speak as they like."""
    spoken = cafe.seating.language_at(table) if cafe.seating else ""
    return _("Language: {language}").format(language=language_label(spoken, _)) if spoken else ""


def table_about(cafe: Cafe, table: int, _: Translator) -> tuple[str, ...]:
    """Theme and language of a table (from 1), as far as it has any."""
    return tuple(filter(None, (theme_line(cafe, table, _), language_line(cafe, table, _))))


def tables_text(sizes: Iterable[int], _: Translator) -> str:
    """ "2 tables of 10 and 1 table of 9"."""
    parts = (
        _.plural("{count} table of {size}", "{count} tables of {size}", count).format(count=count, size=size)
        for size, count in tables_by_size(sizes)
    )
    return list_text(tuple(parts), _.language)


def rounds_text(numbers: Sequence[int], _: Translator) -> str:
    """ "round 2" or "rounds 1–3"."""
    return _.plural("round {rounds}", "rounds {rounds}", len(numbers)).format(rounds=spans_text(numbers))


def spans_text(numbers: Sequence[int]) -> str:
    """ "1–3, 5" of numbers in their order."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)
