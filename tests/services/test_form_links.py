"""What comes in through the addresses of questionnaires: once, whole, and with where it came from."""

from __future__ import annotations

import pytest

from facilitation.domain.consultation import Answer, FormLink, Question, Reply
from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Consent
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.form_links import Handed, form_address
from tests.builders import a_text, some_participations

ANSWERS = (Answer("q1", "Trajnime"),)


def a_link(app: Application, event: Event, participation_id: str = "") -> FormLink:
    asked = app.consultations.add(event.id, a_text("Form"), questions=(Question("q1", a_text("What?")),))
    (link,) = app.form_links.make(asked.id, [participation_id])
    return link


@pytest.fixture
def open_link(app: Application, conference: Event) -> FormLink:
    return a_link(app, conference)


@pytest.fixture
def own_link(app: Application, conference: Event) -> FormLink:
    app.people.save_import(conference.id, some_participations(1, event_id=conference.id))
    return a_link(app, conference, app.people.list_for(conference.id)[0].id)


def replies(app: Application, link: FormLink) -> list[tuple[Answer, ...]]:
    return [reply.answers for reply in app.consultations.replies(link.questionnaire_id)]


def test_the_address_is_the_base_with_id_and_secret(open_link: FormLink) -> None:
    assert form_address("https://tryeza.example/", open_link) == (
        f"https://tryeza.example/f/{open_link.id}.{open_link.secret}"
    )


def test_pressing_twice_on_the_open_link_is_one_reply(app: Application, open_link: FormLink) -> None:
    first = app.form_links.hand_in(open_link.id, open_link.secret, ANSWERS, once="n1", sector=Sector.MEDIA)
    again = app.form_links.hand_in(open_link.id, open_link.secret, ANSWERS, once="n1", sector=Sector.MEDIA)

    assert again == first
    assert replies(app, open_link) == [ANSWERS]


def test_another_filling_in_or_other_words_are_replies_of_their_own(app: Application, open_link: FormLink) -> None:
    other = (Answer("q1", "Fonde"),)
    for once, answers in (("n1", ANSWERS), ("n2", ANSWERS), ("n1", other)):
        app.form_links.hand_in(open_link.id, open_link.secret, answers, once=once)

    assert replies(app, open_link) == [ANSWERS, ANSWERS, other]


def test_pressing_twice_on_a_personal_link_changes_nothing(app: Application, own_link: FormLink) -> None:
    first = app.form_links.hand_in(own_link.id, own_link.secret, ANSWERS, once="n1")
    again = app.form_links.hand_in(own_link.id, own_link.secret, ANSWERS, once="n2")

    assert (again, again.version) == (first, first.version)


def test_a_draft_keeps_the_consent_too_and_the_reply_takes_its_place(app: Application, own_link: FormLink) -> None:
    draft = app.form_links.keep_draft(own_link.id, own_link.secret, ANSWERS, quote_consent=Consent.YES)
    kept = app.form_links.open(own_link.id, own_link.secret).reply
    handed = app.form_links.hand_in(own_link.id, own_link.secret, ANSWERS, once="n1", quote_consent=Consent.NO)

    assert kept == draft
    assert (draft.quote_consent, handed.quote_consent) == (Consent.YES, Consent.NO)
    assert handed.id == draft.id


def test_many_at_once_are_each_taken_or_refused_on_their_own(
    app: Application, conference: Event, open_link: FormLink
) -> None:
    own = Handed(open_link.id, open_link.secret, ANSWERS, once="n1")
    too_long = Handed(open_link.id, open_link.secret, (Answer("q1", "x" * 10_001),), once="n2")
    unknown = Handed(open_link.id, "wrong", ANSWERS)
    twice = Handed(open_link.id, open_link.secret, ANSWERS, once="n1")

    taken = app.form_links.hand_in_all([own, too_long, unknown, twice])

    assert [type(one) for one in taken] == [Reply, InvalidInput, NotFound, Reply]
    assert taken[0] == taken[3]
    assert replies(app, open_link) == [ANSWERS]


def test_what_spoils_all_is_found_and_the_others_are_taken(app: Application, open_link: FormLink) -> None:
    good = Handed(open_link.id, open_link.secret, ANSWERS, once="n1")
    bad = Handed(open_link.id, open_link.secret, ANSWERS, once="n2", facts={"organisation": "a\ud800"})

    taken = app.form_links.hand_in_all([good, bad])

    assert [type(one) for one in taken] == [Reply, InvalidInput]
    assert replies(app, open_link) == [ANSWERS]


def test_undo_takes_back_one_of_those_who_came_together(
    app: Application, conference: Event, open_link: FormLink
) -> None:
    other = (Answer("q1", "Fonde"),)
    app.form_links.hand_in_all([Handed(open_link.id, open_link.secret, one, once="n1") for one in (ANSWERS, other)])

    app.history.undo(conference.id, "reply")

    assert replies(app, open_link) == [ANSWERS]


def test_one_person_who_hands_in_twice_at_once_has_one_reply(app: Application, own_link: FormLink) -> None:
    other = (Answer("q1", "Fonde"),)

    app.form_links.hand_in_all([Handed(own_link.id, own_link.secret, one, once="n1") for one in (ANSWERS, other)])

    assert replies(app, own_link) == [other]
