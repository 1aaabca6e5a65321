"""The proceedings: choose what goes in and write the texts no list can give."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.proceedings import ProceedingsPlan, Section, SectionText
from facilitation.domain.text import Text
from facilitation.planning.proceedings_outline import Missing, Proceedings, missing, proceedings
from facilitation.planning.volume_status import refuse_frozen
from facilitation.services.desk import Desk
from facilitation.services.merging import merged


@dataclass(frozen=True, slots=True)
class ProceedingsPlans:
    """What people do with the volume before they download it."""

    desk: Desk

    def get(self, event_id: str) -> ProceedingsPlan:
        """The choices made so far."""
        with self.desk.reading() as work:
            return work.proceedings.get(event_id)

    def edit(self, seen: ProceedingsPlan, wanted: ProceedingsPlan) -> ProceedingsPlan:
        """Change which sections go in, or the texts."""
        with self.desk.work() as work:
            stored = work.proceedings.get(seen.event_id)
            after = merged(seen, wanted, stored, subject=seen.event_id)
            if after == stored:
                return stored
            refuse_frozen(stored, after)
            saved = work.proceedings.save(after)
            before = stored if stored.version else None
            self.desk.note_change(work, "edit_proceedings", seen.event_id, before=before, after=saved)
            work.commit()
        return saved

    def include(self, event_id: str, section: Section, *, is_in: bool) -> ProceedingsPlan:
        """Take a section into the volume, or leave it out."""
        plan = self.get(event_id)
        chosen = {*plan.sections, section} if is_in else {*plan.sections} - {section}
        return self.edit(plan, replace(plan, sections=tuple(entry for entry in Section if entry in chosen)))

    def write(self, event_id: str, section: Section, seen: Text, wanted: Text) -> ProceedingsPlan:
        """Write the words of a section; those of the other sections are nobody's business here."""
        plan = self.get(event_id)
        text = merged(seen, wanted, plan.text(section), subject=section)
        texts = {entry.section: entry.text for entry in plan.texts} | {section: text}
        written = tuple(SectionText(entry, texts[entry]) for entry in Section if texts.get(entry))
        return self.edit(plan, replace(plan, texts=written))

    def outline(self, event_id: str) -> tuple[Proceedings, tuple[Missing, ...]]:
        """The content of the volume as it stands, and what is missing in which section."""
        with self.desk.reading() as work:
            record = work.record(event_id)
        return proceedings(record, self.desk.today()), missing(record)
