"""The side panel of a task: what blocks it, its points, comments, benchmark and proof."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.task import Dependency, TaskStatus
from facilitation.services.application import Application
from facilitation.services.task_parts import TaskParts
from tests.pages.opened import said, without_mistakes
from tests.pages.screen_words import elements, words_shown
from tests.pages.test_tasks import LANGUAGES, a_short_list, with_panel


def opened_part(screen: AppTest, key: str) -> AppTest:
    """The panel with one of its closed parts opened."""
    screen.session_state[key] = True
    return without_mistakes(screen.run())


@LANGUAGES
def test_choosing_blocked_asks_at_once_what_blocks(app: Application, language: str) -> None:
    _event, (task, *_rest) = a_short_list(app)
    screen = with_panel(task, language)

    screen.selectbox(f"task·{task.id}·status").set_value(TaskStatus.BLOCKED).run()
    assert {"sq": "Shkruani çfarë e bllokon", "en": "Write what blocks the task"}[language] in said(screen)
    screen.text_input(f"task·{task.id}·blocked_by").set_value(" Mikpritësi hesht ").run()
    without_mistakes(screen)
    assert app.tasks.get(task.id).blocked_by == "Mikpritësi hesht"
    screen.selectbox(f"task·{task.id}·status").set_value(TaskStatus.IN_PROGRESS).run()

    assert app.tasks.get(task.id).blocked_by == ""


def test_the_panel_names_the_unfinished_tasks_that_hold_it(app: Application) -> None:
    _event, (first, second, third) = a_short_list(app)
    app.tasks.set_status(second.id, TaskStatus.DONE)
    held = app.tasks.edit(third, replace(third, waits_for=(Dependency(first.id), Dependency(second.id))))

    assert "Waits for “Dërgoni ftesat”." in said(with_panel(held, "en")).replace("\\", "")


def test_a_point_is_added_with_enter_and_a_finished_task_says_what_is_open(app: Application) -> None:
    _event, (task, *_rest) = a_short_list(app)
    screen = with_panel(task, "en")

    for words in ("Shkruaj", "Dërgo"):
        screen.text_input(f"task·{task.id}·new_point").set_value(words).run()
    assert [point.text for point in app.tasks.get(task.id).points] == ["Shkruaj", "Dërgo"]
    assert screen.text_input(f"task·{task.id}·new_point").value == ""
    assert "Points · 0 of 2" in said(without_mistakes(screen)).replace("**", "")
    screen.selectbox(f"task·{task.id}·status").set_value(TaskStatus.DONE).run()

    assert "Finished, though 2 points are open." in said(without_mistakes(screen))
    assert app.tasks.get(task.id).status is TaskStatus.DONE


def test_comments_show_author_and_time_and_only_own_ones_can_be_removed(app: Application) -> None:
    _event, (task, *_rest) = a_short_list(app)
    theirs = TaskParts(replace(app.task_parts.desk, actor="koleg")).comment(task.id, "*Pa* <b>shenja</b>").comments[0]
    screen = with_panel(task, "en")

    screen.text_area(f"task·{task.id}·comment").set_value("E lexova.")
    screen.button(f"task·{task.id}·comment_save").click().run()
    mine = app.tasks.get(task.id).comments[1]
    assert (mine.text, screen.text_area(f"task·{task.id}·comment").value) == ("E lexova.", "")
    assert "**koleg** · " in said(screen)
    assert r"\*Pa\* \<b\>shenja" in said(screen)
    assert [button.key for button in screen.button if str(button.key).startswith("remove_comment")] == [
        f"remove_comment·{mine.id}"
    ]
    screen.button(f"remove_comment·{mine.id}").click().run()

    assert app.tasks.get(task.id).comments == (theirs,)


def test_an_empty_comment_is_refused_in_words(app: Application) -> None:
    _event, (task, *_rest) = a_short_list(app)
    screen = with_panel(task, "sq")

    screen.button(f"task·{task.id}·comment_save").click().run()

    assert "Komenti është bosh" in screen.error[0].value


@pytest.mark.parametrize(("choice", "stored"), [("yes", True), ("no", False), ("open", None)])
def test_the_benchmark_is_judged_and_unjudged(app: Application, choice: str, stored: bool | None) -> None:
    _event, (task, *_rest) = a_short_list(app)
    task = app.tasks.edit(task, replace(task, is_reached=stored is None))
    screen = opened_part(with_panel(task, "en"), f"task·{task.id}·proof_open")

    screen.selectbox(f"task·{task.id}·is_reached").set_value(choice).run()

    assert app.tasks.get(task.id).is_reached is stored
    without_mistakes(screen)


def test_only_a_link_to_a_page_is_kept_and_can_be_opened(app: Application) -> None:
    _event, (task, *_rest) = a_short_list(app)
    screen = opened_part(with_panel(task, "en"), f"task·{task.id}·proof_open")

    screen.text_input(f"task·{task.id}·proof").set_value("javascript:alert(1)").run()
    assert "is not a link to a page" in screen.error[0].value
    assert (app.tasks.get(task.id).proof, links(screen)) == ("", [])
    screen.text_input(f"task·{task.id}·proof").set_value("https://example.org/a").run()

    assert links(without_mistakes(screen)) == ["https://example.org/a"]


def test_an_unsafe_link_that_came_in_another_way_is_not_offered(app: Application) -> None:
    _event, (task, *_rest) = a_short_list(app)
    with app.tasks.desk.work() as work:
        work.tasks.save(replace(task, proof="javascript:alert(1)"))
        work.commit()

    screen = opened_part(with_panel(task, "en"), f"task·{task.id}·proof_open")

    assert links(screen) == []


def links(screen: AppTest) -> list[str]:
    """Where the link buttons on the screen lead."""
    return [str(node.proto.url) for node in elements(screen) if node.type == "link_button"]


@LANGUAGES
def test_a_file_is_kept_shown_and_removed_for_good(app: Application, language: str) -> None:
    event, (task, *_rest) = a_short_list(app)
    screen = opened_part(with_panel(task, language), f"task·{task.id}·proof_open")

    screen.file_uploader[0].upload("Ftesa.pdf", b"%PDF-1.7").run()
    (kept,) = app.attachments.list_for(event.id, task.id)
    assert "Ftesa\\.pdf" in words_shown(without_mistakes(screen)) or "Ftesa.pdf" in words_shown(screen)
    screen.button(f"remove_file·{kept.id}").click().run()

    assert app.attachments.list_for(event.id) == ()
    without_mistakes(screen)


def test_a_program_is_refused_in_words(app: Application) -> None:
    event, (task, *_rest) = a_short_list(app)
    screen = opened_part(with_panel(task, "en"), f"task·{task.id}·proof_open")

    screen.file_uploader[0].upload("Ftesa.pdf", b"MZ not a pdf").run()

    assert "is not what its ending says" in screen.error[0].value
    assert app.attachments.list_for(event.id) == ()


def test_the_points_are_a_list_that_can_be_ticked_moved_written_and_removed(app: Application) -> None:
    _event, (task, *_rest) = a_short_list(app)
    app.task_parts.add_point(task.id, "Një")

    screen = with_panel(task, "en")

    data = [json.loads(node.proto.json) for node in elements(screen) if hasattr(node.proto, "component_name")]
    (points,) = [each for each in data if each["label"] == "Points"]
    assert [points[name] for name in ("can_move", "can_edit", "can_remove", "can_pick")] == [True, True, True, False]
    assert [(row["title"], row["is_checked"]) for row in points["rows"]] == [("Një", False)]
