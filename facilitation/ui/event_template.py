"""The organisation's own Word template: choose it, see what was found in it, go back to our own paper."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from facilitation.domain.template import StylePart, TemplateFacts
from facilitation.i18n.formats import list_text
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import Translator
from facilitation.services.templates import KeptTemplate
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

UPLOAD, UPLOADS = "template_file", "template_uploads"
MOST_MEGABYTES = 10


def template_part(page: EventScreen) -> None:
    """A Word file whose letterhead, fonts and styles every paper takes over."""
    _ = page._
    st.header(_("Your organisation's Word template"), anchor=False)
    st.write(
        _(
            "Papers of this event are made on it: its header, footer and logo, its fonts, headings and margins. Cards, "
            "badges and signs stay as they are, because they are measured to the millimetre."
        )
    )
    kept = page.app.templates.get(page.event_id)
    if kept is None:
        st.caption(_("No template was chosen: papers are made on our own paper."))
    else:
        _kept(page, kept)
    _upload(page, has_one=kept is not None)


def _kept(page: EventScreen, kept: KeptTemplate) -> None:
    _ = page._
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_("Template: {name}").format(name=f"**{plain(kept.file.name)}**"), width="content")
        st.button(
            _("Remove the template"),
            key="remove_template",
            type="tertiary",
            icon=":material/close:",
            on_click=attempt,
            args=(page.app.templates.remove, page.event_id),
            kwargs={"done": _("Papers are made on our own paper again.")},
        )
    if kept.problem is not None:
        sentence = error_sentence(kept.problem, _)
        st.warning(_("It is not used. {reason}").format(reason=plain(sentence)), icon=":material/warning:")
    elif kept.facts is not None:
        st.markdown("\n".join(f"- {plain(line)}" for line in facts_lines(kept.facts, _)))


def facts_lines(facts: TemplateFacts, _: Translator) -> list[str]:
    """What was found in a template, a sentence each."""
    edges = (
        (facts.has_header, _("Header: found"), _("Header: there is none")),
        (facts.has_logo, _("Logo or picture: found"), _("Logo or picture: there is none")),
        (
            facts.has_footer,
            _("Footer: found; version and page numbers stand under it"),
            _("Footer: there is none; version and page numbers stand in it"),
        ),
    )
    lines = [found if is_there else missing for is_there, found, missing in edges]
    if facts.fonts:
        lines.append(_("Fonts: {names}").format(names=list_text(facts.fonts, _.language)))
    for template, parts in (
        (_("Taken from it: {parts}"), facts.found),
        (_("It has no style for these, so ours were brought in: {parts}"), facts.brought),
    ):
        if parts:
            lines.append(template.format(parts=list_text([style_part_label(part, _) for part in parts], _.language)))
    return lines


def style_part_label(part: StylePart, _: Translator) -> str:
    """A part of a paper in words."""
    return {
        StylePart.TEXT: _("text"),
        StylePart.TITLE: _("title"),
        StylePart.HEADINGS: _("headings"),
        StylePart.LISTS: _("lists of points"),
        StylePart.QUOTES: _("exact words"),
        StylePart.CAPTIONS: _("captions of tables"),
        StylePart.CONTENTS: _("table of contents"),
        StylePart.TABLES: _("tables"),
    }[part]


def _upload(page: EventScreen, *, has_one: bool) -> None:
    """The file is looked at as soon as it is chosen; one that is refused changes nothing."""
    _ = page._
    key = state.widget_key(UPLOADS, state.chosen(UPLOADS, "0"))
    st.file_uploader(
        _("Choose another Word file (.docx or .dotx)") if has_one else _("Choose a Word file (.docx or .dotx)"),
        type=["docx", "dotx"],
        key=key,
        max_upload_size=MOST_MEGABYTES,
        help=_("What stands in it as text is left out. Files with macros or a password are refused."),
        on_change=_chosen(page, key),
    )


def _chosen(page: EventScreen, key: str) -> Callable[[], None]:
    def keep() -> None:
        upload = state.widget_value(key)
        if upload is None:
            return
        done = page._("Papers are made on this template from now on.")
        attempt(page.app.templates.choose, page.event_id, upload.name, upload.getvalue(), done=done)
        state.choose(UPLOADS, str(int(state.chosen(UPLOADS, "0")) + 1))

    return keep
