"""What the stores list, in which order, and what goes with what is removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, event, func, select

from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.storage.rows import Row
from facilitation.storage.unit_of_work import UnitOfWorkFactory
from tests.builders import (
    EVENT_ID,
    a_cafe,
    a_guide,
    a_note,
    a_participation,
    a_person,
    a_sheet,
    a_task,
    an_agenda,
    an_event,
    an_item,
    some_steps,
)
from tests.storage.whole_event import (
    a_change,
    a_feed,
    a_form_link,
    a_phone_link,
    a_questionnaire,
    a_release,
    a_reply,
    a_seating,
    a_series,
    an_attachment,
    an_own_file,
    fill_database,
)


def count_rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Row.metadata.sorted_tables
        }


def writes_of(engine: Engine) -> list[str]:
    """Collects table and kind of every statement that writes from now on, with the number of rows."""
    written: list[str] = []

    def remember(*call: object) -> None:
        words, rows = str(call[2]).split(), call[3]
        if words[0] in {"INSERT", "UPDATE", "DELETE"}:
            table = words[1] if words[0] == "UPDATE" else words[2]
            written.append(f"{words[0]} {table} {len(rows) if isinstance(rows, list) else 1}")

    event.listen(engine, "before_cursor_execute", remember)
    return written


def test_every_table_of_a_whole_event_has_rows(work: UnitOfWorkFactory, engine: Engine) -> None:
    fill_database(work)

    assert [name for name, rows in count_rows(engine).items() if rows == 0] == []


def test_removing_an_event_removes_everything_of_it(work: UnitOfWorkFactory, engine: Engine) -> None:
    fill_database(work)

    with work() as unit:
        unit.events.remove(EVENT_ID)
        unit.commit()

    assert {name: rows for name, rows in count_rows(engine).items() if rows} == {
        "own_files": 1,
        "preferences": 1,
        "series": 1,
    }


def test_a_series_removed_leaves_its_events_without_one(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.series.save(a_series())
        unit.events.save(an_event(series_id="series-1"))
        unit.commit()

    with work() as unit:
        unit.series.remove("series-1")
        unit.commit()

    with work.reading() as unit:
        assert (unit.series.list_all(), unit.events.get(EVENT_ID).series_id) == ((), "")


def test_a_series_reads_back_as_it_was_saved(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        saved = unit.series.save(a_series())
        unit.commit()

    with work.reading() as unit:
        assert unit.series.get("series-1") == saved == a_series(version=1)


def test_a_questionnaire_and_its_reply_read_back_as_saved(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.events.save(an_event())
        saved = unit.questionnaires.save(a_questionnaire()), unit.replies.save(a_reply())
        unit.commit()

    with work.reading() as unit:
        assert (unit.questionnaires.get("questionnaire-1"), unit.replies.list_for(EVENT_ID)) == (saved[0], (saved[1],))


def test_a_revoked_form_link_keeps_the_time_it_was_closed_first(work: UnitOfWorkFactory) -> None:
    first, second = datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 3, 2, tzinfo=UTC)
    with work() as unit:
        unit.events.save(an_event())
        unit.form_links.add([a_form_link()])
        unit.form_links.revoke("link-1", first)
        unit.form_links.revoke("link-1", second)
        unit.commit()

    with work.reading() as unit:
        assert unit.form_links.find("link-1") == a_form_link(revoked_at=first)
        assert unit.form_links.find("link-2") is None


def test_a_file_reads_back_byte_for_byte_until_it_is_removed(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    with work.reading() as unit:
        assert unit.attachments.list_for(EVENT_ID) == (an_attachment(),)
        assert unit.attachments.content("attachment-1") == b"\x00%P\xff"

    with work() as unit:
        unit.attachments.remove("attachment-1")
        unit.commit()

    with work.reading() as unit, pytest.raises(NotFound):
        unit.attachments.content("attachment-1")


def test_removing_an_event_leaves_the_people_of_other_events(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    with work() as unit:
        unit.events.save(an_event(id="event-2"))
        person = unit.participations.get("participation-2").person
        kept = unit.participations.save(a_participation("other", event_id="event-2", person=person))
        unit.events.remove(EVENT_ID)
        unit.commit()

    with work.reading() as unit:
        assert (unit.participations.list_for("event-2"), unit.people.list_all()) == ((kept,), (person,))


def test_removing_what_is_not_there_is_no_error(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work)

    with work() as unit:
        unit.events.remove("x")
        unit.tasks.remove("x")
        unit.participations.remove("x")
        unit.cafes.remove(EVENT_ID, "x")
        unit.notes.remove("x")
        unit.commit()

    with work.reading() as unit:
        assert unit.record(EVENT_ID) == stored


def test_what_was_removed_can_be_saved_anew_in_the_same_unit(work: UnitOfWorkFactory) -> None:
    fill_database(work)

    with work() as unit:
        unit.notes.remove("note-1")
        again = unit.notes.save(a_note("note-1", text="Përsëri"))
        unit.commit()

    with work.reading() as unit:
        assert unit.notes.get("note-1") == again


def test_removing_a_cafe_removes_its_seats(work: UnitOfWorkFactory, engine: Engine) -> None:
    fill_database(work)

    with work() as unit:
        unit.cafes.remove(EVENT_ID, "item-1")
        unit.commit()

    rows = count_rows(engine)
    assert (rows["cafes"], rows["seats"]) == (0, 0)


def test_events_are_listed_by_date(work: UnitOfWorkFactory) -> None:
    later = an_event(id="a")
    earlier = replace(later, id="b", starts_on=later.starts_on.replace(year=2026))
    with work() as unit:
        saved = [unit.events.save(later), unit.events.save(earlier)]

        assert unit.events.list_all() == (saved[1], saved[0])


def test_tasks_and_notes_are_listed_by_position_then_as_they_came(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.events.save(an_event())
        for key, position in (("z", 1), ("y", 0), ("a", 1)):
            unit.tasks.save(a_task(key, position=position))
            unit.notes.save(a_note(key, position=position))

        tasks = [task.id for task in unit.tasks.list_for(EVENT_ID)]
        notes = [note.id for note in unit.notes.list_for(EVENT_ID)]

    assert (tasks, notes) == (["y", "z", "a"], ["y", "z", "a"])


def test_people_are_listed_by_name_and_participations_as_they_came(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.events.save(an_event())
        for key in ("z", "y", "a"):
            unit.participations.save(a_participation(key, name=f"Zyra {key}"))

        parts = [part.id for part in unit.participations.list_for(EVENT_ID)]
        people = [person.name for person in unit.people.list_all()]

    assert (parts, people) == (["z", "y", "a"], ["Zyra a", "Zyra y", "Zyra z"])


def test_a_participation_can_pass_to_another_person(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.events.save(an_event())
        part = unit.participations.save(a_participation())
        passed = unit.participations.save(replace(part, person=a_person("Zëvendësues", id="person-2")))

        assert unit.participations.get(part.id) == passed


def test_only_the_items_that_changed_are_written(work: UnitOfWorkFactory, engine: Engine) -> None:
    with work() as unit:
        unit.events.save(an_event())
        agenda = unit.agendas.save(an_agenda([30, 15, 45]))
        unit.commit()
    written = writes_of(engine)
    one, two, three = agenda.days[0].items

    with work() as unit:
        wanted = unit.agendas.save(agenda.with_day(1, (one, three, replace(two, room="Salla 2"), an_item("item-4"))))
        unit.commit()

    assert written == ["UPDATE agendas 1", "UPDATE agenda_items 2", "INSERT agenda_items 1"]
    with work.reading() as unit:
        assert unit.agendas.get(EVENT_ID) == wanted


def test_only_the_sheets_and_steps_that_changed_are_written(work: UnitOfWorkFactory, engine: Engine) -> None:
    with work() as unit:
        unit.events.save(an_event())
        sheets = [a_sheet(f"item-{n}", steps=some_steps(10, 20)) for n in range(4)]
        guide = unit.guides.save(a_guide(*sheets))
        unit.commit()
    written = writes_of(engine)

    with work() as unit:
        shorter = replace(guide.sheets[0], steps=guide.sheets[0].steps[:1])
        wanted = unit.guides.save(replace(guide, sheets=(shorter, *guide.sheets[1:])))
        unit.commit()

    assert written == ["UPDATE guides 1", "DELETE guide_steps 1"]
    with work.reading() as unit:
        assert unit.guides.get(EVENT_ID) == wanted


def test_two_items_with_one_id_are_refused(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.events.save(an_event())

        with pytest.raises(InvalidInput, match="twice"):
            unit.agendas.save(an_agenda([an_item("item-1"), an_item("item-1")]))


def test_a_new_seating_takes_the_place_of_the_old_one(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    smaller = replace(a_seating(), rounds=a_seating().rounds[:1], seed=8)

    with work() as unit:
        cafe = unit.cafes.get(EVENT_ID, "item-1")
        assert cafe is not None
        saved = unit.cafes.save(replace(cafe, seating=smaller))
        unit.commit()

    with work.reading() as unit:
        assert unit.cafes.list_for(EVENT_ID) == (saved,)


def test_an_item_without_a_cafe_has_none(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.events.save(an_event())
        unit.cafes.save(a_cafe())

        assert unit.cafes.get(EVENT_ID, "item-2") is None


def test_changes_are_listed_newest_first_and_no_more_than_asked(work: UnitOfWorkFactory) -> None:
    changes = [a_change(f"change-{n}") for n in (3, 1, 2)]
    with work() as unit:
        unit.events.save(an_event())
        for change in changes:
            unit.changes.add(change)

        assert unit.changes.list_for(EVENT_ID, limit=2) == (changes[2], changes[1])


def test_the_last_change_is_the_newest_that_can_be_undone(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.events.save(an_event())
        unit.changes.add(first := a_change("1", subject="task", subject_id="task-1"))
        unit.changes.add(second := a_change("2", subject="task", subject_id="task-2"))
        unit.changes.add(a_change("3", subject="task", subject_id="task-2", verb="undo"))
        unit.changes.add(a_change("4", subject="note", subject_id="note-1"))

        newest = unit.changes.last(EVENT_ID, "task")
        of_one_task = unit.changes.last(EVENT_ID, "task", "task-1")
        unit.changes.mark_undone("2")
        after_undo = unit.changes.last(EVENT_ID, "task")
        of_nothing = unit.changes.last(EVENT_ID, "guide")

    assert (newest, of_one_task, after_undo, of_nothing) == (second, first, first, None)


def test_a_preference_is_remembered_until_it_changes(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        before = unit.preferences.get("language", "sq")
        unit.preferences.put("language", "en")
        first = unit.preferences.get("language")
        unit.preferences.put("language", "sq")
        unit.commit()

    with work.reading() as unit:
        assert (before, first, unit.preferences.get("language")) == ("sq", "en", "sq")


def test_versions_are_listed_newest_first_and_keep_the_plan_as_it_was(work: UnitOfWorkFactory) -> None:
    record = fill_database(work)
    changed = replace(record, agenda=an_agenda(items=[90]))
    with work() as unit:
        unit.releases.add(a_release(2), changed)
        unit.commit()

    with work.reading() as unit:
        assert unit.releases.list_for(EVENT_ID) == (a_release(2), a_release(1))
        assert unit.releases.record("release-1") == record
        assert unit.releases.records(EVENT_ID) == (record, changed)
        with pytest.raises(NotFound):
            unit.releases.record("x")


def test_a_revoked_feed_is_still_known_as_revoked(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    at = a_feed().created_at
    with work() as unit:
        unit.feeds.add(a_feed("token-2", subject="Salla A"))
        unit.feeds.revoke("token-1", at)
        unit.commit()

    with work.reading() as unit:
        assert unit.feeds.find("token-1") == a_feed(revoked_at=at)
        assert [feed.token for feed in unit.feeds.list_for(EVENT_ID)] == ["token-1", "token-2"]
        assert unit.feeds.find("x") is None


def test_a_revoked_phone_page_is_known_but_not_open_and_keeps_its_first_time(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    first = a_phone_link().created_at
    later = first.replace(hour=18)
    with work() as unit:
        unit.phone_links.add([a_phone_link("phone-2"), a_phone_link("phone-3")])
        unit.phone_links.revoke("phone-2", first)
        unit.phone_links.revoke("phone-2", later)
        unit.commit()

    with work() as unit:
        before = [link.token for link in unit.phone_links.open_for(EVENT_ID)]
        unit.phone_links.revoke_all(EVENT_ID, later)
        unit.commit()

    with work.reading() as unit:
        assert before == ["phone-1", "phone-3"]
        assert unit.phone_links.open_for(EVENT_ID) == ()
        assert unit.phone_links.find("phone-1") == a_phone_link(revoked_at=later)
        assert unit.phone_links.find("phone-2") == a_phone_link("phone-2", revoked_at=first)
        assert unit.phone_links.find("x") is None


def test_a_phone_page_stays_when_its_person_leaves_the_list(work: UnitOfWorkFactory) -> None:
    fill_database(work)

    with work() as unit:
        unit.participations.remove("participation-1")
        unit.commit()

    with work.reading() as unit:
        assert unit.phone_links.open_for(EVENT_ID) == (a_phone_link(),)


def test_an_own_file_is_saved_by_part_and_key_and_never_over_somebody_elses_change(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    seen = an_own_file(version=1)
    with work() as unit:
        unit.own_files.save(replace(seen, content="typical_people = 40"))
        unit.commit()

    with work() as unit:
        assert [file.content for file in unit.own_files.list_all()] == ["typical_people = 40"]
        with pytest.raises(ChangedElsewhere):
            unit.own_files.save(seen)
        unit.own_files.remove("instruments", "my-group")
        with pytest.raises(NotFound):
            unit.own_files.get("instruments", "my-group")


def test_the_stamps_of_own_files_tell_every_change(work: UnitOfWorkFactory) -> None:
    fill_database(work)
    with work() as unit:
        first = unit.own_files.stamps()
        unit.own_files.save(an_own_file(version=1, content="typical_people = 40"))
        changed = unit.own_files.stamps()
        unit.own_files.save(an_own_file("another"))
        added = unit.own_files.stamps()
        unit.own_files.remove("instruments", "another")
        assert unit.own_files.stamps() == changed
        unit.own_files.remove("instruments", "my-group")

        assert unit.own_files.stamps() == ()

    files = (an_own_file(version=1), an_own_file(version=2), an_own_file("another", version=1))
    stamps = [(file.part, file.key, file.version, file.changed_at) for file in files]
    assert (first, changed, added) == ((stamps[0],), (stamps[1],), (stamps[2], stamps[1]))


def test_many_people_are_added_in_their_order_with_those_known_before(work: UnitOfWorkFactory) -> None:
    known = a_participation("first", name="Zyra A", event_id=EVENT_ID)
    again = a_participation("third", person=replace(known.person, phone="+355 69 200 0001"), event_id=EVENT_ID)
    new = a_participation("second", name="Zyra B", event_id=EVENT_ID)
    with work() as unit:
        unit.events.save(an_event())
        unit.participations.save(known)
        added = unit.participations.add_many([new, replace(again, id="third")])
        unit.commit()

    with work.reading() as unit:
        stored = unit.participations.list_for(EVENT_ID)
        nobody = unit.participations.of_person("nobody")
    assert [part.id for part in stored] == ["first", "second", "third"]
    assert stored[1:] == added
    assert (stored[0].person, nobody) == (again.person, ())
