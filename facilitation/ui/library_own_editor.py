"""Editing a template, a method or a checklist of one's own: the fields that matter, and the whole text for the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import streamlit as st

from facilitation.domain.agenda import Layout
from facilitation.domain.checklist import Checklist
from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.own_file import OwnFile
from facilitation.domain.questionnaire_template import QuestionnaireTemplate
from facilitation.domain.text import Text
from facilitation.i18n.labels import goal_label, layout_label
from facilitation.library.own_text import Described, place_of
from facilitation.planning.guide_outline import ONE_MINUTE
from facilitation.planning.method_need import GOALS
from facilitation.services.library import OwnEntry
from facilitation.ui import state
from facilitation.ui.library_own import EDITED, edited_file
from facilitation.ui.messages import attempt, plain, problem_lines
from facilitation.ui.screen import Screen
from facilitation.ui.switches import switch

DRAFTS = "library"
"""Under this name drafts of texts are kept; they belong to no event."""
TEXT_HEIGHT = 560


def edited_entry(found: Screen) -> OwnEntry | None:
    """The own file that is being edited."""
    part, _colon, key = state.chosen(EDITED).partition(":")
    own = found.app.library.own(part) if part else ()
    return next((entry for entry in own if entry.file.key == key), None)


def own_file_editor(found: Screen, entry: OwnEntry) -> None:
    """The title, the way back, and the fields or the text."""
    _, file = found._, entry.file
    st.button(
        _("Back"),
        key="close_editor",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=state.forget,
        args=(EDITED,),
    )
    name = entry.made.title.said_in(found.language) if entry.made else f"{file.key}.toml"
    st.header(plain(name), anchor=False)
    if entry.problem is not None:
        st.warning(problem_lines(entry.problem, _), icon=":material/warning:")
    shapes = {"fields": _("Fields"), "text": _("The whole text")}
    has_fields = entry.made is not None and not isinstance(entry.made, QuestionnaireTemplate)
    shape = switch(_("View"), shapes, key="editor_shape") if has_fields else "text"
    if shape == "text" or entry.made is None or isinstance(entry.made, QuestionnaireTemplate):
        _text(found, file)
    elif isinstance(entry.made, Method):
        _method_form(found, entry.made)
    elif isinstance(entry.made, Instrument):
        _instrument_form(found, entry.made)
    else:
        _checklist_form(found, entry.made)


def _key(made_or_file: Described | OwnFile, field: str) -> str:
    name = made_or_file.key if isinstance(made_or_file, OwnFile) else place_of(made_or_file)[1]
    return state.widget_key("own", name, field)


def _shown(key: str, stored: Any) -> str:
    """Give a field what is stored, when it appears and when that has changed; what is typed stays until it is saved."""
    marker = state.widget_key(key, "stored")
    if state.widget_value(key) is None or state.chosen(marker) != repr(stored):
        state.put_widget(key, stored)
        state.choose(marker, repr(stored))
    return key


def _words(found: Screen, label: str, stored: Text, key: str, *, rows: int = 1) -> None:
    """A text in both languages; either may stay empty."""
    _ = found._
    names = {"sq": _("in Albanian"), "en": _("in English")}
    for code, column in zip(sorted(names, key=lambda code: code != found.language), st.columns(2), strict=True):
        name = _shown(state.widget_key(key, code), getattr(stored, code))
        if rows > 1:
            column.text_area(f"{label} ({names[code]})", key=name, height=rows * 26 + 18)
        else:
            column.text_input(f"{label} ({names[code]})", key=name)


def _typed_words(key: str) -> Text:
    sq, en = (str(state.widget_value(state.widget_key(key, code)) or "").strip() for code in ("sq", "en"))
    return Text(sq=sq, en=en)


def _number(place: Any, label: str, stored: int, key: str, most: int) -> None:
    place.number_input(label, 0, max(most, stored), key=_shown(key, stored), step=1)


def _typed_number(key: str) -> int:
    return int(state.widget_value(key) or 0)


def _method_form(found: Screen, method: Method) -> None:
    _ = found._
    _words(found, _("Title"), method.title, _key(method, "title"))
    _words(found, _("Purpose"), method.purpose, _key(method, "purpose"), rows=3)
    numbers = (
        (_("People, at least"), method.minimum_people, "minimum_people", 3000),
        (_("People, at most"), method.maximum_people, "maximum_people", 3000),
        (_("Minutes, at least"), method.minimum_time // ONE_MINUTE, "minimum_time", 1440),
        (_("Minutes, at most"), method.maximum_time // ONE_MINUTE, "maximum_time", 1440),
        (_("People in a group, at least"), method.group_minimum, "group_minimum", 3000),
        (_("People in a group, at most"), method.group_maximum, "group_maximum", 3000),
    )
    for start in (0, 2, 4):
        for place, (label, stored, field, most) in zip(st.columns(2), numbers[start : start + 2], strict=True):
            _number(place, label, stored, _key(method, field), most)
    st.caption(_("0 people in a group = the room works as one. The usual minutes are those of the steps."))
    _method_choices(found, method)
    st.button(_("Save"), key="own_save", type="primary", on_click=_save_method, args=(found, method))
    st.caption(_("Steps, words to say, materials and everything else stand in the whole text."))


def _method_choices(found: Screen, method: Method) -> None:
    _ = found._
    st.multiselect(
        _("Goal"),
        GOALS,
        key=_shown(_key(method, "goals"), list(method.goals)),
        format_func=lambda goal: goal_label(goal, _),
        placeholder=_("Choose"),
    )
    st.multiselect(
        _("Works with"),
        list(Layout),
        key=_shown(_key(method, "layouts"), list(method.layouts)),
        format_func=lambda layout: layout_label(layout, _),
        placeholder=_("Any room"),
    )
    st.toggle(
        _("Fit for cases of real people, told in codes"),
        key=_shown(_key(method, "is_for_cases"), method.is_for_cases),
    )
    st.toggle(_("Juniors and seniors weigh the same"), key=_shown(_key(method, "evens_ranks"), method.evens_ranks))


def _save_method(found: Screen, method: Method) -> None:
    wanted = replace(
        method,
        title=_typed_words(_key(method, "title")),
        purpose=_typed_words(_key(method, "purpose")),
        minimum_people=_typed_number(_key(method, "minimum_people")),
        maximum_people=_typed_number(_key(method, "maximum_people")),
        minimum_time=timedelta(minutes=_typed_number(_key(method, "minimum_time"))),
        maximum_time=timedelta(minutes=_typed_number(_key(method, "maximum_time"))),
        group_minimum=_typed_number(_key(method, "group_minimum")),
        group_maximum=_typed_number(_key(method, "group_maximum")),
        goals=tuple(state.widget_value(_key(method, "goals")) or ()),
        layouts=tuple(state.widget_value(_key(method, "layouts")) or ()),
        is_for_cases=bool(state.widget_value(_key(method, "is_for_cases"))),
        evens_ranks=bool(state.widget_value(_key(method, "evens_ranks"))),
    )
    attempt(found.app.own_library.edit, method, wanted, done=found._("Saved."))


def _instrument_form(found: Screen, instrument: Instrument) -> None:
    _ = found._
    _words(found, _("Title"), instrument.title, _key(instrument, "title"))
    _words(found, _("Purpose"), instrument.purpose, _key(instrument, "purpose"), rows=3)
    _words(found, _("Source"), instrument.source, _key(instrument, "source"), rows=2)
    _number(st, _("Usual number of people"), instrument.typical_people, _key(instrument, "typical_people"), 3000)
    st.button(_("Save"), key="own_save", type="primary", on_click=_save_instrument, args=(found, instrument))
    st.caption(_("Agenda, checklist and everything else stand in the whole text."))


def _save_instrument(found: Screen, instrument: Instrument) -> None:
    wanted = replace(
        instrument,
        title=_typed_words(_key(instrument, "title")),
        purpose=_typed_words(_key(instrument, "purpose")),
        source=_typed_words(_key(instrument, "source")),
        typical_people=_typed_number(_key(instrument, "typical_people")),
    )
    attempt(found.app.own_library.edit, instrument, wanted, done=found._("Saved."))


def _checklist_form(found: Screen, checklist: Checklist) -> None:
    _ = found._
    _words(found, _("Title"), checklist.title, _key(checklist, "title"))
    _words(found, _("Purpose"), checklist.purpose, _key(checklist, "purpose"), rows=3)
    _words(found, _("Source"), checklist.source, _key(checklist, "source"), rows=2)
    st.button(_("Save"), key="own_save", type="primary", on_click=_save_checklist, args=(found, checklist))
    st.caption(_("The tasks stand in the whole text."))


def _save_checklist(found: Screen, checklist: Checklist) -> None:
    wanted = replace(
        checklist,
        title=_typed_words(_key(checklist, "title")),
        purpose=_typed_words(_key(checklist, "purpose")),
        source=_typed_words(_key(checklist, "source")),
    )
    attempt(found.app.own_library.edit, checklist, wanted, done=found._("Saved."))


def _text(found: Screen, file: OwnFile) -> None:
    """The whole text. What is typed is kept as a draft when the field is left, so that nothing is lost."""
    _, key = found._, _key(file, "text")
    seen = _key(file, "seen")
    draft = found.app.preferences.drafts(DRAFTS).get(edited_file(file.part, file.key))
    draft = None if draft == file.content else draft
    if state.widget_value(key) is None:
        state.put_widget(key, file.content if draft is None else draft)
        state.choose(seen, file.content)
    with st.container(horizontal=True):
        st.button(_("Save"), key="own_save", type="primary", on_click=_save_text, args=(found, file, key, seen))
        if draft is not None:
            st.button(_("Throw my changes away"), key="own_drop", on_click=_drop, args=(found, file, key))
    if draft is not None:
        st.caption(_("Your changes are kept here, but not saved in the library yet."))
    st.text_area(
        _("Text as agendas/README.md describes it"),
        key=key,
        height=TEXT_HEIGHT,
        on_change=_keep,
        args=(found, file, key),
    )


def _keep(found: Screen, file: OwnFile, key: str) -> None:
    attempt(found.app.preferences.keep_draft, DRAFTS, edited_file(file.part, file.key), str(state.widget_value(key)))


def _save_text(found: Screen, file: OwnFile, key: str, seen: str) -> None:
    text = str(state.widget_value(key) or "")
    shown = replace(file, content=state.chosen(seen, file.content))
    saved = attempt(found.app.own_library.edit_text, shown, text, done=found._("Saved."))
    if saved is not None:
        _drop(found, file, key)
    elif (conflict := state.conflict()) is not None:
        state.choose(seen, str(conflict.theirs))  # both texts are shown; who saves once more means it


def _drop(found: Screen, file: OwnFile, key: str) -> None:
    attempt(found.app.preferences.drop_drafts, DRAFTS, edited_file(file.part, file.key))
    state.clear_widget(key)
