"""The wall calendar on paper: a page for each month, whatever stands in it."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitation.documents.wall_calendar_word import wall_calendar_docx
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task
from facilitation.domain.text import Text
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.wall_calendar import wall_calendar
from tests.builders import a_record, a_task, an_event
from tests.documents.reading import STAMP, outline, texts
from tests.programs import need

EVENT = an_event(starts_on=date(2027, 5, 20), day_count=2)
LONG = Text(
    sq="Dërgoni ftesat te të gjitha zyrat e qarkut dhe te organizatat",
    en="Send the invitations to all offices",
)


def tasks_over(count: int, days: int) -> tuple[Task, ...]:
    """So many tasks with long names, spread over the days before the event."""
    return tuple(
        a_task(
            f"task-{number}",
            title=LONG,
            owner="Zyra e Koordinatorit Kombëtar, Tiranë" if number % 2 else "",
            pinned_on=EVENT.starts_on - timedelta(days=number * 37 % days + 1),
            position=number,
        )
        for number in range(count)
    )


def lines(*tasks: Task, language: str = "en") -> list[str]:
    record = a_record(event=EVENT, tasks=tasks)
    return outline(wall_calendar_docx(record, Translator(language), STAMP)).splitlines()


@pytest.mark.parametrize(
    ("language", "head", "week"),
    [
        (
            "sq",
            "| E hënë | E martë | E mërkurë | E enjte | E premte | E shtunë | E diel |",
            "| 17 / Dita e Kurban Bajramit (ditë pushimi e … | 18 | 19 "
            "| 20 / AKTIVITETI, DITA 1 | 21 / AKTIVITETI, DITA 2 | 22 | 23 |",
        ),
        (
            "en",
            "| Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday |",
            "| 17 / Eid al-Adha (observed, estimated) | 18 | 19 | 20 / EVENT, DAY 1 | 21 / EVENT, DAY 2 | 22 | 23 |",
        ),
    ],
)
def test_days_holidays_and_the_event_are_named_in_the_language(language: str, head: str, week: str) -> None:
    found = lines(language=language)

    assert {"sq": "[Title] Maj 2027", "en": "[Title] May 2027"}[language] in found
    assert head in found
    assert [row for row in found if row.startswith("| 17")] == [week]


def test_a_day_has_its_deadlines_with_the_owner_short() -> None:
    task = a_task(title=Text(en="Print the agenda"), owner="Zyra B, Shkodër", pinned_on=date(2027, 5, 12))

    assert "| 10 | 11 | 12 / Print the agenda · Zyra B | 13 | 14 | 15 | 16 / Eid al-Adha (estimated) |" in lines(task)


def test_every_month_after_the_first_begins_a_page() -> None:
    found = lines(a_task(pinned_on=date(2027, 3, 15)))

    assert [row for row in found if row.startswith(("[Title]", "--- new"))] == [
        "[Title] March 2027",
        "--- new page ---",
        "[Title] April 2027",
        "--- new page ---",
        "[Title] May 2027",
    ]


def test_no_task_and_tasks_without_a_day_are_said() -> None:
    assert "[Detail] No tasks have been written down yet." in lines()
    assert "[Detail] 1 open task stands on no day; see the checklist." in lines(a_task(offset_days=None))


def test_an_overfull_day_goes_on_under_the_grid_and_no_task_is_lost() -> None:
    tasks = tuple(a_task(f"t{n}", title=Text(en=f"Task number {n}"), pinned_on=date(2027, 5, 12)) for n in range(20))

    found = texts(wall_calendar_docx(a_record(event=EVENT, tasks=tasks), Translator("en"), STAMP))

    shown = [words for words in found if words.startswith("Task number")]
    listed = [words for words in found if words.startswith("12. Task number")]
    assert len(shown) + len(listed) == 20
    assert f"+{len(listed)} below" in found


def test_what_even_the_list_cannot_hold_is_counted() -> None:
    found = texts(wall_calendar_docx(a_record(event=EVENT, tasks=tasks_over(300, 1)), Translator("en"), STAMP))

    listed = [words for words in found if words.startswith("19. ")]
    assert f"and {300 - len(listed)} more in the checklist" in found
    assert "+300 below" in found


@pytest.mark.libreoffice
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_is_one_page_with_no_task_with_thirty_and_with_three_hundred(language: str, tmp_path: Path) -> None:
    records: dict[str, EventRecord] = {
        f"{count}-{days}-{is_sample}": a_record(
            event=replace(EVENT, is_sample=is_sample), tasks=tasks_over(count, days)
        )
        for count, days in ((0, 1), (30, 90), (300, 240), (300, 1), (120, 31))
        for is_sample in (False, True)
    }
    for name, record in records.items():
        (tmp_path / f"{name}.docx").write_bytes(wall_calendar_docx(record, Translator(language), STAMP))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    papers = [str(path) for path in tmp_path.glob("*.docx")]
    command = [str(need("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *papers]
    subprocess.run(command, capture_output=True, check=True, timeout=240)

    assert {path.stem: len(PdfReader(path).pages) for path in tmp_path.glob("*.pdf")} == {
        name: len(wall_calendar(record.tasks, record.event)) for name, record in records.items()
    }
