"""What a very large agenda costs: its times and all findings, beside comparing every session with every other one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time, timedelta
from itertools import combinations, count
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.one_line import say
from facilitation.domain.agenda import Absence, Agenda, AgendaDay, AgendaItem, Contributor, ItemKind, Room, Window
from facilitation.domain.event import Event, Objective
from facilitation.domain.guide import Guide, GuideSheet, Step
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.library.loader import load_library
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.agenda_people_checks import check_person_overlap
from facilitation.planning.agenda_room_checks import check_room_overlap
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.agenda_under_check import people_of, under_check
from facilitation.settings import ROOT

SESSIONS, ROOMS, DAYS = 700, 35, 6
PEOPLE, SPEAKERS = 1500, 900
RUNS = 15
TARGETS = {"times_and_findings_ms": 50.0}
KINDS = (ItemKind.PLENARY, ItemKind.PANEL, ItemKind.WORKING_GROUPS)


def main() -> None:
    """Measure each part and print the line."""
    figures, naive = times_and_findings(large_record(), load_library(ROOT / "agendas").methods)
    say("agenda", figures=figures, targets=TARGETS, sessions=SESSIONS, rooms=ROOMS, days=DAYS, runs=RUNS, naive=naive)


def times_and_findings(record: EventRecord, methods: Mapping[str, Method]) -> tuple[dict[str, float], dict[str, Any]]:
    """Milliseconds for the times, and for these and all findings; and for the overlaps alone, our and the plain way."""
    timed = timed_items(record.agenda, record.event.starts_on)
    findings = agenda_findings(record, methods)
    overlapping = {found.subject for found in findings if found.code in ("person_overlap", "room_overlap")}
    assert overlapping == naive_overlaps(timed), "the plain way must find the same sessions"
    checked = under_check(record, methods)
    ours = milliseconds(lambda: [*check_person_overlap(checked), *check_room_overlap(checked)])
    plain = milliseconds(lambda: naive_overlaps(timed), runs=5)
    figures = {
        "times_ms": milliseconds(lambda: timed_items(record.agenda, record.event.starts_on)),
        "times_and_findings_ms": milliseconds(lambda: agenda_findings(record, methods)),
        "findings": float(len(findings)),
    }
    naive = {
        "what": "the overlaps of people and rooms alone, every session compared with every other one",
        "ms": plain,
        "ours_ms": ours,
        "times_slower": round(plain / ours, 1),
    }
    return figures, naive


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of some work."""
    taken = []
    for _ in range(runs):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return round(1000 * median(taken), 2)


def naive_overlaps(timed: tuple[TimedItem, ...]) -> set[str]:
    """The sessions that start while another one uses one of their people or their room."""
    by_start = sorted(timed, key=lambda entry: entry.starts_at)
    return {
        later.item.id
        for earlier, later in combinations(by_start, 2)
        if later.starts_at < earlier.ends_at and later.starts_at < later.ends_at and _share(earlier.item, later.item)
    }


def _share(one: AgendaItem, other: AgendaItem) -> bool:
    room = one.room.strip().casefold()
    same_room = bool(room) and room == other.room.strip().casefold()
    return same_room or not people_of(one).keys().isdisjoint(people_of(other))


def large_record() -> EventRecord:
    """A conference in all rooms at once; a share of its sessions breaks one rule or another."""
    numbers = count()
    days = tuple(AgendaDay(time(8, 30), tuple(_day(number, numbers))) for number in range(DAYS))
    agenda = Agenda(
        "large",
        days,
        rooms=tuple(_room(number) for number in range(ROOMS)),
        absences=tuple(_absence(number) for number in range(0, SPEAKERS, 10)),
    )
    assert sum(1 for _ in agenda.items()) == SESSIONS
    event = Event(
        id="large",
        instrument="national-conference",
        title=Text(sq="Konferenca më e madhe", en="The largest conference"),
        starts_on=date(2027, 5, 17),
        day_count=DAYS,
        expected_people=PEOPLE,
        objectives=tuple(Objective(f"objective-{number}", Text(en=f"Objective {number}")) for number in range(6)),
    )
    sheets = tuple(_sheet(item) for _, item in agenda.items())
    return EventRecord(event, agenda, Guide("large", sheets=sheets))


def _day(day: int, numbers: Iterator[int]) -> Iterator[AgendaItem]:
    """One sixth of the sessions: three blocks in all rooms with coffee between, the rest one after the other."""
    size = SESSIONS // DAYS + (day < SESSIONS % DAYS)
    yield _session(next(numbers), kind=ItemKind.OPENING)
    for block in ("morning", "noon", "afternoon"):
        for _ in range(ROOMS):
            yield _session(next(numbers), parallel=block)
        yield _session(next(numbers), kind=ItemKind.BREAK)
    for _ in range(size - 3 * (ROOMS + 1) - 2):
        yield _session(next(numbers))
    yield _session(next(numbers), kind=ItemKind.EVALUATION)


def _session(number: int, kind: ItemKind | None = None, parallel: str = "") -> AgendaItem:
    return AgendaItem(
        id=f"session-{number}",
        kind=kind or KINDS[number % len(KINDS)],
        title=Text(sq=f"Sesioni {number}", en=f"Session {number}"),
        duration=timedelta(minutes=20 if kind else 45 + number % 4 * 5),
        parallel=parallel,
        room=f"Salla {number % (ROOMS + (number % 20 == 0))}",
        method_id=("", "panel_qa", "world_cafe")[number % 3],
        soft_start=time(11) if number % 50 == 0 else None,
        buffer_before=timedelta(minutes=10 if parallel else 0),
        speakers=tuple(_somebody("Folëse", (3 * number + place) % SPEAKERS) for place in range(3)),
        facilitators=(_somebody("Lehtësuese", number % 60),),
        note_takers=(_somebody("Mbajtës shënimesh", number % 70),) if number % 9 else (),
        objective_ids=(f"objective-{number % 5}",),
        people=number % 7 * 10,
    )


def _somebody(role: str, number: int) -> Contributor:
    return Contributor(f"{role} {number}", is_local=number % 3 > 0)


def _room(number: int) -> Room:
    closed = tuple(Window(day, time(12), time(13)) for day in range(1, DAYS + 1) if number % 4 == 0)
    return Room(f"Salla {number}", capacity=30 + number, closed=closed)


def _absence(number: int) -> Absence:
    return Absence(_somebody("Folëse", number), Window(1 + number % DAYS, time(9), time(13)))


def _sheet(item: AgendaItem) -> GuideSheet:
    third = item.duration / 3
    steps = tuple(Step(f"{item.id}-{place}", third, Text(en=f"Step {place}")) for place in range(3))
    return GuideSheet(item.id, steps=steps if int(item.id[8:]) % 10 else steps[:2])


if __name__ == "__main__":
    main()
