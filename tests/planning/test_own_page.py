"""What one participant's page holds, and what it leaves out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from facilitation.domain.agenda import Audience, ItemKind
from facilitation.domain.cafe import Cafe, Round, Seating
from facilitation.planning.own_page import OwnPage, OwnPlan, own_page
from tests.builders import A_MONDAY, a_cafe, a_guide, a_text, an_agenda, an_event, an_item

SEATING = Seating((Round((("a", "b"), ("c",))), Round((("a",), ("b", "c")))), ("a",), 1, (), 3, 3, 0, 0.0)
OPENING = an_item("opening", minutes=30, internal_note="SECRET")
CAFE = an_item("item-1", minutes=60, kind=ItemKind.WORLD_CAFE, room="Salla A")


def page_of(person: str, clock: str = "10:00", *, on: date = A_MONDAY, **parts: Any) -> OwnPage:
    cafe: Cafe = parts.pop("cafe", a_cafe(seating=SEATING))
    items = parts.pop("items", [OPENING, CAFE])
    plan = OwnPlan(an_event(**parts), an_agenda(items), a_guide(), (cafe,))
    return own_page(plan, person, f"Zyra {person}", datetime.fromisoformat(f"{on} {clock}"))


def places(page: OwnPage) -> list[tuple[str, int | None, bool]]:
    """Start, table and whether one is the host, of every round."""
    return [(f"{r.when.starts_at:%H:%M}", r.table, r.is_host) for cafe in page.cafes for r in cafe.rounds]


def test_every_round_has_its_time_table_question_and_whether_one_is_the_host() -> None:
    assert places(page_of("a")) == [("09:30", 1, True), ("10:00", 1, True)]
    assert places(page_of("b")) == [("09:30", 1, False), ("10:00", 2, False)]
    assert [r.question for r in page_of("b").cafes[0].rounds] == [a_text("Question 1"), a_text("Question 2")]


def test_somebody_who_sits_nowhere_has_no_table() -> None:
    assert places(page_of("observer")) == [("09:30", None, False), ("10:00", None, False)]


def test_the_running_and_the_coming_round_are_those_of_the_clock() -> None:
    found = {clock: page_of("b", clock) for clock in ("09:00", "09:30", "10:00", "10:30")}

    tables = {clock: (p.current and p.current.table, p.coming and p.coming.table) for clock, p in found.items()}
    assert tables == {"09:00": (None, 1), "09:30": (1, 2), "10:00": (2, None), "10:30": (None, None)}


def test_the_day_before_nothing_is_coming_yet_but_the_rounds_can_be_read() -> None:
    page = page_of("b", on=date(2027, 5, 16))

    assert (page.coming, page.day, len(page.cafes[0].rounds)) == (None, A_MONDAY, 2)


def test_a_cafe_whose_groups_are_not_made_has_no_rounds() -> None:
    assert [cafe.rounds for cafe in page_of("a", cafe=a_cafe()).cafes] == [()]


def test_a_cafe_that_was_never_set_up_is_known_to_come() -> None:
    assert [cafe.room for cafe in page_of("a", cafe=a_cafe(item_id="other")).cafes] == ["Salla A"]


def test_the_programme_is_that_of_the_day_for_participants() -> None:
    items = [
        OPENING,
        an_item("briefing", minutes=10, kind=ItemKind.STAFF),
        an_item("vip", minutes=10, audience=Audience.STAFF),
        an_item("talk", minutes=20, audience=Audience.PARTICIPANTS),
    ]

    page = page_of("a", "09:55", items=items)

    assert [(f"{line.starts_at:%H:%M}", line.is_running) for line in page.programme] == [
        ("09:00", False),
        ("09:50", True),
    ]


def test_a_cafe_for_the_staff_alone_is_not_shown() -> None:
    assert page_of("a", items=[an_item("item-1", audience=Audience.STAFF)]).cafes == ()


def test_after_the_event_its_last_day_is_shown() -> None:
    assert page_of("a", on=date(2028, 1, 1), day_count=2).day == date(2027, 5, 18)
