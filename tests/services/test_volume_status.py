"""Draft, for comment, final: who may go where, what a final volume refuses, and that its file stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.proceedings import ProceedingsPlan, Remedy, Section, VolumePart, VolumeStatus
from facilitation.domain.text import Text
from facilitation.errors import FacilitationError, InvalidInput
from facilitation.exchange import attached_file
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import Translator
from facilitation.services import attachments, kept_volumes
from facilitation.services.application import Application
from facilitation.services.photos import Place
from tests.services.conftest import Clock
from tests.services.test_photos import jpeg
from tests.services.volumes import SUMMARY, begun_volume, finished_volume, words

VOLUME = "proceedings.docx"


def test_the_way_to_final_is_written_down_with_day_name_and_note(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    app.volume_stages.ask_for_comments(conference.id, date(2027, 5, 12), " Dy javë ")
    app.volume_stages.back_to_draft(conference.id, "mungon një kapitull")
    app.volume_stages.ask_for_comments(conference.id)
    plan = app.volume_stages.finish(conference.id, "Miratuar")

    assert [(stage.status, stage.by, stage.note, stage.until) for stage in plan.stages] == [
        (VolumeStatus.FOR_COMMENT, "tester", "Dy javë", date(2027, 5, 12)),
        (VolumeStatus.DRAFT, "tester", "mungon një kapitull", None),
        (VolumeStatus.FOR_COMMENT, "tester", "", None),
        (VolumeStatus.FINAL, "tester", "Miratuar", None),
    ]
    assert plan.status is VolumeStatus.FINAL
    assert {stage.reached_at.date() for stage in plan.stages} == {date(2027, 1, 11)}
    assert app.proceedings.get(conference.id) == plan


def test_no_step_is_left_out_and_none_made_twice(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    stages = app.volume_stages

    with pytest.raises(InvalidInput, match="changed the status"):
        stages.finish(conference.id)
    with pytest.raises(InvalidInput, match="changed the status"):
        stages.back_to_draft(conference.id)
    with pytest.raises(InvalidInput, match="not final"):
        stages.new_edition(conference.id)
    with pytest.raises(InvalidInput, match="is over"):
        stages.ask_for_comments(conference.id, date(2027, 1, 10))
    stages.ask_for_comments(conference.id, date(2027, 1, 11))
    with pytest.raises(InvalidInput, match="changed the status"):
        stages.ask_for_comments(conference.id)
    stages.finish(conference.id)
    with pytest.raises(InvalidInput, match="final since"):
        stages.back_to_draft(conference.id)
    assert len(app.proceedings.get(conference.id).stages) == 2


def test_an_open_anonymity_check_stops_both_steps(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    item = next(item for _, item in app.agendas.get(conference.id).items() if item.duration)
    note = app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "Vajza Mirela Kashtori kërkoi ndihmë.")

    with pytest.raises(InvalidInput, match="may tell who somebody is"):
        app.volume_stages.ask_for_comments(conference.id)
    app.notes.remove(note.id)
    app.volume_stages.ask_for_comments(conference.id)
    app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "Vajza Mirela Kashtori kërkoi ndihmë.")
    with pytest.raises(InvalidInput, match="may tell who somebody is"):
        app.volume_stages.finish(conference.id)
    assert app.proceedings.get(conference.id).status is VolumeStatus.FOR_COMMENT
    assert app.volume_stages.kept(conference.id) == ()


def test_a_photo_nobody_answered_for_stops_the_draft_from_going_out(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    item = next(item for _, item in app.agendas.get(conference.id).items() if item.duration)
    app.photos.add(conference.id, Place(item.id), "salla.jpg", jpeg("green"))

    with pytest.raises(InvalidInput, match="may tell who somebody is"):
        app.volume_stages.ask_for_comments(conference.id)
    (place,) = app.anonymity.places(conference.id)
    app.anonymity.answer(conference.id, place.exposure.key, Remedy.KEEP, reason="vetëm fletë, asnjë njeri")
    app.volume_stages.ask_for_comments(conference.id)
    assert app.volume_stages.finish(conference.id).status is VolumeStatus.FINAL


def changes(app: Application, event: Event) -> dict[str, Callable[[], object]]:
    plan = app.proceedings.get(event.id)
    return {
        "text": lambda: app.proceedings.write(event.id, Section.SUMMARY, SUMMARY, Text(sq="tjetër")),
        "section": lambda: app.proceedings.include(event.id, Section.LESSONS, is_in=False),
        "plan": lambda: app.proceedings.edit(plan, replace(plan, sections=(Section.SUMMARY,))),
        "theme": lambda: app.harvest_themes.add(event.id, "", Text(sq="Strehimi")),
    }


@pytest.mark.parametrize("change", ["text", "section", "plan", "theme"])
def test_a_final_volume_refuses_every_change_with_a_sentence(app: Application, conference: Event, change: str) -> None:
    finished_volume(app, conference)
    before = app.proceedings.get(conference.id)

    with pytest.raises(InvalidInput) as refused:
        changes(app, conference)[change]()

    assert error_sentence(refused.value, Translator("en")) == (
        "The volume is final since 11 January 2027. Open a new edition to change it."
    )
    assert "11 janar 2027" in error_sentence(refused.value, Translator("sq"))
    assert app.proceedings.get(conference.id) == before


def test_answers_of_the_anonymity_check_are_frozen_too(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    item = next(item for _, item in app.agendas.get(conference.id).items() if item.duration)
    app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "Vajza Mirela Kashtori kërkoi ndihmë.")
    key = app.anonymity.places(conference.id)[0].exposure.key
    app.anonymity.answer(conference.id, key, Remedy.REPLACE, replacement="R-014")
    app.volume_stages.ask_for_comments(conference.id)
    app.volume_stages.finish(conference.id)

    with pytest.raises(InvalidInput, match="final since"):
        app.anonymity.withdraw(conference.id, key)
    with pytest.raises(InvalidInput, match="final since"):
        app.anonymity.answer(conference.id, key, Remedy.KEEP, reason="pa arsye")
    assert "Kashtori" not in words(app.papers.make(conference.id, VOLUME, "sq"))


def test_the_final_file_stays_as_it_was_in_both_languages(
    app: Application, conference: Event, clock: Clock, tmp_path: Path
) -> None:
    finished_volume(app, conference)
    made = {language: app.papers.make(conference.id, VOLUME, language) for language in ("sq", "en")}
    assert SUMMARY.sq in words(made["sq"])
    assert SUMMARY.en in words(made["en"])
    assert "Final, 11 January 2027" in words(made["en"])

    clock.moment += timedelta(days=40)
    item = next(item for _, item in app.agendas.get(conference.id).items() if item.duration)
    app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "Vajza Mirela Kashtori kërkoi ndihmë.")
    event = app.events.get(conference.id)
    app.events.edit(event, replace(event, title=Text(sq="Titull i ri")))

    assert {language: app.papers.make(conference.id, VOLUME, language) for language in made} == made
    assert app.papers.withheld(conference.id) == ""
    app.papers.pack(conference.id, tmp_path, "sq")
    assert (tmp_path / VOLUME).read_bytes() == made["sq"]
    with ZipFile(BytesIO(app.papers.in_both(conference.id, [VOLUME, "agenda.docx"]))) as package:
        assert package.namelist() == [f"{code}/{name}" for code in ("sq", "en") for name in (VOLUME, "agenda.docx")]
        assert package.read(f"en/{VOLUME}") == made["en"]


def test_the_kept_files_cannot_be_removed_and_travel_with_the_archive(app: Application, conference: Event) -> None:
    finished_volume(app, conference)
    first, second = app.volume_stages.kept(conference.id)
    assert (first.name, second.name) == ("proceedings-1-sq.docx", "proceedings-1-en.docx")

    with pytest.raises(InvalidInput, match="final volume"):
        app.attachments.remove(first.id)
    copy = app.archives.open(app.archives.export(conference.id))

    assert app.papers.make(copy.id, VOLUME, "en") == app.papers.make(conference.id, VOLUME, "en")
    with pytest.raises(InvalidInput, match="final since"):
        app.proceedings.include(copy.id, Section.LESSONS, is_in=False)


def test_a_new_edition_is_a_draft_and_keeps_the_files_of_the_last(
    app: Application, conference: Event, clock: Clock
) -> None:
    finished_volume(app, conference)
    app.volume_stages.new_edition(conference.id, "Gabim në tabelën 3")
    app.proceedings.write(conference.id, Section.SUMMARY, SUMMARY, Text(sq="Ndryshuar", en="Changed"))
    draft = words(app.papers.make(conference.id, VOLUME, "en"))
    assert "DRAFT" in draft
    assert "Edition 2" in draft
    assert "Changed" in draft

    clock.moment = datetime(2027, 3, 3, 9, 0)
    app.volume_stages.ask_for_comments(conference.id, date(2027, 3, 12))
    assert "FOR COMMENT until 12 March 2027" in words(app.papers.make(conference.id, VOLUME, "en"))
    app.volume_stages.finish(conference.id)

    assert "Final, 3 March 2027" in words(app.papers.make(conference.id, VOLUME, "en"))
    assert [file.name for file in app.volume_stages.kept(conference.id)] == [
        f"proceedings-{number}-{language}.docx" for number in (1, 2) for language in ("sq", "en")
    ]


def test_undo_never_reaches_behind_a_final_volume(app: Application, conference: Event) -> None:
    finished_volume(app, conference)
    app.proceedings.edit(
        plan := app.proceedings.get(conference.id), replace(plan, parts=(VolumePart("minutes", "a", SUMMARY),))
    )
    assert app.history.undo(conference.id, "proceedings")

    assert app.history.can_undo(conference.id, "proceedings") is None
    assert app.history.undo(conference.id, "proceedings") is None
    assert app.proceedings.get(conference.id).status is VolumeStatus.FINAL
    app.volume_stages.new_edition(conference.id)
    assert app.history.can_undo(conference.id, "proceedings") is None
    app.proceedings.include(conference.id, Section.LESSONS, is_in=False)
    assert app.history.undo(conference.id, "proceedings")
    assert Section.LESSONS in app.proceedings.get(conference.id).sections


def test_undo_of_another_kind_does_not_change_a_final_volume(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    item = next(item for _, item in app.agendas.get(conference.id).items() if item.duration)
    theme = app.harvest_themes.add(conference.id, item.id, Text(sq="Strehimi"))
    note = app.notes.add(conference.id, item.id, NoteKind.HARVEST, "Më shumë shtretër.", theme_id=theme.id)
    app.harvest_themes.remove(conference.id, theme.id)
    app.volume_stages.ask_for_comments(conference.id)
    plan = app.volume_stages.finish(conference.id)

    with pytest.raises(InvalidInput, match="final since"):
        app.history.undo(conference.id, "note")
    assert app.proceedings.get(conference.id) == plan
    assert next(each for each in app.notes.list_for(conference.id) if each.id == note.id).theme_id == ""


def test_the_first_change_of_a_volume_can_be_undone(app: Application, conference: Event) -> None:
    app.proceedings.include(conference.id, Section.LESSONS, is_in=False)

    assert app.history.undo(conference.id, "proceedings")
    assert app.proceedings.get(conference.id).sections == ProceedingsPlan(conference.id).sections


def test_a_volume_too_large_to_keep_is_not_finished(
    app: Application, conference: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_volume(app, conference)
    app.volume_stages.ask_for_comments(conference.id)

    monkeypatch.setattr(kept_volumes, "MAXIMUM_BYTES", 1_000)
    with pytest.raises(InvalidInput, match="Make its pictures smaller"):
        app.volume_stages.finish(conference.id)
    monkeypatch.setattr(kept_volumes, "MAXIMUM_BYTES", attached_file.MAXIMUM_BYTES)
    monkeypatch.setattr(attachments, "MOST_BYTES_OF_AN_EVENT", 10_000)
    with pytest.raises(InvalidInput, match="files of this event would have more"):
        app.volume_stages.finish(conference.id)

    assert app.proceedings.get(conference.id).status is VolumeStatus.FOR_COMMENT
    assert app.volume_stages.kept(conference.id) == ()


def test_what_changes_while_the_file_is_made_is_not_lost(
    app: Application, conference: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_volume(app, conference)
    app.volume_stages.ask_for_comments(conference.id)
    make = type(app.papers).volume

    def slow(papers: object, event_id: str, plan: object) -> object:
        app.proceedings.include(event_id, Section.LESSONS, is_in=False)
        return make(papers, event_id, plan)  # type: ignore[arg-type]

    monkeypatch.setattr(type(app.papers), "volume", slow)
    with pytest.raises(FacilitationError, match="while the final file was being made"):
        app.volume_stages.finish(conference.id)
    assert app.proceedings.get(conference.id).status is VolumeStatus.FOR_COMMENT
