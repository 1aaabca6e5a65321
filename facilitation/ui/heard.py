"""What a component in the browser has said: everything, once, in the order it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitation.ui import state

TELLING = Path(__file__).with_name("heard.js").read_text(encoding="utf-8")
"""What a component's script begins with where it tells by ``root.tell(name, value)``; see ``Heard.each``."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a component in the browser has said. Its turns are counted, so that it can tell an old picture from a new
    one: what is done to it shows at once, and a picture made before that must not undo it."""

    key: str

    @property
    def turn(self) -> int:
        """The number of the last thing heard from it."""
        return state.heard(self.key)

    def calling(self, name: str, then: Callable[[Mapping[str, Any]], Any]) -> Callable[[], None]:
        """A callback that remembers the turn and hands on what was said."""

        def call() -> None:
            said = getattr(state.widget_value(self.key), name)
            state.hear(self.key, int(said["turn"]))
            then(said)

        return call

    def each(self, **then: Callable[[Mapping[str, Any]], Any]) -> Callable[[], None]:
        """A callback that hands on everything said since the last time, each thing to the function of its name.

        Streamlit passes on only the last of several things done while a run is under way, so the component tells
        all that it does not know to be heard, and what was heard before is left out here.
        """

        def call() -> None:
            for said in state.widget_value(self.key).said or ():
                if int(said["turn"]) > self.turn:
                    state.hear(self.key, int(said["turn"]))
                    then[str(said["name"])](said)

        return call
