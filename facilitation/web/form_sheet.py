"""A form on its way to the reader: the questions, what was typed so far, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District
from facilitation.errors import mark
from facilitation.i18n.translator import Translator
from facilitation.planning.answer_checks import AnswerProblem, answer_problems
from facilitation.planning.form_answers import Fields, is_half_an_order, read_answers, typed_fields
from facilitation.services.consultations import refusal
from facilitation.services.form_links import OpenForm

ORGANISATION, SECTOR, DISTRICT, CONSENT = "organisation", "sector", "district", "consent"
LANGUAGE, TOKEN, QUESTIONS, ACTION = "language", "token", "questions", "action"
LONGEST_ORGANISATION = 200
TOO_LONG = mark("The name of the organisation is longer than 200 signs. Shorten it.")


@dataclass(frozen=True, slots=True)
class FormSheet:
    """All that a page with a form shows. ``wrong`` = a sentence by question id (or by the name of another field)."""

    form: OpenForm
    language: str
    fields: Fields
    token: str
    wrong: Mapping[str, str]
    notice: str = ""

    @property
    def is_personal(self) -> bool:
        """Whether the link belongs to one person."""
        return bool(self.form.link.participation_id)

    @property
    def can_wait(self) -> bool:
        """Whether a draft can be kept: somebody must own it, and nothing may have been handed in."""
        return self.is_personal and not (self.form.reply and self.form.reply.given_at)

    def first(self, name: str) -> str:
        """The first value of a field; "" where it has none."""
        return next(iter(self.fields.get(name, ())), "")


def fields_of(form: OpenForm) -> dict[str, Sequence[str]]:
    """What the reader gave before, as fields."""
    reply = form.reply
    if reply is None:
        return {}
    fields: dict[str, Sequence[str]] = dict(typed_fields(form.questionnaire, reply.answers))
    return fields | ({CONSENT: ("yes",)} if reply.quote_consent is Consent.YES else {})


def facts_of(form: OpenForm, fields: Fields) -> dict[str, object]:
    """The facts of a reply beside its answers; a personal link knows where its writer works."""
    consent = Consent.YES if _first(fields, CONSENT) == "yes" else Consent.NO
    if form.link.participation_id:
        return {"quote_consent": consent}
    sector, district = _first(fields, SECTOR), _first(fields, DISTRICT)
    return {
        "quote_consent": consent,
        "organisation": " ".join(_first(fields, ORGANISATION).split()),
        "sector": Sector(sector) if sector in set(Sector) else None,
        "district": District(district) if district in set(District) else None,
    }


def wrong_fields(form: OpenForm, fields: Fields, language: str, *, is_draft: bool = False) -> dict[str, str]:
    """What keeps the form from being taken, by question; a draft may leave questions open."""
    problems = answer_problems(form.questionnaire, read_answers(form.questionnaire, fields))
    wrong = _sentences(form, (p for p in problems if not (is_draft and _can_wait(form, p, fields))), language)
    if len(_first(fields, ORGANISATION)) > LONGEST_ORGANISATION and not form.link.participation_id:
        wrong[ORGANISATION] = Translator(language)(TOO_LONG)
    return wrong


def _can_wait(form: OpenForm, problem: AnswerProblem, fields: Fields) -> bool:
    """Whether a draft may be kept with this problem."""
    question = form.questionnaire.question(problem.question_id)
    is_half = problem.code == "order" and question is not None and is_half_an_order(question, fields)
    return problem.code == "missing" or is_half


def _sentences(form: OpenForm, problems: Iterable[AnswerProblem], language: str) -> dict[str, str]:
    from facilitation.i18n.labels import error_sentence

    _ = Translator(language)
    return {
        problem.question_id: error_sentence(refusal(form.questionnaire, problem, language), _) for problem in problems
    }


def _first(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")
