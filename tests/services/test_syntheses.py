"""The synthesis of a consultation is kept with the event."""

from __future__ import annotations

import pytest

from facilitation.domain.consultation import Answer, Channel, Question, Questionnaire
from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere
from facilitation.services.application import Application
from tests.builders import a_text, some_participations

OWN = Question("own", a_text("What else?"))
SAID = Text(sq="Shumica do strehim.")


def asked_of(app: Application, event: Event, *questions: Question) -> Questionnaire:
    return app.consultations.add(event.id, a_text("Form"), questions=questions)


def test_a_question_the_event_has_gets_the_text(app: Application, conference: Event) -> None:
    known = Question("q1", conference.consultation[1].question)

    app.syntheses.write(conference.id, known, Text(), SAID)

    found = app.events.get(conference.id).consultation
    assert [entry.synthesis for entry in found] == [Text(), SAID]


def test_a_question_of_ones_own_is_added_and_undo_takes_it_away(app: Application, conference: Event) -> None:
    app.syntheses.write(conference.id, OWN, Text(), SAID)

    assert [(e.question, e.synthesis) for e in app.events.get(conference.id).consultation[2:]] == [(OWN.text, SAID)]
    app.history.undo(conference.id, "event")
    assert app.events.get(conference.id).consultation == conference.consultation


def test_an_empty_text_adds_no_question(app: Application, conference: Event) -> None:
    assert app.syntheses.write(conference.id, OWN, Text(), Text()) == conference


def test_two_who_write_the_same_synthesis_are_asked(app: Application, conference: Event) -> None:
    app.syntheses.write(conference.id, OWN, Text(), SAID)
    app.syntheses.write(conference.id, OWN, Text(), Text(en="Most want shelter."))

    assert app.events.get(conference.id).consultation[2].synthesis == Text(SAID.sq, "Most want shelter.")
    with pytest.raises(ChangedElsewhere):
        app.syntheses.write(conference.id, OWN, Text(), Text(sq="Askush nuk do."))


def test_the_record_of_a_consultation_has_replies_to_questionnaires_there_are(
    app: Application, conference: Event
) -> None:
    assert app.syntheses.record(conference.id).questionnaires == ()
    asked, gone = asked_of(app, conference, OWN), asked_of(app, conference, OWN)
    for each in (asked, gone):
        app.consultations.take(each.id, (Answer("own", "Po"),), Channel.PAPER)
    app.consultations.remove(gone.id)

    found = app.syntheses.record(conference.id)

    assert [entry.id for entry in found.questionnaires] == [asked.id]
    assert [reply.questionnaire_id for reply in found.replies] == [asked.id]


def test_people_with_an_open_link_of_their_own_were_asked(app: Application, conference: Event) -> None:
    asked = asked_of(app, conference, OWN)
    app.people.save_import(conference.id, some_participations(3, event_id=conference.id))
    one, two, _three = (entry.id for entry in app.people.list_for(conference.id))
    links = app.form_links.make(asked.id, [one, two, ""])
    app.form_links.revoke(links[1].id)

    assert app.syntheses.asked(conference.id) == {one}


def test_findings_say_what_the_plan_leaves_out_of_the_consultation(app: Application, conference: Event) -> None:
    asked = asked_of(app, conference, OWN)
    reply = app.consultations.take(asked.id, (Answer("own", "Strehim"),), Channel.PAPER)
    theme = app.theme_codes.add(asked.id, Text(sq="Strehimi"), [(reply.id, "own")])

    subjects = {(f.code, f.subject) for f in app.overviews.findings(conference.id)}

    assert ("theme_without_session", theme.id) in subjects
    assert {s for code, s in subjects if code == "objective_without_answer"} == {o.id for o in conference.objectives}
