from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from facilitation.domain.agenda import Attribution, ItemKind
from facilitation.domain.event import Sector
from facilitation.domain.guide import MaterialPer
from facilitation.domain.reference import PastCategory
from facilitation.domain.task import CountedFrom
from facilitation.domain.volume_outline import PartSource
from facilitation.library import file_format
from facilitation.library.file_format import FileModel, ItemFile
from facilitation.settings import ROOT

README = (ROOT / "agendas" / "README.md").read_text(encoding="utf-8")
NAMED = {word for code in re.findall(r"`[^`\n]+`", README) for word in re.findall(r"\w+", code)}


def shapes() -> Iterator[type[FileModel]]:
    """The tables of ``file_format``; those of the samples are described beside the samples."""
    left = list(FileModel.__subclasses__())
    for shape in left:
        left += shape.__subclasses__()
        if getattr(file_format, shape.__name__, None) is shape:
            yield shape


FIELDS = sorted({(shape.__name__, field) for shape in shapes() for field in shape.model_fields})


@pytest.mark.parametrize(("shape", "field"), FIELDS, ids=[f"{shape}.{field}" for shape, field in FIELDS])
def test_the_readme_names_every_field(shape: str, field: str) -> None:
    assert field in NAMED, shape


@pytest.mark.parametrize("choices", [ItemKind, Attribution, Sector, MaterialPer, PastCategory, CountedFrom, PartSource])
def test_the_readme_names_every_choice(choices: type[ItemKind]) -> None:
    assert {choice.value for choice in choices} - NAMED == set()


def test_the_example_of_the_readme_is_a_valid_session() -> None:
    lines = README[README.index("Example, a complete session:") :].splitlines()[1:]
    code = "\n".join(line[4:] for line in lines if line.startswith("    "))

    # Outside its file "days" is a plain table: the example has no [[days]] above it.
    session = ItemFile.model_validate(tomllib.loads(code)["days"]["items"][0])

    assert sum(step.minutes for step in session.sheet.steps) == session.minutes == 20
