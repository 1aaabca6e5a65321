"""Loads a sample event from ``agendas/samples/<name>/`` as a whole new record in one language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from facilitation.domain.agenda import Agenda
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import ConsultationQuestion, Event, SectorTarget
from facilitation.domain.proceedings import ProceedingsPlan, SectionText
from facilitation.domain.record import EventRecord
from facilitation.errors import NotFound, mark
from facilitation.library.file_format import text_of
from facilitation.library.loader import Library
from facilitation.library.sample_agenda import People, sample_instrument, staffed
from facilitation.library.sample_files import SampleFiles, read_sample
from facilitation.library.sample_format import SampleEventFile, said
from facilitation.library.sample_notes import Notebook, notes_of
from facilitation.library.sample_people import participations_of
from facilitation.library.sample_seating import seated, set_up
from facilitation.library.sample_tasks import Checklist, tasks_of
from facilitation.planning.agenda_from_instrument import NewEventParts, event_parts
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.working_days import is_working_day

NewId = Callable[[], str]


def load_sample(folder: Path, name: str, *, language: str, today: date, library: Library, new_id: NewId) -> EventRecord:
    """A sample as a new record: fresh ids, versions 0, what an event holds once taken in ``language``.

    ``folder`` holds the library (``agendas/``). Raises ``NotFound`` for an unknown name and ``LibraryProblem`` with
    everything that is wrong in the files.
    """
    if name not in library.sample_names():
        raise NotFound(
            mark("There is no sample “{name}”. Choose one of: {known}."),
            name=name,
            known=", ".join(library.sample_names()),
        )
    files = read_sample(folder, name, library)
    event = _event(files.event, language, today, new_id())
    instrument = sample_instrument(library.instruments[event.instrument], files.agenda, files.event.objectives)
    parts = event_parts(event, instrument, library.methods, new_id)
    participations = participations_of(files.people, event.id, language, new_id)
    people = {row.key: part for row, part in zip(files.people, participations, strict=True)}
    agenda = staffed(parts.agenda, files.agenda, people, language)
    checklist = Checklist(parts.event, people, language, today)
    return EventRecord(
        event=parts.event,
        agenda=agenda,
        guide=parts.guide,
        tasks=tasks_of(files.tasks, parts.tasks, checklist, new_id),
        participations=participations,
        cafes=tuple(_cafe(cafe, files, agenda, people) for cafe in parts.cafes),
        notes=notes_of(files.notes, files.cafe, _notebook(files, parts, agenda, people, language), new_id),
        proceedings=_proceedings(files, event.id),
    )


def _event(file: SampleEventFile, language: str, today: date, event_id: str) -> Event:
    starts_on = file.starts_on or _working_day_from(today + timedelta(days=file.starts_in_days or 0), file.country)
    before = file.design_started_days_before
    return Event(
        id=event_id,
        instrument=file.instrument,
        title=file.title.text(),
        starts_on=starts_on,
        place=said(file.place, language),
        country=file.country,
        host=text_of(file.host),
        # What was typed once is in the language of loading, so that language comes first.
        languages=tuple(sorted(file.languages, key=lambda code: code != language)),
        expected_people=file.expected_people,
        time_zone=file.time_zone,
        design_started_on=None if before is None else starts_on - timedelta(days=before),
        sector_targets=tuple(SectorTarget(entry.sector, entry.percent / 100) for entry in file.sector_targets),
        about=text_of(file.about),
        expected_results=text_of(file.expected_results),
        consultation=tuple(
            ConsultationQuestion(entry.question.text(), text_of(entry.synthesis)) for entry in file.consultation
        ),
        donors=text_of(file.donors),
        is_sample=True,
        sources_note=file.sources_note.text(),
    )


def _working_day_from(day: date, country: str) -> date:
    while not is_working_day(day, country):
        day += timedelta(days=1)
    return day


def _cafe(cafe: Cafe, files: SampleFiles, agenda: Agenda, people: People) -> Cafe:
    """The café as the file sets it up; as the instrument proposes it where the file is about another session."""
    marks = dict(zip((entry.key for entry in files.agenda.items), agenda.items(), strict=True))
    if files.cafe is None or marks[files.cafe.item][1].id != cafe.item_id:
        return cafe
    return seated(set_up(cafe, files.cafe, people), people.values(), marks[files.cafe.item][0])


def _notebook(files: SampleFiles, parts: NewEventParts, agenda: Agenda, people: People, language: str) -> Notebook:
    items = (item for _, item in agenda.items())
    return Notebook(
        event_id=parts.event.id,
        items=dict(zip((entry.key for entry in files.agenda.items), items, strict=True)),
        starts={entry.item.id: entry.starts_at for entry in timed_items(agenda, parts.event.starts_on)},
        people=people,
        language=language,
    )


def _proceedings(files: SampleFiles, event_id: str) -> ProceedingsPlan:
    texts = files.proceedings.texts if files.proceedings else ()
    return ProceedingsPlan(event_id, texts=tuple(SectionText(entry.section, entry.text.text()) for entry in texts))
