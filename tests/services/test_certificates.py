"""Numbers of certificates over a real database."""

from __future__ import annotations

from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from tests.builders import a_person


def _came(app: Application, event: Event, name: str, *, is_coded: bool = False) -> Participation:
    return app.people.add(event.id, a_person(name, id="", is_coded=is_coded), days_attended=(1,))


def _numbers(app: Application, event: Event) -> list[tuple[str, str]]:
    return [(part.person.name, part.certificate) for part in app.people.list_for(event.id)]


def test_numbers_go_by_name_to_those_who_attended_and_stay(app: Application, conference: Event) -> None:
    _came(app, conference, "Zyra")
    _came(app, conference, "Çelësi")
    _came(app, conference, "P-01", is_coded=True)
    late = app.people.add(conference.id, a_person("Ditë", id=""))

    assert app.certificates.issue(conference.id) == 2
    app.people.mark_attended(conference.id, [late.id], 2, is_present=True)
    assert (app.certificates.issue(conference.id), app.certificates.issue(conference.id)) == (1, 0)

    assert _numbers(app, conference) == [
        ("Zyra", "2027-05/002"),
        ("Çelësi", "2027-05/001"),
        ("P-01", ""),
        ("Ditë", "2027-05/003"),
    ]
    assert [part.certificate for part in app.certificates.register(conference.id)] == [
        "2027-05/001",
        "2027-05/002",
        "2027-05/003",
    ]


def test_two_events_of_a_month_share_their_numbers(app: Application, conference: Event) -> None:
    other = app.events.create(NewEvent("national-conference", Text(en="Other"), date(2027, 5, 3)))
    _came(app, conference, "A")
    _came(app, other, "B")

    app.certificates.issue(conference.id)
    app.certificates.issue(other.id)

    assert (_numbers(app, conference), _numbers(app, other)) == ([("A", "2027-05/001")], [("B", "2027-05/002")])


def test_a_number_is_never_given_twice(app: Application, conference: Event) -> None:
    first = _came(app, conference, "A")
    app.certificates.issue(conference.id)
    app.people.remove(first.id)
    _came(app, conference, "B")

    app.certificates.issue(conference.id)

    assert _numbers(app, conference) == [("B", "2027-05/002")]


def test_one_undo_takes_the_numbers_of_a_stroke_back(app: Application, conference: Event) -> None:
    _came(app, conference, "A")
    _came(app, conference, "B")
    app.certificates.issue(conference.id)

    app.history.undo(conference.id, "participation")

    assert _numbers(app, conference) == [("A", ""), ("B", "")]
