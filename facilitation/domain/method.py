"""A facilitation method of the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from facilitation.domain.agenda import Layout
from facilitation.domain.guide import Material
from facilitation.domain.text import Text


@dataclass(frozen=True, slots=True)
class MethodStep:
    """One step of a method with its share of the typical time."""

    duration: timedelta
    what: Text
    words: Text = Text()
    who: Text = Text()


@dataclass(frozen=True, slots=True)
class Method:
    """How a group can be led through a piece of work.

    People are counted in persons, times are timedeltas; the steps add up to ``typical_time``. ``goals`` are of
    open, inform, explore, converge, decide, close. ``layouts`` are the room set-ups it works in (empty = any);
    ``group_minimum`` and ``group_maximum`` are people per table or group (0 = the whole room is one group).
    ``equipment``, ``interpretation`` and ``logistics`` are what the people behind the scenes see to.
    ``is_for_cases`` = fit for cases of real people, coded; ``evens_ranks`` = gives juniors and seniors equal weight.
    """

    id: str
    title: Text
    purpose: Text
    minimum_people: int
    maximum_people: int
    minimum_time: timedelta
    typical_time: timedelta
    maximum_time: timedelta
    steps: tuple[MethodStep, ...]
    materials: tuple[Material, ...] = ()
    room_setup: Text = Text()
    roles: Text = Text()
    output: Text = Text()
    plan_b: Text = Text()
    tips: tuple[Text, ...] = ()
    risks: tuple[Text, ...] = ()
    goals: tuple[str, ...] = ()
    source: Text = Text()
    layouts: tuple[Layout, ...] = ()
    group_minimum: int = 0
    group_maximum: int = 0
    is_for_cases: bool = False
    evens_ranks: bool = False
    equipment: Text = Text()
    interpretation: Text = Text()
    logistics: Text = Text()
