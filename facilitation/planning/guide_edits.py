"""Changes to a guide's sheets when their sessions are copied, divided or joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from facilitation.domain.guide import Guide, GuideSheet, Step
from facilitation.domain.text import LANGUAGES, Text

NO_TEXTS = frozenset({"item_id", "layout", "steps", "materials"})
TEXT_FIELDS = tuple(field.name for field in fields(GuideSheet) if field.name not in NO_TEXTS)
LINES = "\n"


def with_sheet(guide: Guide, sheet: GuideSheet) -> Guide:
    """The guide with one session's page replaced or added; an empty page is not added."""
    if all(entry.item_id != sheet.item_id for entry in guide.sheets):
        is_empty = sheet == GuideSheet(sheet.item_id)
        return guide if is_empty else replace(guide, sheets=(*guide.sheets, sheet))
    return replace(guide, sheets=tuple(sheet if e.item_id == sheet.item_id else e for e in guide.sheets))


def without_sheet(guide: Guide, item_id: str) -> Guide:
    """The guide without the page of a session."""
    return replace(guide, sheets=tuple(sheet for sheet in guide.sheets if sheet.item_id != item_id))


def copied_sheet(sheet: GuideSheet, item_id: str, new_id: Callable[[], str]) -> GuideSheet:
    """The same page for another session; its steps get ids of their own."""
    return replace(sheet, item_id=item_id, steps=tuple(replace(step, id=new_id()) for step in sheet.steps))


def divided_sheet(
    sheet: GuideSheet, at: timedelta, *, second_id: str, new_id: Callable[[], str]
) -> tuple[GuideSheet, GuideSheet]:
    """The page up to a moment after its start, and the rest for the session ``second_id``.

    A step that runs at that moment is divided too. Texts stand on both pages, things to bring on the first alone:
    they are counted for each page.
    """
    before, after = list[Step](), list[Step]()
    for step, starts_after in _started(sheet.steps):
        first = min(step.duration, max(timedelta(), at - starts_after))
        if starts_after < at:
            before.append(replace(step, duration=first))
        if starts_after >= at:
            after.append(step)
        elif first < step.duration:
            after.append(replace(step, id=new_id(), duration=step.duration - first))
    rest = replace(sheet, item_id=second_id, steps=tuple(after), materials=())
    return replace(sheet, steps=tuple(before)), rest


def _started(steps: tuple[Step, ...]) -> Iterator[tuple[Step, timedelta]]:
    """Each step with the time from the start of the page to its own."""
    passed = timedelta()
    for step in steps:
        yield step, passed
        passed += step.duration


def joined_sheet(first: GuideSheet, second: GuideSheet) -> GuideSheet:
    """Both pages as the page of the first session: texts below each other, steps and things to bring of both.

    The room stands as for the first one, where that is said.
    """
    texts: dict[str, Any] = {name: joined_text(getattr(first, name), getattr(second, name)) for name in TEXT_FIELDS}
    return replace(
        first,
        **texts,
        layout=first.layout or second.layout,
        steps=(*first.steps, *second.steps),
        materials=(*first.materials, *second.materials),
    )


def joined_text(first: Text, second: Text, separator: str = LINES) -> Text:
    """Two texts one after the other, the same words once; in every language that one of them has."""
    joined = Text()
    for language in LANGUAGES:
        if getattr(first, language) or getattr(second, language):
            words = dict.fromkeys(text.said_in(language) for text in (first, second) if text)
            joined = joined.with_language(language, separator.join(words))
    return joined
