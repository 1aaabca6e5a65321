"""The rules an agenda is checked by: one function per rule, collected in ``CHECKS``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from facilitation.domain.agenda import (
    NOTED_KINDS,
    OUTSIDE_WORK_KINDS,
    AgendaItem,
    Contributor,
    ItemKind,
)
from facilitation.domain.finding import Finding, FindingValue, Severity, finding
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_stretches import sittings, speech_runs, speech_time
from facilitation.planning.agenda_timing import (
    Stretch,
    TimedItem,
    small_group_share,
    stretches_without_rest,
    timed_items,
    working_time,
)

LONGEST_WITHOUT_REST = timedelta(minutes=120)
LONGEST_SITTING = timedelta(minutes=90)
LONGEST_SPEECH = timedelta(minutes=60)
LEAST_SMALL_GROUP_SHARE = 0.4
LEAST_LOCAL_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class AgendaUnderCheck:
    """The event and the times of its agenda, worked out once for all rules."""

    record: EventRecord
    timed: tuple[TimedItem, ...]

    def worked(self) -> Iterator[TimedItem]:
        """The items that are working time."""
        return (entry for entry in self.timed if entry.item.kind not in OUTSIDE_WORK_KINDS)


def agenda_findings(record: EventRecord) -> tuple[Finding, ...]:
    """What the rules say about the agenda of an event, rule by rule; nothing when all is well."""
    checked = AgendaUnderCheck(record, timed_items(record.agenda, record.event.starts_on))
    left_out = record.event.rules_left_out
    return tuple(remark for check in CHECKS for remark in check(checked) if remark.code not in left_out)


def check_person_overlap(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Nobody is in two places at once, in whatever roles; staff items count too."""
    used: dict[str, list[TimedItem]] = defaultdict(list)
    names: dict[str, str] = {}
    for entry in checked.timed:
        for identity, name in _people(entry.item).items():
            used[identity].append(entry)
            names.setdefault(identity, name)
    for identity, entries in used.items():
        for earlier, later in _overlaps(entries):
            yield _overlap("person_overlap", earlier, later, name=names[identity])


def check_room_overlap(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """No room is used twice at once; staff items count too."""
    used: dict[str, list[TimedItem]] = defaultdict(list)
    for entry in checked.timed:
        if room := entry.item.room.strip().casefold():
            used[room].append(entry)
    for entries in used.values():
        for earlier, later in _overlaps(entries):
            yield _overlap("room_overlap", earlier, later, room=later.item.room.strip())


def check_breaks(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """At most 120 minutes from rest to rest; 90 minutes in one seat are recommended (domain.md 3.2)."""
    for stretch in stretches_without_rest(checked.timed):
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
            missing = _minutes(-entry.gap_before)
            if entry.buffer:
                yield _about("item_overlap", entry, minutes=missing, case="buffer", buffer=_minutes(entry.buffer))
            else:
                yield _about("item_overlap", entry, minutes=missing)


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


def check_facilitators(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Every working session has a facilitator."""
    for entry in checked.timed:
        if entry.item.kind in NOTED_KINDS and not _identities(entry.item.facilitators):
            yield _about("no_facilitator", entry)


def check_note_takers(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Every working session has a note-taker."""
    for entry in checked.timed:
        if entry.item.kind in NOTED_KINDS and not _identities(entry.item.note_takers):
            yield _about("no_note_taker", entry)


def check_steps(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """The steps in the guide take as long as their session."""
    sheets = {sheet.item_id: sheet for sheet in checked.record.guide.sheets}
    for entry in checked.timed:
        sheet = sheets.get(entry.item.id)
        if sheet is None or not sheet.steps:
            continue
        total = sum((step.duration for step in sheet.steps), timedelta())
        if total != entry.item.duration:
            yield finding(
                "steps_do_not_add_up",
                Severity.WARN,
                entry.item.id,
                title=entry.item.title,
                minutes=_minutes(total),
                planned=entry.item.minutes,
            )


def check_local_presenters(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """At least half of the speakers are local (seed 002, R3.12; the figure is ours); each person counts once."""
    is_local: dict[str, bool] = {}
    for entry in checked.worked():
        for speaker in entry.item.speakers:
            if identity := speaker.identity.strip():
                is_local[identity] = is_local.get(identity, False) or speaker.is_local
    local, total = sum(is_local.values()), len(is_local)
    if total and local / total < LEAST_LOCAL_SHARE:
        yield finding(
            "few_local_presenters",
            Severity.WARN,
            share=local / total,
            minimum=LEAST_LOCAL_SHARE,
            local=local,
            total=total,
        )


def check_evaluation(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Some time is kept for the participants' evaluation; an agenda without work is not judged."""
    kinds = {entry.item.kind for entry in checked.worked()}
    if kinds and ItemKind.EVALUATION not in kinds:
        yield finding("no_evaluation", Severity.WARN)


def check_double_duty(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Who leads a session should not have to take its notes."""
    for entry in checked.timed:
        note_takers = _identities(entry.item.note_takers)
        for identity, name in _identities(entry.item.facilitators).items():
            if identity in note_takers:
                yield _about("same_person_leads_and_notes", entry, Severity.HINT, name=name)


CHECKS: tuple[Callable[[AgendaUnderCheck], Iterator[Finding]], ...] = (
    check_person_overlap,
    check_room_overlap,
    check_breaks,
    check_item_overlap,
    check_long_speech,
    check_small_group_share,
    check_objectives,
    check_facilitators,
    check_note_takers,
    check_steps,
    check_local_presenters,
    check_evaluation,
    check_double_duty,
)


def _people(item: AgendaItem) -> dict[str, str]:
    return _identities((*item.speakers, *item.facilitators, *item.note_takers))


def _identities(contributors: Iterable[Contributor]) -> dict[str, str]:
    """The names of the contributors by identity, each once; lines left empty are nobody."""
    names: dict[str, str] = {}
    for contributor in contributors:
        if identity := contributor.identity.strip():
            names.setdefault(identity, contributor.name)
    return names


def _overlaps(entries: list[TimedItem]) -> Iterator[tuple[TimedItem, TimedItem]]:
    """Each entry that starts before another one is over, with the one of those that lasts longest."""
    longest: TimedItem | None = None
    for entry in sorted(entries, key=lambda entry: entry.starts_at):
        if entry.starts_at == entry.ends_at:
            continue
        if longest and entry.starts_at < longest.ends_at:
            yield longest, entry
        if longest is None or entry.ends_at > longest.ends_at:
            longest = entry


def _about(code: str, entry: TimedItem, severity: Severity = Severity.WARN, **values: FindingValue) -> Finding:
    return finding(
        code,
        severity,
        entry.item.id,
        title=entry.item.title,
        day=entry.day,
        starts_at=f"{entry.starts_at:%H:%M}",
        **values,
    )


def _overlap(code: str, earlier: TimedItem, later: TimedItem, **values: FindingValue) -> Finding:
    """The overlap of two items; the times are those both share."""
    return _about(
        code,
        later,
        Severity.BLOCK,
        ends_at=f"{min(earlier.ends_at, later.ends_at):%H:%M}",
        other=earlier.item.title,
        other_id=earlier.item.id,
        **values,
    )


def _too_long(
    code: str, stretch: Stretch, measured: timedelta, limit: timedelta, severity: Severity = Severity.WARN
) -> Finding:
    return _about(
        code,
        stretch.items[0],
        severity,
        ends_at=f"{stretch.ends_at:%H:%M}",
        minutes=_minutes(measured),
        limit=_minutes(limit),
    )


def _minutes(duration: timedelta) -> int:
    return int(duration.total_seconds() // 60)
