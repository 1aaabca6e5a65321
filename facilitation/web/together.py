"""Questions that a whole hall asks at once wait for each other: while some are answered, the next ones gather."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from anyio import CapacityLimiter, to_thread

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")
THREADS = CapacityLimiter(4)
"""For writing out what was answered: a hall at once is served faster by few threads than by forty that wait for each
other."""
MOST_AT_ONCE = 100
"""Few enough that screens, which wait for the same database, hardly notice."""


class Together(Generic[Asked, Answered]):
    """Answers all that wait with one call in a thread; of each the answer or the error that it raises.

    Only ever used from the loop of the server.
    """

    def __init__(self, answer_all: Callable[[Sequence[Asked]], Sequence[Answered | Exception]]) -> None:
        self._answer_all = answer_all
        self._waiting: list[tuple[Asked, asyncio.Future[Answered]]] = []
        self._answering: asyncio.Task[None] | None = None

    async def ask(self, question: Asked) -> Answered:
        """Wait for the answer; raises why there is none."""
        future: asyncio.Future[Answered] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, future))
        if self._answering is None or self._answering.done():
            self._answering = asyncio.create_task(self._answer())
        return await future

    async def _answer(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            for (_, future), answer in zip(batch, await self._answers([asked for asked, _ in batch]), strict=True):
                _tell(future, answer)

    async def _answers(self, questions: Sequence[Asked]) -> Sequence[Answered | Exception]:
        try:
            return await to_thread.run_sync(self._answer_all, questions)
        except Exception as error:  # noqa: BLE001 - whatever it is, nobody may wait for ever
            return [error] * len(questions)


def _tell(future: asyncio.Future[Answered], answer: Answered | Exception) -> None:
    if future.done():  # whoever asked has gone
        return
    if isinstance(answer, Exception):
        future.set_exception(answer)
    else:
        future.set_result(answer)
