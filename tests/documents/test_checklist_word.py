"""The checklist on paper."""

from __future__ import annotations

from datetime import date

from facilitation.documents.checklist_word import checklist_by_owner_docx, checklist_docx
from facilitation.domain.task import CountedFrom, Task, TaskPoint, TaskStatus
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_record, a_task
from tests.documents.reading import STAMP, outline


def lines(*tasks: Task) -> list[str]:
    return outline(checklist_docx(a_record(tasks=tasks), Translator("en"), STAMP)).splitlines()


def test_tasks_stand_by_their_due_day_in_four_parts() -> None:
    found = lines(
        a_task("t1", title="After", offset_days=30),
        a_task("t2", title="Second", offset_days=-3),
        a_task("t3", title="Undated", offset_days=None),
        a_task("t4", title="First", offset_days=-30),
        a_task("t5", title="During", offset_days=0),
    )

    assert [
        line.split(" | ")[2] if line.startswith("| ☐") else line for line in found if line[:3] in {"[He", "| ☐"}
    ] == [
        "[Heading 1] Before the event",
        "First (en)",
        "Second (en)",
        "[Heading 1] On the days of the event",
        "During (en)",
        "[Heading 1] After the event",
        "After (en)",
        "[Heading 1] Without a deadline",
        "Undated (en)",
    ]


def test_row_has_weekday_owner_benchmark_and_status() -> None:
    task = a_task(owner="Zyra e Shkodrës", benchmark=Text(en="4 names"), note="me shkrim", minimum_days=30)

    assert lines(task)[-2] == (
        "| ☐ | Friday, 7 May 2027 | Task (en) / me shkrim / At the latest 30 days before the event "
        "| Zyra e Shkodrës / Coordinator (en) | 4 names | Planned |"
    )


def test_done_task_is_ticked_and_counted() -> None:
    found = lines(a_task("t1", status=TaskStatus.DONE), a_task("t2"))

    assert "[Lead] 1 of 2 tasks done" in found
    assert [line[:3] for line in found if line[:3] in {"| ☐", "| ☒"}] == ["| ☒", "| ☐"]


def test_late_on_the_day_of_printing_is_said() -> None:
    found = lines(a_task("t1", pinned_on=date(2027, 3, 1)), a_task("t2", pinned_on=date(2027, 3, 25)))

    assert "[Lead] 0 of 2 tasks done · 1 task is late" in found
    assert [line.split(" | ")[-1] for line in found if line.startswith("| ☐")] == [
        "Late · Planned / 24 days late |",
        "Planned |",
    ]


def test_deputy_points_verdict_and_what_blocks_stand_in_the_row() -> None:
    task = a_task(
        owner="Zyra A",
        deputy="Zyra B",
        benchmark=Text(en="4 names"),
        is_reached=False,
        status=TaskStatus.BLOCKED,
        blocked_by="Asnjë ofertë",
        points=(TaskPoint("p1", "Salla", is_done=True), TaskPoint("p2", "Kafeja")),
    )

    assert lines(task)[-2] == (
        "| ☐ | Friday, 7 May 2027 | Task (en) / ☒ Salla / ☐ Kafeja | Zyra A / Coordinator (en) / Deputy: Zyra B "
        "| 4 names / not reached | Blocked / Blocked by: Asnjë ofertë |"
    )


def test_what_once_blocked_is_not_printed_any_more() -> None:
    assert lines(a_task(blocked_by="Asnjë ofertë"))[-2].endswith("| Planned |")


def test_a_task_counted_from_another_one_stands_at_its_day() -> None:
    follower = a_task("t2", counted_from=CountedFrom.TASK, counted_from_id="task-1", offset_days=3)

    assert [line.split(" | ")[1] for line in lines(follower, a_task()) if line.startswith("| ☐")] == [
        "Friday, 7 May 2027",
        "Monday, 10 May 2027",
    ]


def by_owner(*tasks: Task) -> list[str]:
    return outline(checklist_by_owner_docx(a_record(tasks=tasks), Translator("en"), STAMP)).splitlines()


def test_every_owner_has_a_page_by_name_and_the_tasks_of_nobody_come_last() -> None:
    found = by_owner(
        a_task("t1", owner_role=Text()),
        a_task("t2", owner="Zyra C"),
        a_task("t3", owner="Zyra A", deputy="Zyra B", status=TaskStatus.DONE),
        a_task("t4"),
        a_task("t5", owner="Zyra A", offset_days=-12),
    )

    assert [line for line in found if line.startswith(("[Heading", "[Lead", "---"))] == [
        "[Heading 1] Coordinator (en)",
        "[Lead] 0 of 1 task done · role without a person yet",
        "--- new page ---",
        "[Heading 1] Zyra A",
        "[Lead] 1 of 2 tasks done",
        "--- new page ---",
        "[Heading 1] Zyra C",
        "[Lead] 0 of 1 task done",
        "--- new page ---",
        "[Heading 1] Without an owner",
        "[Lead] 0 of 1 task done",
    ]
    assert [line for line in found if "Zyra B" in line] == ["| ☒ | Friday, 7 May 2027 | Task (en) |  | Zyra B | Done |"]


def test_no_tasks_is_said() -> None:
    assert [lines()[-1], by_owner()[-1]] == ["[Empty Note] No tasks have been written down yet."] * 2
