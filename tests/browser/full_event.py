"""The held sample with everything a screen can show of people, consultation, series and money."""

from __future__ import annotations

from datetime import date

from facilitation.domain.consultation import Answer, Channel, Question, QuestionKind
from facilitation.domain.event import Event
from facilitation.domain.person import Consent
from facilitation.domain.text import Text
from facilitation.services.application import Application
from tests.builders import a_person

TEMPLATE = "before-a-conference"
TOPIC = Text(sq="kujdesin për fëmijët", en="the care of children")
ANSWERS = ("Duam ta shtrijmë strehimin.", "Na mungon strehimi i nënave të reja.", "Strehimi dhe trajnimi bashkë.")
PHONES = "http://192.168.1.10:8501"


def a_full_event(app: Application) -> Event:
    """The sample, open on the screens: consulted, invited, checked in, certified, in a series and with a budget."""
    event = app.events.load_sample("national-conference-2008", "sq")
    app.preferences.choose_event(event.id)
    app.series.make_from(event.id)
    app.budgets.start_from_usual(event.id, "sq")
    _consult(app, event)
    _invite(app, event)
    return event


def _consult(app: Application, event: Event) -> None:
    """Replies with themes and a quote, links for everybody and for one, and an objective tied to a theme."""
    app.phone_links.choose_address(PHONES)
    asked = app.questionnaire_edits.start(event.id, TEMPLATE, TOPIC)
    first = app.people.list_for(event.id)[0].id
    app.form_links.make(asked.id, ("", first))
    for text in ANSWERS:
        answers = tuple(_answer(question, text) for question in asked.questions)
        app.consultations.take(asked.id, answers, Channel.PAPER, organisation="Zyra", quote_consent=Consent.YES)
    replies = app.consultations.replies(asked.id)
    places = [(reply.id, asked.questions[0].id) for reply in replies]
    theme = app.theme_codes.add(asked.id, Text(sq="Strehimi", en="Shelter"), places)
    app.theme_codes.quote(places[0], ANSWERS[0])
    app.theme_codes.link(event.id, app.events.get(event.id).objectives[0].id, theme.id, is_behind=True)


def _answer(question: Question, text: str) -> Answer:
    return Answer(question.id, text=text) if question.kind is QuestionKind.OPEN else Answer(question.id, chosen=(0,))


def _invite(app: Application, event: Event) -> None:
    """Somebody who waits, somebody who was invited, and somebody who came; two of them may be one."""
    new = [app.people.add(event.id, a_person(name, id="", organisation="Zyra e Punësimit")) for name in NAMES]
    app.invitations.send_wave(event.id, [new[0].id], 1, date.today())
    app.check_ins.come_in(event.id, new[1].id, 1)
    app.certificates.issue(event.id)


NAMES = ("Përfaqësuese, Zyra e Punësimit", "Perfaqesuese, Zyra e Punesimit", "Specialiste e re")
