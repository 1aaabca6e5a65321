"""Results of the tables gathered under themes, and a line that sums up each theme."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.note import Note, NoteKind
from facilitation.domain.proceedings import HarvestTheme, ProceedingsPlan
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.note_sources import synthesis_of, table_results
from facilitation.planning.volume_status import refuse_final
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.services.notes import Notes
from facilitation.storage.unit_of_work import UnitOfWork

NO_NAME = mark("The theme has no name. Write one, such as “Shelter” or “Training”.")
GONE = mark("This theme was removed in the meantime. Choose another one.")


@dataclass(frozen=True, slots=True)
class HarvestThemes:
    """What organisers do with the harvest of the tables after the sessions; each verb is one undo."""

    desk: Desk

    def add(self, event_id: str, item_id: str, title: Text) -> HarvestTheme:
        """Make a theme of a session; one of the same name is taken instead of a second one."""
        if not title:
            raise InvalidInput(NO_NAME)
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            known = next((theme for theme in plan.themes if (theme.item_id, theme.title) == (item_id, title)), None)
            if known:
                return known
            theme = HarvestTheme(self.desk.new_id(), title, item_id)
            self._keep(work, plan, (*plan.themes, theme), verb="add_harvest_theme")
            work.commit()
        return theme

    def rename(self, event_id: str, seen: HarvestTheme, wanted: Text) -> None:
        """Give a theme another name."""
        if not wanted:
            raise InvalidInput(NO_NAME)
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            after = merged(seen, replace(seen, title=wanted), _theme(plan, seen.id), subject=seen.id)
            themes = tuple(after if theme.id == seen.id else theme for theme in plan.themes)
            self._keep(work, plan, themes, verb="rename_harvest_theme")
            work.commit()

    def remove(self, event_id: str, theme_id: str) -> None:
        """Remove a theme with its line; the results of the tables stay, under no theme."""
        with self.desk.work() as work:
            plan, verb = work.proceedings.get(event_id), "remove_harvest_theme"
            _theme(plan, theme_id)
            self._keep(work, plan, tuple(theme for theme in plan.themes if theme.id != theme_id), verb=verb)
            for note in (note for note in work.notes.list_for(event_id) if note.theme_id == theme_id):
                if note.kind is NoteKind.SYNTHESIS:
                    work.notes.remove(note.id)
                    self.desk.note_change(work, verb, event_id, before=note)
                else:
                    saved = work.notes.save(replace(note, theme_id=""))
                    self.desk.note_change(work, verb, event_id, before=note, after=saved)
            work.commit()

    def put(self, seen: Note, theme_id: str) -> Note:
        """Put a result of a table under a theme ("" = under none any more)."""
        if theme_id:
            with self.desk.reading() as work:
                _theme(work.proceedings.get(seen.event_id), theme_id)
        return Notes(self.desk).edit(seen, replace(seen, theme_id=theme_id))

    def sum_up(self, event_id: str, theme: HarvestTheme, text: str, *, seen: Note | None = None) -> Note | None:
        """Write the line of a theme: it rests on all results under it now. An empty text takes the line away."""
        notes = Notes(self.desk)
        every = notes.list_for(event_id)
        known, words = synthesis_of(every, theme.id), text.strip()
        sources = tuple(note.id for note in table_results(every, theme.id))
        if known and not words:
            notes.remove(known.id)
            return None
        if known:
            before = seen or replace(known, text="")
            return notes.edit(before, replace(before, text=words, source_note_ids=sources))
        if not words:
            return None
        facts = {"theme_id": theme.id, "source_note_ids": sources}
        return notes.add(event_id, theme.item_id, NoteKind.SYNTHESIS, words, **facts)

    def _keep(self, work: UnitOfWork, plan: ProceedingsPlan, themes: tuple[HarvestTheme, ...], *, verb: str) -> None:
        if themes != plan.themes:
            refuse_final(plan)
            saved = work.proceedings.save(replace(plan, themes=themes))
            before = plan if plan.version else None
            self.desk.note_change(work, verb, plan.event_id, before=before, after=saved)


def _theme(plan: ProceedingsPlan, theme_id: str) -> HarvestTheme:
    found = next((theme for theme in plan.themes if theme.id == theme_id), None)
    if found is None:
        raise NotFound(GONE)
    return found
