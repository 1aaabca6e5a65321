"""What may not leave the team, or the event, is in no paper that does."""

from __future__ import annotations

import pytest

from facilitation.documents.catalogue import FOR_STAFF
from facilitation.domain.person import Consent
from tests.documents.conference import SECRET, a_conference
from tests.documents.reading import LANGUAGES, NAMES, all_text, conference_document, texts

PUBLIC = [name for name in NAMES if name not in FOR_STAFF]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PUBLIC)
def test_internal_notes_reach_no_public_paper(name: str, language: str) -> None:
    assert SECRET not in all_text(conference_document(name, language))


@pytest.mark.parametrize("name", ["running-order.docx", "guide.docx"])
def test_internal_notes_are_in_the_teams_papers(name: str) -> None:
    assert SECRET in all_text(conference_document(name, "sq"))


@pytest.mark.parametrize("name", NAMES)
def test_addresses_and_telephone_numbers_are_in_no_paper(name: str) -> None:
    found = all_text(conference_document(name, "sq"))

    assert "@example.org" not in found
    assert "+355" not in found


def test_proceedings_list_only_people_who_agreed() -> None:
    people = a_conference(10).participations
    agreed = {entry.person.name for entry in people if entry.list_consent is Consent.YES}

    names = {entry.person.name for entry in people}
    listed = names.intersection(texts(conference_document("proceedings.docx", "en")))

    assert listed == agreed


def test_staff_items_are_in_no_public_paper() -> None:
    for name in PUBLIC:
        assert "Mbledhja e stafit" not in all_text(conference_document(name, "sq"))
