"""Photos of flipcharts: kept as attachments of a session, or of what one table made in one round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.attachment import Attachment
from facilitation.domain.text import Text

PHOTO = "photo"
"""The subject of such an attachment ("photo", or "photo/<round>/<table>"), and the ``paper`` of its caption among the
``ProceedingsPlan.parts`` (``part`` = the name of the file, which is made from the picture and from no other)."""


class PeopleShown(StrEnum):
    """Who can be recognised in a photo, as far as that decides whether it may be printed."""

    NOBODY = "nobody"
    AGREED = "agreed"
    KEPT_BACK = "kept_back"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo: where it belongs (``round`` and ``table`` from 1, ``None`` = the whole session) and what it shows.

    ``people`` = ``None`` as long as nobody said whether people can be recognised in it. ``data`` is the picture, a JPEG
    without any metadata, at most 2000 pixels on its longer side; it is read only where it is needed (else empty).
    """

    attachment: Attachment
    item_id: str
    round: int | None = None
    table: int | None = None
    caption: Text = Text()
    people: PeopleShown | None = None
    data: bytes = b""

    @property
    def may_be_printed(self) -> bool:
        """Whether it may leave the team: nobody is in it, or everybody visible agreed."""
        return self.people in (PeopleShown.NOBODY, PeopleShown.AGREED)
