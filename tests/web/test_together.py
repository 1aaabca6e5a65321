"""Many who ask at once are answered together, each with their own answer or error."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

from facilitation.web.together import MOST_AT_ONCE, Together
from tests.web.asking import in_a_loop


def test_those_who_come_while_others_are_answered_are_answered_together() -> None:
    batches: list[list[int]] = []
    first_is_in, go_on = threading.Event(), threading.Event()

    def doubled(numbers: Sequence[int]) -> Sequence[int | Exception]:
        batches.append(list(numbers))
        first_is_in.set()
        go_on.wait(20)
        return [2 * number for number in numbers]

    async def hall() -> list[int]:
        together = Together(doubled)
        first = asyncio.create_task(together.ask(0))
        while not first_is_in.is_set():
            await asyncio.sleep(0.01)
        others = [asyncio.create_task(together.ask(number)) for number in range(1, MOST_AT_ONCE + 3)]
        await asyncio.sleep(0.01)
        go_on.set()
        return list(await asyncio.gather(first, *others))

    assert in_a_loop(hall()) == [2 * number for number in range(MOST_AT_ONCE + 3)]
    assert [len(batch) for batch in batches] == [1, MOST_AT_ONCE, 2]


def test_an_error_of_one_is_its_own_and_an_error_of_all_leaves_nobody_waiting() -> None:
    def strict(words: Sequence[str]) -> Sequence[str | Exception]:
        if "all" in words:
            raise OSError("no database")
        return [ValueError(word) if word == "bad" else word for word in words]

    async def hall() -> list[str]:
        together = Together(strict)
        found = await asyncio.gather(*(together.ask(word) for word in ("good", "bad")), return_exceptions=True)
        found += await asyncio.gather(together.ask("all"), together.ask("good"), return_exceptions=True)
        return [repr(answer) for answer in (*found, await together.ask("again"))]

    assert in_a_loop(hall()) == [
        "'good'", "ValueError('bad')", "OSError('no database')", "OSError('no database')", "'again'",
    ]  # fmt: skip
