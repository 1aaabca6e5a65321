"""The budget's workbook: what a person finds in it, and that LibreOffice comes to the same sums."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, BudgetShare, Currency, FundingKind
from facilitation.domain.record import EventRecord
from facilitation.exchange.budget_sheet import budget_xlsx
from facilitation.i18n.budget_words import category_label
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.budget_sums import GROUP_FIELDS, GroupSum, budget_sums, per_person
from tests.builders import EVENT_ID, a_budget, a_record, an_event, some_participations
from tests.documents.conference import a_conference
from tests.programs import need

ENGLISH = Translator("en")
SHOWN = ("planned", "cash", "in_kind", "gap", "actual", "open", "difference")


def a_mixed_budget(count: int, *, currency: Currency = Currency.ALL, rate: str | None = "97.35") -> Budget:
    """Lines of every kind: shared, promised beyond need, foreign, open, spent, without a source, with odd names."""
    categories, sources = list(BudgetCategory), ("Bashkia", "bashkia", "=1+1", "A*", "", "OSBE", "<5")
    lines = []
    for number in range(count):
        shares = (
            BudgetShare("UNICEF", Decimal(number * 7), FundingKind.CASH),
            BudgetShare(sources[(number + 1) % 4], Decimal("33.33"), FundingKind.IN_KIND),
        )
        lines.append(
            BudgetLine(
                f"{number:012x}",
                categories[number % len(categories)],
                f"+{number}",
                Decimal(number % 9) + Decimal("0.5"),
                Decimal("12.34") * number,
                list(Currency)[number % 3 % 2],
                Decimal("100.01") * number if number % 4 else None,
                list(FundingKind)[number % 2],
                sources[number % len(sources)],
                shares=shares[: number % 3],
            )
        )
    return Budget(EVENT_ID, currency, Decimal(rate) if rate else None, tuple(lines))


def opened(record: EventRecord, _: Translator = ENGLISH) -> Any:
    return load_workbook(BytesIO(budget_xlsx(record, _)))


def recalculated(record: EventRecord, _: Translator, folder: Path) -> Any:
    """The workbook as LibreOffice works it out and saves it again."""
    soffice, path, out = need("soffice-calc"), folder / "budget.xlsx", folder / "out"
    path.write_bytes(budget_xlsx(record, _))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return load_workbook(out / path.name, data_only=True)


def groups_of(sheet: Any) -> dict[str, list[Decimal]]:
    """The rows of a sheet of sums, in cents, by name."""
    rows = [row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0] and row[7] is not None]
    return {row[0]: [in_cents(value) for value in row[1:8]] for row in rows}


def in_cents(value: object) -> Decimal:
    return Decimal(str(round(float(str(value)), 2))).quantize(Decimal("0.01"))


def shown(group: GroupSum) -> list[Decimal]:
    return [in_cents(getattr(group, name)) for name in SHOWN]


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("budget", "language"),
    [
        (a_mixed_budget(60), "sq"),
        (a_mixed_budget(60, currency=Currency.EUR), "en"),
        (a_mixed_budget(12, rate=None), "sq"),
        (a_budget(), "en"),
        (Budget(EVENT_ID), "sq"),
        (a_conference(3).budget, "sq"),
    ],
    ids=["lek", "euro", "without a rate", "two lines", "empty", "conference"],
)
def test_libreoffice_comes_to_the_sums_of_the_screen(budget: Budget, language: str, tmp_path: Path) -> None:
    _, sums = Translator(language), budget_sums(budget)
    record = a_record(budget=budget, participations=some_participations(4, days_attended=frozenset({1})))

    book = recalculated(record, _, tmp_path)

    lines, _parts, by_category, by_source = book.worksheets[:4]
    found, spent = groups_of(by_category), _("In all")
    assert {name: row for name, row in found.items() if any(row) and name != spent} == {
        category_label(BudgetCategory(group.name), _): shown(group) for group in sums.categories if any(shown(group))
    }
    assert found[spent] == shown(sums.total)
    assert groups_of(by_source) == {
        **{group.name: shown(group) for group in sums.sources},
        _("Nobody yet"): shown(sums.nobody),
        spent: shown(sums.total),
    }
    planned = {row[0]: row[7] for row in lines.iter_rows(min_row=5, values_only=True) if row[0]}
    assert {key: in_cents(value) for key, value in planned.items() if value not in (None, "")} == {
        entry.line.id: in_cents(entry.planned) for entry in sums.lines
    }
    facts = {row[0]: row[1] for row in by_category.iter_rows(min_row=17, values_only=True) if row[0]}
    assert [in_cents(facts[_(name)]) for name in ("Missing in all", "Promised beyond need")] == [
        in_cents(sums.gap),
        in_cents(sums.surplus),
    ]
    assert in_cents(facts[_("Planned per participant")]) == per_person(sums.total.planned, 30)
    assert in_cents(facts[_("Spent per participant")]) == per_person(sums.total.actual, 4)


@pytest.mark.parametrize("text", ["=1+1", "+355 000", "-", "@zyra", '=HYPERLINK("x")'])
def test_what_a_person_typed_stays_text(text: str) -> None:
    line = BudgetLine(
        "line-1", BudgetCategory.OTHER, text, source=text, note=text, shares=(BudgetShare(text, Decimal(1)),)
    )
    book = opened(a_record(budget=Budget(EVENT_ID, lines=(line,))))

    cells = [book.worksheets[0][place] for place in ("C5", "L5", "P5")]
    cells += [book.worksheets[1]["D5"], book.worksheets[3]["A5"]]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [(text, "s", True)] * 5


def test_paper_is_a4_landscape_with_the_total_in_print() -> None:
    for sheet in opened(a_record(budget=a_budget())).worksheets[:4]:
        setup = sheet.page_setup
        assert (int(setup.paperSize), setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A5", "$4:$4")
    sheet = opened(a_record(budget=a_budget())).worksheets[0]
    assert (sheet.print_area, sheet["C7"].value, sheet["H7"].value) == ("'Budget'!$B$1:$P$7", "In all", "=SUM(H5:H6)")


def test_the_rate_stands_in_one_cell_every_foreign_line_asks() -> None:
    sheet = opened(a_record(budget=a_budget())).worksheets[0]

    assert (sheet["C3"].value, sheet["D3"].value) == ("Lek for one euro", 97.35)
    assert sheet["H5"].value == '=IF(F5="euro",IF($D$3="","",ROUND(G5*$D$3,2)),G5)'


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_are_named_in_the_language_and_the_ids_hidden(language: str) -> None:
    _ = Translator(language)
    book = opened(a_record(budget=a_budget(), event=an_event()), _)

    assert book.sheetnames[:4] == [_("Budget"), _("Who bears what"), _("By category"), _("By source")]
    assert [book.worksheets[place].column_dimensions["A"].hidden for place in (0, 1)] == [True, True]


def test_a_workbook_of_three_hundred_lines_has_a_part_for_each_share() -> None:
    budget = replace(a_mixed_budget(300), event_id=EVENT_ID)

    book = opened(a_record(budget=budget))

    assert book.worksheets[1].max_row == 4 + sum(1 + len(line.shares) for line in budget.lines)


def test_every_sum_of_a_group_is_shown() -> None:
    assert set(GROUP_FIELDS) < set(SHOWN)
