"""Tasks, people, café, notes, proceedings, papers, archives and preferences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from facilitation.documents.catalogue import CAFE_DOCUMENTS, PEOPLE_DOCUMENTS, PLAN_DOCUMENTS, WORD_DOCUMENTS
from facilitation.domain.agenda import ItemKind
from facilitation.domain.budget import BudgetCategory, BudgetLine
from facilitation.domain.event import Event, Sector
from facilitation.domain.note import NoteKind
from facilitation.domain.person import InvitationStatus, Person
from facilitation.domain.proceedings import Section
from facilitation.domain.task import TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.paper_names import CAFE_PAPERS, PACKED_GUIDE_PAPERS, PAPERS, PEOPLE_PAPERS, PLAN_PAPERS
from tests.builders import a_person


def _cafe_item(app: Application, event: Event) -> str:
    return next(item.id for _day, item in app.agendas.get(event.id).items() if item.kind is ItemKind.WORLD_CAFE)


def _guests(app: Application, event: Event, count: int) -> None:
    for number in range(count):
        person = Person("", f"Përfaqësuese, Zyra {number}", sector=list(Sector)[number % 4])
        app.people.add(event.id, person, status=InvitationStatus.CONFIRMED)


def test_finished_task_keeps_its_day_and_reopened_one_loses_it(app: Application, conference: Event) -> None:
    task = app.tasks.list_for(conference.id)[0]

    done = app.tasks.set_status(task.id, TaskStatus.DONE)
    reopened = app.tasks.set_status(task.id, TaskStatus.PLANNED)

    assert (done.done_on, reopened.done_on) == (date(2027, 1, 11), None)


def test_removed_task_comes_back_by_undo(app: Application, conference: Event) -> None:
    before = app.tasks.list_for(conference.id)
    app.tasks.remove(before[2].id)

    app.history.undo(conference.id, "task")

    assert [task.id for task in app.tasks.list_for(conference.id)] == [task.id for task in before]


def test_added_task_stands_last_and_untitled_one_is_refused(app: Application, conference: Event) -> None:
    added = app.tasks.add(conference.id, Text(sq="Provë"), offset_days=-3)

    assert app.tasks.list_for(conference.id)[-1] == added
    with pytest.raises(InvalidInput):
        app.tasks.add(conference.id, Text())


def test_invited_people_are_those_who_were_waiting(app: Application, conference: Event) -> None:
    waiting = app.people.add(conference.id, Person("", "Zyra A"))
    declined = app.people.add(conference.id, Person("", "Zyra B"), status=InvitationStatus.DECLINED)

    count = app.people.invite(conference.id, [waiting.id, declined.id])

    assert count == 1
    assert [part.status.value for part in app.people.list_for(conference.id)] == ["invited", "declined"]


def test_attendance_is_ticked_and_cleared_per_day(app: Application, conference: Event) -> None:
    part = app.people.add(conference.id, Person("", "Zyra A"))

    app.people.mark_attended(conference.id, [part.id], 2, is_present=True)
    app.people.mark_attended(conference.id, [part.id], 1, is_present=True)
    app.people.mark_attended(conference.id, [part.id], 2, is_present=False)

    assert app.people.list_for(conference.id)[0].days_attended == (1,)


def test_import_is_previewed_then_saved_and_a_second_import_finds_the_duplicates(
    app: Application, conference: Event
) -> None:
    data = "Emri;Organizata;Sektori;Qarku\nPërfaqësues;Bashkia Fier;qeverisje vendore;Fier\n;;;\nX;Y;?;?\n".encode()

    preview = app.imports.people_file(conference.id, data, "lista.csv", "sq")
    assert app.people.list_for(conference.id) == ()
    saved = app.imports.save(conference.id, preview)
    again = app.imports.people_file(conference.id, data, "lista.csv", "sq")

    assert saved == len(app.people.list_for(conference.id)) == 2
    assert again.refused == 2


def test_groups_are_the_same_for_the_same_seed_and_seat_everybody_once(app: Application, conference: Event) -> None:
    _guests(app, conference, 24)
    item = _cafe_item(app, conference)
    cafe = app.cafes.get(conference.id, item)
    app.cafes.edit(cafe, replace(cafe, table_count=5))

    first = app.cafes.make_groups(conference.id, item, seed=7).seating
    second = app.cafes.make_groups(conference.id, item, seed=7).seating

    assert first == second
    assert first is not None
    everybody = sorted(part.id for part in app.people.list_for(conference.id))
    assert [sorted(p for table in entry.tables for p in table) for entry in first.rounds] == [everybody] * 3


def test_groups_of_another_set_up_are_dropped(app: Application, conference: Event) -> None:
    _guests(app, conference, 24)
    cafe = app.cafes.get(conference.id, _cafe_item(app, conference))
    cafe = app.cafes.edit(cafe, replace(cafe, table_count=5))
    made = app.cafes.make_groups(conference.id, cafe.item_id)

    changed = app.cafes.edit(made, replace(made, table_count=6))

    assert changed.seating is None


def test_too_few_people_for_the_tables_are_named(app: Application, conference: Event) -> None:
    _guests(app, conference, 3)

    with pytest.raises(InvalidInput):
        app.cafes.make_groups(conference.id, _cafe_item(app, conference))


def test_harvest_of_a_table_is_written_changed_and_taken_away(app: Application, conference: Event) -> None:
    item = _cafe_item(app, conference)

    app.notes.write_harvest(conference.id, item, round_number=1, table=2, text="Një ide")
    app.notes.write_harvest(conference.id, item, round_number=1, table=2, text="Dy ide")
    assert [(note.round, note.table, note.text) for note in app.notes.list_for(conference.id, item)] == [
        (1, 2, "Dy ide")
    ]

    app.notes.write_harvest(conference.id, item, round_number=1, table=2, text=" ")
    assert app.notes.list_for(conference.id, item) == ()


def test_note_is_kept_with_its_time_and_author(app: Application, conference: Event) -> None:
    item = app.agendas.get(conference.id).days[0].items[0]

    note = app.notes.add(
        conference.id, item.id, NoteKind.COMMITMENT, " Hapim zyrën ", owner="Bashkia Fier", due_on=date(2027, 9, 1)
    )

    assert app.notes.list_for(conference.id) == (note,)
    assert (note.text, note.author, note.written_at is not None) == ("Hapim zyrën", "tester", True)
    with pytest.raises(InvalidInput):
        app.notes.add(conference.id, item.id, NoteKind.QUOTE, "  ")


def test_section_taken_out_of_the_proceedings_is_not_in_the_outline(app: Application, conference: Event) -> None:
    plan = app.proceedings.get(conference.id)
    app.proceedings.edit(plan, replace(plan, sections=tuple(s for s in plan.sections if s is not Section.HARVEST)))

    content, _missing = app.proceedings.outline(conference.id)

    assert Section.HARVEST not in content.sections


@pytest.mark.parametrize("language", ["sq", "en"])
def test_pack_writes_every_paper(app: Application, conference: Event, tmp_path: Path, language: str) -> None:
    paths = app.papers.pack(conference.id, tmp_path / "pack", language)

    assert [path.name for path in paths] == [*PAPERS, "wall-calendar.docx", "materials.docx", *PACKED_GUIDE_PAPERS]
    assert all(path.stat().st_size > 200 for path in paths)


def test_pack_of_a_seated_cafe_has_its_prints_too(app: Application, tmp_path: Path) -> None:
    event = app.events.load_sample("national-conference-2008", "sq")
    assert app.events.record(event.id).cafes[0].seating

    paths = app.papers.pack(event.id, tmp_path, "sq")

    owned = ["checklist-by-owner.docx", "hand-over.docx"]
    more = [*owned, "wall-calendar.docx", "materials.docx", "rehearsal.docx", *PACKED_GUIDE_PAPERS, "name-cards.docx"]
    assert [path.name for path in paths] == [*PAPERS, *CAFE_PAPERS, *more]
    assert all(path.stat().st_size > 200 for path in paths)


def test_pack_has_the_papers_of_the_planning_that_say_something(
    app: Application, conference: Event, tmp_path: Path
) -> None:
    line = BudgetLine("", BudgetCategory.MEALS, "Dreka", unit_price=Decimal(900))
    app.budgets.add_lines(conference.id, [line])
    for task in app.tasks.list_for(conference.id):
        app.tasks.remove(task.id)

    paths = app.papers.pack(conference.id, tmp_path, "sq")

    assert [path.name for path in paths] == [
        *PAPERS,
        "budget.docx",
        "materials.docx",
        "budget.xlsx",
        *PACKED_GUIDE_PAPERS,
    ]


def test_pack_has_the_papers_for_the_people_that_say_something(
    app: Application, conference: Event, tmp_path: Path
) -> None:
    def people_papers(folder: str) -> list[str]:
        paths = app.papers.pack(conference.id, tmp_path / folder, "sq")
        return [path.name for path in paths if path.name in PEOPLE_PAPERS]

    nobody = people_papers("nobody")
    app.people.add(conference.id, a_person("P-01", id="", is_coded=True))
    coded = people_papers("coded")
    app.people.add(conference.id, a_person("Drejtore", id=""), days_attended=(1,))
    named = people_papers("named")
    app.certificates.issue(conference.id)

    assert (nobody, coded, named) == ([], ["sign-in-codes.docx"], ["name-cards.docx", "sign-in-codes.docx"])
    assert people_papers("certified") == list(PEOPLE_PAPERS)


def test_prints_of_a_cafe_can_be_made_before_its_groups(app: Application, conference: Event) -> None:
    assert {name: app.papers.make(conference.id, name, "sq")[:2] for name in CAFE_PAPERS} == dict.fromkeys(
        CAFE_PAPERS, b"PK"
    )


def test_papers_are_the_word_documents_and_three_files_more() -> None:
    assert (*WORD_DOCUMENTS, "checklist.xlsx", "participants.xlsx", "event.ics") == PAPERS
    assert tuple(CAFE_DOCUMENTS) == CAFE_PAPERS
    assert tuple(PEOPLE_DOCUMENTS) == PEOPLE_PAPERS
    assert (*PLAN_DOCUMENTS, "budget.xlsx") == PLAN_PAPERS


def test_unknown_paper_and_unwritable_folder_are_said(app: Application, conference: Event, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")

    with pytest.raises(NotFound):
        app.papers.make(conference.id, "no.docx", "sq")
    with pytest.raises(InvalidInput):
        app.papers.pack(conference.id, blocked / "pack", "sq")


def test_archive_comes_back_as_a_new_event_with_everything(app: Application) -> None:
    event = app.events.load_sample("national-conference-2008", "sq")

    opened = app.archives.open(app.archives.export(event.id))

    old, new = app.events.record(event.id), app.events.record(opened.id)
    assert opened.id != event.id
    assert (len(new.participations), len(new.notes), len(new.tasks)) == (
        len(old.participations),
        len(old.notes),
        len(old.tasks),
    )
    assert [item.title for _day, item in new.agenda.items()] == [item.title for _day, item in old.agenda.items()]


def test_damaged_archive_changes_nothing(app: Application, conference: Event) -> None:
    data = app.archives.export(conference.id)

    with pytest.raises(InvalidInput):
        app.archives.open(data[: len(data) // 2])

    assert len(app.events.list_all()) == 1


def test_backup_restores_what_was_there(app: Application, conference: Event, tmp_path: Path) -> None:
    app.archives.backup(tmp_path / "backup.zip")
    app.events.remove(conference.id)

    app.archives.restore(tmp_path / "backup.zip")

    assert app.events.get(conference.id) == conference


def test_language_and_event_are_remembered(app: Application, conference: Event) -> None:
    assert app.preferences.language() == "sq"

    app.preferences.choose_language("en")
    app.preferences.choose_event(conference.id)

    assert (app.preferences.language(), app.preferences.event_id()) == ("en", conference.id)


def test_overview_counts_late_soon_and_done(app: Application, conference: Event) -> None:
    tasks = app.tasks.list_for(conference.id)
    app.tasks.set_status(tasks[0].id, TaskStatus.DONE)

    overview = app.overviews.get(conference.id)

    assert overview.days_to_go == (conference.starts_on - date(2027, 1, 11)).days
    assert overview.done_count == 1
    assert len(overview.late) + len(overview.soon) + overview.later_count + overview.done_count == len(tasks)
