"""Findings, missing parts and errors as whole sentences: what, where, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from facilitation.domain.finding import Finding
from facilitation.domain.text import Text
from facilitation.errors import FacilitationError, LibraryProblem, mark
from facilitation.i18n.cafe_sentences import BROKEN_KINDS, FACTS, OBSTACLES
from facilitation.i18n.formats import (
    clock_text,
    day_span_text,
    day_text,
    list_text,
    minutes_text,
    moment_text,
    share_text,
)
from facilitation.i18n.group_words import GROUP_NAMES
from facilitation.i18n.invitation_sentences import INVITATION_PLURALS, INVITATION_SENTENCES
from facilitation.i18n.missing_sentences import COUNTED_MISSING, MISSING, Plural
from facilitation.i18n.owner_sentences import OWNER_SENTENCES
from facilitation.i18n.task_sentences import TASK_SENTENCES
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_content import Missing

if TYPE_CHECKING:  # the papers, which speak too, need no grouping engine
    from facilitation.cafe.explain import Fact
    from facilitation.cafe.obstacles import Obstacle

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NOT_KNOWN = "…"
"""Stands in a sentence where a value is missing."""

# A finding's sentence is looked up as "code.case" (its value "case"), then "code.severity", then "code".
SENTENCES: Mapping[str, str] = {
    **OWNER_SENTENCES,
    **INVITATION_SENTENCES,
    "item_overlap": mark(
        "“{title}” (day {day}, {starts_at}) starts {minutes} min before the sessions ahead of it are over. "
        "Shorten those or let it start later."
    ),
    "item_overlap.buffer": mark(
        "Before “{title}” (day {day}, {starts_at}) {buffer} min should be free, but {minutes} min are missing. "
        "Shorten the sessions ahead of it or let it start later."
    ),
    "person_overlap": mark(
        "{name} is in two sessions at once on day {day}, {starts_at}–{ends_at}: “{other}” and “{title}”. "
        "Name somebody else for one of them, or move one."
    ),
    "room_overlap": mark(
        "The room “{room}” is taken twice on day {day}, {starts_at}–{ends_at}: by “{other}” and by “{title}”. "
        "Choose another room for one of them, or move one."
    ),
    "person_unavailable": mark(
        "{name} is away on day {day} from {away_from} to {away_until}, but has a part in “{title}” "
        "({starts_at}–{ends_at}). Name somebody else, or move the session."
    ),
    "room_closed": mark(
        "The room “{room}” is not free on day {day} from {closed_from} to {closed_until}, but “{title}” is in it "
        "({starts_at}–{ends_at}). Choose another room, or move the session."
    ),
    "room_too_small": mark(
        "{people} people are expected in “{title}” (day {day}, {starts_at}), but the room “{room}” has {capacity} "
        "seats. Choose a larger room, or split the group."
    ),
    "unknown_room": mark(
        "The room “{room}” of “{title}” (day {day}, {starts_at}) is not among the rooms of the event. "
        "Choose one of those, or add it to them."
    ),
    "short_room_change": mark(
        "From “{other}” in the room “{other_room}” to “{title}” in the room “{room}” (day {day}, {starts_at}) "
        "people have {minutes} min; they need {needed}. Keep time free before it, or let them stay in one room."
    ),
    "break_gap.block": mark(
        "On day {day}, from {starts_at} to {ends_at}, {minutes} min pass without a break; at most {limit} are allowed. "
        "Put in a break."
    ),
    "break_gap": mark(
        "On day {day}, from {starts_at} to {ends_at}, people sit for {minutes} min; more than {limit} is tiring. "
        "Put in a break, or a session in which they move."
    ),
    "small_group_share": mark(
        "Only {share} of the working time is spent in small groups; it should be at least {minimum}. "
        "Turn a plenary into group work, or shorten the speeches."
    ),
    "objective_without_session": mark(
        "No session serves the objective “{objective}”. Tick it in the session that does, or drop the objective."
    ),
    "theme_without_session": mark(
        "The consultation speaks of “{theme}”, but no session takes it up. Tie the theme to an objective and tick that "
        "objective in a session."
    ),
    "objective_without_answer": mark(
        "No answer of the consultation stands behind the objective “{objective}”. Tie a theme to it, or ask whether it "
        "is wanted."
    ),
    "no_facilitator": mark("“{title}” (day {day}, {starts_at}) has no facilitator. Name one in the session."),
    "no_note_taker": mark(
        "“{title}” (day {day}, {starts_at}) has no note-taker. Name one, or nothing of it will reach the proceedings."
    ),
    "same_person_leads_and_notes": mark(
        "{name} both leads “{title}” (day {day}, {starts_at}) and takes its notes. Let somebody else take the notes."
    ),
    "steps_do_not_add_up": mark(
        "The steps of “{title}” take {minutes} min, but the session lasts {planned}. "
        "Fit the steps to the time in the guide, or change the duration."
    ),
    "long_speech": mark(
        "On day {day}, from {starts_at} to {ends_at}, people listen for {minutes} min without questions; "
        "more than {limit} is too much. Keep time for questions, or shorten the speeches."
    ),
    "listening_without_exchange": mark(
        "In “{title}” (day {day}, {starts_at}) {people} people only listen for {minutes} min. "
        "Keep time for questions, or let neighbours talk with each other for some minutes."
    ),
    "too_few_facilitators": mark(
        "“{title}” (day {day}, {starts_at}) has {named} facilitators for {people} people; groups of ten need {needed}. "
        "Name more of them."
    ),
    "method_under_minimum": mark(
        "“{title}” (day {day}, {starts_at}) lasts {minutes} min, but the method “{method}” needs at least {minimum}. "
        "Lengthen the session, or choose a shorter method."
    ),
    "starts_with_decision": mark(
        "The first working session, “{title}” (day {day}, {starts_at}), has the method “{method}”, which only decides. "
        "Let people open the topic and look into it before they decide."
    ),
    "few_local_presenters": mark(
        "{local} of {total} presenters are local ({share}); it should be at least {minimum}. "
        "Invite local teams to present."
    ),
    "no_evaluation": mark("The agenda has no moment for evaluation. Add a session of the kind “Evaluation”."),
    "late_design.near": mark(
        "The design has not started. It must start by {limit_on}: at least {minimum} days before the event. "
        "Start it and enter the day in the event."
    ),
    "late_invitation.near": mark(
        "The invitations are not out yet. They must go out by {limit_on}: at least {minimum} days before the event."
    ),
    "late_guide": mark(
        "The facilitators’ guide was not final by {limit_on}, the day before the event. "
        "Facilitators need it in their hands before they start."
    ),
    "late_guide.near": mark(
        "The facilitators’ guide must be final by {limit_on} and is still open. "
        "Finish it this week, every step with its minutes, and tick the task."
    ),
    "facilitators_untrained": mark(
        "The facilitators were not trained on the guide by {limit_on}, before the event. "
        "Go through it with each of them before their first session."
    ),
    "facilitators_untrained.near": mark(
        "The facilitators are not trained on the guide yet. Hold the training by {limit_on}, before the event."
    ),
    "late_proceedings": mark(
        "The proceedings should have reached all participants by {limit_on}. "
        "Send them, and say what is still missing in them."
    ),
    "late_proceedings.near": mark("The proceedings must reach all participants by {limit_on} and are still open."),
    "late_proceedings.done": mark(
        "The proceedings went out on {done_on}; they were due by {limit_on}. Plan more time for them next time."
    ),
    "late_volume": mark(
        "The proceedings should have been final by {limit_on}. Finish them, and say what is still missing in them."
    ),
    "late_volume.near": mark("The proceedings must be final by {limit_on} and are still open."),
    "task_late": mark("“{title}” was due on {due_on} and is still open. Do it now or give it another day."),
    "task_due_in_past": mark(
        "“{title}” was due on {due_on}, before the planning began: it cannot be done in time. "
        "Do it at once, or decide to leave it out and write so in the note."
    ),
    **TASK_SENTENCES,
}
# The number these choose their form by is the value named beside them.
PLURAL_SENTENCES: Mapping[str, tuple[str, Plural]] = {
    **INVITATION_PLURALS,
    "late_design": (
        "days",
        lambda _, days: _.plural(
            "Only {days} day lies between the start of the design and the event; at least {minimum} are needed. "
            "The earliest possible first day is {earliest_on}.",
            "Only {days} days lie between the start of the design and the event; at least {minimum} are needed. "
            "The earliest possible first day is {earliest_on}.",
            days,
        ),
    ),
    "late_invitation": (
        "days",
        lambda _, days: _.plural(
            "Only {days} day lies between the invitations and the event; at least {minimum} are needed, so that "
            "participants can have their costs authorised. The earliest possible first day is {earliest_on}.",
            "Only {days} days lie between the invitations and the event; at least {minimum} are needed, so that "
            "participants can have their costs authorised. The earliest possible first day is {earliest_on}.",
            days,
        ),
    ),
    "consultation_missing": (
        "count",
        lambda _, count: _.plural(
            "{count} consultation question has no synthesis of the answers, and since {limit_on} the agenda should "
            "be built on it. Write down what the actors said.",
            "{count} consultation questions have no synthesis of the answers, and since {limit_on} the agenda should "
            "be built on them. Write down what the actors said.",
            count,
        ),
    ),
    "no_owner": (
        "count",
        lambda _, count: _.plural(
            "{count} open task has no person who does it: “{title}”. Enter a name.",
            "{count} open tasks have no person who does them; the next one is “{title}”. Enter the names.",
            count,
        ),
    ),
}
FINDING_CODES = frozenset(key.split(".")[0] for key in (*SENTENCES, *PLURAL_SENTENCES))
"""Every finding that has a sentence."""


def finding_sentence(finding: Finding, _: Translator) -> str:
    """A finding in the reader's language; a code without a sentence is shown as it is (a test forbids that)."""
    values = dict(finding.values)
    keys = (f"{finding.code}.{values.get('case', '')}", f"{finding.code}.{finding.severity.value}", finding.code)
    if "group" in values:
        values["group"] = _(GROUP_NAMES.get(str(values["group"]), str(values["group"])))
    return _filled(_template(keys, values, _), values, _)


def _template(keys: tuple[str, ...], values: Mapping[str, object], _: Translator) -> str:
    """The translated sentence of the first key that has one, still with its places."""
    for key in keys:
        if key in SENTENCES:
            return _(SENTENCES[key])
        if key in PLURAL_SENTENCES:
            name, plural = PLURAL_SENTENCES[key]
            count = values.get(name, 0)
            return plural(_, count if isinstance(count, int) else 0)
    return keys[-1]


def missing_sentence(missing: Missing, _: Translator) -> str:
    """What the proceedings still lack, with its number where it is counted."""
    if missing.what in MISSING:
        return _(MISSING[missing.what])
    plural = COUNTED_MISSING.get(missing.what)
    return plural(_, missing.count).format(count=missing.count) if plural else missing.what


def obstacle_sentence(obstacle: Obstacle, _: Translator) -> str:
    """What stands in the way of a grouping, and how to mend it, in the reader's language."""
    return _filled(_(OBSTACLES.get(obstacle.code, obstacle.code)), _with_kinds(obstacle.values, _), _)


def fact_sentence(fact: Fact, _: Translator) -> str:
    """What a figure of a grouping means, in the reader's language."""
    return _filled(_(FACTS.get(fact.code, fact.code)), _with_kinds(fact.values, _), _)


def _with_kinds(values: Mapping[str, object], _: Translator) -> dict[str, object]:
    """Values with the kinds of broken rules in words."""
    words = {**values}
    if isinstance(kind := values.get("kind"), str):
        words["kind"] = _(BROKEN_KINDS.get(kind, kind))
    if isinstance(kinds := values.get("kinds"), tuple):
        words["kinds"] = tuple(_(BROKEN_KINDS.get(kind, kind)) for kind in kinds)
    return words


def error_sentence(error: FacilitationError, _: Translator) -> str:
    """An error in the reader's language: its sentence translated, its values written as people read them."""
    if isinstance(error, LibraryProblem) and error.details:
        problems = "; ".join(error_sentence(detail, _) for detail in error.details)
        return _filled(_(error.template), {**error.values, "problems": problems}, _)
    if (found := getattr(error, "obstacles", None)) is not None:  # cafe.obstacles.NotPossible
        obstacles = " ".join(obstacle_sentence(obstacle, _) for obstacle in found)
        return _filled(_(error.template), {"obstacles": obstacles}, _)
    return _filled(_(error.template), error.values, _)


class _Values(dict[str, str]):
    """The values of a sentence as words; a place nobody filled shows a dash instead of stopping the screen."""

    def __missing__(self, key: str) -> str:
        return NOT_KNOWN


def _filled(template: str, values: Mapping[str, object], _: Translator) -> str:
    return template.format_map(_Values({name: value_text(value, _) for name, value in values.items()}))


def value_text(value: object, _: Translator) -> str:
    """One value as words: texts in the language, days and ISO dates in full, floats as shares, the rest as it is."""
    match value:
        case Text():
            return value.said_in(_.language) or _("(no title)")
        case datetime():
            return moment_text(value, _.language)
        case date():
            return _day(value, _)
        case time():
            return clock_text(value)
        case timedelta():
            return minutes_text(value)
        case float():
            return share_text(value, _.language)
        case tuple() | list():
            return list_text([value_text(part, _) for part in value], _.language)
        case None:
            return NOT_KNOWN
    return _with_days(str(value), _)


def _with_days(text: str, _: Translator) -> str:
    """A text, an ISO date ("2027-04-12") or a span of two ("2027-04-12/2027-04-16") as people read it."""
    first, slash, last = text.partition("/")
    if not _is_iso_date(first) or (slash and not _is_iso_date(last)):
        return text
    if slash:
        return day_span_text(date.fromisoformat(first), date.fromisoformat(last), _.language)
    return _day(date.fromisoformat(first), _)


def _is_iso_date(text: str) -> bool:
    """Whether a value is a date as findings carry it: "2027-05-17" and nothing else."""
    if not ISO_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(day: date, _: Translator) -> str:
    return day_text(day, _.language, with_year=True, with_weekday=False)
