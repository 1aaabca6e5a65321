"""Letters: their words, their letterhead, to whom they go, and drafts that ask again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.header import decode_header, make_header
from io import BytesIO
from zipfile import ZipFile

import pytest

from facilitation.domain.event import Event, Letters
from facilitation.domain.person import InvitationStatus, Participation, Payer, Person
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.planning.letter_words import LetterLanguage
from facilitation.services.application import Application
from facilitation.services.invitation_letters import AUTHORISATIONS, EACH, INVITATIONS
from tests.documents.letterheads import HOSTILE, a_letterhead, as_template
from tests.documents.reading import all_text, outline
from tests.services.conftest import Clock

HEAD = "<header> Republika e Shqipërisë · Bashkia Fier"


def add(app: Application, event: Event, name: str, person: Person | None = None, **facts: object) -> Participation:
    return app.people.add(event.id, person or Person("", name, "Bashkia Fier"), **facts)


def written(app: Application, event: Event, name: str = INVITATIONS, **wanted: object) -> str:
    return all_text(app.letters.make(event.id, name, "sq", **wanted))  # type: ignore[arg-type]


def named(text: str) -> list[str]:
    return [name for name in ("Zyra A", "Zyra B", "Zyra C", "P-17") if name in text]


def test_letters_go_to_all_who_have_not_declined_and_never_to_a_code(app: Application, conference: Event) -> None:
    first = add(app, conference, "Zyra A")
    add(app, conference, "Zyra B", status=InvitationStatus.DECLINED)
    add(app, conference, "P-17", Person("", "P-17", is_coded=True))
    add(app, conference, "Zyra C", pays=Payer.OWN_OFFICE)

    assert named(written(app, conference)) == ["Zyra A", "Zyra C"]
    assert named(written(app, conference, ids=[first.id])) == ["Zyra A"]
    assert named(written(app, conference, AUTHORISATIONS)) == ["Zyra C"]
    assert named(written(app, conference, AUTHORISATIONS, ids=[first.id])) == ["Zyra A"]
    with ZipFile(BytesIO(app.letters.make(conference.id, EACH, "sq"))) as package:
        assert len(package.namelist()) == 3
    with pytest.raises(NotFound):
        app.letters.make(conference.id, "../x", "sq")


def test_the_words_are_kept_used_and_undone(app: Application, conference: Event) -> None:
    add(app, conference, "Zyra A")

    app.letters.edit(conference, Letters(invitation=Text(sq="Ju presim, {name}!"), reply_by=date(2027, 4, 1)))

    assert "Ju presim, Zyra A!" in written(app, conference, wanted=LetterLanguage.SQ)
    app.history.undo(conference.id, "event")
    assert "Ju presim" not in written(app, conference, wanted=LetterLanguage.SQ)


@pytest.mark.parametrize(
    "letters",
    [
        Letters(invitation=Text(en="Dear {nmae}")),
        Letters(authorisation=Text(sq="{}")),
        Letters(invitation=Text(sq="x" * 6_001)),
        Letters(form_link="javascript:alert(1)"),
        Letters(form_link="https://a b"),
    ],
)
def test_what_no_letter_can_say_is_refused(app: Application, conference: Event, letters: Letters) -> None:
    with pytest.raises(InvalidInput):
        app.letters.edit(conference, letters)

    assert app.events.get(conference.id).brief.letters == Letters()


def test_two_people_who_write_different_things_lose_nothing(app: Application, conference: Event) -> None:
    app.letters.edit(conference, Letters(reply_to="Zyra A"))
    app.letters.edit(conference, Letters(form_link="https://example.org/f"))

    assert app.events.get(conference.id).brief.letters == Letters(reply_to="Zyra A", form_link="https://example.org/f")
    with pytest.raises(ChangedElsewhere):
        app.letters.edit(conference, Letters(reply_to="Zyra B"))


@pytest.mark.parametrize("data", [a_letterhead(), as_template(a_letterhead())], ids=["docx", "dotx"])
def test_the_letterhead_is_used_dropped_and_comes_back_with_undo(
    app: Application, conference: Event, data: bytes
) -> None:
    add(app, conference, "Zyra A")

    app.letters.keep_letterhead(conference.id, "C:\\letra\\koka.dotx", data)

    kept = app.letters.letterhead(conference.id)
    assert kept is not None
    assert (kept.name, kept.subject) == ("koka.docx", "event")
    assert HEAD in outline(app.letters.make(conference.id, INVITATIONS, "sq"))
    app.letters.drop_letterhead(conference.id)
    assert HEAD not in outline(app.letters.make(conference.id, INVITATIONS, "sq"))
    app.history.undo(conference.id, "event")
    assert HEAD in outline(app.letters.make(conference.id, INVITATIONS, "sq"))


@pytest.mark.parametrize("name", ["macros", "old .doc", "endless paragraphs", "linked picture"])
def test_a_hostile_letterhead_leaves_nothing_behind(app: Application, conference: Event, name: str) -> None:
    with pytest.raises(InvalidInput):
        app.letters.keep_letterhead(conference.id, "koka.docx", HOSTILE[name])

    assert app.letters.letterhead(conference.id) is None
    assert app.attachments.list_for(conference.id) == ()


def test_the_letterhead_travels_with_the_archive_and_not_to_the_next_event(app: Application, conference: Event) -> None:
    add(app, conference, "Zyra A")
    app.letters.keep_letterhead(conference.id, "koka.docx", a_letterhead())

    copy = app.archives.open(app.archives.export(conference.id))

    assert HEAD in outline(app.letters.make(copy.id, INVITATIONS, "sq"))


def test_a_file_of_another_event_is_no_letterhead(app: Application, conference: Event) -> None:
    other = app.archives.open(app.archives.export(conference.id))
    app.letters.keep_letterhead(other.id, "koka.docx", a_letterhead())
    file = app.letters.letterhead(other.id)
    assert file is not None

    app.letters.edit(conference, replace(conference.brief.letters, letterhead_id=file.id))

    assert app.letters.letterhead(conference.id) is None


def test_silent_people_get_a_draft_each_in_their_language(app: Application, conference: Event, clock: Clock) -> None:
    add(app, conference, "", Person("", "Zyra A", email="a@example.org"))
    add(app, conference, "", Person("", "Zyra B", email="b@example.org", languages=("en",)))
    add(app, conference, "Zyra C")
    add(app, conference, "Zyra D", status=InvitationStatus.CONFIRMED)
    app.invitations.send_wave(conference.id, [part.id for part in app.people.list_for(conference.id)])
    clock.moment = clock.moment.replace(day=25)

    found = app.letters.ask_again(conference.id, 14)
    with ZipFile(BytesIO(app.letters.reminder_mails(conference.id, "sq", days=14))) as package:
        mails = [message_from_bytes(package.read(name)) for name in package.namelist()]

    assert [part.person.name for part in found.unreached] == ["Zyra C"]
    assert app.letters.ask_again(conference.id, 15).reached == ()
    assert [mail["To"].split()[-1] for mail in mails] == ["<a@example.org>", "<b@example.org>"]
    subjects = [str(make_header(decode_header(mail["Subject"]))) for mail in mails]
    assert subjects == ["Përgjigjja juaj për ftesën: Konferenca", "Your answer to the invitation: The conference"]
    bodies = [mail.get_payload(decode=True).decode() for mail in mails]  # type: ignore[union-attr]
    assert ["Zyra" in body for body in bodies] == [False, False]
    assert all(mail["X-Unsent"] == "1" for mail in mails)
