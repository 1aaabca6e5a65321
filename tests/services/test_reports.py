"""Minutes and reports: written by two people, parts in and out, undone, withheld while somebody could be recognised."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.proceedings import Remedy, VolumePart
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from tests.services.volumes import finished_volume

NAMED = Text(sq="Mungesën e njoftoi znj. Mirela Kashtori, 069 123 4567.")


@pytest.fixture
def meeting(app: Application) -> Event:
    """The meeting of a committee."""
    return app.events.create(NewEvent("regional-committee", Text(sq="Mbledhja"), date(2027, 5, 20), place="Shkodër"))


def words(data: bytes) -> str:
    document = Document(BytesIO(data))
    return "\n".join(text.text or "" for text in document.element.body.iter() if text.tag.endswith("}t"))


def parts(app: Application, event: Event) -> dict[str, VolumePart]:
    return {f"{part.paper}/{part.part}": part for part in app.proceedings.get(event.id).parts}


def test_the_papers_of_the_kind_of_event_come_first(app: Application, meeting: Event) -> None:
    own, others = app.reports.offered(meeting.id)

    assert own[0].key == "minutes"
    assert {outline.key for outline in own} == {"minutes", "six-month-report", "situation-analysis"}
    assert {outline.key for outline in own} | {outline.key for outline in others} == set(app.library.volumes)


def test_words_of_a_part_are_kept_in_both_languages_and_printed(app: Application, meeting: Event) -> None:
    app.reports.write(meeting.id, "minutes", "present", Text(), Text(sq="Erdhi me vonesë."))
    app.reports.write(meeting.id, "minutes", "present", Text(sq="Erdhi me vonesë."), Text("Erdhi me vonesë.", "Late."))

    assert parts(app, meeting)["minutes/present"].text == Text(sq="Erdhi me vonesë.", en="Late.")
    assert "Erdhi me vonesë." in words(app.papers.make(meeting.id, "minutes.docx", "sq"))
    assert "Late." in words(app.papers.make(meeting.id, "minutes.docx", "en"))
    assert "Late." not in words(app.papers.make(meeting.id, "six-month-report.docx", "en"))


def test_two_who_write_different_parts_keep_both_and_the_same_words_meet_a_question(
    app: Application, meeting: Event
) -> None:
    app.reports.write(meeting.id, "minutes", "present", Text(), Text(sq="E njëra"))
    app.reports.write(meeting.id, "minutes", "actions", Text(), Text(sq="Tjetra"))
    app.reports.write(meeting.id, "minutes", "present", Text(), Text(en="In English"))
    with pytest.raises(ChangedElsewhere):
        app.reports.write(meeting.id, "minutes", "present", Text(), Text(sq="Tjetër fjali"))

    assert parts(app, meeting)["minutes/present"].text == Text(sq="E njëra", en="In English")
    assert parts(app, meeting)["minutes/actions"].text == Text(sq="Tjetra")


def test_a_part_goes_out_and_comes_back_with_its_words_and_each_step_is_undone(
    app: Application, meeting: Event
) -> None:
    app.reports.write(meeting.id, "minutes", "next", Text(), Text(sq="Në Lezhë."))
    app.reports.include(meeting.id, "minutes", "next", is_in=False)
    assert parts(app, meeting)["minutes/next"].is_left_out
    assert "Në Lezhë." not in words(app.papers.make(meeting.id, "minutes.docx", "sq"))

    app.history.undo(meeting.id, "proceedings")
    assert "Në Lezhë." in words(app.papers.make(meeting.id, "minutes.docx", "sq"))
    app.history.undo(meeting.id, "proceedings")
    assert parts(app, meeting) == {}
    app.history.redo(meeting.id, "proceedings")
    assert parts(app, meeting)["minutes/next"].text == Text(sq="Në Lezhë.")


def test_nothing_is_stored_for_what_says_nothing(app: Application, meeting: Event) -> None:
    before = app.proceedings.get(meeting.id)
    app.reports.write(meeting.id, "minutes", "next", Text(), Text())
    assert app.proceedings.get(meeting.id) == before

    app.reports.include(meeting.id, "minutes", "next", is_in=False)
    app.reports.include(meeting.id, "minutes", "next", is_in=True)
    assert parts(app, meeting) == {}


@pytest.mark.parametrize(("paper", "part"), [("minuta", "present"), ("minutes", "weather")])
def test_papers_and_parts_that_are_not_there_are_refused(
    app: Application, meeting: Event, paper: str, part: str
) -> None:
    with pytest.raises(NotFound):
        app.reports.write(meeting.id, paper, part, Text(), Text(sq="Fjalë"))
    with pytest.raises(NotFound):
        app.papers.make(meeting.id, "minuta.docx", "sq")


def test_a_paper_that_leaves_waits_for_the_answers_to_its_own_texts_only(app: Application, meeting: Event) -> None:
    app.reports.write(meeting.id, "minutes", "present", Text(), NAMED)

    with pytest.raises(InvalidInput, match="Answer them under “Reports”"):
        app.papers.make(meeting.id, "minutes.docx", "sq")
    assert app.reports.is_withheld(meeting.id, "minutes")
    assert not app.reports.is_withheld(meeting.id, "six-month-report")
    assert app.anonymity.places(meeting.id) == ()
    assert app.papers.withheld(meeting.id) == ""
    assert app.papers.make(meeting.id, "six-month-report.docx", "sq")

    name, phone = (place.exposure for place in app.anonymity.places(meeting.id, "minutes"))
    app.anonymity.answer(meeting.id, name.key, Remedy.REPLACE, replacement="drejtoresha")
    app.anonymity.answer(meeting.id, phone.key, Remedy.REMOVE)

    said = words(app.papers.make(meeting.id, "minutes.docx", "sq"))
    assert "drejtoresha" in said
    assert "Kashtori" not in said
    assert "069" not in said


def test_an_open_place_in_a_note_withholds_every_paper_but_the_one_of_the_team(
    app: Application, meeting: Event
) -> None:
    item = next(item for _, item in app.agendas.get(meeting.id).items())
    app.notes.add(meeting.id, item.id, NoteKind.KEY_POINT, str(NAMED))

    withheld = {key for key in app.library.volumes if app.reports.is_withheld(meeting.id, key)}

    assert withheld == set(app.library.volumes) - {"handover-report"}
    assert app.papers.make(meeting.id, "handover-report.docx", "sq")


def test_what_was_promised_at_the_last_meeting_is_masked_in_the_minutes_of_the_next(
    app: Application, meeting: Event
) -> None:
    series = app.series.make_from(meeting.id)
    item = next(item for _, item in app.agendas.get(meeting.id).items())
    app.notes.add(meeting.id, item.id, NoteKind.COMMITMENT, f"Dërgon të dhënat. {NAMED.sq}", owner="Bashkia")
    following = app.events.create(NewEvent("regional-committee", Text(sq="Tjetra"), date(2027, 8, 20)))
    app.series.join(series.id, following.id)

    minutes = words(app.papers.make(following.id, "minutes.docx", "sq"))
    handover = words(app.papers.make(following.id, "handover-report.docx", "sq"))

    assert "Dërgon të dhënat." in minutes
    assert "Kashtori" not in minutes
    assert "069" not in minutes
    assert "Kashtori" in handover


def test_a_pack_holds_the_papers_somebody_has_begun_once_they_may_leave(
    app: Application, meeting: Event, tmp_path: Path
) -> None:
    def packed() -> set[str]:
        return {path.stem for path in app.papers.pack(meeting.id, tmp_path, "sq")} & set(app.library.volumes)

    assert packed() == set()
    app.reports.write(meeting.id, "minutes", "next", Text(), Text(sq="Në Lezhë."))
    app.reports.include(meeting.id, "charter", "lab", is_in=False)
    assert packed() == {"minutes"}
    with ZipFile(BytesIO(app.papers.in_both(meeting.id))) as both:
        assert {"sq/minutes.docx", "en/minutes.docx"} <= set(both.namelist())
    app.reports.write(meeting.id, "minutes", "present", Text(), NAMED)
    assert packed() == set()


def test_an_event_whose_series_is_gone_still_has_its_papers(app: Application, meeting: Event) -> None:
    series = app.series.make_from(meeting.id)
    assert "nr. 1 i vitit 2027" in words(app.papers.make(meeting.id, "minutes.docx", "sq"))
    app.series.remove(series.id)

    assert app.papers.make(meeting.id, "minutes.docx", "sq")


def test_a_report_is_written_and_answered_after_the_volume_became_final(app: Application, conference: Event) -> None:
    finished_volume(app, conference)
    app.reports.write(conference.id, "final-report", "summary", Text(), NAMED)

    for place in app.anonymity.places(conference.id, "final-report"):
        app.anonymity.answer(conference.id, place.exposure.key, Remedy.REMOVE)
    assert "Kashtori" not in words(app.papers.make(conference.id, "final-report.docx", "sq"))

    key = app.anonymity.places(conference.id, "final-report")[0].exposure.key
    app.anonymity.withdraw(conference.id, key)
    assert app.reports.is_withheld(conference.id, "final-report")
