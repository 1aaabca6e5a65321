"""What a merge of two people leaves beside the history, so that undoing it brings back everything.

Links to phone pages and forms, and somebody's place on the list, are no part of the history. A trace keeps which of
them went from one part to the other: ids and fingerprints only, nothing of a person.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, cast

from facilitation.domain.history import Change
from facilitation.domain.person import Participation
from facilitation.storage.unit_of_work import UnitOfWork

MERGE = "merge_people"
_TRACE = "people_merged:"


def keep_trace(work: UnitOfWork, removed: Participation, kept_id: str) -> None:
    """Give the links of a part that goes to the kept one, and remember which they were and where it stood."""
    phones = [link.token for link in work.phone_links.of_part(removed.id)]
    forms = [link.id for link in work.form_links.list_for(removed.event_id) if link.participation_id == removed.id]
    trace = {
        "kept": kept_id,
        "number": work.participations.number_of(removed.id),
        "phones": [_fingerprint(token) for token in phones],
        "forms": forms,
    }
    work.preferences.put(_TRACE + removed.id, json.dumps(trace))
    work.phone_links.move(phones, kept_id)
    work.form_links.move(forms, kept_id)


def merge_undone(work: UnitOfWork, change: Change) -> None:
    """A part that a merge took away is back: its place on the list and its links are its own again."""
    trace = _trace(work, change)
    if trace:
        work.participations.put_at(change.subject_id, trace["number"])
        wanted = set(trace["phones"])
        phones = [link.token for link in work.phone_links.of_part(trace["kept"]) if _fingerprint(link.token) in wanted]
        work.phone_links.move(phones, change.subject_id)
        work.form_links.move(trace["forms"], change.subject_id)


def merge_made_again(work: UnitOfWork, change: Change) -> None:
    """The part is taken away once more: its links go to the kept one again."""
    trace = _trace(work, change)
    if trace:
        work.phone_links.move([link.token for link in work.phone_links.of_part(change.subject_id)], trace["kept"])
        work.form_links.move(trace["forms"], trace["kept"])


def undo_order(stroke: Iterable[Change]) -> tuple[Change, ...]:
    """The changes of one merge over all events, newest first, as they have to be undone.

    Who went over to the kept person comes first: they find their own data only while the merged data still stand.
    """
    return tuple(sorted(stroke, key=lambda change: not _left_a_person(change)))


def _left_a_person(change: Change) -> bool:
    before = json.loads(change.before) if change.subject == "participation" and change.before else {}
    return "id" in before.get("person", {})


def _trace(work: UnitOfWork, change: Change) -> dict[str, Any] | None:
    is_removal = change.verb == MERGE and change.subject == "participation" and not change.after
    text = work.preferences.get(_TRACE + change.subject_id) if is_removal else ""
    return cast("dict[str, Any]", json.loads(text)) if text else None


def _fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:24]
