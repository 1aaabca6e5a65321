"""Results of the tables under themes, and the line that sums up each."""

from __future__ import annotations

import pytest

from facilitation.domain.event import Event
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.proceedings import HarvestTheme
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.services.application import Application

SHELTER = Text(sq="Strehimi")


def a_result(app: Application, event: Event, text: str, theme: HarvestTheme | None = None) -> Note:
    return app.notes.add(
        event.id, "item-1", NoteKind.HARVEST, text, round=1, table=1, theme_id=theme.id if theme else ""
    )


def themes_of(app: Application, event: Event) -> tuple[HarvestTheme, ...]:
    return app.proceedings.get(event.id).themes


def test_a_theme_is_made_once_and_renamed(app: Application, conference: Event) -> None:
    theme = app.harvest_themes.add(conference.id, "item-1", SHELTER)
    assert app.harvest_themes.add(conference.id, "item-1", SHELTER) == theme

    app.harvest_themes.rename(conference.id, theme, Text(sq="Banimi"))

    assert themes_of(app, conference) == (HarvestTheme(theme.id, Text(sq="Banimi"), "item-1"),)


def test_a_theme_without_a_name_is_refused(app: Application, conference: Event) -> None:
    with pytest.raises(InvalidInput):
        app.harvest_themes.add(conference.id, "item-1", Text())


def test_a_line_rests_on_the_results_under_its_theme(app: Application, conference: Event) -> None:
    theme = app.harvest_themes.add(conference.id, "item-1", SHELTER)
    result, _other = a_result(app, conference, "Një strehë"), a_result(app, conference, "Një telefon")
    app.harvest_themes.put(result, theme.id)

    line = app.harvest_themes.sum_up(conference.id, theme, " Strehë në çdo qark. ")

    assert line is not None
    assert (line.kind, line.text, line.item_id) == (NoteKind.SYNTHESIS, "Strehë në çdo qark.", "item-1")
    assert (line.theme_id, line.source_note_ids) == (theme.id, (result.id,))


def test_a_line_written_anew_rests_on_what_is_there_now(app: Application, conference: Event) -> None:
    theme = app.harvest_themes.add(conference.id, "item-1", SHELTER)
    gone, stays = a_result(app, conference, "Një", theme), a_result(app, conference, "Dy", theme)
    line = app.harvest_themes.sum_up(conference.id, theme, "Bashkë")
    app.notes.remove(gone.id)

    again = app.harvest_themes.sum_up(conference.id, theme, "Bashkë", seen=line)

    assert again is not None
    assert (again.id, again.source_note_ids) == (line.id if line else "", (stays.id,))
    assert app.harvest_themes.sum_up(conference.id, theme, "", seen=again) is None
    assert [note.id for note in app.notes.list_for(conference.id)] == [stays.id]


def test_two_who_sum_up_the_same_theme_see_both_texts(app: Application, conference: Event) -> None:
    theme = app.harvest_themes.add(conference.id, "item-1", SHELTER)
    app.harvest_themes.sum_up(conference.id, theme, "E saj")

    with pytest.raises(ChangedElsewhere):
        app.harvest_themes.sum_up(conference.id, theme, "E tij")


def test_a_removed_theme_leaves_its_results_and_comes_back_with_undo(app: Application, conference: Event) -> None:
    theme = app.harvest_themes.add(conference.id, "item-1", SHELTER)
    result = a_result(app, conference, "Një", theme)
    app.harvest_themes.sum_up(conference.id, theme, "Bashkë")

    app.harvest_themes.remove(conference.id, theme.id)

    left = app.notes.list_for(conference.id)
    assert ([(note.id, note.theme_id) for note in left], themes_of(app, conference)) == ([(result.id, "")], ())
    with pytest.raises(NotFound):
        app.harvest_themes.put(left[0], theme.id)
    app.history.undo(conference.id, "note")
    assert themes_of(app, conference) == (theme,)
    assert [note.theme_id for note in app.notes.list_for(conference.id)] == [theme.id, theme.id]
