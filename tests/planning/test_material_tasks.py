"""The materials as tasks: one to buy, print and bring; nothing made twice, no tick lost."""

from __future__ import annotations

from dataclasses import replace

from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.task import Task, TaskPoint, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.material_tasks import MaterialTasks, material_tasks
from facilitation.planning.materials import MaterialNeed, material_needs
from tests.builders import EVENT_ID, a_guide, a_record, a_sheet, an_agenda, an_event, an_item, counted_ids

NOTE = Material(Text(en="Sticky note", sq="Letër ngjitëse"), 5, MaterialPer.PARTICIPANT)
FORM = Material(Text(en="Evaluation form", sq="Formular vlerësimi"), 1, MaterialPer.PARTICIPANT)
BELL = Material(Text(en="Bell", sq="Zile"), 1, MaterialPer.EVENT)


def needs(*things: Material, people: int = 10) -> tuple[MaterialNeed, ...]:
    record = a_record(
        event=an_event(expected_people=people),
        agenda=an_agenda([an_item()]),
        guide=a_guide(a_sheet("item-1", materials=things)),
    )
    return material_needs(record)


def made(tasks: tuple[Task, ...], found: tuple[MaterialNeed, ...], language: str = "en") -> MaterialTasks:
    return material_tasks(tasks, found, language, event_id=EVENT_ID, new_id=counted_ids())


def test_one_task_each_to_buy_print_and_bring() -> None:
    found = made((), needs(NOTE, FORM, BELL))

    assert [
        (task.title.en.split(" ")[0], task.offset_days, [point.text for point in task.points]) for task in found.added
    ] == [
        ("Buy", -14, ["55 × Sticky note"]),
        ("Print", -7, ["11 × Evaluation form"]),
        ("Bring", -1, ["1 × Bell"]),
    ]
    assert {task.owner_role.en for task in found.added} == {"Logistics"}


def test_without_materials_there_is_nothing_to_do() -> None:
    assert made((), ()) == MaterialTasks((), ())


def test_pressing_again_makes_nothing_twice_in_either_language() -> None:
    first = made((), needs(NOTE, FORM, BELL)).added

    assert made(first, needs(NOTE, FORM, BELL), "sq") == MaterialTasks((), ())


def test_a_new_number_opens_its_point_and_others_keep_their_ticks() -> None:
    card = replace(NOTE, name=Text(en="Flipchart sheet"), per=MaterialPer.EVENT)
    (task,) = made((), needs(NOTE, card)).added
    ticked = replace(task, points=tuple(replace(point, is_done=True) for point in task.points), status=TaskStatus.DONE)

    ((_before, after),) = made((ticked,), needs(NOTE, card, people=20)).changed

    assert [(point.text, point.is_done) for point in after.points] == [
        ("110 × Sticky note", False),
        ("6 × Flipchart sheet", True),
    ]
    assert after.status is TaskStatus.IN_PROGRESS


def test_points_of_people_stay_and_what_is_not_needed_any_more_goes_unless_it_is_done() -> None:
    card = replace(NOTE, name=Text(en="Flipchart sheet"))
    (task,) = made((), needs(NOTE, card)).added
    own = TaskPoint("own", "Coffee")
    done, still_open = task.points
    mixed = replace(task, points=(own, replace(done, is_done=True), still_open))

    ((_before, after),) = made((mixed,), needs()).changed

    assert [point.text for point in after.points] == ["Coffee", "55 × Sticky note"]


def test_a_task_somebody_named_the_same_is_used() -> None:
    known = Task("mine", EVENT_ID, Text(sq="blini materialet e udhezuesit"), -20, owner="Zyra A")

    ((before, after),) = made((known,), needs(NOTE)).changed

    assert before is known
    assert (after.offset_days, after.owner, len(after.points)) == (-20, "Zyra A", 1)
