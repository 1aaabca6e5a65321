"""The consultation before an event: the questions put to the actors, their answers, and the themes found in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from facilitation.domain.agenda import Attribution
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District
from facilitation.domain.text import Text


class QuestionKind(StrEnum):
    """How a question is answered: in words, by choosing, on a scale, or by putting in order."""

    OPEN = "open"
    CHOICE = "choice"
    SCALE = "scale"
    RANK = "rank"


class Channel(StrEnum):
    """The way an answer came back."""

    WEB = "web"
    WORD = "word"
    SHEET = "sheet"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``choices`` belong to choice and rank; ``most`` = how many may be chosen (``None`` = any number).

    A scale runs from ``lowest`` to ``highest``, whose meanings stand in ``choices`` (the first and the last).
    ``attribution`` = how whoever is quoted from the answers may be shown.
    """

    id: str
    text: Text
    kind: QuestionKind = QuestionKind.OPEN
    hint: Text = Text()
    choices: tuple[Text, ...] = ()
    most: int | None = 1
    lowest: int = 1
    highest: int = 5
    is_required: bool = False
    attribution: Attribution = Attribution.SECTOR


@dataclass(frozen=True, slots=True)
class Theme:
    """What several answers speak of; named by the organiser."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The questions of one consultation. ``closes_on`` = the last day answers are taken (``None`` = no limit).

    ``is_anonymous`` = nobody is asked who they are or for which office they work, and no reply is tied to a person;
    sector and district at most.
    """

    id: str
    event_id: str
    title: Text
    intro: Text = Text()
    questions: tuple[Question, ...] = ()
    themes: tuple[Theme, ...] = ()
    closes_on: date | None = None
    is_anonymous: bool = False
    version: int = 0

    def question(self, question_id: str) -> Question | None:
        """The question with this id, if there is one."""
        return next((entry for entry in self.questions if entry.id == question_id), None)

    def without_writer(self, reply: Reply) -> Reply:
        """The reply untied from person and office, where this questionnaire is anonymous."""
        return replace(reply, participation_id="", organisation="") if self.is_anonymous else reply


@dataclass(frozen=True, slots=True)
class Answer:
    """What one reply says to one question.

    ``text`` = the words of an open question; ``chosen`` = places in ``Question.choices`` from 0 (for a rank the whole
    order, the first first); ``number`` = the point on the scale. ``theme_ids`` = what the organiser found in it;
    ``quote`` = the words of it chosen for the synthesis ("" = none).
    """

    question_id: str
    text: str = ""
    chosen: tuple[int, ...] = ()
    number: int | None = None
    theme_ids: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One filled-in questionnaire.

    ``participation_id`` links to the person asked ("" = through the open link or not known); ``given_at`` is ``None``
    while it is a draft. ``quote_consent`` says whether its words may be quoted; how, the attribution rule says.
    """

    id: str
    event_id: str
    questionnaire_id: str
    participation_id: str = ""
    organisation: str = ""
    sector: Sector | None = None
    district: District | None = None
    channel: Channel = Channel.WEB
    language: str = "sq"
    given_at: datetime | None = None
    answers: tuple[Answer, ...] = ()
    quote_consent: Consent = Consent.NOT_ASKED
    note: str = ""
    version: int = 0

    def answer(self, question_id: str) -> Answer | None:
        """The answer to a question, if one was given."""
        return next((entry for entry in self.answers if entry.question_id == question_id), None)


@dataclass(frozen=True, slots=True)
class FormLink:
    """The address of a questionnaire: for one person, or for anybody (``participation_id`` "").

    ``id`` is looked up, ``secret`` compared (in constant time); both stand in the address. No answer is taken after
    ``expires_on`` or once revoked.
    """

    id: str
    secret: str
    event_id: str
    questionnaire_id: str
    participation_id: str
    created_at: datetime
    expires_on: date | None = None
    revoked_at: datetime | None = None
