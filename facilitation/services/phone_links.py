"""The pages participants open on their phones: who knows the link can read it, until the link is revoked."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from facilitation.domain.person import Participation
from facilitation.domain.phone_link import PhoneLink
from facilitation.errors import FacilitationError, InvalidInput, NotFound, Revoked, mark
from facilitation.planning.link_expiry import PHONE_PAGE, last_day
from facilitation.planning.own_page import OwnPage, OwnPlan, own_page
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

TOKEN_BYTES = 16
"""Nobody guesses 128 bits, and the code on a badge stays coarse enough for any phone."""
ADDRESS = "phone_address"
PATH = "/p/"
UNKNOWN = mark("There is no page under this link. Scan the code on your badge again, or ask at the registration desk.")
CLOSED = mark("This page was closed by the organiser. Ask for your tables at the registration desk.")
OVER = mark("This page closed some weeks after the event. Write to the organiser if you still need it.")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PhoneLinks:
    """Makes, lists, reads and revokes the links. No history is kept: it would hold the secret of the link."""

    desk: Desk

    def make_all(self, event_id: str) -> int:
        """A link for everybody on the list who has none; answers how many were made."""
        with self.desk.work() as work:
            people = work.participations.list_for(work.events.get(event_id).id)
            served = {link.participation_id for link in work.phone_links.open_for(event_id)}
            fresh = [self._fresh(event_id, part.id) for part in people if part.id not in served]
            work.phone_links.add(fresh)
            work.commit()
        logger.info("make_phone_links event=%s count=%s", event_id, len(fresh))
        return len(fresh)

    def list_for(self, event_id: str) -> tuple[PhoneLink, ...]:
        """The open links of those who are on the list, the oldest first."""
        with self.desk.reading() as work:
            return _open(work, event_id)

    def revoke(self, token: str) -> None:
        """From now on the link opens nothing; revoking it twice keeps the first time."""
        with self.desk.work() as work:
            work.phone_links.revoke(token, self.desk.now())
            work.commit()
        logger.info("revoke_phone_link")

    def revoke_all(self, event_id: str) -> None:
        """From now on no link of the event opens anything."""
        with self.desk.work() as work:
            work.phone_links.revoke_all(event_id, self.desk.now())
            work.commit()
        logger.info("revoke_phone_links event=%s", event_id)

    def address(self) -> str:
        """The address at which phones reach the program, as it was typed once; "" = not yet."""
        with self.desk.reading() as work:
            return work.preferences.get(ADDRESS)

    def choose_address(self, typed: str) -> str:
        """Remember the address for this installation; "" forgets it."""
        address = _address(typed)
        with self.desk.work() as work:
            work.preferences.put(ADDRESS, address)
            work.commit()
        return address

    def addresses(self, event_id: str) -> Mapping[str, str]:
        """The whole address of everybody's page by participation; nothing until phones have an address to reach."""
        return phone_addresses(self.desk, event_id)

    def page(self, token: str) -> OwnPage:
        """What a link shows now: NotFound where nobody ever had it, Revoked where it was closed or is over."""
        (found,) = self.pages([token])
        if isinstance(found, FacilitationError):
            raise found
        return found

    def pages(self, tokens: Sequence[str]) -> tuple[OwnPage | FacilitationError, ...]:
        """What many links show now, or why one shows nothing; the plan of their event is read once for all."""
        with self.desk.reading() as work:
            reader = _Reader(self.desk, work)
            return tuple(reader.page(token) for token in tokens)

    def _fresh(self, event_id: str, participation_id: str) -> PhoneLink:
        return PhoneLink(secrets.token_urlsafe(TOKEN_BYTES), event_id, participation_id, self.desk.now())


def phone_addresses(desk: Desk, event_id: str) -> Mapping[str, str]:
    """The whole address of everybody's page by participation, for the papers too."""
    with desk.reading() as work:
        base = work.preferences.get(ADDRESS)
        return {link.participation_id: f"{base}{PATH}{link.token}" for link in _open(work, event_id) if base}


def _open(work: UnitOfWork, event_id: str) -> tuple[PhoneLink, ...]:
    listed = {part.id for part in work.participations.list_for(event_id)}
    return tuple(link for link in work.phone_links.open_for(event_id) if link.participation_id in listed)


def _readable(work: UnitOfWork, token: str) -> PhoneLink:
    # What no token can look like is not asked for: a database may refuse it, and with it all who ask together.
    link = work.phone_links.find(token) if token.isascii() and token.isprintable() else None
    if link is None:
        raise NotFound(UNKNOWN)
    if link.revoked_at is not None:
        raise Revoked(CLOSED)
    return link


def _listed(work: UnitOfWork, link: PhoneLink) -> Participation:
    """Whose page it is; the page of somebody taken off the list is closed until they are back on it."""
    try:
        return work.participations.get(link.participation_id)
    except NotFound as gone:
        raise Revoked(CLOSED) from gone


class _Reader:
    """Reads pages within one unit of work."""

    def __init__(self, desk: Desk, work: UnitOfWork) -> None:
        self._desk, self._work = desk, work
        self._plans: dict[str, OwnPlan] = {}

    def page(self, token: str) -> OwnPage | FacilitationError:
        """What one link shows, or why it shows nothing."""
        try:
            link = _readable(self._work, token)
            part, plan = _listed(self._work, link), self._plan(link.event_id)
        except (NotFound, Revoked) as closed:
            return closed
        until = last_day(plan.event, link.created_at.date(), PHONE_PAGE)
        if until < self._desk.today():
            return Revoked(OVER)
        return replace(own_page(plan, part.id, part.person.name, self._desk.now()), readable_until=until)

    def _plan(self, event_id: str) -> OwnPlan:
        if event_id not in self._plans:
            work = self._work
            event, agenda, guide = work.events.get(event_id), work.agendas.get(event_id), work.guides.get(event_id)
            self._plans[event_id] = OwnPlan(event, agenda, guide, work.cafes.list_for(event_id))
        return self._plans[event_id]


def _address(typed: str) -> str:
    """The address without what follows its path."""
    wanted = typed.strip().rstrip("/")
    try:
        parts = urlsplit(wanted)
        is_usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_usable = False
    if wanted and (not is_usable or parts.query or parts.fragment or " " in wanted):
        raise InvalidInput(
            mark("“{typed}” is no address a phone can open. Write it like {example}."),
            typed=typed.strip(),
            example="http://192.168.1.10:8501",
        )
    return wanted
