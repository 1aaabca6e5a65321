"""One person is taken out of everything: rows, history, drafts, versions, archives, papers, the bytes of the file."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from facilitation.domain.agenda import Absence, Contributor, Window
from facilitation.domain.attachment import Attachment
from facilitation.domain.cafe import CafeRules, PersonPair, Round, Seating
from facilitation.domain.consultation import Answer, FormLink, Question, Questionnaire, Reply
from facilitation.domain.event import Event, Sector
from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Participation, Person
from facilitation.domain.phone_link import PhoneLink
from facilitation.domain.release import Release
from facilitation.domain.task import Comment
from facilitation.domain.text import Text
from facilitation.errors import NotFound
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from facilitation.services.exports import FILES
from facilitation.services.paper_names import CAFE_PAPERS, PAPERS, PEOPLE_PAPERS, PLAN_PAPERS
from facilitation.storage.rows import Row
from tests.forms import fill_word
from tests.services.conftest import Clock

NAME, EMAIL, PHONE, PERSON_ID = "Provëza Shkëmbiza", "provez.shkembiza@example.org", "+355 69 765 4321", "feedface0001"
TRACES = (
    "Provëza",
    "Provëza".upper(),
    "Prov\\u00ebza",
    "Shkëmbiza",
    "provez.shkembiza",
    "765 4321",
    "7654321",
    PERSON_ID,
)
ANSWER = "Më shumë takime në qarqe."


def everybody(app: Application, event: Event) -> tuple[Participation, ...]:
    return app.people.list_for(event.id)


@pytest.fixture
def part(app: Application, conference: Event) -> Participation:
    """Somebody who stands in every corner of an event, and came to another one before."""
    person = Person(
        PERSON_ID, NAME, "Zyra", "Drejtuese", Sector.DONOR, District.KUKES, email=EMAIL, phone=PHONE, title="Dr."
    )
    for number in range(5):
        office = Person("", f"Zyra {number}", sector=Sector.CIVIL_SOCIETY, district=District.TIRANE)
        app.people.add(conference.id, office, status=InvitationStatus.CONFIRMED)
    part = app.people.add(conference.id, person, status=InvitationStatus.CONFIRMED, days_attended=(1, 2))
    part = app.people.edit(part, replace(part, note=f"{NAME} vjen vonë", list_consent=Consent.YES))
    _earlier_event(app, part.person)
    _plan(app, conference, part)
    _consultation(app, conference, part)
    with app.events.desk.work() as work:
        work.preferences.put(f"tester:draft:{conference.id}:note", f"{NAME}: po")
        work.preferences.put("tester:own_name", NAME)
        work.feeds.add(CalendarFeed("feed", conference.id, FeedScope.TASKS, NAME, "sq", datetime(2027, 1, 1)))
        work.phone_links.add([PhoneLink("phone", conference.id, part.id, datetime(2027, 1, 1))])
        attachment = Attachment(
            "file", conference.id, "task", "t", f"{NAME}.txt", "text/plain", 4, datetime(2027, 1, 1), "x"
        )
        work.attachments.add(attachment, b"nothing")
        work.commit()
    with app.events.desk.work() as work:
        release = Release("release", conference.id, 1, f"Për {NAME}", "", datetime(2027, 1, 2), NAME)
        work.releases.add(release, work.record(conference.id))
        work.commit()
    return everybody(app, conference)[-1]


def _earlier_event(app: Application, person: Person) -> None:
    earlier = app.events.create(NewEvent("regional-group", Text(sq="Grupi", en="The group"), date(2026, 10, 1)))
    met = app.people.add(earlier.id, person, role=EventRole.SPEAKER, days_attended=(1,), dietary_needs="pa mish")
    app.notes.add(earlier.id, "item", NoteKind.KEY_POINT, "Po.", speaker="proveza  shkembiza", speaker_role="Drejtuese")
    app.people.edit(met, replace(met, access_needs=f"pyet {EMAIL}"))


def _plan(app: Application, event: Event, part: Participation) -> None:
    """A place in the agenda, the checklist, the notes and a café, each with its history."""
    desk = app.events.desk
    with desk.work() as work:
        agenda = work.agendas.get(event.id)
        first, *others = agenda.days[0].items
        contributor = Contributor(NAME, part.id)
        item = replace(first, speakers=(contributor,), internal_note=f"Merr në telefon {PHONE}")
        absence = Absence(contributor, Window(1, agenda.days[0].starts_at, agenda.days[0].starts_at), "te mjeku")
        days = (replace(agenda.days[0], items=(item, *others)), *agenda.days[1:])
        saved = work.agendas.save(replace(agenda, days=days, absences=(absence,)))
        desk.note_change(work, "edit_item", event.id, before=agenda, after=saved)
        task = work.tasks.list_for(event.id)[0]
        comment = Comment("comment", NAME, datetime(2027, 1, 1), f"Fola me {NAME}, {PHONE}")
        owned = work.tasks.save(replace(task, owner=NAME, deputy=NAME, comments=(comment,)))
        desk.note_change(work, "edit_task", event.id, before=task, after=owned)
        cafe = work.cafes.list_for(event.id)[0]
        seating = Seating((Round(((part.id, "other"), ())),), (part.id,), 1, (), 1, 1, 0, 0.0)
        rules = CafeRules(apart=(PersonPair(part.id, "other"),))
        seated = work.cafes.save(replace(cafe, rules=rules, host_ids=(part.id,), seating=seating))
        desk.note_change(work, "make_groups", event.id, before=cafe, after=seated)
        work.commit()
    quote = app.notes.add(
        event.id, item.id, NoteKind.QUOTE, "Kurrë.", speaker=NAME, speaker_id=part.id, quote_consent=True,
        speaker_role="Drejtuese e zyrës X", owner=NAME,
    )  # fmt: skip
    app.notes.edit(quote, replace(quote, text=f"Kurrë, tha {NAME}."))


def _consultation(app: Application, event: Event, part: Participation) -> None:
    desk = app.events.desk
    with desk.work() as work:
        work.questionnaires.save(
            Questionnaire("form", event.id, Text(sq="A"), questions=(Question("q", Text(sq="B")),))
        )
        reply = Reply("reply", event.id, "form", part.id, NAME, Sector.DONOR, District.KUKES, note=EMAIL)
        answered = replace(reply, given_at=datetime(2027, 2, 1), answers=(Answer("q", f"{ANSWER} {NAME}"),))
        desk.note_change(work, "take_reply", event.id, after=work.replies.save(answered))
        work.replies.save(replace(reply, id="draft"))
        work.form_links.add([FormLink("link", "secret", event.id, "form", part.id, datetime(2027, 2, 1))])
        work.commit()


def texts(app: Application) -> Iterator[tuple[str, str]]:
    """Every row of every table as text."""
    with app.archives.engine.connect() as connection:
        for table in Row.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                yield table.name, str(tuple(row))


def unpacked(data: bytes) -> bytes:
    """A file with what is packed inside it."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return b"\n".join(unpacked(file.read(name)) for name in file.namelist()) + data


def found_in(data: bytes, *ids: str) -> list[str]:
    content = unpacked(data).decode("utf-8", errors="replace").casefold()
    return [trace for trace in (*TRACES, *ids) if trace.casefold() in content]


def test_nothing_of_the_person_is_left_anywhere(app: Application, conference: Event, part: Participation) -> None:
    database = Path(app.archives.engine.url.database or "")
    assert found_in(database.read_bytes() + database.with_name(f"{database.name}-wal").read_bytes(), part.id)

    done = app.erasures.erase(PERSON_ID, keeps_replies=True)

    assert done.is_wiped
    left = [(table, found) for table, row in texts(app) if (found := found_in(row.encode(), part.id))]
    assert left == []
    files = [path for path in database.parent.iterdir() if path.name.startswith(database.name)]
    left_in_files = {path.name: found_in(path.read_bytes(), part.id) for path in files}
    assert [name for name, found in left_in_files.items() if found] == []
    outputs = {"archive": app.archives.export(conference.id), "backup": app.archives.backup_bytes()}
    for language in ("sq", "en"):
        for name in (*PAPERS, *CAFE_PAPERS, *PLAN_PAPERS, *PEOPLE_PAPERS):
            outputs[f"{language} {name}"] = app.papers.make(conference.id, name, language)
        for name in FILES:
            outputs[f"{language} {name}"] = app.exports.make(conference.id, name, language)
    left_in_outputs = {name: found_in(data, part.id) for name, data in outputs.items()}
    assert {name: found for name, found in left_in_outputs.items() if found} == {}


def test_the_counts_stay_and_the_person_becomes_nobody(
    app: Application, conference: Event, part: Participation, clock: Clock
) -> None:
    clock.moment = datetime(2027, 6, 1, 9)
    before = everybody(app, conference)

    app.erasures.erase(PERSON_ID, keeps_replies=True)

    people = everybody(app, conference)
    gone = people[-1]
    assert len(people) == 6
    assert (gone.person.name, gone.person.is_coded, gone.person.sector, gone.person.district) == (
        "Person i fshirë", True, Sector.OTHER, None,
    )  # fmt: skip
    assert (gone.status, gone.days_attended, gone.list_consent, gone.note) == (
        InvitationStatus.CONFIRMED, (1, 2), Consent.NOT_ASKED, "",
    )  # fmt: skip
    assert people[:-1] == before[:-1]
    others = [other for event in app.events.list_all() for other in everybody(app, event) if event.id != conference.id]
    assert [other.person.name for other in others] == ["Person i fshirë"]
    assert others[0].person.id != gone.person.id, "two events must not be joined again"


def test_everything_that_pointed_to_the_person_points_to_nobody(
    app: Application, conference: Event, part: Participation
) -> None:
    app.erasures.erase(PERSON_ID, keeps_replies=True)

    gone = everybody(app, conference)[-1]
    with app.events.desk.reading() as work:
        record = work.record(conference.id)
        assert work.replies.list_for(conference.id) == (
            Reply("reply", conference.id, "form", given_at=datetime(2027, 2, 1), version=2,
                  answers=(Answer("q", f"{ANSWER} […]"),)),
        )  # fmt: skip
        assert work.form_links.find("link") is None
        assert work.preferences.starting_with("tester:") == {}
    cafe = record.cafes[0]
    assert cafe.seating is not None
    assert (cafe.host_ids, cafe.seating.rounds[0].tables, cafe.rules.apart) == (
        (gone.id,), ((gone.id, "other"), ()), (PersonPair(gone.id, "other"),),
    )  # fmt: skip
    item = record.agenda.days[0].items[0]
    assert (item.speakers, item.internal_note) == (
        (Contributor("Person i fshirë", gone.id),), "Merr në telefon […]",
    )  # fmt: skip
    assert record.agenda.absences[0].reason == ""
    owned = next(task for task in record.tasks if task.comments)
    assert (owned.owner, owned.deputy, owned.comments[0].author, owned.comments[0].text) == (
        "", "", "Person i fshirë", "Fola me […], […]",
    )  # fmt: skip
    quote = record.notes[0]
    assert (quote.text, quote.speaker, quote.speaker_role, quote.quote_consent) == ("Kurrë, tha […].", "", "", False)


def test_a_note_taker_is_forgotten_and_the_words_stay(app: Application, conference: Event, part: Participation) -> None:
    item_id = next(item.id for _day, item in app.agendas.get(conference.id).items())
    data = fill_word(app.note_forms.form(conference.id, item_id, "sq"), {"taker": part.person.name, "free": "një pikë"})
    app.note_forms.take_in(conference.id, app.note_forms.read(conference.id, [("a.docx", data)]))

    app.erasures.erase(PERSON_ID, keeps_replies=True)

    (note,) = (note for note in app.notes.list_for(conference.id) if note.text == "një pikë")
    assert note.author == ""


def test_undo_does_not_bring_the_person_back(app: Application, conference: Event, part: Participation) -> None:
    app.erasures.erase(PERSON_ID, keeps_replies=False)

    for subject in ("note", "task", "cafe", "agenda", "participation", "reply"):
        while app.history.undo(conference.id, subject):
            assert [row for _, row in texts(app) if found_in(row.encode(), part.id)] == []

    with app.events.desk.reading() as work:
        assert work.replies.list_for(conference.id) == ()


def test_the_look_ahead_says_what_will_happen_and_changes_nothing(
    app: Application, conference: Event, part: Participation
) -> None:
    before = list(texts(app))

    plan = app.erasures.preview(PERSON_ID, keeps_replies=True)

    assert list(texts(app)) == before
    assert plan == replace(app.erasures.erase(PERSON_ID, keeps_replies=True), is_wiped=False)
    assert (plan.notes, plan.tasks, plan.replies, plan.links, plan.choices, plan.has_namesake) == (2, 1, 2, 2, 3, False)
    assert [title.en for title in plan.events] == ["The group", "The conference"]


def test_somebody_erased_before_the_event_is_not_waited_for(app: Application, conference: Event) -> None:
    part = app.people.add(conference.id, Person("", NAME), status=InvitationStatus.CONFIRMED)

    app.erasures.erase(part.person.id, keeps_replies=True)

    assert everybody(app, conference)[0].status is InvitationStatus.DECLINED


def test_sector_and_district_stay_where_five_share_them(app: Application, conference: Event) -> None:
    parts = [
        app.people.add(conference.id, Person("", f"Zyra {n}", sector=Sector.DONOR, district=District.BERAT))
        for n in range(5)
    ]

    app.erasures.erase(parts[0].person.id, keeps_replies=True)
    app.erasures.erase(parts[1].person.id, keeps_replies=True)

    assert {(part.person.sector, part.person.district) for part in everybody(app, conference)} == {
        (Sector.DONOR, District.BERAT)
    }


def test_a_namesake_keeps_name_and_texts(app: Application, conference: Event) -> None:
    other = app.people.add(conference.id, Person("", NAME, email=EMAIL))
    part = app.people.add(conference.id, Person("", NAME, email=EMAIL, phone=PHONE))
    own = app.notes.add(conference.id, "i", NoteKind.KEY_POINT, "A", speaker=NAME, speaker_id=part.id)
    theirs = app.notes.add(conference.id, "i", NoteKind.KEY_POINT, NAME, speaker=NAME, speaker_id=other.id)

    done = app.erasures.erase(part.person.id, keeps_replies=True)

    assert done.has_namesake
    assert everybody(app, conference)[0] == other
    notes = {note.id: (note.text, note.speaker) for note in app.notes.list_for(conference.id)}
    assert notes == {own.id: ("A", ""), theirs.id: (NAME, NAME)}


def test_somebody_unknown_cannot_be_erased(app: Application) -> None:
    with pytest.raises(NotFound):
        app.erasures.erase("nobody", keeps_replies=True)


def test_who_erased_is_noted_without_the_person(app: Application, conference: Event, part: Participation) -> None:
    app.erasures.erase(PERSON_ID, keeps_replies=True)

    newest = app.history.list_for(conference.id)[0]
    assert (newest.verb, newest.actor, newest.before, newest.after) == ("erase_person", "tester", "", "")


def test_who_asks_gets_everything_about_them_and_no_secret(
    app: Application, conference: Event, part: Participation
) -> None:
    data = app.person_files.pack(PERSON_ID, "en")

    with zipfile.ZipFile(io.BytesIO(data)) as file:
        page, facts = file.read("person.html").decode(), json.loads(file.read("person.json"))
    earlier, event = facts["events"]
    assert (facts["person"]["email"], facts["person"]["phone"]) == (EMAIL, PHONE)
    assert (earlier["title"]["en"], earlier["participation"]["dietary_needs"]) == ("The group", "pa mish")
    assert [note["text"] for note in (*earlier["notes"], *event["notes"])] == ["Po.", f"Kurrë, tha {NAME}."]
    assert [place["part"] for place in event["agenda"]] == ["speaker"]
    assert [(seat["round"], seat["table"]) for seat in event["seats"]] == [(1, 1)]
    assert [reply["answers"][0][1] for reply in event["replies"] if reply["answers"]] == [f"{ANSWER} {NAME}"]
    assert [task["owner"] for task in event["tasks"]] == [NAME]
    assert [link["kind"] for link in event["links"]] == ["phone", "form"]
    assert [change["verb"] for change in event["changes"]] == ["add_person", "edit_person"]
    assert {reply["organisation"] for reply in event["replies"]} == {NAME}
    assert "secret" not in page + json.dumps(facts)
    for words in (EMAIL, PHONE, "pa mish", ANSWER, "Words may be quoted", "Participant changed", "round 1, table 1"):
        assert words in page
    assert app.history.list_for(conference.id)[0].verb == "hand_out_data"


def test_what_people_typed_is_text_on_the_page(app: Application, conference: Event) -> None:
    part = app.people.add(conference.id, Person("", '<script>alert("1")</script>'), note="<img src=x onerror=y>")

    with zipfile.ZipFile(io.BytesIO(app.person_files.pack(part.person.id, "sq"))) as file:
        page = file.read("person.html").decode()

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
