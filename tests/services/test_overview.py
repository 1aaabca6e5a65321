"""The home screen and the command `check`: what is open, what was accepted, and what the methods say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from facilitation.domain.agenda import AcceptedFinding, ItemKind
from facilitation.domain.event import Event
from facilitation.planning.accepted import with_finding_accepted
from facilitation.services.application import Application


def test_an_accepted_finding_is_no_open_one_and_keeps_its_reason(app: Application, conference: Event) -> None:
    before = app.overviews.findings(conference.id)
    decision = AcceptedFinding(before[0].code, before[0].subject, "Miratuar nga zyra pritëse.", "tester")

    with app.overviews.desk.work() as work:
        work.agendas.save(with_finding_accepted(work.agendas.get(conference.id), decision))
        work.commit()

    overview = app.overviews.get(conference.id)
    assert overview.findings == app.overviews.findings(conference.id) == before[1:]
    assert [(entry.finding, entry.accepted) for entry in overview.settled] == [(before[0], decision)]


def test_a_session_shorter_than_its_method_needs_is_said(app: Application, conference: Event) -> None:
    agenda = app.agendas.get(conference.id)
    cafe = next(item for _, item in agenda.items() if item.kind is ItemKind.WORLD_CAFE)

    app.agendas.edit_item(conference.id, cafe, replace(cafe, duration=timedelta(minutes=60)))

    found = [(remark.code, remark.subject) for remark in app.overviews.findings(conference.id)]
    assert ("method_under_minimum", cafe.id) in found
