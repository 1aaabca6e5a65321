"""The page of a participant: what it shows, in which language, and that it tells nothing of anybody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from facilitation.domain.agenda import Audience, ItemKind
from facilitation.domain.cafe import Round, Seating
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.errors import StorageUnavailable
from facilitation.services import shared
from facilitation.services.application import Application
from facilitation.services.events import save_record
from facilitation.services.phone_links import PhoneLinks
from facilitation.services.shared import shared_application
from tests.browser.running_app import RunningApp
from tests.builders import EVENT_ID, a_cafe, a_contributor, a_participation, a_record, an_event, an_item
from tests.web.asking import asked

SECRET = "SEKRET-7Q4"
NAMES = ("Drejtoreshë, Qendra e Gruas", "Specialist, Bashkia Korçë <b>", "Inspektore, Zyra Qendrore")
PEOPLE = tuple(
    a_participation(
        f"part-{n}",
        name=name,
        organisation=f"ORG-{n}",
        email=f"office{n}@example.org",
        phone=f"+355 68 00000{n}",
        note=SECRET,
        access_needs=SECRET,
        dietary_needs=SECRET,
    )
    for n, name in enumerate(NAMES)
)
ROUNDS = (Round((("part-0", "part-1"), ("part-2",))), Round((("part-0",), ("part-1", "part-2"))))
SEATING = Seating(ROUNDS, ("part-0",), 1, (), 3, 3, 0, 0.0)
WHO = a_contributor(SECRET)
RECORD = a_record(
    items=[
        an_item("open", minutes=30, title=Text(sq="Hapja & fjala", en="Opening & words"), room="Salla A",
                internal_note=SECRET, speakers=(WHO,), facilitators=(WHO,), note_takers=(WHO,)),
        an_item("brief", minutes=10, kind=ItemKind.STAFF, title=Text(SECRET, SECRET)),
        an_item("vip", minutes=20, audience=Audience.STAFF, title=Text(SECRET, SECRET)),
        an_item("item-1", minutes=60, kind=ItemKind.WORLD_CAFE, title=Text(sq="Kafeneja", en="The café")),
    ],
    participations=PEOPLE,
    cafes=(a_cafe(seating=SEATING, questions=(Text("Pyetja e parë?", "First question?"), Text("E dyta?", "Second?"))),),
)  # fmt: skip
AT_TEN_TO_ELEVEN = datetime(2027, 5, 17, 10, 50)


def stored(application: Application, record: EventRecord = RECORD) -> Application:
    with application.events.desk.work() as work:
        save_record(work, record)
        work.commit()
    application.phone_links.make_all(record.event.id)
    return application


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """The application of the routes, with one event in it, in the middle of the second round."""
    application = stored(shared_application())
    desk = replace(application.phone_links.desk, now=lambda: AT_TEN_TO_ELEVEN)
    moved = replace(application, phone_links=replace(application.phone_links, desk=desk))
    monkeypatch.setattr(shared, "_applications", dict.fromkeys(shared._applications, moved))
    yield moved
    application.archives.engine.dispose()


def token_of(app: Application, part: str, event_id: str = EVENT_ID) -> str:
    return next(link.token for link in app.phone_links.list_for(event_id) if link.participation_id == part)


def words(path: str, query: str = "") -> str:
    """What a person reads on the page, tags as spaces."""
    body = re.sub(r"<style>.*?</style>", "", asked(path, query=query).body.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_page_says_who_where_now_and_the_programme_in_the_language_of_the_event(app: Application) -> None:
    assert words(f"/p/{token_of(app, 'part-1')}") == (
        "Event (sq) Event (sq) Specialist, Bashkia Korçë &lt;b&gt; "
        "Tani · Raundi 2 · 10:30–11:00 Tryeza 2 E dyta? "
        "Kafeneja e hënë, 17 maj "
        "Raundi 1 10:00–10:30 Tryeza 1 Pyetja e parë? Raundi 2 10:30–11:00 Tryeza 2 E dyta? "
        "Programi e hënë, 17 maj 09:00 Hapja &amp; fjala Salla A 10:00 Kafeneja "
        "Kjo faqe mund të lexohet deri më e mërkurë, 16 qershor 2027. English"
    )


def test_a_host_reads_so_and_the_language_of_the_link_wins(app: Application) -> None:
    found = words(f"/p/{token_of(app, 'part-0')}", "language=en")

    assert "Now · Round 2 · 10:30–11:00 Table 1 You are the host of this table: you stay and welcome" in found
    assert found.endswith("10:00 The café This page can be read until Wednesday, 16 June 2027. Shqip")


def test_the_page_begins_in_the_first_language_of_the_event(app: Application) -> None:
    stored(app, replace(RECORD, event=an_event(id="event-2", languages=("en", "sq")),
                        agenda=replace(RECORD.agenda, event_id="event-2"),
                        guide=replace(RECORD.guide, event_id="event-2"),
                        participations=(replace(PEOPLE[0], id="other", event_id="event-2"),), cafes=(),
                        proceedings=replace(RECORD.proceedings, event_id="event-2"),
                        budget=replace(RECORD.budget, event_id="event-2")))  # fmt: skip

    assert "Your tables are not known yet." in words(f"/p/{token_of(app, 'other', 'event-2')}")


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("part", ["part-0", "part-1", "part-2"])
def test_the_page_tells_nothing_of_others_and_nothing_internal(app: Application, part: str, language: str) -> None:
    body = asked(f"/p/{token_of(app, part)}", query=f"language={language}").body.decode()

    others = [entry.person for entry in PEOPLE if entry.id != part]
    hidden = [SECRET, "ORG-", "example.org", "+355", "<b>", *(person.name for person in others), "part-"]
    assert [word for word in hidden if word in body] == []


def test_the_page_is_small_refreshes_itself_and_may_load_or_run_nothing(app: Application) -> None:
    answer = asked(f"/p/{token_of(app, 'part-0')}")

    assert (answer.status, answer.heads["content-type"]) == (200, "text/html; charset=utf-8")
    assert len(answer.body) <= 10_000
    assert b'<meta http-equiv="refresh" content="60">' in answer.body
    assert b"<script" not in answer.body
    assert b"http:" not in answer.body
    assert answer.heads["cache-control"] == "no-store"
    assert answer.heads["x-robots-tag"] == "noindex, nofollow"
    assert answer.heads["referrer-policy"] == "no-referrer"
    assert answer.heads["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize(("accepted", "said"), [("en", "There is no page under this link."), ("", "Nuk ka faqe")])
def test_an_unknown_link_is_404_in_the_language_of_the_reader(app: Application, accepted: str, said: str) -> None:
    answer = asked("/p/nobody-ever-had-this", accept_language=accepted)

    assert (answer.status, said in answer.body.decode()) == (404, True)
    assert answer.heads["cache-control"] == "no-store"


def test_a_revoked_link_is_410(app: Application) -> None:
    token = token_of(app, "part-0")
    app.phone_links.revoke(token)

    answer = asked(f"/p/{token}", accept_language="en")

    assert (answer.status, "closed by the organiser" in answer.body.decode()) == (410, True)
    assert NAMES[0] not in answer.body.decode()


def test_a_database_that_cannot_be_read_is_503_and_the_page_tries_again(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(links: PhoneLinks, tokens: Sequence[str]) -> None:
        raise StorageUnavailable("The database at db.example cannot be reached.")

    monkeypatch.setattr(PhoneLinks, "pages", broken)

    answer = asked("/p/x", accept_language="en")

    assert answer.status == 503
    assert b"db.example" not in answer.body
    assert b'http-equiv="refresh"' in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_page_can_only_be_read(app: Application, method: str) -> None:
    assert asked(f"/p/{token_of(app, 'part-0')}", method).status == 405


def _status(url: str) -> int:
    try:
        with urlopen(url, timeout=20) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_the_running_program_serves_many_phones_at_once(app: Application, tmp_path: Path) -> None:
    tokens = [token_of(app, part.id) for part in PEOPLE]
    server = RunningApp(tmp_path)
    server.start()
    try:
        with ThreadPoolExecutor(10) as phones:
            statuses = list(phones.map(lambda n: _status(f"{server.url}/p/{tokens[n % 3]}"), range(60)))
        unknown = _status(f"{server.url}/p/x")
        app.phone_links.revoke_all(EVENT_ID)
        revoked = _status(f"{server.url}/p/{tokens[0]}")
    finally:
        server.stop()

    assert statuses == [200] * 60
    assert (unknown, revoked) == (404, 410)
