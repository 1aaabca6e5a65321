"""One event with a bit of everything, and how to save a whole record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from facilitation.domain.attachment import Attachment
from facilitation.domain.cafe import CafePlan, Round, Seating
from facilitation.domain.consultation import (
    Answer,
    FormLink,
    Question,
    QuestionKind,
    Questionnaire,
    Reply,
    Theme,
)
from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.domain.guide import GuideElement
from facilitation.domain.history import Change
from facilitation.domain.own_file import OwnFile
from facilitation.domain.phone_link import PhoneLink
from facilitation.domain.proceedings import ProceedingsPlan, Section, SectionText
from facilitation.domain.record import EventRecord
from facilitation.domain.release import Release
from facilitation.domain.series import Delivery, Duty, DutyKind, Presidency, Series
from facilitation.storage.unit_of_work import UnitOfWork, UnitOfWorkFactory
from tests.builders import (
    EVENT_ID,
    a_budget,
    a_cafe,
    a_guide,
    a_material,
    a_note,
    a_sheet,
    a_task,
    a_text,
    an_agenda,
    an_event,
    some_participations,
    some_steps,
)


def a_seating() -> Seating:
    """Two rounds at three tables, one of them empty."""
    rounds = (
        Round((("participation-1", "participation-2"), ("participation-3",), ())),
        Round((("participation-1", "participation-3"), ("participation-2",), ())),
    )
    return Seating(rounds, ("participation-1",), 7, ("sector",), 3, 2, 0, 0.5)


def a_plan(number: int = 1, **fields: object) -> CafePlan:
    """A plan kept with its settings."""
    moment = datetime(2027, 5, 16, 18, 0, tzinfo=UTC)
    plan = CafePlan(f"plan-{number}", number, "First", a_cafe().settings, a_seating(), moment)
    return replace(plan, **fields)  # type: ignore[arg-type]


def a_whole_record() -> EventRecord:
    """A record in which every table of the database has rows."""
    return EventRecord(
        event=an_event(objectives=["a", "b"]),
        agenda=an_agenda(days=[[30, 15], [45]]),
        guide=replace(
            a_guide(a_sheet("item-1", steps=some_steps(10, 20), materials=(a_material(),)), a_sheet("item-2")),
            elements=(GuideElement(a_text("Rule"), a_text("Listen")),),
        ),
        tasks=(a_task("task-1"), a_task("task-2", pinned_on=date(2027, 4, 1), position=1)),
        participations=some_participations(3),
        cafes=(a_cafe(seating=a_seating(), plans=(a_plan(),), plan_number=1),),
        notes=(a_note("note-1", written_at=datetime(2027, 5, 17, 10, 30)), a_note("note-2", position=1)),
        proceedings=ProceedingsPlan(EVENT_ID, texts=(SectionText(Section.SUMMARY, a_text("Summary")),)),
        budget=a_budget(),
    )


def a_change(change_id: str = "change-1", **fields: object) -> Change:
    """Somebody moved an item."""
    change = Change(
        id=change_id,
        event_id=EVENT_ID,
        happened_at=datetime(2027, 1, 8, 9, 15, tzinfo=UTC),
        actor="local",
        verb="move",
        subject="agenda",
        subject_id=EVENT_ID,
    )
    return replace(change, **fields)  # type: ignore[arg-type]


def a_release(number: int = 1, **fields: object) -> Release:
    """The first version that went out."""
    moment = datetime(2027, 4, 1, 12, 0, tzinfo=UTC)
    return replace(Release(f"release-{number}", EVENT_ID, number, "First", "", moment, "local"), **fields)  # type: ignore[arg-type]


def a_feed(token: str = "token-1", **fields: object) -> CalendarFeed:
    """The public calendar of the event."""
    made_at = datetime(2027, 4, 1, 12, 0, tzinfo=UTC)
    return replace(CalendarFeed(token, EVENT_ID, FeedScope.EVENT, "", "sq", made_at), **fields)  # type: ignore[arg-type]


def a_phone_link(token: str = "phone-1", **fields: object) -> PhoneLink:
    """The page of the first participant."""
    made_at = datetime(2027, 4, 1, 12, 0, tzinfo=UTC)
    return replace(PhoneLink(token, EVENT_ID, "participation-1", made_at), **fields)  # type: ignore[arg-type]


def an_own_file(key: str = "my-group", **fields: object) -> OwnFile:
    """A template somebody saved."""
    made_at = datetime(2027, 4, 1, 12, 0, tzinfo=UTC)
    return replace(OwnFile("instruments", key, "typical_people = 30", made_at, "local"), **fields)  # type: ignore[arg-type]


def a_series(series_id: str = "series-1", **fields: object) -> Series:
    """The quarterly meetings of a committee with one report handed in."""
    duties = (Duty("duty-1", a_text("Meeting"), every_days=92), Duty("duty-2", a_text("Report"), DutyKind.REPORT))
    series = Series(
        series_id,
        a_text("Committee"),
        "regional-committee",
        duties,
        (Delivery("delivery-1", "duty-2", date(2027, 1, 20)),),
        Presidency(("Organizata A", "Organizata B"), date(2027, 1, 1)),
    )
    return replace(series, **fields)  # type: ignore[arg-type]


def an_attachment(attachment_id: str = "attachment-1", **fields: object) -> Attachment:
    """The proof of the first task, four bytes long."""
    added_at = datetime(2027, 4, 1, 12, 0, tzinfo=UTC)
    kept = Attachment(attachment_id, EVENT_ID, "task", "task-1", "ftesa.pdf", "application/pdf", 4, added_at, "local")
    return replace(kept, **fields)  # type: ignore[arg-type]


def a_questionnaire(questionnaire_id: str = "questionnaire-1", **fields: object) -> Questionnaire:
    """One open question and one scale, with a theme."""
    questions = (
        Question("question-1", a_text("Question")),
        Question("question-2", a_text("Scale"), QuestionKind.SCALE, choices=(a_text("bad"), a_text("good"))),
    )
    asked = Questionnaire(
        questionnaire_id, EVENT_ID, a_text("Form"), questions=questions, themes=(Theme("theme-1", a_text("Theme")),)
    )
    return replace(asked, **fields)  # type: ignore[arg-type]


def a_reply(reply_id: str = "reply-1", **fields: object) -> Reply:
    """The first participant answered both questions."""
    answers = (Answer("question-1", "Më shumë trajnime", theme_ids=("theme-1",)), Answer("question-2", number=4))
    given_at = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    reply = Reply(reply_id, EVENT_ID, "questionnaire-1", "participation-1", given_at=given_at, answers=answers)
    return replace(reply, **fields)  # type: ignore[arg-type]


def a_form_link(link_id: str = "link-1", **fields: object) -> FormLink:
    """The form of the first participant."""
    made_at = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)
    link = FormLink(link_id, "secret", EVENT_ID, "questionnaire-1", "participation-1", made_at)
    return replace(link, **fields)  # type: ignore[arg-type]


def save_record(unit: UnitOfWork, record: EventRecord) -> EventRecord:
    """Save every part and return the record as it is then stored."""
    return EventRecord(
        event=unit.events.save(record.event),
        agenda=unit.agendas.save(record.agenda),
        guide=unit.guides.save(record.guide),
        tasks=tuple(unit.tasks.save(task) for task in record.tasks),
        participations=tuple(unit.participations.save(part) for part in record.participations),
        cafes=tuple(unit.cafes.save(cafe) for cafe in record.cafes),
        notes=tuple(unit.notes.save(note) for note in record.notes),
        proceedings=unit.proceedings.save(record.proceedings),
        budget=unit.budgets.save(record.budget),
    )


def fill_database(work: UnitOfWorkFactory) -> EventRecord:
    """Save the whole event with a change and a preference, so that every table has rows."""
    with work() as unit:
        record = save_record(unit, a_whole_record())
        unit.changes.add(a_change())
        unit.preferences.put("language", "sq")
        unit.series.save(a_series())
        unit.questionnaires.save(a_questionnaire())
        unit.replies.save(a_reply())
        unit.form_links.add([a_form_link()])
        unit.attachments.add(an_attachment(), b"\x00%P\xff")
        unit.releases.add(a_release(), record)
        unit.feeds.add(a_feed())
        unit.phone_links.add([a_phone_link()])
        unit.own_files.save(an_own_file())
        unit.commit()
    return record
