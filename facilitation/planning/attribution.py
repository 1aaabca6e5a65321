"""Who may be named for what was said: the attribution rule of a session applied to notes and contributors."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.agenda import Attribution, Contributor
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent, Participation


@dataclass(frozen=True, slots=True)
class Attributed:
    """What a paper may show of a speaker; empty parts stay unsaid, all empty = nobody is named.

    ``sector`` is the value of a ``Sector`` where it is one, else as typed; ``i18n.labels.attributed_text`` says it.
    """

    name: str = ""
    role: str = ""
    sector: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.role or self.sector)


def attributed(note: Note, rule: Attribution) -> Attributed:
    """What may be shown of the speaker of a note (seed 002, R0.9; domain.md 9.16).

    Exact words carry a name only where the speaker agreed to be quoted; without it they fall back to the role.
    """
    whole = Attributed(note.speaker, note.speaker_role, note.speaker_sector)
    if rule is Attribution.NAMED and note.kind is NoteKind.QUOTE and not note.quote_consent:
        return _under(whole, Attribution.ROLE)
    return _under(whole, rule)


def may_be_quoted(note: Note, participation: Participation | None) -> bool:
    """Whether exact words may be printed: agreed to with the note, and not refused or taken back by the person since.

    ``participation`` is that of the speaker where they are a person of the event.
    """
    refused = participation is not None and participation.quote_consent is Consent.NO
    return note.quote_consent and not refused


def shown_contributor(contributor: Contributor, participation: Participation | None, rule: Attribution) -> Attributed:
    """What may be shown of a speaker on the agenda; ``participation`` is theirs where they are a person of the event.

    A contributor who is no person of the event is an office, and an office is a role.
    """
    if participation is None:
        return _under(Attributed(role=contributor.name), rule)
    person = participation.person
    role = ", ".join(part for part in (person.position, person.organisation) if part)
    return _under(Attributed(contributor.name or person.name, role, person.sector.value), rule)


def _under(whole: Attributed, rule: Attribution) -> Attributed:
    """The part of an attribution that a rule lets through."""
    if rule is Attribution.NAMED:
        return whole
    if rule is Attribution.ROLE:
        return Attributed(role=whole.role)
    if rule is Attribution.SECTOR:
        return Attributed(sector=whole.sector)
    return Attributed()
