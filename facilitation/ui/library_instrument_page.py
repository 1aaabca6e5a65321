"""One instrument as a whole page: agenda with clock times, checklist with days, and all it brings along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from facilitation.domain.guide import GuideElement
from facilitation.domain.instrument import Instrument, InstrumentTask
from facilitation.domain.method import Method
from facilitation.domain.task import CountedFrom
from facilitation.domain.text import Text
from facilitation.i18n.due_words import counting_words
from facilitation.i18n.formats import clock_span_text, clock_text, minutes_text, share_text
from facilitation.i18n.labels import kind_label, sector_label
from facilitation.i18n.rule_names import rule_name
from facilitation.i18n.translator import Translator
from facilitation.library.own_text import INSTRUMENTS
from facilitation.planning.instrument_times import TimedInstrumentItem, timed_instrument_items
from facilitation.ui import state
from facilitation.ui.library_own import own_file_buttons
from facilitation.ui.library_words import instrument_words, is_own, own_mark, points, source_mark, sourced_points
from facilitation.ui.messages import plain, plain_lines
from facilitation.ui.navigation import go_to
from facilitation.ui.screen import Screen

CHOSEN_INSTRUMENT = "instrument"


def instrument_page(found: Screen, instrument: Instrument) -> None:
    """Head, what can be done with it, and everything a new event starts with."""
    _ = found._
    _head(found, instrument)
    if _has_source_lines(instrument):
        legend = _("{mark} marks what the source itself asks for; all else is our own proposal.")
        st.markdown(legend.format(mark=source_mark(_)))
    if instrument.source:
        st.caption(plain(instrument.source.said_in(found.language)))
    _agenda(found, instrument)
    _checklist(found, instrument)
    left, right = st.columns(2, gap="large")
    with left:
        sourced_points(_("Questions before the start"), instrument.start_questions, _)
        sourced_points(_("Prerequisites"), instrument.prerequisites, _)
        sourced_points(_("Documents"), instrument.documents, _)
        sourced_points(_("Indicators"), instrument.indicators, _)
    with right:
        _proposals(found, instrument)
    _elements(found, instrument.guide_elements)


def _head(found: Screen, instrument: Instrument) -> None:
    _ = found._
    st.button(
        _("All instruments"),
        key="close_instrument",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=state.forget,
        args=(CHOSEN_INSTRUMENT,),
    )
    st.header(plain(instrument.title.said_in(found.language)), anchor=False)
    yours = own_mark(_) if is_own(found, INSTRUMENTS, instrument.key) else ""
    st.markdown(yours + plain(instrument_words(instrument, _)))
    st.markdown(plain_lines(instrument.purpose.said_in(found.language)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if st.button(_("Use it for a new event"), type="primary", key="use_instrument"):
            go_to("home", new="1", instrument=instrument.key)
        own_file_buttons(found, instrument)


def _has_source_lines(instrument: Instrument) -> bool:
    lists = (instrument.start_questions, instrument.prerequisites, instrument.documents, instrument.indicators)
    return (
        any(line.is_from_seed for lines in lists for line in lines)
        or any(task.is_from_seed for task in instrument.tasks)
        or any(item.is_from_seed for day in instrument.days for item in day.items)
    )


def _agenda(found: Screen, instrument: Instrument) -> None:
    _ = found._
    timed, methods = timed_instrument_items(instrument), found.app.library.methods
    for number, day in enumerate(instrument.days, start=1):
        title = _("Day {number}, from {time}").format(number=number, time=clock_text(day.starts_at))
        st.subheader(title if instrument.day_count > 1 else _("Agenda"), anchor=False)
        rows = [_agenda_row(found, entry, methods) for entry in timed if entry.day == number]
        st.table(pd.DataFrame(rows), hide_index=True, alt=_("Agenda of the instrument"))


def _agenda_row(found: Screen, entry: TimedInstrumentItem, methods: Mapping[str, Method]) -> dict[str, str]:
    _, item = found._, entry.item
    method = methods.get(item.method_id)
    method_title = [method.title.said_in(found.language)] if method else []
    return {
        _("Time"): clock_span_text(entry.starts_at, entry.ends_at),
        _("Session"): _marked(item.title.said_in(found.language), item.is_from_seed, _),
        _("Length"): minutes_text(item.duration),
        _("Kind and method"): plain(" · ".join((kind_label(item.kind, _), *method_title))),
    }


def _marked(text: str, is_from_seed: bool, _: Translator) -> str:
    return f"{plain(text)} {source_mark(_)}" if is_from_seed else plain(text)


def _checklist(found: Screen, instrument: Instrument) -> None:
    if instrument.tasks:
        st.subheader(found._("Checklist"), anchor=False)
        tasks_table(found, instrument.tasks, alt=found._("Checklist of the instrument"))


def tasks_table(found: Screen, tasks: Sequence[InstrumentTask], *, alt: str) -> None:
    """The lines of a checklist with their days, owners and benchmarks."""
    _, language = found._, found.language
    rows = [
        {
            _("When"): _when(task, tasks, _),
            _("Task"): _marked(task.title.said_in(language), task.is_from_seed, _),
            _("Owner"): plain(task.owner_role.said_in(language)),
            _("How one sees it is done"): plain(task.benchmark.said_in(language)),
        }
        for task in tasks
    ]
    st.table(pd.DataFrame(rows), hide_index=True, alt=alt)


def _when(task: InstrumentTask, tasks: Sequence[InstrumentTask], _: Translator) -> str:
    """The day of a task, counted from the event or from what else it names."""
    offset = task.offset_days
    if task.counted_from is not CountedFrom.EVENT or task.is_working_days:
        other = next((line.title for line in tasks if task.after and line.key == task.after), Text())
        return plain(counting_words(task, other, _))
    if offset == 0:
        return _("on the day")
    count = abs(offset)
    if offset < 0:
        return _.plural("{count} day before", "{count} days before", count).format(count=count)
    return _.plural("{count} day after", "{count} days after", count).format(count=count)


def _proposals(found: Screen, instrument: Instrument) -> None:
    _, language = found._, found.language
    points(_("Objectives"), [entry.text for entry in instrument.objectives], language)
    points(_("Questions to the actors"), instrument.consultation_questions, language)
    points(_("Questions of the world café"), instrument.cafe_questions, language)
    shares = [
        f"- {plain(sector_label(t.sector, _))}: {share_text(t.share, language)}" for t in instrument.sector_targets
    ]
    if shares:
        st.markdown("**" + _("Who should come") + "**\n\n" + "\n".join(shares))
    rules = [f"- {plain(rule_name(code, _))}" for code in instrument.rules_left_out]
    if rules:
        st.markdown("**" + _("Rules that do not fit this kind of event") + "**\n\n" + "\n".join(rules))


def _elements(found: Screen, elements: tuple[GuideElement, ...]) -> None:
    """What the guide says for the whole event, each part to be opened."""
    if not elements:
        return
    st.subheader(found._("What holds throughout"), anchor=False)
    for element in elements:
        with st.expander(plain(element.title.said_in(found.language))):
            st.markdown(plain_lines(element.text.said_in(found.language)))
