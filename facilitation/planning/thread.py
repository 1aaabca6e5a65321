"""The thread of an event: answer → theme → objective → session → recommendation → commitment, and where it breaks.

A theme is behind the objectives that name it, a session serves the objectives it names, a recommendation came out of
its session, and a commitment answers the recommendations of its session, or those it rests on. What is for the staff
alone has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.domain.agenda import NOTED_KINDS, AgendaItem, Audience
from facilitation.domain.consultation import Theme
from facilitation.domain.event import Objective
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.record import EventRecord
from facilitation.planning.themes import theme_totals


@dataclass(frozen=True, slots=True)
class Strand:
    """What hangs together with one thing: everything before and after it, each in the order of the event."""

    themes: tuple[Theme, ...] = ()
    objectives: tuple[Objective, ...] = ()
    sessions: tuple[AgendaItem, ...] = ()
    recommendations: tuple[Note, ...] = ()
    commitments: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Gaps:
    """Where the thread breaks. ``unanswered`` = objectives no answer stands behind."""

    unanswered: tuple[Objective, ...] = ()
    objectives_without_session: tuple[Objective, ...] = ()
    themes_without_objective: tuple[Theme, ...] = ()
    themes_without_session: tuple[Theme, ...] = ()
    sessions_without_objective: tuple[AgendaItem, ...] = ()
    recommendations_without_commitment: tuple[Note, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Thread:
    """All that the thread is made of; ``replies`` = how many replies speak of each theme, by its id."""

    whole: Strand
    replies: dict[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hang together."""
        return not (self.whole.themes or self.whole.objectives)

    def has_theme(self, objective: Objective, theme: Theme) -> bool:
        """Whether a theme stands behind an objective."""
        return theme.id in objective.theme_ids

    def serves(self, item: AgendaItem, objective: Objective) -> bool:
        """Whether a session serves an objective."""
        return objective.id in item.objective_ids

    def answers(self, commitment: Note, recommendation: Note) -> bool:
        """Whether a commitment answers a recommendation: it rests on it, or was made in the same session."""
        is_named = recommendation.id in commitment.source_note_ids
        return is_named or (not commitment.source_note_ids and commitment.item_id == recommendation.item_id)

    def from_theme(self, theme: Theme) -> Strand:
        """What became of a theme."""
        return self._after([theme], [entry for entry in self.whole.objectives if self.has_theme(entry, theme)])

    def from_objective(self, objective: Objective) -> Strand:
        """The themes behind an objective, and what became of it."""
        behind = [theme for theme in self.whole.themes if self.has_theme(objective, theme)]
        return self._after(behind, [objective])

    def from_session(self, item: AgendaItem) -> Strand:
        """What a session goes back to, and what came out of it."""
        served = [entry for entry in self.whole.objectives if self.serves(item, entry)]
        behind = [theme for theme in self.whole.themes if any(self.has_theme(entry, theme) for entry in served)]
        return self._out_of(behind, served, [item])

    def from_recommendation(self, note: Note) -> Strand:
        """What a recommendation goes back to, and who took it up."""
        item = next((entry for entry in self.whole.sessions if entry.id == note.item_id), None)
        before = self.from_session(item) if item else Strand()
        taken = tuple(entry for entry in self.whole.commitments if self.answers(entry, note))
        return Strand(before.themes, before.objectives, (item,) if item else (), (note,), taken)

    def from_commitment(self, note: Note) -> Strand:
        """What a commitment goes back to."""
        answered = tuple(entry for entry in self.whole.recommendations if self.answers(note, entry))
        ids = {note.item_id, *(entry.item_id for entry in answered)}
        sessions = [entry for entry in self.whole.sessions if entry.id in ids]
        served = [entry for entry in self.whole.objectives if any(self.serves(item, entry) for item in sessions)]
        behind = [theme for theme in self.whole.themes if any(self.has_theme(entry, theme) for entry in served)]
        return Strand(tuple(behind), tuple(served), tuple(sessions), answered, (note,))

    def _after(self, themes: Sequence[Theme], objectives: Sequence[Objective]) -> Strand:
        sessions = [item for item in self.whole.sessions if any(self.serves(item, entry) for entry in objectives)]
        return self._out_of(themes, objectives, sessions)

    def _out_of(
        self, themes: Sequence[Theme], objectives: Sequence[Objective], sessions: Sequence[AgendaItem]
    ) -> Strand:
        ids = {item.id for item in sessions}
        said = tuple(note for note in self.whole.recommendations if note.item_id in ids)
        # What answers a recommendation without naming it was made in its session, which is one of these.
        named = {note.id for note in said}
        taken = tuple(
            note for note in self.whole.commitments if note.item_id in ids or not named.isdisjoint(note.source_note_ids)
        )
        return Strand(tuple(themes), tuple(objectives), tuple(sessions), said, taken)

    def gaps(self) -> Gaps:
        """Where the thread breaks, each in the order of the event. A theme nobody spoke of is no gap."""
        whole, spoken = self.whole, [theme for theme in self.whole.themes if self.replies.get(theme.id)]
        lead = [(theme, self.from_theme(theme)) for theme in spoken]
        return Gaps(
            unanswered=tuple(entry for entry in whole.objectives if not self._is_behind(entry, spoken)),
            objectives_without_session=tuple(o for o in whole.objectives if not self.from_objective(o).sessions),
            themes_without_objective=tuple(theme for theme, strand in lead if not strand.objectives),
            themes_without_session=tuple(theme for theme, strand in lead if not strand.sessions),
            sessions_without_objective=tuple(
                item for item in whole.sessions if not any(self.serves(item, entry) for entry in whole.objectives)
            ),
            recommendations_without_commitment=tuple(self._not_taken_up()),
        )

    def _not_taken_up(self) -> Iterator[Note]:
        """Recommendations that no commitment answers."""
        named = {note_id for entry in self.whole.commitments for note_id in entry.source_note_ids}
        items = {entry.item_id for entry in self.whole.commitments if not entry.source_note_ids}
        return (note for note in self.whole.recommendations if note.id not in named and note.item_id not in items)

    def _is_behind(self, objective: Objective, spoken: Sequence[Theme]) -> bool:
        return any(self.has_theme(objective, theme) for theme in spoken)


def thread(record: EventRecord) -> Thread:
    """The thread of an event; the record must carry its questionnaires and replies."""
    totals = [pair for asked in record.questionnaires for pair in theme_totals(asked, record.replies)]
    whole = Strand(
        themes=tuple(theme for theme, _count in totals),
        objectives=tuple(entry for entry in record.event.objectives if entry.text),
        sessions=_sessions(record),
        recommendations=_notes(record, NoteKind.RECOMMENDATION),
        commitments=_notes(record, NoteKind.COMMITMENT),
    )
    return Thread(whole, {theme.id: count for theme, count in totals})


def _sessions(record: EventRecord) -> tuple[AgendaItem, ...]:
    """The working sessions, and any other one that names an objective."""
    known = {entry.id for entry in record.event.objectives}
    items = (item for _day, item in record.agenda.items() if item.is_for(Audience.PARTICIPANTS))
    return tuple(item for item in items if item.kind in NOTED_KINDS or known.intersection(item.objective_ids))


def _notes(record: EventRecord, kind: NoteKind) -> tuple[Note, ...]:
    """Notes of a kind in the order of the sessions; none from sessions of the staff."""
    order = {item.id: place for place, (_day, item) in enumerate(record.agenda.items())}
    internal = {item.id for _day, item in record.agenda.items() if not item.is_for(Audience.PARTICIPANTS)}
    found = (note for note in record.notes if note.kind is kind and note.item_id not in internal)
    return tuple(sorted(found, key=lambda note: (order.get(note.item_id, len(order)), note.position)))


def thread_findings(record: EventRecord) -> Iterator[Finding]:
    """Hints where a consultation was held and the plan does not follow it; without replies nothing is said."""
    if not any(reply.given_at for reply in record.replies):
        return
    gaps = thread(record).gaps()
    for theme in gaps.themes_without_session:
        yield finding("theme_without_session", Severity.HINT, theme.id, theme=theme.title)
    if any(asked.themes for asked in record.questionnaires):
        for objective in gaps.unanswered:
            yield finding("objective_without_answer", Severity.HINT, objective.id, objective=objective.text)
