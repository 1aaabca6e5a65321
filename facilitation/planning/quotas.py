"""Quotas: who is there, how many more must come to reach a share, and whom to invite for it.

Shares are counted in whole people and exact fractions: 40 % of 15 is 6, never 6.000000001.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from facilitation.domain.event import Event, Quota, QuotaKind, Sector
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.person import District, InvitationStatus, Participation, Sex
from facilitation.errors import InvalidInput, mark
from facilitation.planning.substitutes import without_replaced

MEMBERS: dict[QuotaKind, frozenset[str]] = {
    QuotaKind.SECTOR: frozenset(Sector),
    QuotaKind.DISTRICT: frozenset(District),
    QuotaKind.SEX: frozenset({Sex.FEMALE, Sex.MALE}),
}
ON_THE_WAY = frozenset({InvitationStatus.INVITED, InvitationStatus.CONFIRMED})
NO_SHARE = mark("A quota lies between 1 and 100 %. Write a number between them.")
NO_MEMBER = mark("A quota needs a sector, a district or a sex. Choose one.")
TOO_MUCH = mark("The quotas of one kind make {percent} % together. Lower one, so that they make 100 % at most.")


@dataclass(frozen=True, slots=True)
class Reach:
    """How a quota stands among ``total`` people: ``have`` of them count for it, of ``unknown`` it is not stated.

    ``missing`` = how many more who count must come, on top of the others; ``None`` = no number is enough.
    """

    have: int
    total: int
    unknown: int
    missing: int | None

    @property
    def is_met(self) -> bool:
        """Whether the share is reached."""
        return self.missing == 0


@dataclass(frozen=True, slots=True)
class QuotaState:
    """A quota among those who confirmed, and among all who are asked and did not decline."""

    quota: Quota
    confirmed: Reach
    asked: Reach


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody not yet invited who would help ``quotas``."""

    part: Participation
    quotas: tuple[Quota, ...]


def quota_id(quota: Quota) -> str:
    """By what a quota is known again: "sex:female"."""
    return f"{quota.kind.value}:{quota.value}"


def counts_for(part: Participation, quota: Quota) -> bool | None:
    """Whether somebody counts for a quota; ``None`` where it is not stated."""
    person = part.person
    if quota.kind is QuotaKind.SECTOR:
        return person.sector.value == quota.value
    if quota.kind is QuotaKind.DISTRICT:
        return None if person.district is None else person.district.value == quota.value
    return None if person.sex is Sex.NOT_STATED else person.sex.value == quota.value


def still_missing(have: int, total: int, share: float) -> int | None:
    """The fewest people who count, added to the others, with whom the share is reached; ``None`` = never."""
    wanted = Fraction(str(share))
    lacking = wanted * total - have
    if lacking <= 0:
        return 0
    if wanted >= 1:
        return None
    return -((-lacking) // (1 - wanted))


def reach(people: Sequence[Participation], quota: Quota) -> Reach:
    """How a quota stands among these people."""
    counted = [counts_for(part, quota) for part in people]
    have, total = counted.count(True), len(counted)
    return Reach(have, total, counted.count(None), still_missing(have, total, quota.share))


def quota_states(event: Event, parts: Iterable[Participation]) -> tuple[QuotaState, ...]:
    """Every quota of the event as it stands; who is stood in for counts no more, only the substitute does."""
    coming = without_replaced(parts)
    asked = [part for part in coming if part.status in ON_THE_WAY]
    confirmed = [part for part in asked if part.status is InvitationStatus.CONFIRMED]
    return tuple(QuotaState(quota, reach(confirmed, quota), reach(asked, quota)) for quota in event.quotas)


def suggestions(event: Event, parts: Sequence[Participation]) -> tuple[Suggestion, ...]:
    """Who is on the list, not yet invited, and would help a quota; whoever helps the most quotas comes first."""
    open_quotas = [state.quota for state in quota_states(event, parts) if not state.asked.is_met]
    waiting = [part for part in parts if part.status is InvitationStatus.TO_INVITE]
    found = [Suggestion(part, tuple(quota for quota in open_quotas if counts_for(part, quota))) for part in waiting]
    return tuple(sorted((one for one in found if one.quotas), key=lambda one: -len(one.quotas)))


def with_quota(event: Event, quota: Quota) -> Event:
    """The event with a quota set anew or changed. Raises ``InvalidInput``."""
    if quota.value not in MEMBERS[quota.kind]:
        raise InvalidInput(NO_MEMBER)
    if not 0 < quota.share <= 1:
        raise InvalidInput(NO_SHARE)
    known = [quota if quota_id(old) == quota_id(quota) else old for old in event.quotas]
    wanted = known if quota in known else [*known, quota]
    together = sum(Fraction(str(each.share)) for each in wanted if each.kind is quota.kind)
    if together > 1:
        raise InvalidInput(TOO_MUCH, percent=int(together * 100))
    return replace(event, quotas=tuple(wanted))


def without_quota(event: Event, quota: Quota) -> Event:
    """The event without a quota."""
    return replace(event, quotas=tuple(old for old in event.quotas if quota_id(old) != quota_id(quota)))


def quota_findings(event: Event, parts: Sequence[Participation]) -> Iterator[Finding]:
    """A quota the invited and confirmed do not reach is said once somebody is invited."""
    for state in quota_states(event, parts):
        if state.asked.total and not state.asked.is_met:
            yield _missing(state)


def _missing(state: QuotaState) -> Finding:
    quota, asked = state.quota, state.asked
    return finding(
        "quota_missing",
        Severity.HINT,
        quota_id(quota),
        case=_case(state),
        group=quota.value,
        count=asked.missing or 0,
        share=quota.share,
        have=asked.have,
        total=asked.total,
    )


def _case(state: QuotaState) -> str:
    if state.asked.missing is None:
        return "all"
    return state.quota.value if state.quota.kind is QuotaKind.SEX else "group"
