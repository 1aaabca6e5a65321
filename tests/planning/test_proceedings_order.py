"""In which order the sections of the volume stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.proceedings import (
    ANNEXES,
    OWN_SECTIONS,
    USUAL_SECTIONS,
    VOLUME,
    ProceedingsPlan,
    Section,
    VolumePart,
)
from facilitation.planning.proceedings_order import (
    can_move,
    in_order,
    is_usual,
    listed,
    moved,
    next_own,
    usual_order,
    with_section,
)
from tests.builders import EVENT_ID, a_text

SUMMARY, LESSONS, AGENDA = Section.SUMMARY, Section.LESSONS, Section.AGENDA
PEOPLE, PHOTOS, IMPRINT = Section.PARTICIPANT_LIST, Section.PHOTOS, Section.IMPRINT
SECTIONS = st.lists(st.sampled_from(Section)).map(tuple)


def test_the_imprint_comes_first_and_the_annexes_last_wherever_they_were_put() -> None:
    assert in_order((PHOTOS, LESSONS, SUMMARY, IMPRINT, PEOPLE, LESSONS)) == (IMPRINT, LESSONS, SUMMARY, PHOTOS, PEOPLE)


@given(SECTIONS, st.sampled_from(Section), st.sampled_from((-1, 1)))
def test_moving_loses_nothing_and_can_be_taken_back(sections: tuple[Section, ...], section: Section, step: int) -> None:
    there = in_order(sections)
    after = moved(there, section, step)

    assert sorted(after) == sorted(there)
    assert in_order(after) == after
    assert can_move(there, section, step) == (after != there)
    if after != there:
        assert moved(after, section, -step) == there


@given(SECTIONS, st.sampled_from(Section))
def test_a_section_taken_in_stands_once_and_moves_no_other(sections: tuple[Section, ...], section: Section) -> None:
    others = tuple(entry for entry in in_order(sections) if entry is not section)
    after = with_section(sections, section)

    assert tuple(entry for entry in after if entry is not section) == others
    assert after.count(section) == 1
    assert in_order(after) == after


def test_a_section_taken_in_stands_behind_the_one_it_usually_follows() -> None:
    assert with_section((LESSONS, SUMMARY, PEOPLE), AGENDA) == (LESSONS, SUMMARY, AGENDA, PEOPLE)
    assert with_section((), SUMMARY) == (SUMMARY,)


def test_sections_do_not_leave_their_zone() -> None:
    assert moved((IMPRINT, SUMMARY, PEOPLE), SUMMARY, -1) == (IMPRINT, SUMMARY, PEOPLE)
    assert moved((IMPRINT, SUMMARY, PEOPLE), SUMMARY, 1) == (IMPRINT, SUMMARY, PEOPLE)
    assert moved((PEOPLE, PHOTOS), PHOTOS, -1) == (PHOTOS, PEOPLE)
    assert moved((SUMMARY,), LESSONS, 1) == (SUMMARY,)


def test_the_usual_order_is_that_of_a_new_volume() -> None:
    assert is_usual(USUAL_SECTIONS)
    assert not is_usual((LESSONS, SUMMARY))
    assert usual_order(reversed(USUAL_SECTIONS)) == USUAL_SECTIONS
    assert USUAL_SECTIONS[-len(ANNEXES) :] == ANNEXES


def test_every_section_is_listed_and_own_ones_only_where_there_is_something_of_them() -> None:
    plan = ProceedingsPlan(EVENT_ID, (LESSONS, SUMMARY))
    named = ProceedingsPlan(EVENT_ID, (LESSONS,), parts=(VolumePart(VOLUME, "own_2", a_text("Thanks")),))

    assert set(listed(plan)) == set(USUAL_SECTIONS)
    assert listed(plan).index(LESSONS) < listed(plan).index(SUMMARY)
    assert set(listed(named)) - set(USUAL_SECTIONS) == {Section.OWN_2}
    assert (next_own(plan), next_own(named)) == (Section.OWN_1, Section.OWN_1)
    assert next_own(ProceedingsPlan(EVENT_ID, OWN_SECTIONS)) is None


def test_a_plan_saved_before_there_were_more_sections_leaves_the_new_ones_out() -> None:
    plan = ProceedingsPlan(EVENT_ID, (IMPRINT, SUMMARY, PEOPLE))

    assert in_order(plan.sections) == (IMPRINT, SUMMARY, PEOPLE)
    assert Section.ACRONYMS in listed(plan)
