"""The rules an agenda is checked by, collected in ``CHECKS``; here those about time, shares and objectives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from facilitation.domain.agenda import ItemKind
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_method_checks import (
    check_first_method,
    check_listening,
    check_method_time,
    check_steps,
)
from facilitation.planning.agenda_people_checks import (
    check_double_duty,
    check_enough_facilitators,
    check_facilitators,
    check_local_presenters,
    check_note_takers,
    check_person_overlap,
    check_person_unavailable,
)
from facilitation.planning.agenda_room_checks import (
    check_room_change,
    check_room_closed,
    check_room_known,
    check_room_overlap,
    check_room_size,
)
from facilitation.planning.agenda_stretches import LONGEST_SPEECH, sittings, speech_runs, speech_time
from facilitation.planning.agenda_timing import Stretch, small_group_share, working_time
from facilitation.planning.agenda_under_check import NO_METHODS, AgendaUnderCheck, about, under_check, whole_minutes

LONGEST_WITHOUT_REST = timedelta(minutes=120)
LONGEST_SITTING = timedelta(minutes=90)
LEAST_SMALL_GROUP_SHARE = 0.4


def agenda_findings(record: EventRecord, methods: Mapping[str, Method] = NO_METHODS) -> tuple[Finding, ...]:
    """What the rules say about the agenda of an event, rule by rule; nothing when all is well.

    ``methods`` are those of the library by id; without them the rules that ask a method say nothing.
    """
    checked = under_check(record, methods)
    left_out = record.event.rules_left_out
    return tuple(remark for check in CHECKS for remark in check(checked) if remark.code not in left_out)


def check_breaks(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """At most 120 minutes from rest to rest; 90 minutes in one seat are recommended (domain.md 3.2)."""
    for stretch in checked.stretches:
        if stretch.duration > LONGEST_WITHOUT_REST:
            yield _too_long("break_gap", stretch, stretch.duration, LONGEST_WITHOUT_REST, Severity.BLOCK)
            continue
        for sitting in sittings(stretch):
            if sitting.duration > LONGEST_SITTING:
                yield _too_long("break_gap", sitting, sitting.duration, LONGEST_SITTING)


def check_item_overlap(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """A pinned start leaves the items before it their time, and itself the time kept free before it."""
    for entry in checked.timed:
        if entry.gap_before < timedelta():
            missing = whole_minutes(-entry.gap_before)
            if entry.buffer:
                yield about("item_overlap", entry, minutes=missing, case="buffer", buffer=whole_minutes(entry.buffer))
            else:
                yield about("item_overlap", entry, minutes=missing)


def check_long_speech(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Not more than 60 minutes of speech in a row without questions of the listeners."""
    for run in speech_runs(checked.timed):
        spoken = speech_time(run)
        if spoken > LONGEST_SPEECH:
            yield _too_long("long_speech", run, spoken, LONGEST_SPEECH)


def check_small_group_share(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """At least 40 % of the working time in small groups (seed 002, R3.15; the figure is ours)."""
    share = small_group_share(checked.record.agenda)
    if working_time(checked.record.agenda) and share < LEAST_SMALL_GROUP_SHARE:
        yield finding("small_group_share", Severity.WARN, share=share, minimum=LEAST_SMALL_GROUP_SHARE)


def check_objectives(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Every objective is served by a working session (domain.md 9, no 5)."""
    served = {objective_id for entry in checked.worked() for objective_id in entry.item.objective_ids}
    for objective in checked.record.event.objectives:
        if objective.id not in served:
            yield finding("objective_without_session", Severity.WARN, objective.id, objective=objective.text)


def check_evaluation(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Some time is kept for the participants' evaluation; an agenda without work is not judged."""
    kinds = {entry.item.kind for entry in checked.worked()}
    if kinds and ItemKind.EVALUATION not in kinds:
        yield finding("no_evaluation", Severity.WARN)


CHECKS: tuple[Callable[[AgendaUnderCheck], Iterator[Finding]], ...] = (
    check_person_overlap,
    check_person_unavailable,
    check_room_overlap,
    check_room_closed,
    check_room_size,
    check_room_known,
    check_breaks,
    check_item_overlap,
    check_room_change,
    check_long_speech,
    check_listening,
    check_small_group_share,
    check_objectives,
    check_facilitators,
    check_enough_facilitators,
    check_note_takers,
    check_steps,
    check_method_time,
    check_first_method,
    check_local_presenters,
    check_evaluation,
    check_double_duty,
)


def _too_long(
    code: str, stretch: Stretch, measured: timedelta, limit: timedelta, severity: Severity = Severity.WARN
) -> Finding:
    return about(
        code,
        stretch.items[0],
        severity,
        ends_at=f"{stretch.ends_at:%H:%M}",
        minutes=whole_minutes(measured),
        limit=whole_minutes(limit),
    )
