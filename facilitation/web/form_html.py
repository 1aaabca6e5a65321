"""The pages of a form: the questions, the thanks, and what happens with the answers."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from facilitation.i18n.formats import day_span_text, day_text, moment_text
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.planning.form_answers import questions_mark
from facilitation.services.form_links import OpenForm
from facilitation.web.form_fields import consent_html, question_html, writer_html
from facilitation.web.form_sheet import ACTION, LANGUAGE, ORGANISATION, QUESTIONS, TOKEN, FormSheet
from facilitation.web.plain_html import document, policy_for, style_of

STYLE = style_of("form_style.css")
POLICY = policy_for(STYLE, form_action="'self'")
SUBMIT, DRAFT, SAY_IN = "submit", "draft", "say-in-"


def form_html(sheet: FormSheet) -> str:
    """The whole form in one language, with everything that was typed."""
    _ = Translator(sheet.language)
    questions = sheet.form.questionnaire.questions
    parts = (
        f'<form method="post" action="?{LANGUAGE}={_.language}" autocomplete="off" novalidate>',
        # The key Enter presses the first button of a form: it must not be the one that changes the language.
        f'<button class="first" name="{ACTION}" value="{SUBMIT}" tabindex="-1" aria-hidden="true">·</button>',
        _hidden(sheet, _),
        f"<header>{_language_button(_)}{_head(sheet.form, _)}</header><main>",
        _errors(sheet, _),
        _notice(sheet, _),
        _privacy(sheet.form, _),
        *(question_html(sheet, number, question, _) for number, question in enumerate(questions, start=1)),
        "" if sheet.is_personal else writer_html(sheet, _),
        consent_html(sheet, _),
        _buttons(sheet, _),
        "</main></form>",
    )
    return document("".join(parts), _title(sheet, _), _.language, style=STYLE)


def thanks_html(form: OpenForm, language: str) -> str:
    """What is read after handing in."""
    _ = Translator(language)
    if form.link.participation_id:
        said = _("Your answers were handed in. You can still change them with the same link while the form is open.")
        again = _("Look at my answers")
    else:
        said, again = _("Your answers were handed in."), _("Fill in the form once more, for somebody else")
    other, thanks = ("sq" if _.language == "en" else "en"), _("Thank you!")
    body = (
        f'<header><p class="of">{escape(form.event.title.said_in(language))}</p></header><main>'
        f'<h1 tabindex="-1" autofocus>{escape(thanks)}</h1><p>{escape(said)}</p>{_until(form, _)}'
        f'<p><a href="?{LANGUAGE}={_.language}">{escape(again)}</a></p></main>'
        f'<footer><a href="?done=1&amp;{LANGUAGE}={other}" lang="{other}">{LANGUAGE_NAMES[other]}</a></footer>'
    )
    return document(body, thanks, _.language, style=STYLE)


def _title(sheet: FormSheet, _: Translator) -> str:
    title = sheet.form.questionnaire.title.said_in(_.language)
    return _("Error: {title}").format(title=title) if sheet.wrong else title


def _hidden(sheet: FormSheet, _: Translator) -> str:
    values = {LANGUAGE: _.language, TOKEN: sheet.token, QUESTIONS: questions_mark(sheet.form.questionnaire)}
    return "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in values.items())


def _language_button(_: Translator) -> str:
    """Changes the language and keeps what was typed: it sends the form along."""
    other = "sq" if _.language == "en" else "en"
    name = LANGUAGE_NAMES[other]
    return f'<div class="top"><button name="{ACTION}" value="{SAY_IN}{other}" lang="{other}">{name}</button></div>'


def _head(form: OpenForm, _: Translator) -> str:
    event, asked = form.event, form.questionnaire
    host = event.host.said_in(_.language)
    when = day_span_text(event.starts_on, event.ends_on, _.language)
    facts = " · ".join(part for part in (event.title.said_in(_.language), when, event.place) if part)
    asks = _("{host} asks for your answers.").format(host=host) if host else _("The organisers ask for your answers.")
    intro = asked.intro.said_in(_.language)
    return (
        f'<p class="of">{escape(facts)}</p><h1>{escape(asked.title.said_in(_.language))}</h1>'
        f"<p>{escape(asks)}</p>{_until(form, _)}" + (f'<p class="intro">{escape(intro)}</p>' if intro else "")
    )


def _until(form: OpenForm, _: Translator) -> str:
    last = form.questionnaire.closes_on
    if last is None:
        return ""
    day = day_text(last, _.language, with_year=True)
    said = _("Answers are taken until {day}.").format(day=day)
    return f"<p>{escape(said)}</p>"


def _errors(sheet: FormSheet, _: Translator) -> str:
    """All that is wrong, each a link to its field; the reader begins here."""
    if not sheet.wrong:
        return ""
    rows = "".join(f'<li><a href="#{key}">{escape(sentence)}</a></li>' for key, sentence in _linked(sheet))
    head = _("Something is still missing or wrong")
    return f'<div class="errors" role="alert" tabindex="-1" autofocus><h2>{escape(head)}</h2><ul>{rows}</ul></div>'


def _linked(sheet: FormSheet) -> Iterable[tuple[str, str]]:
    for number, question in enumerate(sheet.form.questionnaire.questions, start=1):
        if question.id in sheet.wrong:
            yield f"q{number}", sheet.wrong[question.id]
    if ORGANISATION in sheet.wrong:
        yield ORGANISATION, sheet.wrong[ORGANISATION]


def _notice(sheet: FormSheet, _: Translator) -> str:
    """What happened last, else how far this reader is."""
    reply, said = sheet.form.reply, sheet.notice
    if not said and reply and reply.given_at:
        moment = moment_text(reply.given_at, _.language)
        said = _("You handed in these answers on {moment}. You can change them and hand them in again.")
        said = said.format(moment=moment)
    return f'<p class="notice" role="status">{escape(said)}</p>' if said else ""


def _privacy(form: OpenForm, _: Translator) -> str:
    """How the answers are used, before they are given (law 124/2024)."""
    rows = "".join(f"<dt>{escape(what)}</dt><dd>{escape(said)}</dd>" for what, said in _privacy_points(form, _))
    head = _("How your answers are used")
    return f"<details><summary>{escape(head)}</summary><dl>{rows}</dl></details>"


def _privacy_points(form: OpenForm, _: Translator) -> Iterable[tuple[str, str]]:
    title, host = form.event.title.said_in(_.language), form.event.host.said_in(_.language)
    yield _("Who is responsible"), host or _("The organisers of “{event}”.").format(event=title)
    yield (
        _("What for"),
        _("To prepare “{event}”: its goals, sessions and papers. Answering is voluntary.").format(event=title),
    )
    yield _("Who sees them"), _seen_by(form, _)
    yield (
        _("How long"),
        _("Until the work that follows the event is finished; then the organisers remove them."),
    )
    yield (
        _("Your rights"),
        _(
            "You may ask to see, correct or erase your answers, object to their use and take your consent back: write"
            " to whoever sent you this link. You may complain to the Commissioner for the Right to Information and"
            " Protection of Personal Data (law 124/2024 on the protection of personal data)."
        ),
    )


def _seen_by(form: OpenForm, _: Translator) -> str:
    own = _("The organisers see your answers together with your name on their list of participants.")
    nobody = _("The organisers see your answers, and of you only what you write here.")
    others = _("Others see figures and summaries; your words only if you agree below that they are quoted.")
    return f"{own if form.link.participation_id else nobody} {others}"


def _buttons(sheet: FormSheet, _: Translator) -> str:
    hand_in, later = _("Hand in"), _("Save and go on later")
    draft = f'<button name="{ACTION}" value="{DRAFT}">{escape(later)}</button>' if sheet.can_wait else ""
    send = f'<button class="main" name="{ACTION}" value="{SUBMIT}">{escape(hand_in)}</button>'
    return f'<div class="buttons">{send}{draft}</div>'
