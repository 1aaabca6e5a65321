"""What is due to be deleted, from which day on, and what is never due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from facilitation.domain.person import CheckIn, Consent, Participation
from facilitation.planning.retention import (
    DEFAULTS,
    FIELDS,
    DueGroup,
    FieldGroup,
    due_groups,
    held_parts,
    without_group,
)
from tests.builders import a_participation

LAST_DAY = date(2027, 5, 18)
FULL = a_participation(
    access_needs="rampë",
    dietary_needs="pa mish",
    note="vonë",
    travel="autobus",
    check_ins=(CheckIn("c", 1, datetime(2027, 5, 17, 9)),),
    email="a@example.org",
    phone="069",
)


def due(part: Participation, days: int) -> list[tuple[FieldGroup, tuple[str, ...]]]:
    today = LAST_DAY + timedelta(days=days)
    return [(entry.group, entry.fields) for entry in due_groups(held_parts([(part, LAST_DAY)]), DEFAULTS, today)]


@pytest.mark.parametrize(
    ("days", "groups"),
    [
        (0, []),
        (14, []),
        (15, ["needs"]),
        (31, ["needs", "check_ins"]),
        (91, ["needs", "check_ins", "remarks"]),
        (731, ["needs", "check_ins", "remarks", "contacts"]),
        (1826, ["needs", "check_ins", "remarks", "contacts", "identity"]),
    ],
)
def test_needs_go_first_and_who_was_there_last(days: int, groups: list[str]) -> None:
    assert [group.value for group, _ in due(FULL, days)] == groups


def test_a_group_names_the_fields_in_which_something_stands_and_the_day_it_should_be_gone() -> None:
    part = a_participation(dietary_needs="pa mish")

    found = due_groups(held_parts([(part, LAST_DAY)]), DEFAULTS, date(2027, 6, 30))

    assert found == (DueGroup(part, FieldGroup.NEEDS, date(2027, 6, 1), ("dietary_needs",)),)


def test_contacts_and_name_count_from_the_last_event_of_the_person() -> None:
    earlier = replace(FULL, id="earlier", event_id="earlier")
    held = held_parts([(earlier, date(2020, 1, 1)), (FULL, LAST_DAY)])

    groups = {(entry.part.id, entry.group) for entry in due_groups(held, DEFAULTS, LAST_DAY + timedelta(days=15))}

    assert groups == {
        ("earlier", FieldGroup.NEEDS),
        ("earlier", FieldGroup.CHECK_INS),
        ("earlier", FieldGroup.REMARKS),
        (FULL.id, FieldGroup.NEEDS),
    }


@pytest.mark.parametrize(("consent", "is_due"), [(Consent.YES, False), (Consent.NO, True), (Consent.NOT_ASKED, True)])
def test_who_agreed_to_be_contacted_keeps_the_address(consent: Consent, is_due: bool) -> None:
    found = due(replace(FULL, contact_consent=consent), 1000)

    assert (FieldGroup.CONTACTS in dict(found)) is is_due


def test_a_coded_person_has_no_identity_to_delete() -> None:
    assert due(a_participation(name="P-07", is_coded=True), 5000) == []


@pytest.mark.parametrize("group", [group for group in FieldGroup if FIELDS[group]])
def test_after_deleting_nothing_of_the_group_is_due_and_nothing_else_is_touched(group: FieldGroup) -> None:
    left = [name for name, _ in due(without_group(FULL, group), 1000)]

    assert left == [name for name, _ in due(FULL, 1000) if name is not group]
