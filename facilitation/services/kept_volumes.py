"""The files of a final volume: kept as they were made that day, and handed out unchanged while it is final."""

from __future__ import annotations

import re

from facilitation.domain.attachment import Attachment
from facilitation.domain.event import Event
from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.domain.text import LANGUAGES
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.exchange.attached_file import MAXIMUM_BYTES
from facilitation.planning.volume_status import edition, is_final
from facilitation.services.attachments import keep_file
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

SUBJECT = "volume"
NAME = re.compile(rf"proceedings-(\d{{1,4}})-({'|'.join(LANGUAGES)})\.docx")
TOO_LARGE = mark(
    "The final file of the volume has {size} MB, and at most {most} MB can be kept. Make its pictures smaller or leave"
    " some of them out, then finish it again."
)
GONE = mark("The kept file of the final volume is no longer here. Open a new edition and finish it again.")


def keep_volume(desk: Desk, work: UnitOfWork, event: Event, plan: ProceedingsPlan, files: dict[str, bytes]) -> None:
    """Keep the files of an edition by their languages, if there is room for all of them."""
    for language, content in files.items():
        if len(content) > MAXIMUM_BYTES:
            size = f"{len(content) / 1_000_000:.1f}"
            raise InvalidInput(TOO_LARGE, size=size, most=MAXIMUM_BYTES // 1_000_000)
        keep_file(desk, work, event.id, (SUBJECT, event.id), (_name(edition(plan), language), content))


def kept_volume(work: UnitOfWork, plan: ProceedingsPlan, language: str) -> bytes | None:
    """The final file in a language, byte for byte; ``None`` while the volume is not final."""
    if not is_final(plan):
        return None
    wanted = _name(edition(plan), language)
    file = next((file for file in _files(work, plan.event_id) if file.name == wanted), None)
    if file is None:
        raise NotFound(GONE)
    return work.attachments.content(file.id)


def editions_kept(work: UnitOfWork, event_id: str) -> tuple[Attachment, ...]:
    """What is known of the files of all final editions, the oldest first."""
    found = [(read, file) for file in _files(work, event_id) if (read := NAME.fullmatch(file.name))]
    return tuple(file for read, file in sorted(found, key=lambda each: (int(each[0][1]), LANGUAGES.index(each[0][2]))))


def _files(work: UnitOfWork, event_id: str) -> list[Attachment]:
    return [file for file in work.attachments.list_for(event_id) if file.subject == SUBJECT]


def _name(number: int, language: str) -> str:
    return f"proceedings-{number}-{language}.docx"
