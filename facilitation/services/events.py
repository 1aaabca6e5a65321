"""Events: make one from an instrument or a sample, change it, move it, remove it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import ConsultationQuestion, Event, Objective
from facilitation.domain.instrument import Instrument
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.library.loader import Library
from facilitation.planning.agenda_edits import with_day_count
from facilitation.planning.agenda_from_instrument import event_parts
from facilitation.planning.event_move import TaskMove, task_moves, tasks_after_move
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

COUNTRIES = ("AL", "XK", "MK", "ME", "RS", "BA")
TIME_ZONES = {
    "AL": "Europe/Tirane",
    "XK": "Europe/Belgrade",
    "MK": "Europe/Skopje",
    "ME": "Europe/Podgorica",
    "RS": "Europe/Belgrade",
    "BA": "Europe/Sarajevo",
}
MOST_PEOPLE = 3000
FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What a person states to make an event; ``expected_people`` 0 = the instrument's usual number."""

    instrument: str
    title: Text
    starts_on: date
    place: str = ""
    country: str = "AL"
    host: Text = Text()
    languages: tuple[str, ...] = ("sq", "en")
    expected_people: int = 0
    topic: Text = Text()


def _refuse_unusable(new: NewEvent, library: Library) -> Instrument:
    if new.instrument not in library.instruments:
        raise NotFound(
            mark("There is no instrument “{key}”. Choose one of: {known}."),
            key=new.instrument,
            known=", ".join(sorted(library.instruments)),
        )
    if not new.title:
        raise InvalidInput(mark("The event has no title. Write one; it stands on every document."))
    if new.country not in COUNTRIES:
        raise InvalidInput(
            mark("The country “{code}” is not known. Choose one of: {known}."),
            code=new.country,
            known=", ".join(COUNTRIES),
        )
    if not 0 <= new.expected_people <= MOST_PEOPLE:
        raise InvalidInput(
            mark("{count} expected people cannot be planned. Give a number from 1 to {most}."),
            count=new.expected_people,
            most=MOST_PEOPLE,
        )
    refuse_far_day(new.starts_on)
    return library.instruments[new.instrument]


def refuse_far_day(day: date) -> None:
    """A slip of the fingers in the year is said, not planned."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidInput(
            mark("An event in the year {year} cannot be planned. Choose a day between {first} and {last}."),
            year=day.year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )


def _consultation(instrument: Instrument, new: NewEvent) -> tuple[ConsultationQuestion, ...]:
    """The instrument's questions with this event's words; a topic nobody named yet is left as three dots."""

    def filled(question: Text, language: str) -> str:
        words = {
            "event": new.title.said_in(language),
            "topic": new.topic.said_in(language) or "…",
            "year": str(new.starts_on.year),
        }
        text = question.said_in(language)
        for name, word in words.items():
            text = text.replace("{" + name + "}", word)
        return text

    return tuple(
        ConsultationQuestion(Text(sq=filled(question, "sq"), en=filled(question, "en")))
        for question in instrument.consultation_questions
    )


def save_record(work: UnitOfWork, record: EventRecord) -> Event:
    """Store every part of a new event; the versions in ``record`` must be 0."""
    event = work.events.save(record.event)
    work.agendas.save(record.agenda)
    work.guides.save(record.guide)
    for task in record.tasks:
        work.tasks.save(task)
    for participation in record.participations:
        work.participations.save(participation)
    for cafe in record.cafes:
        work.cafes.save(cafe)
    for note in record.notes:
        work.notes.save(note)
    if record.proceedings.event_id:
        work.proceedings.save(record.proceedings)
    if record.budget.event_id:
        work.budgets.save(record.budget)
    for questionnaire in record.questionnaires:
        work.questionnaires.save(questionnaire)
    for reply in record.replies:
        work.replies.save(reply)
    for kept in record.releases:
        work.releases.add(kept.release, kept.record)
    return event


@dataclass(frozen=True, slots=True)
class Events:
    """What people do with whole events."""

    desk: Desk
    library: Library

    def list_all(self) -> tuple[Event, ...]:
        """All events, the nearest first day last in time first."""
        with self.desk.reading() as work:
            return work.events.list_all()

    def get(self, event_id: str) -> Event:
        """One event; NotFound when it is gone."""
        with self.desk.reading() as work:
            return work.events.get(event_id)

    def record(self, event_id: str) -> EventRecord:
        """One event with everything that belongs to it."""
        with self.desk.reading() as work:
            return work.record(event_id)

    def create(self, new: NewEvent) -> Event:
        """Make an event with agenda, checklist, guide and café filled and dated from its instrument."""
        instrument = _refuse_unusable(new, self.library)
        event = Event(
            id=self.desk.new_id(),
            instrument=instrument.key,
            title=new.title,
            starts_on=new.starts_on,
            day_count=instrument.day_count,
            place=new.place.strip(),
            country=new.country,
            host=new.host,
            languages=new.languages or ("sq",),
            expected_people=new.expected_people or instrument.typical_people,
            time_zone=TIME_ZONES[new.country],
        )
        event = replace(event, consultation=_consultation(instrument, new))
        parts = event_parts(event, instrument, self.library.methods, self.desk.new_id)
        with self.desk.work() as work:
            made = save_record(
                work,
                EventRecord(parts.event, parts.agenda, parts.guide, tuple(parts.tasks), cafes=tuple(parts.cafes)),
            )
            self.desk.note_change(work, "create", made.id, after=made)
            work.commit()
        return made

    def load_sample(self, name: str, language: str) -> Event:
        """Load a sample event into the database as a new event."""
        from facilitation.library.samples import load_sample  # its file format is slow to import

        record = load_sample(
            self.library.folder,
            name,
            language=language,
            today=self.desk.today(),
            library=self.library,
            new_id=self.desk.new_id,
        )
        with self.desk.work() as work:
            event = save_record(work, record)
            self.desk.note_change(work, "load_sample", event.id, after=event)
            work.commit()
        return event

    def edit(self, seen: Event, wanted: Event) -> Event:
        """Change an event's facts. The first day changes through ``move`` only."""
        if not wanted.title:
            raise InvalidInput(mark("The event has no title. Write one; it stands on every document."))
        if not 1 <= wanted.expected_people <= MOST_PEOPLE:
            raise InvalidInput(
                mark("{count} expected people cannot be planned. Give a number from 1 to {most}."),
                count=wanted.expected_people,
                most=MOST_PEOPLE,
            )
        with self.desk.work() as work:
            stored = work.events.get(seen.id)
            after = merged(seen, replace(wanted, starts_on=seen.starts_on), stored, subject=seen.id)
            if after == stored:
                return stored
            if after.day_count != stored.day_count:
                self._change_day_count(work, stored.id, after.day_count)
            saved = work.events.save(after)
            self.desk.note_change(work, "edit_event", seen.id, before=stored, after=saved)
            work.commit()
        return saved

    def add_objective(self, event_id: str, text: Text) -> Event:
        """Add an objective at the end."""
        event = self.get(event_id)
        goals = (*event.objectives, Objective(self.desk.new_id(), text))
        return self.edit(event, replace(event, objectives=goals))

    def _change_day_count(self, work: UnitOfWork, event_id: str, count: int) -> None:
        agenda = work.agendas.get(event_id)
        saved = work.agendas.save(with_day_count(agenda, count))
        self.desk.note_change(work, "edit_event", event_id, before=agenda, after=saved)

    def moves(self, event_id: str, starts_on: date) -> tuple[TaskMove, ...]:
        """What moving the event to ``starts_on`` would do to each task; nothing is saved."""
        refuse_far_day(starts_on)
        with self.desk.reading() as work:
            event = work.events.get(event_id)
            return task_moves(work.tasks.list_for(event_id), event, replace(event, starts_on=starts_on))

    def move(self, event_id: str, starts_on: date) -> Event:
        """Move the event: open tasks follow, done and pinned ones stay."""
        refuse_far_day(starts_on)
        with self.desk.work() as work:
            event = work.events.get(event_id)
            if event.starts_on == starts_on:
                return event
            moved = work.events.save(replace(event, starts_on=starts_on))
            before = work.tasks.list_for(event_id)
            for old, new in zip(before, tasks_after_move(before, event, moved), strict=True):
                if new != old:
                    saved = work.tasks.save(new)
                    self.desk.note_change(work, "move_event", event_id, before=old, after=saved)
            self.desk.note_change(work, "move_event", event_id, before=event, after=moved)
            work.commit()
        return moved

    def remove(self, event_id: str) -> None:
        """Remove an event and everything that belongs to it; an archive made before can bring it back."""
        with self.desk.work() as work:
            work.events.remove(event_id)
            work.commit()
