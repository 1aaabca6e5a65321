"""How long what is known of a person is kept after the event, and what is due to go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from facilitation.domain.person import Consent, Participation
from facilitation.errors import mark


class FieldGroup(StrEnum):
    """Fields that are kept equally long; those that go first stand first."""

    NEEDS = "needs"
    CHECK_INS = "check_ins"
    LINKS = "links"
    REMARKS = "remarks"
    REPLIES = "replies"
    CONTACTS = "contacts"
    IDENTITY = "identity"


FieldPath = tuple[str, ...]
FIELDS: Mapping[FieldGroup, tuple[FieldPath, ...]] = {
    FieldGroup.NEEDS: (("access_needs",), ("dietary_needs",)),
    FieldGroup.CHECK_INS: (("check_ins",),),
    FieldGroup.LINKS: (),
    FieldGroup.REMARKS: (("note",), ("travel",)),
    FieldGroup.REPLIES: (),
    FieldGroup.CONTACTS: (("person", "email"), ("person", "phone")),
    FieldGroup.IDENTITY: (),
}
"""Where the fields of a group stand in a participation; the identity is everything, and goes by erasing the person.

Links and replies are no fields of it (``retention_consultation``).
"""


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """A group is deleted so many days after the last day of the event, for a reason that can be shown to anybody."""

    group: FieldGroup
    days: int
    reason: str


DEFAULTS = (
    RetentionRule(FieldGroup.NEEDS, 14, mark("Health and belief may show in them; meals and access are settled.")),
    RetentionRule(FieldGroup.CHECK_INS, 30, mark("Which days somebody came is enough; the hours are not needed.")),
    RetentionRule(FieldGroup.LINKS, 30, mark("The form is closed: nobody needs its address any more.")),
    RetentionRule(FieldGroup.REMARKS, 90, mark("Travel is settled and the proceedings are out.")),
    RetentionRule(
        FieldGroup.REPLIES, 365, mark("The synthesis and the proceedings are out; figures, choices and themes stay.")
    ),
    RetentionRule(
        FieldGroup.CONTACTS, 730, mark("For the invitation to the next event; who agreed to be contacted stays.")
    ),
    RetentionRule(
        FieldGroup.IDENTITY, 1825, mark("Attendance, consents and certificates are proof as long as donors may audit.")
    ),
)
"""Five years and less; the agreement with the donor and a lawyer have the last word (law 124/2024, article 5)."""


@dataclass(frozen=True, slots=True)
class Held:
    """A participation with the days that count: the last of its own event, and of the last event of the person.

    ``may_contact`` = the person agreed, in some event, to be contacted about later ones.
    """

    part: Participation
    ended_on: date
    last_ended_on: date
    may_contact: bool


@dataclass(frozen=True, slots=True)
class DueGroup:
    """Fields of a participation that are to go, since when, and in which fields something stands."""

    part: Participation
    group: FieldGroup
    since: date
    fields: tuple[str, ...]

    @property
    def event_id(self) -> str:
        """The event it is of."""
        return self.part.event_id

    @property
    def name(self) -> str:
        """Whose it is."""
        return self.part.person.name

    @property
    def person_id(self) -> str:
        """Who that is in all events."""
        return self.part.person.id


def due_groups(held: Iterable[Held], rules: Sequence[RetentionRule], today: date) -> tuple[DueGroup, ...]:
    """What is to be deleted today, the oldest first; where nothing stands nothing is due."""
    found = [due for entry in held for rule in rules for due in _due(entry, rule, today)]
    return tuple(sorted(found, key=lambda due: (due.since, due.part.person.name, due.part.id, due.group)))


def _due(entry: Held, rule: RetentionRule, today: date) -> Iterator[DueGroup]:
    is_of_person = rule.group in (FieldGroup.CONTACTS, FieldGroup.IDENTITY)
    since = (entry.last_ended_on if is_of_person else entry.ended_on) + timedelta(days=rule.days)
    if since >= today or (rule.group is FieldGroup.CONTACTS and entry.may_contact):
        return
    if rule.group is FieldGroup.IDENTITY:
        if not entry.part.person.is_coded:
            yield DueGroup(entry.part, rule.group, since, ("name",))
        return
    fields = tuple(path[-1] for path in FIELDS[rule.group] if _value(entry.part, path))
    if fields:
        yield DueGroup(entry.part, rule.group, since, fields)


def _value(part: Participation, path: FieldPath) -> object:
    value: object = part
    for name in path:
        value = getattr(value, name)
    return value


def without_group(part: Participation, group: FieldGroup) -> Participation:
    """The participation with the fields of a group emptied."""
    if group is FieldGroup.NEEDS:
        return replace(part, access_needs="", dietary_needs="")
    if group is FieldGroup.CHECK_INS:
        return replace(part, check_ins=())
    if group is FieldGroup.REMARKS:
        return replace(part, note="", travel="")
    if group is FieldGroup.CONTACTS:
        return replace(part, person=replace(part.person, email="", phone=""))
    return part


def held_parts(parts: Iterable[tuple[Participation, date]]) -> tuple[Held, ...]:
    """Participations with the last day of their event, joined by person."""
    known = tuple(parts)
    last: dict[str, date] = {}
    for part, ended_on in known:
        last[part.person.id] = max(ended_on, last.get(part.person.id, ended_on))
    agreed = {part.person.id for part, _ in known if part.contact_consent is Consent.YES}
    return tuple(Held(part, on, last[part.person.id], part.person.id in agreed) for part, on in known)
