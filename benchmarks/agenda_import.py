"""How long a large programme takes from its bytes to the preview of an agenda, beside a plain walk with minidom."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from statistics import median
from time import perf_counter
from xml.dom import minidom

from benchmarks.one_line import say
from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.exchange.agenda_file import read_agenda
from facilitation.exchange.agenda_import import agenda_preview
from facilitation.exchange.import_preview import AgendaPreview

RUNS = 5
MEGABYTES = 1.5
DAYS, ROOMS, PER_ROOM = 4, 12, 16
TARGETS = {"seconds": 2.0}
FIRST = date(2027, 5, 17)
EVENT = Event("event", "national-conference", Text(sq="Konferenca"), FIRST, day_count=DAYS)
WORDS = "Shërbimet sociale në bashki, çfarë kemi mësuar dhe çfarë mbetet për t'u bërë bashkë. "


def main() -> None:
    """Make the file, bring it in several times, walk it the plain way, print the line."""
    data = _schedule()
    seconds = median(_timed(data) for _ in range(RUNS))
    preview = _preview(data)
    assert (preview.read, preview.refused) == (DAYS * ROOMS * PER_ROOM, 0)
    naive = median(_naive_seconds(data) for _ in range(RUNS))
    say(
        "agenda_import",
        figures={"seconds": round(seconds, 3)},
        targets=TARGETS,
        megabytes=round(len(data) / 1_000_000, 2),
        sessions=preview.read,
        naive={
            "what": "minidom, four texts of every event and nothing made of them",
            "seconds": round(naive, 3),
            "times_slower": round(naive / seconds, 1),
        },
    )


def _schedule() -> bytes:
    """A programme of so many sessions that its file has the promised size."""
    filler = WORDS * (int(MEGABYTES * 1_000_000 / (DAYS * ROOMS * PER_ROOM) / len(WORDS.encode())) - 4)
    numbers = count(1)
    days = "".join(_day(number, filler, numbers) for number in range(DAYS))
    return f"<schedule><version>1</version><conference/>{days}</schedule>".encode()


def _day(number: int, filler: str, numbers: count[int]) -> str:
    on = FIRST + timedelta(days=number)
    rooms = "".join(_room(on, f"Salla {room}", filler, numbers) for room in range(ROOMS))
    return f'<day index="{number + 1}" date="{on}">{rooms}</day>'


def _room(on: date, name: str, filler: str, numbers: count[int]) -> str:
    starts = (f"{9 + place // 2:02}:{place % 2 * 30:02}" for place in range(PER_ROOM))
    events = "".join(
        f"<event><date>{on}T{start}:00+02:00</date><start>{start}</start><duration>00:30</duration><room>{name}</room>"
        f"<title>Sesioni {(number := next(numbers))}</title><subtitle/><track>Politika</track><type>Panel</type>"
        f"<language>sq</language><abstract>{filler}</abstract><description/>"
        f"<persons><person>Përfaqësuese, Zyra {number}</person></persons><links/></event>"
        for start in starts
    )
    return f'<room name="{name}">{events}</room>'


def _preview(data: bytes) -> AgendaPreview:
    numbers = count(1)
    file = read_agenda(data, "schedule.xml", EVENT)
    return agenda_preview(file, None, EVENT, people=(), new_id=lambda: f"id-{next(numbers)}", language="sq")


def _timed(data: bytes) -> float:
    start = perf_counter()
    _preview(data)
    return perf_counter() - start


def _naive_seconds(data: bytes) -> float:
    """What a first attempt looks like."""
    start = perf_counter()
    document = minidom.parseString(data)  # noqa: S318 - it is our own file
    found = [
        [event.getElementsByTagName(name)[0].firstChild for name in ("date", "start", "duration", "title")]
        for event in document.getElementsByTagName("event")
    ]
    assert len(found) == DAYS * ROOMS * PER_ROOM
    return perf_counter() - start


if __name__ == "__main__":
    main()
