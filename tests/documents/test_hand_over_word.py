"""The sheet by which tasks change hands."""

from __future__ import annotations

from datetime import date, datetime

from facilitation.documents.hand_over_word import hand_over_docx
from facilitation.domain.attachment import Attachment
from facilitation.domain.task import Comment, Task, TaskStatus
from facilitation.i18n.translator import Translator
from facilitation.planning.role_owners import HandOver
from tests.builders import a_record, a_task
from tests.documents.reading import STAMP, outline


def lines(*tasks: Task, wanted: HandOver | None = None) -> list[str]:
    return outline(hand_over_docx(a_record(tasks=tasks), Translator("en"), STAMP, wanted)).splitlines()


def headings(found: list[str]) -> list[str]:
    return [line for line in found if line.startswith(("[Heading", "---"))]


def test_an_open_task_is_handed_over_with_its_day_state_proof_last_comment_and_deputy() -> None:
    first = Comment("c1", "Zyra B", datetime(2027, 3, 1, 9), "Kemi dy oferta.")
    last = Comment("c2", "Zyra C", datetime(2027, 3, 9, 9, 30), "Mungon nënshkrimi.")
    task = a_task(
        owner="Zyra A",
        deputy="Zyra B",
        status=TaskStatus.BLOCKED,
        blocked_by="Asnjë ofertë",
        proof="https://example.org/a",
        comments=(last, first),
    )

    found = lines(task)

    assert [line for line in found if line.startswith("| Friday")] == [
        "| Friday, 7 May 2027 | Task (en) | Blocked / Blocked by: Asnjë ofertë "
        "| https://example.org/a / Mungon nënshkrimi. / Zyra C, 9 Mar, 09:30 | Zyra B |"
    ]


def test_the_files_of_a_task_are_named() -> None:
    tasks = (a_task("t1", owner="Zyra A", proof="letra 14/2027"), a_task("t2", owner="Zyra A", status=TaskStatus.DONE))
    files = tuple(
        Attachment(name, "event", "task", subject, name, "application/pdf", 9, datetime(2027, 3, 1), "Zyra A")
        for subject, name in (("t1", "ftesa.pdf"), ("t1", "lista.pdf"), ("t2", "fatura.pdf"))
    )

    found = outline(hand_over_docx(a_record(tasks=tasks, attachments=files), Translator("en"), STAMP))

    assert "| letra 14/2027 / Files: ftesa.pdf; lista.pdf |" in found
    assert "| Task (en) | File: fatura.pdf |" in found


def test_what_was_done_is_listed_and_both_sign() -> None:
    done = a_task("t2", owner="Zyra A", status=TaskStatus.DONE, done_on=date(2027, 3, 2), proof="letra 14/2027")

    found = lines(a_task(owner="Zyra A"), done)

    assert "| Tuesday, 2 March 2027 | Task (en) | letra 14/2027 |" in found
    assert "[Lead] 1 of 2 tasks done" in found
    assert found[found.index("(table: Signatures)") :][:5] == [
        "(table: Signatures)",
        "|  | Handed over by | Taken over by |",
        "| Name | Zyra A |  |",
        "| Date |  |  |",
        "| Signature |  |  |",
    ]


def test_everybody_with_tasks_has_a_sheet_of_their_own_and_roles_have_none() -> None:
    found = headings(lines(a_task("t1", owner="Zyra B"), a_task("t2"), a_task("t3", owner="Zyra A")))

    parts = ["[Heading 2] Open tasks", "[Heading 2] Handed over and taken over"]
    assert found == ["[Heading 1] Zyra A", *parts, "--- new page ---", "[Heading 1] Zyra B", *parts]


def test_a_chosen_hand_over_holds_its_tasks_and_the_name_of_who_takes_them() -> None:
    tasks = (
        a_task("t1", title="Left out", owner="Zyra A"),
        a_task("t2", title="Own", owner="Zyra A"),
        a_task("t3", title="Stood in", owner="Zyra B", deputy="Zyra A"),
    )

    found = lines(*tasks, wanted=HandOver("Zyra A", "Zyra C", ("t2", "t3")))

    assert [line.split(" | ")[1] for line in found if line.startswith("| Friday")] == ["Own (en)", "Stood in (en)"]
    assert "| Name | Zyra A | Zyra C |" in found


def test_where_nobody_has_a_task_or_nothing_is_open_it_is_said() -> None:
    assert lines(a_task())[-1] == "[Empty Note] No task has been given to a person or office yet."
    assert "[Empty Note] Nothing is open." in lines(a_task(owner="Zyra A", status=TaskStatus.DONE))
