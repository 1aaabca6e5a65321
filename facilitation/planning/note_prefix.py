"""Notes typed fast: a sign at the start of a line says the kind, a name with a colon says who.

What is not clear stays in the text: a wrong owner in the volume is worse than a sentence left as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.agenda import AgendaItem, Contributor
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Participation
from facilitation.planning.name_folding import plain_letters, without_titles, words_of
from facilitation.planning.spoken_days import spoken_day

OPENING, CLOSING = '"„“”«»', '"“”«»'
KEYS = {
    **dict.fromkeys(OPENING, NoteKind.QUOTE),
    "!": NoteKind.RECOMMENDATION,
    ">": NoteKind.COMMITMENT,
    "?": NoteKind.QUESTION,
    "#": NoteKind.PARKING_LOT,
}
"""The sign at the start of a line and the kind it makes."""
SPOKEN = frozenset({NoteKind.KEY_POINT, NoteKind.QUOTE, NoteKind.QUESTION})
"""Kinds that somebody said; the others are nobody's words."""
OWNED = frozenset({NoteKind.RECOMMENDATION, NoteKind.COMMITMENT})
"""Kinds with an owner and a day."""
HEAD = re.compile(r"(?P<at>@?)\s*(?P<who>[^:\n]{1,90}?)\s*:(?!\d|//)\s*(?P<rest>.*)", re.DOTALL)
UNTIL = re.compile(
    r"(?P<who>.+?)\s*[,;–-]?\s+(?:deri(?:\s+m[ëe])?(?:\s+dat[ëe])?|brenda(?:\s+dat[ëe]s)?|para|by|until|before)\s+(?P<day>.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a note is typed: the session, the people of the event, and the day from which days are counted."""

    item: AgendaItem
    people: Sequence[Participation]
    held_on: date


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who may be meant; ``participation`` where they are a person of the event."""

    name: str
    participation: Participation | None = None


@dataclass(frozen=True, slots=True)
class TypedNote:
    """A line as it is understood: who said it, or who is to do it by when, as far as that is clear."""

    kind: NoteKind
    text: str
    speaker: Named | None = None
    owner: str = ""
    due_on: date | None = None


def typed_note(line: str, chosen: NoteKind, setting: Setting) -> TypedNote:
    """The note in a line; ``chosen`` is its kind where no sign stands at its start."""
    kind, text = _keyed(line.strip())
    note = TypedNote(kind or chosen, text)
    if note.kind in OWNED:
        return _with_owner(note, setting)
    return _with_speaker(note, setting, is_kind_open=kind is None) if note.kind in SPOKEN else note


def _keyed(line: str) -> tuple[NoteKind | None, str]:
    """The kind by its sign, and the line without it."""
    kind = KEYS.get(line[:1])
    if kind is None:
        return None, line
    if kind is NoteKind.QUOTE:
        return kind, _unquoted(line)
    return kind, line.lstrip(line[0]).lstrip()


def _unquoted(line: str) -> str:
    """Exact words without the marks around them; marks inside stay, and then both ends stay as they are."""
    inner = line[1:]
    if any(sign in inner[:-1] for sign in CLOSING):
        return line if inner[-1:] not in CLOSING else inner[:-1].strip()
    return (inner[:-1] if inner and inner[-1] in CLOSING else inner).strip()


def _with_speaker(note: TypedNote, setting: Setting, *, is_kind_open: bool) -> TypedNote:
    match = HEAD.fullmatch(note.text)
    if match is None:
        return note
    speaker = named(match["who"], setting, is_meant=bool(match["at"]))
    if speaker is None:
        return note
    kind, text = _keyed(match["rest"]) if is_kind_open else (None, match["rest"])
    if kind not in SPOKEN:
        kind, text = None, match["rest"]
    return replace(note, kind=kind or note.kind, text=text, speaker=speaker)


def _with_owner(note: TypedNote, setting: Setting) -> TypedNote:
    match = HEAD.fullmatch(note.text)
    if match is None:
        return note
    until = UNTIL.fullmatch(match["who"])
    due_on = spoken_day(until["day"], setting.held_on) if until else None
    if until and due_on is None:
        return note
    who = until["who"].rstrip(" ,;") if until else match["who"]
    owner = named(who, setting, is_meant=bool(match["at"])) or (Named(who) if due_on else None)
    return replace(note, text=match["rest"], owner=owner.name, due_on=due_on) if owner else note


def named(typed: str, setting: Setting, *, is_meant: bool) -> Named | None:
    """Who is meant by what was typed: somebody of the session first, then of the event.

    Where a name ``is_meant`` (it has an @) the beginnings of its words are enough, and an unknown one stays as typed.
    Without it only people who are known count: "Problem: …" is a sentence and no name.
    """
    wanted = [plain_letters(word) for word in words_of(without_titles(typed)[1])]
    if not wanted:
        return None
    for group in (_of_session(setting), tuple(Named(entry.person.name, entry) for entry in setting.people)):
        found = _matching(wanted, group, is_loose=is_meant)
        if len(found) == 1:
            return found[0]
        if found:
            break
    return Named(typed.strip()) if is_meant else None


def _of_session(setting: Setting) -> tuple[Named, ...]:
    known = {key: entry for entry in setting.people for key in (entry.id, entry.person.id, _key(entry.person.name))}
    people = (*setting.item.speakers, *setting.item.facilitators)
    return tuple(
        dict.fromkeys(_contributor(person, known.get(person.person_id or _key(person.name))) for person in people)
    )


def _contributor(person: Contributor, entry: Participation | None) -> Named:
    return Named(entry.person.name if entry else person.name, entry)


def _key(name: str) -> str:
    return name.casefold()


def _matching(wanted: list[str], group: Iterable[Named], *, is_loose: bool) -> list[Named]:
    """Those who are called so; a whole name is worth more than a part of one."""
    entries = [(person, [plain_letters(word) for word in words_of(without_titles(person.name)[1])]) for person in group]
    whole = [person for person, words in entries if words == wanted]
    return whole or [person for person, words in entries if _is_part(wanted, words, person.name, is_loose=is_loose)]


def _is_part(wanted: list[str], words: list[str], name: str, *, is_loose: bool) -> bool:
    """Words of a name; an office ("Përfaqësuese, Zyra e Punësimit") is meant by its beginning only."""
    if is_loose:
        return all(any(word.startswith(part) for word in words) for part in wanted)
    return words[: len(wanted)] == wanted or ("," not in name and set(wanted) <= set(words))


def position_of(part: Participation | None) -> tuple[str, str]:
    """Role and sector of a person of the event; nothing for somebody else."""
    if part is None:
        return "", ""
    person = part.person
    return ", ".join(words for words in (person.position, person.organisation) if words), person.sector.value
