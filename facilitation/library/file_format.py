"""The shape of the files in ``agendas/``: read strictly and turned at once into domain dataclasses.

Every field is described for authors in ``agendas/README.md``; a test keeps the two in step. Own files have the same
shape, but may leave out a language and what ``Needed`` marks: read them with ``context=OWN``.
"""

from __future__ import annotations

from facilitation.library.checklist_format import ChecklistFile
from facilitation.library.file_parts import (
    OWN,
    Clock,
    FileModel,
    Goal,
    Key,
    LineFile,
    MaterialFile,
    Minutes,
    Needed,
    Percent,
    Rule,
    RuleLeftOut,
    StepFile,
    TextFile,
    Words,
    lines_of,
    text_of,
    texts_of,
)
from facilitation.library.instrument_format import (
    DayFile,
    GuideElementFile,
    InstrumentFile,
    ItemFile,
    ObjectiveFile,
    SectorTargetFile,
    SharedElementFile,
    SharedElementsFile,
    SheetFile,
)
from facilitation.library.method_format import (
    GroupFile,
    MethodFile,
    PeopleFile,
    TimeFile,
)
from facilitation.library.questionnaire_format import QuestionFile, QuestionnaireFile
from facilitation.library.reference_format import (
    AcronymsFile,
    PastConferenceFile,
    PastConferencesFile,
    PastShareFile,
)
from facilitation.library.rhythm_format import (
    DutyFile,
    DutyStepFile,
    HandoverFile,
    RhythmFile,
    RhythmsFile,
)
from facilitation.library.task_format import PlainTaskFile, TaskFile, WaitFile
from facilitation.library.volume_format import VolumeFile, VolumePartFile

__all__ = [
    "OWN",
    "AcronymsFile",
    "ChecklistFile",
    "Clock",
    "DayFile",
    "DutyFile",
    "DutyStepFile",
    "FileModel",
    "Goal",
    "GroupFile",
    "GuideElementFile",
    "HandoverFile",
    "InstrumentFile",
    "ItemFile",
    "Key",
    "LineFile",
    "MaterialFile",
    "MethodFile",
    "Minutes",
    "Needed",
    "ObjectiveFile",
    "PastConferenceFile",
    "PastConferencesFile",
    "PastShareFile",
    "PeopleFile",
    "Percent",
    "PlainTaskFile",
    "QuestionFile",
    "QuestionnaireFile",
    "RhythmFile",
    "RhythmsFile",
    "Rule",
    "RuleLeftOut",
    "SectorTargetFile",
    "SharedElementFile",
    "SharedElementsFile",
    "SheetFile",
    "StepFile",
    "TaskFile",
    "TextFile",
    "TimeFile",
    "VolumeFile",
    "VolumePartFile",
    "WaitFile",
    "Words",
    "lines_of",
    "text_of",
    "texts_of",
]
