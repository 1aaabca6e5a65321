"""The thread and the brief on the screen."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from facilitation.domain.consultation import Answer, Channel, Question
from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.text import Text
from facilitation.services.application import Application
from tests.pages.consult_parts import opened_part
from tests.pages.opened import said, without_mistakes
from tests.pages.screen_words import a_new_event, elements

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def consulted(app: Application) -> tuple[Event, str]:
    event = a_new_event(app)
    asked = app.consultations.add(event.id, Text(sq="Pyetësor"), questions=(Question("q1", Text(sq="Çfarë?")),))
    reply = app.consultations.take(asked.id, (Answer("q1", "Strehim"),), Channel.PAPER)
    return event, app.theme_codes.add(asked.id, Text(sq="Strehimi"), [(reply.id, "q1")]).id


def tick(screen: AppTest, cells: Mapping[int, Mapping[str, object]]) -> AppTest:
    """Tick cells of the matrix as the browser sends them; AppTest has no words for it."""
    grid = next(node.proto.id for node in elements(screen) if "thread_matrix" in getattr(node.proto, "id", ""))
    states = screen._tree.get_widget_states()
    typed = {"edited_rows": cells, "added_rows": [], "deleted_rows": []}
    states.widgets.append(WidgetState(id=grid, string_value=json.dumps(typed)))
    return screen._run(states)


@LANGUAGES
def test_a_tick_ties_a_theme_to_an_objective_and_undo_lets_it_go(app: Application, language: str) -> None:
    event, theme = consulted(app)
    goal = event.objectives[1].id
    screen = opened_part("thread", language)

    without_mistakes(tick(screen, {0: {goal: True}}))

    assert [entry.theme_ids for entry in app.events.get(event.id).objectives][:2] == [(), (theme,)]
    without_mistakes(screen.button("undo_event").click().run())
    assert app.events.get(event.id).objectives[1].theme_ids == ()


@LANGUAGES
def test_gaps_are_listed_with_the_way_to_their_session(app: Application, language: str) -> None:
    event, _theme = consulted(app)
    session = next(item for _day, item in app.agendas.get(event.id).items() if item.objective_ids)
    app.notes.add(event.id, session.id, NoteKind.RECOMMENDATION, "Një protokoll për të gjithë")

    screen = opened_part("thread", language)

    assert "Strehimi" in said(screen)
    assert "Një protokoll për të gjithë" in said(screen)
    assert [button for button in screen.button if str(button.key).startswith("open_gap")]


def test_a_thread_is_followed_both_ways(app: Application) -> None:
    event, theme = consulted(app)
    goal = event.objectives[0]
    app.theme_codes.link(event.id, goal.id, theme, is_behind=True)
    screen = opened_part("thread", "en")

    without_mistakes(screen.selectbox("followed_thread").set_value(theme).run())

    assert f"- {goal.text.en.split(',')[0]}" in said(screen).replace("\\", "")


@LANGUAGES
def test_without_themes_or_objectives_the_screen_says_what_to_do_first(app: Application, language: str) -> None:
    event = a_new_event(app)

    assert said(opened_part("thread", language))
    app.events.edit(event, Event(**{**{f: getattr(event, f) for f in event.__slots__}, "objectives": ()}))
    assert said(opened_part("thread", language))


@LANGUAGES
def test_the_brief_counts_what_is_open_and_keeps_answers(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = opened_part("brief", language)
    assert "**14**" in said(screen)

    without_mistakes(screen.text_area("brief·limits·sq").set_value("Nuk miraton ligje").run())
    without_mistakes(screen.text_area("brief·expected_results·sq").set_value("Masa").run())
    without_mistakes(screen.text_area("brief_point·start-2·sq").set_value("Zyrat vendore").run())
    without_mistakes(screen.selectbox("brief_met·prerequisite-1").set_value(False).run())

    stored = app.events.get(event.id)
    assert (stored.brief.limits.sq, stored.expected_results.sq) == ("Nuk miraton ligje", "Masa")
    assert stored.brief.points[1].answer.sq == "Zyrat vendore"
    assert stored.brief.points[5].is_met is False
    assert "**4**" in said(screen)


def test_an_open_recommendation_of_the_series_goes_into_the_text(app: Application) -> None:
    earlier = a_new_event(app, title=Text(sq="E para"))
    series = app.series.make_from(earlier.id)
    session = next(item for _day, item in app.agendas.get(earlier.id).items())
    wish = app.notes.add(earlier.id, session.id, NoteKind.RECOMMENDATION, "Një protokoll për të gjithë")
    later = a_new_event(app, starts_on=earlier.starts_on.replace(year=earlier.starts_on.year + 1))
    app.series.join(series.id, later.id)
    screen = opened_part("brief")

    without_mistakes(screen.button(f"build_on·{wish.id}").click().run())

    assert app.events.get(later.id).brief.builds_on == Text(sq="Një protokoll për të gjithë")
