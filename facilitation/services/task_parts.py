"""What stands inside a task: the points of its small checklist and what people said about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from facilitation.domain.task import Comment, Task, TaskPoint
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.task_points import (
    with_point_added,
    with_point_changed,
    with_point_moved,
    without_point,
)
from facilitation.services.desk import Desk

SAYS_NOTHING = mark("The comment is empty. Write what there is to say.")
NOT_YOURS = mark("This comment was written by {author}. Only they can remove it.")
COMMENT_GONE = mark("This comment was removed in the meantime.")


@dataclass(frozen=True, slots=True)
class TaskParts:
    """Every verb changes the task as it is stored now: two people who write at once lose nothing."""

    desk: Desk

    def add_point(self, task_id: str, text: str) -> Task:
        """Add a point at the end of the small checklist."""
        point = TaskPoint(self.desk.new_id(), text)
        return self._change(task_id, "edit_points", lambda task: with_point_added(task, point))

    def rename_point(self, task_id: str, point_id: str, text: str) -> Task:
        """Write a point anew."""
        return self._change(task_id, "edit_points", lambda task: with_point_changed(task, point_id, text=text))

    def tick_point(self, task_id: str, point_id: str, *, is_done: bool) -> Task:
        """Tick a point, or take the tick away."""
        return self._change(task_id, "edit_points", lambda task: with_point_changed(task, point_id, is_done=is_done))

    def move_point(self, task_id: str, point_id: str, *, by: int) -> Task:
        """Move a point so many places down, or up below zero."""
        return self._change(task_id, "edit_points", lambda task: with_point_moved(task, point_id, by=by))

    def remove_point(self, task_id: str, point_id: str) -> Task:
        """Remove a point."""
        return self._change(task_id, "edit_points", lambda task: without_point(task, point_id))

    def comment(self, task_id: str, text: str) -> Task:
        """Say something about a task."""
        if not text.strip():
            raise InvalidInput(SAYS_NOTHING)
        said = Comment(self.desk.new_id(), self.desk.actor, self.desk.now().replace(microsecond=0), text.strip())
        return self._change(task_id, "comment_task", lambda task: replace(task, comments=(*task.comments, said)))

    def remove_comment(self, task_id: str, comment_id: str) -> Task:
        """Remove a comment of one's own."""
        return self._change(task_id, "remove_comment", lambda task: self._without_comment(task, comment_id))

    def _without_comment(self, task: Task, comment_id: str) -> Task:
        found = next((comment for comment in task.comments if comment.id == comment_id), None)
        if found is None:
            raise NotFound(COMMENT_GONE)
        if found.author != self.desk.actor:
            raise InvalidInput(NOT_YOURS, author=found.author)
        return replace(task, comments=tuple(comment for comment in task.comments if comment != found))

    def _change(self, task_id: str, verb: str, changed: Callable[[Task], Task]) -> Task:
        with self.desk.work() as work:
            before = work.tasks.get(task_id)
            after = changed(before)
            if after == before:
                return before
            saved = work.tasks.save(after)
            self.desk.note_change(work, verb, before.event_id, before=before, after=saved)
            work.commit()
        return saved
