"""The budget: sums in words, the grid, a further line, usual lines, pasting, pictures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, BudgetShare, Currency, FundingKind
from facilitation.domain.event import Event
from facilitation.planning.budget_usual import usual_lines
from facilitation.services.application import Application
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, charts, elements

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def a_line(what: str, price: str = "100", **fields: Any) -> BudgetLine:
    return replace(BudgetLine("", BudgetCategory.MEALS, what, unit_price=Decimal(price)), **fields)


def with_lines(app: Application, *lines: BudgetLine) -> tuple[Event, Budget]:
    event = a_new_event(app)
    return event, app.budgets.add_lines(event.id, lines)


def stored(app: Application, event: Event) -> Budget:
    return app.budgets.plan(event.id).budget


def type_over(screen: AppTest, cells: Mapping[int, Mapping[str, object]]) -> AppTest:
    """Type into cells of the grid, by row, as the browser sends them; AppTest has no words for it."""
    grid = next(node.proto.id for node in elements(screen) if "budget_grid" in getattr(node.proto, "id", ""))
    states = screen._tree.get_widget_states()
    typed = {"edited_rows": cells, "added_rows": [], "deleted_rows": []}
    states.widgets.append(WidgetState(id=grid, string_value=json.dumps(typed)))
    return screen._run(states)


def grid_key(screen: AppTest) -> str:
    number = screen.session_state["chosen"]["budget_grid"]
    return f"budget_grid·{screen.session_state['event_id']}·{number}"


@LANGUAGES
def test_an_empty_budget_offers_the_usual_lines(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = opened("budget", language)

    without_mistakes(screen.button("budget_usual").click().run())

    assert len(stored(app, event).lines) == len(usual_lines(event))
    assert len(stored(app, event).lines) > 8


@pytest.mark.parametrize("count", [0, 3, 300])
@LANGUAGES
def test_the_screen_opens_with_any_number_of_lines(app: Application, count: int, language: str) -> None:
    with_lines(app, *(a_line(f"Zëri {number}", source="OSBE") for number in range(count)))

    for shape in ("lines", "category", "source"):
        screen = opened("budget", language)
        screen.session_state["budget_shape"] = shape
        without_mistakes(screen.run())


def test_the_sums_come_first_in_words(app: Application) -> None:
    with_lines(
        app,
        a_line("Salla", "600", source="Bashkia", kind=FundingKind.IN_KIND),
        a_line("Dreka", "300", source="OSBE", actual=Decimal(350)),
        a_line("Ftesat", "100", category=BudgetCategory.ACCESSIBILITY),
    )

    words = said(opened("budget", "en"))

    assert "Planned **ALL\u00a01,000**: ALL\u00a0300 in cash, ALL\u00a0600 in kind." in words
    assert "**ALL\u00a0100** are still missing." in words
    assert "Spent so far **ALL\u00a0350**, ALL\u00a050 over the plan of these lines." in words
    assert "Planned per participant: ALL\u00a033.33 for 30 expected." in words


def test_amounts_typed_in_the_ways_of_the_region_are_saved(app: Application) -> None:
    event, _budget = with_lines(app, a_line("Dreka"), a_line("Salla"))
    screen = opened("budget")

    cells = {0: {"unit_price": "1.234,50", "quantity": "1 200"}, 1: {"actual": "99,9 lekë", "source": " OSBE "}}
    without_mistakes(type_over(screen, cells))

    first, second = stored(app, event).lines
    assert (first.unit_price, first.quantity) == (Decimal("1234.50"), Decimal(1200))
    assert (second.actual, second.source) == (Decimal("99.90"), "OSBE")


def test_choices_and_shares_of_the_grid_are_saved_in_the_language_of_the_screen(app: Application) -> None:
    event, _budget = with_lines(app, a_line("Dreka"))
    screen = opened("budget", "sq")

    cells = {
        "category": "Udhëtimi",
        "currency": "euro",
        "kind": "në natyrë",
        "shares": "UNICEF: 40; Bashkia: 10 në natyrë",
    }
    without_mistakes(type_over(screen, {0: cells}))

    (line,) = stored(app, event).lines
    assert (line.category, line.currency, line.kind) == (BudgetCategory.TRAVEL, Currency.EUR, FundingKind.IN_KIND)
    assert line.shares == (
        BudgetShare("UNICEF", Decimal(40)),
        BudgetShare("Bashkia", Decimal(10), FundingKind.IN_KIND),
    )


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"unit_price": "shumë"}, "Line 1, column “Unit price”: “shumë” is no amount."),
        ({"actual": "-5"}, "Line 1, column “Spent”: “-5” is below 0."),
        ({"what": " "}, "Line 1, column “What”: A line has no name."),
        ({"shares": "UNICEF"}, "Line 1, column “Parts of others”: “UNICEF” is no share."),
        ({"quantity": "99999999999"}, "is not possible. Amounts lie between 0 and 1000000000."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_saved(app: Application, cells: dict[str, object], sentence: str) -> None:
    event, _budget = with_lines(app, a_line("Dreka"), a_line("Salla"))
    screen = opened("budget", "en")

    type_over(screen, {0: cells})

    assert sentence in screen.error[0].value
    assert stored(app, event).lines[0].what == "Dreka"
    type_over(screen, {1: {"note": "me TVSH"}})
    assert stored(app, event).lines[1].note == "me TVSH"


def test_the_grid_stays_while_one_types_and_is_new_after_an_undo(app: Application) -> None:
    event, _budget = with_lines(app, a_line("Dreka"))
    screen = opened("budget", "en")
    key = grid_key(screen)

    type_over(screen, {0: {"note": "a"}})
    assert grid_key(screen) == key
    app.history.undo(event.id, "budget")
    screen.run()

    assert grid_key(screen) != key


def test_ticked_lines_are_moved_and_removed(app: Application) -> None:
    event, _budget = with_lines(app, a_line("a"), a_line("b"), a_line("c"))
    screen = opened("budget", "en")

    type_over(screen, {2: {"tick": True}})
    without_mistakes(screen.button("budget_up").click().run())
    assert [line.what for line in stored(app, event).lines] == ["a", "c", "b"]
    type_over(screen, {0: {"tick": True}, 1: {"tick": True}})
    assert screen.button("budget_remove").label == "Remove 2 lines"
    without_mistakes(screen.button("budget_remove").click().run())

    assert [line.what for line in stored(app, event).lines] == ["b"]


def _add_button(screen: AppTest) -> Button:
    """The button of the form: Streamlit gives it a key of its own."""
    return next(button for button in screen.button if "budget_new" in str(button.key))


@LANGUAGES
def test_a_further_line_gets_its_category_from_its_name(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = opened("budget", language)

    screen.text_input(f"budget_new·{event.id}·what·1").set_value("Dreka e ditës së parë")
    screen.text_input(f"budget_new·{event.id}·price·1").set_value("1.250,50")
    without_mistakes(_add_button(screen).click().run())

    (line,) = stored(app, event).lines
    assert (line.category, line.unit_price, line.source) == (BudgetCategory.MEALS, Decimal("1250.50"), "")


def test_a_refused_line_stays_in_its_fields(app: Application) -> None:
    event = a_new_event(app)
    screen = opened("budget", "en")

    screen.text_input(f"budget_new·{event.id}·what·1").set_value("Salla")
    screen.text_input(f"budget_new·{event.id}·price·1").set_value("falas?")
    _add_button(screen).click().run()

    assert screen.error[0].value == "“falas?” is no amount. Write a number such as 1 234,50."
    assert screen.text_input(f"budget_new·{event.id}·price·1").value == "falas?"


def test_the_rate_is_typed_with_a_comma_and_an_impossible_one_is_refused(app: Application) -> None:
    event, _budget = with_lines(app, a_line("Salla", currency=Currency.EUR))
    screen = opened("budget", "sq")
    assert "nuk është shkruar kursi" in said(screen)

    without_mistakes(screen.text_input(f"budget·{event.id}·rate").set_value("97,350").run())
    assert stored(app, event).rate == Decimal("97.35")
    screen.text_input(f"budget·{event.id}·rate").set_value("shumë").run()

    assert "“shumë” nuk është kurs" in screen.error[0].value


@LANGUAGES
def test_the_picture_by_category_says_its_finding_and_keeps_the_order(app: Application, language: str) -> None:
    with_lines(app, a_line("Dreka", "300", actual=Decimal(400)), a_line("Salla", "100", category=BudgetCategory.VENUE))
    screen = opened("budget", language)
    screen.session_state["budget_shape"] = "category"
    without_mistakes(screen.run())

    (rows,) = charts(screen)
    assert [list(row.values())[1:3] for row in rows] == [[100.0, 0.0], [300.0, 400.0]]
    over = {"sq": "Mbi plan: Ushqimi dhe kafeja (me 100", "en": "Over plan: Meals and coffee (by ALL\u00a0100)."}[
        language
    ]
    assert over in said(screen)


def test_a_pasted_table_is_shown_first_and_saved_on_yes(app: Application) -> None:
    event = a_new_event(app)
    form = opened_form("budget_import", "paste_form", "en")

    form.text_area("budget_pasted").set_value("Zëri\tSasia\tÇmimi\nSalla\t2\t150,50 €\nDreka\tx\t3\nTotali\t\t\n").run()
    assert stored(app, event).lines == ()
    without_mistakes(form.button("budget_import_save").click().run())

    (line,) = stored(app, event).lines
    assert (line.what, line.quantity, line.unit_price, line.currency) == (
        "Salla",
        Decimal(2),
        Decimal("150.50"),
        Currency.EUR,
    )
