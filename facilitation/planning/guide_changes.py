"""Which pages of a printed guide are out of date: what differs between the released plan and the one of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.guide import GuideSheet
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import TimedItem, timed_items

GONE = "gone"
Page = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class PageChange:
    """What happened to the page of a session: "new", "changed", "moved" (only the clock is another) or "gone".

    ``entry`` is of today's plan; of a page that is gone, of the old one.
    """

    entry: TimedItem
    what: str


@dataclass(frozen=True, slots=True)
class GuideChanges:
    """What a holder of the older print must take out and put in: pages of sessions in the order of the days.

    ``parts`` are the other parts of the guide that changed, of "cover", "throughout" (what holds throughout), "glance"
    (the table of all sessions) and "materials" (the last list).
    """

    pages: tuple[PageChange, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def item_ids(self) -> frozenset[str]:
        """The sessions whose pages must be printed anew."""
        return frozenset(change.entry.item.id for change in self.pages if change.what != GONE)

    def __bool__(self) -> bool:
        return bool(self.pages or self.parts)


def guide_changes(before: EventRecord, after: EventRecord) -> GuideChanges:
    """What differs between the guides of two plans, as they print: what nobody reads in the guide does not count."""
    old, new = _paged(before), _paged(after)
    found = [PageChange(entry, GONE) for item_id, entry in old.items() if item_id not in new]
    for item_id, entry in new.items():
        if item_id not in old:
            found.append(PageChange(entry, "new"))
        elif _text(before, old[item_id]) != _text(after, entry):
            found.append(PageChange(entry, "changed"))
        elif _clock(old[item_id]) != _clock(entry):
            found.append(PageChange(entry, "moved"))
    pages = tuple(sorted(found, key=lambda change: _clock(change.entry)))
    was, now = _parts(before, old), _parts(after, new)
    return GuideChanges(pages, tuple(name for name in now if was[name] != now[name]))


def _paged(record: EventRecord) -> Mapping[str, TimedItem]:
    """The sessions that have a page in the guide."""
    timed = timed_items(record.agenda, record.event.starts_on)
    return {entry.item.id: entry for entry in timed if record.guide.sheet(entry.item.id) != GuideSheet(entry.item.id)}


def _text(record: EventRecord, entry: TimedItem) -> Page:
    """What is printed on the page of a session, but for the clock."""
    return record.guide.sheet(entry.item.id), *_of_item(entry.item), entry.item.internal_note.strip()


def _of_item(item: AgendaItem) -> Page:
    people = (tuple(person.name for person in group) for group in (item.facilitators, item.note_takers))
    return item.title, item.kind, item.duration, item.room.strip(), *people


def _clock(entry: TimedItem) -> tuple[int, datetime]:
    return entry.day, entry.starts_at


def _parts(record: EventRecord, pages: Iterable[str]) -> dict[str, Page]:
    """What is printed before and after the pages of the sessions."""
    event, timed = record.event, timed_items(record.agenda, record.event.starts_on)
    return {
        "cover": (event.title, event.starts_on, event.day_count, event.place, event.host),
        "throughout": (event.objectives, record.guide.elements),
        "glance": tuple((_clock(entry), *_of_item(entry.item)) for entry in timed),
        "materials": tuple(found for item_id in pages if (found := record.guide.sheet(item_id).materials)),
    }
