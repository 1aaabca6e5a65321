"""Taking one person out of what was written: where their name stands, how it is covered, which fields go with it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from facilitation.domain.person import Person

COVERED = "[…]"
"""Stands for a name, an address or a number inside a longer text; the same in every language."""
LEAST_DIGITS = 6
"""Under this a number is too short to be told from any other."""
_BARE = {"ë": "(?:ë|e\u0308?)", "e": "(?:ë|e\u0308?)", "ç": "(?:ç|c\u0327?)", "c": "(?:ç|c\u0327?)"}
_EMPTY: Mapping[type, Any] = {str: "", list: [], type(None): None, bool: False}


@dataclass(frozen=True)
class Redaction:
    """One person's traces. ``new_ids`` gives a fresh id for each id that stands for them; ``erased`` = their new name.

    A name of one word is covered only where a field holds nothing else: it may be a word of the language.
    """

    person: Person
    new_ids: Mapping[str, str]
    erased: str

    def is_named(self, text: str) -> bool:
        """Whether a text is the person's name and nothing else."""
        return bool(text.strip() and self._whole.fullmatch(text.strip()))

    def is_in(self, text: str) -> bool:
        """Whether a text says who the person is."""
        return self.text(text) != text

    def text(self, text: str) -> str:
        """The text without the person."""
        if not text:
            return text
        if self.is_named(text):
            return self.erased
        covered = self._inside.sub(COVERED, text) if self._inside else text
        return self._ids.sub(lambda found: self.new_ids[found.group()], covered) if self._ids else covered

    def json_text(self, text: str) -> str:
        """A JSON text without the person; the very same text where they are not in it."""
        if not text.startswith(("{", "[", '"')):
            return self.text(text)
        value = json.loads(text)
        cleared = self.value(value)
        return text if cleared == value else json.dumps(cleared, ensure_ascii=False, separators=(",", ":"))

    def value(self, value: Any) -> Any:
        """A value read from JSON, without the person; what else is known of them goes where they stood."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(part) for part in value]
        if not isinstance(value, dict):
            return value
        emptied: dict[str, Any] = {name: _EMPTY.get(type(value[name]), "") for name in self._of_person(value)}
        if value.get("person_id") in self.new_ids and "name" in value:
            emptied["name"] = self.erased
        return {self.text(name): self.value(part) for name, part in (value | emptied).items()}

    def _of_person(self, value: Mapping[str, Any]) -> Iterable[str]:
        """The fields beside the name or id that tell something of the person."""
        if self._is_person(value.get("speaker_id"), value.get("speaker")):
            yield from ("speaker_role", "speaker_sector") if "speaker_role" in value else ()
        who = value.get("who")
        if isinstance(who, dict) and self._is_person(who.get("person_id"), who.get("name")) and "reason" in value:
            yield "reason"
        if value.get("id") == self.person.id:
            yield from (name for name in value if name not in ("id", "name", "sector", "sex", "district", "languages"))

    def _is_person(self, key: object, name: object) -> bool:
        return key in self.new_ids or (isinstance(name, str) and self.is_named(name))

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        values = [*_names(self.person), self.person.email, self.person.phone]
        patterns = [_loose(value) for value in values if value.strip()]
        return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _inside(self) -> re.Pattern[str] | None:
        found = [_word(_loose(name)) for name in _names(self.person) if len(name.split()) > 1]
        found += [_word(_loose(self.person.email))] if self.person.email.strip() else []
        found += list(_number(self.person.phone))
        return re.compile("|".join(found), re.IGNORECASE) if found else None

    @cached_property
    def _ids(self) -> re.Pattern[str] | None:
        ids = "|".join(re.escape(key) for key in self.new_ids)
        return re.compile(rf"(?<![\w-])(?:{ids})(?![\w-])") if ids else None


def _names(person: Person) -> list[str]:
    """The name as it is written, with the title, and the other way round."""
    name = " ".join(person.name.split())
    words = name.split(" ")
    turned = [f"{words[-1]}, {' '.join(words[:-1])}", f"{words[-1]} {' '.join(words[:-1])}"] if len(words) == 2 else []
    titled = [f"{person.title.strip()} {name}"] if person.title.strip() else []
    return [each for each in (*titled, name, *turned) if each]


def _loose(text: str) -> str:
    """A pattern for a text with or without ë and ç, in either way of writing them, and any space between words."""
    words = unicodedata.normalize("NFC", text).split()
    return r"\s+".join("".join(_BARE.get(sign.lower(), re.escape(sign)) for sign in word) for word in words)


def _word(pattern: str) -> str:
    return rf"(?<!\w){pattern}(?!\w)"


def _number(phone: str) -> Iterable[str]:
    """The number however it is grouped, with or without what stands before it."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) >= LEAST_DIGITS:
        yield r"(?<!\d)\+?" + r"[\s\-./()]*".join(digits) + r"(?!\d)"
    elif phone.strip():
        yield _word(_loose(phone))
