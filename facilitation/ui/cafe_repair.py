"""Repair on the day: who is missing, who came late, which table is lost; the list of new cards; saved on yes."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.cafe import Seating
from facilitation.domain.person import Participation
from facilitation.errors import FacilitationError
from facilitation.i18n.formats import number_text
from facilitation.i18n.labels import error_sentence
from facilitation.services.cafe_repair import Mending, Repair, absent_by_attendance, late_by_attendance
from facilitation.ui import state
from facilitation.ui.cafe_versions import changes_table, figures_table
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.messages import attempt, plain
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch


def repair_screen(page: EventScreen, view: CafeView, seating: Seating) -> None:
    """What has happened, what the mended plan looks like, and the button that takes it."""
    _ = page._
    st.write(_("Rounds already held stay as they were. As few people as possible get another table."))
    mending = _asked(page, view, seating)
    if not (mending.absent_ids or mending.late_ids or mending.lost_tables):
        st.caption(_("Say who is missing, who came late or which table is lost; then the mended plan stands here."))
        return
    try:
        repair = _preview(page, view, mending)
    except FacilitationError as error:
        st.error(error_sentence(error, _), icon=":material/error:")
        return
    _shown(page, view, repair)


def _preview(page: EventScreen, view: CafeView, mending: Mending) -> Repair:
    """The mended plan. It takes up to a second, so it is kept until the café or the list of people changes."""
    with st.spinner(page._("Looking for the fewest moves…")):
        return _kept_preview(page, view, mending, repr((view.key, view.cafe.version, view.everybody, mending)))


@st.cache_data(max_entries=20, show_spinner=False)
def _kept_preview(_page: EventScreen, _view: CafeView, _mending: Mending, asked: str) -> Repair:  # noqa: ARG001
    return _page.app.cafe_repairs.preview(*_view.key, _mending)


def _asked(page: EventScreen, view: CafeView, seating: Seating) -> Mending:
    _, item = page._, view.cafe.item_id
    names = {number: _("From round {number}").format(number=number) for number in range(1, len(seating.rounds) + 1)}
    from_round = switch(_("From round"), names, key=state.widget_key("cafe_repair_from", item))
    missing = absent_by_attendance(view.everybody, seating, view.day)
    if not any(view.day in part.days_attended for part in view.everybody):
        _to_attendance(page)
    left, right = st.columns(2, gap="large")
    with left:
        absent = _people(
            page, view, _("Missing"), "absent", [p for p in view.everybody if p.id in seating.seated_ids], missing
        )
    with right:
        late = _people(
            page,
            view,
            _("Came late"),
            "late",
            list(view.without_seat),
            late_by_attendance(view.everybody, seating, view.day),
        )
        lost = st.multiselect(
            _("Lost tables"),
            [number for number, people in enumerate(seating.rounds[from_round - 1].tables, start=1) if people],
            key=state.widget_key("cafe_repair_lost", item, from_round),
            format_func=lambda number: _("Table {number}").format(number=number),
            placeholder=_("None"),
        )
    return Mending(from_round, tuple(absent), tuple(late), tuple(lost))


def _to_attendance(page: EventScreen) -> None:
    _ = page._
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            _("Attendance of this day has not been ticked yet; you can also name the missing here."), width="content"
        )
        if st.button(_("Tick attendance"), key="cafe_to_attendance", type="tertiary", icon=":material/arrow_forward:"):
            go_to("people")


def _people(
    page: EventScreen, view: CafeView, label: str, name: str, options: list[Participation], known: tuple[str, ...]
) -> list[str]:
    """Some people; those known from the attendance are chosen already."""
    ids = [part.id for part in options]
    key = state.widget_key("cafe_repair", name, view.cafe.item_id, len(known), view.cafe.plan_number)
    count = len(state.widget_value(key, known))
    chosen: list[str] = st.multiselect(
        f"{label} ({number_text(count, page.language)})" if count else label,
        ids,
        [person for person in known if person in ids],
        key=key,
        format_func=view.name,
        placeholder=page._("Nobody"),
    )
    return chosen


def _shown(page: EventScreen, view: CafeView, repair: Repair) -> None:
    _ = page._
    gone = [change for change in repair.changes if change.is_gone]
    new = tuple(change for change in repair.changes if not change.is_gone)
    count = number_text(len(new), page.language)
    head = _.plural("{count} person gets a new card", "{count} people get a new card", len(new)).format(count=count)
    st.subheader(head if new else _("Nobody needs a new card"), anchor=False)
    if gone:
        st.caption(
            _.plural(
                "{count} card is taken back, because its owner is not there.",
                "{count} cards are taken back, because their owners are not there.",
                len(gone),
            ).format(count=number_text(len(gone), page.language))
        )
    if new:
        changes_table(page, view, new)
    _stand_ins(page, view, repair)
    st.button(
        _("Take the mended plan"),
        key="cafe_repair_save",
        type="primary",
        icon=":material/healing:",
        on_click=_save,
        args=(page, view, repair),
    )
    figures_table(page, ((_("Before"), repair.before), (_("Mended"), repair.after)))


def _stand_ins(page: EventScreen, view: CafeView, repair: Repair) -> None:
    """Who hosts a table in place of somebody who is missing: they must be told, their card stays right."""
    _ = page._
    told: dict[str, list[str]] = {}
    for number in range(repair.mending.from_round, len(repair.after.rounds) + 1):
        old, new = repair.before.hosts_in(number), repair.after.hosts_in(number)
        for table, host in enumerate(new, start=1):
            if host and host not in old:
                place = _("round {number}, table {table}").format(number=number, table=table)
                told.setdefault(host, []).append(place)
    if told:
        lines = (f"- {plain(view.name(host))}: {'; '.join(places)}" for host, places in told.items())
        st.markdown("\n".join((_("New hosts, who sit there already:"), "", *lines)))


def _save(page: EventScreen, view: CafeView, repair: Repair) -> None:
    attempt(
        page.app.cafe_repairs.save, *view.key, repair, done=page._("The mended plan is in use; the old one is kept.")
    )
