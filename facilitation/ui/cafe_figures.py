"""The figures of a plan in words."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from facilitation.domain.cafe import Cafe, CafeColumn, Seating
from facilitation.i18n.cafe_words import tables_text
from facilitation.i18n.formats import list_text, number_text, share_text
from facilitation.i18n.labels import cafe_column_label, language_label
from facilitation.i18n.translator import Translator
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.page_head import EventScreen


def figures_part(page: EventScreen, view: CafeView, seating: Seating) -> None:
    """Every figure of the plan in use as a sentence, the most important first."""
    first, *rest = figure_sentences(seating, page._)
    st.write(first)
    st.caption(
        "  \n".join(
            (*rest, *kept_sentences(seating, page._), *round_sentences(view.cafe, page._), _made(view, seating, page._))
        )
    )
    if view.without_seat:
        count = len(view.without_seat)
        st.warning(
            page._.plural(
                "{count} person on the list has no seat yet. Make the groups anew, or seat them under Repair.",
                "{count} people on the list have no seat yet. Make the groups anew, or seat them under Repair.",
                count,
            ).format(count=count),
            icon=":material/warning:",
        )


def figure_sentences(seating: Seating, _: Translator) -> tuple[str, ...]:
    """What the figures of a plan mean, as markdown."""
    return tuple(_sentences(seating, _))


def _sentences(seating: Seating, _: Translator) -> Iterator[str]:
    language = _.language
    share = seating.unique_meetings / seating.possible_meetings if seating.possible_meetings else 1.0
    yield _("**{unique}** different meetings of {possible} possible ({share}); **{repeats}** repeated.").format(
        unique=number_text(seating.unique_meetings, language),
        possible=number_text(seating.possible_meetings, language),
        share=share_text(share, language),
        repeats=number_text(seating.repeated_meetings, language),
    )
    if seating.wanted_repeats:
        yield _("Of the repeated meetings, {count} are wanted: these people are to sit together.").format(
            count=number_text(seating.wanted_repeats, language)
        )
    if seating.broken_rules:
        yield _.plural("**{count} rule is broken.**", "**{count} rules are broken.**", seating.broken_rules).format(
            count=number_text(seating.broken_rules, language)
        )
    if seating.mean_new_people:
        yield _("Everybody meets {mean} others on average; the one with the fewest meets {least}.").format(
            mean=number_text(seating.mean_new_people, language, digits=1),
            least=number_text(seating.least_new_people, language),
        )
    yield from _balance(seating, _)


def _balance(seating: Seating, _: Translator) -> Iterator[str]:
    if not seating.balance:
        yield _("Tables differ from the mix of the room by {mix} (0 % = no difference).").format(
            mix=share_text(seating.sector_balance, _.language)
        )
    for each in seating.balance:
        mix, least = (share_text(share, _.language) for share in (each.distance, each.least))
        sentence = (
            _("{column}: tables are as close to the mix of the room as can be ({mix} apart).")
            if mix == least
            else _("{column}: tables differ from the mix of the room by {mix}; {least} cannot be avoided.")
        )
        yield sentence.format(column=cafe_column_label(CafeColumn(each.column), _), mix=mix, least=least)


def kept_sentences(seating: Seating, _: Translator) -> Iterator[str]:
    """What is particular about the tables of a plan: hosts who hand over, and languages."""
    changes = sum(
        new != old
        for number in range(2, len(seating.rounds) + 1)
        for old, new in zip(seating.hosts_in(number - 1), seating.hosts_in(number), strict=False)
    )
    if changes:
        yield _.plural(
            "A table is handed over to another host {count} time.",
            "Tables are handed over to another host {count} times.",
            changes,
        ).format(count=number_text(changes, _.language))
    for code in sorted({*seating.table_languages} - {""}):
        tables = [str(place) for place, spoken in enumerate(seating.table_languages, start=1) if spoken == code]
        sentence = _.plural(
            "Everybody at table {tables} shares this language: {language}.",
            "Everybody at tables {tables} shares this language: {language}.",
            len(tables),
        )
        yield sentence.format(tables=list_text(tables, _.language), language=language_label(code, _))


def round_sentences(cafe: Cafe, _: Translator) -> Iterator[str]:
    """How many people sit at how many tables in each round, where the rules make rounds differ."""
    if cafe.seating is None or not any(cafe.rules.round_sizes):
        return
    for number, entry in enumerate(cafe.seating.rounds, start=1):
        yield _("Round {number}: {tables}.").format(number=number, tables=tables_text(map(len, entry.tables), _))


def _made(view: CafeView, seating: Seating, _: Translator) -> str:
    plan = view.cafe.plan(view.cafe.plan_number)
    words = [_("Plan {number}").format(number=plan.number)] if plan else []
    words.append(_("seed {seed}").format(seed=seating.seed))
    if not seating.is_repeatable:
        words.append(_("changed by hand or stopped early, so the seed alone does not give it again"))
    return ", ".join(words)
