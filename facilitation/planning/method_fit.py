"""Which methods fit a session: the best first with their reasons, the others with what speaks against them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from facilitation.domain.guide import Step
from facilitation.domain.method import Method, MethodStep
from facilitation.planning.agenda_method_checks import LARGE_PLENARY, LONGEST_LISTENING
from facilitation.planning.guide_outline import ONE_MINUTE, scaled_steps
from facilitation.planning.method_need import MethodNeed

WAKES_A_PLENARY = "buzz"
"""What more people than ``LARGE_PLENARY`` get after listening for ``LONGEST_LISTENING`` (methods.md)."""
NEVER_ON_CASES = frozenset({"gallery_walk", "fishbowl"})
"""Everybody looks on: never for cases of real people, whatever the file says (methods.md)."""

ReasonValue = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for or against a method, as data; ``i18n/method_reasons.py`` has the sentence of each code."""

    code: str
    values: tuple[tuple[str, ReasonValue], ...] = ()


@dataclass(frozen=True, slots=True)
class MethodFit:
    """A method that fits: what speaks for it, what to mind, and its steps scaled to ``duration``."""

    method: Method
    duration: timedelta
    reasons: tuple[Reason, ...]
    cautions: tuple[Reason, ...]
    steps: tuple[MethodStep, ...]


@dataclass(frozen=True, slots=True)
class MethodRefusal:
    """A method that does not fit, and why."""

    method: Method
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MethodFits:
    """Every method once: the fitting ones from best to last, the others in the order of their ids."""

    suggestions: tuple[MethodFit, ...]
    refusals: tuple[MethodRefusal, ...]


def method_fits(need: MethodNeed, methods: Iterable[Method]) -> MethodFits:
    """What the rules say about each method."""
    suggestions: list[MethodFit] = []
    refusals: list[MethodRefusal] = []
    for method in sorted(methods, key=lambda method: method.id):
        against = tuple(reason for rule in REFUSALS for reason in rule(method, need))
        if against:
            refusals.append(MethodRefusal(method, against))
        else:
            suggestions.append(_fit(method, need))
    return MethodFits(tuple(sorted(suggestions, key=lambda fit: _rank(fit, need))), tuple(refusals))


def _fit(method: Method, need: MethodNeed) -> MethodFit:
    duration = min(need.duration, method.maximum_time)
    return MethodFit(
        method,
        duration,
        reasons=tuple(reason for rule in REASONS for reason in rule(method, need)),
        cautions=tuple(reason for rule in CAUTIONS for reason in rule(method, need)),
        steps=method_steps(method, duration),
    )


def method_steps(method: Method, duration: timedelta) -> tuple[MethodStep, ...]:
    """The steps of a method in whole minutes, none under one, that fill ``duration``."""
    steps = tuple(Step("", step.duration, step.what, step.words, step.who) for step in method.steps)
    return tuple(MethodStep(step.duration, step.what, step.words, step.who) for step in scaled_steps(steps, duration))


def _rank(fit: MethodFit, need: MethodNeed) -> tuple[bool, bool, int, int, float, str]:
    """Smaller is better: wakes a tired plenary, evens ranks where they are mixed, nothing to mind, its main goal is
    asked for, and its usual time is near."""
    method = fit.method
    place = min((method.goals.index(goal) for goal in need.goals if goal in method.goals), default=len(method.goals))
    typical, given = method.typical_time / ONE_MINUTE, need.duration / ONE_MINUTE
    return (
        not _wakes(method, need),
        need.has_mixed_ranks and not method.evens_ranks,
        len(fit.cautions),
        place,
        max(typical / given, given / typical),
        method.id,
    )


def _wakes(method: Method, need: MethodNeed) -> bool:
    is_tired = need.people > LARGE_PLENARY and need.listened >= LONGEST_LISTENING
    return is_tired and method.id == WAKES_A_PLENARY


def least_time(method: Method) -> timedelta:
    """The shortest time the method can be led in: its minimum, and a minute for each step."""
    return max(method.minimum_time, len(method.steps) * ONE_MINUTE)


def refuse_cases(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """Cases of real people need a method that is made for them."""
    if need.is_about_cases and method.id in NEVER_ON_CASES:
        yield _reason("never_on_cases")
    elif need.is_about_cases and not method.is_for_cases:
        yield _reason("not_for_cases")


def refuse_people(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """Neither too few people nor too many."""
    if need.people < method.minimum_people:
        yield _reason("too_few_people", people=need.people, least=method.minimum_people)
    elif need.people > method.maximum_people:
        yield _reason("too_many_people", people=need.people, most=method.maximum_people)


def refuse_minutes(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """At least the minimum of the method."""
    if need.duration < least_time(method):
        yield _reason("too_short", minutes=_minutes(need.duration), least=_minutes(least_time(method)))


def refuse_tables(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """The people can fill the tables, and find a place at them."""
    least, most = method.group_minimum, method.group_maximum
    if not need.tables or not most:
        return
    facts: dict[str, ReasonValue] = {"people": need.people, "tables": need.tables, "size": _range(least, most)}
    if need.people < need.tables * least:
        yield _reason("too_many_tables", **facts, most=need.people // least)
    elif need.people > need.tables * most:
        yield _reason("too_few_tables", **facts, needed=ceil(need.people / most))


def refuse_layout(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """The room can be set up as the method wants it."""
    if need.layouts and method.layouts and not _shared_layouts(method, need):
        yield _reason("other_layout", rooms=tuple(layout.value for layout in method.layouts))


def refuse_goal(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """It serves one of the goals; what wakes a tired plenary needs no other reason."""
    if need.goals and not set(need.goals) & set(method.goals) and not _wakes(method, need):
        yield _reason("other_goal", goals=method.goals)


REFUSALS: tuple[Callable[[Method, MethodNeed], Iterator[Reason]], ...] = (
    refuse_cases,
    refuse_people,
    refuse_minutes,
    refuse_tables,
    refuse_layout,
    refuse_goal,
)


def praise_waking(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """A large plenary that has listened for long gets to talk."""
    if _wakes(method, need):
        yield _reason("wakes_plenary", people=need.people, minutes=_minutes(need.listened))


def praise_cases(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """It is made for cases of real people."""
    if need.is_about_cases and method.is_for_cases:
        yield _reason("made_for_cases")


def praise_ranks(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """Juniors and seniors weigh the same."""
    if need.has_mixed_ranks and method.evens_ranks:
        yield _reason("evens_ranks")


def praise_goals(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """Which of the wanted goals it serves."""
    shared = tuple(goal for goal in method.goals if goal in need.goals)
    if shared:
        yield _reason("serves_goal", goals=shared)


def praise_people(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """For how many people it is."""
    yield _reason("fits_people", people=need.people, range=_range(method.minimum_people, method.maximum_people))


def praise_minutes(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """How its usual time compares with the minutes there are."""
    minutes, typical = _minutes(need.duration), _minutes(method.typical_time)
    if minutes == typical:
        yield _reason("takes_exactly", minutes=minutes)
    elif minutes < typical:
        yield _reason("takes_shortened", minutes=minutes, typical=typical)
    elif need.duration <= method.maximum_time:
        yield _reason("takes_usual", minutes=minutes, typical=typical)


def praise_layout(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """In which set-up of this room it works."""
    if not need.layouts:
        return
    if not method.layouts:
        yield _reason("works_anywhere")
    elif shared := _shared_layouts(method, need):
        yield _reason("works_in_layout", rooms=shared)


def praise_groups(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """How the people are shared out to tables or groups."""
    least, most = method.group_minimum, method.group_maximum
    if not most or _is_uneven(method, need):
        return
    if need.tables:
        yield _reason("fills_tables", people=need.people, tables=need.tables, size=_range(least, most))
    elif need.people // least == 1:
        yield _reason("makes_one_group")
    else:
        groups = _range(ceil(need.people / most), need.people // least)
        yield _reason("makes_groups", groups=groups, size=_range(least, most))


REASONS: tuple[Callable[[Method, MethodNeed], Iterator[Reason]], ...] = (
    praise_waking,
    praise_cases,
    praise_ranks,
    praise_goals,
    praise_people,
    praise_minutes,
    praise_layout,
    praise_groups,
)


def mind_time_left(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """It does not fill the time."""
    if need.duration > method.maximum_time:
        yield _reason("takes_longest", minutes=_minutes(need.duration), most=_minutes(method.maximum_time))


def mind_uneven_groups(method: Method, need: MethodNeed) -> Iterator[Reason]:
    """The people do not divide into groups of the right size."""
    if _is_uneven(method, need):
        yield _reason("uneven_groups", people=need.people, size=_range(method.group_minimum, method.group_maximum))


CAUTIONS: tuple[Callable[[Method, MethodNeed], Iterator[Reason]], ...] = (
    mind_time_left,
    mind_uneven_groups,
)


def _is_uneven(method: Method, need: MethodNeed) -> bool:
    """Whether no number of groups gives each of them as many people as it should have."""
    least, most = method.group_minimum, method.group_maximum
    return bool(most) and ceil(need.people / most) > need.people // least


def _shared_layouts(method: Method, need: MethodNeed) -> tuple[str, ...]:
    return tuple(layout.value for layout in need.layouts if layout in method.layouts)


def _reason(name: str, **values: ReasonValue) -> Reason:
    return Reason(name, tuple(values.items()))


def _range(least: int, most: int) -> str:
    """ "4–5", or one number where both are the same."""
    return str(least) if least == most else f"{least}–{most}"


def _minutes(duration: timedelta) -> int:
    return duration // ONE_MINUTE
