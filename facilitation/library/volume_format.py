"""The shape of a file in ``agendas/volumes/``: the parts of a volume, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Annotated

from pydantic import Field

from facilitation.domain.agenda import Audience
from facilitation.domain.volume_outline import OutlinePart, PartSource, VolumeOutline
from facilitation.errors import InvalidInput, mark
from facilitation.library.file_parts import FileModel, Key, TextFile, Words


class VolumePartFile(FileModel):
    """One part. ``source`` left out = words only."""

    key: Key
    title: TextFile
    hint: TextFile
    source: Annotated[PartSource | None, Field(strict=False)] = None
    is_required: bool = False
    is_from_seed: bool = False

    def part(self) -> OutlinePart:
        """The part as the program knows it."""
        return OutlinePart(
            key=self.key,
            title=self.title.text(),
            hint=self.hint.text(),
            source=self.source,
            is_required=self.is_required,
            is_from_seed=self.is_from_seed,
        )


class VolumeFile(FileModel):
    """One file of ``agendas/volumes/``."""

    title: TextFile
    purpose: TextFile
    origin: TextFile
    instruments: Annotated[list[Words], Field(min_length=1)]
    audience: Annotated[Audience, Field(strict=False)]
    parts: Annotated[list[VolumePartFile], Field(min_length=1)]

    def outline(self, key: str) -> VolumeOutline:
        """The outline as the program knows it."""
        return VolumeOutline(
            key=key,
            title=self.title.text(),
            purpose=self.purpose.text(),
            instruments=tuple(self.instruments),
            audience=self.audience,
            parts=tuple(part.part() for part in self.parts),
            origin=self.origin.text(),
        )


def volume_problems(file: str, volume: VolumeFile, instruments: Collection[str]) -> Iterator[InvalidInput]:
    """Parts of the same key, and kinds of events that are not there."""
    for key, count in Counter(part.key for part in volume.parts).items():
        if count > 1:
            yield InvalidInput(mark("{file}: the part “{key}” is there twice."), file=file, key=key)
    for name in volume.instruments:
        if name not in instruments:
            template = mark(
                "{file}: “instruments” names “{name}”, but there is no file agendas/instruments/{name}.toml."
            )
            yield InvalidInput(template, file=file, name=name)
