"""What the status of a task brings, what holds a task, and which links may be clicked."""

from __future__ import annotations

from datetime import date

import pytest

from facilitation.domain.task import Dependency, TaskStatus
from facilitation.errors import InvalidInput
from facilitation.planning.task_status import NOT_A_LINK, held_by, safe_link, with_status_kept
from tests.builders import a_task

TODAY, EARLIER = date(2027, 3, 1), date(2027, 2, 1)


def test_a_finished_task_gets_the_day_and_keeps_an_earlier_one() -> None:
    assert with_status_kept(a_task(status=TaskStatus.DONE), TODAY).done_on == TODAY
    assert with_status_kept(a_task(status=TaskStatus.DONE, done_on=EARLIER), TODAY).done_on == EARLIER


def test_an_open_task_has_no_day_and_only_a_blocked_one_says_what_blocks() -> None:
    reopened = with_status_kept(a_task(done_on=EARLIER, blocked_by="no hall"), TODAY)
    blocked = a_task(status=TaskStatus.BLOCKED, blocked_by="no hall")

    assert reopened == a_task()
    assert with_status_kept(blocked, TODAY) == blocked


def test_a_task_is_held_by_the_unfinished_ones_it_waits_for() -> None:
    done, planned, other = a_task("a", status=TaskStatus.DONE), a_task("b"), a_task("c")
    task = a_task("d", waits_for=(Dependency("b"), Dependency("a"), Dependency("gone")))

    assert held_by(task, (done, planned, other, task)) == (planned,)


@pytest.mark.parametrize(
    "link", ["", "https://drive.example.org/d/1?x=ë#f", "http://localhost:8080/a", "HTTPS://example.org"]
)
def test_links_to_pages_are_kept(link: str) -> None:
    assert safe_link(f" {link} ") == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
        "example.org",
        "https://",
        "http://[bad",
        "https://bank.example@evil.example/",
        "https://example.org/a b",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_anything_else_is_refused(link: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        safe_link(link)

    assert caught.value.template == NOT_A_LINK
