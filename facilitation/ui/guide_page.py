"""One session of the guide as a page, in the order in which it prints."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.agenda import Contributor
from facilitation.domain.guide import GuideSheet, Material
from facilitation.domain.text import Text
from facilitation.i18n.formats import clock_span_text, day_text, list_text, minutes_text, number_text
from facilitation.i18n.labels import finding_sentence, kind_label, material_per_label
from facilitation.i18n.translator import Translator
from facilitation.planning.guide_outline import TimedStep
from facilitation.ui import state
from facilitation.ui.guide_materials import add_material_button
from facilitation.ui.guide_room import room_drawing
from facilitation.ui.guide_steps import add_step_button
from facilitation.ui.guide_view import CHOSEN_PART, MATERIAL, METHOD, STEP, TEXTS, GuideView, part_of
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.page_head import EventScreen

CLOCK_WIDTH = 104
"""Pixels for "09:00–09:10"."""


def sheet_page(page: EventScreen, view: GuideView) -> None:
    """Head, question, what to know before, steps, what comes out and what to do when time is short."""
    _, sheet = page._, view.sheet
    is_empty = sheet == GuideSheet(sheet.item_id)
    _head(page, view, is_empty=is_empty)
    if is_empty:
        st.write(_("Nothing is written for this session yet. Take a method, or write the page yourself."))
        return
    if sheet.question:
        with st.container(border=True):
            st.caption(_("Question to the group"))
            st.header(plain(sheet.question.said_in(page.language)), anchor=False)
    _facts(page, ((_("Purpose"), sheet.purpose), (_("Technique"), sheet.technique)))
    _steps(page, view)
    _facts(page, ((_("Room set-up"), sheet.room_setup), (_("Roles"), sheet.roles)))
    room_drawing(page, view)
    _materials(page, view)
    _facts(page, ((_("Equipment"), sheet.equipment), (_("Interpretation"), sheet.interpretation)))
    _facts(page, ((_("Logistics"), sheet.logistics),))
    _facts(page, ((_("Output for the notes"), sheet.output), (_("Plan B: ten minutes late"), sheet.plan_b)))
    _facts(page, ((_("What can go wrong"), sheet.risks), (_("Internal note"), _typed(view.chosen.item.internal_note))))


def _typed(text: str) -> Text:
    return Text(sq=text, en=text)


def _head(page: EventScreen, view: GuideView, *, is_empty: bool) -> None:
    _, entry = page._, view.chosen
    item = entry.item
    facts = (
        day_text(page.event.day(entry.day), page.language),
        clock_span_text(entry.starts_at, entry.ends_at),
        minutes_text(item.duration),
        kind_label(item.kind, _),
        item.room,
    )
    st.header(plain(item.title.said_in(page.language)), anchor=False)
    st.markdown(plain(" · ".join(fact for fact in facts if fact)))
    people = _people(_("Facilitation"), item.facilitators, _) + _people(_("Notes"), item.note_takers, _)
    if people:
        st.caption(" · ".join(people))
    with st.container(horizontal=True):
        _open_button(_("Take a method"), METHOD, "menu_book", type="primary" if is_empty else "secondary")
        _open_button(_("Edit the texts"), TEXTS, "edit")


def _people(label: str, contributors: Sequence[Contributor], _: Translator) -> list[str]:
    names = [plain(entry.name) for entry in contributors]
    return [f"{label}: {list_text(names, _.language)}"] if names else []


def _open_button(label: str, part: str, icon: str, **look: str) -> None:
    st.button(
        label,
        key=state.widget_key("open_part", part),
        icon=f":material/{icon}:",
        on_click=state.choose,
        args=(CHOSEN_PART, part),
        **look,  # type: ignore[arg-type]
    )


def _facts(page: EventScreen, facts: Sequence[tuple[str, Text]]) -> None:
    """Two facts beside each other; empty ones leave no hole."""
    written = [(label, text.said_in(page.language)) for label, text in facts if text]
    if not written:
        return
    for column, (label, text) in zip(st.columns(2, gap="medium"), written, strict=False):
        column.markdown(f"**{label}**  \n{plain_lines(text)}")


def _steps(page: EventScreen, view: GuideView) -> None:
    _ = page._
    with st.container(border=True):
        st.subheader(_("Steps"), anchor=False)
        _sum_remark(page, view)
        for timed in view.steps:
            _step_row(page, timed)
        if not view.steps:
            st.write(_("No step is written yet."))
        add_step_button(page, view)


def _sum_remark(page: EventScreen, view: GuideView) -> None:
    """The warning that the steps do not add up, with the way out beside it."""
    _, found = page._, view.steps_finding
    if found is None:
        return
    st.warning(plain(finding_sentence(found, _)), icon=":material/timer:")
    st.button(
        _("Fit the steps to the session"),
        key="fit_steps",
        type="primary",
        on_click=attempt,
        args=(page.app.guides.fit_steps, page.event_id, view.chosen.item.id),
        kwargs={"done": _("The steps fill the session now.")},
    )


def _step_row(page: EventScreen, timed: TimedStep) -> None:
    step, language = timed.step, page.language
    clock = f"**{clock_span_text(timed.starts_at, timed.ends_at)}**  \n:gray[{minutes_text(step.duration)}]"
    lines = [f"**{plain_lines(step.what.said_in(language))}**"]
    if step.words:
        lines.append("“" + plain_lines(step.words.said_in(language)) + "”")
    if step.who:
        lines.append(f":gray[{plain(step.who.said_in(language))}]")
    part_row(clock, "  \n".join(lines), part_of(STEP, step.id), page._("Edit this step"))


def part_row(lead: str, words: str, part: str, tip: str) -> None:
    """A line of the page with a pencil that opens it in the side panel; ``lead`` and ``words`` are markdown."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="top" if lead else "center"):
        if lead:
            st.markdown(lead, width=CLOCK_WIDTH)
        st.markdown(words, width="stretch")
        st.button(
            "",
            key=state.widget_key("open_part", part),
            type="tertiary",
            icon=":material/edit:",
            help=tip,
            on_click=state.choose,
            args=(CHOSEN_PART, part),
        )


def _materials(page: EventScreen, view: GuideView) -> None:
    _ = page._
    with st.container(border=True, gap="xsmall"):
        st.subheader(_("Materials"), anchor=False)
        for place, material in enumerate(view.sheet.materials):
            part_row("", material_line(material, _), part_of(MATERIAL, place), _("Edit this material"))
        if not view.sheet.materials:
            st.write(_("Nothing to bring."))
        add_material_button(page, view)


def material_line(material: Material, _: Translator) -> str:
    """ "Markers – 2 per table" as markdown."""
    digits = 0 if material.quantity == int(material.quantity) else 1
    quantity = number_text(material.quantity, _.language, digits=digits)
    return plain(f"{material.name.said_in(_.language)} – {quantity} {material_per_label(material.per, _)}")
