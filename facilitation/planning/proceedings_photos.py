"""The photos of flipcharts that the volume shows, in the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.domain.text import Text
from facilitation.planning.proceedings_source import PublicRecord


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A picture (JPEG or PNG) with what it shows; ``round`` and ``table`` from 1, ``None`` = the whole session."""

    data: bytes
    caption: Text
    session_title: Text
    round: int | None
    table: int | None


def photos_of(source: PublicRecord) -> Iterator[ShownPhoto]:
    """The photos that may leave, without those of sessions for the staff; those of a session that is gone come last."""
    of_agenda = {item.id for _day, item in source.record.agenda.items()}
    order = {entry.item.id: place for place, entry in enumerate(source.timed)}
    shown = [
        photo
        for photo in source.record.photos
        if photo.may_be_printed and (photo.item_id in order or photo.item_id not in of_agenda)
    ]
    for photo in sorted(shown, key=lambda photo: order.get(photo.item_id, len(order))):
        yield ShownPhoto(photo.data, photo.caption, source.title(photo.item_id), photo.round, photo.table)
