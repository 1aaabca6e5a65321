"""The budget on one page."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitation.documents.budget_word import budget_docx
from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, Currency, FundingKind
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import LANGUAGES, Translator
from tests.builders import EVENT_ID, a_budget, a_record, an_event, some_participations
from tests.documents.conference import a_conference
from tests.documents.reading import STAMP, outline
from tests.programs import need


def lines(budget: Budget, **parts: object) -> list[str]:
    return outline(budget_docx(a_record(budget=budget, **parts), Translator("en"), STAMP)).splitlines()


def a_large_budget(count: int) -> EventRecord:
    """So many lines of every category, with long names of sources and a long note."""
    categories = list(BudgetCategory)
    rows = tuple(
        BudgetLine(
            f"line-{number}",
            categories[number % len(categories)],
            f"Zëri numër {number} me një emër të gjatë",
            Decimal(number),
            Decimal("123.45"),
            list(Currency)[number % 2],
            Decimal(2000) if number % 3 else None,
            list(FundingKind)[number % 2],
            f"Zyra e Koordinatorit Kombëtar të Punëve me Donatorët {number % 17}" if number % 5 else "",
        )
        for number in range(1, count + 1)
    )
    return a_record(budget=Budget(EVENT_ID, rate=Decimal("97.35"), lines=rows, note="Fjalë për ekipin. " * 60))


def test_categories_show_plan_spent_open_and_difference_and_add_up() -> None:
    found = outline(budget_docx(a_conference(3), Translator("en"), STAMP)).splitlines()
    start = found.index("(table: The budget by category, in lek)")

    assert found[start + 1 : start + 9] == [
        "| Category | Plan | Spent | Still open | Difference |",
        "| Venue | 120,000.00 | 0.00 | 120,000.00 | 0.00 |",
        "| Meals and coffee | 205,200.00 | 212,000.00 | 0.00 | +6,800.00 |",
        "| Fees | 176,000.00 | 0.00 | 176,000.00 | 0.00 |",
        "| Interpretation | 68,242.35 | 0.00 | 68,242.35 | 0.00 |",
        "| Printing and materials | 45,360.00 | 41,300.00 | 0.00 | −4,060.00 |",
        "| Accessibility | 15,000.00 | 0.00 | 15,000.00 | 0.00 |",
        "| In all | 629,802.35 | 253,300.00 | 379,242.35 | +2,740.00 |",
    ]


def test_sources_show_cash_and_kind_with_what_nobody_bears() -> None:
    found = outline(budget_docx(a_conference(3), Translator("en"), STAMP)).splitlines()
    start = found.index("(table: The budget by source, in lek)")

    assert found[start + 1 : start + 7] == [
        "| Source | In cash | In kind | Together | Spent |",
        "| Bashkia | 55,000.00 | 120,000.00 | 175,000.00 | 40,000.00 |",
        "| Organizatë ndërkombëtare | 165,200.00 | 0.00 | 165,200.00 | 172,000.00 |",
        "| Donatori | 113,602.35 | 0.00 | 113,602.35 | 41,300.00 |",
        "| Nobody yet |  |  | 176,000.00 | 0.00 |",
        "| In all | 333,802.35 | 120,000.00 | 629,802.35 | 253,300.00 |",
    ]


def test_gap_and_what_each_participant_costs_are_said() -> None:
    people = some_participations(2, days_attended=frozenset({1}))
    line = BudgetLine("line-1", BudgetCategory.MEALS, "Dreka", Decimal(1), Decimal(900), actual=Decimal(800))

    found = lines(Budget(EVENT_ID, lines=(line,)), participations=people, event=an_event(expected_people=30))

    assert "[Lead] Plan: ALL\u00a0900 · missing: ALL\u00a0900" in found
    assert (
        "[Normal] Planned per participant: ALL\u00a030 for 30 expected. "
        "Spent per participant: ALL\u00a0400 for 2 who came."
    ) in found


def test_lines_without_a_rate_are_named_under_the_tables() -> None:
    found = "\n".join(lines(replace(a_budget(), rate=None)))

    assert "Not in the sums, because no rate is typed in: “Salla”." in found


def test_an_empty_budget_says_so() -> None:
    assert lines(Budget(EVENT_ID))[-1] == "[Empty Note] The budget has no lines yet."


@pytest.mark.libreoffice
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_with_three_lines_with_thirty_and_with_three_hundred(language: str, tmp_path: Path) -> None:
    for count in (3, 30, 300):
        data = budget_docx(a_large_budget(count), Translator(language), STAMP)
        (tmp_path / f"{count}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    papers = [str(path) for path in tmp_path.glob("*.docx")]
    command = [str(need("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *papers]
    subprocess.run(command, capture_output=True, check=True, timeout=120)

    assert {path.stem: len(PdfReader(path).pages) for path in tmp_path.glob("*.pdf")} == {"3": 1, "30": 1, "300": 1}
