"""Templates and methods of one's own: saved, found everywhere, edited, taken along and brought in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import Event
from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound, OwnFileProblem
from facilitation.library.own_text import INSTRUMENTS, METHODS
from facilitation.services.application import Application, build_application
from facilitation.services.events import NewEvent
from facilitation.settings import ROOT, Settings
from tests.library.folders import INSTRUMENT, METHOD
from tests.services.conftest import Clock

OURS = Text(sq="Mënyra jonë")


@pytest.fixture
def other(tmp_path: Path, clock: Clock, app: Application) -> Iterator[Application]:
    """Another replica of the program over the same database."""
    settings = Settings(f"sqlite:///{(tmp_path / 'tryeza.db').as_posix()}", ROOT / "agendas", "somebody")
    application = build_application(settings, now=clock)
    yield application
    application.archives.engine.dispose()


def session_of(app: Application, event: Event, kind: ItemKind) -> str:
    """The first session of a kind."""
    return next(item.id for _, item in app.agendas.get(event.id).items() if item.kind is kind)


def own_method_of(app: Application, key: str) -> Method:
    made = next(entry.made for entry in app.library.own(METHODS) if entry.file.key == key)
    assert isinstance(made, Method)
    return made


def test_a_saved_agenda_makes_the_same_event_again(app: Application, conference: Event) -> None:
    file = app.own_library.save_agenda(conference.id, OURS)

    again = app.events.create(NewEvent(file.key, OURS, date(2028, 5, 18)))

    first, second = (app.events.record(event.id) for event in (conference, again))
    facts = [
        [(item.kind, item.title, item.duration, item.method_id, item.attribution) for _, item in record.agenda.items()]
        for record in (first, second)
    ]
    assert facts[0] == facts[1]
    assert [task.title for task in second.tasks] == [task.title for task in first.tasks]
    assert len(second.guide.sheets) == len(first.guide.sheets)
    assert (again.instrument, again.expected_people) == ("menyra-jone", first.event.expected_people)
    assert again.objectives[0].text == first.event.objectives[0].text


def test_a_template_says_where_it_comes_from_in_both_languages(app: Application, conference: Event) -> None:
    file = app.own_library.save_agenda(conference.id, OURS)

    assert app.library.instruments[file.key].source == Text(
        sq="Model vetjak, i krijuar nga aktiviteti “Konferenca”.",
        en="Own template, made from the event “The conference”.",
    )


def test_no_name_of_a_person_or_a_room_goes_into_a_template(app: Application, conference: Event) -> None:
    item_id = session_of(app, conference, ItemKind.PANEL)
    item = app.agendas.get(conference.id).item(item_id)
    assert item is not None
    secret = replace(item, room="Salla SEKRET", internal_note="SEKRET")
    app.agendas.edit_item(conference.id, item, secret)

    file = app.own_library.save_agenda(conference.id, OURS)

    assert "SEKRET" not in file.content
    assert app.own_library.save_agenda(conference.id, OURS, has_notes=True).content.count("SEKRET") == 1


def test_a_saved_session_is_a_method_that_other_sessions_can_use(app: Application, conference: Event) -> None:
    cafe = session_of(app, conference, ItemKind.WORLD_CAFE)
    plenary = session_of(app, conference, ItemKind.PLENARY)

    file = app.own_library.save_session(conference.id, cafe, OURS)
    sheet = app.guides.use_method(conference.id, plenary, file.key)

    method = own_method_of(app, "menyra_jone")
    assert (method.title, method.goals, method.minimum_people) == (OURS, ("explore", "converge"), 12)
    assert method.source.en.startswith("Own method, made from a session of “The conference”. After J. Brown")
    assert [step.what for step in sheet.steps] == [step.what for step in method.steps]
    item = app.agendas.get(conference.id).item(plenary)
    assert item is not None
    assert (item.method_id, sum((step.duration for step in sheet.steps), timedelta())) == (file.key, item.duration)


def test_without_a_title_nothing_is_saved(app: Application, conference: Event) -> None:
    with pytest.raises(InvalidInput, match="no title"):
        app.own_library.save_agenda(conference.id, Text())

    assert app.library.own(INSTRUMENTS) == ()


def test_a_session_that_is_gone_cannot_be_saved(app: Application, conference: Event) -> None:
    with pytest.raises(NotFound):
        app.own_library.save_session(conference.id, "gone", OURS)


def test_what_one_replica_saves_changes_and_removes_the_other_shows(app: Application, other: Application) -> None:
    assert "buzz_2" not in other.library.methods

    file = app.own_library.copy(app.library.methods["buzz"], Text(en="Buzz 2"))
    assert other.library.methods["buzz_2"].title == Text(en="Buzz 2")

    app.own_library.edit_text(file, file.content.replace("Buzz 2", "Buzz 3"))
    assert other.library.methods["buzz_2"].title == Text(en="Buzz 3")

    app.own_library.remove(METHODS, "buzz_2")
    assert "buzz_2" not in other.library.methods


def test_unchanged_own_files_are_not_read_again(app: Application) -> None:
    app.own_library.copy(app.library.methods["buzz"], OURS)
    first = app.library.methods

    assert app.library.methods is first
    app.own_library.copy(app.library.methods["buzz"], Text(en="Another"))

    assert app.library.methods["menyra_jone"] is first["menyra_jone"]


def test_a_template_is_looked_at_again_when_a_method_it_names_comes(app: Application) -> None:
    file = app.own_library.bring_in("day.toml", INSTRUMENT.encode())
    with app.own_library.desk.work() as work:
        work.own_files.save(replace(file, content=INSTRUMENT.replace('"buzz"', '"ours"')))
        work.commit()
    assert "day" not in app.library.instruments

    app.own_library.bring_in("ours.toml", METHOD.encode())

    assert "day" in app.library.instruments


def test_a_copy_keeps_the_notes_of_the_file_and_has_its_own_title(app: Application) -> None:
    file = app.own_library.copy(app.library.instruments["regional-group"], Text(en="Our group"))

    assert file.key == "our-group"
    assert file.content.startswith("# Regional cooperation group, one day.")
    made = app.library.instruments["our-group"]
    assert made == replace(app.library.instruments["regional-group"], key="our-group", title=Text(en="Our group"))


def test_fields_change_in_the_text_and_the_rest_stays(app: Application) -> None:
    app.own_library.bring_in("ours.toml", ("# A note.\n" + METHOD).encode())
    seen = own_method_of(app, "ours")

    app.own_library.edit(seen, replace(seen, maximum_people=99))

    assert own_method_of(app, "ours") == replace(seen, maximum_people=99)
    assert app.own_library.text(METHODS, "ours").startswith("# A note.\n")


def test_two_people_change_different_fields_and_both_stay(app: Application, other: Application) -> None:
    app.own_library.bring_in("ours.toml", METHOD.encode())
    seen = own_method_of(app, "ours")

    app.own_library.edit(seen, replace(seen, maximum_people=99))
    other.own_library.edit(seen, replace(seen, title=Text(sq="Jona")))

    assert own_method_of(app, "ours") == replace(seen, maximum_people=99, title=Text(sq="Jona"))


def test_two_people_change_the_same_text_and_the_second_sees_both(app: Application, other: Application) -> None:
    seen = app.own_library.bring_in("ours.toml", METHOD.encode())
    mine, theirs = METHOD.replace("Ask", "Mine"), METHOD.replace("Ask", "Theirs")

    other.own_library.edit_text(seen, theirs)
    with pytest.raises(ChangedElsewhere) as found:
        app.own_library.edit_text(seen, mine)

    assert (found.value.field, found.value.mine, found.value.theirs) == ("content", mine, theirs)
    assert app.own_library.text(METHODS, "ours") == theirs


def test_a_field_that_makes_the_file_wrong_is_refused_and_nothing_changes(app: Application) -> None:
    app.own_library.bring_in("ours.toml", METHOD.encode())
    seen = own_method_of(app, "ours")

    with pytest.raises(OwnFileProblem, match="minimum above its maximum"):
        app.own_library.edit(seen, replace(seen, minimum_people=500))

    assert own_method_of(app, "ours") == seen


def test_a_broken_text_is_refused_with_every_problem_and_nothing_changes(app: Application) -> None:
    seen = app.own_library.bring_in("ours.toml", METHOD.encode())

    with pytest.raises(OwnFileProblem) as found:
        app.own_library.edit_text(seen, METHOD.replace("minimum = 4", "minimum = 0").replace('["open"]', '["sing"]'))

    assert len(found.value.details) == 2
    assert app.own_library.text(METHODS, "ours") == METHOD


@pytest.mark.parametrize(("name", "text"), [("buzz.toml", METHOD), ("regional-group.toml", INSTRUMENT)])
def test_a_file_named_like_one_of_the_library_is_refused(app: Application, name: str, text: str) -> None:
    with pytest.raises(InvalidInput, match=r"has “(buzz|regional-group)” already"):
        app.own_library.bring_in(name, text.encode())


def test_a_file_taken_along_can_be_brought_in_elsewhere(app: Application, conference: Event) -> None:
    app.own_library.save_agenda(conference.id, OURS)
    data = app.own_library.file_bytes(INSTRUMENTS, "menyra-jone")

    app.own_library.bring_in("another-name.toml", data)

    one, two = (app.library.instruments[key] for key in ("menyra-jone", "another-name"))
    assert replace(two, key=one.key) == one


def test_a_method_that_a_template_uses_is_not_removed(app: Application) -> None:
    app.own_library.bring_in("ours.toml", METHOD.encode())
    app.own_library.bring_in("day.toml", INSTRUMENT.replace('"buzz"', '"ours"').encode())

    with pytest.raises(InvalidInput, match="uses this method"):
        app.own_library.remove(METHODS, "ours")

    app.own_library.remove(INSTRUMENTS, "day")
    app.own_library.remove(METHODS, "ours")
    assert app.library.own(METHODS) == ()


def test_an_own_file_that_cannot_be_read_any_more_is_listed_with_its_problem_and_hides_nothing(
    app: Application,
) -> None:
    file = app.own_library.bring_in("ours.toml", METHOD.encode())
    with app.own_library.desk.work() as work:
        work.own_files.save(replace(file, content="title = "))
        work.own_files.save(
            replace(file, part=INSTRUMENTS, key="day", version=0, content=INSTRUMENT.replace("buzz", "ours"))
        )
        work.commit()

    (entry,) = app.library.own(METHODS)
    assert entry.made is None
    assert entry.problem is not None
    assert "not valid TOML" in entry.problem.problems[0]
    assert "ours" not in app.library.methods
    assert isinstance(app.library.instruments["day"], Instrument)
    assert "buzz" in app.library.methods


def test_an_own_file_whose_name_the_library_has_by_now_is_told_and_the_librarys_is_used(app: Application) -> None:
    file = app.own_library.bring_in("ours.toml", METHOD.encode())
    with app.own_library.desk.work() as work:
        work.own_files.save(replace(file, key="buzz", version=0))
        work.commit()

    problems = {entry.file.key: entry.problem for entry in app.library.own(METHODS)}

    assert problems["buzz"] is not None
    assert "the library has one of this name itself now" in str(problems["buzz"])
    assert app.library.methods["buzz"] == app.library.shipped.methods["buzz"]


def test_the_text_of_what_is_not_there_is_not_found(app: Application) -> None:
    with pytest.raises(NotFound):
        app.own_library.text(METHODS, "../secret")
