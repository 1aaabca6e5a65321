"""From the agenda file of a sample to an agenda with rooms and people, by way of its instrument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta

from facilitation.domain.agenda import Agenda, AgendaItem, Contributor, ItemKind
from facilitation.domain.guide import GuideSheet
from facilitation.domain.instrument import Instrument, InstrumentDay, InstrumentItem, InstrumentObjective
from facilitation.domain.person import Participation
from facilitation.domain.text import LANGUAGES, Text
from facilitation.library.file_format import ObjectiveFile, text_of
from facilitation.library.sample_format import SampleAgendaFile, SampleItemFile, said
from facilitation.planning.contributors import is_local
from facilitation.planning.guide_outline import scaled_steps

People = Mapping[str, Participation]
"""The people of a sample by their key in ``people.csv``."""


def sample_instrument(instrument: Instrument, agenda: SampleAgendaFile, objectives: list[ObjectiveFile]) -> Instrument:
    """The instrument as if it proposed exactly the agenda and the objectives of the sample."""
    days = tuple(
        InstrumentDay(
            time.fromisoformat(day.starts_at),
            tuple(_item(entry, instrument_row(instrument, number, entry.row)) for entry in day.items),
        )
        for number, day in enumerate(agenda.days, start=1)
    )
    own = tuple(InstrumentObjective(entry.key, entry.text.text()) for entry in objectives)
    return replace(instrument, days=days, objectives=own or instrument.objectives)


def instrument_row(instrument: Instrument, day: int, row: int | None) -> InstrumentItem | None:
    """The row of an instrument's day, both counted from 1; ``None`` if none is meant or there is none."""
    if row is None or day > len(instrument.days) or row > len(instrument.days[day - 1].items):
        return None
    return instrument.days[day - 1].items[row - 1]


def _item(file: SampleItemFile, row: InstrumentItem | None) -> InstrumentItem:
    """One session: what its row of the instrument says, where the file does not say otherwise."""
    start = row or InstrumentItem(*_required(file))
    duration = timedelta(minutes=file.minutes) if file.minutes else start.duration
    return replace(
        start,
        kind=file.kind or start.kind,
        title=text_of(file.title) or start.title,
        duration=duration,
        method_id=file.method or start.method_id,
        questions=start.questions if file.questions is None else timedelta(minutes=file.questions),
        pinned_start=time.fromisoformat(file.pinned_start) if file.pinned_start else start.pinned_start,
        parallel=file.parallel or start.parallel,
        objectives=start.objectives if file.objectives is None else tuple(file.objectives),
        attribution=file.attribution or start.attribution,
        summary=_summary(file) or start.summary,
        internal_note=text_of(file.internal_note) or start.internal_note,
        sheet=_sheet(start.sheet, file, duration),
    )


def _required(file: SampleItemFile) -> tuple[ItemKind, Text, timedelta]:
    """What a session without a row of the instrument must say itself (checked when the files are read)."""
    assert file.kind is not None
    assert file.minutes is not None
    return file.kind, text_of(file.title), timedelta(minutes=file.minutes)


def _sheet(sheet: GuideSheet, file: SampleItemFile, duration: timedelta) -> GuideSheet:
    """The instrument's guide page, its steps stretched to the session's own time."""
    steps = scaled_steps(sheet.steps, duration) if sheet.steps else ()
    return replace(sheet, steps=steps, question=text_of(file.question) or sheet.question)


def _summary(file: SampleItemFile) -> Text:
    """The summary with the presentations of the session named after it."""
    summary = text_of(file.summary)
    for language in LANGUAGES if file.presentations else ():
        named = _listed([presentation.title.text().said_in(language) for presentation in file.presentations])
        summary = summary.with_language(language, " ".join(filter(None, (summary.said_in(language), named))))
    return summary


def _listed(titles: list[str]) -> str:
    """One title as a sentence, several as a numbered list in one."""
    if len(titles) == 1:
        return f"{titles[0]}."
    return "; ".join(f"{number}) {title}" for number, title in enumerate(titles, start=1)) + "."


def staffed(agenda: Agenda, file: SampleAgendaFile, people: People, language: str) -> Agenda:
    """The agenda with rooms, speakers, facilitators and note-takers."""
    for number, day in enumerate(file.days, start=1):
        items = agenda.days[number - 1].items
        pairs = zip(items, day.items, strict=True)
        agenda = agenda.with_day(number, tuple(_staffed_item(item, entry, people, language) for item, entry in pairs))
    return agenda


def _staffed_item(item: AgendaItem, file: SampleItemFile, people: People, language: str) -> AgendaItem:
    teams = [member for presentation in file.presentations for member in presentation.team]
    offices = tuple(Contributor(said(office, language)) for office in file.speaking_offices)
    return replace(
        item,
        room=said(file.room, language),
        speakers=(*_contributors([*file.speakers, *teams], people), *offices),
        facilitators=_contributors(file.facilitators, people),
        note_takers=_contributors(file.note_takers, people),
    )


def _contributors(keys: list[str], people: People) -> tuple[Contributor, ...]:
    parts = [people[key] for key in keys]
    return tuple(Contributor(part.person.name, part.id, is_local(part.person)) for part in parts)
