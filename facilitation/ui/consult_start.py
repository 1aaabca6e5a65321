"""How a questionnaire begins: from a template, from that of an earlier event, or empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from facilitation.domain.consultation import Questionnaire
from facilitation.domain.questionnaire_template import QuestionnaireTemplate
from facilitation.domain.text import Text, typed
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.library.own_text import QUESTIONNAIRES
from facilitation.planning.questionnaires import needs_topic
from facilitation.ui import state
from facilitation.ui.consult_view import CHOSEN_QUESTION, CHOSEN_QUESTIONNAIRE, CHOSEN_REPLY, PART, QUESTIONS
from facilitation.ui.library_words import own_keys
from facilitation.ui.messages import plain, refusal
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

WAY, TEMPLATE, TOPIC, EARLIER, TITLE = "start_with", "start_template", "start_topic", "start_earlier", "start_title"
PROBLEM = "start_problem"


def start_button(page: EventScreen, *, is_first: bool) -> None:
    """The button that opens the ways to begin as a dialog of its own."""
    _ = page._
    look = "primary" if is_first else "secondary"
    if page.buttons.button(_("New questionnaire"), key="start_questionnaire", type=look, icon=":material/add:"):  # type: ignore[arg-type]
        st.dialog(_("New questionnaire"), width="large")(start_form)(page)


def first_start(page: EventScreen) -> None:
    """What stands here before the first questionnaire."""
    _ = page._
    st.write(
        _(
            "Nobody has been asked yet. Who is asked beforehand comes with a stake in the event: begin with a template"
            " under “New questionnaire”."
        )
    )


def start_form(page: EventScreen) -> None:
    """Choosing the way, and what it needs."""
    _ = page._
    ways = {"template": _("From a template"), "earlier": _("From an earlier event"), "empty": _("Empty")}
    way = switch(_("View"), ways, key=WAY)
    {"template": _template_form, "earlier": _earlier_form, "empty": _empty_form}[way](page)


def _template_form(page: EventScreen) -> None:
    _, templates = page._, page.app.questionnaire_edits.templates()
    names = _names(page, templates)
    chosen = st.selectbox(
        _("Template"),
        list(names),
        index=None,
        key=TEMPLATE,
        format_func=lambda key: names.get(key, key),
        placeholder=_("Choose"),
    )
    template = templates.get(chosen or "")
    if template is None:
        st.caption(_("Topic, year and title of the event are put into its questions. All can be changed afterwards."))
        return
    st.write(plain(template.purpose.said_in(page.language)))
    if needs_topic(template):
        _topic_fields(_)
    _first_look(page, template)
    _begin_button(_("Begin with it"), "start_save", lambda: _start(page, template))


def _topic_fields(_: Translator) -> None:
    names, about = {"sq": _("in Albanian"), "en": _("in English")}, _("What it is about")
    for column, code in zip(st.columns(2), sorted(names, key=lambda code: code != _.language), strict=True):
        label = f"{about} ({names[code]})"
        column.text_input(label, key=state.widget_key(TOPIC, code), placeholder=_("For example: the care of children"))


def _names(page: EventScreen, templates: Mapping[str, QuestionnaireTemplate]) -> dict[str, str]:
    """What each template is called, own ones first."""
    _, own = page._, own_keys(page, QUESTIONNAIRES)
    found = sorted_by(templates.values(), lambda each: each.title.said_in(page.language), page.language)
    return {
        each.key: _name(page, each, is_own=each.key in own)
        for each in sorted(found, key=lambda each: each.key not in own)
    }


def _name(page: EventScreen, template: QuestionnaireTemplate, *, is_own: bool) -> str:
    _ = page._
    title = readable(template.title, _).said_in(page.language)
    count = _.plural("{count} question", "{count} questions", len(template.questions)).format(
        count=len(template.questions)
    )
    return " · ".join((title, count, *([_("yours")] if is_own else [])))


def readable(text: Text, _: Translator) -> Text:
    """The words of a template before they are filled: what will stand there, in the place of its sign."""
    names = {"{topic}": _("(topic)"), "{year}": _("(year)"), "{event}": _("(event)")}
    for sign, word in names.items():
        text = Text(sq=text.sq.replace(sign, word), en=text.en.replace(sign, word))
    return text


def _first_look(page: EventScreen, template: QuestionnaireTemplate) -> None:
    _ = page._
    with st.expander(_("Its questions")):
        for entry in template.questions:
            mark = " · " + _("from the source") if entry.is_from_seed else ""
            st.markdown("- " + plain(readable(entry.question.text, _).said_in(page.language) + mark))
        st.caption(plain(template.source.said_in(page.language)))


def _begin_button(label: str, key: str, begin: Callable[[], None]) -> None:
    """The button that makes it; what is wrong is said here, and what was typed stays."""
    is_pressed = st.button(label, key=key, type="primary", on_click=begin)
    problem = state.take_once(PROBLEM)
    if problem:
        st.error(problem, icon=":material/error:")
    elif is_pressed:
        st.rerun()


def _open(done: str, make: Callable[[], Questionnaire]) -> None:
    """Make a questionnaire and put its questions on the screen, or keep what was wrong."""
    made: list[Questionnaire] = []
    problem = refusal(lambda: made.append(make()))
    if problem:
        state.keep_once(PROBLEM, problem)
        return
    state.say("done", done)
    for asked in made:
        state.choose(CHOSEN_QUESTIONNAIRE, asked.id)
        state.forget(CHOSEN_QUESTION)
        state.forget(CHOSEN_REPLY)
        state.put_widget(PART, QUESTIONS)


def _start(page: EventScreen, template: QuestionnaireTemplate) -> None:
    said = {code: str(state.widget_value(state.widget_key(TOPIC, code)) or "").strip() for code in ("sq", "en")}
    edits = page.app.questionnaire_edits
    _open(page._("It is made."), lambda: edits.start(page.event_id, template.key, Text(**said)))


def _earlier_form(page: EventScreen) -> None:
    _ = page._
    found = {asked.id: asked for asked in page.app.questionnaire_edits.earlier(page.event_id)}
    if not found:
        st.write(_("No other event has a questionnaire yet."))
        return
    events = {event.id: event.title.said_in(page.language) for event in page.app.events.list_all()}

    def name(asked_id: str) -> str:
        asked = found[asked_id]
        return " · ".join((asked.title.said_in(page.language), events.get(asked.event_id, "")))

    chosen = st.selectbox(
        _("Questionnaire"), list(found), index=None, key=EARLIER, format_func=name, placeholder=_("Choose")
    )
    st.caption(_("The questions are copied. Answers, themes, links and the closing day stay with the other event."))
    if chosen:
        _begin_button(_("Copy it"), "start_copy", lambda: _copy(page, chosen))


def _copy(page: EventScreen, chosen: str) -> None:
    done = page._("Copied. Now change what should be different.")
    _open(done, lambda: page.app.questionnaire_edits.copy(chosen, page.event_id))


def _empty_form(page: EventScreen) -> None:
    _ = page._
    st.text_input(_("Title of the questionnaire"), key=TITLE)
    _begin_button(_("Make it"), "start_empty", lambda: _make(page))


def _make(page: EventScreen) -> None:
    title = typed(str(state.widget_value(TITLE) or "").strip(), page.language)
    _open(page._("It is made."), lambda: page.app.consultations.add(page.event_id, title))
