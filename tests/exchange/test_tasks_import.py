"""Tasks from a list: deadlines, statuses and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange import row_reader, task_fields, tasks_import
from facilitation.exchange.import_preview import ImportPreview, ImportRemark
from facilitation.exchange.table_file import RawTable
from facilitation.exchange.tasks_import import guess_task_mapping, tasks_preview
from tests.builders import EVENT_ID, a_task, an_event, counted_ids
from tests.exchange.tables import a_table


def preview_of(table: RawTable, *existing: Task, language: str = "sq") -> ImportPreview:
    return tasks_preview(
        table,
        guess_task_mapping(table.header),
        an_event(),
        existing=existing,
        new_id=counted_ids(),
        language=language,
    )


def one_task(**cells: str) -> tuple[Task, tuple[ImportRemark, ...]]:
    """The one task of a file with these columns, and what was remarked."""
    cells = {"task": "Ftesat"} | cells
    row = preview_of(a_table([name.replace("_", " ") for name in cells], list(cells.values())), language="en").rows[0]
    assert isinstance(row.item, Task)
    return row.item, row.remarks


@pytest.mark.parametrize(
    ("header", "mapping"),
    [
        (
            "Nr;Detyra;Afati;Koha paraprake;Roli përgjegjës;Përgjegjës;Treguesi;Statusi;Kryer më;Shënim",
            {
                "no": 0, "title": 1, "due": 2, "lead": 3, "owner_role": 4, "owner": 5, "benchmark": 6, "status": 7,
                "done_on": 8, "note": 9,
            },
        ),
        (
            "D;Task;Owner role;Benchmark;Due date;Responsible person;Status;Notes",
            {
                "lead": 0, "title": 1, "owner_role": 2, "benchmark": 3, "due": 4, "owner": 5, "status": 6, "note": 7,
            },
        ),
    ],
    ids=["Albanian", "English"],
)  # fmt: skip
def test_columns_are_recognised_by_their_names(header: str, mapping: dict[str, int]) -> None:
    assert guess_task_mapping(header.split(";")) == mapping


def test_a_clean_row_is_read_as_it_stands() -> None:
    table = a_table(
        ["Detyra", "Afati", "Roli", "Përgjegjës", "Treguesi", "Statusi", "Kryer më", "Shënim"],
        ["Dërgimi i ftesave", "D-30", "Logjistika", "Zyra A", "100 %", "done", "2027-04-16", "me postë"],
    )

    preview = preview_of(table, a_task(position=4))

    assert (preview.read, preview.repaired, preview.refused) == (1, 0, 0)
    assert preview.items == (
        Task(
            id="id-1",
            event_id=EVENT_ID,
            title=Text(sq="Dërgimi i ftesave"),
            offset_days=-30,
            owner_role=Text(sq="Logjistika"),
            owner="Zyra A",
            benchmark=Text(sq="100 %"),
            status=TaskStatus.DONE,
            note="me postë",
            done_on=date(2027, 4, 16),
            position=5,
        ),
    )


def test_texts_are_taken_as_written_in_the_readers_language() -> None:
    assert one_task()[0].title == Text(en="Ftesat")


@pytest.mark.parametrize("text", ["31.12.2026", "2026-12-31", "31 dhjetor 2026"])
def test_a_date_pins_the_task_to_that_day(text: str) -> None:
    task, remarks = one_task(due=text)

    assert (task.offset_days, task.pinned_on, remarks) == (None, date(2026, 12, 31), ())


def test_a_lead_time_in_words_is_repaired_and_said() -> None:
    task, remarks = one_task(due="2 javë pas")

    values = {"column": "due", "old": "2 javë pas", "new": "D+14"}
    assert (task.offset_days, task.pinned_on) == (14, None)
    assert remarks == (ImportRemark(row_reader.UNDERSTOOD, values, "2 javë pas", "D+14"),)


def test_a_bare_number_is_days_before_only_in_the_column_for_it() -> None:
    task, remarks = one_task(days_before="30")

    assert task.offset_days == -30
    assert [(remark.from_, remark.to) for remark in remarks] == [("30", "D-30")]


def test_a_date_that_follows_from_the_lead_time_does_not_pin() -> None:
    task, _ = one_task(lead_time="D-31", due="16.04.2027")

    assert (task.offset_days, task.pinned_on) == (-31, None)


def test_a_date_that_differs_from_the_lead_time_pins() -> None:
    task, _ = one_task(lead_time="D-31", due="01.04.2027")

    assert (task.offset_days, task.pinned_on) == (-31, date(2027, 4, 1))


def test_a_task_may_have_no_deadline() -> None:
    task, remarks = one_task(due="—")

    assert (task.offset_days, task.pinned_on, remarks) == (None, None, ())


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("E planifikuar", TaskStatus.PLANNED),
        ("në proces", TaskStatus.IN_PROGRESS),
        ("e kryer", TaskStatus.DONE),
        ("✔", TaskStatus.DONE),
        ("pezulluar", TaskStatus.BLOCKED),
        ("completed", TaskStatus.DONE),
        ("", TaskStatus.PLANNED),
    ],
)
def test_a_word_for_a_status_is_understood(word: str, status: TaskStatus) -> None:
    assert one_task(status=word)[0].status is status


def test_an_unknown_status_is_kept_in_the_note() -> None:
    task, remarks = one_task(status="me vonesë", note="shih listën")

    assert (task.status, task.note) == (TaskStatus.PLANNED, "shih listën\nstatus: me vonesë")
    assert [remark.template for remark in remarks] == [row_reader.UNKNOWN_WORD]


def test_a_day_of_completion_that_is_none_is_kept_in_the_note() -> None:
    task, remarks = one_task(done_on="pranverë")

    assert (task.done_on, task.note) == (None, "done on: pranverë")
    assert [remark.template for remark in remarks] == [task_fields.NOT_A_DAY]


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (["", "D-30"], ImportRemark(tasks_import.NO_TITLE)),
        (["x" * 501, ""], ImportRemark(tasks_import.TITLE_TOO_LONG, {"limit": 500})),
        (["Ftesat", "së shpejti"], ImportRemark(tasks_import.NOT_A_DEADLINE, {"old": "së shpejti"}, "së shpejti")),
    ],
    ids=["no title", "long title", "no date"],
)
def test_a_row_that_cannot_become_a_task_is_refused(row: list[str], remark: ImportRemark) -> None:
    preview = preview_of(a_table(["Detyra", "Afati"], row))

    assert (preview.refused, preview.items, preview.rows[0].remarks) == (1, (), (remark,))


def test_a_task_of_the_checklist_is_refused_in_either_language() -> None:
    listed = a_task(title=Text(sq="Dërgimi i ftesave", en="Send the invitations"), offset_days=-30)

    preview = preview_of(
        a_table(["Task", "Due"], ["Send the invitations", "D-30"], ["Send the invitations", ""]), listed
    )

    assert [row.outcome for row in preview.rows] == ["refused", "read"]
    assert preview.rows[0].remarks == (ImportRemark(tasks_import.ALREADY_LISTED, {"title": "Send the invitations"}),)


def test_the_same_task_twice_in_the_file_is_taken_once() -> None:
    preview = preview_of(a_table(["Detyra", "Afati"], ["Ftesat", "D-30"], ["FTESAT", "30 ditë para"]))

    assert [row.outcome for row in preview.rows] == ["read", "refused"]
    assert preview.rows[1].remarks == (ImportRemark(tasks_import.TWICE, {"title": "FTESAT", "row": 2}),)


def test_without_a_column_of_tasks_nothing_is_read() -> None:
    with pytest.raises(InvalidInput) as caught:
        preview_of(a_table(["A"], ["Ftesat"]))

    assert caught.value.template == tasks_import.NO_TITLE_COLUMN
