"""Comments that came back on a draft: read from Word files, listed by part, answered and ticked off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from facilitation.domain.proceedings import ProceedingsPlan, Section, VolumeComment
from facilitation.errors import FacilitationError
from facilitation.i18n.formats import moment_text
from facilitation.i18n.labels import error_sentence, section_label
from facilitation.i18n.translator import Translator
from facilitation.i18n.volume_words import comment_text
from facilitation.services.volume_comments import ReadComments
from facilitation.ui import state
from facilitation.ui.documents_menu import paper_lines
from facilitation.ui.fields import text_field
from facilitation.ui.messages import attempt, plain, plain_lines, show_error, show_remarks
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.side_panel import list_and_panel, panel_head
from facilitation.ui.switches import switch

UPLOAD, CHOSEN = "volume_comment_files", "volume_comment"
PAGE_SIZE, LONGEST = 50, 160


def comments_part(page: EventScreen, plan: ProceedingsPlan) -> None:
    """The files, then the comments; the chosen one beside them."""
    _ = page._
    reading = st.expander(_("Read comments from Word files"), expanded=not plan.comments, key="read_comments")
    with reading:
        _reading(page)
    if not plan.comments:
        st.caption(_("Give the draft out, then read the files that come back here. Nobody's comment gets lost."))
        return
    is_open = switch(_("Which comments"), _filters(plan, _), key="comment_filter", keeps=True) == "open"
    rows = _in_order(comment for comment in plan.comments if not (is_open and comment.is_settled))
    chosen = next((comment for comment in plan.comments if comment.id == state.chosen(CHOSEN)), None)
    main, side = list_and_panel(is_open=chosen is not None)
    with main:
        _list(page, rows, chosen)
        paper_lines(page, "volume-comments.docx")
    if chosen:
        with side, st.container(border=True):
            _panel(page, chosen)


def _filters(plan: ProceedingsPlan, _: Translator) -> dict[str, str]:
    waiting = sum(not comment.is_settled for comment in plan.comments)
    return {
        "open": _("Open ({count})").format(count=waiting),
        "all": _("All ({count})").format(count=len(plan.comments)),
    }


def _in_order(comments: Iterable[VolumeComment]) -> list[VolumeComment]:
    places: dict[Section | None, int] = {section: place for place, section in enumerate((*Section, None))}
    return sorted(comments, key=lambda comment: places[comment.section])


def _list(page: EventScreen, comments: Sequence[VolumeComment], chosen: VolumeComment | None) -> None:
    _ = page._
    if not comments:
        st.markdown(":green-badge[" + _("In order") + "] " + _("All comments are settled."))
        return
    pages = -(-len(comments) // PAGE_SIZE)
    key = state.widget_key("comment_pages", page.event_id, pages)
    number = int(state.widget_value(key) or 1) if pages > 1 else 1
    shown = comments[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    row_list(
        [_row(comment, last, _) for comment, last in zip(shown, (None, *shown), strict=False)],
        key=state.widget_key("volume_comments", page.event_id),
        label=_("Comments"),
        chosen=chosen.id if chosen else "",
        on_chosen=partial(state.choose, CHOSEN),
        on_ticked=lambda comment_id, on: _settle(page, comments, comment_id, is_settled=on),
    )
    if pages > 1:
        st.pagination(pages, key=key)


def _row(comment: VolumeComment, last: VolumeComment | None, _: Translator) -> Row:
    is_first = last is None or last.section is not comment.section
    return Row(
        id=comment.id,
        title=_short(comment_text(comment, _)),
        facts=" · ".join(text for text in (comment.author, _quoted(comment.anchor)) if text),
        below=_short(comment.answer),
        heading=_place(comment, _) if is_first else "",
        is_checked=comment.is_settled,
        is_quiet=comment.is_settled,
    )


def _place(comment: VolumeComment, _: Translator) -> str:
    return section_label(comment.section, _) if comment.section else _("Before the first part")


def _quoted(text: str) -> str:
    return f"“{_short(text, 60)}”" if text else ""


def _short(text: str, length: int = LONGEST) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rstrip() + " …"


def _settle(page: EventScreen, comments: Sequence[VolumeComment], comment_id: str, *, is_settled: bool) -> None:
    seen = next((comment for comment in comments if comment.id == comment_id), None)
    if seen:
        attempt(page.app.volume_comments.edit, page.event_id, seen, replace(seen, is_settled=is_settled))


def _panel(page: EventScreen, comment: VolumeComment) -> None:
    """The whole comment, the words it is on, and the field for what was done."""
    _ = page._
    moment = moment_text(comment.written_at, page.language) if comment.written_at else ""
    panel_head(comment.author or _("nobody named"), (moment, _place(comment, _)), _, what=CHOSEN)
    if comment.anchor:
        st.markdown(f"> {plain(comment.anchor)}")
    st.markdown(plain_lines(comment_text(comment, _)))
    text_field(
        _("What was done"),
        comment.answer,
        key=state.widget_key("comment_answer", comment.id),
        save=lambda typed: attempt(
            page.app.volume_comments.edit, page.event_id, comment, replace(comment, answer=typed or "")
        ),
        rows=4,
        placeholder=_("for example: taken over; left as it was, because …"),
    )
    with st.container(horizontal=True):
        label = _("Open again") if comment.is_settled else _("Settled")
        st.button(
            label,
            key=state.widget_key("comment_settle", comment.id),
            type="secondary" if comment.is_settled else "primary",
            on_click=_settle,
            args=(page, [comment], comment.id),
            kwargs={"is_settled": not comment.is_settled},
        )
        st.button(
            _("Remove"),
            key=state.widget_key("comment_remove", comment.id),
            type="tertiary",
            icon=":material/delete:",
            on_click=attempt,
            args=(page.app.volume_comments.remove, page.event_id, [comment.id]),
            kwargs={"done": _("Comment removed. Undo brings it back.")},
        )


def _reading(page: EventScreen) -> None:
    """Files first, what is in them below; saved by the button only."""
    _ = page._
    files = st.file_uploader(
        _("Word files that came back, several at once"),
        type=["docx"],
        accept_multiple_files=True,
        key=state.widget_key(UPLOAD, state.chosen(UPLOAD)),
        help=_("Comments and tracked changes are read. A file read twice brings nothing twice."),
    )
    if not files:
        return
    try:
        read = page.app.volume_comments.read(page.event_id, [(file.name, file.getvalue()) for file in files])
    except FacilitationError as error:
        show_error(error, _)
        return
    rows = pd.DataFrame([_read_row(file, _) for file in read])
    st.dataframe(rows, hide_index=True, alt=_("What was read from each file"))
    show_remarks((file.file_name, error_sentence(file.problem, _)) for file in read if file.problem)
    fresh = sum(len(file.fresh) for file in read)
    if fresh:
        words = _.plural("Save {count} comment", "Save {count} comments", fresh).format(count=fresh)
        st.button(words, type="primary", key="save_comments", on_click=_save, args=(page, read))


def _save(page: EventScreen, read: Sequence[ReadComments]) -> None:
    if attempt(page.app.volume_comments.save, page.event_id, read, done=page._("Saved.")) is not None:
        state.choose(UPLOAD, str(int(state.chosen(UPLOAD) or 0) + 1))


def _read_row(file: ReadComments, _: Translator) -> dict[str, object]:
    return {
        _("File"): file.file_name,
        _("New"): len(file.fresh),
        _("Known already"): file.known_count,
        _("Who wrote"): "; ".join(file.authors),
    }
