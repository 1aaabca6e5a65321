"""Writes files of the library as the TOML text that ``agendas/README.md`` describes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import time, timedelta
from itertools import groupby
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Table

from facilitation.domain.agenda import Attribution, Audience
from facilitation.domain.checklist import Checklist
from facilitation.domain.consultation import QuestionKind
from facilitation.domain.guide import GuideSheet, Material
from facilitation.domain.instrument import Instrument, InstrumentDay, InstrumentItem, InstrumentTask, SourcedText
from facilitation.domain.method import Method
from facilitation.domain.questionnaire_template import QuestionnaireTemplate, TemplateQuestion
from facilitation.domain.task import CountedFrom
from facilitation.domain.text import Text

ROOM_FOR_A_LINE = 100
"""Signs of a text that still stands on one line with its name; longer ones take a line for each language."""
USUAL = {"most": 1, "lowest": 1, "highest": 5}
"""What a question has where its file does not say it."""
ONE_MINUTE = timedelta(minutes=1)
Fields = tomlkit.TOMLDocument | Table


def toml_of(made: Method | Instrument | Checklist | QuestionnaireTemplate) -> str:
    """A method, a template, a checklist or a questionnaire as the text of its file."""
    if isinstance(made, QuestionnaireTemplate):
        return questionnaire_toml(made)
    if isinstance(made, Checklist):
        return checklist_toml(made)
    return method_toml(made) if isinstance(made, Method) else instrument_toml(made)


def checklist_toml(checklist: Checklist) -> str:
    """A checklist as the text of its file."""
    made = tomlkit.document()
    _put(made, title=checklist.title, purpose=checklist.purpose, source=checklist.source)
    _put_entries(made, tasks=map(_task, checklist.tasks))
    return tomlkit.dumps(made)


def questionnaire_toml(asked: QuestionnaireTemplate) -> str:
    """A questionnaire as the text of its file."""
    made = tomlkit.document()
    _put(made, title=asked.title, purpose=asked.purpose, source=asked.source, intro=asked.intro)
    _put(made, is_anonymous=asked.is_anonymous)
    _put_entries(made, questions=map(_question, asked.questions))
    return tomlkit.dumps(made)


def _question(entry: TemplateQuestion) -> Table:
    question = entry.question
    made = _table(text=question.text)
    if question.kind is not QuestionKind.OPEN:
        made["kind"] = question.kind.value
    _put(made, hint=question.hint)
    _put_texts(made, choices=question.choices)
    for name, value in (("most", question.most or 0), ("lowest", question.lowest), ("highest", question.highest)):
        if value != USUAL[name]:
            made[name] = value
    _put(made, is_required=question.is_required, is_from_seed=entry.is_from_seed)
    return made


def method_toml(method: Method) -> str:
    """A method as the text of its file."""
    made = tomlkit.document()
    _put(made, title=method.title, purpose=method.purpose)
    made["people"] = _inline({"minimum": method.minimum_people, "maximum": method.maximum_people})
    times = {"minimum": method.minimum_time, "typical": method.typical_time, "maximum": method.maximum_time}
    made["minutes"] = _inline({name: _minutes(duration) for name, duration in times.items()})
    made["goals"] = list(method.goals)
    if method.layouts:
        made["layouts"] = [layout.value for layout in method.layouts]
    if method.group_maximum:
        made["group"] = _inline({"minimum": method.group_minimum, "maximum": method.group_maximum})
    _put(made, is_for_cases=method.is_for_cases, evens_ranks=method.evens_ranks)
    _put(made, room_setup=method.room_setup, roles=method.roles, output=method.output, plan_b=method.plan_b)
    _put(made, equipment=method.equipment, interpretation=method.interpretation, logistics=method.logistics)
    _put(made, source=method.source)
    _put_texts(made, tips=method.tips, risks=method.risks)
    made["steps"] = _entries(_step(step.duration, step.what, step.words, step.who) for step in method.steps)
    _put_entries(made, materials=map(_material, method.materials))
    return tomlkit.dumps(made)


def instrument_toml(instrument: Instrument) -> str:
    """A template as the text of its file; shared elements of the guide are written out."""
    made = tomlkit.document()
    _put(made, title=instrument.title, purpose=instrument.purpose, source=instrument.source)
    made["typical_people"] = instrument.typical_people
    if instrument.rules_left_out:
        made["rules_left_out"] = list(instrument.rules_left_out)
    _put_texts(made, start_questions=instrument.start_questions, prerequisites=instrument.prerequisites)
    _put_texts(made, consultation_questions=instrument.consultation_questions, cafe_questions=instrument.cafe_questions)
    _put_texts(made, documents=instrument.documents, indicators=instrument.indicators)
    _put_entries(
        made,
        objectives=(_table(key=entry.key, text=entry.text) for entry in instrument.objectives),
        sector_targets=(
            _table(sector=entry.sector.value, percent=_percent(entry.share)) for entry in instrument.sector_targets
        ),
        guide_elements=(_table(title=entry.title, text=entry.text) for entry in instrument.guide_elements),
        days=map(_day, instrument.days),
        tasks=map(_task, instrument.tasks),
    )
    return tomlkit.dumps(made)


def _inline(values: Mapping[str, Any]) -> InlineTable:
    made = tomlkit.inline_table()
    made.update(values)
    return made


def _table(**values: Any) -> Table:
    made = tomlkit.table()
    _put(made, **values)
    return made


def _entries(tables: Iterable[Table]) -> AoT:
    made = tomlkit.aot()
    for table in tables:
        made.append(table)
    return made


def _put_entries(made: Fields, **lists: Iterable[Table]) -> None:
    for name, tables in lists.items():
        entries = _entries(tables)
        if len(entries):
            made[name] = entries


def _put(made: Fields, **values: Any) -> None:
    """Write fields one after the other; what is empty or false is left out."""
    for name, value in values.items():
        if isinstance(value, Text):
            _put_text(made, name, value)
        elif value not in ("", False, None, []):
            made[name] = value


def _put_text(made: Fields, name: str, text: Text) -> None:
    words = _words(text)
    if not words:
        return
    if len(name) + sum(map(len, words.values())) <= ROOM_FOR_A_LINE and "\n" not in "".join(words.values()):
        made[name] = _inline(words)
        return
    for language, said in words.items():
        # Between three quotation marks TOML reads every kind of line end as "\n".
        is_long = "\n" in said and "\r" not in said
        made.append(tomlkit.key([name, language]), tomlkit.string(said, multiline=is_long))


def _words(text: Text) -> dict[str, str]:
    return {language: said for language, said in (("en", text.en), ("sq", text.sq)) if said}


def _put_texts(made: Fields, **lists: Iterable[Text | SourcedText]) -> None:
    """Write lists of texts, one entry to a line."""
    for name, texts in lists.items():
        entries = tomlkit.array()
        entries.multiline(True)
        for entry in texts:
            entries.append(_line(entry))
        if len(entries):
            made[name] = entries


def _line(entry: Text | SourcedText) -> InlineTable:
    if isinstance(entry, Text):
        return _inline(_words(entry))
    return _inline(_words(entry.text) | ({"is_from_seed": True} if entry.is_from_seed else {}))


def _minutes(duration: timedelta) -> int:
    return duration // ONE_MINUTE


def _percent(share: float) -> int | float:
    """The share as the percent that reads as the same share again."""
    percent = round(share * 100, 9)
    return int(percent) if percent == int(percent) else percent


def _step(duration: timedelta, what: Text, words: Text, who: Text) -> Table:
    return _table(minutes=_minutes(duration), what=what, words=words, who=who)


def _material(material: Material) -> Table:
    quantity = int(material.quantity) if material.quantity == int(material.quantity) else material.quantity
    made = _table(name=material.name, quantity=quantity, per=material.per.value)
    if material.is_used_up is not None:
        made["is_used_up"] = material.is_used_up
    return made


def _day(day: InstrumentDay) -> Table:
    made = _table(starts_at=_clock(day.starts_at), total_minutes=_total(day))
    made["items"] = _entries(map(_item, day.items))
    return made


def _total(day: InstrumentDay) -> int:
    """Minutes of all sessions; of neighbours that run in parallel the longest counts."""
    neighbours = groupby(enumerate(day.items), key=lambda entry: entry[1].parallel or entry[0])
    return sum(max(_minutes(item.duration) for _, item in group) for _, group in neighbours)


def _item(item: InstrumentItem) -> Table:
    made = _table(
        kind=item.kind.value,
        title=item.title,
        minutes=_minutes(item.duration),
        method=item.method_id,
        questions=_minutes(item.questions) or None,
        pinned_start=_clock(item.pinned_start) if item.pinned_start is not None else None,
        soft_start=_clock(item.soft_start) if item.soft_start is not None else None,
        buffer_before=_minutes(item.buffer_before) or None,
        parallel=item.parallel,
        objectives=list(item.objectives),
        attribution=item.attribution.value if item.attribution is not Attribution.ROLE else None,
        summary=item.summary,
        internal_note=item.internal_note,
        is_optional=item.is_optional,
        shortest=_minutes(item.shortest) if item.shortest else None,
        audience=item.audience.value if item.audience is not Audience.PUBLIC else None,
        is_from_seed=item.is_from_seed,
    )
    if item.sheet != GuideSheet(item.sheet.item_id):
        made["sheet"] = _sheet(item.sheet)
    return made


def _sheet(sheet: GuideSheet) -> Table:
    made = _table(
        purpose=sheet.purpose,
        technique=sheet.technique,
        question=sheet.question,
        room_setup=sheet.room_setup,
        roles=sheet.roles,
        output=sheet.output,
        plan_b=sheet.plan_b,
        risks=sheet.risks,
        layout=sheet.layout.value if sheet.layout else None,
        equipment=sheet.equipment,
        interpretation=sheet.interpretation,
        logistics=sheet.logistics,
    )
    _put_entries(
        made,
        steps=(_step(step.duration, step.what, step.words, step.who) for step in sheet.steps),
        materials=map(_material, sheet.materials),
    )
    return made


def _task(task: InstrumentTask) -> Table:
    made = tomlkit.table()
    made["day"] = task.offset_days
    _put(made, title=task.title, owner=task.owner_role, benchmark=task.benchmark, rule=task.rule)
    _put(made, minimum_days=task.minimum_days, is_from_seed=task.is_from_seed, key=task.key)
    if task.counted_from is not CountedFrom.EVENT:
        made["counted_from"] = task.counted_from.value
    _put(made, after=task.after, working_days=task.is_working_days)
    if task.work_days != 1:
        made["work_days"] = task.work_days
    if task.waits_for:
        links = [{"task": link.key} | ({"pause": link.lag_days} if link.lag_days else {}) for link in task.waits_for]
        made["waits_for"] = [_inline(link) for link in links]
    return made


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"
