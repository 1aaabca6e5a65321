"""What speaks for or against a method, as half-sentences whose subject is the method."""

from __future__ import annotations

from collections.abc import Mapping

from babel.lists import format_list

from facilitation.domain.agenda import Layout
from facilitation.errors import mark
from facilitation.i18n.formats import list_text
from facilitation.i18n.labels import goal_label
from facilitation.i18n.translator import Translator
from facilitation.planning.method_fit import Reason

ROOMS: Mapping[str, str] = {
    Layout.THEATRE: mark("a theatre room"),
    Layout.CABARET: mark("a cabaret room"),
    Layout.U_SHAPE: mark("a room with tables in a U"),
    Layout.CIRCLE: mark("a circle of chairs"),
    Layout.CAFE: mark("a café room"),
    Layout.OPEN_FLOOR: mark("an open floor"),
}
REASONS: Mapping[str, str] = {
    "fits_people": mark("fits {people} people ({range})"),
    "takes_exactly": mark("takes exactly your {minutes} minutes"),
    "takes_shortened": mark("is shortened to your {minutes} minutes (usually {typical})"),
    "takes_usual": mark("takes {typical} of your {minutes} minutes"),
    "takes_longest": mark("takes at most {most} of your {minutes} minutes"),
    "serves_goal": mark("is good for: {goals}"),
    "works_in_layout": mark("works in {rooms}"),
    "works_anywhere": mark("works in any room"),
    "fills_tables": mark("fills {tables} tables of {size}"),
    "makes_groups": mark("makes {groups} groups of {size}"),
    "makes_one_group": mark("is done in one group"),
    "uneven_groups": mark(
        "{people} people do not divide into groups of {size}; some groups come out larger or smaller"
    ),
    "evens_ranks": mark("juniors and seniors weigh the same"),
    "made_for_cases": mark("is made for cases of real people, told in codes"),
    "wakes_plenary": mark("gets {people} people talking after {minutes} minutes of listening"),
    "never_on_cases": mark("never on cases of real people"),
    "not_for_cases": mark("is not made for cases of real people"),
    "too_few_people": mark("needs at least {least} people"),
    "too_many_people": mark("is for at most {most} people"),
    "too_short": mark("needs at least {least} minutes"),
    "too_many_tables.none": mark("{people} people cannot fill a table of {size}"),
    "too_few_tables": mark("{people} people need at least {needed} tables of {size}"),
    "other_layout": mark("needs {rooms}"),
    "other_goal": mark("is good for something else: {goals}"),
}
REASON_CODES = frozenset(code.split(".")[0] for code in REASONS) | {"too_many_tables"}
"""Every reason that has a sentence."""


def reason_sentence(reason: Reason, _: Translator) -> str:
    """A reason in the reader's language: "fits 24 people (12–200)"."""
    values = {name: _value(name, value, _) for name, value in reason.values}
    return _template(reason, _).format_map(values)


def _template(reason: Reason, _: Translator) -> str:
    if reason.code != "too_many_tables":
        return _(REASONS.get(reason.code, reason.code))
    most = int(str(dict(reason.values)["most"]))
    if not most:
        nothing = REASONS["too_many_tables.none"]
        return _(nothing)
    return _.plural(
        "{people} people cannot fill {tables} tables of {size}: at most {most} table",
        "{people} people cannot fill {tables} tables of {size}: at most {most} tables",
        most,
    )


def _value(name: str, value: object, _: Translator) -> str:
    if not isinstance(value, tuple):
        return str(value)
    if name == "rooms":
        return format_list([_(ROOMS[room]) for room in value], style="or", locale=_.language)
    return list_text([_lowered(goal_label(goal, _)) for goal in value], _.language)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
