"""The formulas of the budget's workbook: the same sums as ``planning.budget_sums``, so that people can go on in Excel.

Rows are found by their hidden id, never by their place: a sheet may be sorted and filtered. Texts are compared with
``=``, which knows no wildcards and no difference between small and capital letters.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.budget import Budget, Currency, FundingKind
from facilitation.exchange.spreadsheet import FIRST_ROW, FORBIDDEN_IN_TITLE, formula_text
from facilitation.i18n.budget_words import currency_label, funding_label
from facilitation.i18n.translator import Translator

RATE = "$D$3"


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one sheet."""

    name: str
    last: int

    def column(self, letter: str) -> str:
        """A whole column of the rows, to be named from any sheet."""
        title = FORBIDDEN_IN_TITLE.sub(" ", self.name)[:31]
        return f"'{title}'!${letter}${FIRST_ROW}:${letter}${self.last}"

    def cell(self, place: str) -> str:
        """One cell, to be named from any sheet."""
        title = FORBIDDEN_IN_TITLE.sub(" ", self.name)[:31]
        return f"'{title}'!{place}"


@dataclass(frozen=True, slots=True)
class Book:
    """What the formulas need to know: the two sheets of rows, and the words of cells they compare with."""

    lines: Grid
    parts: Grid
    foreign: str
    turn: str
    cash: str
    in_kind: str

    @classmethod
    def of(cls, budget: Budget, _: Translator) -> Book:
        """The workbook of a budget."""
        lines = max(len(budget.lines), 1)
        parts = max(sum(1 + len(line.shares) for line in budget.lines), 1)
        is_lek = budget.currency is Currency.ALL
        return cls(
            lines=Grid(_("Budget"), FIRST_ROW + lines - 1),
            parts=Grid(_("Who bears what"), FIRST_ROW + parts - 1),
            foreign=formula_text(currency_label(Currency.EUR if is_lek else Currency.ALL, _)),
            turn="*" if is_lek else "/",
            cash=formula_text(funding_label(FundingKind.CASH, _)),
            in_kind=formula_text(funding_label(FundingKind.IN_KIND, _)),
        )

    def line_formulas(self, row: int) -> dict[str, str]:
        """Planned, actual, difference, parts of others and what is missing."""
        parts = f"SUMPRODUCT(--({self.parts.column('A')}=A{row}),--ISNUMBER({self.parts.column('F')}),"
        missing = f'IF(L{row}="",H{row}-N{row},MIN(0,H{row}-N{row}))'
        return {
            "G": f"=ROUND(D{row}*E{row},2)",
            "H": f"={self._turned(f'G{row}', f'F{row}', RATE)}",
            "J": f'=IF(I{row}="","",{self._turned(f"ROUND(I{row},2)", f"F{row}", RATE)})',
            "K": f'=IF(AND(ISNUMBER(J{row}),ISNUMBER(H{row})),J{row}-H{row},"")',
            "N": f"={parts}{self.parts.column('G')})",
            "O": f"=IF(ISNUMBER(H{row}),{missing},0)",
        }

    def share_formulas(self, row: int, first: int) -> dict[str, str]:
        """A fixed part: it pays first, after the parts before it."""
        amount = self._turned(f"ROUND(F{row},2)", self._of_line(row, "F"), self.lines.cell(RATE))
        left = f"{self._number(row, 'J')}{self._before('H', first, row)}"
        return {
            "B": f"={self._of_line(row, 'B')}",
            "C": f"={self._of_line(row, 'C')}",
            "G": f"=IF(ISNUMBER({self._of_line(row, 'H')}),{amount},0)",
            "H": f"=MAX(0,MIN(G{row},{left}))",
            "I": self._open(row),
        }

    def rest_formulas(self, row: int, first: int) -> dict[str, str]:
        """What the source of the line bears, or nobody yet."""
        rest = f"{self._number(row, 'H')}{self._before('G', first, row)}"
        return {
            "B": f"={self._of_line(row, 'B')}",
            "C": f"={self._of_line(row, 'C')}",
            "D": f'={self._of_line(row, "L")}&""',
            "E": f"={self._of_line(row, 'M')}",
            "G": f'=IF(D{row}="",{rest},MAX(0,{rest}))',
            "H": f"={self._number(row, 'J')}{self._before('H', first, row)}",
            "I": self._open(row),
        }

    def group_formulas(self, row: int, by: str, *, is_nobody: bool) -> dict[str, str]:
        """The sums of the parts whose column ``by`` has the name in column A; of all without a source for nobody."""
        if is_nobody:
            return self._nobody(row)
        match, parts = f"({self.parts.column(by)}=$A{row})", self.parts
        borne = f'{match}*({parts.column("D")}<>"")'
        planned = f"SUMPRODUCT(--{match},{parts.column('G')})"
        if by == "B":
            planned = f"SUMPRODUCT(--({self.lines.column('B')}=$A{row}),{self.lines.column('H')})"
        return {
            "B": f"={planned}",
            "C": f"=SUMPRODUCT({borne}*({parts.column('E')}={self.cash}),{parts.column('G')})",
            "D": f"=SUMPRODUCT({borne}*({parts.column('E')}={self.in_kind}),{parts.column('G')})",
            "E": f"=B{row}-C{row}-D{row}",
            "F": f"=SUMPRODUCT(--{match},{parts.column('H')})",
            "G": self._open_of(match) if by == "D" else self._open_lines(row),
            "H": f"=F{row}+G{row}-B{row}",
        }

    def _nobody(self, row: int) -> dict[str, str]:
        def left(letter: str, whole: str) -> str:
            before = f"-SUM({letter}{FIRST_ROW}:{letter}{row - 1})" if row > FIRST_ROW else ""
            return f"=SUM({self.lines.column(whole)}){before}"

        is_open = f"--NOT(ISNUMBER({self.lines.column('J')}))"
        before = f"-SUM(G{FIRST_ROW}:G{row - 1})" if row > FIRST_ROW else ""
        return {
            "B": left("B", "H"),
            "C": "=0",
            "D": "=0",
            "E": f"=B{row}",
            "F": left("F", "J"),
            "G": f"=SUMPRODUCT({is_open},{self.lines.column('H')}){before}",
            "H": f"=F{row}+G{row}-B{row}",
        }

    def _open_of(self, match: str) -> str:
        return f"=SUMPRODUCT(--{match},{self.parts.column('I')})"

    def _open_lines(self, row: int) -> str:
        is_open = f"--NOT(ISNUMBER({self.lines.column('J')}))"
        return f"=SUMPRODUCT(--({self.lines.column('B')}=$A{row}),{is_open},{self.lines.column('H')})"

    def _turned(self, amount: str, currency: str, rate: str) -> str:
        """An amount in the currency of the sums; empty without a rate."""
        turned = f'IF({rate}="","",ROUND({amount}{self.turn}{rate},2))'
        return f"IF({currency}={self.foreign},{turned},{amount})"

    def _of_line(self, row: int, letter: str) -> str:
        """A cell of the line with the id in column A."""
        return f"INDEX({self.lines.column(letter)},MATCH($A{row},{self.lines.column('A')},0))"

    def _number(self, row: int, letter: str) -> str:
        found = self._of_line(row, letter)
        return f"IF(ISNUMBER({found}),{found},0)"

    @staticmethod
    def _before(letter: str, first: int, row: int) -> str:
        """Less the rows of the same line above."""
        return f"-SUM({letter}{first}:{letter}{row - 1})" if row > first else ""

    def _open(self, row: int) -> str:
        return f"=IF(ISNUMBER({self._of_line(row, 'J')}),0,G{row})"
