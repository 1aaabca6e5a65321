"""One event as one file, and the whole database as one file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from facilitation.domain.attachment import Attachment
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord, ReleasedPlan
from facilitation.planning.photos import is_photo
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
        """The archive file of one event, with its files."""
        from facilitation.exchange.archive import archive_bytes  # slow to import

        with self.desk.reading() as work:
            attachments = work.attachments.list_for(event_id)
            files = {file.id: work.attachments.content(file.id) for file in attachments}
            record = replace(_whole(work, event_id), attachments=attachments)
        return archive_bytes(record, files)

    def open(self, data: bytes) -> Event:
        """Bring an archived event in as a new event; a damaged file changes nothing."""
        from facilitation.exchange.archive import as_copy, read_whole_archive  # slow to import

        archived = read_whole_archive(data)
        record = as_copy(archived.record, self.desk.new_id)
        with self.desk.work() as work:
            event = save_record(work, _in_series(work, record))
            for old, new in zip(archived.record.attachments, record.attachments, strict=True):
                work.attachments.add(*_kept(new, archived.files[old.id]))
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


def _kept(file: Attachment, content: bytes) -> tuple[Attachment, bytes]:
    """A file of an archive; a photo that is not one of ours is cleaned first, and asked about anew."""
    from facilitation.exchange.photo_file import kept_photo  # Pillow is slow to import

    if not is_photo(file):
        return file, content
    name, data = kept_photo(file.name, content)
    return replace(file, name=name, media_type="image/jpeg", size=len(data)), data


def _whole(work: UnitOfWork, event_id: str) -> EventRecord:
    """The event with what screens do not read: versions, the consultation, the series."""
    record = work.record(event_id)
    return replace(
        record,
        releases=_released(work, event_id),
        questionnaires=work.questionnaires.list_for(event_id),
        replies=work.replies.list_for(event_id),
        series=work.series.get(record.event.series_id) if record.event.series_id else None,
    )


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
