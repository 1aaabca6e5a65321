"""Files kept with an event: the proofs of its tasks. They are kept as they came and never opened here."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.attachment import Attachment
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.exchange.attached_file import MOST_BYTES_OF_AN_EVENT, checked_file
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

NO_ROOM = mark(
    "With “{name}”, the files of this event would have more than {megabytes} MB. Remove files nobody needs any more, or"
    " keep a link instead."
)

IS_FINAL_FILE = mark("This is the file of a final volume. It stays as long as its event.")


@dataclass(frozen=True, slots=True)
class Attachments:
    """What people do with files. A file outlives its task, so that an undo finds it again."""

    desk: Desk

    def list_for(self, event_id: str, subject_id: str = "") -> tuple[Attachment, ...]:
        """What is known of the files of an event, or of one thing in it; the oldest first."""
        with self.desk.reading() as work:
            files = work.attachments.list_for(event_id)
        return tuple(file for file in files if subject_id in ("", file.subject_id))

    def add(self, event_id: str, task_id: str, name: str, content: bytes) -> Attachment:
        """Keep a file as the proof of a task."""
        with self.desk.work() as work:
            file = keep_file(self.desk, work, event_id, ("task", work.tasks.get(task_id).id), (name, content))
            work.commit()
        return file

    def content(self, attachment_id: str) -> bytes:
        """The file itself."""
        with self.desk.reading() as work:
            return work.attachments.content(attachment_id)

    def remove(self, attachment_id: str) -> None:
        """Remove a file for good."""
        with self.desk.work() as work:
            _refuse_final_file(work, attachment_id)
            work.attachments.remove(attachment_id)
            work.commit()


def _refuse_final_file(work: UnitOfWork, attachment_id: str) -> None:
    try:
        subject = work.attachments.get(attachment_id).subject
    except NotFound:  # removed already
        return
    if subject == "volume":
        raise InvalidInput(IS_FINAL_FILE)


def keep_file(
    desk: Desk, work: UnitOfWork, event_id: str, subject: tuple[str, str], named: tuple[str, bytes]
) -> Attachment:
    """Keep a file (name and content) with a thing of an event (its kind and id), if there is room for it."""
    name, content = named
    cleaned, media_type = checked_file(name, content)
    kept = sum(file.size for file in work.attachments.list_for(event_id))
    if kept + len(content) > MOST_BYTES_OF_AN_EVENT:
        raise InvalidInput(NO_ROOM, name=cleaned, megabytes=MOST_BYTES_OF_AN_EVENT // 1_000_000)
    now = desk.now().replace(microsecond=0)
    kind, subject_id = subject
    facts = (cleaned, media_type, len(content), now, desk.actor)
    file = Attachment(desk.new_id(), event_id, kind, subject_id, *facts)
    work.attachments.add(file, content)
    return file
