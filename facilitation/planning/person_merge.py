"""Two entries become one person: one part in each event, and everything that named the other part follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from facilitation.domain.agenda import Agenda, AgendaItem, Contributor
from facilitation.domain.cafe import Cafe, CafeRules, PersonPair, Round, Seating
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, EventRole, InvitationStatus, Participation, Payer, Person, Sex

Thing = TypeVar("Thing")

STATUS_ORDER = (
    InvitationStatus.TO_INVITE,
    InvitationStatus.INVITED,
    InvitationStatus.DECLINED,
    InvitationStatus.CONFIRMED,
)
"""An answer says more than none, and who has said yes once is expected."""
CONSENTS = ("photo_consent", "list_consent", "quote_consent", "contact_consent")
TEXTS = ("access_needs", "dietary_needs", "travel", "note")
LANGUAGES_UNSAID = ("sq",)


def filled_person(kept: Person, other: Person) -> Person:
    """The kept person with what only the other entry says: nothing that is known goes away."""
    empty: Mapping[str, object] = {"sector": Sector.OTHER, "sex": Sex.NOT_STATED, "languages": LANGUAGES_UNSAID}
    missing = {
        field.name: getattr(other, field.name)
        for field in fields(kept)
        if field.name not in ("id", "name", "is_coded")
        and (not getattr(kept, field.name) or getattr(kept, field.name) == empty.get(field.name))
    }
    return replace(kept, **missing)


def joined_part(kept: Participation, other: Participation) -> Participation:
    """One part in an event out of two: the better status, every day, and a "no" wherever one was said."""
    merged: dict[str, Any] = {name: _stricter(getattr(kept, name), getattr(other, name)) for name in CONSENTS}
    merged |= {name: _joined(getattr(kept, name), getattr(other, name)) for name in TEXTS}
    return replace(
        kept,
        role=other.role if kept.role is EventRole.PARTICIPANT else kept.role,
        status=max(kept.status, other.status, key=STATUS_ORDER.index),
        days_attended=tuple(sorted({*kept.days_attended, *other.days_attended})),
        **merged | _journey(kept, other),
        check_ins=tuple(sorted({*kept.check_ins, *other.check_ins}, key=lambda each: (each.day, each.at, each.id))),
        certificate=kept.certificate or other.certificate,
    )


def _journey(kept: Participation, other: Participation) -> dict[str, Any]:
    """Invitation, costs and who stands in for whom."""
    invited = [day for day in (kept.invited_on, other.invited_on) if day]
    answered = [day for day in (kept.answered_on, other.answered_on) if day]
    consented = [day for day in (kept.consented_on, other.consented_on) if day]
    stands_for = kept.substitute_for_id or other.substitute_for_id
    return {
        "invited_on": min(invited, default=None),
        "answered_on": max(answered, default=None),
        "consented_on": max(consented, default=None),
        "pays": other.pays if kept.pays is Payer.NOT_SETTLED else kept.pays,
        "nights": max(kept.nights, other.nights),
        "wave": max(kept.wave, other.wave),
        "substitute_for_id": "" if stands_for in (kept.id, other.id) else stands_for,
    }


def _stricter(one: Consent, other: Consent) -> Consent:
    """A no of either entry is a no; a yes stands only where nobody said no."""
    said = {one, other}
    return next((answer for answer in (Consent.NO, Consent.YES) if answer in said), Consent.NOT_ASKED)


def _joined(one: str, other: str) -> str:
    """Both texts, the second one below unless it says nothing new."""
    return one if other.strip() in one else f"{one}\n{other}".strip("\n") if one.strip() else other


def followed(thing: Thing, ids: Mapping[str, str]) -> Thing:
    """Any thing of an event with the ids in it exchanged, however deep they stand."""
    return cast("Thing", _followed(thing, ids))


def _followed(thing: Any, ids: Mapping[str, str]) -> Any:
    if type(thing) is str:
        return ids.get(thing, thing)
    if isinstance(thing, tuple):
        return tuple(_followed(each, ids) for each in thing)
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    old = {field.name: getattr(thing, field.name) for field in fields(thing)}
    changed = {name: new for name, value in old.items() if (new := _followed(value, ids)) != value}
    return replace(thing, **changed) if changed else thing


def followed_agenda(agenda: Agenda, ids: Mapping[str, str], names: Mapping[str, str]) -> Agenda:
    """The agenda with the other part's sessions given to the kept one, who stands once in each of them.

    ``names`` = how people were called before, and what they are called now.
    """
    moved = followed(agenda, ids)
    days = tuple(replace(day, items=tuple(_item(item, ids, names) for item in day.items)) for day in moved.days)
    absences = tuple(replace(each, who=_renamed(each.who, ids, names)) for each in moved.absences)
    return replace(moved, days=days, absences=absences)


def _item(item: AgendaItem, ids: Mapping[str, str], names: Mapping[str, str]) -> AgendaItem:
    def once(contributors: Iterable[Contributor]) -> tuple[Contributor, ...]:
        named = [_renamed(each, ids, names) for each in contributors]
        return tuple({each.identity: each for each in reversed(named)}.values())[::-1]

    return replace(
        item,
        speakers=once(item.speakers),
        facilitators=once(item.facilitators),
        note_takers=once(item.note_takers),
    )


def _renamed(who: Contributor, ids: Mapping[str, str], names: Mapping[str, str]) -> Contributor:
    return replace(who, name=names.get(who.name, who.name)) if who.person_id in ids.values() else who


def followed_cafe(cafe: Cafe, ids: Mapping[str, str]) -> Cafe:
    """The café with the other part's seats and rules given to the kept one, who sits once in every round."""
    moved = followed(cafe, ids)
    if moved == cafe:
        return cafe
    plans = tuple(
        replace(
            plan,
            seating=_seated_once(plan.seating),
            settings=replace(plan.settings, rules=_rules(plan.settings.rules), host_ids=_once(plan.settings.host_ids)),
        )
        for plan in moved.plans
    )
    seating = _seated_once(moved.seating) if moved.seating else None
    return replace(moved, plans=plans, seating=seating, rules=_rules(moved.rules), host_ids=_once(moved.host_ids))


def _rules(rules: CafeRules) -> CafeRules:
    """The rules without what would now be said of one person and themselves, or twice."""

    def two(pairs: Iterable[PersonPair]) -> tuple[PersonPair, ...]:
        return tuple(dict.fromkeys(pair for pair in pairs if pair.one_id != pair.other_id))

    pinned = {(seat.participation_id, seat.round): seat for seat in reversed(rules.pinned)}
    return replace(
        rules,
        apart=two(rules.apart),
        together=two(rules.together),
        absences=_once(rules.absences),
        pinned=tuple(pinned.values())[::-1],
        not_hosting_ids=_once(rules.not_hosting_ids),
        must_visit=_once(rules.must_visit),
        may_visit=_once(rules.may_visit),
        round_hosts=_once(rules.round_hosts),
    )


def _once(things: Iterable[Thing]) -> tuple[Thing, ...]:
    return tuple(dict.fromkeys(things))


def _seated_once(seating: Seating) -> Seating:
    """A seating in which nobody sits at two tables; it is no longer what its seed would give."""
    rounds = tuple(_round_once(each) for each in seating.rounds)
    if rounds == seating.rounds:
        return seating
    return replace(seating, rounds=rounds, is_repeatable=False)


def _round_once(entry: Round) -> Round:
    seen: set[str] = set()
    tables = []
    for table in entry.tables:
        tables.append(tuple(person for person in _once(table) if person not in seen))
        seen.update(table)
    return Round(tuple(tables))
