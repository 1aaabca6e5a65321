"""Groups being made in the background: how far they are, and the way to stop with the best so far."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from facilitation.cafe.search import Progress, Report, Stop
from facilitation.errors import FacilitationError
from facilitation.services.cafes import Cafes

logger = logging.getLogger(__name__)
Work = Callable[[Stop, Report], object]
Key = tuple[str, str]


class CafeRun:
    """One search in a thread of its own. What it finds is saved by the search itself, not by who looks on."""

    def __init__(self, work: Work) -> None:
        self.progress: Progress | None = None
        self.error: Exception | None = None
        self._stopped = Event()
        self._thread = Thread(target=self._run, args=(work,), name="cafe", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the groups are saved, or could not be made (``error``)."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """End the search soon; the best plan so far is kept."""
        self._stopped.set()

    def wait(self, seconds: float) -> bool:
        """Wait until the search is over, at most so long; answers whether it is."""
        self._thread.join(seconds)
        return self.is_over

    def _run(self, work: Work) -> None:
        try:
            work(self._stopped.is_set, self._heard)
        except FacilitationError as error:
            self.error = error
        except Exception as error:
            logger.exception("making café groups failed")
            self.error = error

    def _heard(self, progress: Progress) -> None:
        self.progress = progress


@dataclass(frozen=True, slots=True)
class CafeRuns:
    """The searches of this process, at most one per café."""

    cafes: Cafes
    _running: dict[Key, CafeRun] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def start(self, event_id: str, item_id: str, *, seed: int, seconds: float = 3.0) -> CafeRun:
        """Begin to make groups; where they are being made already, that search is answered."""

        def work(stop: Stop, report: Report) -> object:
            return self.cafes.make_groups(event_id, item_id, seed=seed, seconds=seconds, stop=stop, report=report)

        with self._lock:
            known = self._running.get((event_id, item_id))
            if known is None or known.is_over:
                known = self._running[event_id, item_id] = CafeRun(work)
        return known

    def current(self, event_id: str, item_id: str) -> CafeRun | None:
        """The search of this café that was begun last and not yet looked at to its end."""
        return self._running.get((event_id, item_id))

    def forget(self, event_id: str, item_id: str) -> None:
        """The end of a search was seen."""
        with self._lock:
            known = self._running.get((event_id, item_id))
            if known is not None and known.is_over:
                del self._running[event_id, item_id]
