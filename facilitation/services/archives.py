"""One event as one file, and the whole database as one file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord, ReleasedPlan
from facilitation.services.desk import Desk
from facilitation.services.events import save_record
from facilitation.storage.backup import restore_backup, write_backup
from facilitation.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Archives:
    """Takes events out and in."""

    desk: Desk
    engine: Engine

    def export(self, event_id: str) -> bytes:
        """The archive file of one event."""
        from facilitation.exchange.archive import archive_bytes  # slow to import

        with self.desk.reading() as work:
            record = work.record(event_id)
            return archive_bytes(
                replace(
                    record,
                    releases=_released(work, event_id),
                    questionnaires=work.questionnaires.list_for(event_id),
                    replies=work.replies.list_for(event_id),
                    series=work.series.get(record.event.series_id) if record.event.series_id else None,
                )
            )

    def open(self, data: bytes) -> Event:
        """Bring an archived event in as a new event; a damaged file changes nothing."""
        from facilitation.exchange.archive import as_copy, read_archive  # slow to import

        record = as_copy(read_archive(data), self.desk.new_id)
        with self.desk.work() as work:
            event = save_record(work, _in_series(work, record))
            self.desk.note_change(work, "open_archive", event.id, after=event)
            work.commit()
        return event

    def backup(self, path: Path) -> None:
        """Write the whole database into one file."""
        write_backup(self.engine, path)

    def backup_bytes(self) -> bytes:
        """The whole database as one file in memory, for a download."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "backup.zip"
            write_backup(self.engine, path)
            return path.read_bytes()

    def restore(self, path: Path) -> None:
        """Replace the whole database by a backup; a damaged file changes nothing."""
        restore_backup(self.engine, path)


def _in_series(work: UnitOfWork, record: EventRecord) -> EventRecord:
    """The event in the series it came from: the one of this database, else the one of the archive, else none."""
    known = {series.id for series in work.series.list_all()}
    if record.event.series_id in known:
        return record
    if record.series:
        work.series.save(record.series)
        return record
    return replace(record, event=replace(record.event, series_id=""))


def _released(work: UnitOfWork, event_id: str) -> tuple[ReleasedPlan, ...]:
    """The versions of an event with their plans, the oldest first."""
    oldest_first = reversed(work.releases.list_for(event_id))
    return tuple(ReleasedPlan(release, work.releases.record(release.id)) for release in oldest_first)
