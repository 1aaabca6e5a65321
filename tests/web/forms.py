"""A questionnaire behind the routes, and a phone that fills it in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape

from facilitation.domain.consultation import FormLink, Question, QuestionKind, Questionnaire
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.events import save_record
from facilitation.services.form_links import form_address
from tests.builders import EVENT_ID, a_participation, a_record, an_event
from tests.web.asking import Answer, asked, sent

ENDS = (Text("Aspak", "Not at all"), Text("Shumë", "Very much"))
CHOICES = (Text("Trajnime", "Training"), Text("Fonde", "Funds"), Text("Ligje", "Laws"))
QUESTIONS = (
    Question("why", Text("Çfarë do të bënit?", "What would you do?"), is_required=True),
    Question("one", Text("Cila është më e rëndësishmja?", "Which matters most?"), QuestionKind.CHOICE, choices=CHOICES),
    Question("many", Text("Cilat ju duhen?", "Which do you need?"), QuestionKind.CHOICE, choices=CHOICES, most=2),
    Question("how", Text("Sa ju ndihmoi?", "How much did it help?"), QuestionKind.SCALE,
             hint=Text("Viti i fundit", "Last year"), choices=ENDS),
    Question("rank", Text("Në ç'radhë?", "In which order?"), QuestionKind.RANK, choices=CHOICES),
)  # fmt: skip
FILLED = {
    "q:why": "Më shumë takime",
    "q:one": "1",
    "q:many": ("0", "2"),
    "q:how": "4",
    "r0:rank": "2",
    "r1:rank": "3",
    "r2:rank": "1",
}
PERSON = a_participation("part-0", name="Drejtoreshë, Qendra e Gruas", organisation="Qendra e Gruas", note="SEKRET-7Q4")
RECORD = a_record(
    event=an_event(title=Text("Konferenca kombëtare", "National conference"), host=Text("Qendra", "The centre")),
    participations=(PERSON,),
)


def stored(application: Application) -> Application:
    """The application with an event and a person in it."""
    with application.events.desk.work() as work:
        save_record(work, RECORD)
        work.commit()
    return application


def a_form(app: Application, questions: tuple[Question, ...] = QUESTIONS, **fields: object) -> Questionnaire:
    """A questionnaire of the event."""
    title = Text("Pyetësor para konferencës", "Questionnaire before the conference")
    intro = Text("Ju lutemi përgjigjuni.", "Please answer.")
    facts = {"title": title, "intro": intro, "questions": questions, **fields}
    return app.consultations.add(EVENT_ID, **facts)  # type: ignore[arg-type]


def path_of(link: FormLink) -> str:
    """The path of a form."""
    return form_address("", link)


def open_path(app: Application, form: Questionnaire) -> str:
    """The form for everybody."""
    return path_of(app.form_links.make(form.id)[0])


def own_path(app: Application, form: Questionnaire) -> str:
    """The form of the one person on the list."""
    return path_of(app.form_links.make(form.id, [PERSON.id])[0])


def hidden(page: bytes) -> dict[str, str]:
    """The fields a browser sends that nobody has typed."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.decode())
    return {name: unescape(value) for name, value in found}


def pressed(
    path: str, typed: Mapping[str, str | Sequence[str]] = FILLED, action: str = "submit", *, page: bytes = b"",
    query: str = "", **heads: str,
) -> Answer:  # fmt: skip
    """Open the form (or take an opened ``page``), type into it and press a button."""
    fields = hidden(page or asked(path, query=query).body) | dict(typed) | {"action": action}
    return sent(path, tuple(_pairs(fields)), **heads)


def _pairs(fields: Mapping[str, str | Sequence[str]]) -> Iterable[tuple[str, str]]:
    for name, values in fields.items():
        for value in (values,) if isinstance(values, str) else values:
            yield name, value


def words(answer: Answer) -> str:
    """What a person reads, tags as spaces."""
    body = re.sub(r"<style>.*?</style>", "", answer.body.decode(), flags=re.DOTALL)
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))
