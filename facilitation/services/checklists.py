"""Checklists of the library for an event that has tasks already: compared line by line, and saved in one stroke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation.domain.checklist import Checklist
from facilitation.domain.instrument import Instrument
from facilitation.planning.checklist_merge import Merge, Pair, Take, compared, merged_checklist
from facilitation.services.desk import Desk
from facilitation.services.library import WholeLibrary
from facilitation.services.merging import merged
from facilitation.services.task_circles import refuse_any_circle
from facilitation.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Checklists:
    """What people do with checklists of the library."""

    desk: Desk
    library: WholeLibrary

    def templates(self) -> tuple[Checklist, ...]:
        """Every checklist that can be added to an event: those that stand alone, then those of the instruments."""
        of_instruments = (_of_instrument(each) for each in self.library.instruments.values() if each.tasks)
        return (*self.library.checklists.values(), *of_instruments)

    def compare(self, event_id: str, template: Checklist) -> tuple[Pair, ...]:
        """The lines of a checklist beside the tasks of an event that they repeat."""
        with self.desk.reading() as work:
            return compared(work.tasks.list_for(event_id), template.tasks)

    def apply(self, event_id: str, pairs: Sequence[Pair], takes: Mapping[int, Take]) -> Merge:
        """Do what was chosen (by place in ``pairs``, as they were shown); one undo takes all of it back."""
        merge = merged_checklist(event_id, pairs, takes, self.desk.new_id)
        with self.desk.work() as work:
            for seen, wanted in merge.changed:
                stored = work.tasks.get(seen.id)
                saved = work.tasks.save(merged(seen, wanted, stored, subject=seen.id))
                self.desk.note_change(work, "apply_checklist", event_id, before=stored, after=saved)
            self._add(work, event_id, merge)
            refuse_any_circle(work.tasks.list_for(event_id))
            work.commit()
        return merge

    def _add(self, work: UnitOfWork, event_id: str, merge: Merge) -> None:
        last = max((task.position for task in work.tasks.list_for(event_id)), default=0)
        for place, task in enumerate(merge.added, start=1):
            saved = work.tasks.save(replace(task, position=last + place))
            self.desk.note_change(work, "apply_checklist", event_id, after=saved)


def _of_instrument(instrument: Instrument) -> Checklist:
    return Checklist(instrument.key, instrument.title, instrument.tasks, instrument.purpose, instrument.source)
