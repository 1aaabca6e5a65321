"""Checklists of one's own: saved without people and states, found, renamed, taken along and brought in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.checklist import Checklist
from facilitation.domain.event import Event
from facilitation.domain.task import TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.library.own_text import CHECKLISTS
from facilitation.services.application import Application

OURS = Text(sq="Lista jonë")


def own(app: Application, key: str) -> Checklist:
    return app.library.checklists[key]


def test_a_saved_checklist_has_every_dated_task_without_people_and_states(app: Application, conference: Event) -> None:
    first = app.tasks.list_for(conference.id)[0]
    app.tasks.edit(
        first,
        replace(first, owner="Zyra SEKRET", status=TaskStatus.DONE, note="SEKRET", proof="https://example.org/SEKRET"),
    )
    app.tasks.add(conference.id, Text(sq="Pa datë"))

    file = app.own_library.save_checklist(conference.id, OURS)

    tasks = app.tasks.list_for(conference.id)
    assert "SEKRET" not in file.content
    assert file.key == "lista-jone"
    assert [(line.title, line.offset_days, line.rule) for line in own(app, file.key).tasks] == [
        (task.title, task.offset_days, task.rule) for task in tasks if task.offset_days is not None
    ]


def test_only_the_chosen_tasks_are_saved(app: Application, conference: Event) -> None:
    chosen = app.tasks.list_for(conference.id)[3:5]

    file = app.own_library.save_checklist(conference.id, OURS, [task.id for task in chosen])

    assert [line.title for line in own(app, file.key).tasks] == [task.title for task in chosen]


def test_a_checklist_without_a_dated_task_is_not_saved(app: Application, conference: Event) -> None:
    undated = app.tasks.add(conference.id, Text(sq="Pa datë"))

    with pytest.raises(InvalidInput, match="No task with a day"):
        app.own_library.save_checklist(conference.id, OURS, [undated.id])


def test_an_own_checklist_is_renamed_taken_along_brought_in_and_removed(app: Application, conference: Event) -> None:
    file = app.own_library.save_checklist(conference.id, OURS)
    made = own(app, file.key)

    app.own_library.edit(made, replace(made, title=Text(sq="Lista e re")))
    taken = app.own_library.file_bytes(CHECKLISTS, file.key)
    app.own_library.remove(CHECKLISTS, file.key)
    assert file.key not in app.library.checklists
    brought = app.own_library.bring_in("e-jona.toml", taken)

    assert own(app, brought.key) == replace(made, key="e-jona", title=Text(sq="Lista e re"))


def test_a_shipped_checklist_can_be_copied_and_its_key_is_taken(app: Application) -> None:
    shipped = app.library.checklists["media-and-anonymity"]

    file = app.own_library.copy(shipped, OURS)

    assert own(app, file.key) == replace(shipped, key=file.key, title=OURS)
    with pytest.raises(InvalidInput, match="has “media-and-anonymity” already"):
        app.own_library.bring_in("media-and-anonymity.toml", file.content.encode())
