"""Due days worked out by hand with a calendar on the wall and the laws on public holidays, 2026 to 2028.

Each row: country, first day of the event (one day long unless said), how the task counts, the day it is due, and why.
Albania and Kosovo give the next working day for a holiday on a Saturday or Sunday; Easter is the Sunday in Albania and
Kosovo, the Monday in North Macedonia; the clock changes on the last Sunday of March and October.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitation.domain.task import CountedFrom
from facilitation.planning.deadlines import due_day
from tests.builders import a_task, an_event

Row = tuple[str, str, int | dict[str, Any], str, str]
FIRST, LAST, HALF = CountedFrom.FIRST_DAY, CountedFrom.LAST_DAY, CountedFrom.HALF_YEAR

ALBANIA: list[Row] = [
    ("AL", "2026-03-19", -3, "2026-03-13", "Mon 16 is given for Summer Day on Sat 14: back over the weekend to Fri"),
    ("AL", "2026-04-22", -30, "2026-03-19", "Mon 23 given for Nevruz on Sun 22; Fri 20 is Bajram: Thu"),
    ("AL", "2026-04-20", -7, "2026-04-10", "Mon 13 given for Orthodox Easter on Sun 12: Fri"),
    ("AL", "2026-03-31", 5, "2026-04-07", "Catholic Easter on Sun 5, Mon 6 given for it: forwards to Tue"),
    ("AL", "2026-06-26", -30, "2026-05-26", "Wed 27 is Kurban Bajram: Tue"),
    ("AL", "2026-12-15", -15, "2026-11-27", "Mon 30 given for Flag Day on Sat 28, Sun 29 is Liberation Day: Fri"),
    ("AL", "2026-12-15", -14, "2026-11-27", "Tue 1 December given for Liberation Day on Sun 29: four days back to Fri"),
    ("AL", "2026-11-26", 2, "2026-12-02", "Sat 28, Sun 29, and the Mon and Tue given for them: Wed"),
    ("AL", "2026-11-24", -1, "2026-11-20", "Mon 23 given for Alphabet Day on Sun 22: Fri"),
    ("AL", "2026-04-28", -30, "2026-03-27", "Sun 29 March, the clock goes forward: Fri, not a day more or less"),
    ("AL", "2026-11-24", -30, "2026-10-23", "Sun 25 October, the clock goes back: Fri"),
    ("AL", "2027-01-14", -10, "2026-12-31", "Mon 4 given for Sat 2, Fri 1 is New Year: Thu of the old year"),
    ("AL", "2027-04-27", -30, "2027-03-26", "Sun 28 March is Catholic Easter and the clock goes forward: Fri"),
    ("AL", "2027-04-28", -30, "2027-03-26", "Mon 29 given for Catholic Easter: Fri"),
    ("AL", "2027-03-08", 1, "2027-03-10", "Tue 9 is Bajram: Wed"),
    ("AL", "2027-04-14", -30, "2027-03-12", "Mon 15 given for Summer Day on Sun 14: Fri"),
    ("AL", "2027-04-21", -30, "2027-03-19", "Mon 22 is Nevruz: Fri"),
    (
        "AL",
        "2027-04-29",
        3,
        "2027-05-05",
        "Sun 2 May Orthodox Easter; Mon and Tue given for it and Labour Day on Sat: Wed",
    ),
    ("AL", "2027-05-31", -14, "2027-05-14", "Mon 17 given for Kurban Bajram on Sun 16: Fri"),
    ("AL", "2027-12-14", -14, "2027-11-26", "Tue 30 given for Flag Day on Sun 28, Mon 29 is Liberation Day: Fri"),
    ("AL", "2027-11-25", 3, "2027-12-01", "Sun 28, Mon 29, and Tue 30 given for Sun: Wed"),
    ("AL", "2027-12-01", -31, "2027-10-29", "Sun 31 October, the clock goes back: Fri"),
    ("AL", "2028-05-16", -30, "2028-04-14", "Sun 16 April is Easter of both churches: Fri"),
    ("AL", "2028-05-19", -14, "2028-05-04", "Fri 5 is Kurban Bajram: Thu"),
    ("AL", "2028-03-29", -30, "2028-02-25", "Mon 28 February, a leap year, given for Bajram on Sat 26: Fri"),
    ("AL", "2028-04-13", -30, "2028-03-13", "Tue 14 is Summer Day: Mon"),
    ("AL", "2028-04-21", -30, "2028-03-21", "Wed 22 is Nevruz: Tue"),
    ("AL", "2028-12-13", -15, "2028-11-27", "Tue 28 is Flag Day: Mon"),
    ("AL", "2028-12-13", -14, "2028-11-27", "Wed 29 is Liberation Day, Tue 28 Flag Day: Mon"),
    ("AL", "2028-04-25", -30, "2028-03-24", "Sun 26 March, the clock goes forward: Fri"),
    ("AL", "2026-11-29", 0, "2026-11-29", "the event itself is on a Sunday and holiday: people are there"),
]
NEIGHBOURS: list[Row] = [
    ("XK", "2026-03-19", -30, "2026-02-16", "Tue 17 February is Independence Day: Mon"),
    ("XK", "2026-05-12", -1, "2026-05-08", "Mon 11 given for Europe Day on Sat 9: Fri"),
    ("XK", "2026-04-23", -14, "2026-04-08", "Thu 9 April is Constitution Day: Wed"),
    ("XK", "2028-12-12", -14, "2028-11-28", "Tue 28 November is a working day there: it stays"),
    ("XK", "2027-04-21", -30, "2027-03-22", "Mon 22 March: Nevruz is no holiday there: it stays"),
    ("MK", "2026-04-27", -14, "2026-04-10", "Mon 13 is Easter Monday: Fri"),
    ("MK", "2026-06-08", -14, "2026-05-22", "Mon 25 given for Cyril and Methodius on Sun 24: Fri"),
    ("MK", "2027-06-07", -14, "2027-05-21", "Mon 24 is Cyril and Methodius: Fri"),
    ("MK", "2026-03-19", 1, "2026-03-23", "Fri 20 is Bajram, then the weekend: Mon"),
    ("ME", "2026-06-05", -14, "2026-05-20", "Fri 22 and Thu 21 are Independence Day: Wed"),
    ("ME", "2028-06-06", -14, "2028-05-19", "Tue 23 given for Sun 21, Mon 22 is the second day: Fri"),
    ("ME", "2027-04-30", 3, "2027-05-04", "Mon 3 May given for Labour Day on Sun 2: Tue"),
    ("RS", "2026-03-03", -14, "2026-02-13", "Tue 17 given for Statehood Day on Sun 15, Mon 16 its second day: Fri"),
    ("RS", "2027-04-29", 1, "2027-05-05", "Good Friday to Easter Monday, and Tue given for Labour Day: Wed"),
    ("RS", "2028-04-13", 1, "2028-04-18", "Good Friday 14 to Easter Monday 17: Tue"),
    ("RS", "2026-11-25", -14, "2026-11-10", "Wed 11 is Armistice Day: Tue"),
    ("BA", "2026-04-20", -14, "2026-04-03", "Mon 6 is Catholic Easter Monday: Fri, which is no holiday there"),
    ("BA", "2028-04-28", 3, "2028-05-03", "Mon 1 and Tue 2 May are Labour Day: Wed"),
    ("BA", "2026-06-10", -14, "2026-05-26", "Wed 27 is Kurban Bajram: Tue"),
]
OTHER_ANCHORS: list[Row] = [
    (
        "AL",
        "2026-05-20",
        {"counted_from": HALF, "offset_days": -30},
        "2026-05-29",
        "30 June less 30 is Sun 31 May: Fri",
    ),
    ("AL", "2026-05-20", {"counted_from": HALF, "offset_days": -45}, "2026-05-15", "Sat 16 May: Fri"),
    ("AL", "2026-10-08", {"counted_from": HALF, "offset_days": -30}, "2026-11-27", "Tue 1 December given: Fri"),
    ("AL", "2027-09-15", {"counted_from": HALF, "offset_days": -7}, "2027-12-24", "Fri 24 December is worked"),
    (
        "AL",
        "2027-06-30",
        {"counted_from": HALF, "offset_days": -7},
        "2027-06-23",
        "the last day is still of the first half",
    ),
    ("AL", "2027-07-01", {"counted_from": HALF, "offset_days": -30}, "2027-12-01", "Wed, of the second half"),
    ("AL", "2028-10-04", {"counted_from": HALF, "offset_days": 0}, "2028-12-29", "31 December is a Sunday: Fri"),
    (
        "AL",
        "2026-11-25",
        {"counted_from": LAST, "offset_days": 5, "is_working_days": True},
        "2026-12-04",
        "Thu 26, Fri 27; 28 to 1 are off; Wed 2, Thu 3, Fri 4",
    ),
    ("AL", "2027-03-25", {"offset_days": 5, "is_working_days": True}, "2027-04-02", "Fri; Mon 29 off; Tue to Fri"),
    ("AL", "2026-03-24", {"offset_days": -3, "is_working_days": True}, "2026-03-17", "23 and 20 off; Thu, Wed, Tue"),
    ("AL", "2027-01-05", {"offset_days": -1, "is_working_days": True}, "2026-12-31", "Mon 4 and Fri 1 are off"),
    ("RS", "2027-04-29", {"offset_days": 2, "is_working_days": True}, "2027-05-06", "30 to 4 May off; Wed 5, Thu 6"),
    ("AL", "2026-11-27", {"counted_from": FIRST, "offset_days": 2}, "2026-12-02", "Sun 29: forwards over Mon and Tue"),
    ("AL", "2026-11-30", {"counted_from": LAST, "offset_days": -1}, "2026-11-27", "Sun 29, no day of the event: Fri"),
]


@pytest.mark.parametrize(
    ("country", "starts_on", "counting", "expected"),
    [pytest.param(*row[:4], id=f"{row[0]} {row[1]}: {row[4]}") for row in (*ALBANIA, *NEIGHBOURS, *OTHER_ANCHORS)],
)
def test_the_day_is_the_one_worked_out_by_hand(
    country: str, starts_on: str, counting: int | dict[str, Any], expected: str
) -> None:
    fields = counting if isinstance(counting, dict) else {"offset_days": counting}
    event = an_event(starts_on=date.fromisoformat(starts_on), country=country)

    assert due_day(a_task(**fields), event) == date.fromisoformat(expected)


def test_a_day_of_an_event_on_a_weekend_stays() -> None:
    event = an_event(starts_on=date(2026, 11, 28), day_count=2)  # Saturday and Sunday, both holidays

    assert due_day(a_task(counted_from=LAST, offset_days=-1), event) == date(2026, 11, 28)
    assert due_day(a_task(counted_from=FIRST, offset_days=1), event) == date(2026, 11, 29)
