"""The organiser's list of participants as a workbook."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Participation, Sex
from facilitation.domain.record import EventRecord
from facilitation.exchange.people_import import guess_mapping, people_preview
from facilitation.exchange.people_sheet import participants_xlsx
from facilitation.exchange.table_file import read_table
from facilitation.i18n.labels import sector_label
from facilitation.i18n.translator import LANGUAGES, Translator
from tests.builders import EVENT_ID, a_participation, a_record, counted_ids

ENGLISH = Translator("en")
PEOPLE = (
    a_participation(
        "participation-1",
        name="Përfaqësuese, Zyra e Punësimit",
        title="Znj.",
        municipality="Pukë",
        email="zyra@example.org",
        phone="+355 000",
        languages=("sq", "en"),
        sex=Sex.FEMALE,
        role=EventRole.SPEAKER,
        days_attended=(1, 2),
        access_needs="hyrje pa shkallë",
        dietary_needs="pa mish",
        photo_consent=Consent.YES,
        list_consent=Consent.NO,
        note="vjen në ditën e dytë",
    ),
    a_participation(
        "participation-2",
        name="=Përfaqësues",
        organisation="",
        position="",
        sector=Sector.OTHER,
        district=None,
        status=InvitationStatus.DECLINED,
    ),
)


def opened(record: EventRecord, _: Translator = ENGLISH) -> Any:
    return load_workbook(BytesIO(participants_xlsx(record, _)))


def test_the_sheet_holds_everybody_in_the_order_of_the_list() -> None:
    sheet = opened(a_record(participations=PEOPLE)).worksheets[0]

    assert list(sheet.iter_rows(min_row=4, values_only=True)) == [
        ("id", "No.", "Name", "Organisation", "Position", "Sector", "County", "Municipality", "Role", "Invitation",
         "Title before the name", "Languages", "Phone", "E-mail", "Sex", "Days attended", "Photo consent",
         "List-sharing consent", "Note"),
        ("participation-1", 1, "Përfaqësuese, Zyra e Punësimit", "Zyra e Punësimit", "Përfaqësuese",
         "Regional branches of central institutions", "Shkodër", "Pukë", "Speaker", "Confirmed", "Znj.",
         "Albanian, English", "+355 000", "zyra@example.org", "Woman", "1, 2", "Yes", "No", "vjen në ditën e dytë"),
        ("participation-2", 2, "=Përfaqësues", None, None, "Other", None, None, "Participant", "Declined", None,
         "Albanian", None, None, None, None, "Not asked", "Not asked", None),
    ]  # fmt: skip


def test_contacts_and_consents_are_not_printed_by_default() -> None:
    sheet = opened(a_record(participations=PEOPLE)).worksheets[0]

    assert sheet.print_area == "'Participants'!$A$1:$J$6"
    assert (sheet["J4"].value, sheet["K4"].value) == ("Invitation", "Title before the name")
    assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")


def test_head_and_names_stay_in_view() -> None:
    sheet = opened(a_record(participations=PEOPLE)).worksheets[0]

    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("D5", "A4:S6", "$4:$4")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sectors_are_chosen_from_the_labels_of_the_language(language: str) -> None:
    _ = Translator(language)
    book = opened(a_record(participations=PEOPLE), _)

    assert [cell.value for cell in book["lists"]["F"] if cell.value] == [sector_label(sector, _) for sector in Sector]


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    cell = opened(a_record(participations=PEOPLE)).worksheets[0]["C6"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=Përfaqësues", "s", True)


def test_an_empty_list_gives_an_empty_table() -> None:
    assert opened(a_record()).worksheets[0].max_row == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_can_be_imported_again(language: str) -> None:
    table = read_table(participants_xlsx(a_record(participations=PEOPLE), Translator(language)), "participants.xlsx")

    preview = people_preview(
        table, guess_mapping(table.header), EVENT_ID, existing=(), new_id=counted_ids(), language=language
    )

    assert [row.outcome for row in preview.rows] == ["read", "read"]
    assert [without_ids(item) for item in preview.items] == [
        without_ids(replace(entry, access_needs="", dietary_needs="")) for entry in PEOPLE
    ]


@pytest.mark.parametrize("district", District)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_qark_comes_back_without_a_remark(district: District, language: str) -> None:
    people = (a_participation(district=district),)
    table = read_table(participants_xlsx(a_record(participations=people), Translator(language)), "list.xlsx")

    preview = people_preview(
        table, guess_mapping(table.header), EVENT_ID, existing=(), new_id=counted_ids(), language=language
    )

    assert (preview.read, [without_ids(item) for item in preview.items]) == (1, [without_ids(people[0])])


@pytest.mark.parametrize("title", ["Prof. Dr.", "Z.", "Shkëlqesia e Saj", "Ambasadorja"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_title_comes_back_as_a_title_and_not_as_a_position(title: str, language: str) -> None:
    people = (
        a_participation(title=title, position="", sex=Sex.MALE),
        a_participation("other", name="B", position="Dr."),
    )
    table = read_table(participants_xlsx(a_record(participations=people), Translator(language)), "list.xlsx")

    preview = people_preview(
        table, guess_mapping(table.header), EVENT_ID, existing=(), new_id=counted_ids(), language=language
    )

    assert [without_ids(item) for item in preview.items] == [without_ids(part) for part in people]


def without_ids(entry: object) -> Participation:
    assert isinstance(entry, Participation)
    return replace(entry, id="", person=replace(entry.person, id=""))
