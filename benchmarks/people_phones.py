"""How long 300 phones wait when a whole hall opens a questionnaire and hands it in at the same moment."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlencode, urlsplit

from benchmarks.made_event import prepared_application, stored_event
from benchmarks.one_line import p95, say
from benchmarks.plain_form_server import plain_form_server
from benchmarks.running_app import RunningApp, running_app
from facilitation.domain.consultation import Question, QuestionKind
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.form_links import form_address

PHONES, IDLE_SECONDS = 300, 0.5
TARGETS = {"open_p95_ms": 1000.0, "hand_in_p95_ms": 1000.0, "not_saved": 0.0}
CHOICES = tuple(Text(word) for word in ("Trajnime", "Fonde", "Ligje", "Bashkëpunim"))
QUESTIONS = (
    Question("past", Text("Çfarë keni bërë që nga takimi i fundit?"), is_required=True),
    Question("next", Text("Çfarë do të bëni?")),
    Question("need", Text("Cilat ju duhen?"), QuestionKind.CHOICE, choices=CHOICES, most=2),
    Question("help", Text("Sa ju ndihmoi?"), QuestionKind.SCALE),
    Question("order", Text("Në ç’radhë?"), QuestionKind.RANK, choices=CHOICES),
)
WORDS = "Takime me bashkitë dhe me shoqatat, trajnime për punonjësit e rinj, një faqe e përbashkët. " * 4
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def main() -> None:
    """Open and hand in on one process, then the same the plainer way; print the line."""
    ours, cpu, lost = _ours()
    plainer = _plainer()
    figures = {**ours, "not_saved": float(lost)}
    say("people_phones", figures=figures, targets=TARGETS, phones=PHONES, cpu_seconds=cpu, thread_per_request=plainer)


def _ours() -> tuple[dict[str, float], dict[str, float], int]:
    """Milliseconds, seconds of the processor, and how many replies are not there."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "tryeza.db"
        application = prepared_application(database)
        form_id, path = _made_form(application)
        with running_app(database) as server:
            asyncio.run(_warm(server, path))
            waited, cpu = asyncio.run(_hall(server.address, path, server.cpu_seconds))
        return waited, cpu, PHONES - len(application.consultations.replies(form_id))


def _plainer() -> dict[str, float]:
    with TemporaryDirectory() as folder:
        database = Path(folder) / "tryeza.db"
        _, path = _made_form(prepared_application(database))
        with plain_form_server(database) as address:
            return asyncio.run(_hall(address, path))[0]


def _made_form(application: Application) -> tuple[str, str]:
    event_id = stored_event(application)
    form = application.consultations.add(event_id, Text("Pyetësor para konferencës"), questions=QUESTIONS)
    return form.id, form_address("", application.form_links.make(form.id)[0])


def _figures(name: str, waited: Sequence[float]) -> dict[str, float]:
    return {f"{name}_median_ms": round(median(waited), 1), f"{name}_p95_ms": round(p95(waited), 1)}


async def _hall(
    address: str, path: str, cpu: Callable[[], float] = lambda: 0.0
) -> tuple[dict[str, float], dict[str, float]]:
    """How long the phones wait for the form, and then for their answers to be taken."""
    host, pages = urlsplit(address).netloc, [""] * PHONES

    async def open_form(phone: int) -> None:
        status, pages[phone] = await _asked(host, _get(host, path))
        _expect(status, 200)

    async def hand_in(phone: int) -> None:
        status, _ = await _asked(host, _post(host, path, pages[phone], phone))
        _expect(status, 303)

    start = cpu()
    opened, middle = await _at_once(open_form), cpu()
    handed_in, end = await _at_once(hand_in), cpu()
    return {**_figures("open", opened), **_figures("hand_in", handed_in)}, {
        "open": round(middle - start, 2),
        "hand_in": round(end - middle, 2),
    }


async def _warm(server: RunningApp, path: str) -> None:
    """A program that was just started still imports what the first screen will need: a hall comes later."""
    host, before = urlsplit(server.address).netloc, -1.0
    await _asked(host, _get(host, path))
    while server.cpu_seconds() > before:
        before = server.cpu_seconds()
        await asyncio.sleep(IDLE_SECONDS)


async def _at_once(ask: Callable[[int], Awaitable[None]]) -> list[float]:
    async def timed(phone: int) -> float:
        await ask(phone)
        return (perf_counter() - start) * 1000

    start = perf_counter()
    return list(await asyncio.gather(*(timed(phone) for phone in range(PHONES))))


def _expect(status: int, wanted: int) -> None:
    if status != wanted:
        raise SystemExit(f"The form answered {status} instead of {wanted}.")


def _get(host: str, path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()


def _post(host: str, path: str, page: str, phone: int) -> bytes:
    typed = {"q:past": f"{phone} {WORDS}", "q:next": WORDS, "q:need": phone % 4, "q:help": 1 + phone % 5}
    ranks = {f"r{place}:order": 1 + (place + phone) % 4 for place in range(4)}
    body = urlencode({**dict(HIDDEN.findall(page)), **typed, **ranks, "action": "submit"}).encode()
    heads = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\nConnection: close"
    return f"POST {path} HTTP/1.1\r\nHost: {host}\r\n{heads}\r\n\r\n".encode() + body


async def _asked(host: str, question: bytes) -> tuple[int, str]:
    """Status and whole answer over a connection of its own, as a phone has one."""
    name, _, port = host.partition(":")
    reader, writer = await asyncio.open_connection(name, int(port))
    writer.write(question)
    answer = (await reader.read()).decode()
    writer.close()
    return int(answer.split(" ", 2)[1]), answer


if __name__ == "__main__":
    main()
