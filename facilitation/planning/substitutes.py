"""Substitutes: somebody comes in the place of somebody else, and counts once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitation.domain.agenda import Agenda, AgendaItem, Contributor
from facilitation.domain.person import InvitationStatus, Participation, Person
from facilitation.errors import InvalidInput, mark
from facilitation.planning.contributors import is_local

OWN_SUBSTITUTE = mark("Nobody can stand in for themselves. Choose somebody else.")
IN_A_CIRCLE = mark("{name} is already replaced by this very person. Choose somebody else.")


def without_replaced(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """The people without those a substitute stands in for, as long as the substitute has not declined."""
    people = tuple(parts)
    replaced = {part.substitute_for_id for part in people if part.status is not InvitationStatus.DECLINED} - {""}
    return tuple(part for part in people if part.id not in replaced)


def substitute_of(part: Participation, parts: Iterable[Participation]) -> Participation | None:
    """Who stands in for somebody, if anybody does who has not declined."""
    return next(
        (
            other
            for other in parts
            if other.substitute_for_id == part.id and other.status is not InvitationStatus.DECLINED
        ),
        None,
    )


def refuse_circle(part: Participation, replaced_id: str, parts: Iterable[Participation]) -> None:
    """A chain of substitutes may not come back to where it began. Raises ``InvalidInput``."""
    if part.id == replaced_id:
        raise InvalidInput(OWN_SUBSTITUTE)
    by_id = {other.id: other for other in parts}
    seen, other = set[str](), by_id.get(replaced_id)
    while other is not None and other.id not in seen:
        if other.substitute_for_id == part.id:
            raise InvalidInput(IN_A_CIRCLE, name=part.person.name)
        seen.add(other.id)
        other = by_id.get(other.substitute_for_id)


def same_office(person: Person, new_id: str, name: str) -> Person:
    """A person of the same office: what belongs to the office is taken over, what is somebody's own is not."""
    return Person(
        id=new_id,
        name=name.strip(),
        organisation=person.organisation,
        sector=person.sector,
        district=person.district,
        municipality=person.municipality,
        languages=person.languages,
    )


def roles_of(part: Participation, agenda: Agenda) -> tuple[AgendaItem, ...]:
    """The sessions somebody has a part in."""
    return tuple(
        item for _day, item in agenda.items() if any(_is(contributor, part) for contributor in item.contributors)
    )


def with_roles_taken_over(agenda: Agenda, old: Participation, new: Participation) -> Agenda:
    """The agenda with the parts of one person in the hands of another."""

    def taken(contributors: tuple[Contributor, ...]) -> tuple[Contributor, ...]:
        fresh = Contributor(new.person.name, new.id, is_local(new.person))
        return tuple(dict.fromkeys(fresh if _is(each, old) else each for each in contributors))

    def item_taken(item: AgendaItem) -> AgendaItem:
        return replace(
            item,
            speakers=taken(item.speakers),
            facilitators=taken(item.facilitators),
            note_takers=taken(item.note_takers),
        )

    days = tuple(replace(day, items=tuple(item_taken(item) for item in day.items)) for day in agenda.days)
    return replace(agenda, days=days)


def _is(contributor: Contributor, part: Participation) -> bool:
    return contributor.person_id == part.id
