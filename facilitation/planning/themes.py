"""What the answers speak of: the themes an organiser found in them, counted, and the words chosen to be quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from facilitation.domain.agenda import Attribution
from facilitation.domain.consultation import Answer, Question, Questionnaire, Reply, Theme
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District, Participation
from facilitation.planning.attribution import Attributed
from facilitation.planning.public_cells import SMALLEST_PUBLIC_CELL
from facilitation.planning.reply_rate import origin
from facilitation.planning.small_cells import PublicRow, public_row

Place = TypeVar("Place", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What one reply says to one open question."""

    reply: Reply
    answer: Answer


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme: how many replies speak of it, and by column of the table."""

    theme: Theme
    total: int
    counts: tuple[int, ...]

    @property
    def public(self) -> PublicRow:
        """The row as it may be printed."""
        return public_row(self.counts)


@dataclass(frozen=True, slots=True)
class ThemeTable(Generic[Place]):
    """Themes (rows) by sector or qark (columns; ``None`` = not stated). A reply counts once in a theme.

    A reply may speak of several themes, so a column has no sum.
    """

    columns: tuple[Place | None, ...]
    rows: tuple[ThemeRow, ...]


@dataclass(frozen=True, slots=True)
class ChosenQuote:
    """Words of an answer with what may be shown of whoever wrote them (empty = nobody is named)."""

    text: str
    shown: Attributed


def answers_to(question_id: str, replies: Iterable[Reply]) -> tuple[GivenAnswer, ...]:
    """The answers to an open question that say anything, in the order they came."""
    found = ((reply, reply.answer(question_id)) for reply in replies if reply.given_at)
    return tuple(GivenAnswer(reply, answer) for reply, answer in found if answer and answer.text.strip())


def answers_of_theme(theme_id: str, replies: Iterable[Reply]) -> tuple[GivenAnswer, ...]:
    """Every answer in which a theme was found."""
    return tuple(
        GivenAnswer(reply, answer)
        for reply in replies
        if reply.given_at
        for answer in reply.answers
        if theme_id in answer.theme_ids
    )


def themes_of(reply: Reply) -> frozenset[str]:
    """The ids of all themes found in a reply."""
    return frozenset(theme_id for answer in reply.answers for theme_id in answer.theme_ids)


def theme_totals(questionnaire: Questionnaire, replies: Iterable[Reply]) -> tuple[tuple[Theme, int], ...]:
    """Each theme with the number of replies that speak of it, the most frequent first."""
    found = [themes_of(reply) for reply in replies if reply.given_at and reply.questionnaire_id == questionnaire.id]
    totals = [(theme, sum(theme.id in ids for ids in found)) for theme in questionnaire.themes]
    return tuple(sorted(totals, key=lambda entry: -entry[1]))


def themes_by_sector(
    questionnaire: Questionnaire, replies: Iterable[Reply], people: Mapping[str, Participation]
) -> ThemeTable[Sector]:
    """The themes by sector of whoever answered."""
    return _table(questionnaire, tuple(replies), tuple(Sector), lambda reply: origin(reply, people)[0])


def themes_by_district(
    questionnaire: Questionnaire, replies: Iterable[Reply], people: Mapping[str, Participation]
) -> ThemeTable[District]:
    """The themes by qark of whoever answered."""
    return _table(questionnaire, tuple(replies), tuple(District), lambda reply: origin(reply, people)[1])


def _table(
    questionnaire: Questionnaire,
    replies: Sequence[Reply],
    names: Sequence[Place],
    place_of: Callable[[Reply], Place | None],
) -> ThemeTable[Place]:
    given = [reply for reply in replies if reply.given_at and reply.questionnaire_id == questionnaire.id]
    present = {place_of(reply) for reply in given}
    columns = tuple(name for name in (*names, None) if name in present)
    rows = []
    for theme, total in theme_totals(questionnaire, given):
        places = [place_of(reply) for reply in given if theme.id in themes_of(reply)]
        rows.append(ThemeRow(theme, total, tuple(places.count(column) for column in columns)))
    return ThemeTable(columns, tuple(rows))


def without_theme(reply: Reply, theme_id: str, instead: str = "") -> Reply:
    """The reply with a theme taken out of its answers, another one in its place where there is one."""
    return replace(
        reply, answers=tuple(replace(a, theme_ids=swapped(a.theme_ids, theme_id, instead)) for a in reply.answers)
    )


def swapped(theme_ids: Iterable[str], theme_id: str, instead: str = "") -> tuple[str, ...]:
    """The ids with one taken out or exchanged; none stands twice."""
    found = (instead if entry == theme_id else entry for entry in theme_ids)
    return tuple(dict.fromkeys(entry for entry in found if entry))


def may_quote(reply: Reply, person: Participation | None) -> bool:
    """Whether words of a reply may be quoted: it says yes, and the person has not said no elsewhere."""
    has_refused = person is not None and person.quote_consent is Consent.NO
    return reply.quote_consent is Consent.YES and not has_refused


def quotes_for(
    question: Question, replies: Iterable[Reply], people: Mapping[str, Participation]
) -> tuple[ChosenQuote, ...]:
    """The quotes chosen for a question that may be printed, each shown as the rule of the question allows."""
    given = tuple(reply for reply in replies if reply.given_at)
    sectors = [origin(reply, people)[0] for reply in given]
    found = []
    for reply in given:
        answer, person = reply.answer(question.id), people.get(reply.participation_id)
        if answer and answer.quote.strip() and may_quote(reply, person):
            shown = shown_writer(reply, person, question.attribution)
            sector = origin(reply, people)[0]
            is_few = question.attribution is Attribution.SECTOR and sectors.count(sector) < SMALLEST_PUBLIC_CELL
            found.append(ChosenQuote(answer.quote.strip(), Attributed() if is_few else shown))
    return tuple(found)


def shown_writer(reply: Reply, person: Participation | None, rule: Attribution) -> Attributed:
    """What may be shown of whoever answered. A beneficiary with a code is never more than a sector."""
    sector = reply.sector or (person.person.sector if person else None)
    said = sector.value if sector else ""
    if rule is Attribution.NOBODY:
        return Attributed()
    if rule is Attribution.SECTOR or (person and person.person.is_coded):
        return Attributed(sector=said)
    parts = (person.person.position, person.person.organisation) if person else (reply.organisation,)
    role = ", ".join(part for part in parts if part)
    if rule is Attribution.NAMED and person:
        return Attributed(person.person.name, role, said)
    return Attributed(role=role) if role else Attributed(sector=said)
