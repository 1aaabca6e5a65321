"""A session and its page become a method of one's own."""

from __future__ import annotations

from dataclasses import replace

from facilitation.domain.agenda import ItemKind, Layout
from facilitation.domain.method import Method, MethodStep
from facilitation.domain.text import Text
from facilitation.planning.method_from_session import method_of
from tests.builders import a_material, a_method, a_sheet, a_text, an_item, minutes, some_steps


def test_without_a_method_the_page_and_the_session_say_everything() -> None:
    item = an_item(kind=ItemKind.WORKING_GROUPS, minutes=40, title="Groups", summary=a_text("Summary"))
    sheet = a_sheet(
        steps=some_steps(10, 30),
        room_setup=a_text("Room"),
        output=a_text("Output"),
        risks=Text(sq="Një\nDy", en="One\nTwo"),
        materials=(a_material(), replace(a_material("Nothing"), quantity=0)),
    )

    assert method_of(item, sheet, None, people=24) == Method(
        id="",
        title=a_text("Groups"),
        purpose=a_text("Summary"),
        minimum_people=12,
        maximum_people=48,
        minimum_time=minutes(28),
        typical_time=minutes(40),
        maximum_time=minutes(60),
        steps=(MethodStep(minutes(10), a_text("Step 1")), MethodStep(minutes(30), a_text("Step 2"))),
        materials=(a_material(),),
        room_setup=a_text("Room"),
        output=a_text("Output"),
        risks=(Text(sq="Një", en="One"), Text(sq="Dy", en="Two")),
        goals=("explore", "converge"),
    )


def test_what_the_page_does_not_say_comes_from_the_method_it_was_made_with() -> None:
    base = a_method(
        goals=("decide",),
        layouts=(Layout.CIRCLE,),
        group_minimum=4,
        group_maximum=5,
        tips=(a_text("Tip"),),
        evens_ranks=True,
    )

    found = method_of(an_item(minutes=30), a_sheet(steps=some_steps(30)), base, people=24)

    shared = ("goals", "layouts", "group_minimum", "group_maximum", "tips", "evens_ranks", "purpose", "minimum_people")
    assert [getattr(found, name) for name in shared] == [getattr(base, name) for name in shared]


def test_the_times_always_hold_the_session() -> None:
    base = a_method(steps=(10, 20))

    short = method_of(an_item(minutes=5), a_sheet(steps=some_steps(2, 3)), base, people=10)
    long = method_of(an_item(minutes=90), a_sheet(steps=some_steps(40, 50)), base, people=10)

    assert (short.minimum_time, short.typical_time, short.maximum_time) == (minutes(5), minutes(5), minutes(60))
    assert (long.minimum_time, long.typical_time, long.maximum_time) == (minutes(15), minutes(90), minutes(90))


def test_a_session_without_steps_is_one_step() -> None:
    found = method_of(an_item(minutes=20, title="Talk"), a_sheet(), None, people=10)

    assert found.steps == (MethodStep(minutes(20), a_text("Talk")),)
    assert found.typical_time == minutes(20)


def test_risks_in_one_language_stay_in_it_and_unequal_ones_stay_together() -> None:
    one = method_of(an_item(), a_sheet(risks=Text(sq="Një\n\nDy")), None, people=10)
    unequal = method_of(an_item(), a_sheet(risks=Text(sq="Një\nDy", en="One")), None, people=10)

    assert one.risks == (Text(sq="Një"), Text(sq="Dy"))
    assert unequal.risks == (Text(sq="Një\nDy", en="One"),)
