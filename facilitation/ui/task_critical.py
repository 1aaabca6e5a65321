"""Which tasks must not slip: the one place where the pictures ask for the critical path."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.domain.event import Event
from facilitation.domain.task import Task


def critical_ids(tasks: Iterable[Task], event: Event) -> frozenset[str]:  # noqa: ARG001
    """The ids of the critical tasks; none as long as nothing works them out."""
    return frozenset()
