"""Comments that come back: read from files, once each, answered by two people, and printed for the staff."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.event import Event
from facilitation.domain.proceedings import Section, VolumeComment
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.services import volume_comments
from facilitation.services.application import Application
from facilitation.services.paper_names import papers_of
from tests.services.volumes import SUMMARY, begun_volume, commented, finished_volume, words

VOLUME = "proceedings.docx"


def came_back(app: Application, event: Event, *remarks: tuple[str, str, str]) -> bytes:
    return commented(app.papers.make(event.id, VOLUME, "sq"), *remarks)


def read_in(app: Application, event: Event, *remarks: tuple[str, str, str]) -> tuple[VolumeComment, ...]:
    read = app.volume_comments.read(event.id, [("kthyer.docx", came_back(app, event, *remarks))])
    app.volume_comments.save(event.id, read)
    return app.proceedings.get(event.id).comments


def test_our_own_volume_comes_back_with_words_and_part(app: Application, conference: Event) -> None:
    begun_volume(app, conference)

    (one,) = read_in(app, conference, (SUMMARY.sq, "Ministria e Financave", "Nga cili fond?"))

    assert (one.author, one.text, one.anchor) == ("Ministria e Financave", "Nga cili fond?", SUMMARY.sq)
    assert one.section is Section.SUMMARY
    assert (one.answer, one.is_settled) == ("", False)


def test_several_reviewers_and_the_same_file_twice(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    first = came_back(app, conference, (SUMMARY.sq, "Bashkia", "Po."))
    both = commented(first, (SUMMARY.sq, "Donatori", "Sa kushton?"))
    files = [("a.docx", first), ("b.docx", both), ("a (1).docx", first), ("c.docx", b"PK no"), ("d.pdf", b"%PDF-")]

    read = app.volume_comments.read(conference.id, files)

    assert [(file.file_name, len(file.fresh), file.known_count) for file in read] == [
        ("a.docx", 1, 0),
        ("b.docx", 1, 1),
        ("a (1).docx", 0, 1),
        ("c.docx", 0, 0),
        ("d.pdf", 0, 0),
    ]
    assert [bool(file.problem) for file in read] == [False, False, False, True, True]
    assert read[1].authors == ("Donatori",)
    assert app.volume_comments.save(conference.id, read) == 2
    assert app.volume_comments.save(conference.id, read) == 0
    assert sum(len(file.fresh) for file in app.volume_comments.read(conference.id, files)) == 0
    assert len(app.proceedings.get(conference.id).comments) == 2


def test_an_answer_outlives_reading_the_file_again(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    remark = (SUMMARY.sq, "Bashkia", "Po.")
    data = came_back(app, conference, remark)
    app.volume_comments.save(conference.id, app.volume_comments.read(conference.id, [("a.docx", data)]))
    (one,) = app.proceedings.get(conference.id).comments

    app.volume_comments.edit(conference.id, one, replace(one, answer=" U pranua. ", is_settled=True, text="tjetër"))
    app.volume_comments.save(conference.id, app.volume_comments.read(conference.id, [("a.docx", data)]))

    assert app.proceedings.get(conference.id).comments == (replace(one, answer="U pranua.", is_settled=True),)
    app.history.undo(conference.id, "proceedings")
    assert app.proceedings.get(conference.id).comments == (one,)


def test_two_who_answer_the_same_comment_see_both_texts(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    (one,) = read_in(app, conference, (SUMMARY.sq, "Bashkia", "Po."))
    app.volume_comments.edit(conference.id, one, replace(one, answer="Përgjigja e saj"))

    with pytest.raises(ChangedElsewhere):
        app.volume_comments.edit(conference.id, one, replace(one, answer="Përgjigja e tij"))
    both = app.volume_comments.edit(conference.id, one, replace(one, is_settled=True))
    assert (both.answer, both.is_settled) == ("Përgjigja e saj", True)
    app.volume_comments.remove(conference.id, [one.id])
    with pytest.raises(NotFound):
        app.volume_comments.edit(conference.id, one, replace(one, answer="tepër vonë"))


def test_what_cannot_be_read_is_said_in_a_sentence(
    app: Application, conference: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_volume(app, conference)
    plain = app.papers.make(conference.id, VOLUME, "sq")

    (empty,) = app.volume_comments.read(conference.id, [("a.docx", plain)])
    assert "no comments and no tracked changes" in str(empty.problem)
    monkeypatch.setattr(volume_comments, "LARGEST_FILE", 100)
    (large,) = app.volume_comments.read(conference.id, [("a.docx", plain)])
    assert "larger than" in str(large.problem)
    with pytest.raises(InvalidInput, match="at most 50 files"):
        app.volume_comments.read(conference.id, [("a.docx", plain)] * 51)
    monkeypatch.setattr(volume_comments, "LARGEST_FILE", 10_000_000)
    monkeypatch.setattr(volume_comments, "MOST_COMMENTS", 0)
    with pytest.raises(InvalidInput, match="more than 0 comments"):
        read_in(app, conference, (SUMMARY.sq, "Bashkia", "Po."))


def test_a_late_comment_on_a_final_volume_is_still_kept(app: Application, conference: Event) -> None:
    finished_volume(app, conference)
    before = app.papers.make(conference.id, VOLUME, "sq")

    (one,) = read_in(app, conference, (SUMMARY.sq, "Bashkia", "Vonë"))
    app.volume_comments.edit(conference.id, one, replace(one, answer="Për botimin e dytë"))

    assert app.papers.make(conference.id, VOLUME, "sq") == before


@pytest.mark.parametrize(("language", "settled"), [("sq", "Komente: 2, të mbyllura: 1."), ("en", "settled: 1.")])
def test_the_table_of_comments_says_what_was_done(
    app: Application, conference: Event, language: str, settled: str
) -> None:
    begun_volume(app, conference)
    assert "volume-comments.docx" not in papers_of(app.events.record(conference.id))
    remarks = ((SUMMARY.sq, "Bashkia", "Po."), (SUMMARY.sq, "Donatori", "Sa kushton?"))
    one, _other = read_in(app, conference, *remarks)
    app.volume_comments.edit(conference.id, one, replace(one, answer="U shtua fondi.", is_settled=True))

    said = words(app.papers.make(conference.id, "volume-comments.docx", language))

    for text in ("Bashkia", "Donatori", "Sa kushton?", "U shtua fondi.", SUMMARY.sq, settled):
        assert text in said
    assert "volume-comments.docx" in papers_of(app.events.record(conference.id))


def test_names_of_reviewers_are_not_in_the_volume(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    read_in(app, conference, (SUMMARY.sq, "Znj. Lirije Dushaj", "Telefononi 069 123 4567"))
    assert app.anonymity.places(conference.id) == ()
    assert "Dushaj" not in words(app.papers.make(conference.id, VOLUME, "sq"))


def test_comments_travel_with_the_archive(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    (one,) = read_in(app, conference, (SUMMARY.sq, "Bashkia", "Po."))
    app.distribution.add(conference.id, [])
    copy = app.archives.open(app.archives.export(conference.id))

    (kept,) = app.proceedings.get(copy.id).comments
    assert replace(kept, id=one.id) == one
    assert app.proceedings.get(copy.id).text(Section.SUMMARY) == Text(sq=SUMMARY.sq, en=SUMMARY.en)
