"""Beside the outline: what the volume counts, or the text of the section that is being written."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from facilitation.domain.proceedings import OWN_SECTIONS, Section
from facilitation.domain.text import LANGUAGES, Text
from facilitation.errors import mark
from facilitation.i18n.labels import section_title
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_acronyms import unexplained
from facilitation.planning.proceedings_order import listed
from facilitation.ui import state
from facilitation.ui.fields import words_field
from facilitation.ui.kept_typing import drafts_left, drop_drafts, keep_typing, say_kept
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.proceedings_view import CHOSEN_SECTION, ProceedingsView

VOLUME = "volume"
ROWS = 12
HINTS: Mapping[Section, str] = {
    Section.ACRONYMS: mark(
        "One short form on each line: “OSCE – Organization for Security and Co-operation in Europe”. Known ones that "
        "the texts use at least twice are listed without it."
    ),
    Section.IMPRINT: mark("Thanks to those who made the event possible; edition, editors, contact of the office."),
    Section.SUMMARY: mark("One page for those who read nothing else: why, who, what came out, what happens next."),
    Section.BACKGROUND: mark("How the event was designed and prepared. Context and purpose of the event follow it."),
    Section.EVALUATION: mark(
        "What the figures of the forms do not say; they follow it, with the words chosen to be quoted."
    ),
    Section.LESSONS: mark("What to keep and what to do otherwise next time."),
    Section.NEXT_STEPS: mark("Who does what first, when the next meeting is; the follow-up days come after it."),
}


def section_panel(page: EventScreen, view: ProceedingsView, section: Section) -> None:
    """The words of one section in the languages of the event; saved on change."""
    _, seen = page._, view.plan.text(section)

    def save(wanted: Text) -> None:
        if attempt(page.app.proceedings.write, page.event_id, section, seen, wanted) is not None:
            drop_drafts(page, *_keys(section))

    with st.container(border=True):
        st.header(plain(section_title(view.plan, section, _)), anchor=False)
        st.caption(
            _(HINTS.get(section, mark("An introduction in your words. What the event's record holds follows it.")))
        )
        if section in OWN_SECTIONS:
            _title_field(page, view, section)
        words_field(page, _("Text"), seen, key=_key(section), save=save, rows=ROWS)
        if section is Section.ACRONYMS:
            _found_short_forms(view, _)
        st.caption(_("An empty line starts a new paragraph. The text is saved when you leave the field."))
        st.button(_("Close"), key="close_section", on_click=state.forget, args=(CHOSEN_SECTION,))
    keep_typing(page, _keys(section))


def _title_field(page: EventScreen, view: ProceedingsView, section: Section) -> None:
    """The title of a section of one's own."""
    seen = view.plan.title(section)
    words_field(
        page,
        page._("Title of the section"),
        seen,
        key=state.widget_key("volume_title", section.value),
        save=lambda wanted: attempt(page.app.proceedings.name, page.event_id, section, seen, wanted),
    )


def _found_short_forms(view: ProceedingsView, _: Translator) -> None:
    """What the texts use: those that are explained, and those nobody explains yet."""
    uses = view.content.acronyms
    known = sorted(use.short for use in uses if use.meaning)
    if known:
        st.caption(_("Listed: {acronyms}.").format(acronyms=plain(", ".join(known))))
    unknown = unexplained(uses)
    if unknown:
        st.caption(_("Used and explained nowhere: {acronyms}.").format(acronyms=plain(", ".join(unknown))))


def _key(section: Section) -> str:
    return state.widget_key(VOLUME, section.value)


def _keys(section: Section) -> list[str]:
    return [state.widget_key(_key(section), code) for code in LANGUAGES]


def save_texts_left(page: EventScreen) -> None:
    """Save what was being written when the page was closed, reloaded or cut off."""
    left = drafts_left(page, VOLUME)
    if not left:
        return
    for key, words in left.items():
        _volume, name, code = key.split("·")
        seen = page.app.proceedings.get(page.event_id).text(Section(name))
        attempt(page.app.proceedings.write, page.event_id, Section(name), seen, seen.with_language(code, words.strip()))
    drop_drafts(page, *left)
    say_kept(page)


def figures(page: EventScreen, view: ProceedingsView) -> None:
    """What the volume holds, each number with its sentence."""
    _, content = page._, view.content
    reports = [report for report in content.sessions if report.has_notes]
    kept = [entry for entry in content.commitments if entry.owner and entry.due_on]
    lines = (
        _("**{count}** of {total} sections go in.").format(count=len(view.plan.sections), total=len(listed(view.plan))),
        _("**{count}** of {total} sessions have notes.").format(count=len(reports), total=len(content.sessions)),
        _.plural("**{count}** recommendation.", "**{count}** recommendations.", len(content.recommendations)).format(
            count=len(content.recommendations)
        ),
        _.plural(
            "**{count}** commitment, **{kept}** with owner and date.",
            "**{count}** commitments, **{kept}** with owner and date.",
            len(content.commitments),
        ).format(count=len(content.commitments), kept=len(kept)),
    )
    with st.container(border=True):
        st.header(_("What the volume holds"), anchor=False)
        for line in lines:
            st.markdown(line)
        st.caption(_("Choose the pencil of a section to write its words here."))
