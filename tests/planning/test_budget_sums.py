"""What a budget adds up to: by hand, and by properties over any budget."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, BudgetShare, Currency, FundingKind
from facilitation.planning.budget_sums import GroupSum, Part, budget_sums, line_amount, per_person
from tests.builders import EVENT_ID

SOURCES = ("", "Bashkia", "UNICEF", "unicef ", "OSBE")


NOBODY = GroupSum("")


def a_line(line_id: str = "line-1", price: str = "100", **fields: Any) -> BudgetLine:
    """One unit of something for the venue, borne by the municipality."""
    line = BudgetLine(line_id, BudgetCategory.VENUE, line_id, unit_price=Decimal(price), source="Bashkia")
    return replace(line, **fields)


def a_share(source: str, amount: str, kind: FundingKind = FundingKind.CASH) -> BudgetShare:
    return BudgetShare(source, Decimal(amount), kind)


def cents(most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, most * 100).map(lambda number: Decimal(number) / 100)


def shares() -> st.SearchStrategy[BudgetShare]:
    return st.builds(BudgetShare, st.sampled_from(SOURCES[1:]), cents(500), st.sampled_from(FundingKind))


def budgets() -> st.SearchStrategy[Budget]:
    """Any budget, also with more promised than needed and without a rate."""
    lines = st.builds(
        BudgetLine,
        id=st.just("line"),
        category=st.sampled_from(BudgetCategory),
        what=st.just("Something"),
        quantity=st.decimals(0, 100, places=3),
        unit_price=st.decimals(0, 1000, places=3),
        currency=st.sampled_from(Currency),
        actual=st.none() | st.decimals(0, 100_000, places=3),
        kind=st.sampled_from(FundingKind),
        source=st.sampled_from(SOURCES),
        shares=st.lists(shares(), max_size=3).map(tuple),
    )
    return st.builds(
        Budget,
        event_id=st.just(EVENT_ID),
        currency=st.sampled_from(Currency),
        rate=st.none() | st.decimals(1, 200, places=4),
        lines=st.lists(lines, max_size=12).map(tuple),
    )


def added(groups: tuple[GroupSum, ...], nobody: GroupSum = NOBODY) -> GroupSum:
    """Groups and what nobody bears, added up field by field."""
    names = ("planned", "actual", "open", "cash", "in_kind", "gap")
    return GroupSum("", *(sum((getattr(each, name) for each in (*groups, nobody)), Decimal(0)) for name in names))


@given(budgets())
def test_categories_add_up_to_the_total(budget: Budget) -> None:
    sums = budget_sums(budget)

    assert added(sums.categories) == sums.total


@given(budgets())
def test_sources_and_what_nobody_bears_add_up_to_the_total(budget: Budget) -> None:
    sums = budget_sums(budget)

    of_nobody = [(entry, part) for entry in sums.lines for part in entry.parts if not part.source]
    nobody = GroupSum(
        "",
        planned=sum((part.planned for _, part in of_nobody), Decimal(0)),
        actual=sum((part.actual for _, part in of_nobody), Decimal(0)),
        open=sum((part.planned for entry, part in of_nobody if entry.actual is None), Decimal(0)),
        gap=sum((part.planned for _, part in of_nobody), Decimal(0)),
    )
    assert added(sums.sources, nobody) == sums.total


@given(budgets())
def test_lines_and_their_parts_add_up_to_the_total(budget: Budget) -> None:
    sums = budget_sums(budget)

    assert sum((entry.planned for entry in sums.lines), Decimal(0)) == sums.total.planned
    assert sum((entry.actual or Decimal(0) for entry in sums.lines), Decimal(0)) == sums.total.actual
    for entry in sums.lines:
        assert sum((part.planned for part in entry.parts), Decimal(0)) == entry.planned
        assert sum((part.actual for part in entry.parts), Decimal(0)) == (entry.actual or 0)


@given(budgets())
def test_cash_in_kind_gap_and_surplus_make_the_plan(budget: Budget) -> None:
    sums = budget_sums(budget)

    assert sums.total.cash + sums.total.in_kind + sums.gap - sums.surplus == sums.total.planned
    assert min(sums.gap, sums.surplus) >= 0


@given(budgets())
def test_no_line_is_lost_and_every_amount_is_in_whole_cents(budget: Budget) -> None:
    sums = budget_sums(budget)

    assert len(sums.lines) + len(sums.foreign) == len(budget.lines)
    amounts = [entry.planned for entry in sums.lines] + [part.planned for e in sums.lines for part in e.parts]
    assert all(amount == amount.quantize(Decimal("0.01")) for amount in amounts)


def test_half_a_cent_goes_up_on_every_line() -> None:
    line = a_line(price="0.125", quantity=Decimal(1))

    assert line_amount(line) == Decimal("0.13")
    assert budget_sums(Budget(EVENT_ID, lines=(line, replace(line, id="line-2")))).total.planned == Decimal("0.26")


def test_euros_are_turned_into_lek_with_the_typed_rate_line_by_line() -> None:
    hall = a_line(price="150.50", quantity=Decimal(2), currency=Currency.EUR)
    lunch = a_line("line-2", "900", quantity=Decimal(100))

    sums = budget_sums(Budget(EVENT_ID, Currency.ALL, Decimal("97.35"), (hall, lunch)))

    assert [entry.planned for entry in sums.lines] == [Decimal("29302.35"), Decimal(90_000)]
    assert sums.total.planned == Decimal("119302.35")


def test_lek_are_turned_into_euros_with_the_same_rate() -> None:
    sums = budget_sums(Budget(EVENT_ID, Currency.EUR, Decimal("97.35"), (a_line(price="1000"),)))

    assert sums.total.planned == Decimal("10.27")


def test_without_a_rate_foreign_lines_are_named_and_in_no_sum() -> None:
    foreign = a_line("line-2", currency=Currency.EUR)

    sums = budget_sums(Budget(EVENT_ID, lines=(a_line(), foreign)))

    assert (sums.foreign, sums.total.planned) == ((foreign,), Decimal(100))


def test_promised_shares_come_first_and_the_source_bears_the_rest() -> None:
    line = a_line(shares=(a_share("UNICEF", "30"), a_share("OSBE", "20", FundingKind.IN_KIND)), actual=Decimal(40))

    (entry,) = budget_sums(Budget(EVENT_ID, lines=(line,))).lines

    assert entry.parts == (
        Part("UNICEF", FundingKind.CASH, Decimal(30), Decimal(30)),
        Part("OSBE", FundingKind.IN_KIND, Decimal(20), Decimal(10)),
        Part("Bashkia", FundingKind.CASH, Decimal(50), Decimal(0)),
    )


def test_what_shares_leave_without_a_source_is_the_gap() -> None:
    line = a_line(source="", shares=(a_share("UNICEF", "30"),))

    sums = budget_sums(Budget(EVENT_ID, lines=(line, a_line("line-2"))))

    assert (sums.gap, [entry.line.id for entry in sums.without_source]) == (Decimal(70), ["line-1"])


def test_more_promised_than_needed_is_a_surplus_and_fills_no_other_gap() -> None:
    rich = a_line(shares=(a_share("UNICEF", "130"),))

    sums = budget_sums(Budget(EVENT_ID, lines=(rich, a_line("line-2", source=""))))

    assert (sums.gap, sums.surplus) == (Decimal(100), Decimal(30))


def test_one_source_in_two_spellings_is_one_source() -> None:
    lines = (a_line(source="UNICEF"), a_line("line-2", source=" unicef", kind=FundingKind.IN_KIND))

    (source,) = budget_sums(Budget(EVENT_ID, lines=lines)).sources

    assert (source.name, source.cash, source.in_kind, source.pledged) == (
        "UNICEF",
        Decimal(100),
        Decimal(100),
        Decimal(200),
    )


def test_open_lines_count_neither_as_saved_nor_as_spent() -> None:
    lines = (a_line(actual=Decimal(120)), a_line("line-2", "50"))

    sums = budget_sums(Budget(EVENT_ID, lines=lines))

    total = sums.total
    assert [total.planned, total.actual, total.open, total.difference] == [Decimal(n) for n in (150, 120, 50, 20)]
    assert [entry.difference for entry in sums.lines] == [Decimal(20), None]
    assert not sums.is_settled


def test_categories_stand_in_the_order_of_the_paper_and_empty_ones_are_left_out() -> None:
    lines = (a_line(category=BudgetCategory.PRINTING), a_line("line-2", category=BudgetCategory.MEALS))

    assert [group.name for group in budget_sums(Budget(EVENT_ID, lines=lines)).categories] == ["meals", "printing"]


def test_per_person_is_rounded_and_nobody_has_no_share() -> None:
    assert (per_person(Decimal(100), 3), per_person(Decimal(100), 0)) == (Decimal("33.33"), None)
