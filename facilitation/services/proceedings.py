"""The proceedings: choose what goes in and in which order, and write the texts no list can give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from facilitation.domain.proceedings import (
    OWN_SECTIONS,
    VOLUME,
    ProceedingsPlan,
    Section,
    SectionText,
    VolumePart,
)
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, mark
from facilitation.library.loader import Library
from facilitation.planning.proceedings_content import Missing, Proceedings
from facilitation.planning.proceedings_order import in_order, moved, next_own, usual_order, with_section
from facilitation.planning.proceedings_outline import proceedings
from facilitation.planning.proceedings_source import Known
from facilitation.planning.volume_status import refuse_frozen
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.services.syntheses import consulted, people_asked
from facilitation.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProceedingsPlans:
    """What people do with the volume before they download it."""

    desk: Desk
    library: Library

    def get(self, event_id: str) -> ProceedingsPlan:
        """The choices made so far."""
        with self.desk.reading() as work:
            return work.proceedings.get(event_id)

    def edit(self, seen: ProceedingsPlan, wanted: ProceedingsPlan) -> ProceedingsPlan:
        """Change which sections go in, or the texts."""
        return self._change(seen.event_id, lambda stored: merged(seen, wanted, stored, subject=seen.event_id))

    def include(self, event_id: str, section: Section, *, is_in: bool) -> ProceedingsPlan:
        """Take a section into the volume, behind those it usually follows, or leave it out."""

        def chosen(plan: ProceedingsPlan) -> ProceedingsPlan:
            if is_in:
                return plan if section in plan.sections else _with(plan, with_section(plan.sections, section))
            return _with(plan, tuple(entry for entry in plan.sections if entry is not section))

        return self._change(event_id, chosen)

    def move(self, event_id: str, section: Section, step: int) -> ProceedingsPlan:
        """Move a section one place up (-1) or down (1), as the order is now; annexes stay at the end."""
        return self._change(event_id, lambda plan: _with(plan, moved(plan.sections, section, step)))

    def usual_order(self, event_id: str) -> ProceedingsPlan:
        """Put the chosen sections in the order a volume usually has."""
        return self._change(event_id, lambda plan: _with(plan, usual_order(plan.sections)))

    def add_own(self, event_id: str) -> Section:
        """Take in a section of the organiser's own, before the annexes; answers which one it is."""
        plan = self.get(event_id)
        section = next_own(plan)
        if section is None:
            raise InvalidInput(
                mark("A volume has room for {count} sections of your own. Give one of them another title."),
                count=len(OWN_SECTIONS),
            )
        self._change(event_id, lambda stored: _with(stored, with_section(stored.sections, section)))
        return section

    def name(self, event_id: str, section: Section, seen: Text, wanted: Text) -> ProceedingsPlan:
        """Give a section of the organiser's own its title."""

        def named(plan: ProceedingsPlan) -> ProceedingsPlan:
            title = merged(seen, wanted, plan.title(section), subject=section)
            others = tuple(part for part in plan.parts if (part.paper, part.part) != (VOLUME, section.value))
            return replace(plan, parts=(*others, VolumePart(VOLUME, section.value, title)) if title else others)

        return self._change(event_id, named)

    def write(self, event_id: str, section: Section, seen: Text, wanted: Text) -> ProceedingsPlan:
        """Write the words of a section; those of the other sections are nobody's business here."""

        def written(plan: ProceedingsPlan) -> ProceedingsPlan:
            text = merged(seen, wanted, plan.text(section), subject=section)
            texts = {entry.section: entry.text for entry in plan.texts} | {section: text}
            return replace(plan, texts=tuple(SectionText(entry, texts[entry]) for entry in Section if texts.get(entry)))

        return self._change(event_id, written)

    def outline(self, event_id: str) -> tuple[Proceedings, tuple[Missing, ...]]:
        """The content of the volume as it stands, and what is missing in which section."""
        with self.desk.reading() as work:
            record = consulted(work, work.record(event_id))
            record = replace(record, attachments=work.attachments.list_for(event_id))
            known = known_of(work, event_id, self.library)
        content = proceedings(record, self.desk.today(), known)
        return content, content.missing

    def _change(self, event_id: str, change: Callable[[ProceedingsPlan], ProceedingsPlan]) -> ProceedingsPlan:
        """Change the plan as it is now; what changes nothing is not saved."""
        with self.desk.work() as work:
            stored = work.proceedings.get(event_id)
            after = change(stored)
            if after == stored:
                return stored
            refuse_frozen(stored, after)
            saved = work.proceedings.save(after)
            before = stored if stored.version else None
            self.desk.note_change(work, "edit_proceedings", event_id, before=before, after=saved)
            work.commit()
        return saved


def known_of(work: UnitOfWork, event_id: str, library: Library) -> Known:
    """What the volume says beyond the record of the event."""
    return Known(people_asked(work, event_id), tuple(library.acronyms))


def _with(plan: ProceedingsPlan, sections: tuple[Section, ...]) -> ProceedingsPlan:
    """The plan with other sections; the same one where only twins or the zones of the volume would be put right."""
    return plan if in_order(sections) == in_order(plan.sections) else replace(plan, sections=sections)
