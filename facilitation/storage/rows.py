"""The tables, one class each; columns carry the names and values of the domain's fields.

``number`` counts the rows of an event in the order they came; ``position`` is the place a person gave them.
Rows never leave this package: stores turn them into the dataclasses of ``domain``.
"""

from __future__ import annotations

from facilitation.storage.consultation_rows import FormLinkRow, QuestionnaireRow, ReplyRow
from facilitation.storage.people_rows import (
    CafePlanRow,
    CafeRow,
    ChangeRow,
    NoteRow,
    OwnFileRow,
    ParticipationRow,
    PersonRow,
    PhoneLinkRow,
    PreferenceRow,
    ProceedingsRow,
    SeatRow,
)
from facilitation.storage.plan_rows import (
    AgendaDayRow,
    AgendaItemRow,
    AgendaRow,
    AttachmentRow,
    BudgetRow,
    CalendarFeedRow,
    EventRow,
    GuideRow,
    GuideSheetRow,
    GuideStepRow,
    ReleaseRow,
    SeriesRow,
    TaskRow,
)
from facilitation.storage.row_base import Row, Versioned

__all__ = [
    "AgendaDayRow",
    "AgendaItemRow",
    "AgendaRow",
    "AttachmentRow",
    "BudgetRow",
    "CafePlanRow",
    "CafeRow",
    "CalendarFeedRow",
    "ChangeRow",
    "EventRow",
    "FormLinkRow",
    "GuideRow",
    "GuideSheetRow",
    "GuideStepRow",
    "NoteRow",
    "OwnFileRow",
    "ParticipationRow",
    "PersonRow",
    "PhoneLinkRow",
    "PreferenceRow",
    "ProceedingsRow",
    "QuestionnaireRow",
    "ReleaseRow",
    "ReplyRow",
    "Row",
    "SeatRow",
    "SeriesRow",
    "TaskRow",
    "Versioned",
]
