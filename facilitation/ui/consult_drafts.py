"""A reply that is being typed in: its fields are kept in the database and come back after a reload or a crash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from facilitation.domain.consultation import Channel, QuestionKind, Questionnaire
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

DRAFT = "reply_draft"
ENUMS: Mapping[str, type[Sector | District | Channel | Consent]] = {
    "sector": Sector,
    "district": District,
    "channel": Channel,
    "quote": Consent,
}
TEXTS = ("organisation", "note")
KEPT = ("person", "organisation", "sector", "district", "channel", "language", "quote", "note")


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """The form of one reply; ``subject`` is its id, or "new"."""

    page: EventScreen
    questionnaire_id: str
    subject: str

    def key(self, field: str) -> str:
        """The key of a field's widget, under which its draft is kept too."""
        return state.widget_key(DRAFT, self.questionnaire_id, self.subject, field)

    def text_keys(self, asked: Questionnaire) -> list[str]:
        """The fields that are typed in, which are kept while the fingers still move."""
        fields = [*TEXTS, *(question.id for question in asked.questions if question.kind is QuestionKind.OPEN)]
        return [self.key(field) for field in fields]


def keep(draft: ReplyDraft, field: str) -> None:
    """Keep what stands in a field now (inside callbacks): words as they are, anything else as JSON."""
    key = draft.key(field)
    value = state.widget_value(key)
    text = value if isinstance(value, str) and (field in TEXTS or field not in KEPT) else json.dumps(value)
    attempt(draft.page.app.preferences.keep_draft, draft.page.event_id, key, text)


def bring_back(draft: ReplyDraft, stored: Mapping[str, Any]) -> None:
    """Fill the fields that appear: from what was typed and never saved, else from what is stored."""
    fresh = [field for field in stored if not state.has_widget(draft.key(field))]
    if not fresh:
        return
    drafts = draft.page.app.preferences.drafts(draft.page.event_id)
    for field in fresh:
        kept = drafts.get(draft.key(field))
        state.put_widget(draft.key(field), stored[field] if kept is None else _read(field, kept, stored[field]))


def _read(field: str, kept: str, stored: Any) -> Any:
    """A kept value as its field has it; what cannot be read (any more) is as it was stored."""
    if field in TEXTS or (isinstance(stored, str) and field not in KEPT):
        return kept
    try:
        value = json.loads(kept)
        return ENUMS[field](value) if field in ENUMS and value is not None else value
    except ValueError:
        return stored
