"""Imported people who are known already: one person, many events, and nothing they have is overwritten."""

from __future__ import annotations

from dataclasses import replace

from facilitation.domain.person import Consent, Participation, Person
from facilitation.planning.duplicates import suspected_pairs
from facilitation.planning.import_links import LinkedImport, linked_import, surest_answers
from tests.builders import a_participation, a_person

KNOWN = a_person("Agimor Gurëzi", id="known", email="a@x.org", phone="")
ROW = a_participation("row", person=Person("new", "AGIMOR GUREZI", email="b@x.org", phone="+355 69 200 0001"))


def linked(*rows: Participation, listed: tuple[Participation, ...] = (), **answers: str) -> LinkedImport:
    return linked_import(rows, answers, known=[KNOWN], listed=listed)


def test_nobody_is_linked_without_an_answer() -> None:
    assert linked(ROW) == LinkedImport((ROW,))


def test_a_known_person_comes_to_one_event_more_and_keeps_what_is_known() -> None:
    found = linked(ROW, new="known")

    assert found == LinkedImport((replace(ROW, person=replace(KNOWN, phone="+355 69 200 0001")),))


def test_who_is_on_the_list_already_gets_what_the_row_adds() -> None:
    listed = a_participation("listed", person=KNOWN, dietary_needs="pa mish", photo_consent=Consent.YES)
    row = replace(ROW, days_attended=(1,), photo_consent=Consent.NO)

    found = linked(row, listed=(listed,), new="known")

    person = replace(KNOWN, phone="+355 69 200 0001")
    after = replace(listed, person=person, days_attended=(1,), photo_consent=Consent.NO)
    assert (found, found.count) == (LinkedImport((), ((listed, after),)), 1)


def test_the_same_person_in_two_rows_is_one_new_person() -> None:
    again = a_participation("again", person=Person("again", "Gurëzi A.", municipality="Pukë"), access_needs="rampë")

    found = linked(ROW, again, again="new")

    assert found == LinkedImport((replace(ROW, person=replace(ROW.person, municipality="Pukë"), access_needs="rampë"),))


def test_two_rows_of_one_known_person_are_one_part() -> None:
    again = replace(ROW, id="again", person=replace(ROW.person, id="again"))

    assert len(linked(ROW, again, new="known", again="new").new) == 1
    assert len(linked(ROW, again, new="known", again="known").new) == 1


def test_answers_in_a_circle_lose_nobody() -> None:
    again = replace(ROW, id="again", person=replace(ROW.person, id="again"))

    assert len(linked(ROW, again, new="again", again="new").new) >= 1


def test_where_nobody_is_asked_only_the_sure_ones_are_linked() -> None:
    known = a_person("Agimor Gurëzi", id="known", organisation="Bashkia Fier", email="", phone="")
    sure = replace(known, id="sure", name="AGIMOR GUREZI")
    unsure = replace(known, id="unsure", name="A. Gurëzi", organisation="Zyra Fier")
    twice = replace(known, id="twice", name="Dr. Agimor Gurëzi")
    rows = {"sure": 1, "unsure": 2, "twice": 3}

    answers = surest_answers(rows, suspected_pairs([sure, unsure, twice], [known]))

    assert (answers["sure"], answers["twice"] in {"known", "sure"}, "unsure" in answers) == ("known", True, False)
