"""The photos of an event from what is kept of it: where each belongs, its caption, and whether it may be printed.

Decided once for a picture and bound to it: its file name is made from its content, caption and answer go by that name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitation.domain.attachment import Attachment
from facilitation.domain.photo import PHOTO, PeopleShown, Photo
from facilitation.domain.proceedings import CheckAnswer, ProceedingsPlan, Remedy, VolumePart
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text

REASONS: Mapping[PeopleShown, str] = {PeopleShown.NOBODY: "photo:nobody", PeopleShown.AGREED: "photo:agreed"}
"""What the anonymity check keeps as the reason why a photo may stay."""


def photos(files: Iterable[Attachment], plan: ProceedingsPlan) -> tuple[Photo, ...]:
    """The photos among the files of an event, those of a session by round and table, the oldest first; no pictures."""
    captions = {part.part: part.text for part in plan.parts if part.paper == PHOTO}
    answers = {answer.finding_key: answer for answer in plan.answers}
    found = [
        Photo(
            file,
            file.subject_id,
            *_place(file.subject),
            captions.get(file.name, Text()),
            people_shown(answers.get(photo_key(file.name))),
        )
        for file in files
        if is_photo(file)
    ]
    return tuple(sorted(found, key=lambda photo: (photo.round or 0, photo.table or 0)))


def is_photo(file: Attachment) -> bool:
    """Whether a file is the photo of a flipchart."""
    return file.subject == PHOTO or file.subject.startswith(f"{PHOTO}/")


def photo_subject(round_number: int | None = None, table: int | None = None) -> str:
    """The subject of the attachment: of the whole session, or of one table in one round."""
    return f"{PHOTO}/{round_number}/{table}" if round_number and table else PHOTO


def _place(subject: str) -> tuple[int | None, int | None]:
    numbers = [int(part) for part in subject.split("/")[1:] if part.isascii() and part.isdigit() and len(part) < 5]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (None, None)


def photo_key(name: str) -> str:
    """The key of the answer to the question whether people can be recognised in a photo."""
    return hashlib.sha256(f"{PHOTO}\n{name}".encode()).hexdigest()[:16]


def people_shown(answer: CheckAnswer | None) -> PeopleShown | None:
    """What an answer of the anonymity check says of a photo; ``None`` = nobody answered yet."""
    if answer is None:
        return None
    if answer.remedy is not Remedy.KEEP:
        return PeopleShown.KEPT_BACK
    return PeopleShown.NOBODY if answer.reason == REASONS[PeopleShown.NOBODY] else PeopleShown.AGREED


def with_caption(plan: ProceedingsPlan, name: str, caption: Text) -> ProceedingsPlan:
    """The plan with the caption of the photo of that name; an empty one is taken away."""
    others = tuple(part for part in plan.parts if (part.paper, part.part) != (PHOTO, name))
    return replace(plan, parts=(*others, VolumePart(PHOTO, name, caption)) if caption else others)


def printed_photos(record: EventRecord) -> tuple[Photo, ...]:
    """The pictures of the record that may leave, each with the caption the plan has for it now."""
    known = {photo.attachment.id: photo for photo in photos((p.attachment for p in record.photos), record.proceedings)}
    current = [replace(known[photo.attachment.id], data=photo.data) for photo in record.photos]
    return tuple(photo for photo in current if photo.may_be_printed)
