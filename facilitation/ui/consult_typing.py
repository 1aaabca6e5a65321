"""Typing in a reply that came on paper, or correcting one: a form made from the questions, kept while it is typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.consultation import Answer, Channel, Reply
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District
from facilitation.i18n.consult_words import channel_label
from facilitation.i18n.labels import consent_label, district_label, sector_label
from facilitation.i18n.sentences import error_sentence
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.planning.answer_checks import answer_problems
from facilitation.services.consultations import refusal
from facilitation.ui import state
from facilitation.ui.consult_answer_fields import answer_field, answer_of, shown_answer
from facilitation.ui.consult_drafts import KEPT, ReplyDraft, bring_back, keep
from facilitation.ui.consult_view import CHOSEN_REPLY, ConsultView
from facilitation.ui.kept_typing import drop_drafts, keep_typing
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

NEW, TYPING = "new", "reply_typing"
PROBLEMS = "reply_problems"
"""Under this name stands what is wrong with the answers, by question, for one run."""
PERSON, ORGANISATION, SECTOR, DISTRICT = "person", "organisation", "sector", "district"
CHANNEL, LANGUAGE, QUOTE, NOTE = "channel", "language", "quote", "note"


def begin_typing(reply_id: str) -> None:
    """Open the form: for a new reply, or to correct one."""
    state.choose(TYPING, reply_id)


def typing_form(page: EventScreen, view: ConsultView) -> None:
    """Where it comes from, then every question in its turn."""
    _, reply = page._, _seen(view)
    draft = ReplyDraft(page, view.one.id, reply.id if reply else NEW)
    bring_back(draft, _stored(view, reply))
    problems: Mapping[str, str] = state.take_once(PROBLEMS) or {}
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(_("Correct a reply") if reply else _("Type in a reply"), anchor=False)
        st.button(_("Close"), key="close_typing", icon=":material/close:", type="tertiary", on_click=_close)
    st.caption(_("What you type is kept at every pause, also when the page is closed; it counts once it is saved."))
    _origin_fields(draft, view, is_new=reply is None)
    language = str(state.widget_value(draft.key(LANGUAGE)) or "sq")
    for number, question in enumerate(view.one.questions, start=1):
        answer_field(draft, question, number=number, language=language)
        if question.id in problems:
            st.error(problems[question.id], icon=":material/error:")
    st.text_input(_("Note for ourselves"), key=draft.key(NOTE), on_change=keep, args=(draft, NOTE))
    keep_typing(page, draft.text_keys(view.one))
    with st.container(horizontal=True):
        st.button(_("Save the reply"), key="reply_save", type="primary", on_click=_save, args=(draft, view, reply))
        st.button(
            _("Discard what was typed"), key="reply_discard", type="tertiary", on_click=_discard, args=(draft, view)
        )


def _seen(view: ConsultView) -> Reply | None:
    """The reply that is corrected; None for a new one, and where it was removed meanwhile."""
    return next((reply for reply in view.replies if reply.id == state.chosen(TYPING)), None)


def _close() -> None:
    state.forget(TYPING)


def _stored(view: ConsultView, reply: Reply | None) -> dict[str, Any]:
    """What the fields begin with."""
    start = reply or Reply("", "", "", channel=Channel.PAPER)
    values: dict[str, Any] = {
        PERSON: start.participation_id or None,
        ORGANISATION: start.organisation,
        SECTOR: start.sector,
        DISTRICT: start.district,
        CHANNEL: start.channel,
        LANGUAGE: start.language,
        QUOTE: start.quote_consent,
        NOTE: start.note,
    }
    answers = {question.id: shown_answer(question, start.answer(question.id)) for question in view.one.questions}
    return values | answers


def _origin_fields(draft: ReplyDraft, view: ConsultView, *, is_new: bool) -> None:
    """Who it comes from, as far as the paper says it."""
    _, asks_who = draft.page._, not view.one.is_anonymous
    if is_new and asks_who:
        _person_field(draft, view)
    sector, district, organisation = st.columns(3)
    if asks_who:
        organisation.text_input(
            _("Organisation"), key=draft.key(ORGANISATION), on_change=keep, args=(draft, ORGANISATION)
        )
    _choice(draft, sector, SECTOR, _("Sector"), {each: sector_label(each, _) for each in Sector})
    _choice(draft, district, DISTRICT, _("District"), {each: district_label(each, _) for each in District})
    way, language, quote = st.columns(3)
    _choice(draft, way, CHANNEL, _("How it came"), {each: channel_label(each, _) for each in Channel}, is_needed=True)
    names = {str(code): name for code, name in LANGUAGE_NAMES.items()}
    _choice(draft, language, LANGUAGE, _("Language of the reply"), names, is_needed=True)
    consents = {each: consent_label(each, _) for each in Consent}
    _choice(draft, quote, QUOTE, _("May be quoted"), consents, is_needed=True)


def _choice(
    draft: ReplyDraft, place: Any, field: str, label: str, names: Mapping[Any, str], *, is_needed: bool = False
) -> None:
    place.selectbox(
        label,
        list(names),
        index=0 if is_needed else None,
        key=draft.key(field),
        format_func=lambda value: names.get(value, "—"),
        placeholder=draft.page._("Not given"),
        on_change=keep,
        args=(draft, field),
    )


def _person_field(draft: ReplyDraft, view: ConsultView) -> None:
    """Somebody of the list, so that nobody reminds them any more; it may stay empty."""
    _ = draft.page._
    people = {part.id: part.person for part in view.parts if part.id not in view.answered}
    names = sorted_by(people, lambda part_id: people[part_id].name, draft.page.language)

    def chosen() -> None:
        person = people.get(str(state.widget_value(draft.key(PERSON)) or ""))
        keep(draft, PERSON)
        if person is not None:
            for field, value in (
                (ORGANISATION, person.organisation),
                (SECTOR, person.sector),
                (DISTRICT, person.district),
            ):
                state.put_widget(draft.key(field), value)
                keep(draft, field)

    st.selectbox(
        _("Who answered, if it is known"),
        names,
        index=None,
        key=draft.key(PERSON),
        format_func=lambda part_id: people[part_id].name if part_id in people else "—",
        placeholder=_("Not known"),
        on_change=chosen,
    )


def _answers(draft: ReplyDraft, view: ConsultView, reply: Reply | None) -> Iterator[Answer]:
    """What stands in the fields; themes found in an answer, and answers to questions no longer asked, stay."""
    for question in view.one.questions:
        before = reply.answer(question.id) if reply else None
        answer = answer_of(question, state.widget_value(draft.key(question.id)))
        yield replace(answer, theme_ids=before.theme_ids) if before else answer
    for left in reply.answers if reply else ():
        if view.one.question(left.question_id) is None:
            yield left


def _save(draft: ReplyDraft, view: ConsultView, reply: Reply | None) -> None:
    page, _ = draft.page, draft.page._
    answers = tuple(_answers(draft, view, reply))
    problems = answer_problems(view.one, answers)
    if problems:
        said = {each.question_id: error_sentence(refusal(view.one, each, page.language), _) for each in problems}
        state.keep_once(PROBLEMS, said)
        words = _.plural("{count} answer is to be mended first.", "{count} answers are to be mended first.", len(said))
        state.say("block", words.format(count=len(said)))
        return
    facts = _facts(draft)
    if reply is None:
        channel = facts.pop("channel")
        saved = attempt(page.app.consultations.take, view.one.id, answers, channel, **facts)
    else:
        facts.pop("participation_id")
        saved = attempt(page.app.consultations.correct, reply, replace(reply, answers=answers, **facts))
    if saved is not None:
        _saved(draft, view, reply)


def _facts(draft: ReplyDraft) -> dict[str, Any]:
    def value(field: str) -> Any:
        return state.widget_value(draft.key(field))

    return {
        "participation_id": value(PERSON) or "",
        "organisation": str(value(ORGANISATION) or "").strip(),
        "sector": value(SECTOR),
        "district": value(DISTRICT),
        "channel": Channel(value(CHANNEL) or Channel.PAPER),
        "language": str(value(LANGUAGE) or "sq"),
        "quote_consent": Consent(value(QUOTE) or Consent.NOT_ASKED),
        "note": str(value(NOTE) or "").strip(),
    }


def _saved(draft: ReplyDraft, view: ConsultView, reply: Reply | None) -> None:
    """The form is empty again, for the next sheet of the pile; after a correction it closes."""
    _discard(draft, view)
    if reply is None:
        state.say("done", draft.page._("Saved. The next reply can be typed in."))
        return
    state.say("done", draft.page._("Corrected."))
    state.choose(CHOSEN_REPLY, reply.id)
    _close()


def _discard(draft: ReplyDraft, view: ConsultView) -> None:
    keys = [draft.key(field) for field in (*KEPT, *(question.id for question in view.one.questions))]
    drop_drafts(draft.page, *keys)
    for key in keys:
        state.clear_widget(key)
