"""Which task a cell means by a number or a title."""

from __future__ import annotations

import pytest

from facilitation.domain.task import Dependency
from facilitation.domain.text import Text
from facilitation.exchange.table_file import RawRow
from facilitation.exchange.task_references import TaskReferences
from tests.builders import a_task

ROWS = (RawRow(5, ("1", "Ftesat")), RawRow(6, ("2.", "Salla")), RawRow(7, ("", "3 dhoma")))
REFERENCES = TaskReferences.of_rows(ROWS, {"no": 0, "title": 1}, {5: "a", 6: "b", 7: "c"}).with_tasks(
    [a_task("old", title=Text(sq="Menyja", en="Menu")), a_task("other", title=Text(sq="Salla"))]
)


@pytest.mark.parametrize(
    ("text", "task_id"),
    [
        ("1", "a"),
        ("nr. 2", "b"),
        ("#2", "b"),
        ("2 Salla", "b"),
        ("SALLA", "b"),
        ("1 Salla", "b"),
        ("2 Salla e madhe", "b"),
        ("3 dhoma", "c"),
        ("menu", "old"),
        ("7", ""),
        ("Autobusi", ""),
        ("", ""),
    ],
)
def test_a_task_is_known_by_its_title_else_by_its_number(text: str, task_id: str) -> None:
    assert REFERENCES.task_id(text) == task_id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1\n2 Salla (+3)", [Dependency("a"), Dependency("b", 3)]),
        ("1, 2", [Dependency("a"), Dependency("b")]),
        ("1; Menyja +2 ditë", [Dependency("a"), Dependency("old", 2)]),
        ("Salla (-1)\nAutobusi", [Dependency("b", -1), "Autobusi"]),
        ("", []),
    ],
)
def test_tasks_that_are_waited_for_have_their_days_between(text: str, found: list[Dependency | str]) -> None:
    assert list(REFERENCES.dependencies(text)) == found
