"""What differs between a checklist as it was sent, as it comes back and as it stands here."""

from __future__ import annotations

from facilitation.planning.checklist_difference import (
    CellChange,
    ChecklistDifference,
    ListedTask,
    TaskChange,
    checklist_difference,
)

FIELDS = ("title", "status", "owner")


def a_row(row_id: str, number: int = 0, version: int | None = 0, **cells: str) -> ListedTask:
    """A row called as its id, unless the cells say otherwise."""
    return ListedTask(row_id, {"title": row_id} | cells, number, version)


def difference(*file: ListedTask, here: tuple[ListedTask, ...], sent: tuple[ListedTask, ...] | None = None) -> object:
    return checklist_difference(file, sent, here, FIELDS)


def test_rows_that_only_moved_are_no_difference() -> None:
    rows = (a_row("a"), a_row("b"))

    assert difference(*rows[::-1], here=rows, sent=rows) == ChecklistDifference(same=2)


def test_a_field_that_was_changed_in_the_file_is_found() -> None:
    sent = (a_row("a", status="Planned", owner="x"),)
    row = a_row("a", 5, status="Done", owner="x")

    change = TaskChange(sent[0], row, (CellChange("status", "Planned", "Done", "Planned"),))
    assert difference(row, here=sent, sent=sent) == ChecklistDifference(changed=(change,))
    assert not change.cells[0].is_conflict


def test_a_field_that_was_changed_here_alone_is_kept_silently() -> None:
    sent = a_row("a", owner="x")

    assert difference(a_row("a", 5, owner="x"), here=(a_row("a", owner="y"),), sent=(sent,)) == ChecklistDifference(
        same=1
    )


def test_a_field_that_was_changed_on_both_sides_is_a_conflict_unless_they_agree() -> None:
    sent, here = (a_row("a", owner="x", status="1"),), (a_row("a", owner="y", status="2"),)
    row = a_row("a", 5, owner="z", status="2")

    cell = CellChange("owner", "x", "z", "y")
    assert difference(row, here=here, sent=sent) == ChecklistDifference(changed=(TaskChange(here[0], row, (cell,)),))
    assert cell.is_conflict


def test_without_the_rows_as_sent_the_version_tells_whether_it_may_be_a_conflict() -> None:
    here = (a_row("a", version=2, owner="y"), a_row("b", version=1, owner="y"), a_row("c", version=3, owner="y"))
    file = (a_row("a", 5, 2, owner="z"), a_row("b", 6, 0, owner="z"), a_row("c", 7, None, owner="z"))

    found = checklist_difference(file, None, here, FIELDS)

    assert [change.cells for change in found.changed] == [
        (CellChange("owner", "y", "z", "y"),),
        (CellChange("owner", None, "z", "y"),),
        (CellChange("owner", "y", "z", "y"),),
    ]
    assert [change.cells[0].is_conflict for change in found.changed] == [False, True, False]


def test_a_row_without_an_id_is_known_by_its_title_else_it_is_new() -> None:
    here = (a_row("a", title="Send the invitations"), a_row("b"))
    file = (a_row("", 5, None, title="Send the invitations"), a_row("b", 6), a_row("", 7, None, title="Halls"))

    assert difference(*file, here=here, sent=here) == ChecklistDifference(new=(file[2],), same=2)


def test_a_title_that_two_tasks_share_makes_a_row_new() -> None:
    here = (a_row("a", title="Call"), a_row("b", title="Call"))
    file = (a_row("", 5, None, title="Call"),)

    assert difference(*file, here=here, sent=()) == ChecklistDifference(new=file)


def test_a_copied_row_is_new_though_it_carries_the_id_along() -> None:
    here = (a_row("a"),)
    copy, original = a_row("a", 5, title="Another"), a_row("a", 6)

    assert difference(copy, original, here=here, sent=here) == ChecklistDifference(new=(copy,), same=1)
    assert difference(original, copy, here=here, sent=here) == ChecklistDifference(new=(copy,), same=1)


def test_a_deleted_row_is_a_removed_task_but_not_one_added_here_since() -> None:
    sent = (a_row("a"), a_row("b"))
    here = (*sent, a_row("c"))

    assert difference(a_row("a", 5), here=here, sent=sent) == ChecklistDifference(removed=(sent[1],), same=1)


def test_a_task_removed_here_is_told_of_only_where_the_file_changed_it() -> None:
    sent = (a_row("a", owner="x"), a_row("b", owner="x"))
    file = (a_row("a", 5, owner="x"), a_row("b", 6, owner="z"))

    assert difference(*file, here=(), sent=sent) == ChecklistDifference(gone=(file[1],), same=1)
