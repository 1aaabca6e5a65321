"""What the program remembers about the person at this computer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitation.domain.print_look import PrintLook
from facilitation.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Preferences:
    """Small choices that last longer than a visit."""

    desk: Desk

    def language(self) -> str:
        """The language of the screens; Albanian until somebody chose."""
        return self._get("language") or "sq"

    def choose_language(self, language: str) -> None:
        """Remember the language of the screens."""
        self._put("language", "en" if language == "en" else "sq")

    def event_id(self) -> str:
        """The event opened last ("" = none)."""
        return self._get("event")

    def choose_event(self, event_id: str) -> None:
        """Remember the event opened last."""
        self._put("event", event_id)

    def columns(self, header: Sequence[str]) -> dict[str, int]:
        """Which column of a file with these names this person took for what; empty where they never chose."""
        text = self._get(_header_key(header))
        return {str(name): int(place) for name, place in json.loads(text).items()} if text else {}

    def keep_columns(self, header: Sequence[str], mapping: Mapping[str, int]) -> None:
        """Remember which column is what in files with these column names."""
        self._put(_header_key(header), json.dumps(dict(mapping)))

    def own_name(self) -> str:
        """The name by which this person stands in checklists ("" = not said)."""
        return self._get("own_name")

    def choose_own_name(self, name: str) -> None:
        """Remember who sits at this computer; their tasks come first from now on."""
        self._put("own_name", " ".join(name.split()))

    def print_look(self) -> PrintLook:
        """How this person's papers are printed; as usual until they chose."""
        words = self._get("print_look").split()
        return PrintLook(is_large="large" in words, is_low_ink="low_ink" in words)

    def choose_print_look(self, look: PrintLook) -> None:
        """Remember how this person's papers are printed."""
        words = [word for word, is_on in (("large", look.is_large), ("low_ink", look.is_low_ink)) if is_on]
        self._put("print_look", " ".join(words))

    def drafts(self, event_id: str) -> dict[str, str]:
        """What this person typed in an event and has not saved yet, by field."""
        prefix = self._draft_key(event_id, "")
        with self.desk.reading() as work:
            return {key.removeprefix(prefix): text for key, text in work.preferences.starting_with(prefix).items()}

    def keep_draft(self, event_id: str, field: str, text: str) -> None:
        """Keep what stands in a field while it is typed, so that a crash or a reload loses nothing."""
        with self.desk.work() as work:
            work.preferences.put(self._draft_key(event_id, field), text)
            work.commit()

    def drop_drafts(self, event_id: str, *fields: str) -> None:
        """The fields were saved or given up: their drafts are no longer needed."""
        with self.desk.work() as work:
            for field in fields:
                work.preferences.remove(self._draft_key(event_id, field))
            work.commit()

    def _draft_key(self, event_id: str, field: str) -> str:
        return f"{self.desk.actor}:draft:{event_id}:{field}"

    def _get(self, key: str) -> str:
        with self.desk.reading() as work:
            return work.preferences.get(f"{self.desk.actor}:{key}")

    def _put(self, key: str, value: str) -> None:
        with self.desk.work() as work:
            work.preferences.put(f"{self.desk.actor}:{key}", value)
            work.commit()


def _header_key(header: Sequence[str]) -> str:
    """The same for the same column names in the same order."""
    names = "\n".join(name.casefold() for name in header)
    return f"columns:{hashlib.sha256(names.encode()).hexdigest()[:16]}"
