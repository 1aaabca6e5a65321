"""Who answers for tasks, who can be given some, and how far each owner is."""

from __future__ import annotations

from datetime import date

from facilitation.domain.person import EventRole
from facilitation.domain.task import CountedFrom, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.progress import OwnerProgress, is_mine, known_names, owner_progress
from tests.builders import a_participation, a_task, a_text, an_event

TODAY = date(2027, 5, 12)


def test_done_open_and_late_are_counted_for_a_person_or_else_for_the_role() -> None:
    tasks = (
        a_task("t1", owner="Zyra A", status=TaskStatus.DONE),
        a_task("t2", owner="Zyra A", offset_days=-1),
        a_task("t3", offset_days=-10),
        a_task("t4", counted_from=CountedFrom.TASK, counted_from_id="t3", offset_days=1),
    )

    assert owner_progress(tasks, an_event(), TODAY) == (
        OwnerProgress(Text(sq="Zyra A", en="Zyra A"), done=1, open=1, late=0),
        OwnerProgress(a_text("Coordinator"), done=0, open=0, late=2),
    )


def test_my_tasks_are_those_i_own_or_stand_in_for_however_the_name_is_typed() -> None:
    mine = a_task(owner="Zyra  e Punësimit")
    deputised = a_task(owner="Zyra B", deputy="zyra e punësimit ")

    assert [is_mine(task, "Zyra e Punësimit") for task in (mine, deputised, a_task(owner="Zyra B"))] == [
        True,
        True,
        False,
    ]


def test_a_task_of_nobody_is_not_that_of_somebody_without_a_name() -> None:
    assert not is_mine(a_task(), "")


def test_names_are_offered_once_owners_first_then_organisers_then_the_others() -> None:
    tasks = (a_task(owner="Zyra B", deputy="Zyra C"), a_task(owner="zyra b "))
    people = (
        a_participation("p1", name="Folësja"),
        a_participation("p2", name="Organizatorja", role=EventRole.ORGANISER),
        a_participation("p3", name="ZYRA C"),
    )

    assert known_names(tasks, people) == ("Zyra B", "Zyra C", "Organizatorja", "Folësja")
