"""What an event needs to bring: with its reserve, and as tasks of the checklist."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.errors import InvalidInput, mark
from facilitation.planning.material_tasks import MaterialTasks, material_tasks
from facilitation.planning.materials import RESERVE, MaterialNeed, material_needs
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

MOST_PERCENT = 100


@dataclass(frozen=True, slots=True)
class MaterialLists:
    """What people do with the list of materials."""

    desk: Desk

    def percent(self, event_id: str) -> int:
        """What is brought in reserve, in percent of what is used up."""
        with self.desk.reading() as work:
            return kept_percent(work, event_id)

    def keep_percent(self, event_id: str, percent: int) -> None:
        """Keep the reserve of an event; it counts for everybody who works on it."""
        if not 0 <= percent <= MOST_PERCENT:
            raise InvalidInput(
                mark("A reserve of {percent} % cannot be kept. Give a number from 0 to 100."), percent=percent
            )
        with self.desk.work() as work:
            work.preferences.put(_key(event_id), str(percent))
            work.commit()

    def needs(self, event_id: str) -> tuple[MaterialNeed, ...]:
        """Every thing of the guide, how many pieces of it, where and when."""
        with self.desk.reading() as work:
            return _needs(work, event_id)

    def make_tasks(self, event_id: str, language: str) -> MaterialTasks:
        """Make tasks to buy, print and bring all things, or renew those made before; one undo takes it back."""
        with self.desk.work() as work:
            tasks, needs = work.tasks.list_for(event_id), _needs(work, event_id)
            made = material_tasks(tasks, needs, language, event_id=event_id, new_id=self.desk.new_id)
            for before, after in made.changed:
                saved = work.tasks.save(after)
                self.desk.note_change(work, "material_tasks", event_id, before=before, after=saved)
            last = max((task.position for task in tasks), default=0)
            for place, task in enumerate(made.added, start=1):
                saved = work.tasks.save(replace(task, position=last + place))
                self.desk.note_change(work, "material_tasks", event_id, after=saved)
            work.commit()
        return made


def kept_percent(work: UnitOfWork, event_id: str) -> int:
    """The reserve as it was kept; ours where nobody gave one."""
    kept = work.preferences.get(_key(event_id))
    return int(kept) if kept.isdecimal() else round(RESERVE * 100)


def _key(event_id: str) -> str:
    return f"reserve:{event_id}"


def _needs(work: UnitOfWork, event_id: str) -> tuple[MaterialNeed, ...]:
    return material_needs(work.record(event_id), kept_percent(work, event_id) / 100)
