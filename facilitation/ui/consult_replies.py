"""The replies: as a list, one of them as questions and answers, and those that come on paper typed in."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.domain.consultation import Question, Reply
from facilitation.domain.person import Consent
from facilitation.i18n.consult_words import answer_lines, channel_label
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import district_label, sector_label
from facilitation.ui import state
from facilitation.ui.consult_typing import NEW, TYPING, begin_typing, typing_form
from facilitation.ui.consult_view import CHOSEN_REPLY, ConsultView
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.side_panel import list_and_panel, panel_head

PAGE_SIZE = 50


def replies_part(page: EventScreen, view: ConsultView) -> None:
    """The form where something is being typed in, else the list."""
    _ = page._
    if state.chosen(TYPING):
        typing_form(page, view)
        return
    if not view.one.questions:
        st.write(_("There is nothing to answer yet: the questionnaire has no question."))
        return
    st.button(_("Type in a reply"), key="type_reply", icon=":material/edit_note:", on_click=begin_typing, args=(NEW,))
    main, side = list_and_panel(is_open=view.reply is not None)
    with main:
        _list(page, view)
    with side:
        _panel(page, view)


def _list(page: EventScreen, view: ConsultView) -> None:
    _, newest = page._, view.replies[::-1]
    if not newest:
        st.write(_("No reply is here yet. Those from the web form appear by themselves; one on paper can be typed in."))
        return
    pages = -(-len(newest) // PAGE_SIZE)
    key = state.widget_key("reply_pages", view.one.id, pages)
    number = int(state.widget_value(key) or 1) if pages > 1 else 1
    row_list(
        [_row(page, reply) for reply in newest[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]],
        key=state.widget_key("reply_rows", view.one.id),
        label=_("Replies"),
        chosen=view.reply.id if view.reply else "",
        on_chosen=partial(state.choose, CHOSEN_REPLY),
    )
    if pages > 1:
        st.pagination(pages, key=key)


def _row(page: EventScreen, reply: Reply) -> Row:
    return Row(
        id=reply.id,
        lead=day_text(reply.given_at.date(), page.language, with_weekday=False) if reply.given_at else "—",
        title=_title(page, reply),
        facts=" · ".join(_facts(page, reply)),
    )


def _title(page: EventScreen, reply: Reply) -> str:
    return reply.organisation or page._("Organisation not given")


def _facts(page: EventScreen, reply: Reply) -> tuple[str, ...]:
    _ = page._
    facts = (
        sector_label(reply.sector, _) if reply.sector else "",
        district_label(reply.district, _) if reply.district else "",
        channel_label(reply.channel, _),
    )
    return tuple(fact for fact in facts if fact)


def _panel(page: EventScreen, view: ConsultView) -> None:
    _, reply = page._, view.reply
    if reply is None:
        return
    with st.container(border=True):
        panel_head(_title(page, reply), _facts(page, reply), _, what=CHOSEN_REPLY)
        st.caption(_quoting(page, reply))
        for question in view.one.questions:
            _answer(page, reply, question)
        _others(page, view, reply)
        if reply.note:
            st.caption(_("Note: {note}").format(note=plain(reply.note)))
        with st.container(horizontal=True):
            st.button(
                _("Correct"), key="correct_reply", icon=":material/edit:", on_click=begin_typing, args=(reply.id,)
            )
            st.button(_("Remove"), key="remove_reply", icon=":material/delete:", on_click=_remove, args=(page, reply))


def _quoting(page: EventScreen, reply: Reply) -> str:
    _ = page._
    if reply.quote_consent is Consent.YES:
        return _("The words may be quoted.")
    return _("The words may not be quoted: nobody allowed it.")


def _answer(page: EventScreen, reply: Reply, question: Question) -> None:
    _ = page._
    lines, nothing = answer_lines(question, reply.answer(question.id), page.language), _("No answer")
    st.markdown(f"**{plain(question.text.said_in(page.language))}**")
    st.markdown(plain_lines("\n".join(lines)) if lines else f":gray[{nothing}]")


def _others(page: EventScreen, view: ConsultView, reply: Reply) -> None:
    """Words that were given to questions the form does not have any more."""
    _ = page._
    left = [answer.text for answer in reply.answers if answer.text and view.one.question(answer.question_id) is None]
    if left:
        heading = _("To questions that are not asked any more")
        st.markdown(f"**{heading}**")
        st.markdown(plain_lines("\n".join(left)))


def _remove(page: EventScreen, reply: Reply) -> None:
    attempt(page.app.consultations.remove_reply, reply.id, done=page._("Reply removed. Undo brings it back."))
    state.forget(CHOSEN_REPLY)
