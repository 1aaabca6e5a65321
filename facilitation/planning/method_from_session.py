"""A method of one's own from a session of an agenda and its page in the guide."""

from __future__ import annotations

from datetime import timedelta
from itertools import zip_longest

from facilitation.domain.agenda import AgendaItem, Layout
from facilitation.domain.guide import GuideSheet
from facilitation.domain.method import Method, MethodStep
from facilitation.domain.text import Text
from facilitation.planning.guide_outline import ONE_MINUTE, scaled_steps
from facilitation.planning.materials import usable_materials
from facilitation.planning.method_need import GOALS_OF_KINDS

LEAST_SHARE, MOST_SHARE = 0.7, 1.5
"""Of the session's time (ours): a method of one's own is offered from so much to so much of it."""


def method_of(item: AgendaItem, sheet: GuideSheet, base: Method | None, *, people: int) -> Method:
    """What a session was led with, as a method; it has no id and no source yet.

    ``base`` is the method the session was made with: what the page does not say, and for how many people it is, comes
    from there. Without one the method is for half to twice the ``people``. Steps that do not fill the session are
    fitted; a session without steps becomes one.
    """
    steps = scaled_steps(sheet.steps, item.duration)
    typical = sum((step.duration for step in steps), timedelta()) or item.duration
    return Method(
        id="",
        title=sheet.technique or item.title,
        purpose=sheet.purpose or item.summary or (base.purpose if base else item.title),
        minimum_people=base.minimum_people if base else max(2, people // 2),
        maximum_people=base.maximum_people if base else max(2, people * 2),
        minimum_time=min(typical, base.minimum_time if base else _share(typical, LEAST_SHARE, len(steps))),
        typical_time=typical,
        maximum_time=max(typical, base.maximum_time if base else _share(typical, MOST_SHARE)),
        steps=tuple(MethodStep(step.duration, step.what or item.title, step.words, step.who) for step in steps)
        or (MethodStep(item.duration, item.title),),
        materials=usable_materials(sheet.materials),
        room_setup=sheet.room_setup,
        roles=sheet.roles,
        output=sheet.output,
        plan_b=sheet.plan_b,
        tips=base.tips if base else (),
        risks=_lines(sheet.risks),
        goals=base.goals if base else GOALS_OF_KINDS.get(item.kind, ()),
        layouts=_layouts(sheet, base),
        group_minimum=base.group_minimum if base else 0,
        group_maximum=base.group_maximum if base else 0,
        is_for_cases=base.is_for_cases if base else False,
        evens_ranks=base.evens_ranks if base else False,
        equipment=sheet.equipment,
        interpretation=sheet.interpretation,
        logistics=sheet.logistics,
    )


def _layouts(sheet: GuideSheet, base: Method | None) -> tuple[Layout, ...]:
    """How the room stood comes first, then the other ways of the method the session was made with."""
    usual = base.layouts if base else ()
    return tuple(dict.fromkeys((sheet.layout, *usual))) if sheet.layout else usual


def _share(typical: timedelta, share: float, least: int = 1) -> timedelta:
    """So much of a time in whole minutes; every step keeps its minute."""
    return max(least, 1, round(typical / ONE_MINUTE * share)) * ONE_MINUTE


def _lines(text: Text) -> tuple[Text, ...]:
    """A text of several lines as one text per line; two languages go together where they have as many lines."""
    albanian, english = ([line.strip() for line in words.splitlines() if line.strip()] for words in (text.sq, text.en))
    if albanian and english and len(albanian) != len(english):
        return (text,)
    return tuple(Text(sq=sq, en=en) for sq, en in zip_longest(albanian, english, fillvalue=""))
