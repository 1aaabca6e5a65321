"""Consents with day and way, needs for logistics only, and beneficiaries by code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Consent, ConsentWay, District, Participation, Person, Purpose
from facilitation.errors import InvalidInput
from facilitation.planning.coded_people import next_codes
from facilitation.services.application import Application
from facilitation.services.privacy import ConsentTrace, Privacy
from facilitation.settings import Settings, StaffRole

DAY = date(2027, 1, 5)


@pytest.fixture
def part(app: Application, conference: Event) -> Participation:
    return app.people.add(conference.id, Person("", "Zyra A"), dietary_needs="pa mish", photo_consent=Consent.NO)


def stored(app: Application, event: Event) -> Participation:
    return app.people.list_for(event.id)[-1]


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_is_asked_alone_and_taken_back_as_easily(
    app: Application, conference: Event, purpose: Purpose
) -> None:
    part = app.people.add(conference.id, Person("", "Zyra A"))

    app.privacy.consent(part, purpose, Consent.YES, ConsentWay.PAPER, DAY)
    given = stored(app, conference)
    app.privacy.consent(given, purpose, Consent.NO, ConsentWay.SPOKEN, date(2027, 1, 6))
    withdrawn = stored(app, conference)

    assert given == replace(part, **{f"{purpose.value}_consent": Consent.YES}, consented_on=DAY, version=2)  # type: ignore[arg-type]
    assert withdrawn == replace(
        part,
        **{f"{purpose.value}_consent": Consent.NO},  # type: ignore[arg-type]
        consented_on=date(2027, 1, 6),
        version=3,
    )


def test_nobody_has_agreed_to_anything_before_they_were_asked() -> None:
    part = Participation("p", "e", Person("x", "Zyra"))

    assert {getattr(part, f"{purpose.value}_consent") for purpose in Purpose} == {Consent.NOT_ASKED}


def test_the_history_says_when_and_how_each_consent_was_given(
    app: Application, conference: Event, part: Participation
) -> None:
    app.privacy.consent(part, Purpose.QUOTE, Consent.YES, ConsentWay.WRITTEN, DAY)

    noted = date(2027, 1, 11)
    assert app.privacy.consents(stored(app, conference)) == {
        Purpose.PHOTO: ConsentTrace(noted, None, "tester"),
        Purpose.QUOTE: ConsentTrace(noted, ConsentWay.WRITTEN, "tester"),
    }


def test_a_consent_that_was_undone_has_left_no_trace(app: Application, conference: Event, part: Participation) -> None:
    app.privacy.consent(part, Purpose.QUOTE, Consent.YES, ConsentWay.WRITTEN, DAY)

    app.history.undo(conference.id, "participation")

    assert set(app.privacy.consents(stored(app, conference))) == {Purpose.PHOTO}


def test_whoever_looks_at_needs_is_written_down(app: Application, conference: Event, part: Participation) -> None:
    app.people.add(conference.id, Person("", "Zyra B"))

    assert app.privacy.view_needs(conference.id) == (part,)

    newest = app.history.list_for(conference.id)[0]
    assert (newest.verb, newest.actor, newest.before, newest.after) == ("view_needs", "tester", "", "")
    assert app.history.can_undo(conference.id, "participation") is not None


@pytest.mark.parametrize(
    ("role", "may"), [("organiser", True), ("logistics", True), ("facilitator", False), ("note_taker", False)]
)
def test_only_organisers_and_logistics_see_needs(app: Application, conference: Event, role: str, may: bool) -> None:
    privacy = Privacy(app.privacy.desk, StaffRole(role))

    assert privacy.may_see_needs() is may
    if not may:
        with pytest.raises(InvalidInput):
            privacy.view_needs(conference.id)
        with pytest.raises(InvalidInput):
            privacy.needs_file(conference.id, "sq")
        assert app.history.list_for(conference.id)[0].verb == "create"


@pytest.mark.parametrize(
    ("word", "role"),
    [("", "organiser"), ("Logistics ", "logistics"), ("note_taker", "note_taker"), ("boss", "note_taker")],
)
def test_a_role_nobody_knows_sees_least(word: str, role: str) -> None:
    assert Settings.from_environment({"TRYEZA_ROLE": word}).role is StaffRole(role)


def test_the_list_for_the_kitchen_has_needs_and_no_contacts(
    app: Application, conference: Event, part: Participation
) -> None:
    sheet = load_workbook(BytesIO(app.privacy.needs_file(conference.id, "en"))).worksheets[0]

    assert list(sheet.iter_rows(min_row=4, values_only=True)) == [
        ("id", "Name", "Invitation", "Dietary needs", "Access needs"),
        (part.id, "Zyra A", "To be invited", "pa mish", None),
    ]


@pytest.mark.parametrize("name", ["participants.xlsx", "sign-in.docx", "badges.docx"])
def test_lists_for_others_hold_no_needs(app: Application, conference: Event, part: Participation, name: str) -> None:
    data = app.papers.make(conference.id, name, "sq")

    from tests.services.test_erasures import unpacked

    assert "pa mish" not in unpacked(data).decode("utf-8", errors="replace")


def test_codes_go_on_from_the_last_one(app: Application, conference: Event) -> None:
    app.privacy.add_coded(conference.id, 2, sector=Sector.CIVIL_SOCIETY, district=District.BERAT)

    added = app.privacy.add_coded(conference.id, 1)

    people = app.people.list_for(conference.id)
    assert [part.person.name for part in people] == ["P-01", "P-02", "P-03"]
    assert all(part.person.is_coded for part in people)
    assert (people[0].person.sector, people[0].person.district) == (Sector.CIVIL_SOCIETY, District.BERAT)
    assert added == people[2:]
    app.history.undo(conference.id, "participation")
    assert len(app.people.list_for(conference.id)) == 2


def test_next_codes_grow_past_ninety_nine() -> None:
    assert next_codes(["P-99", "Zyra", "X-200"], 2) == ("P-100", "P-101")


@pytest.mark.parametrize("count", [0, 51])
def test_too_few_or_too_many_codes_are_refused(app: Application, conference: Event, count: int) -> None:
    with pytest.raises(InvalidInput):
        app.privacy.add_coded(conference.id, count)


@pytest.mark.parametrize(
    "fields",
    [{"name": "Emri Mbiemri"}, {"name": "p-07"}, {"email": "a@example.org"}, {"phone": "069"}, {"title": "Znj."}],
)
def test_a_coded_person_never_gets_a_name_or_a_contact(
    app: Application, conference: Event, fields: dict[str, str]
) -> None:
    (part,) = app.privacy.add_coded(conference.id, 1)

    with pytest.raises(InvalidInput):
        app.people.edit(part, replace(part, person=replace(part.person, **fields)))  # type: ignore[arg-type]

    assert stored(app, conference) == part
