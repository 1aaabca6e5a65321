"""A circle of tasks is refused when it is saved, and nothing of it stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Dependency, Task
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.services.application import Application


def three_tasks(app: Application, event: Event) -> list[Task]:
    return [app.tasks.add(event.id, Text(sq=name, en=name), offset_days=-10) for name in ("Draft", "Agree", "Send")]


def test_waiting_in_a_circle_is_refused_and_names_its_tasks(app: Application, conference: Event) -> None:
    draft, agree, send = three_tasks(app, conference)
    app.tasks.edit(agree, replace(agree, waits_for=(Dependency(draft.id),)))
    app.tasks.edit(send, replace(send, waits_for=(Dependency(agree.id, 2),)))

    with pytest.raises(InvalidInput) as refused:
        app.tasks.edit(draft, replace(draft, waits_for=(Dependency(send.id),)))

    assert refused.value.values["chain"] == Text(*["“Draft” → “Send” → “Agree” → “Draft”"] * 2)
    assert app.tasks.get(draft.id).waits_for == ()


def test_counting_in_a_circle_is_refused_and_other_edits_of_its_tasks_are_not(
    app: Application, conference: Event
) -> None:
    draft, agree, _send = three_tasks(app, conference)
    counted = app.tasks.edit(agree, replace(agree, counted_from=CountedFrom.TASK, counted_from_id=draft.id))

    with pytest.raises(InvalidInput) as refused:
        app.tasks.edit(draft, replace(draft, counted_from=CountedFrom.TASK, counted_from_id=agree.id))

    assert refused.value.values["chain"] == Text(*["“Draft” → “Agree” → “Draft”"] * 2)
    assert app.tasks.edit(counted, replace(counted, note="Me shkrim")).note == "Me shkrim"
