"""Photos of flipcharts: kept with a session or with what one table made, and printed once it is said who is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitation.domain.attachment import Attachment
from facilitation.domain.photo import PeopleShown, Photo
from facilitation.domain.proceedings import CheckAnswer, ProceedingsPlan, Remedy
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.photos import REASONS, is_photo, photo_key, photo_subject, photos, with_caption
from facilitation.services.attachments import keep_file
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

NO_SESSION = mark("This session was removed in the meantime. Choose another one.")
TWICE = mark("This picture is there already, as “{name}”.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a photo is put: a session, or one table of it in one round (both from 1)."""

    item_id: str
    round: int | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Photos:
    """What people do with photos. The file itself is gone for good once it is removed."""

    desk: Desk

    def list_for(self, event_id: str, item_id: str = "") -> tuple[Photo, ...]:
        """The photos of an event or of one session, without the pictures."""
        with self.desk.reading() as work:
            found = _photos(work, event_id)
        return tuple(photo for photo in found if item_id in ("", photo.item_id))

    def picture(self, attachment_id: str) -> bytes:
        """The picture of a photo."""
        with self.desk.reading() as work:
            return work.attachments.content(attachment_id)

    def small_picture(self, attachment_id: str) -> bytes:
        """The picture as small as a screen shows it among others."""
        from facilitation.exchange.photo_file import small_photo  # Pillow is slow to import

        return small_photo(self.picture(attachment_id))

    def add(self, event_id: str, place: Place, name: str, content: bytes) -> Attachment:
        """Keep a photo, freed from everything but the picture; InvalidInput where it cannot be kept."""
        with self.desk.work() as work:
            kept = self._keep(work, event_id, place, (name, content))
            work.commit()
        return kept

    def replace(self, event_id: str, attachment_id: str, name: str, content: bytes) -> Attachment:
        """Put another picture in the place of one; the caption stays, who is in it has to be said anew."""
        with self.desk.work() as work:
            old = _photo(work, event_id, attachment_id)
            kept = self._keep(work, event_id, Place(old.item_id, old.round, old.table), (name, content))
            plan = work.proceedings.get(event_id)
            self._save(work, plan, with_caption(_without(plan, old), kept.name, old.caption))
            work.attachments.remove(attachment_id)
            work.commit()
        return kept

    def remove(self, event_id: str, attachment_id: str) -> None:
        """Remove a photo for good, with its caption."""
        with self.desk.work() as work:
            plan, photo = work.proceedings.get(event_id), _photo(work, event_id, attachment_id)
            work.attachments.remove(attachment_id)
            if all(file.name != photo.attachment.name for file in work.attachments.list_for(event_id)):
                self._save(work, plan, _without(plan, photo))
            work.commit()

    def describe(self, event_id: str, attachment_id: str, seen: Text, wanted: Text) -> None:
        """Write the caption of a photo."""
        with self.desk.work() as work:
            photo, plan = _photo(work, event_id, attachment_id), work.proceedings.get(event_id)
            caption = merged(seen, wanted, photo.caption, subject=attachment_id)
            self._save(work, plan, with_caption(plan, photo.attachment.name, caption))
            work.commit()

    def say_people(self, event_id: str, attachment_id: str, people: PeopleShown | None) -> None:
        """Say who can be recognised in a photo (``None`` = it is open again)."""
        with self.desk.work() as work:
            photo, plan = _photo(work, event_id, attachment_id), work.proceedings.get(event_id)
            key = photo_key(photo.attachment.name)
            others = tuple(answer for answer in plan.answers if answer.finding_key != key)
            given = () if people is None else (self._answer(key, people),)
            self._save(work, plan, replace(plan, answers=(*others, *given)), verb="answer_anonymity")
            work.commit()

    def _answer(self, key: str, people: PeopleShown) -> CheckAnswer:
        remedy = Remedy.REMOVE if people is PeopleShown.KEPT_BACK else Remedy.KEEP
        moment, actor = self.desk.now(), self.desk.actor
        return CheckAnswer(key, remedy, REASONS.get(people, ""), answered_at=moment, answered_by=actor)

    def _keep(self, work: UnitOfWork, event_id: str, place: Place, named: tuple[str, bytes]) -> Attachment:
        from facilitation.exchange.photo_file import cleaned_photo  # Pillow is slow to import

        if place.item_id not in {item.id for _day, item in work.agendas.get(event_id).items()}:
            raise NotFound(NO_SESSION)
        name, data = cleaned_photo(*named)
        subject = (photo_subject(place.round, place.table), place.item_id)
        for file in work.attachments.list_for(event_id):
            if (file.subject, file.subject_id) == subject and file.name[-14:] == name[-14:]:
                raise InvalidInput(TWICE, name=file.name)
        return keep_file(self.desk, work, event_id, subject, (name, data))

    def _save(
        self, work: UnitOfWork, before: ProceedingsPlan, wanted: ProceedingsPlan, *, verb: str = "describe_photo"
    ) -> None:
        if wanted != before:
            saved = work.proceedings.save(wanted)
            self.desk.note_change(work, verb, wanted.event_id, before=before if before.version else None, after=saved)


def photos_of(work: UnitOfWork, event_id: str, files: Sequence[Attachment] | None = None) -> tuple[Photo, ...]:
    """The photos the volume may print, with their pictures; those without an answer, or kept back, stay out.

    In the order of round and table; the volume sorts them by session (``item_id``).
    """
    found = photos(work.attachments.list_for(event_id) if files is None else files, work.proceedings.get(event_id))
    return tuple(
        replace(photo, data=work.attachments.content(photo.attachment.id)) for photo in found if photo.may_be_printed
    )


def _photos(work: UnitOfWork, event_id: str) -> tuple[Photo, ...]:
    return photos(work.attachments.list_for(event_id), work.proceedings.get(event_id))


def _photo(work: UnitOfWork, event_id: str, attachment_id: str) -> Photo:
    file = work.attachments.get(attachment_id)
    if not is_photo(file) or file.event_id != event_id:
        raise NotFound(mark("This file was removed in the meantime."))
    return next(photo for photo in _photos(work, event_id) if photo.attachment.id == attachment_id)


def _without(plan: ProceedingsPlan, photo: Photo) -> ProceedingsPlan:
    """The plan without caption and answer of a photo."""
    name = photo.attachment.name
    answers = tuple(answer for answer in plan.answers if answer.finding_key != photo_key(name))
    return with_caption(replace(plan, answers=answers), name, Text())
