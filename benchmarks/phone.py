"""How long 300 phones wait for their pages when all of a hall asks at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks.made_event import prepared_application, stored_event
from benchmarks.one_line import p95, say
from benchmarks.running_app import running_app

PHONES, THREADS = 300, 20
TARGETS = {"median_ms": 300.0, "p95_ms": 1000.0, "all_seconds": 6.0, "largest_page_bytes": 10_000.0}


def main() -> None:
    """Make a page for everybody of the made event, ask for all of them, print the line."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "tryeza.db"
        application = prepared_application(database)
        event_id = stored_event(application)
        application.phone_links.make_all(event_id)
        tokens = [link.token for link in application.phone_links.list_for(event_id)][:PHONES]
        with running_app(database) as server:
            asked_once = _asked(f"{server.address}/p/{tokens[0]}")
            start = perf_counter()
            with ThreadPoolExecutor(THREADS) as phones:
                answers = list(phones.map(_asked, (f"{server.address}/p/{token}" for token in tokens)))
            seconds = perf_counter() - start
    waited = [milliseconds for milliseconds, _ in answers]
    figures = {
        "first_ms": round(asked_once[0], 1),
        "median_ms": round(median(waited), 1),
        "p95_ms": round(p95(waited), 1),
        "all_seconds": round(seconds, 2),
        "largest_page_bytes": float(max(size for _, size in answers)),
    }
    say("phone", figures=figures, targets=TARGETS, phones=len(answers), threads=THREADS)


def _asked(address: str) -> tuple[float, int]:
    """Milliseconds until the whole page was there, and its size."""
    parts, start = urlsplit(address), perf_counter()
    phone = HTTPConnection(parts.netloc, timeout=30)
    phone.request("GET", parts.path)
    size = len(phone.getresponse().read())
    phone.close()
    return (perf_counter() - start) * 1000, size


if __name__ == "__main__":
    main()
