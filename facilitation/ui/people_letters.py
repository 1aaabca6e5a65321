"""The letters of an event: their words, the day and address for answers, the letterhead, and the files."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from facilitation.domain.event import Letters
from facilitation.errors import mark
from facilitation.planning.letter_words import PLACES, LetterLanguage, invitees
from facilitation.services.invitation_letters import AUTHORISATIONS, EACH, INVITATIONS
from facilitation.ui import state
from facilitation.ui.documents_menu import file_button
from facilitation.ui.fields import date_field, text_field, trimmed, words_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import PeopleView

LANGUAGE, UPLOAD = "letter_language", "letterhead_file"
LANGUAGES = {
    LetterLanguage.OWN: mark("Each in their own language"),
    LetterLanguage.SQ: mark("All in Albanian"),
    LetterLanguage.EN: mark("All in English"),
    LetterLanguage.BOTH: mark("All in both languages"),
}
FILES = {
    INVITATIONS: mark("Invitations, one file"),
    EACH: mark("Invitations, a file for each"),
    AUTHORISATIONS: mark("Letters to the superiors"),
}


def letters_part(page: EventScreen, view: PeopleView, picked: Collection[str]) -> None:
    """The files, then what stands in them."""
    _ = page._
    st.header(_("Letters"), anchor=False)
    ids = frozenset(picked) or None
    readers = invitees(view.parts, ids)
    st.caption(_whom(page, len(readers), is_chosen=ids is not None))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        language = st.selectbox(
            _("Language of the letters"),
            list(LANGUAGES),
            key=LANGUAGE,
            format_func=lambda one: _(LANGUAGES[one]),
            width=230,
        )
        for name, label in FILES.items():
            make = partial(page.app.letters.make, page.event_id, name, page.language, wanted=language, ids=ids)
            key = state.widget_key("letters", name)
            icon = ":material/folder_zip:" if name == EACH else ":material/download:"
            file_button(_(label), make, name, key=key, disabled=not readers, icon=icon)
    words = st.expander(_("Words, answers and letterhead"), on_change="rerun", key="letter_words")
    if words.open:
        with words:
            _words(page)
            _letterhead(page)


def _whom(page: EventScreen, count: int, *, is_chosen: bool) -> str:
    _ = page._
    if is_chosen:
        text = _.plural("For the {count} person selected.", "For the {count} people selected.", count)
    else:
        text = _.plural(
            "For {count} person: everybody who has not declined. Select people below for others.",
            "For {count} people: everybody who has not declined. Select people below for others.",
            count,
        )
    superiors = _("Superiors are written to where the own office pays, or for those selected.")
    return f"{text.format(count=count)} {superiors}"


def _words(page: EventScreen) -> None:
    _, letters = page._, page.event.brief.letters

    def key(field: str) -> str:
        return state.widget_key("letters", page.event_id, field)

    def save(field: str) -> Callable[[Any], None]:
        return lambda value: _keep(page, replace(letters, **{field: value}))

    left, right = st.columns(2)
    with left:
        date_field(_("Answer by"), letters.reply_by, key=key("reply_by"), save=save("reply_by"))
        words_field(page, _("Signed by"), letters.signed_by, key=key("signed_by"), save=save("signed_by"))
    with right:
        text_field(
            _("Answer to (name, telephone, e-mail)"),
            letters.reply_to,
            key=key("reply_to"),
            save=trimmed(save("reply_to")),
        )
        form = trimmed(save("form_link"))
        text_field(_("Form on the web"), letters.form_link, key=key("form_link"), save=form, placeholder="https://…")
    places = ", ".join("{" + place + "}" for place in PLACES)
    st.caption(
        plain(_("Leave the words empty and ours are taken. Places that are filled in: {places}").format(places=places))
    )
    words_field(
        page, _("Words of the invitation"), letters.invitation, key=key("invitation"), save=save("invitation"), rows=7
    )
    words_field(
        page,
        _("Words of the letter to the superior"),
        letters.authorisation,
        key=key("authorisation"),
        save=save("authorisation"),
        rows=5,
    )


def _keep(page: EventScreen, wanted: Letters) -> None:
    attempt(page.app.letters.edit, page.event, wanted)


def _letterhead(page: EventScreen) -> None:
    """The organisation's own paper."""
    _ = page._
    kept = page.app.letters.letterhead(page.event_id)
    if kept is not None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_("Letterhead: {name}").format(name=plain(kept.name)), width="content")
            st.button(
                _("Write on our own paper"),
                key="drop_letterhead",
                type="tertiary",
                icon=":material/close:",
                on_click=attempt,
                args=(page.app.letters.drop_letterhead, page.event_id),
            )
    upload = st.file_uploader(
        _("Letterhead of the organisation (.docx or .dotx)"),
        type=["docx", "dotx"],
        key=UPLOAD,
        help=_("Header, footer and logo are kept, the text in it is not. Files with macros are refused."),
    )
    if upload is not None:
        content = upload.getvalue()
        st.button(
            _("Write the letters on it"),
            key="keep_letterhead",
            type="primary",
            on_click=attempt,
            args=(page.app.letters.keep_letterhead, page.event_id, upload.name, content),
            kwargs={"done": _("The letters are written on this letterhead.")},
        )
