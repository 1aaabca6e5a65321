"""The side panel of one participant: the invitation, the answer, costs, attendance and the substitute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from facilitation.domain.person import EventRole, InvitationStatus, Participation, Payer
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import invitation_label, payer_label, role_label
from facilitation.planning.invitation_checks import Presence, presence, with_status
from facilitation.planning.substitutes import roles_of, substitute_of
from facilitation.ui import state
from facilitation.ui.fields import choice_field, date_field, many_field, number_field, text_field, trimmed
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import CHOSEN_PERSON

MOST_NIGHTS = 60


@dataclass(frozen=True, slots=True)
class PartPanel:
    """The fields of one person's part in the event; ``parts`` are all people of the event."""

    page: EventScreen
    part: Participation
    parts: tuple[Participation, ...]

    def show(self) -> None:
        """Status and role first, then what follows from them."""
        self._status_and_role()
        self._days()
        self._costs()
        self._attendance()
        self._substitute()

    def key(self, field: str) -> str:
        """The key of a field of this person."""
        return state.widget_key("person", self.part.id, field)

    def save(self, field: str) -> Callable[[Any], None]:
        """Saves one field as it is."""
        return lambda value: self._keep(replace(self.part, **{field: value}))

    def _keep(self, wanted: Participation) -> None:
        attempt(self.page.app.people.edit, self.part, wanted)

    def _save_status(self, status: InvitationStatus) -> None:
        """A new status brings its day."""
        self._keep(with_status(self.part, status, self.page.app.overviews.today()))

    def _status_and_role(self) -> None:
        _ = self.page._
        left, right = st.columns(2)
        with left:
            choice_field(
                _("Invitation"),
                list(InvitationStatus),
                self.part.status,
                key=self.key("status"),
                save=self._save_status,
                format_func=lambda status: invitation_label(status, _),
            )
        with right:
            choice_field(
                _("Role in the event"),
                list(EventRole),
                self.part.role,
                key=self.key("role"),
                save=self.save("role"),
                format_func=lambda role: role_label(role, _),
            )
        if self.part.role is EventRole.OBSERVER:
            st.caption(_("Observers listen and advise; they take no part in decisions."))

    def _days(self) -> None:
        _, part = self.page._, self.part
        if part.status is InvitationStatus.TO_INVITE:
            return
        with st.container(horizontal=True):
            number_field(_("Wave"), part.wave, key=self.key("wave"), save=self.save("wave"), most=99)
            date_field(_("Invited on"), part.invited_on, key=self.key("invited_on"), save=self.save("invited_on"))
            date_field(_("Answered on"), part.answered_on, key=self.key("answered_on"), save=self.save("answered_on"))

    def _costs(self) -> None:
        _, part = self.page._, self.part
        left, right = st.columns(2)
        with left:
            choice_field(
                _("Who pays"),
                list(Payer),
                part.pays,
                key=self.key("pays"),
                save=self.save("pays"),
                format_func=lambda payer: payer_label(payer, _),
            )
        with right:
            nights = self.save("nights")
            number_field(_("Nights paid"), part.nights, key=self.key("nights"), save=nights, most=MOST_NIGHTS)
        text_field(_("Travel"), part.travel, key=self.key("travel"), save=trimmed(self.save("travel")))

    def _attendance(self) -> None:
        _, page = self.page._, self.page
        days = list(range(1, page.event.day_count + 1))
        many_field(
            _("Came on"),
            sorted({*days, *self.part.days_attended}),
            self.part.days_attended,
            key=self.key("days_attended"),
            save=lambda chosen: self.save("days_attended")(tuple(sorted(chosen or ()))),
            format_func=lambda day: day_text(page.event.day(day), page.language),
            placeholder=_("No day ticked"),
        )
        found = presence(self.part, page.event, self.parts, page.app.overviews.today())
        if found is Presence.NO_SHOW:
            st.caption(_("Confirmed, but did not come."))

    def _substitute(self) -> None:
        """Whom this person stands in for, who stands in for them, and the way to name somebody."""
        _, part = self.page._, self.part
        replaced = next((other for other in self.parts if other.id == part.substitute_for_id), None)
        if replaced is not None:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(plain(_("Comes in the place of {name}.").format(name=replaced.person.name)), width="content")
                st.button(
                    _("No longer"),
                    key=self.key("no_substitute"),
                    type="tertiary",
                    on_click=self.save("substitute_for_id"),
                    args=("",),
                )
        stand_in = substitute_of(part, self.parts)
        if stand_in is not None:
            st.caption(plain(_("{name} comes in their place.").format(name=stand_in.person.name)))
        else:
            self._name_substitute()

    def _name_substitute(self) -> None:
        _, part = self.page._, self.part
        form = st.popover(
            _("Name a substitute"), icon=":material/swap_horiz:", key=self.key("substitute"), on_change="rerun"
        )
        if not form.open:
            return
        others = {other.id: other for other in self.parts if other.id != part.id and other.id != part.substitute_for_id}
        colleagues = sorted(others.values(), key=lambda other: other.person.organisation != part.person.organisation)
        with form:
            st.selectbox(
                _("Somebody on the list"),
                [other.id for other in colleagues],
                None,
                key=self.key("substitute_id"),
                format_func=lambda one: others[one].person.name,
                placeholder=_("Choose"),
            )
            st.text_input(_("Or somebody new of the same office"), key=self.key("substitute_name"))
            sessions = roles_of(part, self.page.app.agendas.get(part.event_id))
            if sessions:
                titles = ", ".join(f"“{item.title.said_in(self.page.language)}”" for item in sessions)
                st.toggle(
                    _("Takes over the parts in the agenda: {titles}").format(titles=plain(titles)),
                    key=self.key("substitute_roles"),
                )
            st.caption(_("Whoever is replaced has declined; both together count once."))
            st.button(_("Save the substitute"), type="primary", key=self.key("substitute_save"), on_click=self._replace)

    def _replace(self) -> None:
        """Somebody on the list goes before a new name."""
        invitations, part = self.page.app.invitations, self.part
        chosen = state.widget_value(self.key("substitute_id"))
        name = str(state.widget_value(self.key("substitute_name")) or "")
        takes = bool(state.widget_value(self.key("substitute_roles")))
        verb = invitations.name_substitute if chosen else invitations.add_substitute
        done = self.page._("Substitute named. Undo takes it back.")
        saved = attempt(verb, part.id, chosen or name, takes_roles=takes, done=done)
        if saved is not None:
            state.put_widget(self.key("substitute"), False)
            state.choose(CHOSEN_PERSON, saved.id)
