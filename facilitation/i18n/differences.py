"""What changed between two versions of a plan, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitation.domain.agenda import Attribution, Audience, ItemKind
from facilitation.errors import mark
from facilitation.i18n.labels import attribution_label, audience_label, kind_label
from facilitation.i18n.sentences import value_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_diff import Difference

# Looked up as "code.case" (the value "case"), then as "code".
SENTENCES: Mapping[str, str] = {
    "event_title": mark("The event is now called “{now}” (before: “{was}”)."),
    "event_date": mark("The event begins on {now} (before: {was})."),
    "event_days": mark("The event lasts {now} day(s) (before: {was})."),
    "event_place": mark("The event takes place in {now} (before: {was})."),
    "day_start": mark("Day {day} starts at {now} (before: {was})."),
    "added": mark("New: “{title}”, day {day}, {starts_at}, {minutes} min."),
    "removed": mark("Dropped: “{title}” (was day {day}, {starts_at})."),
    "moved_to_day": mark("“{title}” moves from day {was} to day {now}, {starts_at}."),
    "title": mark("“{was}” is now called “{now}”."),
    "kind": mark("“{title}” is now: {now} (before: {was})."),
    "length": mark("“{title}” lasts {now} min (before: {was})."),
    "room.first": mark("“{title}” takes place in {now}."),
    "room.none": mark("“{title}” has no room any more (before: {was})."),
    "room": mark("“{title}” moves to {now} (before: {was})."),
    "speakers.first": mark("“{title}” has speakers: {now}."),
    "speakers.none": mark("“{title}” has no speakers any more (before: {was})."),
    "speakers": mark("Speakers of “{title}”: {now} (before: {was})."),
    "facilitators.first": mark("“{title}” is facilitated by {now}."),
    "facilitators.none": mark("“{title}” has no facilitator any more (before: {was})."),
    "facilitators": mark("“{title}” is facilitated by {now} (before: {was})."),
    "note_takers.first": mark("Notes of “{title}”: {now}."),
    "note_takers.none": mark("Nobody takes notes of “{title}” any more (before: {was})."),
    "note_takers": mark("Notes of “{title}”: {now} (before: {was})."),
    "summary": mark("The description of “{title}” was changed."),
    "method.first": mark("“{title}” has a method now: {now}."),
    "method.none": mark("“{title}” has no method any more."),
    "method": mark("“{title}” has another method: {now} (before: {was})."),
    "attribution": mark("Speakers in “{title}” are shown: {now} (before: {was})."),
    "internal_note": mark("The internal note of “{title}” was changed."),
    "audience": mark("“{title}” is now for: {now} (before: {was})."),
    "shifted.later": mark("“{title}” starts {minutes} min later: at {now} instead of {was} (day {day})."),
    "shifted.earlier": mark("“{title}” starts {minutes} min earlier: at {now} instead of {was} (day {day})."),
    "shifted.later_run": mark(
        "{count} sessions, from “{title}” to “{last}”, start {minutes} min later: the first at {now} instead of {was} "
        "(day {day})."
    ),
    "shifted.earlier_run": mark(
        "{count} sessions, from “{title}” to “{last}”, start {minutes} min earlier: the first at {now} instead of "
        "{was} (day {day})."
    ),
    "settings": mark("Pins, objectives or further columns of “{title}” were changed."),
}


NAMES: Mapping[str, Callable[[str, Translator], str]] = {
    "kind": lambda value, _: kind_label(ItemKind(value), _),
    "attribution": lambda value, _: attribution_label(Attribution(value), _),
    "audience": lambda value, _: audience_label(Audience(value), _),
}
"""How values that are codes are called."""


def difference_sentence(difference: Difference, _: Translator, methods: Mapping[str, str] | None = None) -> str:
    """A change as one sentence; ``methods`` gives the titles of methods by id."""
    values = dict(difference.values)
    name = NAMES.get(difference.code)
    words = {
        key: name(str(value), _) if name and key in ("was", "now") and value else value_text(value, _)
        for key, value in values.items()
    }
    if difference.code == "method" and methods:
        words |= {key: methods.get(words[key], words[key]) for key in ("was", "now")}
    return _template(difference, _).format_map(words)


def _template(difference: Difference, _: Translator) -> str:
    values = dict(difference.values)
    case = str(values.get("case", ""))
    key = f"{difference.code}.{case}"
    return _(SENTENCES[key] if key in SENTENCES else SENTENCES[difference.code])
