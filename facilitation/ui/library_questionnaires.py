"""Questionnaires of the library: as a list, and one of them as a page."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

import streamlit as st

from facilitation.domain.questionnaire_template import QuestionnaireTemplate, TemplateQuestion
from facilitation.i18n.consult_words import question_kind_label
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.library.own_text import QUESTIONNAIRES
from facilitation.ui import state
from facilitation.ui.consult_start import readable
from facilitation.ui.library_own import CHOICES, broken_files, own_file_buttons
from facilitation.ui.library_words import is_own, own_keys, own_mark, source_mark
from facilitation.ui.messages import plain, plain_lines
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.screen import Screen

LONGEST_PURPOSE = 180
"""Signs of a purpose in the list."""


def questionnaires_view(found: Screen) -> None:
    """The questionnaires as a list; one of them as a page."""
    chosen = found.app.library.questionnaires.get(state.chosen(CHOICES[QUESTIONNAIRES]))
    if chosen:
        _page(found, chosen)
    else:
        _list(found)


def _list(found: Screen) -> None:
    _ = found._
    st.caption(_("What can be asked before or after an event. Begin with one under “Consultation”."))
    broken_files(found, QUESTIONNAIRES)
    row_list(
        _rows(found),
        key="questionnaire_rows",
        label=_("Questionnaires"),
        on_chosen=lambda key: state.choose(CHOICES[QUESTIONNAIRES], key),
    )


def _rows(found: Screen) -> Sequence[Row]:
    """Own questionnaires first, each part by title."""
    _, own = found._, own_keys(found, QUESTIONNAIRES)
    by_title = sorted_by(found.app.library.questionnaires.values(), lambda each: _title(each, _), found.language)
    mine = [each for each in by_title if each.key in own]
    others = [each for each in by_title if each.key not in own]
    return [
        *(_row(found, each, _("Yours") if place == 0 else "") for place, each in enumerate(mine)),
        *(_row(found, each, _("From Tryeza") if mine and place == 0 else "") for place, each in enumerate(others)),
    ]


def _title(each: QuestionnaireTemplate, _: Translator) -> str:
    return readable(each.title, _).said_in(_.language)


def _row(found: Screen, each: QuestionnaireTemplate, heading: str) -> Row:
    return Row(
        id=each.key,
        title=_title(each, found._),
        facts=_count(found, each),
        below=shorten(each.purpose.said_in(found.language), LONGEST_PURPOSE, placeholder=" …"),
        heading=heading,
    )


def _count(found: Screen, each: QuestionnaireTemplate) -> str:
    count = len(each.questions)
    return found._.plural("{count} question", "{count} questions", count).format(count=count)


def _page(found: Screen, chosen: QuestionnaireTemplate) -> None:
    _ = found._
    st.button(
        _("All questionnaires"),
        key="close_questionnaire",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=state.forget,
        args=(CHOICES[QUESTIONNAIRES],),
    )
    st.header(plain(_title(chosen, _)), anchor=False)
    yours = own_mark(_) if is_own(found, QUESTIONNAIRES, chosen.key) else ""
    st.markdown(yours + plain(_count(found, chosen)))
    st.markdown(plain_lines(chosen.purpose.said_in(found.language)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        own_file_buttons(found, chosen)
    if chosen.intro:
        st.caption(plain_lines(readable(chosen.intro, _).said_in(found.language)))
    for number, entry in enumerate(chosen.questions, start=1):
        st.markdown(_question(number, entry, _))
    if any(entry.is_from_seed for entry in chosen.questions):
        legend = _("{mark} marks what the source itself asks for; all else is our own proposal.")
        st.markdown(legend.format(mark=source_mark(_)))
    if chosen.source:
        st.caption(plain(chosen.source.said_in(found.language)))


def _question(number: int, entry: TemplateQuestion, _: Translator) -> str:
    """One question with how it is answered and its choices."""
    question = entry.question
    said = [readable(choice, _).said_in(_.language) for choice in question.choices]
    below = plain(" · ".join((question_kind_label(question.kind, _), *said)))
    mark = f" {source_mark(_)}" if entry.is_from_seed else ""
    return f"{number}\\. **{plain(readable(question.text, _).said_in(_.language))}**{mark}  \n:gray[{below}]"
