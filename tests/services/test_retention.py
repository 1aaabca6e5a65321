"""The rules are editable with a reason, the dry run shows what goes, and what went is in no history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select

from facilitation.domain.consultation import Answer, Questionnaire, Reply
from facilitation.domain.event import Event
from facilitation.domain.person import Participation, Person
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.planning.retention import DEFAULTS, FieldGroup, RetentionRule
from facilitation.services.application import Application
from facilitation.storage.rows import Row
from tests.services.conftest import Clock

DIET, EMAIL = "pa-mish-fare", "kontakt@example.org"


@pytest.fixture
def part(app: Application, conference: Event) -> Participation:
    added = app.people.add(conference.id, Person("", "Zyra A", email=EMAIL), dietary_needs=DIET)
    app.preferences.keep_draft(conference.id, f"person·{added.id}·dietary_needs", DIET)
    return app.people.edit(added, replace(added, access_needs=DIET, note="vonë"))


def everything(app: Application) -> str:
    with app.archives.engine.connect() as connection:
        return str([tuple(row) for table in Row.metadata.sorted_tables for row in connection.execute(select(table))])


def test_nothing_is_due_before_its_day(app: Application, conference: Event, part: Participation, clock: Clock) -> None:
    clock.moment = datetime(2027, 6, 4, 9)

    assert (app.retention.due(), app.retention.overdue_since(conference)) == ((), None)


def test_what_was_deleted_is_in_no_row_and_in_no_history(
    app: Application, conference: Event, part: Participation, clock: Clock
) -> None:
    clock.moment = datetime(2027, 6, 5, 9)
    assert DIET in everything(app)
    assert app.retention.overdue_since(conference) == date(2027, 6, 4)

    gone = app.retention.delete_now()

    assert [(entry.group, entry.fields) for entry in gone] == [(FieldGroup.NEEDS, ("access_needs", "dietary_needs"))]
    assert DIET not in everything(app)
    assert EMAIL in everything(app)
    assert (app.retention.due(), app.retention.overdue_since(conference)) == ((), None)
    assert app.people.list_for(conference.id)[0].note == "vonë"
    assert app.history.list_for(conference.id)[0].verb == "delete_kept_data"


def test_undo_after_a_deletion_brings_back_the_rest_only(
    app: Application, conference: Event, part: Participation, clock: Clock
) -> None:
    clock.moment = datetime(2027, 6, 5, 9)
    app.retention.delete_now()

    app.history.undo(conference.id, "participation")

    stored = app.people.list_for(conference.id)[0]
    assert (stored.note, stored.access_needs, stored.dietary_needs) == ("", "", "")


def test_contacts_leave_the_history_too(app: Application, conference: Event, part: Participation, clock: Clock) -> None:
    clock.moment = datetime(2029, 6, 5, 9)

    app.retention.delete_now()

    assert EMAIL not in everything(app)
    app.people.remove(app.people.list_for(conference.id)[0].id)
    app.history.undo(conference.id, "participation")
    assert app.people.list_for(conference.id)[0].person.name == "Zyra A"


def test_at_the_end_the_person_is_erased_and_counted(
    app: Application, conference: Event, part: Participation, clock: Clock
) -> None:
    clock.moment = datetime(2033, 6, 5, 9)

    app.retention.delete_now()

    assert [entry.person.name for entry in app.people.list_for(conference.id)] == ["Person i fshirë"]
    assert app.retention.due() == ()


def test_a_rule_is_changed_with_its_reason(app: Application) -> None:
    app.retention.set_rule(FieldGroup.NEEDS, 0, "Marrëveshja me donatorin, neni 4")

    assert app.retention.rules() == (
        RetentionRule(FieldGroup.NEEDS, 0, "Marrëveshja me donatorin, neni 4"), *DEFAULTS[1:],
    )  # fmt: skip


@pytest.mark.parametrize(("days", "reason"), [(-1, "x"), (36_501, "x"), (10, " ")])
def test_a_rule_without_reason_or_with_odd_days_is_refused(app: Application, days: int, reason: str) -> None:
    with pytest.raises(InvalidInput):
        app.retention.set_rule(FieldGroup.NEEDS, days, reason)

    assert app.retention.rules() == DEFAULTS


def test_samples_are_left_alone(app: Application, clock: Clock) -> None:
    event = app.events.load_sample("national-conference-2008", "sq")

    assert (app.retention.due(), app.retention.overdue_since(event)) == ((), None)


WORDS = "fjalë-të-lira"


@pytest.fixture
def asked(app: Application, conference: Event, part: Participation) -> Questionnaire:
    """A consultation closed in March: a reply and a draft of theirs, one through the open link, and both links."""
    asked = app.consultations.add(conference.id, title=Text("A"), closes_on=date(2027, 3, 1))
    answers = (Answer("q", WORDS, quote=WORDS), Answer("r", chosen=(1,)))
    reply = Reply("reply", conference.id, asked.id, part.id, WORDS, note=WORDS, answers=answers)
    with app.events.desk.work() as work:
        for each in (
            replace(reply, given_at=datetime(2027, 2, 1)),
            replace(reply, id="draft"),
            replace(reply, id="open", participation_id="", given_at=datetime(2027, 2, 1)),
        ):
            app.events.desk.note_change(work, "take_reply", conference.id, after=work.replies.save(each))
        work.commit()
    app.form_links.make(asked.id, ["", part.id])
    return asked


def test_secrets_of_a_closed_form_go_and_its_links_open_nothing_more(
    app: Application, conference: Event, asked: Questionnaire, clock: Clock
) -> None:
    links = app.form_links.list_for(asked.id)
    clock.moment = datetime(2027, 4, 1, 9)
    listed = app.retention.due()

    gone = app.retention.delete_now()

    assert [(entry.group, entry.name, entry.fields) for entry in listed] == [
        (FieldGroup.LINKS, "", ("secret",)), (FieldGroup.LINKS, "Zyra A", ("secret",)),
    ]  # fmt: skip
    assert (gone, app.retention.due()) == (listed, ())
    assert [link.secret for link in links if link.secret in everything(app)] == []
    for link in links:
        for secret in (link.secret, ""):
            with pytest.raises(NotFound):
                app.form_links.open(link.id, secret)
    assert app.form_links.list_for(asked.id) == ()


def test_words_of_replies_go_from_rows_and_history_and_the_figures_stay(
    app: Application, conference: Event, asked: Questionnaire, clock: Clock
) -> None:
    clock.moment = datetime(2028, 5, 22, 9)
    assert WORDS in everything(app)
    assert app.retention.overdue_since(conference) == date(2027, 3, 31)
    listed = [entry for entry in app.retention.due() if entry.group is FieldGroup.REPLIES]

    app.retention.delete_now()

    assert [entry.name for entry in listed] == ["Zyra A", "Zyra A", WORDS]
    assert WORDS not in everything(app)
    assert [(reply.id, reply.answers) for reply in app.consultations.replies(asked.id)] == [
        ("reply", (Answer("q"), Answer("r", chosen=(1,)))), ("open", (Answer("q"), Answer("r", chosen=(1,)))),
    ]  # fmt: skip
    assert not app.history.undo(conference.id, "reply")
