"""The rules about how sessions are led: long enough for their method, steps that fit, not only listening."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from facilitation.domain.agenda import SPEECH_KINDS
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.guide import GuideSheet
from facilitation.planning.agenda_stretches import LONGEST_SPEECH
from facilitation.planning.agenda_under_check import AgendaUnderCheck, about, whole_minutes

LARGE_PLENARY = 40
"""More people than this are a large plenary (methods.md, choosing rules)."""
LONGEST_LISTENING = timedelta(minutes=20)
DECIDING_ALONE = ("decide",)


def check_steps(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """The steps in the guide take as long as their session."""
    sheets = {sheet.item_id: sheet for sheet in checked.record.guide.sheets}
    for entry in checked.timed:
        sheet = sheets.get(entry.item.id)
        if sheet is None or not sheet.steps:
            continue
        total = _steps_time(sheet)
        if total != entry.item.duration:
            yield finding(
                "steps_do_not_add_up",
                Severity.WARN,
                entry.item.id,
                title=entry.item.title,
                minutes=whole_minutes(total),
                planned=entry.item.minutes,
            )


def check_method_time(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """A session lasts as long as its method needs at least.

    Where the guide has another number of steps than the method and they fill the session, somebody has planned a
    shorter way of their own, and nothing is said.
    """
    sheets = {sheet.item_id: sheet for sheet in checked.record.guide.sheets}
    for entry in checked.timed:
        method = checked.method_of(entry.item)
        if method and entry.item.duration < method.minimum_time:
            sheet = sheets.get(entry.item.id)
            if sheet and len(sheet.steps) != len(method.steps) and _steps_time(sheet) == entry.item.duration:
                continue
            minimum = whole_minutes(method.minimum_time)
            yield about("method_under_minimum", entry, minutes=entry.item.minutes, minimum=minimum, method=method.title)


def check_first_method(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """The event's first working session does more than decide: people open a topic and look into it before."""
    first = next(checked.worked(), None)
    method = checked.method_of(first.item) if first else None
    if first and method and method.goals == DECIDING_ALONE:
        yield about("starts_with_decision", first, Severity.HINT, method=method.title)


def check_listening(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """More than 40 people do not listen for more than 20 minutes without a word of their own (methods.md).

    It is asked of single sessions, as the model agenda has an opening and a purpose of 35 minutes in a row. Time for
    questions or a method of the library is exchange enough. Over an hour ``long_speech`` says it with more weight.
    """
    for entry, people in checked.attended():
        item = entry.item
        is_listened_to = item.kind in SPEECH_KINDS and not item.questions and not item.method_id
        if is_listened_to and people > LARGE_PLENARY and LONGEST_LISTENING < item.duration <= LONGEST_SPEECH:
            yield about("listening_without_exchange", entry, Severity.HINT, people=people, minutes=item.minutes)


def _steps_time(sheet: GuideSheet) -> timedelta:
    return sum((step.duration for step in sheet.steps), timedelta())
