"""Every document of an event, in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitation.domain.print_look import USUAL, PrintLook
from facilitation.domain.proceedings import ProceedingsPlan, Section
from facilitation.domain.record import EventRecord
from facilitation.domain.release import Release
from facilitation.domain.text import LANGUAGES
from facilitation.domain.volume_outline import VolumeOutline
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.i18n.translator import Translator
from facilitation.library.loader import Library
from facilitation.planning.agenda_diff import is_same_plan
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.agenda_under_check import under_check
from facilitation.planning.calendar_items import earlier_items
from facilitation.planning.guide_changes import guide_changes
from facilitation.planning.hardest_steps import HardStep, hardest_steps
from facilitation.planning.overview import judged_findings
from facilitation.planning.participation_figures import participation_figures
from facilitation.planning.proceedings_source import Known
from facilitation.planning.report_sources import ReportSources
from facilitation.planning.role_owners import HandOver
from facilitation.planning.training_plan import TRAINING, training_of
from facilitation.services.anonymity import VOLUME, is_withheld, releasable
from facilitation.services.desk import Desk
from facilitation.services.kept_volumes import kept_volume
from facilitation.services.material_lists import kept_percent
from facilitation.services.paper_names import KNOWN_PAPERS, RELEASE_PAPERS, papers_of
from facilitation.services.phone_links import phone_addresses
from facilitation.services.photos import photos_of
from facilitation.services.proceedings import known_of
from facilitation.services.reports import begun, outline_of, read_sources
from facilitation.services.syntheses import consulted, people_asked
from facilitation.services.templates import template_of
from facilitation.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from facilitation.documents.word_styles import Stamp


@dataclass(frozen=True, slots=True)
class Edition:
    """The newest released version a print is compared with; without one, prints carry the count of changes.

    ``look`` is how it is printed, ``template`` the organisation's own Word file (b"" = ours).
    """

    release: Release | None = None
    record: EventRecord | None = None
    look: PrintLook = USUAL
    template: bytes = b""


NO_EDITION = Edition()


def edition_of(work: UnitOfWork, event_id: str, look: PrintLook = USUAL) -> Edition:
    """The newest release of an event with its plan, to be printed in a look on the template of the event."""
    newest = next(iter(work.releases.list_for(event_id)), None)
    plan = work.releases.record(newest.id) if newest else None
    return Edition(newest, plan, look, template_of(work, event_id))


@dataclass(frozen=True, slots=True)
class Papers:
    """Makes the documents."""

    desk: Desk
    library: Library

    def make(self, event_id: str, name: str, language: str, look: PrintLook = USUAL) -> bytes:
        """One document by its file name."""
        with self.desk.reading() as work:
            kept = kept_volume(work, work.proceedings.get(event_id), language) if name == VOLUME else None
            if kept is not None:
                return kept
            record, edition = _as_printed(work, event_id, name, look)
        return self.paper(record, name, language, edition)

    def in_both(self, event_id: str, names: Iterable[str] = ()) -> bytes:
        """These papers (none = all of the pack) in both languages from one reading of the event, as a ``.zip``."""
        with self.desk.reading() as work:
            record, edition = _as_printed(work, event_id)
            kept = _finals(work, record)
        wanted = tuple(names) or (*papers_of(record), *begun(record, self.library))
        return zipped(
            {
                f"{language}/{name}": kept.get((name, language)) or self.paper(record, name, language, edition)
                for language in LANGUAGES
                for name in wanted
            },
            self.desk.now(),
        )

    def volume(self, event_id: str, plan: ProceedingsPlan) -> dict[str, bytes]:
        """The volume as it would be with this plan, by language, from one reading of the event."""
        with self.desk.reading() as work:
            record, edition = _as_printed(work, event_id)
        record = replace(record, proceedings=plan)
        return {language: self.paper(record, VOLUME, language, edition) for language in LANGUAGES}

    def paper(self, record: EventRecord, name: str, language: str, edition: Edition = NO_EDITION) -> bytes:
        """One document of an event already read."""
        if name not in KNOWN_PAPERS and outline_of(name, self.library) is None:
            raise NotFound(mark("There is no document “{name}”."), name=name)
        record = releasable(record) if name == VOLUME else record
        return self._maker(name, edition)(record, Translator(language))

    def withheld(self, event_id: str) -> str:
        """The paper that cannot be made before the anonymity check is answered ("" = none)."""
        with self.desk.reading() as work:
            return VOLUME if is_withheld(consulted(work, _with_files(work, event_id))) else ""

    def hand_over(self, event_id: str, language: str, wanted: HandOver, look: PrintLook = USUAL) -> bytes:
        """The sheet of one hand-over."""
        from facilitation.documents.hand_over_word import hand_over_docx  # slow to import

        with self.desk.reading() as work:
            record, edition = _with_files(work, event_id), edition_of(work, event_id, look)
        return hand_over_docx(record, Translator(language), _stamp(record, edition, self.desk.today()), wanted)

    def guide_of(self, event_id: str, who: str, language: str, look: PrintLook = USUAL) -> bytes:
        """The guide of one facilitator, by ``Contributor.identity``; "" = those of all in one file."""
        from facilitation.documents.facilitator_guides_word import facilitator_guide_docx, facilitator_guides_docx

        with self.desk.reading() as work:
            record, edition = _with_files(work, event_id), edition_of(work, event_id, look)
        _, stamp = Translator(language), _stamp(record, edition, self.desk.today())
        return facilitator_guide_docx(record, _, stamp, who) if who else facilitator_guides_docx(record, _, stamp)

    def changed_guide(self, event_id: str, language: str, look: PrintLook = USUAL) -> bytes:
        """Only the pages of the guide that differ from the newest version; InvalidInput where none was released."""
        from facilitation.documents.guide_changes_word import guide_changes_docx  # slow to import

        with self.desk.reading() as work:
            record, edition = _with_files(work, event_id), edition_of(work, event_id, look)
        if edition.record is None:
            raise InvalidInput(mark("No version was released yet, so no page is out of date. Print the whole guide."))
        stamp = _stamp(record, edition, self.desk.today())
        return guide_changes_docx(record, Translator(language), stamp, guide_changes(edition.record, record))

    def released(self, release_id: str, name: str, language: str, look: PrintLook = USUAL) -> bytes:
        """A document of a released version, as it was then."""
        if name not in RELEASE_PAPERS:
            raise NotFound(mark("There is no document “{name}”."), name=name)
        with self.desk.reading() as work:
            release, record = work.releases.get(release_id), work.releases.record(release_id)
            template = template_of(work, release.event_id)
        return self.paper(record, name, language, Edition(release, record, look, template))

    def _maker(self, name: str, edition: Edition) -> Callable[[EventRecord, Translator], bytes]:
        # Imported when the first paper is asked for: the first screen must not wait half a second for python-docx.
        from facilitation.documents.catalogue import EVERY_WORD_DOCUMENT
        from facilitation.documents.materials_word import materials_docx
        from facilitation.documents.people_word import badges_docx
        from facilitation.documents.proceedings_word import proceedings_docx
        from facilitation.documents.rehearsal_word import rehearsal_docx
        from facilitation.documents.report_word import report_docx
        from facilitation.documents.running_order_word import running_order_docx
        from facilitation.documents.synthesis_word import synthesis_docx
        from facilitation.documents.training_plan_word import training_plan_docx
        from facilitation.exchange.budget_sheet import budget_xlsx
        from facilitation.exchange.calendar import event_ics
        from facilitation.exchange.checklist_sheet import checklist_xlsx
        from facilitation.exchange.people_sheet import participants_xlsx

        today = self.desk.today()
        outline = outline_of(name, self.library)
        if outline:
            return lambda record, _: report_docx(
                outline, self._sources(record, outline), _, _stamp(record, edition, today)
            )
        if name == "running-order.docx":
            return lambda record, _: running_order_docx(
                record, _, _stamp(record, edition, today), judged_findings(record, today, self.library.methods).settled
            )
        if name == "rehearsal.docx":
            return lambda record, _: rehearsal_docx(record, _, _stamp(record, edition, today), self.library.methods)
        if name == "badges.docx":
            return lambda record, _: badges_docx(
                record, _, _stamp(record, edition, today), phone_addresses(self.desk, record.event.id)
            )
        if name == "materials.docx":
            return lambda record, _: materials_docx(
                record, _, _stamp(record, edition, today), self._reserve(record.event.id)
            )
        if name == VOLUME:
            return lambda record, _: proceedings_docx(
                record, _, _stamp(record, edition, today), self._known(record.event.id)
            )
        if name == "synthesis.docx":
            return lambda record, _: synthesis_docx(
                record, _, _stamp(record, edition, today), self._asked(record.event.id)
            )
        if name == "training-plan.docx":
            return lambda record, _: training_plan_docx(
                record, _, _stamp(record, edition, today), *self._training(record)
            )
        if name in EVERY_WORD_DOCUMENT:
            return lambda record, _: EVERY_WORD_DOCUMENT[name](record, _, _stamp(record, edition, today))
        return {
            "checklist.xlsx": lambda record, _: checklist_xlsx(record, _, today, version=paper_version(record)),
            "participants.xlsx": participants_xlsx,
            "budget.xlsx": budget_xlsx,
            "event.ics": lambda record, _: event_ics(
                record, _.language, earlier=self._announced(record.event.id, edition)
            ),
        }[name]

    def _announced(self, event_id: str, edition: Edition) -> tuple[TimedItem, ...]:
        """What went out up to an edition: a calendar calls off what is gone since."""
        if edition.release is None:
            return ()
        with self.desk.reading() as work:
            numbers = [release.number for release in reversed(work.releases.list_for(event_id))]
            records = zip(numbers, work.releases.records(event_id), strict=True)
        return earlier_items(record for number, record in records if number <= edition.release.number)

    def _training(self, record: EventRecord) -> tuple[EventRecord | None, tuple[HardStep, ...]]:
        """The training of the facilitators, and the steps to practise in it; none in a library that lacks it."""
        instrument, methods = self.library.instruments.get(TRAINING), self.library.methods
        training = training_of(record, instrument, methods) if instrument else None
        return training, hardest_steps(under_check(record, methods))

    def _asked(self, event_id: str) -> frozenset[str]:
        with self.desk.reading() as work:
            return people_asked(work, event_id)

    def _sources(self, record: EventRecord, outline: VolumeOutline) -> ReportSources:
        with self.desk.reading() as work:
            return read_sources(work, self.desk, self.library, record, outline)

    def _known(self, event_id: str) -> Known:
        with self.desk.reading() as work:
            return known_of(work, event_id, self.library)

    def _reserve(self, event_id: str) -> float:
        with self.desk.reading() as work:
            return kept_percent(work, event_id) / 100

    def pack(self, event_id: str, folder: Path, language: str) -> tuple[Path, ...]:
        """Write every document into a folder, with the reports somebody has begun; answers the files."""
        with self.desk.reading() as work:
            record, edition = _as_printed(work, event_id)
            kept = _finals(work, record)
        if not kept:
            _begin_pictures(record, language, edition.look)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return tuple(
                self._write(folder / name, kept.get((name, language)) or self.paper(record, name, language, edition))
                for name in (*papers_of(record), *begun(record, self.library))
            )
        except OSError as error:
            raise InvalidInput(
                mark("The folder {folder} cannot be written ({reason}). Choose another one."),
                folder=str(folder),
                reason=error.strerror or str(error),
            ) from error

    def _write(self, path: Path, data: bytes) -> Path:
        path.write_bytes(data)
        return path


def _begin_pictures(record: EventRecord, language: str, look: PrintLook) -> None:
    """The charts of the volume are drawn by another program while the papers before it are made."""
    from facilitation.documents.participation_pictures import begin_pictures  # slow to import

    if VOLUME in papers_of(record) and Section.PARTICIPATION in record.proceedings.sections:
        begin_pictures(participation_figures(record), Translator(language), look)


def zipped(files: Mapping[str, bytes], made_at: datetime) -> bytes:
    """Files by their names as one ``.zip``."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as package:
        for name, content in files.items():
            entry = ZipInfo(name, made_at.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
    return data.getvalue()


def _as_printed(
    work: UnitOfWork, event_id: str, name: str = VOLUME, look: PrintLook = USUAL
) -> tuple[EventRecord, Edition]:
    """The event with all that a paper says, and the release it is compared with."""
    record = _with_photos(work, _with_files(work, event_id), name)
    return consulted(work, record), edition_of(work, event_id, look)


def _finals(work: UnitOfWork, record: EventRecord) -> dict[tuple[str, str], bytes]:
    """The kept files of a final volume by name and language; none while it is not final."""
    kept = ((language, kept_volume(work, record.proceedings, language)) for language in LANGUAGES)
    return {(VOLUME, language): content for language, content in kept if content is not None}


def _with_files(work: UnitOfWork, event_id: str) -> EventRecord:
    """The event, with what is known of the files kept with it."""
    return replace(work.record(event_id), attachments=work.attachments.list_for(event_id))


def _with_photos(work: UnitOfWork, record: EventRecord, name: str) -> EventRecord:
    """The pictures come along where the volume is made: they are the largest thing of an event."""
    if name != VOLUME:
        return record
    return replace(record, photos=photos_of(work, record.event.id, record.attachments))


def _stamp(record: EventRecord, edition: Edition, today: date) -> Stamp:
    """What the footers say: a released version where nothing was changed since, else a draft after it."""
    from facilitation.documents.word_styles import Stamp

    version, release = paper_version(record), edition.release
    if release is None or edition.record is None:
        return Stamp(version, today, look=edition.look, template=edition.template)
    name = f"{release.number} · {release.name}" if release.name else str(release.number)
    is_released = is_same_plan(edition.record, record)
    if not is_released:
        return Stamp(version, today, name, look=edition.look, template=edition.template)
    replaced = str(release.number - 1) if release.number > 1 else ""
    return Stamp(version, today, name, release.released_at.date(), replaced, edition.look, edition.template)


def paper_version(record: EventRecord) -> str:
    """The version printed in the footers; it grows with every change of event, agenda or guide."""
    return str(record.event.version + record.agenda.version + record.guide.version)
