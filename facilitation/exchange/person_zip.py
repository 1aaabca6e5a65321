"""What is known about one person as a zip: a page to read, and the same for programs."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pydantic import TypeAdapter

from facilitation.domain.person_file import PersonFile

PAGE, DATA = "person.html", "person.json"


def person_zip(found: PersonFile, page: str) -> bytes:
    """The zip; the names of its members say nothing of the person."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr(PAGE, page.encode("utf-8", errors="replace"))
        file.writestr(DATA, TypeAdapter(PersonFile).dump_json(found, indent=1))
    return packed.getvalue()
