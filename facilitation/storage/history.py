"""What a change wrote into the history, and the way back from it.

A change keeps two JSON texts of the same shape, holding only what differs: for fields their values, for lists whose
members carry an id (items, sheets, steps, objectives) the changed members and, where it changed, the order. Days have
no id; their number stands for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from facilitation.domain.agenda import Agenda
from facilitation.domain.budget import Budget
from facilitation.domain.cafe import Cafe
from facilitation.domain.consultation import Questionnaire, Reply
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide
from facilitation.domain.history import Change
from facilitation.domain.note import Note
from facilitation.domain.person import Participation
from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.domain.release import Release
from facilitation.domain.task import Task
from facilitation.errors import InvalidInput, mark

_KINDS: Mapping[str, type[Any]] = {
    "event": Event,
    "agenda": Agenda,
    "guide": Guide,
    "task": Task,
    "participation": Participation,
    "cafe": Cafe,
    "note": Note,
    "proceedings": ProceedingsPlan,
    "release": Release,
    "budget": Budget,
    "questionnaire": Questionnaire,
    "reply": Reply,
}
_ID_FIELDS = {"cafe": "item_id"} | dict.fromkeys(("agenda", "guide", "proceedings", "budget"), "event_id")
"""Where a thing's own id stands; `id` unless said here."""
_MEMBERS = "*members"
_ORDER = "*order"
_NUMBERED = "days"
_Json = dict[str, Any]


@cache
def _adapter(subject: str) -> TypeAdapter[Any]:
    """What reads and writes a kind of thing; made when first needed."""
    return TypeAdapter(_KINDS[subject])


def change_of(
    before: object | None,
    after: object | None,
    *,
    event_id: str,
    verb: str,
    actor: str,
    at: datetime,
    new_id: Callable[[], str],
) -> Change:
    """The row of history for a change from ``before`` to ``after``; None stands for "did not exist".

    ``subject`` and ``subject_id`` follow from the object. ValueError if both sides are None (a bug of the caller).
    """
    thing = before if before is not None else after
    subject = next((name for name, kind in _KINDS.items() if isinstance(thing, kind)), None)
    if subject is None:
        raise ValueError(f"no history is kept for {type(thing).__name__}")
    earlier, later = _as_json(subject, before), _as_json(subject, after)
    if earlier is not None and later is not None:
        earlier, later = _difference(earlier, later)
    return Change(
        id=new_id(),
        event_id=event_id,
        happened_at=at,
        actor=actor,
        verb=verb,
        subject=subject,
        subject_id=str(getattr(thing, _ID_FIELDS.get(subject, "id"))),
        before=_as_text(earlier),
        after=_as_text(later),
    )


def undone(current: object | None, change: Change) -> object | None:
    """``current`` as it was before ``change``; None where it did not exist then.

    What others changed since stays wherever this change did not touch it. The version is that of ``current`` (0 for
    a thing to be made anew), so that the result can be saved. Raises InvalidInput where what was changed is gone.
    """
    if not change.before:
        return None
    before = json.loads(change.before)
    if not change.after:
        return _from_json(change.subject, before, version=getattr(current, "version", 0))
    if current is None:
        raise _too_late()
    now = _as_json(change.subject, current) or {}
    earlier = _fields_undone(now, before, json.loads(change.after))
    return _from_json(change.subject, earlier, version=getattr(current, "version", 0))


def made_again(current: object | None, change: Change) -> object | None:
    """``current`` with a change that was undone made again: the same way back, walked in the other direction."""
    try:
        return undone(current, replace(change, before=change.after, after=change.before))
    except InvalidInput as error:
        raise InvalidInput(
            mark("This change cannot be made again, because what it changed has been removed since.")
        ) from error


def _as_json(subject: str, thing: object | None) -> _Json | None:
    """The fields of a thing without its version."""
    if thing is None:
        return None
    found: _Json = _adapter(subject).dump_python(thing, mode="json")
    found.pop("version", None)
    return found


def _as_text(value: _Json | None) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _from_json(subject: str, value: _Json, *, version: int) -> object:
    try:
        thing: object = _adapter(subject).validate_json(json.dumps(value))
    except ValidationError as error:
        raise _too_late() from error
    return replace(thing, version=version)  # type: ignore[type-var]


def _too_late() -> InvalidInput:
    return InvalidInput(mark("This change cannot be undone any more, because what it changed has been removed since."))


def _difference(before: _Json, after: _Json) -> tuple[_Json, _Json]:
    """The fields that differ, as they were and as they are."""
    earlier: _Json = {}
    later: _Json = {}
    for name in before:
        if before[name] != after[name]:
            earlier[name], later[name] = _value_difference(name, before[name], after[name])
    return earlier, later


def _value_difference(name: str, before: Any, after: Any) -> tuple[Any, Any]:
    """The smallest description of two values that differ."""
    if isinstance(before, dict) and isinstance(after, dict):
        return _difference(before, after)
    old, new = _by_id(name, before), _by_id(name, after)
    if old is None or new is None:
        return before, after
    return _member_difference(old, new)


def _by_id(name: str, value: Any) -> dict[str, _Json] | None:
    """The members of a list under their ids, in order; None where they have none."""
    if not isinstance(value, list) or not all(isinstance(member, dict) for member in value):
        return None
    if name == _NUMBERED:
        return {str(number): member for number, member in enumerate(value, start=1)}
    ids = [member.get("id", member.get("item_id")) for member in value]
    is_clear = None not in ids and len(set(ids)) == len(ids)
    return dict(zip(ids, value, strict=True)) if is_clear else None


def _member_difference(old: dict[str, _Json], new: dict[str, _Json]) -> tuple[_Json, _Json]:
    """The members that came, went or changed; with the order where it is not the same."""
    earlier: _Json = {_MEMBERS: {key: member for key, member in old.items() if key not in new}}
    later: _Json = {_MEMBERS: {key: member for key, member in new.items() if key not in old}}
    for key in old:
        if key in new and old[key] != new[key]:
            earlier[_MEMBERS][key], later[_MEMBERS][key] = _difference(old[key], new[key])
    if list(old) != list(new):
        earlier[_ORDER], later[_ORDER] = list(old), list(new)
    return earlier, later


def _fields_undone(now: _Json, before: _Json, after: _Json) -> _Json:
    """The fields of ``now`` with those of the change set back."""
    return now | {name: _value_undone(name, now.get(name), before[name], after.get(name)) for name in before}


def _value_undone(name: str, now: Any, before: Any, after: Any) -> Any:
    """One value set back: as a whole, by fields or by members, as the change describes it."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return before
    if _MEMBERS in before:
        members = _by_id(name, now)
        if members is None:
            raise _too_late()
        return _members_undone(members, before, after)
    if not isinstance(now, dict):
        raise _too_late()
    return _fields_undone(now, before, after)


def _members_undone(now: dict[str, _Json], before: _Json, after: _Json) -> list[_Json]:
    """The members with those that came taken out, those that went put back and the order as it was."""
    old, new = before[_MEMBERS], after[_MEMBERS]
    members = {key: member for key, member in now.items() if key in old or key not in new}
    for key, member in old.items():
        if key not in new:
            members[key] = member
        elif key in members:
            members[key] = _fields_undone(members[key], member, new[key])
    order = _order_undone(list(members), before[_ORDER]) if _ORDER in before else list(members)
    return [members[key] for key in order]


def _order_undone(keys: list[str], wanted: list[str]) -> list[str]:
    """The keys as they stood in ``wanted``; keys it does not know stay behind the one they stood behind."""
    order = [key for key in wanted if key in keys]
    for place, key in enumerate(keys):
        if key not in order:
            order.insert(order.index(keys[place - 1]) + 1 if place else 0, key)
    return order
