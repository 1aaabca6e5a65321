"""The organisation's own Word template: every paper of the event is made on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitation.domain.attachment import Attachment
from facilitation.errors import InvalidInput
from facilitation.services.attachments import keep_file
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from facilitation.domain.template import TemplateFacts

SUBJECT = "template"
"""What an attachment belongs to that is the template of its event."""


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """The template of an event; ``facts`` is None where it is not used, for the reason in ``problem``."""

    file: Attachment
    facts: TemplateFacts | None = None
    problem: InvalidInput | None = None


@dataclass(frozen=True, slots=True)
class Templates:
    """What people do with the template of an event."""

    desk: Desk

    def get(self, event_id: str) -> KeptTemplate | None:
        """The template with what was found in it, if one was chosen; it is looked at again each time."""
        from facilitation.documents.word_template_facts import checked_template, template_facts  # slow to import

        with self.desk.reading() as work:
            file = kept_template(work, event_id)
            content = work.attachments.content(file.id) if file else b""
        if file is None:
            return None
        try:
            return KeptTemplate(file, facts=template_facts(checked_template(content, file.name)))
        except InvalidInput as refused:
            return KeptTemplate(file, problem=refused)

    def choose(self, event_id: str, name: str, content: bytes) -> Attachment:
        """Make the papers on this file from now on; it is kept without what could do harm. Raises InvalidInput."""
        from facilitation.documents.word_template_facts import checked_template  # slow to import

        cleaned = checked_template(content, name)
        stem = name.rpartition(".")[0] or name
        with self.desk.work() as work:
            work.events.get(event_id)
            _remove_all(work, event_id)
            file = keep_file(self.desk, work, event_id, (SUBJECT, event_id), (f"{stem}.docx", cleaned))
            work.commit()
        return file

    def remove(self, event_id: str) -> None:
        """Make the papers on our own paper again."""
        with self.desk.work() as work:
            _remove_all(work, event_id)
            work.commit()


def kept_template(work: UnitOfWork, event_id: str) -> Attachment | None:
    """The newest template among the files of an event."""
    oldest_first = work.attachments.list_for(event_id)
    return next((file for file in reversed(oldest_first) if file.subject == SUBJECT), None)


def template_of(work: UnitOfWork, event_id: str) -> bytes:
    """The template papers of the event are made on (b"" = ours); one that an archive brought may be refused."""
    file = kept_template(work, event_id)
    if file is None:
        return b""
    from facilitation.documents.word_template_facts import checked_template  # slow to import

    try:
        return checked_template(work.attachments.content(file.id), file.name)
    except InvalidInput:
        return b""


def carry_template(desk: Desk, work: UnitOfWork, from_id: str, to_id: str) -> None:
    """Give another event the same template."""
    if file := kept_template(work, from_id):
        keep_file(desk, work, to_id, (SUBJECT, to_id), (file.name, work.attachments.content(file.id)))


def _remove_all(work: UnitOfWork, event_id: str) -> None:
    for file in work.attachments.list_for(event_id):
        if file.subject == SUBJECT:
            work.attachments.remove(file.id)
