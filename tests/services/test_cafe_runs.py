"""Groups are made in the background: progress is heard, stopping keeps the best, errors wait for who looks."""

from __future__ import annotations

from threading import Event as Signal

from facilitation.cafe.search import Progress
from facilitation.domain.event import Event
from facilitation.errors import InvalidInput
from facilitation.services.application import Application
from facilitation.services.cafe_runs import CafeRun
from tests.services.cafes import a_cafe_of


def test_a_run_saves_what_it_found(app: Application, conference: Event) -> None:
    cafe = a_cafe_of(app, conference, people=20)

    run = app.cafe_runs.start(conference.id, cafe.item_id, seed=3, seconds=0.2)

    assert run.wait(60)
    found = app.cafes.get(conference.id, cafe.item_id)
    assert (run.error, found.seed, found.plan_number) == (None, 3, 1)


def test_a_stopped_run_keeps_the_best_so_far(app: Application, conference: Event) -> None:
    cafe = a_cafe_of(app, conference, people=40, tables=5)
    run = app.cafe_runs.start(conference.id, cafe.item_id, seed=3, seconds=600)

    run.stop()

    assert run.wait(60)
    seating = app.cafes.get(conference.id, cafe.item_id).seating
    assert seating is not None
    assert (len(seating.seated_ids), seating.broken_rules) == (40, 0)


def test_a_cafe_is_grouped_once_at_a_time(app: Application, conference: Event) -> None:
    cafe = a_cafe_of(app, conference, people=40, tables=5)
    first = app.cafe_runs.start(conference.id, cafe.item_id, seed=3, seconds=600)

    second = app.cafe_runs.start(conference.id, cafe.item_id, seed=4, seconds=600)

    assert second is first is app.cafe_runs.current(conference.id, cafe.item_id)
    first.stop()
    assert first.wait(60)
    app.cafe_runs.forget(conference.id, cafe.item_id)
    assert app.cafe_runs.current(conference.id, cafe.item_id) is None


def test_a_refusal_waits_for_who_looks(app: Application, conference: Event) -> None:
    cafe = a_cafe_of(app, conference, people=3)

    run = app.cafe_runs.start(conference.id, cafe.item_id, seed=1)

    assert run.wait(60)
    assert isinstance(run.error, InvalidInput)


def test_progress_is_heard_while_the_work_goes_on() -> None:
    heard, go_on = Signal(), Signal()

    def work(_stop: object, report: object) -> None:
        report(Progress(0.5, 0, 7))  # type: ignore[operator]
        heard.set()
        go_on.wait(60)

    run = CafeRun(work)
    heard.wait(60)

    assert (run.progress, run.is_over) == (Progress(0.5, 0, 7), False)
    go_on.set()
    assert run.wait(60)
