"""The checklist on paper."""

from __future__ import annotations

from datetime import date

from facilitation.documents.checklist_word import checklist_docx
from facilitation.domain.task import Task, TaskStatus
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
    assert lines(a_task(pinned_on=date(2027, 3, 1)))[-2].endswith("| Late · Planned |")


def test_no_tasks_is_said() -> None:
    assert lines()[-1] == "[Empty Note] No tasks have been written down yet."
