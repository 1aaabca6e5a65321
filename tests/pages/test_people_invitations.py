"""The invitations: quotas, waves, answers, letters; and what the panel says of a part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event, Quota, QuotaKind
from facilitation.domain.person import EventRole, InvitationStatus, Payer, Person, Sex
from facilitation.i18n.labels import finding_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.invitation_checks import check_waves
from facilitation.services.application import Application
from facilitation.ui.messages import plain
from tests.documents.letterheads import HOSTILE, a_letterhead
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
WOMEN = Quota(QuotaKind.SEX, "female", 0.4)


def waiting(app: Application, people: int = 3) -> Event:
    """An event far away whose people wait for an invitation; the first is a woman."""
    event = a_new_event(app, people=people)
    app.events.move(event.id, date.today() + timedelta(days=90))
    for part in app.people.list_for(event.id):
        sex = Sex.FEMALE if part.person.name == "Zyra 1" else Sex.MALE
        person = replace(part.person, sex=sex)
        app.people.edit(part, replace(part, person=person, status=InvitationStatus.TO_INVITE))
    return app.events.get(event.id)


def invitations(language: str = "sq", **state: object) -> AppTest:
    screen = opened("people", language)
    for key, value in state.items():
        screen.session_state[key] = value
    return without_mistakes(screen.segmented_control("people_shape").set_value("invitations").run())


@LANGUAGES
def test_an_empty_list_says_what_to_do(app: Application, language: str) -> None:
    a_new_event(app)

    screen = invitations(language)

    sentence = "Nobody is on the list yet. Add the first participant or import a spreadsheet."
    assert Translator(language)(sentence) in words_shown(screen)


@LANGUAGES
def test_a_quota_is_set_counted_and_dropped(app: Application, language: str) -> None:
    event = waiting(app, people=4)
    ids = [part.id for part in app.people.list_for(event.id)]
    app.invitations.send_wave(event.id, ids[1:])
    screen = invitations(language)

    screen.session_state["quota_form"] = True
    without_mistakes(screen.button("save_quota").click().run())

    assert app.events.get(event.id).quotas == (WOMEN,)
    missing = Translator(language).plural("{count} is missing", "{count} are missing", 2).format(count=2)
    assert missing in said(screen)
    assert "Zyra 1" in said(screen)
    without_mistakes(screen.button("pick_for_quota").click().run())
    assert screen.session_state["chosen"]["picked·people"] == (ids[0],)
    without_mistakes(screen.button("drop_quota·sex:female").click().run())
    assert app.events.get(event.id).quotas == ()
    without_mistakes(screen.button("undo_event").click().run())
    assert app.events.get(event.id).quotas == (WOMEN,)


@LANGUAGES
def test_the_list_is_seen_first_and_then_the_wave_is_sent(app: Application, language: str) -> None:
    event = waiting(app)
    ids = [part.id for part in app.people.list_for(event.id)]
    app.invitations.send_wave(event.id, ids[:1])

    form = opened_form("people_waves", "wave_form", language)
    form.session_state["chosen"] = {"picked·people": tuple(ids)}
    without_mistakes(form.run())

    assert [f"Zyra {n}" in said(form) for n in (1, 2, 3)] == [False, True, True]
    without_mistakes(form.button("save_wave").click().run())
    found = app.people.list_for(event.id)
    assert [(part.wave, part.status.value) for part in found] == [(1, "invited"), (2, "invited"), (2, "invited")]
    assert {part.invited_on for part in found} == {app.overviews.today()}


@LANGUAGES
def test_the_waves_show_how_their_people_answered(app: Application, language: str) -> None:
    event = waiting(app)
    ids = [part.id for part in app.people.list_for(event.id)]
    app.invitations.send_wave(event.id, ids)
    app.invitations.answer(event.id, ids[:2], InvitationStatus.DECLINED)

    screen = invitations(language)

    (table,) = screen.dataframe
    assert table.value.iloc[0].tolist()[-4:] == [3, 0, 2, 1]
    assert len(rows(screen)) == 3


@LANGUAGES
def test_a_late_first_wave_is_said_and_silent_people_get_drafts(app: Application, language: str) -> None:
    event = waiting(app)
    app.events.move(event.id, app.overviews.today() + timedelta(days=15))
    first, second, *_rest = app.people.list_for(event.id)
    app.people.edit(first, replace(first, person=replace(first.person, email="zyra@example.org")))
    before = app.overviews.today() - timedelta(days=12)
    app.invitations.send_wave(event.id, [first.id, second.id], on=before)

    screen = invitations(language)

    _ = Translator(language)
    assert _.plural("{count} has not answered", "{count} have not answered", 1).format(count=1) in said(screen)
    assert "Zyra 2" in said(screen)
    (late,) = check_waves(app.events.get(event.id), app.people.list_for(event.id))
    assert plain(finding_sentence(late, _)) in said(screen)


def test_letters_are_for_everybody_until_somebody_is_selected(app: Application) -> None:
    event = waiting(app)
    ids = [part.id for part in app.people.list_for(event.id)]

    assert "For 3 people" in said(invitations("en"))
    assert "For the 1 person selected." in said(invitations("en", chosen={"picked·people": (ids[0],)}))


@LANGUAGES
def test_words_of_letters_are_kept_and_an_unknown_place_is_refused(app: Application, language: str) -> None:
    event = waiting(app)
    screen = invitations(language, letter_words=True)

    def field(name: str) -> str:
        return f"letters·{event.id}·{name}"

    screen.text_area(f"{field('invitation')}·sq").set_value("Ju ftojmë në {event}.").run()
    screen.text_input(field("reply_to")).set_value(" Zyra ").run()
    without_mistakes(screen)
    letters = app.events.get(event.id).brief.letters
    assert (letters.invitation.sq, letters.reply_to) == ("Ju ftojmë në {event}.", "Zyra")

    screen.text_area(f"{field('invitation')}·sq").set_value("Ju ftojmë, {emri}.").run()

    (error,) = screen.error
    assert "{emri}" in error.value
    assert app.events.get(event.id).brief.letters == letters


@LANGUAGES
def test_the_panel_saves_the_answer_its_day_costs_and_attendance(app: Application, language: str) -> None:
    event = waiting(app)
    part_id = app.people.list_for(event.id)[0].id
    screen = invitations(language, chosen={"person": part_id})

    def key(field: str) -> str:
        return f"person·{part_id}·{field}"

    screen.selectbox(key("status")).set_value(InvitationStatus.INVITED).run()
    screen.selectbox(key("status")).set_value(InvitationStatus.CONFIRMED).run()
    screen.selectbox(key("role")).set_value(EventRole.OBSERVER).run()
    screen.selectbox(key("pays")).set_value(Payer.OWN_OFFICE).run()
    screen.number_input(key("nights")).set_value(2).run()
    screen.text_input(key("travel")).set_value("me autobus").run()
    screen.multiselect(key("days_attended")).set_value([1]).run()
    screen.text_input(key("title")).set_value("Dr.").run()
    without_mistakes(screen)

    part = app.people.list_for(event.id)[0]
    today = app.overviews.today()
    assert (part.status, part.invited_on, part.answered_on) == (InvitationStatus.CONFIRMED, today, today)
    assert (part.role, part.pays, part.nights, part.travel) == (
        EventRole.OBSERVER,
        Payer.OWN_OFFICE,
        2,
        "me autobus",
    )
    assert (part.days_attended, part.person.title) == ((1,), "Dr.")
    assert Translator(language)("Observers listen and advise; they take no part in decisions.") in said(screen)


@LANGUAGES
def test_a_substitute_is_named_in_the_panel_and_opened(app: Application, language: str) -> None:
    event = waiting(app)
    part_id = app.people.list_for(event.id)[0].id
    screen = invitations(language, chosen={"person": part_id}, **{f"person·{part_id}·substitute": True})

    screen.text_input(f"person·{part_id}·substitute_name").set_value("Zyra 9")
    without_mistakes(screen.button(f"person·{part_id}·substitute_save").click().run())

    gone, *_others, here = app.people.list_for(event.id)
    assert (gone.status, here.substitute_for_id) == (InvitationStatus.DECLINED, gone.id)
    assert screen.session_state["chosen"]["person"] == here.id
    assert titles(screen)[-1].startswith("Zyra 9")
    facts = [row.get("facts", "") for row in rows(screen)]
    assert (gone.person.name in facts[-1], "Zyra 9" in facts[0]) == (True, True)


@LANGUAGES
def test_a_known_person_is_offered_and_stays_one(app: Application, language: str) -> None:
    other = a_new_event(app, people=1)
    known = app.people.list_for(other.id)[0]
    event = a_new_event(app)
    screen = opened("people", language)
    screen.session_state["add_person"] = True
    without_mistakes(screen.run())

    screen.text_input("new_person_name").set_value("zyra 1").run()
    assert "Zyra 1" in said(screen)
    screen.selectbox("known_person").set_value(known.person.id)
    without_mistakes(screen.button("known_person_add").click().run())

    (part,) = app.people.list_for(event.id)
    assert part.person.id == known.person.id
    assert any(other.title.said_in(language) in line for line in said(screen).splitlines())


def test_a_second_person_of_the_same_name_is_said_before_it_is_made(app: Application) -> None:
    event = a_new_event(app)
    app.people.add(event.id, Person("", "Zyra A"))
    screen = opened("people", "en")
    screen.session_state["add_person"] = True

    screen.text_input("new_person_name").set_value("ZYRA  a").run()

    assert "is on the list already" in said(without_mistakes(screen))


@LANGUAGES
def test_a_letterhead_is_kept_and_a_harmful_one_refused_with_a_sentence(app: Application, language: str) -> None:
    event = waiting(app)
    screen = invitations(language, letter_words=True)

    screen.file_uploader("letterhead_file").upload("koka.docx", HOSTILE["macros"], "application/octet-stream").run()
    screen.button("keep_letterhead").click().run()
    (error,) = screen.error
    assert "koka.docx" in error.value
    assert app.letters.letterhead(event.id) is None

    screen.file_uploader("letterhead_file").upload("koka.docx", a_letterhead(), "application/octet-stream").run()
    without_mistakes(screen.button("keep_letterhead").click().run())
    assert "koka.docx" in said(screen)
    assert app.letters.letterhead(event.id) is not None
    without_mistakes(screen.button("drop_letterhead").click().run())
    assert app.letters.letterhead(event.id) is None
