"""The question who is in a photo, where the anonymity check asks it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.domain.photo import PeopleShown, Photo
from facilitation.errors import mark
from facilitation.i18n.photo_words import NOT_SAID
from facilitation.services.anonymity import CheckedPlace
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.notes_photos import small_picture
from facilitation.ui.page_head import EventScreen

ANSWERS = {
    PeopleShown.NOBODY: mark("Nobody can be recognised"),
    PeopleShown.AGREED: mark("Everybody visible agreed"),
    PeopleShown.KEPT_BACK: mark("Keep it out"),
}


def photo_of(page: EventScreen, place: CheckedPlace) -> Photo | None:
    """The photo a place of the check speaks of."""
    photos = page.app.photos.list_for(page.event_id)
    return next((photo for photo in photos if place.exposure.place.endswith(f":{photo.attachment.id}")), None)


def photo_question(page: EventScreen, place: CheckedPlace) -> None:
    """The picture with three answers; nothing is typed."""
    _, photo = page._, photo_of(page, place)
    if photo is None:
        return
    with st.container(border=True):
        words = photo.caption.said_in(page.language) or photo.attachment.name
        st.markdown(":orange-badge[" + _("Photo") + "] " + plain(words))
        small_picture(page, photo)
        st.write(_(NOT_SAID) + ".")
        with st.container(horizontal=True):
            for people, label in ANSWERS.items():
                st.button(
                    _(label),
                    key=state.widget_key("photo_answer", photo.attachment.id, people.value),
                    on_click=partial(
                        attempt,
                        page.app.photos.say_people,
                        page.event_id,
                        photo.attachment.id,
                        people,
                        done=_("Saved."),
                    ),
                )
