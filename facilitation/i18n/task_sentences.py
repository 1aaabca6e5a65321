"""Findings about tasks that hold one another up."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.errors import mark

TASK_SENTENCES: Mapping[str, str] = {
    "task_late.chain": mark(
        "“{title}” was due on {due_on} and is still open, because of {chain}: it can be done on {earliest_on} at the "
        "earliest. Finish what it waits for, or give it another day."
    ),
    "task_late.chain_event": mark(
        "“{title}” was due on {due_on} and is still open, because of {chain}: it can be done on {earliest_on} at the "
        "earliest. Catch up, or move the event to {event_on} or later."
    ),
    "task_cannot_be_in_time": mark(
        "“{title}” cannot be done by {due_on}: the work takes until {earliest_on} at the least. "
        "Share it out, shorten it or give it another day."
    ),
    "task_cannot_be_in_time.event": mark(
        "“{title}” cannot be done by {due_on}: the work takes until {earliest_on} at the least. "
        "Share it out, shorten it, or move the event to {event_on} or later."
    ),
    "task_cannot_be_in_time.chain": mark(
        "“{title}” cannot be done by {due_on}, because of {chain}: it can be done on {earliest_on} at the earliest. "
        "Shorten one of these tasks or give it another day."
    ),
    "task_cannot_be_in_time.chain_event": mark(
        "“{title}” cannot be done by {due_on}, because of {chain}: it can be done on {earliest_on} at the earliest. "
        "Shorten one of these tasks, or move the event to {event_on} or later."
    ),
    "task_circle": mark(
        "These tasks wait for one another, so that none can begin: {chain}. "
        "Take one of them out of what another waits for."
    ),
    "task_circle.counting": mark(
        "The days of these tasks count from one another, so that none has a day: {chain}. "
        "Let one of them count from the event."
    ),
}
