"""Lists of people as other offices send them: names in any order, several in a cell, guesses, contacts, codes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from facilitation.domain.event import Sector
from facilitation.domain.person import District, Participation, Person, Sex
from facilitation.exchange import people_cells, people_coded, people_import
from facilitation.exchange.contact_text import addresses, tidy_phones
from facilitation.exchange.import_preview import ImportPreview
from facilitation.exchange.people_import import guess_mapping, people_preview
from facilitation.exchange.people_words import COLUMNS
from facilitation.exchange.table_file import RawTable, read_table
from tests.builders import EVENT_ID, a_participation, counted_ids
from tests.exchange.tables import a_csv, a_table


def preview_of(table: RawTable, *existing: Participation, is_coded: bool = False) -> ImportPreview:
    return people_preview(
        table,
        guess_mapping(table.header),
        EVENT_ID,
        existing=existing,
        new_id=counted_ids(),
        language="en",
        is_coded=is_coded,
    )


def people_of(*columns: str, rows: list[list[str]]) -> list[Person]:
    preview = preview_of(a_table(columns, *rows))
    return [item.person for item in preview.items if isinstance(item, Participation)]


def one(**cells: str) -> tuple[Person, list[str]]:
    """The one person of a row with these columns, and the sentences about them."""
    preview = preview_of(a_table([name.replace("_", " ") for name in cells], list(cells.values())))
    (item,) = preview.items
    assert isinstance(item, Participation)
    return item.person, [remark.template for remark in preview.rows[0].remarks]


@pytest.mark.parametrize(
    ("written", "title", "name", "sex"),
    [
        ("Dr. Agimor Gurëzi", "Dr.", "Agimor Gurëzi", Sex.NOT_STATED),
        ("Znj. Dritora Gurëzi", "Znj.", "Dritora Gurëzi", Sex.FEMALE),
        ("Z. Prof. Agimor Gurëzi", "Z. Prof.", "Agimor Gurëzi", Sex.MALE),
        ("Ms Dritora Gurëzi", "Ms", "Dritora Gurëzi", Sex.FEMALE),
        ("Mr. Agimor Gurëzi", "Mr.", "Agimor Gurëzi", Sex.MALE),
        ("Av. Dritora Gurëzi", "Av.", "Dritora Gurëzi", Sex.NOT_STATED),
        ("Gurezi, Agimor", "", "Agimor Gurezi", Sex.NOT_STATED),
        ("Gurëzi, Dr. Agimor", "Dr.", "Agimor Gurëzi", Sex.NOT_STATED),
        ("Станомир Шекуларов", "", "Станомир Шекуларов", Sex.NOT_STATED),
        ("Dritora Gurezi", "", "Dritora Gurezi", Sex.NOT_STATED),
        ("Përfaqësuese, Zyra e Punësimit", "", "Përfaqësuese, Zyra e Punësimit", Sex.NOT_STATED),
        ("Ekonomiste, Vlorë", "", "Ekonomiste, Vlorë", Sex.NOT_STATED),
    ],
)
def test_a_name_is_kept_as_typed_without_its_title(written: str, title: str, name: str, sex: Sex) -> None:
    person, _remarks = one(Name=written)

    assert (person.title, person.name, person.sex) == (title, name, sex)


def test_a_stated_sex_stands_before_what_a_title_says() -> None:
    person, _remarks = one(Emri="Znj. Agimor Gurëzi", Gjinia="M")

    assert person.sex is Sex.MALE


def test_a_column_that_holds_the_family_name_first_is_turned() -> None:
    person, remarks = one(Mbiemri_Emri="Gurëzi Agimor")

    assert (person.name, remarks) == ("Agimor Gurëzi", [people_import.TURNED])


@pytest.mark.parametrize(
    "cell",
    [
        "Agimor Gurëzi\nDritora Shpatari",
        "Agimor Gurëzi; Dritora Shpatari",
        "Agimor Gurëzi dhe Dritora Shpatari",
        "Agimor Gurëzi & Dritora Shpatari",
        "Agimor Gurëzi / Dritora Shpatari",
        "Gurëzi, Agimor; Shpatari, Dritora",
        "Z. Agimor Gurëzi dhe Znj. Dritora Shpatari",
    ],
)
def test_several_people_in_a_cell_share_the_organisation_of_the_row(cell: str) -> None:
    people = people_of("Emri", "Organizata", rows=[[cell, "Qendra Rinore Ura"]])

    assert [(person.name, person.organisation) for person in people] == [
        ("Agimor Gurëzi", "Qendra Rinore Ura"),
        ("Dritora Shpatari", "Qendra Rinore Ura"),
    ]
    assert len({person.id for person in people}) == 2


@pytest.mark.parametrize(
    "office",
    [
        "Përgjegjëse, Sektori i Arsimit dhe Shëndetësisë",
        "Drejtor / Bashkia Fier",
        "Specialiste, Zyra e Punësimit; Shkodër",
        "Përfaqësuese\nZyra e Punësimit",
        "Drita dhe Agim",
        "Koordinatore & Eksperte",
    ],
)
def test_the_name_of_an_office_is_never_parted(office: str) -> None:
    assert [person.name for person in people_of("Emri", rows=[[office]])] == [" ".join(office.split())]


def test_each_of_several_people_has_the_address_meant_for_them() -> None:
    people = people_of(
        "Emri", "E-mail", "Telefoni", rows=[["Agimor Gurëzi; Zana Oroshi", "a@x.org; z@x.org", "069 200 0001"]]
    )

    assert [(person.email, person.phone) for person in people] == [("a@x.org", "+355 69 200 0001"), ("z@x.org", "")]


@pytest.mark.parametrize(
    ("organisation", "sector", "district"),
    [
        ("Ministria e Shëndetësisë", Sector.CENTRAL_GOVERNMENT, None),
        ("Min. e Arsimit", Sector.CENTRAL_GOVERNMENT, None),
        ("Bashkia Përmet", Sector.LOCAL_GOVERNMENT, District.GJIROKASTER),
        ("BASHKIA E SHKODRES", Sector.LOCAL_GOVERNMENT, District.SHKODER),
        ("Këshilli i Qarkut Dibër", Sector.LOCAL_GOVERNMENT, District.DIBER),
        ("Prefektura Vlorë", Sector.REGIONAL_STATE, District.VLORE),
        ("Shoqata Ura", Sector.CIVIL_SOCIETY, None),
        ("OJF Hapi, Korçë", Sector.CIVIL_SOCIETY, District.KORCE),
        ("Radio Dritare", Sector.MEDIA, None),
        ("Universiteti i Tiranës", Sector.ACADEMIA, District.TIRANE),
        ("UNDP", Sector.INTERNATIONAL, None),
        ("Општина Струга", Sector.LOCAL_GOVERNMENT, None),
        ("Hapi sh.p.k.", Sector.BUSINESS, None),
        ("Bashkia Mat", Sector.LOCAL_GOVERNMENT, District.DIBER),
        ("Bashkitë Fier dhe Berat", Sector.LOCAL_GOVERNMENT, None),
    ],
)
def test_sector_and_district_are_guessed_from_the_organisation_and_said(
    organisation: str, sector: Sector, district: District | None
) -> None:
    person, remarks = one(Emri="Agimor Gurëzi", Institucioni=organisation)

    assert (person.sector, person.district) == (sector, district)
    assert remarks == [people_import.GUESSED_SECTOR, *([people_import.GUESSED_DISTRICT] if district else [])]


def test_what_a_column_says_is_never_guessed_over() -> None:
    person, remarks = one(Emri="Agimor Gurëzi", Organizata="Bashkia Fier", Sektori="Civil society", Qarku="Berat")

    assert (person.sector, person.district, remarks) == (Sector.CIVIL_SOCIETY, District.BERAT, [])


def test_the_municipality_gives_the_district() -> None:
    person, remarks = one(Emri="Agimor Gurëzi", Bashkia="Skrapar")

    assert (person.district, person.municipality, remarks) == (
        District.BERAT,
        "Skrapar",
        [people_import.GUESSED_DISTRICT],
    )


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("069 200 0001", "+355 69 200 0001"),
        ("692000001", "+355 69 200 0001"),
        ("00355-69-2000001", "+355 69 200 0001"),
        ("355692000001", "+355 69 200 0001"),
        ("+355 (0)69 200 0001", "+355 69 200 0001"),
        ("+38344200001", "+383 44 200 001"),
        ("+389 70/200-001", "+389 70 200 001"),
        ("00382 67 200 001", "+382 67 200 001"),
        ("Cel: 069 200 0001", "+355 69 200 0001"),
        ("044 200 001", "044 200 001"),
        ("069 200 0001 / 068 200 0002", "+355 69 200 0001, +355 68 200 0002"),
        ("0039 06 1234567", "+39061234567"),
        ("pas orës 12", ""),
        ("=HYPERLINK(1)", ""),
        ("-", ""),
    ],
)
def test_a_phone_number_is_tidied_where_its_country_is_certain(written: str, tidy: str) -> None:
    assert tidy_phones(written) == tidy


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Zyra <Zyra@Example.org>", ("zyra@example.org",)),
        ("zyra (at) example.org", ("zyra@example.org",)),
        ("zyra @ example.org", ("zyra@example.org",)),
        ("a@x.org; b@x.org", ("a@x.org", "b@x.org")),
        ("zyra at example", ()),
    ],
)
def test_addresses_are_found_in_what_people_write(written: str, found: tuple[str, ...]) -> None:
    assert addresses(written) == found


def test_what_is_no_number_is_kept_in_the_note() -> None:
    (row,) = preview_of(a_table(["Emri", "Telefoni"], ["Agimor Gurëzi", "pas orës dymbëdhjetë"])).rows

    assert isinstance(row.item, Participation)
    assert (row.item.person.phone, row.item.note) == ("", "Telefoni: pas orës dymbëdhjetë")
    assert [remark.template for remark in row.remarks] == [people_cells.NO_PHONE]


def test_the_header_is_found_below_other_lines_in_cyrillic_too() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Листа на учесници"],
        [],
        ["Бр.", "Име и презиме", "Институција", "Телефон", "Е-пошта"],
        [1, "Станомир Шекуларов", "Општина Струга", "+389 70 200 001", "s@x.org"],
    ):
        sheet.append(row)
    content = BytesIO()
    book.save(content)

    preview = preview_of(read_table(content.getvalue(), "lista.xlsx", COLUMNS))

    (item,) = preview.items
    assert isinstance(item, Participation)
    person = item.person
    assert (person.name, person.organisation, person.phone, person.email) == (
        "Станомир Шекуларов",
        "Општина Струга",
        "+389 70 200 001",
        "s@x.org",
    )


def test_needs_go_to_their_own_fields() -> None:
    (item,) = preview_of(
        a_table(["Emri", "Ushqimi", "Aksesi"], ["Agimor Gurëzi", "pa gluten", "karrige me rrota"])
    ).items

    assert isinstance(item, Participation)
    assert (item.dietary_needs, item.access_needs, item.note) == ("pa gluten", "karrige me rrota", "")


SECRET = "Agimor Gurëzi"
BENEFICIARIES = a_table(
    ["Emri", "Institucioni", "Pozicioni", "E-mail", "Telefoni", "Gjinia", "Bashkia", "Aksesi", "Shënim"],
    [
        f"Z. {SECRET}",
        f"Shkolla {SECRET}",
        SECRET,
        "gurezi@x.org",
        "0692000001",
        "M",
        "Pukë",
        "rampë",
        f"vëllai i {SECRET}",
    ],
    ["Dritora Gurëzi", "", "", "nuk ka", "nuk ka", "F", "Fier", "", ""],
    [SECRET.upper(), f"SHKOLLA {SECRET}", "", "", "", "", "", "", ""],
    ["", "", "", "", "", "", "", "", "Gurëzi"],
)


def test_beneficiaries_come_in_as_codes_with_nothing_that_names_them() -> None:
    preview = preview_of(BENEFICIARIES, a_participation(name="P-007", is_coded=True), is_coded=True)

    people = [item.person for item in preview.items if isinstance(item, Participation)]
    assert [(person.name, person.is_coded, person.sex, person.district) for person in people] == [
        ("P-008", True, Sex.MALE, District.SHKODER),
        ("P-009", True, Sex.FEMALE, District.FIER),
    ]
    assert [item.access_needs for item in preview.items if isinstance(item, Participation)] == ["rampë", ""]
    assert [[remark.template for remark in row.remarks] for row in preview.rows] == [
        [people_coded.CODED],
        [people_coded.CODED],
        [people_coded.ALREADY_LISTED],
        [people_coded.NO_PERSON],
    ]
    for clue in ("gur", "agimor", "shkolla", "@", "069", "692"):
        assert clue not in repr(preview).casefold()


HOSTILE = [
    "<script>alert(1)</script>",
    "=HYPERLINK(A1)",
    "\u202eabc",
    "😀",
    "a\0b",
    "'; DROP TABLE persons;--",
    "x" * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("is_coded", [False, True])
def test_hostile_values_become_text_or_are_refused(text: str, is_coded: bool) -> None:
    columns: list[str] = [names.split(",")[0] for names in COLUMNS.values()]
    rows: list[list[Any]] = [[text] * len(columns), ["Agimor Gurëzi", *[text] * (len(columns) - 1)]]

    preview = preview_of(a_table(columns, *rows), is_coded=is_coded)

    assert preview.read + preview.repaired + preview.refused == len(preview.rows)


def test_a_list_in_an_old_encoding_is_read_in_full() -> None:
    data = a_csv("Emri;Organizata", "Šćekoslav Đurašević;Centar Most", encoding="cp1250")

    (item,) = preview_of(read_table(data, "lista.csv", COLUMNS)).items

    assert isinstance(item, Participation)
    assert item.person.name == "Šćekoslav Đurašević"
