"""Who gets the volume: found, pasted, written to, and marked as sent only once it is final."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes, policy
from io import BytesIO
from zipfile import ZipFile

import pytest

from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Consent, InvitationStatus, Person
from facilitation.domain.proceedings import ProceedingsPlan, Recipient
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.exchange.recipients_text import pasted_recipients
from facilitation.planning.recipients import suggested
from facilitation.services.application import Application
from tests.builders import EVENT_ID, a_participation, a_record, an_event
from tests.documents.letterheads import a_letterhead
from tests.services.conftest import Clock
from tests.services.volumes import begun_volume, finished_volume, words

OFFICE = Recipient("", "Bashkia Elbasan", "", "bashkia@example.org")
MINISTRY = Recipient("", "Znj. Sekretare", "Ministria e Brendshme", "")


def listed(app: Application, event: Event, *entries: Recipient) -> tuple[Recipient, ...]:
    app.distribution.add(event.id, entries or (OFFICE, MINISTRY))
    return app.proceedings.get(event.id).recipients


def test_who_could_get_it_is_found_in_what_the_event_knows() -> None:
    def part(key: str, **fields: object) -> object:
        person = Person(key, f"Përfaqësuese {key}", organisation=f"Zyra {key}", email=f"{key}@example.org")
        return a_participation(key, person=person, **fields)

    agreed = part("a", contact_consent=Consent.YES)
    silent, declined = part("b"), part("c", contact_consent=Consent.YES, status=InvitationStatus.DECLINED)
    ministry = a_participation(
        "d", person=Person("d", "Drejtor", organisation="Ministria", sector=Sector.CENTRAL_GOVERNMENT)
    )
    donor = a_participation("e", person=Person("e", "Zyrtar", organisation="Fondi B", sector=Sector.DONOR))
    coded = a_participation("f", person=Person("f", "R-014", organisation="Strehëza", is_coded=True))
    event = an_event(donors=Text(sq="Fondi A, Fondi B"))
    record = a_record(event=event, participations=(agreed, silent, declined, ministry, donor, coded))

    found = suggested(record)

    assert [(entry.name, entry.email) for entry in found.participants] == [("Përfaqësuese a", "a@example.org")]
    assert [entry.name for entry in found.organisations] == ["Zyra a", "Zyra b"]
    assert [entry.name for entry in found.ministries] == ["Ministria"]
    assert [entry.name for entry in found.donors] == ["Fondi A", "Fondi B"]
    known = ProceedingsPlan(EVENT_ID, recipients=(*found.donors, Recipient("x", "Tjetër", "", "A@example.org")))
    again = suggested(a_record(event=event, participations=record.participations, proceedings=known))
    assert (again.participants, again.donors) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bashkia Elbasan\tZyra e kryetarit\tz@example.org", ("Bashkia Elbasan", "Zyra e kryetarit", "z@example.org")),
        ("z@example.org; Bashkia Elbasan", ("Bashkia Elbasan", "", "z@example.org")),
        ("Bashkia Elbasan <z@example.org>", ("Bashkia Elbasan", "", "z@example.org")),
        ("z@example.org", ("z@example.org", "", "z@example.org")),
        ("Zyra, Elbasan, z@example.org, y@example.org", ("Zyra", "Elbasan", "z@example.org, y@example.org")),
    ],
)
def test_lists_are_pasted_as_people_have_them(text: str, expected: tuple[str, str, str]) -> None:
    head = "Emri\tOrganizata\tE-mail\n\n" if "\t" in text else ""
    assert pasted_recipients(head + text) == (Recipient("", *expected),)


def test_nobody_stands_on_the_list_twice(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    assert app.distribution.add(conference.id, [OFFICE, OFFICE, MINISTRY]) == 2
    same_address = Recipient("", "Bashkia e Elbasanit", "", "Bashkia@Example.org")
    assert app.distribution.add(conference.id, [same_address, MINISTRY]) == 0
    text = "Bashkia tjetër; bashkia@example.org\nFondi; fondi@example.org"
    assert [entry.name for entry in app.distribution.pasted(conference.id, text)] == ["Fondi"]


def test_bad_entries_are_refused_and_changes_are_undone(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    with pytest.raises(InvalidInput, match="name of the person"):
        app.distribution.add(conference.id, [Recipient("", "  ")])
    with pytest.raises(InvalidInput, match="no e-mail address"):
        app.distribution.add(conference.id, [Recipient("", "Zyra", "", "pa adresë")])
    office, ministry = listed(app, conference)

    app.distribution.edit(conference.id, office, Recipient("", " Bashkia  Tiranë ", "", "t@example.org"))
    with pytest.raises(ChangedElsewhere):
        app.distribution.edit(conference.id, office, Recipient("", "Bashkia Durrës"))
    app.distribution.remove(conference.id, [ministry.id])
    assert [entry.name for entry in app.proceedings.get(conference.id).recipients] == ["Bashkia Tiranë"]
    with pytest.raises(NotFound):
        app.distribution.edit(conference.id, ministry, MINISTRY)

    app.history.undo(conference.id, "proceedings")
    assert ministry in app.proceedings.get(conference.id).recipients


def test_it_is_marked_as_sent_only_once_final_and_on_a_day_that_was(
    app: Application, conference: Event, clock: Clock
) -> None:
    begun_volume(app, conference)
    office, ministry = listed(app, conference)
    with pytest.raises(InvalidInput, match="not final yet"):
        app.distribution.mark_sent(conference.id, [office.id], date(2027, 1, 11))
    app.volume_stages.ask_for_comments(conference.id)
    app.volume_stages.finish(conference.id)
    clock.moment += timedelta(days=3)

    with pytest.raises(InvalidInput, match="cannot have been sent before"):
        app.distribution.mark_sent(conference.id, [office.id], date(2027, 1, 10))
    with pytest.raises(InvalidInput, match="still to come"):
        app.distribution.mark_sent(conference.id, [office.id], date(2027, 1, 15))
    app.distribution.mark_sent(conference.id, [office.id, ministry.id], date(2027, 1, 12))
    app.distribution.mark_unsent(conference.id, [ministry.id])

    sent = [entry.sent_on for entry in app.proceedings.get(conference.id).recipients]
    assert sent == [date(2027, 1, 12), None]
    app.history.undo(conference.id, "proceedings")
    assert all(entry.sent_on for entry in app.proceedings.get(conference.id).recipients)
    app.distribution.add(conference.id, [Recipient("", "E re", "", "", date(2020, 1, 1))])
    assert app.proceedings.get(conference.id).recipients[-1].sent_on is None


def opened(data: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(data)) as package:
        yield from ((name, package.read(name)) for name in package.namelist())


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("sq", "ju dërgon raportin e punimeve"), ("en", "sends you the proceedings of")],
)
def test_a_letter_for_each_may_be_prepared_before(
    app: Application, conference: Event, language: str, sentence: str
) -> None:
    begun_volume(app, conference)
    office, _ministry = listed(app, conference)

    whole = words(app.distribution.letters(conference.id, "volume-letters.docx", language))
    assert whole.count(sentence) == 2
    assert whole.index("Bashkia Elbasan") < whole.index("Ministria e Brendshme")
    each = dict(opened(app.distribution.letters(conference.id, "volume-letters.zip", language, [office.id])))
    assert list(each) == ["001-bashkia-elbasan.docx"]
    assert "Ministria e Brendshme" not in words(each["001-bashkia-elbasan.docx"])
    with pytest.raises(NotFound):
        app.distribution.letters(conference.id, "../x.docx", language)


def test_letters_stand_on_the_letterhead_and_say_since_when_it_is_final(app: Application, conference: Event) -> None:
    finished_volume(app, conference)
    app.letters.keep_letterhead(conference.id, "koka.docx", a_letterhead())
    listed(app, conference)

    data = app.distribution.letters(conference.id, "volume-letters.docx", "en")

    assert "The volume is final since 11 January 2027." in words(data)
    with ZipFile(BytesIO(data)) as package:
        headers = [package.read(name).decode() for name in package.namelist() if "header" in name]
    assert any("Bashkia Fier" in header for header in headers)


def test_drafts_go_to_those_with_an_address_and_to_nobody_else(app: Application, conference: Event) -> None:
    begun_volume(app, conference)
    listed(app, conference, OFFICE, MINISTRY, Recipient("", "Dy adresa\r\nBcc: x@example.org", "", "a@e.org, b@e.org"))

    drafts = dict(opened(app.distribution.mails(conference.id, "sq")))

    assert len(drafts) == 2
    mails = [message_from_bytes(data, policy=policy.default) for data in drafts.values()]
    assert [mail["Subject"] for mail in mails] == ["Raporti i punimeve: Konferenca"] * 2
    assert {address.addr_spec for mail in mails for address in mail["To"].addresses} == {
        "bashkia@example.org",
        "a@e.org",
        "b@e.org",
    }
    assert all(mail["Bcc"] is None and mail["X-Unsent"] == "1" for mail in mails)


def test_an_empty_list_still_makes_a_file(app: Application, conference: Event) -> None:
    assert "Nobody is on" in words(app.distribution.letters(conference.id, "volume-letters.docx", "en"))
