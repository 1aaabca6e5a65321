"""Minutes, reports, a charter: what is typed for their parts, which parts go in, and what they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from facilitation.domain.note import NoteKind
from facilitation.domain.proceedings import ProceedingsPlan, VolumePart
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.domain.volume_outline import OutlinePart, VolumeOutline
from facilitation.errors import NotFound, mark
from facilitation.library.loader import Library
from facilitation.planning.anonymity import masked
from facilitation.planning.composition import has_attended
from facilitation.planning.report_outline import Report, report, stored_part
from facilitation.planning.report_sources import ReportSources, SeriesMeeting, public_notes, sources_of
from facilitation.services.anonymity import is_withheld, releasable
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.services.series import events_of
from facilitation.services.syntheses import consulted
from facilitation.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Reports:
    """What people do with the other volumes of an event."""

    desk: Desk
    library: Library

    def offered(self, event_id: str) -> tuple[tuple[VolumeOutline, ...], tuple[VolumeOutline, ...]]:
        """The volumes an event of its kind has, and all others."""
        with self.desk.reading() as work:
            instrument = work.events.get(event_id).instrument
        own = tuple(entry for entry in self.library.volumes.values() if instrument in entry.instruments)
        return _main_first(own, instrument), tuple(e for e in self.library.volumes.values() if e not in own)

    def look(self, event_id: str, paper: str) -> Report:
        """A volume as it stands, for the screen: nothing is hidden from those who write it."""
        outline = self._outline(paper)
        with self.desk.reading() as work:
            return report(outline, read_sources(work, self.desk, self.library, work.record(event_id)))

    def write(self, event_id: str, paper: str, part: str, seen: Text, wanted: Text) -> ProceedingsPlan:
        """Write the words of a part; those of the other parts are nobody's business here."""
        self._part(paper, part)

        def written(stored: VolumePart) -> VolumePart:
            return replace(stored, text=merged(seen, wanted, stored.text, subject=f"{paper}/{part}"))

        return self._change(event_id, paper, part, written)

    def include(self, event_id: str, paper: str, part: str, *, is_in: bool) -> ProceedingsPlan:
        """Take a part into the volume, or leave it out; what was typed for it is kept."""
        self._part(paper, part)
        return self._change(event_id, paper, part, lambda stored: replace(stored, is_left_out=not is_in))

    def is_withheld(self, event_id: str, paper: str) -> bool:
        """Whether a volume that leaves the team waits for the anonymity check."""
        if not self._outline(paper).leaves_the_team:
            return False
        with self.desk.reading() as work:
            return is_withheld(work.record(event_id), paper)

    def _change(
        self, event_id: str, paper: str, part: str, change: Callable[[VolumePart], VolumePart]
    ) -> ProceedingsPlan:
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            stored = stored_part(plan, paper, part)
            after = change(stored)
            if after == stored:
                return plan
            saved = work.proceedings.save(replace(plan, parts=_with(plan.parts, after)))
            self.desk.note_change(work, "edit_report", event_id, before=plan if plan.version else None, after=saved)
            work.commit()
        return saved

    def _outline(self, paper: str) -> VolumeOutline:
        found = self.library.volumes.get(paper)
        if found is None:
            raise NotFound(mark("There is no document “{name}”."), name=paper)
        return found

    def _part(self, paper: str, part: str) -> OutlinePart:
        found = self._outline(paper).part(part)
        if found is None:
            raise NotFound(mark("There is no part “{part}” in this paper any more."), part=part)
        return found


def _main_first(outlines: Iterable[VolumeOutline], instrument: str) -> tuple[VolumeOutline, ...]:
    """The volumes in which the kind of event is named first come first, the shortest of them first."""
    return tuple(sorted(outlines, key=lambda outline: (outline.instruments.index(instrument), len(outline.parts))))


def _with(parts: tuple[VolumePart, ...], changed: VolumePart) -> tuple[VolumePart, ...]:
    """The parts with one changed; a part without words that goes in needs no entry."""
    others = tuple(part for part in parts if (part.paper, part.part) != (changed.paper, changed.part))
    return (*others, changed) if changed.text or changed.is_left_out else others


def begun(record: EventRecord, library: Library) -> tuple[str, ...]:
    """The file names of the volumes somebody has written words for, those that wait for answers left out."""
    papers = dict.fromkeys(part.paper for part in record.proceedings.parts if part.text)
    known = (library.volumes[paper] for paper in papers if paper in library.volumes)
    ready = (entry for entry in known if not (entry.leaves_the_team and is_withheld(record, entry.key)))
    return tuple(entry.file_name for entry in ready)


def outline_of(name: str, library: Library) -> VolumeOutline | None:
    """The outline of a paper by its file name ("minutes.docx"), if it is one of these volumes."""
    return library.volumes.get(name.removesuffix(".docx")) if name.endswith(".docx") else None


def read_sources(
    work: UnitOfWork, desk: Desk, library: Library, record: EventRecord, outline: VolumeOutline | None = None
) -> ReportSources:
    """What a volume of an event is made from; with an ``outline`` that leaves the team, only what may leave.

    Raises InvalidInput while a place of its texts waits for an answer.
    """
    is_public = outline is not None and outline.leaves_the_team
    record = releasable(record, outline.key) if outline and is_public else record
    series_id = record.event.series_id
    series = next((entry for entry in work.series.list_all() if entry.id == series_id), None) if series_id else None
    files = work.attachments.list_for(record.event.id)
    record = consulted(work, replace(record, attachments=files, series=series))
    instrument = library.instruments.get(record.event.instrument)
    return sources_of(
        record,
        desk.today(),
        meetings=_meetings(work, record, is_public=is_public) if series else (),
        methods={key: method.title for key, method in library.methods.items()},
        indicators=tuple(line.text for line in instrument.indicators) if instrument else (),
        hide=masked(record) if is_public else str,
    )


def _meetings(work: UnitOfWork, record: EventRecord, *, is_public: bool) -> tuple[SeriesMeeting, ...]:
    events = events_of(work, record.event.series_id)
    others = (work.record(event.id) for event in events if event.id != record.event.id)
    return tuple(_meeting(other, is_public=is_public) for other in others)


def _meeting(record: EventRecord, *, is_public: bool) -> SeriesMeeting:
    """An event of the series; nobody looks through its notes here, so what may tell who somebody is is masked."""
    notes = public_notes(record)
    if is_public:
        hide = masked(record)
        kept = (note for note in notes if note.kind is NoteKind.COMMITMENT)
        told = {note.id: replace(note, text=hide(note.text), owner=hide(note.owner)) for note in kept}
        notes = tuple(told.get(note.id, note) for note in notes)
    came = sum(has_attended(part) for part in record.participations)
    return SeriesMeeting(record.event, notes, record.tasks, came)
