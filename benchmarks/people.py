"""What a very long list of people costs: read, searched for known people and saved; and badges for a conference.

Beside the search stands the plain way: every two names compared letter by letter, measured on a part and scaled up.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from difflib import SequenceMatcher
from io import StringIO
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.one_line import say
from facilitation.documents.people_word import badges_docx
from facilitation.documents.word_styles import Stamp
from facilitation.domain.event import Event
from facilitation.domain.person import Participation, Person
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.planning.duplicates import Pair
from facilitation.services.application import Application, build_application
from facilitation.services.events import NewEvent
from facilitation.settings import ROOT, Settings

ROWS, KNOWN, BADGES = 5000, 1000, 300
RUNS = 3
PLAIN_PART = 300
PLAIN_LIKENESS = 0.85
TARGETS = {"import_ms": 5000.0, "badges_ms": 1000.0}
SYLLABLES = ("ba", "ru", "li", "mo", "she", "zi", "ka", "gjo", "çe", "pë", "xhe", "du", "na", "ve", "ta", "qi")
OFFICES = ("Bashkia", "Prefektura", "Shoqata", "Zyra e Punësimit", "Drejtoria Rajonale e Arsimit")
PLACES = ("Fier", "Berat", "Korçë", "Shkodër", "Vlorë", "Kukës", "Lezhë", "Dibër")


def main() -> None:
    """Measure and print the line."""
    people = made_people(ROWS)
    figures, pairs = import_times(people)
    figures |= badge_times(people[:BADGES])
    plain = plain_search_ms(people[:PLAIN_PART])
    naive = {
        "what": f"every two of {PLAIN_PART} names compared by difflib, scaled to {ROWS} rows",
        "ms": plain,
        "times_slower": round(plain / figures["search_ms"]),
    }
    say("people", figures=figures, targets=TARGETS, rows=ROWS, known=KNOWN, runs=RUNS, pairs=pairs, naive=naive)


def made_people(count: int) -> list[Person]:
    """Invented people; every tenth is one of those before, typed by somebody else."""
    chance = Random(20270517)
    people: list[Person] = []
    for number in range(count):
        if number % 10 == 9:
            earlier = chance.choice(people)
            people.append(Person(f"person-{number}", _typed_again(earlier.name), earlier.organisation))
            continue
        first, last = (_word(chance) for _ in range(2))
        office = f"{chance.choice(OFFICES)} {chance.choice(PLACES)}"
        people.append(Person(f"person-{number}", f"{first} {last}", office, email=f"p{number}@shembull.al"))
    return people


def _word(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).title()


def _typed_again(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{last} {first}".upper().replace("Ë", "E").replace("Ç", "C")


def import_times(people: list[Person]) -> tuple[dict[str, float], int]:
    """Milliseconds for a list of many people, from the file to the database; and how many pairs were found."""
    data, taken, search = as_csv(people), [], []
    pairs: tuple[Pair, ...] = ()
    for _ in range(RUNS):
        with an_application() as app:
            event = _an_event(app, people[:KNOWN])
            start = perf_counter()
            files = app.people_files
            table = files.read(data, "list.csv").sheet("")
            preview = files.preview(event.id, table, files.columns(table), "sq")
            before_search = perf_counter()
            pairs = files.matches(preview)
            search.append(perf_counter() - before_search)
            files.save(event.id, preview, {})
            taken.append(perf_counter() - start)
            assert len(app.people.list_for(event.id)) == len(preview.items)
    return {"import_ms": milliseconds(taken), "search_ms": milliseconds(search)}, len(pairs)


def badge_times(people: list[Person]) -> dict[str, float]:
    """Milliseconds for the badges of a conference."""
    with an_application() as app:
        event = _an_event(app, [])
        with app.people.desk.work() as work:
            work.participations.add_many([Participation(f"part-{each.id}", event.id, each) for each in people])
            work.commit()
        with app.people.desk.reading() as work:
            record = work.record(event.id)
    stamp = Stamp("1", date(2027, 1, 11))
    return {"badges_ms": milliseconds(timed(lambda: badges_docx(record, Translator("sq"), stamp)))}


def plain_search_ms(people: list[Person]) -> float:
    """Milliseconds every two of all rows would take the plain way, from what a part of them takes."""
    names = [person.name.casefold() for person in people]
    start = perf_counter()
    sum(SequenceMatcher(None, one, other).ratio() >= PLAIN_LIKENESS for one, other in combinations(names, 2))
    seconds = perf_counter() - start
    share = (ROWS * (ROWS - 1)) / (len(names) * (len(names) - 1))
    return round(1000 * seconds * share, 1)


def as_csv(people: list[Person]) -> bytes:
    """The people as a list somebody would send."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["Emri dhe mbiemri", "Institucioni", "E-mail"])
    writer.writerows([person.name, person.organisation, person.email] for person in people)
    return text.getvalue().encode()


def milliseconds(seconds: list[float]) -> float:
    """The median."""
    return round(1000 * median(seconds), 1)


def timed(work: Callable[[], object]) -> list[float]:
    """The seconds some work takes, several times."""
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return taken


@contextmanager
def an_application() -> Iterator[Application]:
    """The program over an empty database of its own."""
    with TemporaryDirectory() as folder:
        address = f"sqlite:///{(Path(folder) / 'tryeza.db').as_posix()}"
        app = build_application(Settings(address, ROOT / "agendas", "benchmark"))
        yield app
        app.archives.engine.dispose()


def _an_event(app: Application, known: list[Person]) -> Event:
    """An event to import into, and an earlier one at which these people were."""

    def made(title: str) -> Event:
        return app.events.create(NewEvent("national-conference", Text(sq=title, en=title), date(2027, 5, 20)))

    earlier, event = made("Earlier"), made("Conference")
    with app.people.desk.work() as work:
        parts: list[Any] = [Participation(f"earlier-{each.id}", earlier.id, each) for each in known]
        work.participations.add_many(parts)
        work.commit()
    return event


if __name__ == "__main__":
    main()
