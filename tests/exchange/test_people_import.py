"""Participants from a list: what is read, repaired and refused, and why."""

from __future__ import annotations

from typing import Any

import pytest

from facilitation.domain.event import Sector
from facilitation.domain.person import (
    Consent,
    District,
    EventRole,
    InvitationStatus,
    Participation,
    Person,
    Sex,
)
from facilitation.errors import InvalidInput
from facilitation.exchange import people_cells, people_import, row_reader
from facilitation.exchange.import_preview import ImportPreview, ImportRemark
from facilitation.exchange.people_import import guess_mapping, people_preview
from facilitation.exchange.table_file import RawTable, read_table
from facilitation.i18n.labels import sector_label
from facilitation.i18n.translator import LANGUAGES, Translator
from tests.builders import EVENT_ID, a_participation, counted_ids
from tests.exchange.tables import a_csv, a_table

OFFICE = "Përfaqësuese, Zyra e Punësimit"


def preview_of(table: RawTable, *existing: Participation, **mapping: int) -> ImportPreview:
    return people_preview(
        table,
        mapping or guess_mapping(table.header),
        EVENT_ID,
        existing=existing,
        new_id=counted_ids(),
        language="en",
    )


def one_row(**cells: str) -> tuple[Participation, tuple[ImportRemark, ...]]:
    """The one participation of a file with these columns (named by field), and what was remarked."""
    cells = {"name": OFFICE} | cells
    table = a_table(list(cells), list(cells.values()))
    row = preview_of(table, **{field: position for position, field in enumerate(cells)}).rows[0]
    assert isinstance(row.item, Participation)
    assert row.outcome == ("repaired" if row.remarks else "read")
    return row.item, row.remarks


def understood(field: str, old: str, new: str) -> ImportRemark:
    return ImportRemark(row_reader.UNDERSTOOD, {"column": field, "old": old, "new": new}, old, new)


@pytest.mark.parametrize(
    ("header", "mapping"),
    [
        pytest.param(
            "Nr.;Emri dhe mbiemri;Organizata/Institucioni;Pozicioni;Sektori;Qarku;Bashkia;Roli;Gjuhët;Telefoni;E-mail;"
            "Statusi;Foto;Ushqimi;Aksesi;Gjinia;Shënim",
            {
                "name": 1, "organisation": 2, "position": 3, "sector": 4, "district": 5, "municipality": 6, "role": 7,
                "languages": 8, "phone": 9, "email": 10, "status": 11, "photo_consent": 12, "dietary_needs": 13,
                "access_needs": 14, "sex": 15, "note": 16,
            },
            id="Albanian",
        ),
        pytest.param(
            "EMRI;MBIEMRI;INSTITUCIONI;GJUHET;NR. TEL;GJINIA (F/M)",
            {"name": 0, "last_name": 1, "organisation": 2, "languages": 3, "phone": 4, "sex": 5},
            id="capitals without diacritics",
        ),
        pytest.param(
            "Full name;Organisation;Job title;Sector;County;Municipality;Role in the event;Languages;Phone number;"
            "E-mail address;RSVP;Photo consent;List-sharing consent;Dietary requirements;Accessibility needs;Gender",
            {
                "name": 0, "organisation": 1, "position": 2, "sector": 3, "district": 4, "municipality": 5, "role": 6,
                "languages": 7, "phone": 8, "email": 9, "status": 10, "photo_consent": 11, "list_consent": 12,
                "dietary_needs": 13, "access_needs": 14, "sex": 15,
            },
            id="English",
        ),
        pytest.param("Name of organisation;Name", {"organisation": 0, "name": 1}, id="two kinds of names"),
        pytest.param("Emri;Emri i organizatës;Emri", {"name": 0, "organisation": 1}, id="a name twice"),
        pytest.param("A;B;", {}, id="nothing known"),
    ],
)  # fmt: skip
def test_columns_are_recognised_by_their_names(header: str, mapping: dict[str, int]) -> None:
    assert guess_mapping(header.split(";")) == mapping


def test_a_clean_row_is_read_as_it_stands() -> None:
    table = a_table(
        ["Name", "Organisation", "Position", "Sector", "County", "Municipality", "Role", "Languages", "Phone", "E-mail",
         "Status", "Photo", "List consent", "Food", "Access", "Sex", "Days attended", "Note"],
        [OFFICE, "Zyra e Punësimit", "Përfaqësuese", "Civil society", "Shkodër", "Pukë", "Speaker",
         "Albanian, English", "+355 000", "zyra@example.org", "Confirmed", "Yes", "No", "vegetarian", "ramp", "Woman",
         "1, 2", "calls back"],
    )  # fmt: skip

    preview = preview_of(table)

    row = preview.rows[0]
    assert (row.row, row.cells) == (2, table.rows[0].cells)
    assert preview.items == (
        Participation(
            id="id-2",
            event_id=EVENT_ID,
            person=Person(
                id="id-1",
                name=OFFICE,
                organisation="Zyra e Punësimit",
                position="Përfaqësuese",
                sector=Sector.CIVIL_SOCIETY,
                district=District.SHKODER,
                municipality="Pukë",
                email="zyra@example.org",
                phone="+355 000",
                languages=("sq", "en"),
                sex=Sex.FEMALE,
            ),
            role=EventRole.SPEAKER,
            status=InvitationStatus.CONFIRMED,
            days_attended=(1, 2),
            access_needs="ramp",
            dietary_needs="vegetarian",
            photo_consent=Consent.YES,
            list_consent=Consent.NO,
            note="calls back",
        ),
    )


def test_a_row_with_only_a_name_is_read() -> None:
    item, remarks = one_row()

    assert (item, remarks) == (Participation("id-2", EVENT_ID, Person("id-1", OFFICE)), ())


def test_first_and_last_name_are_put_together() -> None:
    item, _ = one_row(name="Zyra", last_name="Rajonale")

    assert item.person.name == "Zyra Rajonale"


def test_superfluous_spaces_are_removed_and_said() -> None:
    item, remarks = one_row(name=" Zyra\u00a0 A\u200b ")

    assert item.person.name == "Zyra A"
    values = {"column": "name", "old": " Zyra\u00a0 A\u200b ", "new": "Zyra A"}
    assert remarks == (ImportRemark(row_reader.SPACES, values, " Zyra\u00a0 A\u200b ", "Zyra A"),)


@pytest.mark.parametrize(
    ("word", "sector"),
    [
        ("OJF", Sector.CIVIL_SOCIETY),
        ("Shoqëria civile", Sector.CIVIL_SOCIETY),
        ("shoqeria civile / OJQ", Sector.CIVIL_SOCIETY),
        ("NGO", Sector.CIVIL_SOCIETY),
        ("Qeverisje vendore", Sector.LOCAL_GOVERNMENT),
        ("Bashki", Sector.LOCAL_GOVERNMENT),
        ("Prefektura", Sector.REGIONAL_STATE),
        ("Drejtori rajonale", Sector.REGIONAL_STATE),
        ("Qeveria qendrore", Sector.CENTRAL_GOVERNMENT),
        ("Ministri", Sector.CENTRAL_GOVERNMENT),
        ("Organizatë ndërkombëtare", Sector.INTERNATIONAL),
        ("OJF ndërkombëtare", Sector.INTERNATIONAL),
        ("donatorë", Sector.DONOR),
        ("Mediat", Sector.MEDIA),
        ("Universitet", Sector.ACADEMIA),
        ("sektori privat", Sector.BUSINESS),
        ("tjetër", Sector.OTHER),
    ],
)
def test_a_word_for_a_sector_is_understood(word: str, sector: Sector) -> None:
    assert one_row(sector=word)[0].person.sector is sector


def test_a_word_that_is_not_the_programs_own_is_said() -> None:
    assert one_row(sector="OJF")[1] == (understood("sector", "OJF", "Civil society"),)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sector", Sector)
def test_the_programs_own_words_need_no_remark_in_either_language(sector: Sector, language: str) -> None:
    item, remarks = one_row(sector=sector_label(sector, Translator(language)))

    assert (item.person.sector, remarks) == (sector, ())


def test_an_unknown_sector_becomes_other_and_is_kept_in_the_note() -> None:
    item, remarks = one_row(sector="Kulturë")

    values = {"column": "sector", "old": "Kulturë", "new": "Other"}
    assert (item.person.sector, item.note) == (Sector.OTHER, "sector: Kulturë")
    assert remarks == (ImportRemark(row_reader.UNKNOWN_WORD, values, "Kulturë", "Other"),)


@pytest.mark.parametrize("word", ["Qeveri", "shtetëror", "Government", "public institution"])
def test_government_is_never_taken_for_central_or_local_government(word: str) -> None:
    item, remarks = one_row(sector=word)

    assert (item.person.sector, item.note) == (Sector.OTHER, f"sector: {word}")
    assert [remark.template for remark in remarks] == [people_import.UNCLEAR_SECTOR]


@pytest.mark.parametrize(
    ("word", "district"),
    [
        ("Vlore", District.VLORE),
        ("VLORA", District.VLORE),
        ("Qarku i Vlorës", District.VLORE),
        ("Shkodra county", District.SHKODER),
        ("diber", District.DIBER),
        ("Korce", District.KORCE),
    ],
)
def test_a_qark_in_any_spelling_is_understood_and_said(word: str, district: District) -> None:
    item, remarks = one_row(district=word)

    assert (item.person.district, item.person.municipality) == (district, "")
    assert [(remark.template, remark.from_) for remark in remarks] == [(row_reader.UNDERSTOOD, word)]


@pytest.mark.parametrize("word", ["Vlorë", "vlorë", "Qarku Vlorë"])
def test_a_qark_by_its_own_name_needs_no_remark(word: str) -> None:
    item, remarks = one_row(district=word)

    assert (item.person.district, remarks) == (District.VLORE, ())


@pytest.mark.parametrize(
    ("word", "district"),
    [("Përmet", District.GJIROKASTER), ("Bashkia Skrapar", District.BERAT), ("Bashkia Vlorë", District.VLORE)],
)
def test_a_municipality_in_the_column_of_the_qark_gives_its_qark(word: str, district: District) -> None:
    item, remarks = one_row(district=word)

    assert (item.person.district, item.person.municipality) == (district, word)
    assert [(remark.template, remark.from_) for remark in remarks] == [(people_import.MUNICIPALITY_NOT_QARK, word)]


def test_a_place_outside_the_qarqe_becomes_the_municipality() -> None:
    item, remarks = one_row(district="Podgorica")

    values = {"column": "district", "old": "Podgorica", "new": ""}
    assert (item.person.district, item.person.municipality) == (None, "Podgorica")
    assert remarks == (ImportRemark(people_import.NO_QARK, values, "Podgorica", ""),)


def test_an_unknown_qark_beside_a_municipality_is_kept_in_the_note() -> None:
    item, _ = one_row(district="Rajoni i Veriut", municipality="Bar")

    assert (item.person.municipality, item.note) == ("Bar", "district: Rajoni i Veriut")


def test_an_address_is_written_in_small_letters_and_said() -> None:
    item, remarks = one_row(email="Zyra@Example.ORG")

    assert item.person.email == "zyra@example.org"
    assert [(remark.from_, remark.to) for remark in remarks] == [("Zyra@Example.ORG", "zyra@example.org")]


def test_what_is_no_address_is_kept_in_the_note() -> None:
    item, remarks = one_row(email="zyra at example", note="calls back")

    assert (item.person.email, item.note) == ("", "calls back\nemail: zyra at example")
    assert [remark.template for remark in remarks] == [people_cells.NO_EMAIL]


@pytest.mark.parametrize(
    ("field", "word", "value"),
    [
        ("status", "ftuar", InvitationStatus.INVITED),
        ("status", "e konfirmuar", InvitationStatus.CONFIRMED),
        ("status", "po", InvitationStatus.CONFIRMED),
        ("status", "nuk vjen", InvitationStatus.DECLINED),
        ("status", "për t’u ftuar", InvitationStatus.TO_INVITE),
        ("role", "folëse", EventRole.SPEAKER),
        ("role", "mbajtes shenimesh", EventRole.NOTE_TAKER),
        ("role", "Vëzhgues", EventRole.OBSERVER),
        ("photo_consent", "po", Consent.YES),
        ("photo_consent", "yes", Consent.YES),
        ("list_consent", "jo", Consent.NO),
        ("photo_consent", "x", Consent.YES),
        ("photo_consent", "✓", Consent.YES),
        ("list_consent", "0", Consent.NO),
    ],
)
def test_a_word_for_status_role_or_consent_is_understood(field: str, word: str, value: object) -> None:
    assert getattr(one_row(**{field: word})[0], field) is value


@pytest.mark.parametrize(("word", "sex"), [("F", Sex.FEMALE), ("burrë", Sex.MALE), ("", Sex.NOT_STATED)])
def test_sex_is_understood_from_words_and_letters(word: str, sex: Sex) -> None:
    assert one_row(sex=word)[0].person.sex is sex


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("shqip, anglisht", ("sq", "en")),
        ("Shqip dhe Maqedonisht", ("sq", "mk")),
        ("EN/IT", ("en", "it")),
        ("", ("sq",)),
    ],
)
def test_languages_are_understood_in_words_and_codes(text: str, codes: tuple[str, ...]) -> None:
    assert one_row(languages=text)[0].person.languages == codes


def test_an_unknown_language_is_kept_in_the_note() -> None:
    item, remarks = one_row(languages="shqip, klingonisht")

    assert (item.person.languages, item.note, len(remarks)) == (("sq",), "languages: klingonisht", 1)


def test_days_that_are_no_numbers_are_kept_in_the_note() -> None:
    item, _ = one_row(days_attended="e hënë")

    assert (item.days_attended, item.note) == ((), "days attended: e hënë".replace(" ", "_", 1))


def test_an_error_of_the_spreadsheet_is_no_value() -> None:
    item, remarks = one_row(phone="#N/A")

    assert (item.person.phone, [remark.template for remark in remarks]) == ("", [row_reader.CELL_ERROR])


@pytest.mark.parametrize("text", ["=HYPERLINK(A1)", "+355 000", "-", "@zyra", "=1+1"])
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    item, remarks = one_row(organisation=text)

    assert (item.person.organisation, remarks) == (text, ())


def test_a_row_without_a_name_is_refused() -> None:
    preview = preview_of(a_table(["Emri", "Organizata"], ["  ", "Bashkia Fier"], ["Zyra A", "Qendra Ura"]))

    assert (preview.read, preview.repaired, preview.refused) == (1, 0, 1)
    assert preview.rows[0].remarks == (ImportRemark(people_import.NO_NAME),)
    assert preview.rows[0].cells == ("  ", "Bashkia Fier")


def test_a_name_too_long_for_any_paper_is_refused() -> None:
    preview = preview_of(a_table(["Emri"], ["x" * 201]))

    assert preview.rows[0].remarks == (ImportRemark(people_import.NAME_TOO_LONG, {"limit": 200}),)


def test_somebody_in_the_list_already_is_refused_but_shown() -> None:
    listed = a_participation(name="Përfaqësuese, Fier", organisation="Bashkia Fier")

    preview = preview_of(a_table(["Emri", "Organizata"], ["PERFAQESUESE Fier", "Bashkia  Fier"]), listed)

    row = preview.rows[0]
    assert (row.outcome, preview.items) == ("refused", ())
    assert row.remarks == (ImportRemark(people_import.ALREADY_LISTED, {"name": "PERFAQESUESE Fier"}),)
    assert isinstance(row.item, Participation)


def test_the_same_person_twice_in_the_file_is_taken_once() -> None:
    preview = preview_of(a_table(["Emri", "Organizata"], ["Zyra A", "Qendra Ura"], ["zyra a", "QENDRA URA"]))

    assert [row.outcome for row in preview.rows] == ["read", "refused"]
    assert preview.rows[1].remarks == (ImportRemark(people_import.TWICE, {"name": "zyra a", "row": 2}),)


def test_the_same_name_in_two_organisations_is_two_people() -> None:
    preview = preview_of(a_table(["Emri", "Organizata"], ["Drejtoresha", "Zyra A"], ["Drejtoresha", "Zyra B"]))

    assert (preview.read, len({person.id for person in preview.items})) == (2, 2)


def test_without_a_column_of_names_nothing_is_read() -> None:
    with pytest.raises(InvalidInput) as caught:
        preview_of(a_table(["A", "B"], ["Zyra A", "Bashkia"]))

    assert caught.value.template == people_import.NO_NAME_COLUMN


def test_remarks_name_the_members_in_the_readers_language() -> None:
    table = a_table(["Emri", "Sektori"], ["Zyra A", "OJF"])

    preview = people_preview(
        table, guess_mapping(table.header), EVENT_ID, existing=(), new_id=counted_ids(), language="sq"
    )

    own_word = sector_label(Sector.CIVIL_SOCIETY, Translator("sq"))
    assert preview.rows[0].remarks == (understood("Sektori", "OJF", own_word),)


def test_a_whole_file_is_previewed_row_by_row() -> None:
    data = a_csv(
        "Lista e të ftuarve;;",
        "Emri;Sektori;Qarku",
        "Zyra A;Shoqëria civile;Vlore",
        ";OJF;Fier",
        "Zyra B;;",
        encoding="cp1250",
    )

    preview = preview_of(read_table(data, "lista.csv"))

    assert [(row.row, row.outcome) for row in preview.rows] == [(3, "repaired"), (4, "refused"), (5, "read")]


def test_a_mapping_beyond_the_columns_gives_empty_fields() -> None:
    chosen: dict[str, Any] = {"name": 0, "organisation": 9}

    preview = preview_of(a_table(["Emri"], ["Zyra A"]), **chosen)

    assert isinstance(preview.items[0], Participation)
    assert preview.items[0].person.organisation == ""
