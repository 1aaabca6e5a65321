"""Themes: who answered, the answers one under another with their themes, and how often each theme comes up."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.consultation import Question, Questionnaire
from facilitation.domain.text import typed
from facilitation.i18n.reply_sentences import answered_sentence, benchmark_sentence
from facilitation.planning.theme_words import ProposedTheme, proposed_themes
from facilitation.planning.themes import GivenAnswer
from facilitation.ui import state
from facilitation.ui.consult_quotes import quote_field
from facilitation.ui.consult_theme_counts import theme_counts
from facilitation.ui.consult_theme_list import theme_list
from facilitation.ui.consult_theme_view import ThemeView, origin_text, theme_view
from facilitation.ui.fields import many_field
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.page_head import EventScreen

QUESTION, SHOWN = "theme_question", "theme_answers"
AT_ONCE = 20
"""Answers shown before somebody asks for more."""
WITHOUT, ALL = "without", "all"


def themes_part(page: EventScreen, questionnaire: Questionnaire) -> None:
    """All that is done with the answers of a questionnaire until its themes are clear."""
    _, view = page._, theme_view(page, questionnaire)
    _rate(page, view)
    if not view.replies:
        st.write(_("No answers have come in yet. Themes are found in them as soon as they do."))
        return
    theme_counts(page, view)
    theme_list(page, view)
    if not view.open_questions:
        st.write(_("This questionnaire has no question that is answered in words."))
        return
    st.header(_("Answers"), anchor=False)
    question = _question(page, view)
    _proposals(page, view, question)
    _answers(page, view, question)


def _rate(page: EventScreen, view: ThemeView) -> None:
    """How many answered, in words first; who is missing behind one line."""
    _, rate = page._, view.rate
    st.write(f"**{plain(answered_sentence(rate, _))}** {plain(benchmark_sentence(rate, _))}")
    if not rate.missing:
        return
    count = len(rate.missing)
    with st.expander(_.plural("{count} answer is missing", "{count} answers are missing", count).format(count=count)):
        for entry in rate.missing:
            person = entry.person
            st.markdown(plain(", ".join(part for part in (person.name, person.organisation) if part)))


def _question(page: EventScreen, view: ThemeView) -> Question:
    """The question whose answers are shown."""
    questions = {entry.id: entry for entry in view.open_questions}
    if len(questions) == 1:
        (only,) = questions.values()
        st.markdown(f"**{plain(only.text.said_in(page.language))}**")
        return only
    names = {key: plain(entry.text.said_in(page.language)) for key, entry in questions.items()}
    chosen = st.radio(
        page._("Question"),
        list(names),
        format_func=lambda key: names.get(key, ""),
        key=state.widget_key(QUESTION, view.asked.id),
    )
    return questions[str(chosen)]


def _proposals(page: EventScreen, view: ThemeView, question: Question) -> None:
    """Words that come back, each made a theme with one click."""
    _ = page._
    titles = [text for theme in view.asked.themes for text in (theme.title.sq, theme.title.en) if text]
    found = proposed_themes(view.answers(question), titles)
    if not found:
        return
    st.caption(
        _(
            "Words that come back. One click makes a theme of them and marks the answers they stand in. "
            "They are found here; nothing is sent anywhere."
        )
    )
    with st.container(horizontal=True, gap="small"):
        for proposal in found:
            st.button(
                plain(f"{proposal.words} ({proposal.count})"),
                key=state.widget_key("propose", view.asked.id, question.id, proposal.words),
                icon=":material/add:",
                on_click=_take,
                args=(page, view, proposal),
            )


def _take(page: EventScreen, view: ThemeView, proposal: ProposedTheme) -> None:
    done = page._("“{theme}” is a theme now.").format(theme=plain(proposal.words))
    title = typed(proposal.words, page.language)
    attempt(page.app.theme_codes.add, view.asked.id, title, proposal.places, done=done)


def _answers(page: EventScreen, view: ThemeView, question: Question) -> None:
    """The answers that are wanted, twenty at first."""
    _, every = page._, view.answers(question)
    wanted = _wanted(page, view, every)
    if not wanted:
        st.write(_("There is no answer here."))
    most = int(state.chosen(SHOWN, str(AT_ONCE)))
    for given in wanted[:most]:
        _answer(page, view, question, given)
    if len(wanted) > most:
        st.button(
            _("Show {count} more").format(count=min(AT_ONCE, len(wanted) - most)),
            key="more_answers",
            on_click=state.choose,
            args=(SHOWN, str(most + AT_ONCE)),
        )


def _wanted(page: EventScreen, view: ThemeView, every: Sequence[GivenAnswer]) -> Sequence[GivenAnswer]:
    """All answers, those without a theme, or those of one theme."""
    _ = page._
    found = {theme.id: [given for given in every if theme.id in given.answer.theme_ids] for theme in view.asked.themes}
    parts = {ALL: list(every), WITHOUT: [given for given in every if not given.answer.theme_ids], **found}
    names = {ALL: _("All"), WITHOUT: _("Without a theme")}
    names |= {theme.id: theme.title.said_in(page.language) for theme in view.asked.themes}
    shown = st.selectbox(
        _("Which answers"),
        list(parts),
        key=state.widget_key(SHOWN, view.asked.id),
        format_func=lambda key: f"{names[key]} ({len(parts[key])})" if key in parts else "",
        placeholder=_("Choose"),
    )
    return parts.get(str(shown), parts[ALL])


def _answer(page: EventScreen, view: ThemeView, question: Question, given: GivenAnswer) -> None:
    """One answer: its words, where it comes from, its themes and the words that are quoted."""
    _, titles = page._, {theme.id: theme.title.said_in(page.language) for theme in view.asked.themes}
    with st.container(border=True):
        st.markdown(plain_lines(given.answer.text))
        st.caption(plain(origin_text(view, given.reply, page)))
        many_field(
            _("Themes of this answer"),
            list(titles),
            given.answer.theme_ids,
            # The browser holds names: after a rename it would send the old one back as a theme typed in.
            key=state.widget_key("themes_of", given.reply.id, question.id, *titles.values()),
            save=lambda chosen: _keep(page, view, given, list(chosen)),
            format_func=lambda key: titles.get(key, key),
            placeholder=_("Choose themes, or type a new one"),
            accept_new=True,
        )
        quote_field(page, view, given)


def _keep(page: EventScreen, view: ThemeView, given: GivenAnswer, chosen: list[str]) -> None:
    """Save the themes of an answer; what is typed and no theme yet becomes one."""
    place, known = (given.reply.id, given.answer.question_id), {theme.id for theme in view.asked.themes}
    for words in chosen:
        if words not in known and words.strip():
            attempt(page.app.theme_codes.add, view.asked.id, typed(words.strip(), page.language), [place])
    attempt(page.app.theme_codes.code, place, given.answer.theme_ids, [key for key in chosen if key in known])
