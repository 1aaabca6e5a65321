"""Imported people who may be known already, or stand in two rows: asked before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from facilitation.domain.person import Person
from facilitation.i18n.duplicate_sentences import reasons_text
from facilitation.planning.duplicates import Pair
from facilitation.planning.import_links import other_of, pairs_by_person, surest
from facilitation.ui import state
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen

SHOWN = 40
"""People asked about on one screen; for the others the surest answer is taken."""
NEW = ""


def ask_who_is_known(page: EventScreen, places: Mapping[str, int], pairs: Sequence[Pair]) -> dict[str, str]:
    """For each imported person who may be somebody else: whom they are taken for.

    ``places`` = the imported people with their rows in the file. Answers ids to ids; who is new is not in it.
    """
    asked = pairs_by_person(places, pairs)
    if not asked:
        return {}
    _ = page._
    count = len(asked)
    st.subheader(_("Known already? · {count}").format(count=count), anchor=False)
    st.caption(_("One person, many events: somebody known is linked, not made a second time; nothing is overwritten."))
    answers = {}
    for number, (person_id, candidates) in enumerate(asked.items()):
        answer = _ask(page, places, person_id, candidates) if number < SHOWN else surest(candidates, person_id)
        if answer:
            answers[person_id] = answer
    if count > SHOWN:
        st.caption(
            _("{count} more are linked where name and organisation are the same; the others come in as new.").format(
                count=count - SHOWN
            )
        )
    return answers


def _ask(page: EventScreen, places: Mapping[str, int], person_id: str, candidates: Sequence[Pair]) -> str:
    """The imported person at the left, whom they are taken for at the right, and why that is asked."""
    _ = page._
    others = {other_of(pair, person_id).id: pair for pair in candidates}
    person = candidates[0].first if candidates[0].first.id == person_id else candidates[0].second
    options, is_sure = [*others, NEW], bool(surest(candidates, person_id))

    def named(option: str) -> str:
        return _said(other_of(others[option], person_id), places, page) if option else _("Somebody new")

    with st.container(border=True):
        left, right = st.columns(2)
        left.markdown(plain(_said(person, places, page)))
        left.caption(reasons_text(candidates[0], _))
        answer = right.selectbox(
            _("Who is this?"),
            options,
            index=0 if is_sure else options.index(NEW),
            format_func=named,
            key=state.widget_key("people_known", places[person_id], person.name, is_sure),
            placeholder=_("Choose"),
        )
    return answer or NEW


def _said(person: Person, places: Mapping[str, int], page: EventScreen) -> str:
    """ "Row 3: Agimor Gurëzi — Bashkia Fier"."""
    facts = " — ".join(part for part in (person.name, person.organisation, person.email) if part)
    row = places.get(person.id)
    return page._("Row {row}: {person}").format(row=row, person=facts) if row else facts
