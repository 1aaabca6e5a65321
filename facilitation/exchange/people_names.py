"""The names in a cell: several people parted, "Family name, first name" turned, titles taken off."""

from __future__ import annotations

import re

from facilitation.domain.person import Sex
from facilitation.exchange.people_words import district_words
from facilitation.exchange.words import folded
from facilitation.planning.name_folding import is_title, without_titles
from facilitation.planning.office_folding import is_office

BETWEEN_PEOPLE = re.compile(r"\s*[\n;&/+]\s*|\s+(?:dhe|and|и)\s+")
FAMILY_NAME_FIRST = re.compile(r"([^,]+),\s*([^,]+)")
MOST_WORDS = 4
_FAMILY_FIRST_COLUMNS = (
    "mbiemri emri,mbiemri dhe emri,mbiemër emër,surname and name,last name first name,презиме и име,prezime i ime"
)
FAMILY_FIRST_COLUMNS = frozenset(folded(name) for name in _FAMILY_FIRST_COLUMNS.split(","))
"""Column names that say the family name stands first."""
WOMEN = frozenset({"znj", "znjsh", "zonja", "zonjusha", "mrs", "ms", "miss", "gda", "г-ѓа"})
MEN = frozenset({"z", "zt", "zoti", "zoteri", "mr", "г-дин", "gosp"})


def people_in(text: str) -> tuple[str, ...]:
    """The people a cell names, one or several. Only what reads as the name of a person is parted:

    "Sektori i Arsimit dhe Shëndetësisë" stays one, and so does an office with a comma in its name.
    """
    parts = [part.strip(" ,") for part in BETWEEN_PEOPLE.split(text) if part.strip(" ,")]
    return tuple(parts) if len(parts) > 1 and all(_is_whole_name(part) for part in parts) else (text,)


def _is_whole_name(text: str) -> bool:
    return is_persons_name(text.replace(",", " ")) and len(without_titles(text)[1].split()) > 1


def is_persons_name(text: str) -> bool:
    """Whether a text reads as the name of a person: a few words, each with a capital, none of an office."""
    words = without_titles(text)[1].split()
    return (
        0 < len(words) <= MOST_WORDS
        and all(word[0].isupper() and not any(sign.isdigit() for sign in word) for word in words)
        and not is_office(text)
    )


def turned(text: str) -> str:
    """ "Gurëzi, Agimor" as "Agimor Gurëzi"; anything that may be an office or end with a place stays as it is."""
    match = FAMILY_NAME_FIRST.fullmatch(text.strip())
    if match is None:
        return text
    family, first = match.group(1).strip(), match.group(2).strip()
    parts = (family, first)
    is_name = all(is_persons_name(part) and len(part.split()) <= 3 for part in parts)
    is_place = any(district_words().meaning(part) for part in parts)
    return f"{first} {family}" if is_name and not is_place else text


def family_name_last(text: str) -> str:
    """The name with its first word at the end: for a column that says it holds the family name first."""
    words = text.split()
    return " ".join((*words[1:], words[0])) if len(words) > 1 and is_persons_name(text) and "," not in text else text


def is_all_titles(text: str) -> bool:
    """Whether a cell holds titles and nothing else."""
    return bool(text.split()) and all(is_title(word) for word in text.split())


def sex_said_by(title: str) -> Sex:
    """What a title says of the sex of who bears it: "Znj." is a woman, "Dr." says nothing."""
    words = {word.casefold().rstrip(".,").replace("ë", "e") for word in title.split()}
    if words & WOMEN:
        return Sex.FEMALE
    return Sex.MALE if words & MEN else Sex.NOT_STATED
