"""Photos of flipcharts: small pictures where they belong, each with its caption and the question who is in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from facilitation.domain.photo import PeopleShown, Photo
from facilitation.domain.text import Text
from facilitation.errors import NotFound
from facilitation.exchange.attached_file import MAXIMUM_BYTES
from facilitation.i18n.photo_words import NOT_SAID, PEOPLE, people_label
from facilitation.services.photos import Place
from facilitation.ui import state
from facilitation.ui.fields import choice_field, words_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.notes_view import NotesView
from facilitation.ui.page_head import EventScreen
from facilitation.ui.undo import undo_line

ENDINGS = ["jpg", "jpeg", "png", "heic", "heif"]
"""HEIC is let through to the sentence that says how to mend it."""
WIDTH, COLUMNS, MEGABYTE = 240, 3, 1_000_000


def photos_of_session(page: EventScreen, view: NotesView) -> None:
    """All photos of the session: those of the whole session, then those of its tables, with a field for more."""
    _, photos = page._, page.app.photos.list_for(page.event_id, view.item.id)
    st.write(
        _(
            "Photos of flipcharts and walls, for the annex of the proceedings. Place, time and owner are taken out of"
            " the file; a photo leaves once it is said who can be recognised in it."
        )
    )
    with st.container(horizontal=True):
        add_photos(page, Place(view.item.id))
        undo_line(page, "proceedings", ("describe_photo",))
    if not photos:
        more = [_("Photos of a table are added under “Harvest of the tables”, too.")] if view.cafe else []
        st.caption(" ".join([_("No photo yet."), *more]))
    for start in range(0, len(photos), COLUMNS):
        for column, photo in zip(st.columns(COLUMNS), photos[start : start + COLUMNS], strict=False):
            with column:
                photo_card(page, photo, is_placed=True)


def photos_of_table(page: EventScreen, photos: Sequence[Photo], place: Place) -> None:
    """The photos of one table in one round, with a field for more."""
    for photo in photos:
        if (photo.round, photo.table) == (place.round, place.table):
            photo_card(page, photo)
    add_photos(page, place)


def photo_card(page: EventScreen, photo: Photo, *, is_placed: bool = False) -> None:
    """A small picture with its caption; its fields open with a click. ``is_placed`` = say of which table it is."""
    _, file = page._, photo.attachment
    caption = photo.caption.said_in(page.language)
    small_picture(page, photo)
    place = _("Round {round}, table {table}").format(round=photo.round, table=photo.table) if photo.table else ""
    if words := " · ".join(part for part in (place if is_placed else "", caption) if part):
        st.caption(plain(words))
    if photo.people is None or photo.people is PeopleShown.KEPT_BACK:
        st.markdown(f":orange[{people_label(photo.people, _)}]")
    fields = st.popover(
        _("Caption, people, replace"), key=state.widget_key("photo_open", file.id), type="tertiary", on_change="rerun"
    )
    if fields.open:
        with fields:
            _fields(page, photo)


def small_picture(page: EventScreen, photo: Photo) -> None:
    """The picture, small, with its words for those who cannot see it."""
    try:
        data = _small(page, photo.attachment.id)
    except NotFound:  # somebody else removed it meanwhile
        return
    words = photo.caption.said_in(page.language) or photo.attachment.name
    st.image(data, width=WIDTH, alt=page._("Photo: {words}").format(words=words))


@st.cache_data(max_entries=200, show_spinner=False)
def _small(_page: EventScreen, attachment_id: str) -> bytes:
    """A photo never changes: another picture has another id."""
    return _page.app.photos.small_picture(attachment_id)


def _fields(page: EventScreen, photo: Photo) -> None:
    _, file = page._, photo.attachment
    words_field(
        page,
        _("Caption"),
        photo.caption,
        key=state.widget_key("caption", file.id),
        save=partial(_describe, page, photo),
    )
    choice_field(
        _("People in the photo"),
        list(PEOPLE),
        photo.people,
        key=state.widget_key("photo_people", file.id),
        save=partial(attempt, page.app.photos.say_people, page.event_id, file.id),
        format_func=lambda people: people_label(people, _),
        placeholder=_(NOT_SAID),
    )
    key = state.widget_key("photo_again", file.id)
    st.file_uploader(
        _("Another picture in its place"),
        type=ENDINGS,
        key=key,
        max_upload_size=MAXIMUM_BYTES // MEGABYTE,
        on_change=partial(_replace, page, photo, key),
    )
    st.button(
        _("Remove the photo"),
        key=state.widget_key("remove_photo", file.id),
        icon=":material/delete:",
        help=_("The file is removed for good; undo does not bring it back."),
        on_click=partial(attempt, page.app.photos.remove, page.event_id, file.id, done=_("File removed.")),
    )


def _describe(page: EventScreen, photo: Photo, caption: Text) -> None:
    attempt(page.app.photos.describe, page.event_id, photo.attachment.id, photo.caption, caption)


def _replace(page: EventScreen, photo: Photo, key: str) -> None:
    upload = state.widget_value(key)
    if upload is not None:
        attempt(page.app.photos.replace, page.event_id, photo.attachment.id, upload.name, upload.getvalue())


def add_photos(page: EventScreen, place: Place) -> None:
    """A field for photos behind a button; each upload empties it: its key carries how many there were."""
    _ = page._
    counter = state.widget_key("photos", place.item_id, place.round or "", place.table or "")
    menu = st.popover(
        _("Add photos"),
        icon=":material/add_a_photo:",
        key=state.widget_key(counter, "open"),
        on_change="rerun",
        type="tertiary" if place.table else "secondary",
    )
    if not menu.open:
        return
    key = state.widget_key(counter, state.chosen(counter, "0"))
    menu.file_uploader(
        _("Photos (JPEG or PNG, at most {megabytes} MB each)").format(megabytes=MAXIMUM_BYTES // MEGABYTE),
        type=ENDINGS,
        accept_multiple_files=True,
        key=key,
        max_upload_size=MAXIMUM_BYTES // MEGABYTE,
        on_change=partial(_add, page, place, key, counter),
    )


def _add(page: EventScreen, place: Place, key: str, counter: str) -> None:
    uploads = state.widget_value(key) or ()
    for upload in uploads:
        attempt(page.app.photos.add, page.event_id, place, upload.name, upload.getvalue())
    if uploads:
        state.choose(counter, str(int(state.chosen(counter, "0")) + 1))
