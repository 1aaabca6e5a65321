"""Series of events: their rhythm, what was handed in, who presides, and which events belong to them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.series import Delivery, Duty, DutyKind, Presidency, Rhythm, Series
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.library.loader import Library
from facilitation.planning.commitments import OpenCommitment
from facilitation.planning.presidency import HandoverTask, Term, ending_term, handover, rotation, term_at
from facilitation.planning.series_checks import refuse_unusable
from facilitation.planning.series_rhythm import DutyStanding, owed_paper, standings
from facilitation.services.commitments import promises
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

logger = logging.getLogger(__name__)
FIRST_YEAR = 1990
Change = Callable[[Series], Series]


@dataclass(frozen=True, slots=True)
class SeriesOverview:
    """One series on a day. ``events`` are the earliest first; ``term`` None = nobody presides."""

    series: Series
    events: tuple[Event, ...]
    standings: tuple[DutyStanding, ...]
    commitments: tuple[OpenCommitment, ...]
    term: Term | None = None
    terms: tuple[Term, ...] = ()
    handover: tuple[HandoverTask, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesNotice:
    """Something of a series that the first screens say: a duty overdue or soon due, or a term that ends."""

    series: Series
    standing: DutyStanding | None = None
    term: Term | None = None
    next_president: str = ""


@dataclass(frozen=True, slots=True)
class EventSeries:
    """What people do with series."""

    desk: Desk
    library: Library

    def list_all(self) -> tuple[Series, ...]:
        """Every series."""
        with self.desk.reading() as work:
            return work.series.list_all()

    def get(self, series_id: str) -> Series:
        """One series; NotFound when it is gone."""
        with self.desk.reading() as work:
            return work.series.get(series_id)

    def overview(self, series_id: str) -> SeriesOverview:
        """One series with everything its screen shows."""
        today = self.desk.today()
        with self.desk.reading() as work:
            series = work.series.get(series_id)
            events = events_of(work, series_id)
            open_ones = promises(work, events)
        found = SeriesOverview(series, events, standings(series, events, today), open_ones)
        turns = series.presidency
        if turns is None:
            return found
        steps = handover(turns, series.deliveries, today)
        return replace(found, term=term_at(turns, today), terms=rotation(turns, today), handover=steps)

    def notices(self) -> tuple[SeriesNotice, ...]:
        """What of all series is overdue (the longest first), soon due without an event planned, or ends soon."""
        today = self.desk.today()
        with self.desk.reading() as work:
            known = work.series.list_all()
            events = work.events.list_all() if known else ()
        due: list[SeriesNotice] = []
        terms: list[SeriesNotice] = []
        for series in known:
            own = tuple(event for event in events if event.series_id == series.id)
            due += [SeriesNotice(series, found) for found in standings(series, own, today) if _is_urgent(found)]
            terms += _ending(series, today)
        return (*sorted(due, key=_urgency), *terms)

    def make(self, title: Text, instrument: str) -> Series:
        """Make a series of an instrument with the rhythm the library proposes."""
        if instrument not in self.library.instruments:
            raise NotFound(mark("This kind of event is not in the library any more. Choose another one."))
        with self.desk.work() as work:
            saved = self._save_new(work, title, instrument, self.desk.today())
            work.commit()
        return saved

    def make_from(self, event_id: str) -> Series:
        """Make a series that begins with an event and bears its name."""
        with self.desk.work() as work:
            event = work.events.get(event_id)
            first = min(self.desk.today(), event.starts_on)
            saved = self._save_new(work, event.title, event.instrument, first)
            self._put_in(work, event, saved.id)
            work.commit()
        return saved

    def _save_new(self, work: UnitOfWork, title: Text, instrument: str, since: date) -> Series:
        series = Series(self.desk.new_id(), title, instrument)
        series = self._with_rhythm(series, self.library.rhythms.get(instrument), since)
        refuse_unusable(series)
        logger.info("make_series series=%s", series.id)
        return work.series.save(series)

    def _with_rhythm(self, series: Series, rhythm: Rhythm | None, since: date) -> Series:
        """Meetings are owed from ``since``; papers from today, for nobody asks for those of the past."""
        if rhythm is None:
            return series
        today = self.desk.today()
        duties = (replace(duty, since=today if duty.kind is DutyKind.REPORT else since) for duty in rhythm.duties)
        return replace(series, duties=tuple(duties))

    def take_rhythm(self, series_id: str, instrument: str) -> Series:
        """Give a series the rhythm the library has for an instrument; what it owed before is replaced."""
        rhythm, today = self.library.rhythms.get(instrument), self.desk.today()
        return self._change(series_id, lambda series: self._with_rhythm(series, rhythm, today))

    def edit(self, seen: Series, wanted: Series) -> Series:
        """Change name and note; duties, presidency and deliveries have verbs of their own."""
        new = replace(seen, title=wanted.title, note=wanted.note.strip())
        return self._change(seen.id, lambda stored: merged(seen, new, stored, subject=seen.id))

    def add_duty(self, series_id: str, duty: Duty) -> Series:
        """Add something that is owed again and again; its id is given here."""
        new = replace(duty, id=self.desk.new_id(), since=duty.since or self.desk.today())
        return self._change(series_id, lambda stored: replace(stored, duties=(*stored.duties, new)))

    def edit_duty(self, series_id: str, seen: Duty, wanted: Duty) -> Series:
        """Change one duty; what somebody else changed in others, or in other fields of it, stays."""

        def change(stored: Series) -> Series:
            now = stored.duty(seen.id)
            if now is None:
                raise NotFound(mark("This duty was removed by somebody else. Nothing was changed."))
            new = merged(seen, wanted, now, subject=seen.id)
            return replace(stored, duties=tuple(new if duty.id == new.id else duty for duty in stored.duties))

        return self._change(series_id, change)

    def remove_duty(self, series_id: str, duty_id: str) -> Series:
        """Remove a duty; no other one is compared with it any more."""

        def change(stored: Series) -> Series:
            kept = (duty for duty in stored.duties if duty.id != duty_id)
            return replace(
                stored,
                duties=tuple(replace(duty, oftener_than="") if duty.oftener_than == duty_id else duty for duty in kept),
            )

        return self._change(series_id, change)

    def set_presidency(self, series_id: str, seen: Presidency | None, wanted: Presidency | None) -> Series:
        """Say who presides in turn (``None`` = nobody); the steps of a handover come from the library."""

        def change(stored: Series) -> Series:
            now, new = stored.presidency, wanted
            if new and now and seen:
                new = merged(seen, new, now, subject=series_id)
            if new and not new.steps:
                rhythm = self.library.rhythms.get(stored.instrument)
                new = replace(new, steps=rhythm.steps if rhythm else ())
            return replace(stored, presidency=new)

        return self._change(series_id, change)

    def deliver(
        self, series_id: str, duty_id: str, done_on: date, *, note: str = "", due_on: date | None = None
    ) -> Series:
        """Say that a paper was handed in, a meeting held elsewhere or a step done; a paper counts for what it owed."""
        self._refuse_day(done_on)
        with self.desk.work() as work:
            stored = work.series.get(series_id)
            duty = stored.duty(duty_id)
            if duty and duty.kind is DutyKind.REPORT and due_on is None:
                due_on = owed_paper(stored, duty, (), self.desk.today())
            entry = Delivery(self.desk.new_id(), duty_id, done_on, note.strip(), due_on)
            saved = work.series.save(replace(stored, deliveries=(*stored.deliveries, entry)))
            work.commit()
        return saved

    def take_back(self, series_id: str, delivery_id: str) -> Series:
        """Take back what was entered as handed in or done."""
        return self._change(
            series_id,
            lambda stored: replace(
                stored, deliveries=tuple(entry for entry in stored.deliveries if entry.id != delivery_id)
            ),
        )

    def join(self, series_id: str, event_id: str) -> Event:
        """Put an event into a series; it leaves the one it was in."""
        with self.desk.work() as work:
            work.series.get(series_id)
            saved = self._put_in(work, work.events.get(event_id), series_id)
            work.commit()
        return saved

    def leave(self, event_id: str) -> Event:
        """Take an event out of its series."""
        with self.desk.work() as work:
            saved = self._put_in(work, work.events.get(event_id), "")
            work.commit()
        return saved

    def _put_in(self, work: UnitOfWork, event: Event, series_id: str) -> Event:
        if event.series_id == series_id:
            return event
        saved = work.events.save(replace(event, series_id=series_id))
        verb = "join_series" if series_id else "leave_series"
        self.desk.note_change(work, verb, event.id, before=event, after=saved)
        return saved

    def remove(self, series_id: str) -> None:
        """Remove a series; its events stay as they are and belong to none."""
        with self.desk.work() as work:
            work.series.remove(series_id)
            work.commit()
        logger.info("remove_series series=%s", series_id)

    def _change(self, series_id: str, change: Change) -> Series:
        with self.desk.work() as work:
            stored = work.series.get(series_id)
            after = change(stored)
            if after == stored:
                return stored
            refuse_unusable(after)
            saved = work.series.save(after)
            work.commit()
        logger.info("edit_series series=%s", series_id)
        return saved

    def _refuse_day(self, day: date) -> None:
        if day > self.desk.today() or day.year < FIRST_YEAR:
            raise InvalidInput(
                mark("This day cannot be entered as done: it has not come yet or is too long ago. Choose another day.")
            )


def events_of(work: UnitOfWork, series_id: str) -> tuple[Event, ...]:
    """The events of a series, the earliest first."""
    return tuple(event for event in work.events.list_all() if event.series_id == series_id)


def _is_urgent(found: DutyStanding) -> bool:
    return found.overdue > 0 or found.is_soon


def _urgency(notice: SeriesNotice) -> tuple[int, str]:
    """The longest overdue first; of equal ones in the order of their names."""
    left = notice.standing.days_left if notice.standing else None
    return left or 0, str(notice.series.title)


def _ending(series: Series, today: date) -> list[SeriesNotice]:
    turns = series.presidency
    term = ending_term(turns, today) if turns else None
    if turns is None or term is None:
        return []
    following = turns.members[(term.number + 1) % len(turns.members)]
    return [SeriesNotice(series, term=term, next_president=following)]
