"""What a browser sends with a form, read within limits: its size, its number of fields, its time and its origin."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import ClientDisconnect, Request

from facilitation.errors import mark

MOST_BYTES = 512 * 1024
"""Several answers of 10 000 signs, of which "ë" takes six bytes on its way."""
MOST_FIELDS = 500
MOST_SECONDS = 20.0
KIND = "application/x-www-form-urlencoded"
OWN_SITES = frozenset({"same-origin", "none"})
TOO_LARGE = mark("This is more than a form can hold. Go back, shorten the longest answers and hand in again.")
TOO_SLOW = mark("The answers did not arrive in time. Go back and hand in again where the network is better.")
NOT_A_FORM = mark("This cannot be read as an answered form. Open the link again and answer there.")
FOREIGN = mark("These answers were not sent from our own page. Open the link again and answer there.")


class Refused(Exception):
    """What was sent is not taken; ``sentence`` says why."""

    def __init__(self, status: int, sentence: str, seconds: float = 0.0) -> None:
        super().__init__(sentence)
        self.status, self.sentence, self.seconds = status, sentence, seconds


async def sent_fields(request: Request) -> dict[str, list[str]]:
    """The fields by name, without signs that no database keeps. Raises Refused."""
    if not is_own(request.headers):
        raise Refused(403, FOREIGN)
    if request.headers.get("content-type", "").partition(";")[0].strip().casefold() != KIND:
        raise Refused(415, NOT_A_FORM)
    try:
        async with asyncio.timeout(MOST_SECONDS):
            body = await _body(request)
    except TimeoutError:
        raise Refused(408, TOO_SLOW) from None
    except ClientDisconnect:
        raise Refused(400, NOT_A_FORM) from None
    return _fields(body)


def is_own(heads: Mapping[str, str]) -> bool:
    """Whether a form was sent from our own page, as far as the browser says.

    Our pages name no referrer, so browsers send the origin "null"; where the connection is safe they say the site.
    """
    site = heads.get("sec-fetch-site")
    if site is not None:
        return site in OWN_SITES
    origin = heads.get("origin", "null")
    return origin == "null" or urlsplit(origin).netloc in {heads.get("host"), heads.get("x-forwarded-host")}


async def _body(request: Request) -> bytes:
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced[:12]) > MOST_BYTES:
        raise Refused(413, TOO_LARGE)
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise Refused(413, TOO_LARGE)
        parts.append(part)
    return b"".join(parts)


def _fields(body: bytes) -> dict[str, list[str]]:
    try:
        pairs: Sequence[tuple[str, str]] = parse_qsl(
            body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS
        )
    except ValueError:
        raise Refused(413, TOO_LARGE) from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value.replace("\x00", ""))
    return fields
