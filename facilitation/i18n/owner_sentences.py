"""The sentences of what the rules say about the people who do the tasks."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.errors import mark

OWNER_SENTENCES: Mapping[str, str] = {
    "owner_overloaded.work": mark(
        "{owner}: {days} days of work in the week {week}, more than a week holds. Give tasks to "
        "somebody else or let some begin earlier."
    ),
    "owner_overloaded.due": mark(
        "{owner}: {count} tasks fall due in the week {week}. Give some to somebody else or move their days."
    ),
}
