from __future__ import annotations

from facilitation.domain.note import Note, NoteKind
from facilitation.domain.proceedings import HarvestTheme
from facilitation.domain.text import Text
from facilitation.planning.proceedings_themes import TableResult, ThemeHarvest, themes_harvested
from tests.builders import a_note

SHELTER, EMPTY = (
    HarvestTheme("shelter", Text(sq="Strehimi"), "item-1"),
    HarvestTheme("empty", Text(sq="Bosh"), "item-1"),
)
ELSEWHERE = HarvestTheme("elsewhere", Text(sq="Tjetër"), "item-2")


def a_result(text: str, theme_id: str = "", table: int | None = 1) -> Note:
    return a_note(text, kind=NoteKind.HARVEST, text=text, theme_id=theme_id, round=1, table=table)


def test_without_a_theme_that_holds_something_nothing_is_gathered() -> None:
    assert themes_harvested((EMPTY, ELSEWHERE), "item-1", (a_result("Një"),)) == ()


def test_themes_stand_with_their_line_and_results_and_the_rest_last() -> None:
    line = a_note("line", kind=NoteKind.SYNTHESIS, text="Strehë në çdo qark.", theme_id="shelter")
    notes = (a_result("Lirë"), a_result("Një strehë", "shelter", 2), line, a_result("Larg", "elsewhere", None))

    assert themes_harvested((SHELTER, EMPTY, ELSEWHERE), "item-1", notes) == (
        ThemeHarvest(SHELTER.title, "Strehë në çdo qark.", (TableResult("Një strehë", 1, 2),)),
        ThemeHarvest(Text(), "", (TableResult("Lirë", 1, 1), TableResult("Larg", 1, None))),
    )
