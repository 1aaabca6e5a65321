from __future__ import annotations

from facilitation.domain.note import NoteKind
from facilitation.planning.note_sources import missing_sources, synthesis_of, table_results
from tests.builders import a_note


def test_a_synthesis_line_is_flagged_for_each_note_it_lost() -> None:
    there = a_note("note-1", kind=NoteKind.HARVEST)
    whole = a_note("sum-1", kind=NoteKind.SYNTHESIS, source_note_ids=("note-1",))
    weak = a_note("sum-2", kind=NoteKind.SYNTHESIS, source_note_ids=("note-1", "note-2", "note-3"))
    commitment = a_note("promise", kind=NoteKind.COMMITMENT, source_note_ids=("note-2",))

    assert missing_sources((there, whole, weak, commitment)) == {"sum-2": 2}


def test_the_results_of_a_theme_stand_by_round_and_table() -> None:
    late = a_note("late", kind=NoteKind.HARVEST, theme_id="theme", round=2, table=1)
    early = a_note("early", kind=NoteKind.HARVEST, theme_id="theme", round=1, table=2)
    free = a_note("free", kind=NoteKind.HARVEST, round=1, table=1)

    assert table_results((late, early, free), "theme") == (early, late)
    assert table_results((late, early, free), "") == (free,)


def test_the_first_line_of_a_theme_is_its_synthesis() -> None:
    first = a_note("first", kind=NoteKind.SYNTHESIS, theme_id="theme", position=1)
    second = a_note("second", kind=NoteKind.SYNTHESIS, theme_id="theme", position=2)

    assert synthesis_of((second, first), "theme") == first
    assert synthesis_of((second, first), "other") is None
