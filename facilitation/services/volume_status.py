"""The way of the volume from draft over comments to final; what is final is kept as a file and changes no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitation.domain.attachment import Attachment
from facilitation.domain.proceedings import ProceedingsPlan, Stage, VolumeStatus
from facilitation.errors import InvalidInput, mark
from facilitation.planning.volume_clock import VolumeClock, volume_clock
from facilitation.planning.volume_status import is_final, moved, refuse_final
from facilitation.services.anonymity import checked_record, releasable
from facilitation.services.desk import Desk
from facilitation.services.kept_volumes import editions_kept, keep_volume
from facilitation.services.papers import Papers
from facilitation.storage.unit_of_work import UnitOfWork

VERBS = {
    VolumeStatus.DRAFT: "volume_to_draft",
    VolumeStatus.FOR_COMMENT: "volume_for_comment",
    VolumeStatus.FINAL: "finish_volume",
}
NEW_EDITION = "new_edition"
MEANWHILE = mark(
    "Somebody changed the event while the final file was being made. Look at the volume again, then finish it."
)
NOT_FINAL = mark("The volume is not final, so it has no new edition. Finish it first.")
LONGEST_NOTE = 1_000


@dataclass(frozen=True, slots=True)
class VolumeStages:
    """What people do with the volume as a whole."""

    desk: Desk
    papers: Papers

    def clock(self, event_id: str) -> VolumeClock:
        """Where the volume stands against its thirty days."""
        with self.desk.reading() as work:
            return volume_clock(work.record(event_id), self.desk.today())

    def kept(self, event_id: str) -> tuple[Attachment, ...]:
        """The files of all final editions, the oldest first."""
        with self.desk.reading() as work:
            return editions_kept(work, event_id)

    def ask_for_comments(self, event_id: str, until: date | None = None, note: str = "") -> ProceedingsPlan:
        """Give the draft out for comments; refused while the anonymity check is open."""
        with self.desk.work() as work:
            releasable(checked_record(work, event_id))
            return self._reach(work, event_id, VolumeStatus.FOR_COMMENT, note, until)

    def back_to_draft(self, event_id: str, note: str = "") -> ProceedingsPlan:
        """Take a volume that is out for comments back to the desk."""
        with self.desk.work() as work:
            refuse_final(work.proceedings.get(event_id))
            return self._reach(work, event_id, VolumeStatus.DRAFT, note)

    def new_edition(self, event_id: str, note: str = "") -> ProceedingsPlan:
        """Open the next edition of a final volume as a draft; the files of the last one stay."""
        with self.desk.work() as work:
            stored = work.proceedings.get(event_id)
            if not is_final(stored):
                raise InvalidInput(NOT_FINAL)
            return self._save(work, stored, moved(stored, self._stage(VolumeStatus.DRAFT, note)), NEW_EDITION)

    def finish(self, event_id: str, note: str = "") -> ProceedingsPlan:
        """Make the volume final and keep its files in both languages; refused while the anonymity check is open.

        The files are made before the database is held; where anything changed meanwhile, nothing is finished.
        """
        with self.desk.reading() as work:
            record = checked_record(work, event_id)
        releasable(record)
        stage = self._stage(VolumeStatus.FINAL, note)
        plan = moved(record.proceedings, stage)
        files = self.papers.volume(event_id, plan)
        with self.desk.work() as work:
            if checked_record(work, event_id) != record:
                raise InvalidInput(MEANWHILE)
            keep_volume(self.desk, work, record.event, plan, files)
            return self._save(work, record.proceedings, plan, VERBS[VolumeStatus.FINAL])

    def _reach(
        self, work: UnitOfWork, event_id: str, status: VolumeStatus, note: str, until: date | None = None
    ) -> ProceedingsPlan:
        stored = work.proceedings.get(event_id)
        return self._save(work, stored, moved(stored, self._stage(status, note, until)), VERBS[status])

    def _stage(self, status: VolumeStatus, note: str, until: date | None = None) -> Stage:
        now = self.desk.now().replace(microsecond=0)
        return Stage(status, now, self.desk.actor, note.strip()[:LONGEST_NOTE], until)

    def _save(self, work: UnitOfWork, stored: ProceedingsPlan, after: ProceedingsPlan, verb: str) -> ProceedingsPlan:
        saved = work.proceedings.save(after)
        self.desk.note_change(work, verb, after.event_id, before=stored if stored.version else None, after=saved)
        work.commit()
        return saved
