"""Waves, answers, substitutes and quotas: each is one stroke that undo takes back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitation.domain.event import Event, Quota, QuotaKind
from facilitation.domain.person import InvitationStatus, Participation, Payer, Person
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.planning.contributors import contributor_named
from facilitation.services.application import Application
from facilitation.services.events import NewEvent

TODAY = date(2027, 1, 11)
WOMEN = Quota(QuotaKind.SEX, "female", 0.4)


def some_people(app: Application, event: Event, count: int = 3) -> list[Participation]:
    return [app.people.add(event.id, Person("", f"Zyra {n}", "Bashkia Fier")) for n in range(1, count + 1)]


def without_versions(parts: tuple[Participation, ...]) -> list[Participation]:
    return [replace(part, version=0) for part in parts]


def test_a_wave_is_one_stroke_and_undo_takes_all_of_it_back(app: Application, conference: Event) -> None:
    people = some_people(app, conference)
    before = app.people.list_for(conference.id)

    count = app.invitations.send_wave(conference.id, [part.id for part in people[:2]])

    after = app.people.list_for(conference.id)
    assert count == 2
    assert [(part.status.value, part.wave, part.invited_on) for part in after] == [
        ("invited", 1, TODAY),
        ("invited", 1, TODAY),
        ("to_invite", 0, None),
    ]
    app.history.undo(conference.id, "participation")
    assert without_versions(app.people.list_for(conference.id)) == without_versions(before)
    app.history.redo(conference.id, "participation")
    assert without_versions(app.people.list_for(conference.id)) == without_versions(after)


def test_the_next_wave_has_the_next_number_and_leaves_the_first_alone(app: Application, conference: Event) -> None:
    people = some_people(app, conference)
    app.invitations.send_wave(conference.id, [people[0].id])

    app.invitations.send_wave(conference.id, [part.id for part in people], on=date(2027, 2, 1))

    assert [(part.wave, part.invited_on) for part in app.people.list_for(conference.id)] == [
        (1, TODAY),
        (2, date(2027, 2, 1)),
        (2, date(2027, 2, 1)),
    ]


def test_answers_have_their_day(app: Application, conference: Event) -> None:
    (part,) = some_people(app, conference, 1)
    app.invitations.send_wave(conference.id, [part.id])

    app.invitations.answer(conference.id, [part.id, "gone"], InvitationStatus.CONFIRMED)
    app.invitations.let_pay(conference.id, [part.id], Payer.HOST)

    (found,) = app.people.list_for(conference.id)
    assert (found.status, found.answered_on, found.pays) == (InvitationStatus.CONFIRMED, TODAY, Payer.HOST)


@pytest.mark.parametrize("takes_roles", [True, False])
def test_a_substitute_of_the_same_office_takes_the_place_and_the_roles_asked_for(
    app: Application, conference: Event, takes_roles: bool
) -> None:
    (old,) = some_people(app, conference, 1)
    agenda = app.events.record(conference.id).agenda
    item = agenda.days[0].items[0]
    app.agendas.edit_item(conference.id, item, replace(item, speakers=(contributor_named("Zyra 1", {"Zyra 1": old}),)))

    new = app.invitations.add_substitute(old.id, "Zyra 9", takes_roles=takes_roles)

    gone, here = app.people.list_for(conference.id)
    assert (gone.status, gone.answered_on) == (InvitationStatus.DECLINED, TODAY)
    assert (here.id, here.person.organisation, here.substitute_for_id) == (new.id, "Bashkia Fier", old.id)
    (speaker,) = app.events.record(conference.id).agenda.days[0].items[0].speakers
    assert speaker.person_id == (new.id if takes_roles else old.id)

    app.history.undo(conference.id, "participation")
    assert [part.status.value for part in app.people.list_for(conference.id)] == ["to_invite"]
    (speaker,) = app.events.record(conference.id).agenda.days[0].items[0].speakers
    assert speaker.person_id == old.id


def test_somebody_on_the_list_stands_in_but_never_in_a_circle(app: Application, conference: Event) -> None:
    first, second = some_people(app, conference, 2)

    app.invitations.name_substitute(first.id, second.id, takes_roles=False)

    assert app.people.list_for(conference.id)[1].substitute_for_id == first.id
    for wrong in (first.id, second.id):
        with pytest.raises(InvalidInput):
            app.invitations.name_substitute(second.id, wrong, takes_roles=False)
    with pytest.raises(InvalidInput):
        app.invitations.add_substitute(first.id, "  ", takes_roles=False)


def test_a_quota_is_kept_and_undone(app: Application, conference: Event) -> None:
    app.invitations.set_quota(conference.id, WOMEN)
    assert app.events.get(conference.id).quotas == (WOMEN,)

    app.invitations.drop_quota(conference.id, WOMEN)
    app.history.undo(conference.id, "event")
    assert app.events.get(conference.id).quotas == (WOMEN,)
    with pytest.raises(InvalidInput):
        app.invitations.set_quota(conference.id, Quota(QuotaKind.SEX, "female", 1.5))


def test_one_person_has_many_events_and_is_offered_where_they_are_not_yet(app: Application, conference: Event) -> None:
    (part,) = some_people(app, conference, 1)
    other = app.events.create(NewEvent("national-conference", Text(sq="Tjetra"), date(2028, 5, 20)))
    assert part.person in app.people.others(other.id)

    again = app.people.add(other.id, part.person)

    assert again.person.id == part.person.id
    assert part.person not in app.people.others(other.id)
    assert app.people.elsewhere(again) == ((conference, part),)
