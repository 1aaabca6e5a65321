"""Files of one's own: their TOML text checked like a file of ``agendas/``, and names for new ones."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import ValidationError

from facilitation.domain.checklist import Checklist
from facilitation.domain.guide import GuideElement
from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.questionnaire_template import QuestionnaireTemplate
from facilitation.errors import InvalidInput, OwnFileProblem, mark
from facilitation.library.file_format import (
    OWN,
    ChecklistFile,
    FileModel,
    InstrumentFile,
    MethodFile,
    QuestionnaireFile,
)
from facilitation.library.loader import instrument_problems, method_problems
from facilitation.library.problems import shape_problems, syntax_problem
from facilitation.library.questionnaire_format import questionnaire_problems
from facilitation.library.task_format import task_problems

INSTRUMENTS, METHODS, CHECKLISTS = "instruments", "methods", "checklists"
QUESTIONNAIRES = "questionnaires"
"""The parts of the library that have own files; the screens call own instruments templates."""
Described = Method | Instrument | Checklist | QuestionnaireTemplate
"""What an own file describes."""
LARGEST_FILE = 1_000_000
"""Bytes; the largest file of ``agendas/`` has a tenth of it."""
Shape = TypeVar("Shape", bound=FileModel)
_KEYS = {
    INSTRUMENTS: re.compile(r"[a-z][a-z0-9_-]*"),
    METHODS: re.compile(r"[a-z][a-z0-9_]*"),
    CHECKLISTS: re.compile(r"[a-z][a-z0-9_-]*"),
    QUESTIONNAIRES: re.compile(r"[a-z][a-z0-9_-]*"),
}
# An agenda names its method by the key, and there a key has no "-".
_JOINTS = {INSTRUMENTS: "-", METHODS: "_", CHECKLISTS: "-", QUESTIONNAIRES: "-"}
_NAMES = {INSTRUMENTS: "template", METHODS: "method", CHECKLISTS: "checklist", QUESTIONNAIRES: "questionnaire"}
_LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an own template may name: methods by their ids, and the shared elements of the guide."""

    method_ids: Collection[str] = ()
    shared_elements: Mapping[str, GuideElement] = field(default_factory=dict)


def described(part: str, key: str, text: str, known: Surroundings) -> Described:
    """What the text of an own file describes; raises ``OwnFileProblem`` with everything that is wrong with it."""
    if part == INSTRUMENTS:
        return own_instrument(key, text, known)
    if part == QUESTIONNAIRES:
        return own_questionnaire(key, text)
    return own_method(key, text) if part == METHODS else own_checklist(key, text)


def place_of(made: Described) -> tuple[str, str]:
    """Part and key of a template, a method, a checklist or a questionnaire."""
    if isinstance(made, Method):
        return METHODS, made.id
    if isinstance(made, QuestionnaireTemplate):
        return QUESTIONNAIRES, made.key
    return (CHECKLISTS if isinstance(made, Checklist) else INSTRUMENTS), made.key


def own_method(key: str, text: str) -> Method:
    """The method a text describes; raises ``OwnFileProblem`` with everything that is wrong with it."""
    name, problems = f"{key}.toml", list(_key_problems(METHODS, key))
    found = _shaped(name, text, MethodFile, problems)
    if found:
        problems += method_problems(name, found)
    if found is None or problems:
        raise _refusal(problems)
    return found.method(key)


def own_instrument(key: str, text: str, known: Surroundings) -> Instrument:
    """The template a text describes; raises ``OwnFileProblem`` with everything that is wrong with it."""
    name, problems = f"{key}.toml", list(_key_problems(INSTRUMENTS, key))
    found = _shaped(name, text, InstrumentFile, problems)
    if found:
        problems += instrument_problems(name, found, known.method_ids, known.shared_elements)
    if found is None or problems:
        raise _refusal(problems)
    return found.instrument(key, known.shared_elements)


def own_checklist(key: str, text: str) -> Checklist:
    """The checklist a text describes; raises ``OwnFileProblem`` with everything that is wrong with it."""
    name, problems = f"{key}.toml", list(_key_problems(CHECKLISTS, key))
    found = _shaped(name, text, ChecklistFile, problems)
    if found:
        problems += task_problems(name, found.tasks)
    if found is None or problems:
        raise _refusal(problems)
    return found.checklist(key)


def own_questionnaire(key: str, text: str) -> QuestionnaireTemplate:
    """The questionnaire a text describes; raises ``OwnFileProblem`` with everything that is wrong with it."""
    name, problems = f"{key}.toml", list(_key_problems(QUESTIONNAIRES, key))
    found = _shaped(name, text, QuestionnaireFile, problems)
    if found:
        problems += questionnaire_problems(name, found)
    if found is None or problems:
        raise _refusal(problems)
    return found.questionnaire(key)


def file_text(name: str, data: bytes) -> str:
    """The text of a file somebody brings; raises ``OwnFileProblem`` when it is too large or no text."""
    if len(data) > LARGEST_FILE:
        template = mark("{file}: the file is larger than 1 MB. Files of the library are short texts.")
        raise _refusal([InvalidInput(template, file=name)])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        template = mark("{file}: this is not UTF-8 text. Save the file again with the encoding UTF-8.")
        raise _refusal([InvalidInput(template, file=name)]) from error


def part_of(name: str, text: str) -> str:
    """Whether a text is a template (it has days), a method (steps), a checklist (tasks alone) or a questionnaire.

    Raises ``OwnFileProblem`` where it is none of them.
    """
    problems: list[InvalidInput] = []
    values = _values(name, text, problems)
    if values is None:
        raise _refusal(problems)
    if "days" in values:
        return INSTRUMENTS
    if "steps" in values:
        return METHODS
    if "tasks" in values:
        return CHECKLISTS
    if "questions" in values:
        return QUESTIONNAIRES
    template = mark(
        "{file}: this is neither a template (it has no “days”) nor a method (no “steps”), nor a checklist (no “tasks”)"
        " nor a questionnaire (no “questions”)."
    )
    raise _refusal([InvalidInput(template, file=name)])


def free_key(part: str, title: str, taken: Collection[str]) -> str:
    """A key made of a title that nothing of this part has yet: "Kafeneja jonë" becomes "kafeneja_jone"."""
    plain = unicodedata.normalize("NFD", title.casefold()).encode("ascii", "ignore").decode()
    joint = _JOINTS[part]
    key = re.sub(r"[^a-z0-9]+", joint, plain)[:_LONGEST_KEY].strip(joint).lstrip("0123456789" + joint)
    key = key or _NAMES[part]
    numbered = (f"{key}{joint}{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (key, *numbered) if name not in taken)


def _key_problems(part: str, key: str) -> Iterable[InvalidInput]:
    if not _KEYS[part].fullmatch(key) or len(key) > 2 * _LONGEST_KEY:
        template = mark(
            "{file}: the name may have small letters without diacritics, digits, “_” and, but for a method, “-”. "
            "It begins with a letter."
        )
        yield InvalidInput(template, file=f"{key}.toml")


def _shaped(name: str, text: str, shape: type[Shape], problems: list[InvalidInput]) -> Shape | None:
    values = _values(name, text, problems)
    if values is None:
        return None
    try:
        return shape.model_validate(values, context=OWN)
    except ValidationError as error:
        problems += shape_problems(name, error)
        return None


def _values(name: str, text: str, problems: list[InvalidInput]) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5000 digits, brackets in brackets without end
        problems.append(syntax_problem(name, error, text))
        return None


def _refusal(problems: list[InvalidInput]) -> OwnFileProblem:
    return OwnFileProblem(tuple(str(problem) for problem in problems), tuple(problems))
