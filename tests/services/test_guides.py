"""The guide belongs to the event: its pages keep their words whatever happens to the agenda, and times follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from facilitation.domain.agenda import AgendaItem, ItemKind, Layout
from facilitation.domain.event import Event
from facilitation.domain.guide import GuideSheet
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.guide_outline import timed_steps
from facilitation.services.application import Application

OWN = Text(sq="Fjalët tona", en="Our own words")


def an_item_of(app: Application, event: Event, kind: ItemKind) -> AgendaItem:
    return next(item for _day, item in app.agendas.get(event.id).items() if item.kind is kind)


def timed(app: Application, event: Event, item_id: str) -> TimedItem:
    entries = timed_items(app.agendas.get(event.id), event.starts_on)
    return next(entry for entry in entries if entry.item.id == item_id)


@pytest.fixture
def edited(app: Application, conference: Event) -> GuideSheet:
    """The page of the panel after an edit of every kind of field."""
    item = an_item_of(app, conference, ItemKind.PANEL)
    seen = app.guides.get(conference.id).sheet(item.id)
    first, *others = seen.steps
    wanted = replace(
        seen, question=OWN, layout=Layout.U_SHAPE, logistics=OWN, steps=(replace(first, words=OWN), *others)
    )
    return app.guides.edit_sheet(conference.id, seen, wanted)


def test_moving_a_session_keeps_its_page_and_moves_the_times_of_its_steps(
    app: Application, conference: Event, edited: GuideSheet
) -> None:
    item_id = edited.item_id
    app.agendas.start_day(conference.id, day=1, starts_at=time(10))
    app.agendas.move_item(conference.id, item_id, by=-1)
    app.agendas.move_to_day(conference.id, item_id, day=2)

    sheet, entry = app.guides.get(conference.id).sheet(item_id), timed(app, conference, item_id)

    assert sheet == edited
    steps = timed_steps(sheet, entry)
    assert (entry.day, steps[0].starts_at) == (2, entry.starts_at)
    assert steps[-1].ends_at == entry.starts_at + sum((step.duration for step in sheet.steps), timedelta())


def test_another_length_keeps_the_page_until_somebody_fits_the_steps(
    app: Application, conference: Event, edited: GuideSheet
) -> None:
    item = an_item_of(app, conference, ItemKind.PANEL)
    app.agendas.edit_item(conference.id, item, replace(item, duration=timedelta(minutes=40), questions=timedelta()))

    assert app.guides.get(conference.id).sheet(item.id) == edited
    fitted = app.guides.fit_steps(conference.id, item.id)
    assert [step.words for step in fitted.steps] == [step.words for step in edited.steps]
    assert sum(step.minutes for step in fitted.steps) == 40


def test_dividing_and_joining_again_gives_the_page_back(
    app: Application, conference: Event, edited: GuideSheet
) -> None:
    second = app.agenda_pieces.divide(conference.id, edited.item_id, after_minutes=20)
    divided = app.guides.get(conference.id)
    assert {divided.sheet(name).layout for name in (edited.item_id, second.id)} == {Layout.U_SHAPE}
    assert divided.sheet(second.id).question == divided.sheet(edited.item_id).question == OWN

    app.agenda_pieces.join(conference.id, edited.item_id)

    joined = app.guides.get(conference.id).sheet(edited.item_id)
    same = replace(joined, steps=edited.steps)
    assert same == edited
    assert sum(step.minutes for step in joined.steps) == sum(step.minutes for step in edited.steps)


def test_a_removed_session_comes_back_with_its_page(app: Application, conference: Event, edited: GuideSheet) -> None:
    app.agendas.remove_item(conference.id, edited.item_id)
    app.history.undo(conference.id, "agenda")

    assert app.agendas.get(conference.id).item(edited.item_id) is not None
    assert app.guides.get(conference.id).sheet(edited.item_id) == edited


def test_a_doubled_session_has_all_of_the_page(app: Application, conference: Event, edited: GuideSheet) -> None:
    copy = app.agenda_pieces.duplicate(conference.id, edited.item_id)

    sheet = app.guides.get(conference.id).sheet(copy.id)
    assert replace(sheet, item_id=edited.item_id, steps=edited.steps) == edited


def test_a_method_brings_its_layout_and_leaves_what_it_does_not_speak_of(
    app: Application, conference: Event, edited: GuideSheet
) -> None:
    after = app.guides.use_method(conference.id, edited.item_id, "gallery_walk")

    assert after.layout is Layout.OPEN_FLOOR
    assert (after.question, after.logistics, after.interpretation) == (OWN, OWN, edited.interpretation)


def test_two_people_change_the_layout_and_a_text_of_one_page(
    app: Application, conference: Event, edited: GuideSheet
) -> None:
    app.guides.edit_sheet(conference.id, edited, replace(edited, layout=Layout.CIRCLE))

    both = app.guides.edit_sheet(conference.id, edited, replace(edited, equipment=OWN))

    assert (both.layout, both.equipment) == (Layout.CIRCLE, OWN)


def test_the_room_is_drawn_for_the_screen_and_told(app: Application, conference: Event, edited: GuideSheet) -> None:
    record = app.events.record(conference.id)
    rest = an_item_of(app, conference, ItemKind.BREAK)

    drawn = app.guides.room_picture(record, edited.item_id, "sq")

    assert drawn is not None
    assert (drawn.png[:4], drawn.line in drawn.sentence) == (b"\x89PNG", True)
    assert drawn.line.startswith("Në formë U · ")
    assert app.guides.room_picture(record, rest.id, "sq") is None


def test_every_new_conference_has_its_rooms_its_behaviours_and_its_techniques(app: Application) -> None:
    for key, instrument in app.library.instruments.items():
        titles = {element.title.en for element in instrument.guide_elements}
        assert (key, {"Seven behaviours of a facilitator", "Eight techniques"} - titles) == (key, set())
        assert any(item.sheet.layout for day in instrument.days for item in day.items)


def test_the_papers_of_the_guide_are_made_by_name(app: Application, conference: Event) -> None:
    for name in ("run-of-show.docx", "pocket-cards.docx", "guides.docx", "training-plan.docx"):
        assert app.papers.make(conference.id, name, "sq")[:2] == b"PK"
