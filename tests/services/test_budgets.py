"""The budget of an event: lines, two people at once, undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, BudgetShare, Currency
from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.planning.budget_usual import usual_lines
from facilitation.services.application import Application


def a_line(what: str = "Salla", price: str = "100") -> BudgetLine:
    return BudgetLine("", BudgetCategory.VENUE, what, unit_price=Decimal(price))


@pytest.fixture
def budget(app: Application, conference: Event) -> Budget:
    """Three lines: a, b, c."""
    return app.budgets.add_lines(conference.id, [a_line("a"), a_line("b"), a_line("c")])


def names(lines: Iterable[BudgetLine]) -> list[str]:
    return [line.what for line in lines]


def stored(app: Application, budget: Budget) -> Budget:
    return app.budgets.plan(budget.event_id).budget


def test_added_lines_get_ids_and_stand_at_the_end(app: Application, budget: Budget) -> None:
    after = app.budgets.add_lines(budget.event_id, [a_line("d")])

    assert names(after.lines) == ["a", "b", "c", "d"]
    assert len({line.id for line in after.lines}) == 4
    assert stored(app, budget) == after


def test_two_people_change_different_lines_and_different_cells_of_one(app: Application, budget: Budget) -> None:
    first, second, _third = budget.lines
    app.budgets.edit_lines(budget.event_id, [(first, replace(first, unit_price=Decimal(5)))])
    app.budgets.edit_lines(
        budget.event_id, [(first, replace(first, source="UNICEF")), (second, replace(second, what="B"))]
    )

    found = stored(app, budget).lines
    assert (found[0].unit_price, found[0].source, found[1].what) == (Decimal(5), "UNICEF", "B")


def test_the_same_cell_changed_twice_becomes_a_question(app: Application, budget: Budget) -> None:
    line = budget.lines[0]
    app.budgets.edit_lines(budget.event_id, [(line, replace(line, source="UNICEF"))])

    with pytest.raises(ChangedElsewhere) as caught:
        app.budgets.edit_lines(budget.event_id, [(line, replace(line, source="OSBE"))])

    assert (caught.value.field, caught.value.mine, caught.value.theirs) == ("source", "OSBE", "UNICEF")


def test_a_line_removed_by_somebody_else_is_named(app: Application, budget: Budget) -> None:
    line = budget.lines[0]
    app.budgets.remove_lines(budget.event_id, [line.id])

    with pytest.raises(NotFound, match="“a” was removed by somebody else"):
        app.budgets.edit_lines(budget.event_id, [(line, replace(line, what="A"))])


def test_lines_move_together_and_stop_at_the_edge(app: Application, budget: Budget) -> None:
    first, second, third = (line.id for line in budget.lines)

    assert names(app.budgets.move_lines(budget.event_id, [second, third], by=-1).lines) == ["b", "c", "a"]
    assert names(app.budgets.move_lines(budget.event_id, [second, third], by=-1).lines) == ["b", "c", "a"]
    assert names(app.budgets.move_lines(budget.event_id, [second, first], by=1).lines) == ["c", "b", "a"]


def test_every_step_can_be_undone_and_made_again(app: Application, budget: Budget) -> None:
    line = budget.lines[1]
    app.budgets.edit_lines(budget.event_id, [(line, replace(line, shares=(BudgetShare("OSBE", Decimal(3)),)))])
    app.budgets.remove_lines(budget.event_id, [line.id])

    app.history.undo(budget.event_id, "budget")
    assert stored(app, budget).lines[1].shares == (BudgetShare("OSBE", Decimal(3)),)
    app.history.undo(budget.event_id, "budget")
    assert stored(app, budget).lines == budget.lines
    app.history.undo(budget.event_id, "budget")
    assert stored(app, budget).lines == ()
    app.history.redo(budget.event_id, "budget")
    assert stored(app, budget).lines == budget.lines


def test_currency_rate_and_note_are_merged_beside_lines_of_somebody_else(app: Application, budget: Budget) -> None:
    app.budgets.add_lines(budget.event_id, [a_line("d")])

    app.budgets.edit(budget, replace(budget, currency=Currency.EUR, rate=Decimal("97.35"), note="Pa TVSH"))

    found = stored(app, budget)
    assert (found.currency, found.rate, found.note, names(found.lines)) == (
        Currency.EUR,
        Decimal("97.35"),
        "Pa TVSH",
        ["a", "b", "c", "d"],
    )


@pytest.mark.parametrize("rate", ["0", "-1", "0.5", "100000"])
def test_an_impossible_rate_is_refused(app: Application, budget: Budget, rate: str) -> None:
    with pytest.raises(InvalidInput, match="is no rate"):
        app.budgets.edit(budget, replace(budget, rate=Decimal(rate)))


@pytest.mark.parametrize(
    "line",
    [
        a_line(" "),
        a_line(price="-1"),
        a_line(price="NaN"),
        a_line(price="1e12"),
        replace(a_line(), quantity=Decimal(-2)),
        replace(a_line(), actual=Decimal(-2)),
        replace(a_line(), shares=(BudgetShare("", Decimal(1)),)),
        replace(a_line(), shares=(BudgetShare("OSBE", Decimal(-1)),)),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_and_nothing_is_saved(
    app: Application, budget: Budget, line: BudgetLine
) -> None:
    with pytest.raises(InvalidInput):
        app.budgets.add_lines(budget.event_id, [a_line("d"), line])

    assert stored(app, budget) == budget


def test_a_change_that_changes_nothing_leaves_no_trace(app: Application, budget: Budget) -> None:
    before = app.history.list_for(budget.event_id)

    assert app.budgets.move_lines(budget.event_id, [budget.lines[0].id], by=-1) == budget
    assert app.history.list_for(budget.event_id) == before


def test_usual_lines_are_added_with_words_and_the_host_as_source(app: Application, conference: Event) -> None:
    event = app.events.edit(conference, replace(conference, host=Text(sq="Bashkia", en="Municipality")))

    after = app.budgets.start_from_usual(event.id, "en")

    assert (after.lines[0].what, after.lines[0].source) == ("Hall and rooms (days)", "Municipality")
    assert [line.quantity for line in after.lines] == [line.quantity for line in usual_lines(event)]
    assert {line.unit_price for line in after.lines} == {Decimal(0)}
    assert app.history.can_undo(event.id, "budget").verb == "use_usual_lines"  # type: ignore[union-attr]
