"""Files of one's own: save an agenda, a session, a checklist or questions, copy, edit, take along and bring in."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TypeVar

from facilitation.domain.checklist import Checklist
from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.own_file import OwnFile
from facilitation.domain.questionnaire_template import QuestionnaireTemplate
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.i18n.translator import Translator
from facilitation.library.own_text import (
    CHECKLISTS,
    INSTRUMENTS,
    METHODS,
    QUESTIONNAIRES,
    described,
    file_text,
    free_key,
    part_of,
    place_of,
)
from facilitation.planning.instrument_from_event import instrument_of
from facilitation.planning.method_from_session import method_of
from facilitation.planning.method_need import need_of_session
from facilitation.planning.questionnaires import template_of
from facilitation.planning.task_lines import task_lines
from facilitation.services.desk import Desk
from facilitation.services.library import WholeLibrary
from facilitation.services.merging import merged

# The writer of TOML (``library.toml_text``) is slow to import: only what writes asks for it.

logger = logging.getLogger(__name__)
Made = TypeVar("Made", Method, Instrument, Checklist, QuestionnaireTemplate)


@dataclass(frozen=True, slots=True)
class OwnLibrary:
    """What people do with their own files.

    ``part`` is "instruments" (screens say templates), "methods", "checklists" or "questionnaires".
    """

    desk: Desk
    library: WholeLibrary

    def get(self, part: str, key: str) -> OwnFile:
        """One own file; NotFound when it is gone."""
        with self.desk.reading() as work:
            return work.own_files.get(part, key)

    def text(self, part: str, key: str) -> str:
        """The TOML text of a template or a method, own or not; NotFound when there is none."""
        if any(entry.file.key == key for entry in self.library.own(part)):
            return self.get(part, key).content
        if key not in self.library.keys(part):
            raise _gone()
        return (self.library.folder / part / f"{key}.toml").read_text(encoding="utf-8-sig")

    def file_bytes(self, part: str, key: str) -> bytes:
        """The same as a file to take along."""
        return self.text(part, key).encode("utf-8")

    def save_agenda(self, event_id: str, title: Text, *, has_notes: bool = False) -> OwnFile:
        """Save an event's agenda, checklist and guide as a template, without people and rooms."""
        from facilitation.library.toml_text import toml_of

        with self.desk.reading() as work:
            record = work.record(event_id)
        source = _in_both(mark("Own template, made from the event “{title}”."), record.event.title)
        head = Instrument("", title, record.event.about or title, 1, days=(), tasks=(), source=source)
        found = instrument_of(record, head, self.library.methods, has_notes=has_notes)
        return self._add(INSTRUMENTS, title, toml_of(found))

    def save_session(self, event_id: str, item_id: str, title: Text) -> OwnFile:
        """Save a session and its page in the guide as a method."""
        from facilitation.library.toml_text import toml_of

        with self.desk.reading() as work:
            record = work.record(event_id)
        item, need = record.agenda.item(item_id), need_of_session(record, item_id)
        if item is None or need is None:
            raise NotFound(mark("This session was removed by somebody else. Nothing was changed."))
        base = self.library.methods.get(item.method_id)
        source = _in_both(mark("Own method, made from a session of “{title}”."), record.event.title)
        method = method_of(item, record.guide.sheet(item_id), base, people=need.people)
        return self._add(METHODS, title, toml_of(replace(method, title=title, source=_with_credit(source, base))))

    def save_checklist(self, event_id: str, title: Text, task_ids: Collection[str] = ()) -> OwnFile:
        """Save the checklist of an event (or the tasks named) as one of one's own, without people and states."""
        from facilitation.library.toml_text import toml_of

        with self.desk.reading() as work:
            event, tasks = work.events.get(event_id), work.tasks.list_for(event_id)
        lines = task_lines(task for task in tasks if not task_ids or task.id in task_ids)
        if not lines:
            raise InvalidInput(mark("No task with a day is there to save. Give a task its days from the event first."))
        source = _in_both(mark("Own checklist, made from the event “{title}”."), event.title)
        return self._add(CHECKLISTS, title, toml_of(Checklist("", title, lines, source=source)))

    def save_questionnaire(self, questionnaire_id: str, title: Text) -> OwnFile:
        """Save the questions of an event as a questionnaire of one's own, without links and answers."""
        from facilitation.library.toml_text import toml_of

        with self.desk.reading() as work:
            asked = work.questionnaires.get(questionnaire_id)
            event = work.events.get(asked.event_id)
        if not asked.questions:
            raise InvalidInput(mark("No question is there to save. Add the first one."))
        source = _in_both(mark("Own questionnaire, made from the event “{title}”."), event.title)
        return self._add(QUESTIONNAIRES, title, toml_of(template_of(asked, title, source)))

    def copy(self, made: Made, title: Text) -> OwnFile:
        """Copy a template or a method, own or not, under another title, to be changed."""
        from facilitation.library.toml_change import changed_text
        from facilitation.library.toml_text import toml_of

        part, key = place_of(made)
        renamed = replace(made, title=title)
        return self._add(part, title, changed_text(self.text(part, key), toml_of(made), toml_of(renamed)))

    def bring_in(self, name: str, data: bytes) -> OwnFile:
        """Bring in a file of the library's format; its name without ending becomes its key.

        Raises ``OwnFileProblem`` with every problem of the file, and ``InvalidInput`` where the key is taken.
        """
        path = PurePath(name)
        text = file_text(path.name, data)
        return self._save_new(part_of(path.name, text), path.stem, text)

    def edit_text(self, seen: OwnFile, text: str) -> OwnFile:
        """Change the text of an own file. ``seen`` is how it was before the person's eyes."""
        described(seen.part, seen.key, text, self.library.surroundings())
        stored = self.get(seen.part, seen.key)
        after = merged(seen, replace(seen, content=text), stored, subject=seen.key)
        return self._save(after) if after != stored else stored

    def edit(self, seen: Made, wanted: Made) -> OwnFile:
        """Change fields of an own template or method; what else its text says stays as it is written."""
        from facilitation.library.toml_change import changed_text
        from facilitation.library.toml_text import toml_of

        part, key = place_of(seen)
        file = self.get(part, key)
        stored = described(part, key, file.content, self.library.surroundings())
        before, after = toml_of(stored), toml_of(merged(seen, wanted, stored, subject=key))
        return self._save(replace(file, content=changed_text(file.content, before, after))) if after != before else file

    def remove(self, part: str, key: str) -> None:
        """Remove an own file; a method that an own template uses stays. Events keep what they took from it."""
        if part == METHODS:
            self._refuse_used(key)
        with self.desk.work() as work:
            work.own_files.remove(part, key)
            work.commit()
        logger.info("remove_own_file part=%s key=%s", part, key)

    def _refuse_used(self, method_id: str) -> None:
        for entry in self.library.own(INSTRUMENTS):
            if isinstance(entry.made, Instrument) and method_id in _methods_of(entry.made):
                template = mark("Your template “{title}” uses this method. Take it out there first, then remove it.")
                raise InvalidInput(template, title=entry.made.title)

    def _add(self, part: str, title: Text, text: str) -> OwnFile:
        if not title:
            raise InvalidInput(mark("It has no title yet. Write one; it stands in the library."))
        return self._save_new(part, free_key(part, str(title), self.library.keys(part)), text)

    def _save_new(self, part: str, key: str, text: str) -> OwnFile:
        if key in self.library.keys(part):
            template = mark("The library has “{key}” already. Give the file another name, then bring it in again.")
            raise InvalidInput(template, key=key)
        return self._save(OwnFile(part, key, text, self.desk.now(), self.desk.actor))

    def _save(self, file: OwnFile) -> OwnFile:
        """Store a file whose text is in order; raises ``OwnFileProblem`` else."""
        described(file.part, file.key, file.content, self.library.surroundings())
        with self.desk.work() as work:
            saved = work.own_files.save(replace(file, changed_at=self.desk.now(), changed_by=self.desk.actor))
            work.commit()
        logger.info("save_own_file part=%s key=%s", file.part, file.key)
        return saved


def _methods_of(instrument: Instrument) -> frozenset[str]:
    return frozenset(item.method_id for day in instrument.days for item in day.items)


def _in_both(sentence: str, title: Text) -> Text:
    """A sentence about an event in Albanian and in English."""
    said = {code: Translator(code)(sentence).format(title=title.said_in(code)) for code in ("sq", "en")}
    return Text(**said)


def _with_credit(source: Text, base: Method | None) -> Text:
    """The source with that of the method it was made with: whoever thought of it stays named."""
    if base is None or not base.source:
        return source
    return Text(sq=f"{source.sq} {base.source.said_in('sq')}", en=f"{source.en} {base.source.said_in('en')}")


def _gone() -> NotFound:
    return NotFound(mark("This template was removed in the meantime. Choose another one from the library."))
