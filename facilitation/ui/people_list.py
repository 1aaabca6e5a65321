"""The participants as a list, and the bulk step that everybody needs: invitations sent."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.person import EventRole, InvitationStatus, Participation
from facilitation.i18n.labels import district_label, invitation_label, role_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.substitutes import substitute_of
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import CHOSEN_PERSON, PeopleView
from facilitation.ui.row_list import Row, row_list

PAGE_SIZE = 50
LEVELS = {InvitationStatus.CONFIRMED: "done", InvitationStatus.DECLINED: "block"}


def person_row(part: Participation, page: EventScreen, parts: Sequence[Participation] = ()) -> Row:
    """A person as a row; observers, and who stands in for somebody of ``parts``, are marked."""
    _, person = page._, part.person
    role = role_label(part.role, _) if part.role is not EventRole.PARTICIPANT else ""
    if part.role is EventRole.OBSERVER:
        role = _("Observer, no part in decisions")
    facts = (
        sector_label(person.sector, _),
        district_label(person.district, _) if person.district else "",
        role,
        _("wave {number}").format(number=part.wave) if part.wave else "",
        _stands_in(part, parts, _),
    )
    organisation = person.organisation if person.organisation.casefold() not in person.name.casefold() else ""
    return Row(
        id=part.id,
        title=f"{person.name} — {organisation}" if organisation else person.name,
        facts=" · ".join(fact for fact in facts if fact),
        remark=invitation_label(part.status, _),
        level=LEVELS.get(part.status, "hint"),
        is_quiet=part.status is InvitationStatus.DECLINED,
    )


def _stands_in(part: Participation, parts: Sequence[Participation], _: Translator) -> str:
    """For whom somebody comes, or who comes for them."""
    if part.substitute_for_id:
        name = next((other.person.name for other in parts if other.id == part.substitute_for_id), "")
        return _("stands in for {name}").format(name=name) if name else ""
    other = substitute_of(part, parts)
    return _("replaced by {name}").format(name=other.person.name) if other else ""


def people_list(page: EventScreen, view: PeopleView, parts: Sequence[Participation]) -> None:
    """The list; Enter or a click opens a person."""
    _ = page._
    if not view.parts:
        st.write(_("Nobody is on the list yet. Add the first participant or import a spreadsheet."))
        return
    if not parts:
        st.write(_("Nobody fits the search."))
        return
    _invite_all(page, parts)
    number = _page_number(page, parts)
    shown = parts[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    row_list(
        [person_row(part, page, view.parts) for part in shown],
        key=state.widget_key("people_rows", page.event_id),
        label=_("Participants"),
        chosen=view.chosen.id if view.chosen else "",
        on_chosen=lambda part_id: state.choose(CHOSEN_PERSON, part_id),
    )
    if len(parts) > PAGE_SIZE:
        _pager(page, parts, len(shown))


def _pages_key(page: EventScreen, parts: Sequence[Participation]) -> str:
    return state.widget_key("people_pages", page.event_id, -(-len(parts) // PAGE_SIZE))


def _page_number(page: EventScreen, parts: Sequence[Participation]) -> int:
    return int(state.widget_value(_pages_key(page, parts)) or 1) if len(parts) > PAGE_SIZE else 1


def _pager(page: EventScreen, parts: Sequence[Participation], shown: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.pagination(-(-len(parts) // PAGE_SIZE), key=_pages_key(page, parts))
        st.caption(page._("{shown} of {total} shown.").format(shown=shown, total=len(parts)), width="content")


def _invite_all(page: EventScreen, parts: Sequence[Participation]) -> None:
    waiting = [part.id for part in parts if part.status is InvitationStatus.TO_INVITE]
    if not waiting:
        return
    label = page._.plural("Mark {count} invitation as sent", "Mark {count} invitations as sent", len(waiting)).format(
        count=len(waiting)
    )
    st.button(
        label,
        key="invite_all",
        type="tertiary",
        icon=":material/mail:",
        on_click=lambda: attempt(
            page.app.people.invite, page.event_id, waiting, done=page._("Saved. Undo takes it back.")
        ),
    )
