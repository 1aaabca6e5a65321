"""Lists of people that come in as files: columns remembered, rows previewed, known people recognised, then saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitation.domain.person import Participation
from facilitation.planning.duplicates import Pair, suspected_pairs
from facilitation.planning.import_links import LinkedImport, linked_import
from facilitation.services.desk import Desk
from facilitation.services.preferences import Preferences

if TYPE_CHECKING:
    from facilitation.exchange.import_preview import ImportPreview
    from facilitation.exchange.table_file import RawFile, RawTable

__all__ = ["ImportPreview", "PeopleFiles", "RawFile", "RawTable"]


@dataclass(frozen=True, slots=True)
class PeopleFiles:
    """Reads lists of people into previews, and saves what was accepted in one stroke."""

    desk: Desk
    preferences: Preferences

    def read(self, data: bytes, file_name: str) -> RawFile:
        """All lists in a file."""
        from facilitation.exchange.people_words import COLUMNS  # slow to import
        from facilitation.exchange.table_file import read_file

        return read_file(data, file_name, COLUMNS)

    def columns(self, table: RawTable) -> dict[str, int]:
        """Which column holds what: as this person chose for the same column names, else by the names themselves."""
        from facilitation.exchange.people_import import FIELDS, guess_mapping  # slow to import

        kept = {name: place for name, place in self.preferences.columns(table.header).items() if name in FIELDS}
        return kept if {"name", "last_name"} & kept.keys() else guess_mapping(table.header)

    def preview(
        self, event_id: str, table: RawTable, mapping: Mapping[str, int], language: str, *, is_coded: bool = False
    ) -> ImportPreview:
        """What a list would bring, row by row; ``is_coded`` = of beneficiaries, whose names stay outside."""
        from facilitation.exchange.people_import import people_preview  # slow to import

        with self.desk.reading() as work:
            existing = work.participations.list_for(event_id)
        return people_preview(
            table,
            mapping,
            event_id,
            existing=existing,
            new_id=self.desk.new_id,
            language=language,
            is_coded=is_coded,
        )

    def matches(self, preview: ImportPreview) -> tuple[Pair, ...]:
        """Imported people who may be somebody known from any event, or somebody of another row; surest first."""
        people = [item.person for item in preview.items if isinstance(item, Participation)]
        with self.desk.reading() as work:
            known = work.people.list_all()
        return suspected_pairs(people, known)

    def save(self, event_id: str, preview: ImportPreview, answers: Mapping[str, str]) -> LinkedImport:
        """Save the accepted rows; ``answers`` = who of them is whom (id of an imported person to id of the other)."""
        rows = [item for item in preview.items if isinstance(item, Participation)]
        with self.desk.work() as work:
            listed = work.participations.list_for(event_id)
            found = linked_import(rows, answers, known=work.people.list_all(), listed=listed)
            for before, after in found.changed:
                saved = work.participations.save(after)
                self.desk.note_change(work, "import_people", event_id, before=before, after=saved)
            self.desk.note_additions(work, "import_people", event_id, work.participations.add_many(found.new))
            work.commit()
        return found
