"""Undo, redo and undo again on both databases: every stroke comes back and goes as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from facilitation.domain.agenda import Agenda
from facilitation.domain.guide import Guide
from facilitation.domain.history import Change
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.services.desk import Desk
from facilitation.services.history import History
from facilitation.storage.unit_of_work import UnitOfWorkFactory
from tests.builders import EVENT_ID, a_guide, a_sheet, a_task, an_agenda, an_event, counted_ids

START = an_agenda([30, 15])


def _moments() -> Iterator[datetime]:
    return (datetime(2027, 1, 11, 9) + timedelta(seconds=number) for number in count())


@pytest.fixture
def history(work: UnitOfWorkFactory) -> History:
    moments = _moments()
    with work() as unit:
        unit.events.save(an_event())
        unit.agendas.save(START)
        unit.guides.save(a_guide())
        unit.commit()
    return History(Desk(work, lambda: next(moments), "tester", counted_ids("change")))


def stored(history: History) -> tuple[Agenda, Guide]:
    with history.desk.reading() as unit:
        return replace(unit.agendas.get(EVENT_ID), version=0), replace(unit.guides.get(EVENT_ID), version=0)


def rename(history: History, title: str, *, with_guide: bool = False) -> None:
    """One stroke: the first session gets another title, and its page of the guide another purpose."""
    with history.desk.work() as unit:
        agenda = unit.agendas.get(EVENT_ID)
        first, *others = agenda.days[0].items
        changed = unit.agendas.save(agenda.with_day(1, (replace(first, title=Text(sq=title)), *others)))
        history.desk.note_change(unit, "edit_item", EVENT_ID, before=agenda, after=changed)
        if with_guide:
            guide = unit.guides.get(EVENT_ID)
            saved = unit.guides.save(replace(guide, sheets=(a_sheet("item-1", purpose=Text(sq=title)),)))
            history.desk.note_change(unit, "edit_guide", EVENT_ID, before=guide, after=saved)
        unit.commit()


def titles(history: History) -> str:
    return stored(history)[0].days[0].items[0].title.sq


def redo(history: History, subject: str = "agenda") -> Change | None:
    return history.redo(EVENT_ID, subject)


def undo(history: History, subject: str = "agenda") -> Change | None:
    return history.undo(EVENT_ID, subject)


def test_nothing_can_be_made_again_before_something_was_undone(history: History) -> None:
    rename(history, "A")

    assert history.can_redo(EVENT_ID, "agenda") is None
    assert redo(history) is None
    assert titles(history) == "A"


def test_undone_changes_are_made_again_one_by_one_in_their_order(history: History) -> None:
    seen = [titles(history)]
    for title in "ABC":
        rename(history, title)
        seen.append(titles(history))

    back = [titles(history) for _ in range(3) if undo(history)]
    forth = [titles(history) for _ in range(3) if redo(history)]

    assert (back, forth) == (seen[-2::-1], seen[1:])
    assert history.can_redo(EVENT_ID, "agenda") is None


def test_steps_back_and_forth_in_any_order_end_where_they_should(history: History) -> None:
    for title in "ABC":
        rename(history, title)

    for step in (undo, undo, redo, undo, undo, redo, redo):
        step(history)

    assert titles(history) == "B"
    assert history.can_redo(EVENT_ID, "agenda") is not None
    redo(history)
    assert titles(history) == "C"


def test_a_new_change_ends_the_way_forward_for_good(history: History) -> None:
    for title in "AB":
        rename(history, title)
    undo(history)
    rename(history, "C")

    assert history.can_redo(EVENT_ID, "agenda") is None
    undo(history)
    made_again = redo(history)

    assert made_again is not None
    assert titles(history) == "C"
    assert history.can_redo(EVENT_ID, "agenda") is None


def test_a_stroke_over_agenda_and_guide_goes_and_comes_as_a_whole(history: History) -> None:
    before = stored(history)
    rename(history, "A", with_guide=True)
    after = stored(history)

    undo(history)
    assert stored(history) == before
    redo(history, "guide")

    assert stored(history) == after


def test_a_stroke_is_not_made_again_over_a_newer_change_of_its_other_half(history: History) -> None:
    rename(history, "A", with_guide=True)
    undo(history)
    with history.desk.work() as unit:
        guide = unit.guides.get(EVENT_ID)
        saved = unit.guides.save(replace(guide, sheets=(a_sheet("item-1", purpose=Text(sq="New")),)))
        history.desk.note_change(unit, "edit_guide", EVENT_ID, before=guide, after=saved)
        unit.commit()

    assert history.can_redo(EVENT_ID, "agenda") is None
    assert redo(history) is None
    assert stored(history)[1] == saved_guide("New")


def saved_guide(purpose: str) -> Guide:
    return a_guide(a_sheet("item-1", purpose=Text(sq=purpose)))


def test_a_change_of_another_kind_of_thing_leaves_the_way_forward_open(history: History) -> None:
    rename(history, "A")
    undo(history)
    with history.desk.work() as unit:
        history.desk.note_change(unit, "add_task", EVENT_ID, after=unit.tasks.save(a_task()))
        unit.commit()

    redo(history)

    assert titles(history) == "A"


def test_what_was_made_and_undone_is_made_again(history: History) -> None:
    with history.desk.work() as unit:
        saved = unit.tasks.save(a_task())
        history.desk.note_change(unit, "add_task", EVENT_ID, after=saved)
        unit.commit()

    undo(history, "task")
    with history.desk.reading() as unit:
        assert unit.tasks.list_for(EVENT_ID) == ()
    redo(history, "task")

    with history.desk.reading() as unit:
        assert unit.tasks.list_for(EVENT_ID) == (saved,)


def test_what_was_removed_goes_again(history: History) -> None:
    with history.desk.work() as unit:
        saved = unit.tasks.save(a_task())
        unit.tasks.remove(saved.id)
        history.desk.note_change(unit, "remove_task", EVENT_ID, before=saved)
        unit.commit()

    undo(history, "task")
    redo(history, "task")

    with history.desk.reading() as unit:
        assert unit.tasks.list_for(EVENT_ID) == ()


def test_a_redo_keeps_what_others_changed_in_the_meantime(history: History) -> None:
    rename(history, "A")
    undo(history)
    with history.desk.work() as unit:  # somebody whose change is not in this history, such as a restored backup
        agenda = unit.agendas.get(EVENT_ID)
        first, *others = agenda.days[0].items
        unit.agendas.save(agenda.with_day(1, (replace(first, room="Salla 2"), *others)))
        unit.commit()

    redo(history)

    item = stored(history)[0].days[0].items[0]
    assert (item.title.sq, item.room) == ("A", "Salla 2")


def test_a_redo_of_something_that_is_gone_is_refused_in_its_own_words(history: History) -> None:
    with history.desk.work() as unit:
        saved = unit.tasks.save(a_task())
        after = unit.tasks.save(replace(saved, owner="Zyra"))
        history.desk.note_change(unit, "edit_task", EVENT_ID, before=saved, after=after)
        unit.commit()
    undo(history, "task")
    with history.desk.work() as unit:
        unit.tasks.remove(saved.id)
        unit.commit()

    with pytest.raises(InvalidInput, match="cannot be made again"):
        redo(history, "task")


def test_the_history_says_who_went_back_and_forth(history: History) -> None:
    rename(history, "A")
    undo(history)
    redo(history)

    assert [(change.verb, change.actor) for change in history.list_for(EVENT_ID)] == [
        ("redo", "tester"),
        ("undo", "tester"),
        ("edit_item", "tester"),
    ]
