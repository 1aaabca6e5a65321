"""What every route that strangers reach guarantees (docs/security.md), one test for each guarantee."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from facilitation.domain.consultation import Questionnaire
from facilitation.domain.feed import FeedScope
from facilitation.domain.phone_link import PhoneLink
from facilitation.logs import set_up_logging
from facilitation.services import shared
from facilitation.services.application import Application
from facilitation.services.shared import shared_application
from facilitation.web import form_token, sent_form
from facilitation.web.form_token import filling_in, new_token
from facilitation.web.rate_limit import RateLimit, address_of
from tests.builders import EVENT_ID
from tests.web.asking import Answer, ask_of, asked, fresh_app, in_a_loop, sent
from tests.web.forms import FILLED, PERSON, RECORD, a_form, hidden, open_path, own_path, pressed, stored, words

BITS = 128


@pytest.fixture
def app() -> Iterator[Application]:
    application = stored(shared_application())
    yield application
    application.archives.engine.dispose()


@pytest.fixture
def form(app: Application) -> Questionnaire:
    return a_form(app)


@pytest.fixture
def paths(app: Application, form: Questionnaire) -> dict[str, str]:
    """One true address of each route."""
    app.phone_links.make_all(EVENT_ID)
    (phone,) = app.phone_links.list_for(EVENT_ID)
    feed = app.feeds.create(EVENT_ID, FeedScope.EVENT)
    return {
        "form": open_path(app, form),
        "own form": own_path(app, form),
        "phone": f"/p/{phone.token}",
        "calendar": f"/calendar/{feed.token}.ics",
    }


def moved_to(monkeypatch: pytest.MonkeyPatch, app: Application, day: date) -> None:
    """The same application on another day."""
    desk = replace(app.feeds.desk, now=lambda: datetime(day.year, day.month, day.day, 12))
    names = ("feeds", "phone_links", "form_links", "consultations")
    moved = replace(app, **{name: replace(getattr(app, name), desk=desk) for name in names})
    monkeypatch.setattr(shared, "_applications", dict.fromkeys(shared._applications, moved))


def altered(path: str) -> str:
    """The address with the last sign of its secret changed."""
    stem, dot, rest = path.partition(".ics")
    return stem[:-1] + ("A" if stem[-1] != "A" else "B") + dot + rest


def test_every_secret_has_128_bits_or_more(paths: dict[str, str]) -> None:
    secrets = [path.removesuffix(".ics").rpartition("/")[2].rpartition(".")[2] for path in paths.values()]

    assert [secret for secret in secrets if len(secret) * 6 < BITS] == []


@pytest.mark.parametrize("route", ["form", "own form", "phone", "calendar"])
def test_a_secret_that_is_almost_right_is_as_unknown_as_any(paths: dict[str, str], route: str) -> None:
    path = paths[route]
    other = path[: path.rindex("/") + 1] + ("x" * 12 + "." if "form" in route else "") + "y" * 32
    nobodys = other + ".ics" * path.endswith(".ics")

    almost, unknown = asked(altered(path)), asked(nobodys)

    assert asked(path).status == 200
    assert (almost.status, almost.body) == (unknown.status, unknown.body)
    assert almost.status == 404


@pytest.mark.parametrize(
    "path", ["/f/", "/f/.", "/f/a.b.c", "/f/%00.%00", "/f/ë.ë", "/p/%00", "/p/ë", "/calendar/%27--.ics"]
)
def test_strange_addresses_are_unknown_and_no_error(app: Application, path: str) -> None:
    assert asked(path.replace("%00", "\x00").replace("%27", "'")).status == 404


def test_links_of_96_bits_that_are_printed_already_keep_working(app: Application) -> None:
    with app.phone_links.desk.work() as work:
        work.phone_links.add([PhoneLink("abcdefgh12345678", EVENT_ID, PERSON.id, datetime(2027, 5, 1))])
        work.commit()

    assert asked("/p/abcdefgh12345678").status == 200
    assert asked("/p/abcdefgh12345679").status == 404


@pytest.mark.parametrize(("route", "days"), [("phone", 30), ("calendar", 366)])
def test_links_close_by_themselves_some_time_after_the_event(
    app: Application, paths: dict[str, str], monkeypatch: pytest.MonkeyPatch, route: str, days: int
) -> None:
    last = RECORD.event.ends_on + timedelta(days=days)

    moved_to(monkeypatch, app, last)
    on_the_last_day = asked(paths[route]).status
    moved_to(monkeypatch, app, last + timedelta(days=1))

    assert (on_the_last_day, asked(paths[route]).status) == (200, 410)


def test_a_form_closes_after_its_last_day_and_when_it_is_revoked(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = a_form(app, closes_on=date(2027, 3, 1))
    path = open_path(app, form)
    (link,) = app.form_links.list_for(form.id)
    page = asked(path).body

    moved_to(monkeypatch, app, date(2027, 3, 2))
    late = asked(path, accept_language="en"), pressed(path, page=page)
    moved_to(monkeypatch, app, date(2027, 2, 1))
    app.form_links.revoke(link.id)
    revoked = asked(path), pressed(path, page=page)

    assert [answer.status for answer in (*late, *revoked)] == [410] * 4
    assert words(late[0]) == "Tryeza This form is closed. Write to the organiser if you still want to answer."
    assert app.consultations.replies(form.id) == ()


@pytest.mark.parametrize("route", ["form", "own form", "phone", "calendar", "unknown"])
def test_every_answer_carries_the_guarding_heads(paths: dict[str, str], route: str) -> None:
    heads = asked(paths.get(route, "/f/no.body")).heads

    assert heads["x-content-type-options"] == "nosniff"
    assert heads["x-frame-options"] == "DENY"
    assert heads["referrer-policy"] == "no-referrer"
    assert heads["permissions-policy"].startswith("camera=(), geolocation=()")
    assert heads["x-robots-tag"] == "noindex, nofollow"
    assert "default-src 'none'" in heads["content-security-policy"]
    assert "frame-ancestors 'none'" in heads["content-security-policy"]
    assert "script-src" not in heads["content-security-policy"]
    assert heads["cache-control"] == ("private, max-age=300" if route == "calendar" else "no-store")


@pytest.mark.parametrize(
    "heads",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "cross-site", "origin": "http://tryeza.example", "host": "tryeza.example"},
    ],
)
def test_a_form_of_another_site_is_not_taken(app: Application, form: Questionnaire, heads: dict[str, str]) -> None:
    answer = pressed(open_path(app, form), **{"accept_language": "en", **heads})  # type: ignore[arg-type]

    assert (answer.status, app.consultations.replies(form.id)) == (403, ())
    assert "These answers were not sent from our own page." in words(answer)


@pytest.mark.parametrize(
    ("heads", "is_own"),
    [
        ({}, True),
        ({"origin": "null"}, True),
        ({"origin": "http://192.168.1.10:8501", "host": "192.168.1.10:8501"}, True),
        ({"origin": "https://tryeza.example", "host": "127.0.0.1:8501", "x-forwarded-host": "tryeza.example"}, True),
        ({"origin": "https://evil.example", "host": "tryeza.example"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"sec-fetch-site": "none", "origin": "null"}, True),
    ],
)
def test_where_a_form_came_from_is_read_as_browsers_say_it(heads: dict[str, str], is_own: bool) -> None:
    assert sent_form.is_own(heads) is is_own


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "..", "ë.1.ë"])
def test_without_the_token_of_the_page_nothing_is_taken_and_nothing_typed_is_lost(
    app: Application, form: Questionnaire, token: str
) -> None:
    path = open_path(app, form)

    answer = pressed(path, {**FILLED, "token": token}, query="language=en")

    assert (answer.status, app.consultations.replies(form.id)) == (403, ())
    assert "Your answers are all still here" in words(answer)
    assert "Më shumë takime" in words(answer)
    assert pressed(path, page=answer.body).status == 303


def test_a_token_holds_for_its_link_and_a_day(app: Application, form: Questionnaire) -> None:
    link, other = (*app.form_links.make(form.id), *app.form_links.make(a_form(app).id))
    token = new_token(link, 1_000_000)
    made_up = token.replace(".1000000.", ".9000000.")

    assert len(filling_in(link, token, 1_000_000 + form_token.SECONDS)) >= 22
    assert filling_in(link, token, 1_000_001 + form_token.SECONDS) == ""
    assert filling_in(link, token, 999_999) == ""
    assert filling_in(other, token, 1_000_000) == ""
    assert filling_in(link, made_up, 9_000_000) == ""


def test_more_than_a_form_can_hold_is_refused_with_a_sentence(app: Application, form: Questionnaire) -> None:
    path = open_path(app, form)

    large = pressed(path, {**FILLED, "q:why": "x" * sent_form.MOST_BYTES}, accept_language="en")
    many = sent(path, [("a", "b")] * (sent_form.MOST_FIELDS + 1), accept_language="en")
    announced = asked(path, "POST", content_type=sent_form.KIND, content_length="9" * 30)
    other = asked(path, "POST", body=b"{}", content_type="application/json")

    assert [answer.status for answer in (large, many, announced, other)] == [413, 413, 413, 415]
    assert "This is more than a form can hold." in words(large)


def test_whoever_sends_too_slowly_is_let_go(
    app: Application, form: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent_form, "MOST_SECONDS", 0.05)
    said: list[Message] = []

    async def receive() -> Message:
        await asyncio.sleep(30)
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        said.append(message)

    heads = [(b"content-type", sent_form.KIND.encode())]
    scope = {"type": "http", "method": "POST", "path": open_path(app, form), "query_string": b"", "headers": heads}
    in_a_loop(fresh_app()(scope, receive, send))

    assert said[0]["status"] == 408


def many(app: Starlette, path: str, count: int) -> list[Answer]:
    async def ask_all() -> list[Answer]:
        return [await ask_of(app, path) for _ in range(count)]

    return in_a_loop(ask_all())


def test_a_hall_behind_one_address_opens_and_hands_in_without_a_pause(app: Application, form: Questionnaire) -> None:
    routes, path = fresh_app(), open_path(app, form)

    async def hall() -> list[int]:
        pages = await asyncio.gather(*(ask_of(routes, path) for _ in range(300)))
        bodies = [urlencode({**hidden(page.body), "q:why": "po", "action": "submit"}).encode() for page in pages]
        sends = (ask_of(routes, path, "POST", body=body, content_type=sent_form.KIND) for body in bodies)
        return [answer.status for answer in (*pages, *await asyncio.gather(*sends))]

    assert in_a_loop(hall()) == [200] * 300 + [303] * 300
    assert len(app.consultations.replies(form.id)) == 300


def test_whoever_guesses_is_slowed_down_and_true_links_are_not(paths: dict[str, str]) -> None:
    routes = fresh_app()

    guesses = many(routes, "/p/guess", 65)
    (neighbour,) = many(routes, paths["phone"], 1)

    assert [guesses[0].status, guesses[-1].status, neighbour.status] == [404, 429, 200]
    assert int(guesses[-1].heads["retry-after"]) >= 1
    assert guesses[-1].heads["x-frame-options"] == "DENY"
    assert "kërkesa" in words(guesses[-1])


def test_one_person_does_not_send_faster_than_anybody_writes(app: Application, form: Questionnaire) -> None:
    path = own_path(app, form)
    page = asked(path).body

    statuses = [pressed(path, FILLED, "say-in-en", page=page).status for _ in range(62)]

    assert (statuses[0], statuses[-1]) == (200, 429)


def test_a_bucket_fills_again_and_forgets_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    limit = RateLimit(2, 0.5, clock=lambda: now[0])

    waits = [limit.wait("a"), limit.wait("a"), limit.wait("a"), limit.wait("b")]
    now[0] = 2.0

    assert waits == [0.0, 0.0, 2.0, 0.0]
    assert limit.wait("a") == 0.0


@pytest.mark.parametrize(
    ("client", "address"),
    [
        (("10.0.0.7", 1), "10.0.0.7"),
        (("2001:db8:1:2:3::7", 1), "2001:0db8:0001:0002"),
        (("odd", 1), "odd"),
        (None, ""),
    ],
)
def test_of_ipv6_the_network_is_counted(client: tuple[str, int] | None, address: str) -> None:
    assert address_of({"client": client}) == address


def test_the_log_of_a_server_says_neither_secret_nor_who_asked(caplog: pytest.LogCaptureFixture) -> None:
    set_up_logging()
    access = logging.getLogger("uvicorn.access")
    with caplog.at_level(logging.INFO, "uvicorn.access"):
        for path in ("/f/abc.SECRET?done=1", "/p/SECRET", "/calendar/SECRET.ics", "/ready"):
            access.info('%s - "%s %s HTTP/%s" %d', "10.0.0.7:5", "GET", path, "1.1", 200)

    assert [record.getMessage() for record in caplog.records] == [
        '- - "GET /f/… HTTP/1.1" 200',
        '- - "GET /p/… HTTP/1.1" 200',
        '- - "GET /calendar/… HTTP/1.1" 200',
        '10.0.0.7:5 - "GET /ready HTTP/1.1" 200',
    ]


def test_our_own_log_names_no_answer_no_person_and_no_secret(
    app: Application, form: Questionnaire, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("facilitation"), "propagate", True)
    path = own_path(app, form)
    with caplog.at_level(logging.DEBUG):
        pressed(path)
        asked(altered(path))

    told = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("facilitation"))
    assert "hand_in_reply" in told
    assert [word for word in (path.rpartition(".")[2], "takime", PERSON.person.name, "Qendra") if word in told] == []


def test_nothing_of_a_person_stands_in_an_address(app: Application, form: Questionnaire) -> None:
    answer = pressed(own_path(app, form))

    assert answer.heads["location"] == "?done=1&language=sq"
    assert PERSON.id not in own_path(app, form)


def test_a_personal_form_tells_nothing_of_its_person(app: Application, form: Questionnaire) -> None:
    body = asked(own_path(app, form)).body.decode()

    assert [word for word in (PERSON.id, "Drejtoreshë", "SEKRET", "Qendra e Gruas") if word in body] == []
