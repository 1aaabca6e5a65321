"""A questionnaire as a workbook: one line a field, with lists to choose from; and filled ones read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from facilitation.domain.consultation import Question, QuestionKind, Questionnaire
from facilitation.domain.event import Event, Sector
from facilitation.domain.person import District
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.form_code import CODE, form_of_text
from facilitation.exchange.spreadsheet import (
    FIRST_ROW,
    SheetColumn,
    SheetText,
    add_hidden_rows,
    add_table,
    new_book,
    workbook_bytes,
)
from facilitation.exchange.table_grid import Grid
from facilitation.exchange.table_xlsx import xlsx_workbook
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import district_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.filled_form import (
    DISTRICT,
    ORGANISATION,
    QUOTE,
    SECTOR,
    TICKED,
    FilledForm,
    form_code,
    question_key,
)

ANSWER = "C"
HIDDEN = "tryeza"
LONGEST_LIST = 255
"""Signs: a longer list of choices cannot stand in a cell's rule."""
NO_FORM = mark(
    "“{file}” is not one of our forms, or its hidden first column was removed. Type its answers in under “Replies”, or"
    " send the form again."
)


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One line of the form: its key, what is asked, how to answer, and the only answers it takes (any, if none)."""

    key: str
    words: str
    how: str = ""
    choices: tuple[str, ...] = ()


def form_xlsx(asked: Questionnaire, event: Event, _: Translator, *, participation_id: str = "") -> bytes:
    """The form in one language; with ``participation_id`` it is that person's."""
    book = new_book()
    lines = list(form_lines(asked, _, is_personal=bool(participation_id)))
    sheet = add_table(book, _text(asked, event, _), _columns(_), [(e.key, e.words, "", e.how) for e in lines])
    for number, line in enumerate(lines, start=FIRST_ROW):
        _offer(sheet, number, line, _)
        sheet.row_dimensions[number].height = max(sheet.row_dimensions[number].height or 0, _height(line))
    add_hidden_rows(book, HIDDEN, [(form_code(asked, _.language, participation_id),)])
    return workbook_bytes(book, title=asked.title.said_in(_.language), language=_.language)


def _text(asked: Questionnaire, event: Event, _: Translator) -> SheetText:
    language = _.language
    parts = [asked.intro.said_in(language), _("Write in the column “Answer” only.")]
    if asked.closes_on:
        parts.append(_("Please answer by {day}.").format(day=day_text(asked.closes_on, language, with_year=True)))
    title = f"{asked.title.said_in(language)} – {event.title.said_in(language)}"
    refusal = _("Choose one of the values in the list.")
    return SheetText(name=_("Questionnaire"), title=title, subtitle=" ".join(parts), refusal=refusal)


def _columns(_: Translator) -> list[SheetColumn]:
    return [
        SheetColumn("id", 6, is_hidden=True),
        SheetColumn(_("Question"), 58),
        SheetColumn(_("Answer"), 58),
        SheetColumn(_("How to answer"), 26),
    ]


def _height(line: FieldLine) -> float:
    """Room to write into an open answer."""
    is_open = line.key.count(":") == 1 and line.key.startswith("q:") and not line.choices
    return 90.0 if is_open else 0.0


def form_lines(asked: Questionnaire, _: Translator, *, is_personal: bool) -> Iterator[FieldLine]:
    """Every field in the order of the form."""
    for place, question in enumerate(asked.questions, start=1):
        yield from _question_lines(place, question, _)
    if not is_personal:
        if not asked.is_anonymous:
            yield FieldLine(ORGANISATION, _("Office or organisation"))
        sectors = tuple(sector_label(sector, _) for sector in Sector)
        yield FieldLine(SECTOR, _("Sector"), choices=sectors)
        yield FieldLine(DISTRICT, _("District"), choices=tuple(district_label(entry, _) for entry in District))
    yield FieldLine(QUOTE, _("My words may be quoted, without my name."), _("x = yes, empty = no"), choices=(TICKED,))


def _question_lines(place: int, question: Question, _: Translator) -> Iterator[FieldLine]:
    star = " *" if question.is_required else ""
    words = f"{place}. {question.text.said_in(_.language)}{star}"
    choices = [choice.said_in(_.language) for choice in question.choices]
    hint = question.hint.said_in(_.language)
    if question.kind is QuestionKind.OPEN:
        yield FieldLine(question_key(question.id), words, hint or _("in your own words"))
    elif question.kind is QuestionKind.SCALE:
        ends = f" ({choices[0]} – {choices[-1]})" if len(choices) > 1 else ""
        points = tuple(str(point) for point in range(question.lowest, question.highest + 1))
        yield FieldLine(question_key(question.id), words + ends, hint or f"{points[0]}–{points[-1]}", points)
    else:
        is_rank = question.kind is QuestionKind.RANK
        numbers = tuple(str(number) for number in range(1, len(choices) + 1))
        how = _("1 = first, {last} = last; each number once.").format(last=len(choices)) if is_rank else _("x = yes")
        for number, choice in enumerate(choices):
            key = question_key(question.id, number)
            yield FieldLine(key, f"{words} – {choice}", hint or how, numbers if is_rank else (TICKED,))


def _offer(sheet: Worksheet, number: int, line: FieldLine, _: Translator) -> None:
    """The list of a line's choices, where it has one that fits into the rule of a cell."""
    listed = ",".join(choice.replace(",", " ") for choice in line.choices)
    if not line.choices or len(listed) > LONGEST_LIST:
        return
    rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    rule.error = _("Choose one of the values in the list.")
    sheet.add_data_validation(rule)
    rule.add(f"{ANSWER}{number}")


def sheet_form(data: bytes, file_name: str) -> FilledForm:
    """The fields of a workbook that came back; ``InvalidInput`` for any other file."""
    grids = xlsx_workbook(data, file_name).grids
    values = {key: text for grid in grids for key, text in _fields(grid)}
    text = "\n".join(cell for grid in grids for row in grid.rows for cell in row if CODE.search(cell))
    form = form_of_text(text, file_name, values)
    if form is None or not values:
        raise InvalidInput(NO_FORM, file=file_name)
    return form


def _fields(grid: Grid) -> Iterator[tuple[str, str]]:
    """Key and answer of every line that has a key in its first column."""
    for row in grid.rows:
        if len(row) > 2 and row[0].startswith(("q:", "own:")):
            yield row[0].strip(), row[2]
