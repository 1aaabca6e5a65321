"""A template added to an event that has tasks: one stroke, one undo, nothing of other people lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.checklist import Checklist
from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere
from facilitation.planning.checklist_merge import Take
from facilitation.services.application import Application


def template(app: Application, key: str = "media-and-anonymity") -> Checklist:
    return next(each for each in app.checklists.templates() if each.key == key)


def test_every_checklist_and_every_instrument_is_a_template(app: Application) -> None:
    keys = [each.key for each in app.checklists.templates()]

    assert keys == [*app.library.checklists, *app.library.instruments]


def test_new_lines_stand_after_the_others_and_one_undo_takes_all_back(app: Application, conference: Event) -> None:
    before = app.tasks.list_for(conference.id)
    pairs = app.checklists.compare(conference.id, template(app))

    merge = app.checklists.apply(conference.id, pairs, {0: Take.LEAVE})

    after = app.tasks.list_for(conference.id)
    assert len(merge.added) == 9
    assert [task.title for task in after] == [task.title for task in (*before, *merge.added)]
    app.history.undo(conference.id, "task")
    assert [task.id for task in app.tasks.list_for(conference.id)] == [task.id for task in before]
    app.history.redo(conference.id, "task")
    assert len(app.tasks.list_for(conference.id)) == len(after)


def test_the_instrument_of_the_event_itself_adds_nothing(app: Application, conference: Event) -> None:
    pairs = app.checklists.compare(conference.id, template(app, conference.instrument))

    merge = app.checklists.apply(conference.id, pairs, {})

    assert merge.added == ()
    assert merge.changed == ()


def test_what_somebody_else_changed_meanwhile_is_kept_or_asked_about(app: Application, conference: Event) -> None:
    mine = app.tasks.list_for(conference.id)[0]
    line = replace(template(app).tasks[0], title=mine.title, offset_days=-50, benchmark=Text(en="two pages"))
    pairs = app.checklists.compare(conference.id, Checklist("", Text(en="Ours"), (line,)))
    app.tasks.edit(mine, replace(mine, note="theirs", benchmark=Text(sq="tjetër", en="other")))

    app.checklists.apply(conference.id, pairs, {0: Take.DAY})

    assert (app.tasks.get(mine.id).note, app.tasks.get(mine.id).offset_days) == ("theirs", -50)
    with pytest.raises(ChangedElsewhere):
        app.checklists.apply(conference.id, pairs, {0: Take.BENCHMARK})
