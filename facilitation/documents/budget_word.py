"""The budget on one page: by category and by source, per participant, what is missing; for the staff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from facilitation.documents.word_front import nothing_yet, title_block
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, head_row, heading, paragraph, spacer, table
from facilitation.documents.word_styles import Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.budget import BudgetCategory
from facilitation.domain.record import EventRecord
from facilitation.i18n.budget_words import category_label, currency_label, hint_sentence
from facilitation.i18n.money import amount_text, money_text
from facilitation.i18n.translator import Translator
from facilitation.planning.budget_checks import budget_hints
from facilitation.planning.budget_sums import BudgetSums, GroupSum, budget_sums, fewer_groups, per_person
from facilitation.planning.composition import people_count

COLUMNS = (54.0, 30.0, 30.0, 30.0, 30.0)
MOST_ROWS, FEWEST_SOURCES = 17, 5
"""Rows of both tables that one page holds: where there are many categories, fewer sources have a row of their own."""
LONGEST_SOURCE, LONGEST_NOTE = 31, 180
SIGNATURE_ROW = 14.0
NUMBERS = (1, 2, 3, 4)
PRINTED_HINTS = frozenset({"no_rate", "too_much", "over_plan"})
"""What a reader must know to understand the sums; advice for the planners stays on the screen."""


def budget_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """One page, whatever the number of lines: they are summed up by category and by source."""
    paper = Paper(record.event, _, stamp, title=_("Budget"))
    paper.header = _("FOR STAFF ONLY · do not hand out or put up")
    paper.add(title_block(paper))
    if not record.budget.lines:
        paper.add(nothing_yet(_("The budget has no lines yet.")))
        return paper.data()
    sums = budget_sums(record.budget)
    paper.add(_summary(record, sums, _))
    paper.add(heading(_("By category"), 2), _categories(sums, _))
    paper.add(heading(_("By source"), 2), _sources(sums, _))
    paper.add(_remarks(record, sums, _), _signatures(_))
    return paper.data()


def _summary(record: EventRecord, sums: BudgetSums, _: Translator) -> list[Element]:
    """The plan, what is missing, and what each participant costs."""

    def money(amount: Decimal) -> str:
        return money_text(amount, sums.currency, _.language)

    plan = _("Plan: {amount}").format(amount=money(sums.total.planned))
    missing = _("missing: {amount}").format(amount=money(sums.gap)) if sums.gap else _("borne in full")
    lines = [paragraph([Run(plan, "Strong"), " · ", Run(missing, "Strong")], "Lead")]
    said = [text for text in _per_participant(record, sums, _) if text]
    return [*lines, paragraph(" ".join(said))] if said else lines


def _per_participant(record: EventRecord, sums: BudgetSums, _: Translator) -> Iterable[str]:
    expected, came = record.event.expected_people, people_count(record.participations).attended
    planned, spent = per_person(sums.total.planned, expected), per_person(sums.total.actual, came)
    if planned is not None:
        yield _("Planned per participant: {amount} for {count} expected.").format(
            amount=money_text(planned, sums.currency, _.language), count=expected
        )
    if spent:
        yield _("Spent per participant: {amount} for {count} who came.").format(
            amount=money_text(spent, sums.currency, _.language), count=came
        )


def _categories(sums: BudgetSums, _: Translator) -> Element:
    titles = (_("Category"), _("Plan"), _("Spent"), _("Still open"), _("Difference"))
    rows = [_row(category_label(BudgetCategory(group.name), _), _spending(group, sums, _)) for group in sums.categories]
    total = _row(_("In all"), _spending(sums.total, sums, _), is_total=True)
    title = _("The budget by category, in {currency}").format(currency=currency_label(sums.currency, _))
    return table(COLUMNS, [head_row(titles, numbers=NUMBERS), *rows, total], title=title)


def _spending(group: GroupSum, sums: BudgetSums, _: Translator) -> list[str]:
    difference = _amount(group.difference, sums, _)
    signed = f"+{difference}" if group.difference > 0 else difference
    return [*(_amount(value, sums, _) for value in (group.planned, group.actual, group.open)), signed]


def _sources(sums: BudgetSums, _: Translator) -> Element:
    titles = (_("Source"), _("In cash"), _("In kind"), _("Together"), _("Spent"))
    groups = fewer_groups(sums.sources, max(FEWEST_SOURCES, MOST_ROWS - len(sums.categories)), _("Other sources"))
    rows = [_row(shortened(group.name, LONGEST_SOURCE), _bearing(group, sums, _)) for group in groups]
    nobody = sums.nobody
    if nobody.planned or nobody.actual:
        cells = ["", "", _amount(nobody.planned, sums, _), _amount(nobody.actual, sums, _)]
        rows.append(_row(_("Nobody yet") if nobody.planned >= 0 else _("Promised beyond need"), cells))
    total = _row(_("In all"), _bearing(sums.total, sums, _), is_total=True)
    title = _("The budget by source, in {currency}").format(currency=currency_label(sums.currency, _))
    return table(COLUMNS, [head_row(titles, numbers=NUMBERS), *rows, total], title=title)


def _bearing(group: GroupSum, sums: BudgetSums, _: Translator) -> list[str]:
    return [_amount(value, sums, _) for value in (group.cash, group.in_kind, group.planned, group.actual)]


def _row(name: str, amounts: Sequence[str], *, is_total: bool = False) -> Row:
    """A name and its amounts; the row of the total is set off."""
    style = "Strong" if is_total else ""
    cells = [Cell([Run(name, style)]), *(Cell([Run(amount, style)], "Table Number") for amount in amounts)]
    return Row(cells, fill="soft" if is_total else "")


def _amount(amount: Decimal, sums: BudgetSums, _: Translator) -> str:
    """An amount of a table: all with cents, or none."""
    return amount_text(amount, _.language, has_cents=_has_cents(sums))


def _has_cents(sums: BudgetSums) -> bool:
    amounts = [part for entry in sums.lines for each in entry.parts for part in (each.planned, each.actual)]
    return any(amount != amount.to_integral_value() for amount in amounts)


def _remarks(record: EventRecord, sums: BudgetSums, _: Translator) -> list[Element]:
    """How the columns add up, the rate, what is left out, and the note."""
    said = [_("Difference = spent + still open − plan.")]
    if record.budget.rate and any(line.currency is not sums.currency for line in record.budget.lines):
        said.append(_("One euro = {rate} lek.").format(rate=amount_text(record.budget.rate, _.language)))
    said += [hint_sentence(hint, sums.currency, _) for hint in budget_hints(sums) if hint.code in PRINTED_HINTS]
    note = shortened(record.budget.note, LONGEST_NOTE)
    blocks = [spacer(), paragraph(" ".join(said), "Detail")]
    return [*blocks, paragraph([Run(_("Note: "), "Strong"), note])] if note else blocks


def _signatures(_: Translator) -> Element:
    """Who prepared the sheet and who agreed."""
    titles = (_("Prepared by"), _("Agreed by"), _("Date"))
    return table(
        (70.0, 70.0, 34.0),
        [head_row(titles), Row([Cell(), Cell(), Cell()], height=SIGNATURE_ROW)],
        title=_("Signatures"),
        borders="all",
    )
