"""Phone pages: made for all at once, listed, read and revoked; the address phones reach is typed once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import Event
from facilitation.errors import InvalidInput, NotFound, Revoked
from facilitation.services.application import Application
from tests.builders import some_participations


@pytest.fixture
def people(app: Application, conference: Event) -> tuple[str, ...]:
    """The participations of six offices."""
    parts = some_participations(6, name="Zyra", event_id=conference.id)
    app.people.save_import(conference.id, parts)
    return tuple(part.id for part in app.people.list_for(conference.id))


def test_one_stroke_makes_a_secret_link_for_everybody_who_has_none(
    app: Application, conference: Event, people: tuple[str, ...]
) -> None:
    first = app.phone_links.make_all(conference.id)
    again = app.phone_links.make_all(conference.id)

    links = app.phone_links.list_for(conference.id)
    assert (first, again) == (6, 0)
    assert {link.participation_id for link in links} == set(people)
    assert len({link.token for link in links}) == 6
    assert min(len(link.token) for link in links) == 22


def test_a_link_of_an_event_that_is_not_there_is_refused(app: Application) -> None:
    with pytest.raises(NotFound):
        app.phone_links.make_all("nothere")


def test_a_page_shows_the_name_and_tables_of_its_person(
    app: Application, conference: Event, people: tuple[str, ...]
) -> None:
    item = next(i for _, i in app.agendas.get(conference.id).items() if i.kind is ItemKind.WORLD_CAFE)
    cafe = app.cafes.get(conference.id, item.id)
    app.cafes.edit(cafe, replace(cafe, table_count=2))
    made = app.cafes.make_groups(conference.id, item.id, seconds=0.2)
    app.phone_links.make_all(conference.id)
    names = {part.id: part.person.name for part in app.people.list_for(conference.id)}

    for link in app.phone_links.list_for(conference.id):
        page = app.phone_links.page(link.token)
        assert made.seating
        seats = [
            next(n for n, table in enumerate(turn.tables, start=1) if link.participation_id in table)
            for turn in made.seating.rounds
        ]
        assert [entry.table for entry in page.cafes[0].rounds] == seats
        assert page.name == names[link.participation_id]


def test_many_pages_are_read_together_and_one_that_is_closed_keeps_nobody_else_waiting(
    app: Application, conference: Event, people: tuple[str, ...]
) -> None:
    app.phone_links.make_all(conference.id)
    first, second, *_others = app.phone_links.list_for(conference.id)
    app.phone_links.revoke(second.token)

    found = app.phone_links.pages([first.token, "nobodys", second.token, "\x00\ud800", first.token])

    assert found[0] == found[4] == app.phone_links.page(first.token)
    assert [type(entry) for entry in found[1:4]] == [NotFound, Revoked, NotFound]


def test_revoking_one_leaves_the_others_open(app: Application, conference: Event, people: tuple[str, ...]) -> None:
    app.phone_links.make_all(conference.id)
    first, *others = app.phone_links.list_for(conference.id)

    app.phone_links.revoke(first.token)

    assert app.phone_links.list_for(conference.id) == tuple(others)
    with pytest.raises(Revoked):
        app.phone_links.page(first.token)


def test_after_revoking_all_new_links_have_new_secrets(
    app: Application, conference: Event, people: tuple[str, ...]
) -> None:
    app.phone_links.make_all(conference.id)
    before = {link.token for link in app.phone_links.list_for(conference.id)}

    app.phone_links.revoke_all(conference.id)

    assert app.phone_links.list_for(conference.id) == ()
    assert app.phone_links.make_all(conference.id) == 6
    assert before.isdisjoint(link.token for link in app.phone_links.list_for(conference.id))


def test_an_unknown_link_is_not_found_and_revoking_it_does_nothing(app: Application) -> None:
    app.phone_links.revoke("nothere")

    with pytest.raises(NotFound):
        app.phone_links.page("nothere")


def test_the_page_of_somebody_taken_off_the_list_is_closed_until_that_is_undone(
    app: Application, conference: Event, people: tuple[str, ...]
) -> None:
    app.phone_links.make_all(conference.id)
    link = app.phone_links.list_for(conference.id)[0]

    app.people.remove(link.participation_id)

    assert link not in app.phone_links.list_for(conference.id)
    with pytest.raises(Revoked):
        app.phone_links.page(link.token)
    app.history.undo(conference.id, "participation")
    assert app.phone_links.page(link.token).name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" http://192.168.1.10:8501/ ", "http://192.168.1.10:8501"),
        ("https://tryeza.example/plan/", "https://tryeza.example/plan"),
        ("", ""),
    ],
)
def test_the_address_is_kept_without_what_would_break_a_link(app: Application, typed: str, kept: str) -> None:
    assert app.phone_links.choose_address(typed) == kept
    assert app.phone_links.address() == kept


@pytest.mark.parametrize(
    "typed", ["192.168.1.10:8501", "ftp://host", "http://", "http://a b", "http://host:port", "http://host/?x=1"]
)
def test_an_address_no_phone_can_open_is_refused_and_the_old_one_stays(app: Application, typed: str) -> None:
    app.phone_links.choose_address("http://10.0.0.2:8501")

    with pytest.raises(InvalidInput, match="no address a phone can open"):
        app.phone_links.choose_address(typed)

    assert app.phone_links.address() == "http://10.0.0.2:8501"


def test_addresses_are_whole_links_by_person_and_none_before_the_address_is_known(
    app: Application, conference: Event, people: tuple[str, ...]
) -> None:
    app.phone_links.make_all(conference.id)
    before = app.phone_links.addresses(conference.id)
    app.phone_links.choose_address("http://10.0.0.2:8501")

    links = app.phone_links.list_for(conference.id)

    assert before == {}
    assert app.phone_links.addresses(conference.id) == {
        link.participation_id: f"http://10.0.0.2:8501/p/{link.token}" for link in links
    }
