"""What the checklists of the instruments wait for can be kept, whatever day the event is on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest

from facilitation.domain.instrument import Instrument
from facilitation.domain.task import CountedFrom
from facilitation.library.loader import load_library
from facilitation.planning.deadlines import due_days
from facilitation.planning.task_lines import tasks_of_lines
from facilitation.planning.working_days import is_working_day
from facilitation.settings import ROOT
from tests.builders import EVENT_ID, an_event, counted_ids

LIBRARY = load_library(ROOT / "agendas")
every_instrument = pytest.mark.parametrize("instrument", LIBRARY.instruments.values(), ids=lambda entry: entry.key)
NO_HOLIDAYS = "QQ"


def links(instrument: Instrument) -> list[tuple[str, str]]:
    """What waits for what, by the first words of the titles."""
    titles = {line.key: _first_words(line.title.en) for line in instrument.tasks}
    return [(titles[link.key], _first_words(line.title.en)) for line in instrument.tasks for link in line.waits_for]


def _first_words(title: str) -> str:
    return " ".join(title.split()[:3]).rstrip(",;:")


def test_the_conference_sends_its_invitations_after_the_agenda_and_trains_with_the_guide() -> None:
    found = links(LIBRARY.instruments["national-conference"])

    assert ("Send the consultation", "Synthesis of the") in found
    assert ("Agenda, second version", "Send the invitations") in found
    assert ("Facilitators’ guide ready", "Train all facilitators") in found
    assert ("Agree on the", "Practice of the") in found


@pytest.mark.parametrize(
    ("key", "offsets"),
    [("regional-committee", [-45, -30, -7]), ("technical-table", [-45, -30])],
)
def test_reports_of_the_half_year_count_from_its_end(key: str, offsets: list[int]) -> None:
    lines = [line for line in LIBRARY.instruments[key].tasks if line.counted_from is CountedFrom.HALF_YEAR]

    assert [line.offset_days for line in lines] == offsets
    assert all(line.title.en.startswith("Half-year") for line in lines)


@pytest.mark.parametrize("key", ["regional-committee", "technical-table"])
def test_minutes_go_out_within_five_working_days(key: str) -> None:
    minutes = [line for line in LIBRARY.instruments[key].tasks if line.is_working_days]

    assert [(line.offset_days, line.title.en.split()[0]) for line in minutes] == [(5, "Minutes")]


@every_instrument
@pytest.mark.parametrize("days", range(14))
def test_what_is_done_on_its_day_leaves_what_waits_for_it_its_time(instrument: Instrument, days: int) -> None:
    """Weekends alone never bring two of them onto the same day; a row of holidays may, and then the plan says so."""
    tasks, starts_on = tasks_of_lines(instrument.tasks, EVENT_ID, counted_ids()), date(2027, 1, 1)
    event = an_event(starts_on=starts_on + timedelta(days=days), day_count=instrument.day_count, country=NO_HOLIDAYS)
    due = due_days(tasks, event)
    for task in tasks:
        for link in task.waits_for:
            before, after = due[link.task_id] or date.max, due[task.id] or date.min
            needed = link.lag_days + task.work_days - (not is_working_day(after, NO_HOLIDAYS))
            assert _working_days(before, after) >= needed, task.title.en


def _working_days(before: date, after: date) -> int:
    """Working days after a day up to and with another one."""
    days = (before + timedelta(days=n) for n in count(1))
    return sum(is_working_day(next(days), NO_HOLIDAYS) for _ in range((after - before).days))
