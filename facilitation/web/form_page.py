"""``/f/<id>.<secret>``: a questionnaire for any phone; no session, no sign-in, no script."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from facilitation.errors import (
    ChangedElsewhere,
    FacilitationError,
    InvalidInput,
    NotFound,
    Revoked,
    StorageUnavailable,
    mark,
)
from facilitation.web.form_token import filling_in, new_token
from facilitation.web.rate_limit import TOO_OFTEN, RateLimit
from facilitation.web.reader_language import reader_language
from facilitation.web.sent_form import Refused, sent_fields
from facilitation.web.together import THREADS, Together

if TYPE_CHECKING:
    from facilitation.domain.consultation import Reply
    from facilitation.planning.form_answers import Fields
    from facilitation.services.form_links import Handed, OpenForm

LANGUAGES = frozenset({"sq", "en"})
NOT_NOW = mark(
    "The form cannot be read at the moment. Go back and try again in a minute; what you typed is still there."
)
NOT_SAVED = mark("Your answers could not be saved at the moment. They are all still here: hand in again in a minute.")
STALE = mark("This page was open for very long. Your answers are all still here: please hand in again.")
OTHER_QUESTIONS = mark(
    "The organiser has changed the questions meanwhile. Look through your answers and hand in again."
)
DRAFT_KEPT = mark("Saved, but not handed in yet. Open the same link again to go on.")
NO_DRAFT = mark("Only a personal link that has not handed in yet can save for later. Hand in your answers instead.")
PERSONAL = RateLimit(60, 0.5)
"""Sent forms by personal link: one person does not answer faster."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A form that came back, and the page it came from."""

    form: OpenForm
    language: str
    fields: Fields

    def first(self, name: str) -> str:
        """The first value of a field."""
        return next(iter(self.fields.get(name, ())), "")


@dataclass(frozen=True, slots=True)
class _HandIn:
    """A form without mistakes, to be saved together with those of others."""

    sent: _Sent
    handed: Handed


def _open_all(keys: Sequence[tuple[str, str]]) -> Sequence[OpenForm | Exception]:
    from facilitation.services.shared import shared_application  # not at the start: the port opens a second earlier

    return shared_application().form_links.open_all(keys)


def _take_all(handed: Sequence[Handed]) -> Sequence[Reply | Exception]:
    from facilitation.services.shared import shared_application

    return shared_application().form_links.hand_in_all(handed)


OPENING, HANDING_IN = Together(_open_all), Together(_take_all)


async def form_page(request: Request) -> Response:
    """The form of a link, what became of the answers sent to it, or a plain sentence why there is none.

    Reading and saving happen in threads, for many readers together: a hall at once is served within a second, and a
    slow database never keeps the screens of others waiting.
    """
    try:
        fields = await sent_fields(request) if request.method == "POST" else None
        link_id, _, secret = request.path_params["key"].partition(".")
        form = await OPENING.ask((link_id, secret))
        if fields is None:
            return await to_thread.run_sync(_shown, request, form, limiter=THREADS)
        answer = await to_thread.run_sync(_taken, request, _Sent(form, "", fields), limiter=THREADS)
        return answer if isinstance(answer, Response) else await _handed_in(answer)
    except Refused as refused:
        return _sentence(refused.sentence, _language(request), refused.status, seconds=refused.seconds)
    except FacilitationError as error:
        return _refusal(error, _language(request))


def _shown(request: Request, form: OpenForm) -> Response:
    """The form with what its reader answered before, or the thanks."""
    from facilitation.web.form_html import POLICY, thanks_html
    from facilitation.web.form_sheet import fields_of

    language = _language(request, form)
    if "done" in request.query_params:
        return _answered(thanks_html(form, language), 200, POLICY)
    notice = DRAFT_KEPT if "kept" in request.query_params and form.reply and not form.reply.given_at else ""
    return _sheet(form, language, fields_of(form), notice=notice)


def _taken(request: Request, sent: _Sent) -> Response | _HandIn:
    """Do what the pressed button says; nothing that was typed is ever lost."""
    from facilitation.web.form_html import DRAFT, SAY_IN
    from facilitation.web.form_sheet import ACTION, LANGUAGE, QUESTIONS, TOKEN

    _slow_down(sent.form)
    action, typed_in = sent.first(ACTION), sent.first(LANGUAGE)
    sent = replace(sent, language=typed_in if typed_in in LANGUAGES else _language(request, sent.form))
    if action.startswith(SAY_IN):
        other = action.removeprefix(SAY_IN)
        return _again(replace(sent, language=other if other in LANGUAGES else sent.language), {}, status=200)
    once = filling_in(sent.form.link, sent.first(TOKEN), time.time())
    if not once:
        return _again(sent, {}, STALE, status=403)
    if sent.first(QUESTIONS) != _questions_mark(sent.form):
        return _again(sent, {}, OTHER_QUESTIONS, status=409)
    return _kept(sent) if action == DRAFT else _ready(sent, once)


def _ready(sent: _Sent, once: str) -> Response | _HandIn:
    """The form to be saved, or the page again with what is wrong."""
    from facilitation.planning.form_answers import read_answers
    from facilitation.services.form_links import Handed
    from facilitation.web.form_sheet import facts_of, wrong_fields

    if wrong := wrong_fields(sent.form, sent.fields, sent.language):
        return _again(sent, wrong)
    link, answers = sent.form.link, read_answers(sent.form.questionnaire, sent.fields)
    return _HandIn(sent, Handed(link.id, link.secret, answers, sent.language, once, facts_of(sent.form, sent.fields)))


async def _handed_in(hand_in: _HandIn) -> Response:
    try:
        await HANDING_IN.ask(hand_in.handed)
    except (NotFound, Revoked) as closed:
        return _refusal(closed, hand_in.sent.language)
    except FacilitationError as error:
        return await to_thread.run_sync(_not_saved, hand_in.sent, error)
    return _on_to("done", hand_in.sent.language)


def _kept(sent: _Sent) -> Response:
    """Keep a draft; what fits no question is shown, and stays on the page."""
    from facilitation.planning.form_answers import read_answers
    from facilitation.services.shared import shared_application
    from facilitation.web.form_sheet import facts_of, wrong_fields

    link, reply = sent.form.link, sent.form.reply
    if not link.participation_id or (reply and reply.given_at):
        return _again(sent, {}, NO_DRAFT)
    if wrong := wrong_fields(sent.form, sent.fields, sent.language, is_draft=True):
        return _again(sent, wrong)
    answers, facts = read_answers(sent.form.questionnaire, sent.fields), facts_of(sent.form, sent.fields)
    try:
        shared_application().form_links.keep_draft(link.id, link.secret, answers, language=sent.language, **facts)
    except (InvalidInput, ChangedElsewhere, StorageUnavailable) as error:
        return _not_saved(sent, error)
    return _on_to("kept", sent.language)


def _not_saved(sent: _Sent, error: FacilitationError) -> Response:
    """Trouble with the database is no reason to lose an answer: the page comes back with everything on it."""
    from facilitation.i18n.labels import error_sentence
    from facilitation.i18n.translator import Translator

    if isinstance(error, InvalidInput):
        return _again(sent, {}, error_sentence(error, Translator(sent.language)))
    logger.warning("form page: not saved, %s", type(error).__name__)
    return _again(sent, {}, NOT_SAVED, status=503)


def _again(sent: _Sent, wrong: dict[str, str], notice: str = "", *, status: int = 422) -> Response:
    """The page with everything that was typed."""
    return _sheet(sent.form, sent.language, sent.fields, wrong=wrong, notice=notice, status=status)


def _sheet(
    form: OpenForm,
    language: str,
    fields: Fields,
    *,
    wrong: dict[str, str] | None = None,
    notice: str = "",
    status: int = 200,
) -> Response:
    from facilitation.i18n.translator import Translator
    from facilitation.web.form_html import POLICY, form_html
    from facilitation.web.form_sheet import TOKEN, FormSheet

    now, sent_token = time.time(), next(iter(fields.get(TOKEN, ())), "")
    token = sent_token if filling_in(form.link, sent_token, now) else new_token(form.link, now)
    sheet = FormSheet(form, language, fields, token, wrong or {}, Translator(language)(notice))
    return _answered(form_html(sheet), status, POLICY)


def _slow_down(form: OpenForm) -> None:
    """Raise Refused where one person sends faster than anybody writes."""
    seconds = PERSONAL.wait(form.link.id) if form.link.participation_id else 0.0
    if seconds:
        raise Refused(429, TOO_OFTEN, seconds)


def _questions_mark(form: OpenForm) -> str:
    from facilitation.planning.form_answers import questions_mark

    return questions_mark(form.questionnaire)


def _language(request: Request, form: OpenForm | None = None) -> str:
    """The language asked for, else the one answered in, else the event's first, else the browser's."""
    asked = request.query_params.get("language", "")
    known = [asked, form.reply.language if form and form.reply else "", *(form.event.languages if form else ())]
    return next((one for one in known if one in LANGUAGES), "") or reader_language(
        request.headers.get("accept-language", "")
    )


def _on_to(said: str, language: str) -> Response:
    """Away from the sent form, so that loading the page again sends nothing twice; the address stays unsaid."""
    return RedirectResponse(f"?{said}=1&language={language}", 303)


def _refusal(error: FacilitationError, language: str) -> Response:
    """What is wrong with the link is said; what is wrong with the program is the organiser's business: the log's."""
    if isinstance(error, NotFound | Revoked):
        return _sentence(error.template, language, 410 if isinstance(error, Revoked) else 404)
    logger.warning("form page: %s", error)
    return _sentence(NOT_NOW, language, 503 if isinstance(error, StorageUnavailable) else 500)


def _sentence(sentence: str, language: str, status: int, *, seconds: float = 0.0) -> Response:
    from facilitation.web.plain_html import PLAIN_POLICY, sentence_html

    answer = _answered(sentence_html(sentence, language), status, PLAIN_POLICY)
    if seconds:
        answer.headers["Retry-After"] = str(ceil(seconds))
    return answer


def _answered(html: str, status: int, policy: str) -> Response:
    return HTMLResponse(html.encode("utf-8", "replace"), status, {"Content-Security-Policy": policy})
