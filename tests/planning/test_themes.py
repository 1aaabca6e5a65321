"""Themes counted, answers gathered, and who may be quoted and shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import Attribution
from facilitation.domain.consultation import Question
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District
from facilitation.planning.attribution import Attributed
from facilitation.planning.themes import (
    ChosenQuote,
    ThemeRow,
    answers_of_theme,
    answers_to,
    may_quote,
    quotes_for,
    shown_writer,
    swapped,
    theme_totals,
    themes_by_district,
    themes_by_sector,
    without_theme,
)
from tests.builders import a_participation, a_text
from tests.consultations import SHELTER, TRAINING, a_questionnaire, a_reply

QUESTION = Question("q1", a_text("What?"))


def test_a_reply_counts_once_in_a_theme_by_sector() -> None:
    replies = (
        a_reply(1, "a", "shelter"),
        a_reply(2, "b", "shelter", "training", sector=Sector.DONOR),
        a_reply(3, "c", "training", given_at=None),
        a_reply(4, "d", "shelter", sector=None),
    )

    table = themes_by_sector(a_questionnaire(), replies, {})

    assert table.columns == (Sector.CIVIL_SOCIETY, Sector.DONOR, None)
    assert table.rows == (ThemeRow(SHELTER, 3, (1, 1, 1)), ThemeRow(TRAINING, 1, (0, 1, 0)))
    assert theme_totals(a_questionnaire(), replies) == ((SHELTER, 3), (TRAINING, 1))


def test_the_qark_of_a_person_stands_in_where_the_reply_says_none() -> None:
    people = {"p1": a_participation("p1", district=District.KUKES)}

    table = themes_by_district(a_questionnaire(), [a_reply(1, "a", "shelter", participation_id="p1")], people)

    assert (table.columns, table.rows[0].counts) == ((District.KUKES,), (1,))


@given(st.lists(st.tuples(st.sampled_from([None, *Sector]), st.booleans()), max_size=40))
def test_counts_of_a_theme_add_up_to_its_total(made: list[tuple[Sector | None, bool]]) -> None:
    replies = [a_reply(n, "a", *(["shelter"] if has else []), sector=sector) for n, (sector, has) in enumerate(made)]

    rows = themes_by_sector(a_questionnaire(), replies, {}).rows

    assert all(sum(row.counts) == row.total for row in rows)
    assert {row.theme.id: row.total for row in rows} == {"shelter": sum(has for _, has in made), "training": 0}


def test_answers_are_found_by_question_and_by_theme() -> None:
    spoken, silent = a_reply(1, "a", "shelter"), a_reply(2, "  ")

    assert [given.reply for given in answers_to("q1", (spoken, silent))] == [spoken]
    assert [given.reply for given in answers_of_theme("shelter", (spoken, silent))] == [spoken]


def test_a_theme_is_taken_out_or_exchanged_without_standing_twice() -> None:
    reply = a_reply(1, "a", "shelter", "training")

    assert without_theme(reply, "shelter") == a_reply(1, "a", "training")
    assert without_theme(reply, "shelter", "training") == a_reply(1, "a", "training")
    assert swapped(("a", "b", "c"), "b", "d") == ("a", "d", "c")


@pytest.mark.parametrize(
    ("said", "of_person", "allowed"),
    [
        (Consent.YES, Consent.NOT_ASKED, True),
        (Consent.YES, Consent.NO, False),
        (Consent.NO, Consent.YES, False),
        (Consent.NOT_ASKED, Consent.YES, False),
    ],
)
def test_only_a_yes_lets_words_be_quoted(said: Consent, of_person: Consent, allowed: bool) -> None:
    person = a_participation("p1", quote_consent=of_person)

    assert may_quote(a_reply(1, quote_consent=said), person) is allowed


PERSON = a_participation(
    "p1", name="Përfaqësuese", position="Drejtoreshë", organisation="Bashkia Lezhë", sector=Sector.DONOR
)


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        (Attribution.NAMED, Attributed("Përfaqësuese", "Drejtoreshë, Bashkia Lezhë", "donor")),
        (Attribution.ROLE, Attributed(role="Drejtoreshë, Bashkia Lezhë")),
        (Attribution.SECTOR, Attributed(sector="civil_society")),
        (Attribution.NOBODY, Attributed()),
    ],
)
def test_a_writer_is_shown_as_the_rule_allows(rule: Attribution, shown: Attributed) -> None:
    reply = a_reply(
        1, participation_id="p1", sector=Sector.DONOR if rule is Attribution.NAMED else Sector.CIVIL_SOCIETY
    )

    assert shown_writer(reply, PERSON, rule) == shown


def test_a_coded_beneficiary_is_never_more_than_a_sector() -> None:
    coded = a_participation("p1", name="K-017", is_coded=True)

    assert shown_writer(a_reply(1), coded, Attribution.NAMED) == Attributed(sector="civil_society")


def test_an_open_reply_has_its_organisation_as_role() -> None:
    assert shown_writer(a_reply(1, organisation="Qendra"), None, Attribution.NAMED) == Attributed(role="Qendra")


def test_a_sector_of_fewer_than_five_replies_is_not_named_under_a_quote() -> None:
    def quoted(count: int) -> tuple[ChosenQuote, ...]:
        replies = [a_reply(n) for n in range(1, count)]
        return quotes_for(QUESTION, [*replies, a_reply(9, quote="Duam", quote_consent=Consent.YES)], {})

    assert quoted(4) == (ChosenQuote("Duam", Attributed()),)
    assert quoted(5) == (ChosenQuote("Duam", Attributed(sector="civil_society")),)


def test_quotes_without_consent_are_not_printed() -> None:
    assert quotes_for(QUESTION, [a_reply(1, quote="Duam"), a_reply(2, quote_consent=Consent.YES)], {}) == ()
