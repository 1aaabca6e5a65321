"""Which pages of a printed guide are out of date."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.guide import GuideElement, GuideSheet
from facilitation.domain.record import EventRecord
from facilitation.planning.guide_changes import GuideChanges, guide_changes
from tests.builders import a_contributor, a_guide, a_material, a_record, a_sheet, a_text, an_agenda, an_item, minutes


def plan(*items: AgendaItem, sheets: tuple[GuideSheet, ...] = (), **guide: Any) -> EventRecord:
    pages = sheets or tuple(a_sheet(item.id, purpose=a_text(item.id)) for item in items)
    return a_record(agenda=an_agenda(items), guide=a_guide(*pages, **guide))


A, B, C = an_item("a"), an_item("b"), an_item("c")


def pages(before: EventRecord, after: EventRecord) -> list[tuple[str, str]]:
    return [(change.entry.item.id, change.what) for change in guide_changes(before, after).pages]


def test_two_equal_plans_leave_every_print_valid() -> None:
    saved_again = replace(plan(A, B), guide=replace(plan(A, B).guide, version=9, trained=("x",)))

    assert guide_changes(plan(A, B), saved_again) == GuideChanges()
    assert not guide_changes(plan(), plan())


def test_a_longer_session_is_changed_and_those_after_it_only_start_later() -> None:
    after = plan(replace(A, duration=minutes(40)), B, C)

    found = guide_changes(plan(A, B, C), after)

    assert [(change.entry.item.id, change.what) for change in found.pages] == [
        ("a", "changed"),
        ("b", "moved"),
        ("c", "moved"),
    ]
    assert (found.item_ids, found.parts) == (frozenset("abc"), ("glance",))


def test_a_session_that_went_is_taken_out_and_a_new_one_put_in_in_the_order_of_the_day() -> None:
    assert pages(plan(A, B), plan(C, B)) == [("a", "gone"), ("c", "new")]


def test_a_session_without_a_page_moves_nobody_but_those_after_it() -> None:
    before = plan(A, B, sheets=(a_sheet("b", purpose=a_text("b")),))
    after = plan(replace(A, duration=minutes(40)), B, sheets=before.guide.sheets)

    assert pages(before, after) == [("b", "moved")]


@pytest.mark.parametrize(
    ("field", "value", "is_read"),
    [
        ("room", "Salla B", True),
        ("facilitators", (a_contributor(),), True),
        ("note_takers", (a_contributor(),), True),
        ("internal_note", "Ftohtë", True),
        ("room", " ", False),
        ("is_optional", True, False),
        ("summary", a_text("For the public"), False),
        ("people", 12, False),
    ],
)
def test_what_nobody_reads_in_the_guide_makes_no_print_old(field: str, value: object, is_read: bool) -> None:
    after = plan(replace(A, **{field: value}), sheets=plan(A).guide.sheets)  # type: ignore[arg-type]

    assert pages(plan(A), after) == ([("a", "changed")] if is_read else [])


def test_a_rule_for_the_whole_event_changes_the_pages_before_the_sessions_alone() -> None:
    found = guide_changes(plan(A), plan(A, elements=(GuideElement(a_text("Rule"), a_text("Be brief")),)))

    assert found == GuideChanges(parts=("throughout",))


def test_another_place_is_a_new_cover() -> None:
    before = plan(A)

    assert guide_changes(before, replace(before, event=replace(before.event, place="Berat"))).parts == ("cover",)


def test_other_materials_change_the_page_and_the_list() -> None:
    sheet = plan(A).guide.sheets[0]

    found = guide_changes(plan(A), plan(A, sheets=(replace(sheet, materials=(a_material(),)),)))

    assert (found.item_ids, found.parts) == (frozenset("a"), ("materials",))
