"""The facilitator's guide: edit a session's page, take a method's steps, fit the minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.guide import Guide, GuideElement, GuideSheet, Step
from facilitation.domain.record import EventRecord
from facilitation.domain.release import Release
from facilitation.errors import NotFound, mark
from facilitation.i18n.room_words import room_plan_line, room_plan_sentence
from facilitation.i18n.translator import Translator
from facilitation.library.loader import Library
from facilitation.planning.agenda_edits import with_item_changed
from facilitation.planning.guide_changes import GuideChanges, guide_changes
from facilitation.planning.guide_edits import with_sheet
from facilitation.planning.guide_outline import scaled_steps, sheet_from_method
from facilitation.planning.rehearsal import with_trained
from facilitation.planning.session_rooms import session_plans
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

TRAIN = "train_facilitators"
"""The verb of a tick "was trained"."""


@dataclass(frozen=True, slots=True)
class PrintedGuide:
    """The guide as it went out last, and what differs from it today."""

    release: Release
    changes: GuideChanges


SCREEN_ROOM = (110.0, 62.0)
"""Millimetres a room plan is drawn in for the screen: twice as fine as it is shown."""


@dataclass(frozen=True, slots=True)
class RoomPicture:
    """A room plan as a PNG, the line under it, and the sentence for those who do not see it."""

    png: bytes
    line: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Guides:
    """What people do with the guide."""

    desk: Desk
    library: Library

    def get(self, event_id: str) -> Guide:
        """The guide of an event."""
        with self.desk.reading() as work:
            return work.guides.get(event_id)

    def printed(self, event_id: str) -> PrintedGuide | None:
        """The newest released version, and which pages of its guide are out of date; ``None`` before the first one."""
        with self.desk.reading() as work:
            newest = next(iter(work.releases.list_for(event_id)), None)
            if newest is None:
                return None
            plan = EventRecord(work.events.get(event_id), work.agendas.get(event_id), work.guides.get(event_id))
            return PrintedGuide(newest, guide_changes(work.releases.record(newest.id), plan))

    def room_picture(self, record: EventRecord, item_id: str, language: str) -> RoomPicture | None:
        """The drawn room of a session; ``None`` where nobody said how it stands."""
        from facilitation.documents.room_plan_picture import room_plan_png  # slow to import

        plan, _ = session_plans(record).get(item_id), Translator(language)
        if plan is None:
            return None
        png = room_plan_png(plan, language, *SCREEN_ROOM, is_low_ink=False)
        return RoomPicture(png, room_plan_line(plan, _), room_plan_sentence(plan, _))

    def edit_sheet(self, event_id: str, seen: GuideSheet, wanted: GuideSheet) -> GuideSheet:
        """Change the page of one session. ``seen`` is how it was before the person's eyes."""

        def edit(stored: GuideSheet) -> GuideSheet:
            return merged(seen, wanted, stored, subject=seen.item_id)

        return self._change(event_id, seen.item_id, edit)

    def add_step(self, event_id: str, item_id: str, step: Step) -> GuideSheet:
        """Add a step at the end of a session's page."""
        fresh = replace(step, id=self.desk.new_id())
        return self._change(event_id, item_id, lambda sheet: replace(sheet, steps=(*sheet.steps, fresh)))

    def fit_steps(self, event_id: str, item_id: str) -> GuideSheet:
        """Scale the steps so that they fill the session exactly."""
        with self.desk.reading() as work:
            item = self._item(work, event_id, item_id)
        return self._change(
            event_id, item_id, lambda sheet: replace(sheet, steps=scaled_steps(sheet.steps, item.duration))
        )

    def use_method(self, event_id: str, item_id: str, method_id: str) -> GuideSheet:
        """Give a session a method: its page is written anew from the method, scaled to the session's length.

        The question to the group stays: no method brings one. What sound, interpreters and helpers see to stays where
        the method says nothing of it.
        """
        method = self.library.methods.get(method_id)
        if method is None:
            raise NotFound(mark("There is no method “{key}” in the library."), key=method_id)
        with self.desk.work() as work:
            item = self._item(work, event_id, item_id)
            agenda = work.agendas.get(event_id)
            changed = with_item_changed(agenda, replace(item, method_id=method_id))
            if changed != agenda:
                saved_agenda = work.agendas.save(changed)
                self.desk.note_change(work, "use_method", event_id, before=agenda, after=saved_agenda)
            guide = work.guides.get(event_id)
            fresh = sheet_from_method(method, replace(item, method_id=method_id), self.desk.new_id)
            sheet = _with_what_stays(fresh, guide.sheet(item_id))
            saved = work.guides.save(with_sheet(guide, sheet))
            self.desk.note_change(work, "use_method", event_id, before=guide, after=saved)
            work.commit()
        return sheet

    def edit_elements(self, event_id: str, seen: Guide, elements: tuple[GuideElement, ...]) -> Guide:
        """Change, add or remove the rules that hold for the whole event. ``seen`` is the guide as it was shown."""
        with self.desk.work() as work:
            guide = work.guides.get(event_id)
            after = merged(seen, replace(seen, elements=elements), guide, subject=event_id)
            if after == guide:
                return guide
            saved = work.guides.save(after)
            self.desk.note_change(work, "edit_guide", event_id, before=guide, after=saved)
            work.commit()
        return saved

    def mark_trained(self, event_id: str, who: Iterable[str], *, is_trained: bool) -> Guide:
        """Say who was trained on the guide, or was not, by ``Contributor.identity``; what others ticked stays."""
        with self.desk.work() as work:
            guide = work.guides.get(event_id)
            after = with_trained(guide, who, is_trained=is_trained)
            if after == guide:
                return guide
            saved = work.guides.save(after)
            self.desk.note_change(work, TRAIN, event_id, before=guide, after=saved)
            work.commit()
        return saved

    def _item(self, work: UnitOfWork, event_id: str, item_id: str) -> AgendaItem:
        item = work.agendas.get(event_id).item(item_id)
        if item is None:
            raise NotFound(mark("This session was removed by somebody else. Nothing was changed."))
        return item

    def _change(self, event_id: str, item_id: str, edit: Callable[[GuideSheet], GuideSheet]) -> GuideSheet:
        with self.desk.work() as work:
            guide = work.guides.get(event_id)
            before = guide.sheet(item_id)
            after = edit(before)
            if after == before:
                return before
            saved = work.guides.save(with_sheet(guide, after))
            self.desk.note_change(work, "edit_guide", event_id, before=guide, after=saved)
            work.commit()
        return after


def _with_what_stays(fresh: GuideSheet, before: GuideSheet) -> GuideSheet:
    """The page a method makes, with what belongs to the session and not to the method."""
    return replace(
        fresh,
        question=before.question,
        layout=fresh.layout or before.layout,
        equipment=fresh.equipment or before.equipment,
        interpretation=fresh.interpretation or before.interpretation,
        logistics=fresh.logistics or before.logistics,
    )
