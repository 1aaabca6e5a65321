"""Which steps of the guide are the hardest to lead, and why: what is worth practising before the event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from facilitation.domain.agenda import MOVING_KINDS, OUTSIDE_WORK_KINDS, SMALL_GROUP_KINDS, ItemKind
from facilitation.domain.finding import FindingValue
from facilitation.domain.guide import GuideSheet
from facilitation.domain.text import LANGUAGES, Text
from facilitation.planning.agenda_method_checks import LARGE_PLENARY
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.agenda_under_check import AgendaUnderCheck, whole_minutes
from facilitation.planning.guide_outline import TimedStep, timed_steps

PRACTISED = 2
"""So many steps are practised in the training of 180 minutes (domain.md 3.5)."""
SHORT_STEP = timedelta(minutes=3)
MANY_MATERIALS = 5
WORDS_PER_MINUTE = 100
"""How fast a text is said to a hall (ours)."""
MOST_OF_THE_STEP = 0.5
LEAST_OF_USUAL = 0.75
DECIDE = "decide"
NOT_PRACTISED = OUTSIDE_WORK_KINDS | {ItemKind.ENERGISER}
POINTS = {
    "decides_in_plenary": 4,
    "interpreted": 3,
    "many_people_move": 3,
    "many_people": 2,
    "shortened": 2,
    "much_to_say": 2,
    "short_step": 1,
    "no_words": 1,
    "many_materials": 1,
    "risks": 1,
    "no_plan_b": 1,
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that makes a step hard; ``values`` are the named values of its words."""

    code: str
    values: tuple[tuple[str, FindingValue], ...] = ()

    @property
    def points(self) -> int:
        """How much it weighs."""
        return POINTS[self.code]


@dataclass(frozen=True, slots=True)
class HardStep:
    """A step to practise: where it stands, and the signs that make it hard, the heaviest first."""

    entry: TimedItem
    timed: TimedStep
    signs: tuple[Sign, ...]

    @property
    def points(self) -> int:
        """The points of all signs together."""
        return sum(sign.points for sign in self.signs)


def hardest_steps(checked: AgendaUnderCheck, count: int = PRACTISED) -> tuple[HardStep, ...]:
    """The hardest steps of different sessions, the hardest first; fewer where fewer sessions have steps.

    A step collects points (ours; domain.md asks for the two hardest and names no measure): a decision of all in one
    room 4; interpretation 3; more than 40 people who change places 3, or who sit 2; a session that has less than three
    quarters of its method's usual time 2; words that fill more than half of the step 2; and 1 each for at most three
    minutes in which more than 40 people change places, no words written, five or more kinds of material, known risks,
    and no plan B. Of equal ones the longer step comes first, for it is the core of its session, then the earlier one.
    One step is taken per session, so that two different things are practised; rests, registration, energisers and the
    staff's own items are not practised.
    """
    people = {entry.item.id: number for entry, number in checked.attended()}
    best: list[HardStep] = []
    for entry in checked.timed:
        if entry.item.kind not in NOT_PRACTISED:
            best += _hardest_of(checked, entry, people.get(entry.item.id, 0))
    return tuple(sorted(best, key=_rank)[:count])


def _rank(found: HardStep) -> tuple[int, timedelta]:
    """Smaller is harder; what is equal keeps its order, for sorting is stable."""
    return -found.points, -found.timed.step.duration


def _hardest_of(checked: AgendaUnderCheck, entry: TimedItem, people: int) -> list[HardStep]:
    """The hardest step of a session; none where it has no steps."""
    sheet = checked.record.guide.sheet(entry.item.id)
    common = tuple(_session_signs(checked, entry, sheet, people))
    is_moving = people > LARGE_PLENARY and entry.item.kind in MOVING_KINDS
    found: list[HardStep] = []
    for timed in timed_steps(sheet, entry):
        signs = (*common, *_step_signs(timed, people if is_moving else 0))
        found.append(HardStep(entry, timed, tuple(sorted(signs, key=lambda sign: -sign.points))))
    return sorted(found, key=_rank)[:1]


def _session_signs(checked: AgendaUnderCheck, entry: TimedItem, sheet: GuideSheet, people: int) -> Iterator[Sign]:
    item, method = entry.item, checked.method_of(entry.item)
    is_apart = item.kind in SMALL_GROUP_KINDS or bool(item.parallel)
    if method and DECIDE in method.goals and not is_apart:
        yield Sign("decides_in_plenary")
    if sheet.interpretation:
        yield Sign("interpreted")
    if people > LARGE_PLENARY:
        code = "many_people_move" if item.kind in MOVING_KINDS else "many_people"
        yield Sign(code, (("people", people),))
    if method and item.duration < method.typical_time * LEAST_OF_USUAL:
        usual = whole_minutes(method.typical_time)
        yield Sign("shortened", (("minutes", item.minutes), ("usual", usual)))
    if len(sheet.materials) >= MANY_MATERIALS:
        yield Sign("many_materials", (("count", len(sheet.materials)),))
    if sheet.risks:
        yield Sign("risks")
    if not sheet.plan_b:
        yield Sign("no_plan_b")


def _step_signs(timed: TimedStep, moving: int) -> Iterator[Sign]:
    """What makes one step hard; ``moving`` = how many change places in its session, 0 where they sit or are few."""
    step = timed.step
    spoken = _words(step.words) / WORDS_PER_MINUTE
    if not step.words:
        yield Sign("no_words")
    elif step.minutes and spoken > step.minutes * MOST_OF_THE_STEP:
        yield Sign("much_to_say", (("minutes", step.minutes), ("words", _words(step.words))))
    if moving and step.duration <= SHORT_STEP:
        yield Sign("short_step", (("minutes", step.minutes),))


def _words(text: Text) -> int:
    """How many words are to be said, in the language that has more of them."""
    return max(len(str(getattr(text, language)).split()) for language in LANGUAGES)
