"""Agendas typed as tables: Excel and CSV as people really send them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from facilitation.domain.agenda import AgendaDay, AgendaItem, Contributor, ItemKind, Room
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange import agenda_table_import, agenda_tables
from facilitation.exchange.agenda_file import read_agenda
from facilitation.exchange.import_preview import AgendaPreview, ImportRow
from tests.builders import A_MONDAY, a_participation, an_event
from tests.exchange.agendas import changes, read, remarks, shown
from tests.exchange.tables import a_csv, an_xlsx

HEADER = ("Koha", "Kohëzgjatja", "Seanca", "Salla")


def of_rows(*rows: Sequence[Any], header: Sequence[str] = HEADER) -> AgendaPreview:
    """What becomes of a workbook with these rows below the header."""
    return read(an_xlsx(header, *rows))


def merged(rows: Sequence[Sequence[Any]], *ranges: str) -> bytes:
    """A workbook with merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in ranges:
        sheet.merge_cells(cells)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_clean_row_is_read_as_it_stands() -> None:
    names = "Koha;Kohëzgjatja (min);Fundi;Seanca;Lloji;Salla;Folësi;Lehtësuesi;Shënimet i mban;Përmbledhja;Shënime;Dita"
    cells = [time(9), 45, time(9, 45), "Shërbimet sociale", "Panel", "Salla A", "Drejtore, Bashkia Elbasan",
             "Koordinatore, Zyra A", "Zyra B", "Çfarë duhet të dimë.", "Dy mikrofonë", date(2027, 5, 17)]  # fmt: skip

    preview = read(an_xlsx(names.split(";"), cells))

    item = AgendaItem(
        id="id-1",
        kind=ItemKind.PANEL,
        title=Text(sq="Shërbimet sociale"),
        duration=timedelta(minutes=45),
        room="Salla A",
        speakers=(Contributor("Drejtore, Bashkia Elbasan"),),
        facilitators=(Contributor("Koordinatore, Zyra A"),),
        note_takers=(Contributor("Zyra B"),),
        summary=Text(sq="Çfarë duhet të dimë."),
        internal_note="Dy mikrofonë",
    )
    shown_cells = ("09:00:00", "45", "09:45:00", *cells[3:11], "2027-05-17")
    assert preview == AgendaPreview(
        format="xlsx",
        rows=(ImportRow(2, "read", (), item, tuple(map(str, shown_cells))),),
        days=(AgendaDay(time(9), (item,)),),
        rooms=(Room("Salla A"),),
        first_on=A_MONDAY,
    )


def test_an_english_csv_is_read_in_the_language_of_the_reader() -> None:
    preview = read(a_csv("Time,Duration,Session", "09:00,30,Opening"), language="en")

    assert (preview.format, preview.days[0].items[0].title) == ("csv", Text(en="Opening"))


def test_blank_starts_follow_from_what_stands_above() -> None:
    preview = of_rows(["09:00", 30, "Regjistrimi"], [None, 15, "Hapja"], [None, 60, "Paneli"], ["11:00", 30, "Mbyllja"])

    assert shown(preview) == [
        "1 09:00+30 registration: Regjistrimi",
        "1 09:30+15 opening: Hapja",
        "1 09:45+60 panel: Paneli",
        "1 11:00+30* plenary: Mbyllja",
    ]
    assert preview.read == 4


def test_a_day_without_any_start_begins_at_nine() -> None:
    preview = of_rows([None, 30, "Regjistrimi"], [None, 15, "Hapja"])

    assert [line[:10] for line in shown(preview)] == ["1 09:00+30", "1 09:30+15"]
    assert remarks(preview) == [(2, "repaired", "The day has no start; 09:00 was taken.")]


@pytest.mark.parametrize(
    "start",
    ["09:30", "9.30", "9h30", "09:30–10:15", "9:30-10:15", "9.30 – 10.15", time(9, 30), datetime(2027, 5, 17, 9, 30),
     datetime(1900, 1, 1, 9, 30)],
    ids=str,
)  # fmt: skip
def test_starts_in_every_usual_form_need_no_remark(start: Any) -> None:
    preview = of_rows([start, 45, "Hapja"])

    assert (shown(preview), preview.read) == (["1 09:30+45 opening: Hapja"], 1)


@pytest.mark.parametrize(("start", "seen"), [(0.3958333333333333, "0.395833333333333"), (930, "930"), (9.3, "9.3")])
def test_a_number_for_a_time_is_understood_and_said(start: float, seen: str) -> None:
    preview = of_rows([start, 45, "Hapja"])

    assert shown(preview) == ["1 09:30+45 opening: Hapja"]
    ((row, old, new),) = changes(preview)
    assert (row, old[: len(seen)], new) == (2, seen, "09:30")


@pytest.mark.parametrize("length", ["1h20", "80", 80, "80 min", "1:20", time(1, 20), timedelta(minutes=80)], ids=str)
def test_lengths_in_every_usual_form_need_no_remark(length: Any) -> None:
    preview = of_rows(["09:00", length, "Hapja"])

    assert (shown(preview), preview.read) == (["1 09:00+80 opening: Hapja"], 1)


@pytest.mark.parametrize(
    ("column", "length", "minutes"),
    [("Kohëzgjatja", 1.5, 90), ("Kohëzgjatja (orë)", 5, 300), ("Min", 2, 2), ("Kohëzgjatja", 1 / 48, 30)],
)
def test_the_column_says_what_a_bare_number_is(column: str, length: float, minutes: int) -> None:
    preview = of_rows(["09:00", length, "Hapja"], header=["Koha", column, "Seanca"])

    assert shown(preview) == [f"1 09:00+{minutes} opening: Hapja"]


def test_without_length_the_end_or_the_next_start_decides() -> None:
    header = ["Koha", "Fundi", "Seanca"]
    preview = of_rows(["09:00", "09:40", "Hapja"], ["10:00", None, "Paneli"], ["11:30", None, "Drekë"], header=header)

    assert shown(preview) == [
        "1 09:00+40 opening: Hapja",
        "1 10:00+90* panel: Paneli",
        "1 11:30+60 meal: Drekë",
    ]
    assert remarks(preview) == [
        (3, "repaired", "The session has neither duration nor end; the next one begins 1:30 later."),
        (4, "repaired", "The session has neither duration nor end; 1:00 was taken."),
    ]


def test_of_a_length_and_an_end_that_disagree_the_clock_wins() -> None:
    preview = of_rows(["09:00–10:00", 30, "Hapja"])

    assert remarks(preview) == [(2, "repaired", "Duration (0:30) and end do not agree; 1:00 was taken.")]


def test_times_of_a_twelve_hour_clock_are_put_into_the_afternoon() -> None:
    preview = read(a_csv("Time,Session", "11:30-12:30,Panel", "12:30-1:30,Lunch", "1:30-3:00,Groups", "3:00,Coffee"))

    assert [line[:10] for line in shown(preview)] == ["1 11:30+60", "1 12:30+60", "1 13:30+90", "1 15:00+15"]
    assert changes(preview)[:1] == [(4, "01:30", "13:30")]


def test_a_day_may_run_past_midnight() -> None:
    preview = of_rows(["22:00–23:30", None, "Darkë"], ["23:30–00:30", None, "Muzikë"], ["00:30", 30, "Mbyllja"])

    assert [line[:10] for line in shown(preview)] == ["1 22:00+90", "1 23:30+60", "1 00:30+30"]
    assert preview.read == 3


def test_an_end_before_the_start_is_left_out() -> None:
    preview = of_rows(["09:00–09:00", None, "Hapja"])

    assert remarks(preview) == [
        (
            2,
            "repaired",
            "The end 09:00 lies before the start and was left out."
            " The session has neither duration nor end; 0:30 was taken.",
        )
    ]


def test_instructions_above_and_days_as_rows_are_understood() -> None:
    preview = read(
        an_xlsx(
            ["Udhëzim: plotësoni të gjitha kolonat."],
            *[[f"{number}. Koha shkruhet si 09:30."] for number in range(1, 26)],
            ["Dita 1 – e hënë, 17 maj 2027"],
            HEADER,
            ["09:00", 30, "Hapja"],
            ["E martë, 18 maj"],
            ["09:00", 30, "Rihapja"],
            [],
            ["Dita 3", "19 maj 2027"],
            ["09:00", 30, "Mbyllja"],
        )
    )

    assert (shown(preview), preview.first_on, preview.refused) == (
        ["1 09:00+30 opening: Hapja", "2 09:00+30 plenary: Rihapja", "3 09:00+30 plenary: Mbyllja"],
        A_MONDAY,
        0,
    )


def test_days_are_told_by_their_column_also_when_it_is_blank_below() -> None:
    header = ["Dita", "Koha", "Kohëzgjatja", "Seanca"]
    rows: list[list[Any]] = [
        [1, "09:00", 30, "Hapja"],
        [None, "09:30", 30, "Paneli"],
        ["Dita e dytë", "09:00", 30, "Rihapja"],
    ]

    preview = of_rows(*rows, ["sot", "10:00", 30, "Mbyllja"], header=header)

    assert [line[:7] for line in shown(preview)] == ["1 09:00", "1 09:30", "2 09:00", "2 10:00"]
    assert remarks(preview) == [
        (5, "repaired", "Column “Dita”: “sot” is not a day; the day of the row above was taken.")
    ]


def test_a_numbered_day_takes_its_date_from_another_one() -> None:
    preview = of_rows(["Dita 1, 17 maj"], ["09:00", 30, "Hapja"], ["Dita 2"], ["09:00", 30, "Rihapja"])

    assert ([line[:7] for line in shown(preview)], preview.first_on) == (["1 09:00", "2 09:00"], A_MONDAY)


def test_days_on_sheets_of_their_own_follow_each_other() -> None:
    rows = [HEADER, ["09:00", 30, "Hapja"]]
    sheets: dict[str, Any] = {"Dita 1": rows, "Pjesëmarrës": [["Emri", "Zyra"], ["Zyra A", "x"]], "Dita 2": rows}

    assert shown(read(an_xlsx(["Konferenca kombëtare"], **sheets))) == [
        "1 09:00+30 opening: Hapja",
        "2 09:00+30 opening: Hapja",
    ]


def test_times_that_begin_anew_without_a_heading_are_the_next_day() -> None:
    preview = of_rows(["09:00", 30, "Hapja"], ["16:00", 30, "Vlerësimi"], ["09:00", 30, "Rihapja"])

    assert [line[:7] for line in shown(preview)] == ["1 09:00", "1 16:00", "2 09:00"]
    assert remarks(preview) == [
        (4, "repaired", "The times begin anew at 09:00; it was taken for the next day."),
    ]


def test_times_that_begin_anew_in_another_room_are_parallel() -> None:
    preview = of_rows(
        ["09:00", 30, "Hapja", "A"],
        ["16:00", 30, "Tema", "A"],
        ["09:00", 30, "Njohja", "B"],
        ["16:00", 30, "Loja", "B"],
    )

    assert [line[:11] for line in shown(preview)] == ["1 09:00+30|", "1 09:00+30|", "1 16:00+30*", "1 16:00+30|"]
    assert preview.repaired == 0


def test_a_time_merged_over_several_rooms_makes_them_parallel() -> None:
    rows = [HEADER, ["09:00–10:00", None, "Tema A", "A"], [None, None, "Tema B", "B"], ["10:00", 30, "Mbyllja"]]

    assert shown(read(merged(rows, "A2:A3"))) == [
        "1 09:00+60| plenary: Tema A @ A",
        "1 09:00+60| plenary: Tema B @ B",
        "1 10:00+30 plenary: Mbyllja",
    ]


def test_a_time_merged_over_one_room_is_divided_among_the_sessions() -> None:
    rows = [HEADER, ["09:00–10:30", None, "Fjala A"], [None, None, "Fjala B"], [None, None, "Fjala C"]]

    preview = read(merged(rows, "A2:A4"))

    assert [line[:10] for line in shown(preview)] == ["1 09:00+30", "1 09:30+30", "1 10:00+30"]
    assert changes(preview) == [(row, "09:00–10:30", new) for row, new in ((2, "09:00"), (3, "09:30"), (4, "10:00"))]


def test_a_time_merged_over_working_groups_is_the_time_of_each() -> None:
    rows = [HEADER, ["09:00–10:30", None, "Grupi i punës A"], [None, None, "Grupi i punës B"]]

    assert [line[:11] for line in shown(read(merged(rows, "A2:A3")))] == ["1 09:00+90|", "1 09:00+90|"]


def test_a_break_merged_across_the_row_keeps_its_title() -> None:
    rows = [HEADER, ["09:00", 30, "Hapja"], ["09:30–09:45", "PUSHIM KAFEJE"]]

    preview = read(merged(rows, "B3:D3"))

    assert shown(preview)[1] == "1 09:30+15 break: PUSHIM KAFEJE"
    assert changes(preview) == [(3, "PUSHIM KAFEJE", "PUSHIM KAFEJE")]


def test_headings_are_refused_and_breaks_without_a_time_are_not() -> None:
    preview = of_rows(["09:00", 30, "Hapja"], ["BLLOKU I PARË"], [None, None, "Pushim"], ["10:00", 30, "Paneli"])

    assert [line[:10] for line in shown(preview)] == ["1 09:00+30", "1 09:30+30", "1 10:00+30"]
    assert remarks(preview)[0] == (
        3,
        "refused",
        "The row has neither a time nor a duration: it was taken for a heading.",
    )


def test_a_start_that_is_no_time_refuses_the_row_unless_it_has_a_length() -> None:
    preview = of_rows(["herët", None, "Hapja", "A"], ["pas saj", 30, "Paneli", "A"], ["x", "y", "Mbyllja", "A"])

    assert [line[:10] for line in shown(preview)] == ["1 09:00+30"]
    assert [outcome for _row, outcome, _reason in remarks(preview)] == ["refused", "repaired", "refused"]


def test_a_length_in_the_column_of_times_is_a_length() -> None:
    preview = read(a_csv("Koha;Seanca;Salla", "30 min;Hapja;A", "80 min;Paneli;A"))

    assert [line[:10] for line in shown(preview)] == ["1 09:00+30", "1 09:30+80"]


def test_lines_of_a_title_cell_are_told_apart() -> None:
    cell = "Paneli 1: shërbimet\nModeratore: Koordinatore, Zyra A\nFolës: Drejtore, Bashkia Elbasan\nÇfarë dimë."
    (item,) = of_rows(["09:00", 60, cell]).days[0].items

    assert (item.title, item.summary) == (
        Text(sq="Paneli 1: shërbimet"),
        Text(sq="Moderatore: Koordinatore, Zyra A\nÇfarë dimë."),
    )
    assert item.speakers == (Contributor("Drejtore, Bashkia Elbasan"),)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Drejtore, Bashkia Elbasan", ["Drejtore, Bashkia Elbasan"]),
        ("Zyra A; Zyra B", ["Zyra A", "Zyra B"]),
        ("Zyra A\nZyra B", ["Zyra A", "Zyra B"]),
        ("Zyra Arsimore, Bashkia Elbasan", ["Zyra Arsimore, Bashkia Elbasan"]),
        ("Emri Parë, Emri Dytë and Emri Tretë", ["Emri Parë", "Emri Dytë", "Emri Tretë"]),
        ("Zyra e Punësimit dhe Zyra 2", ["Zyra e Punësimit", "Zyra 2"]),
        ("Zyra A; Zyra A", ["Zyra A"]),
    ],
)
def test_several_people_in_a_cell_are_told_apart(cell: str, names: list[str]) -> None:
    people = [a_participation(f"p{n}", name=name) for n, name in enumerate(("Zyra e Punësimit", "Zyra 2"))]
    table = an_xlsx(["Koha", "Seanca", "Kohëzgjatja", "Folësi"], ["09:00", "Hapja", 30, cell])

    (item,) = read(table, *people).days[0].items

    assert [contributor.name for contributor in item.speakers] == names


def test_columns_can_be_chosen_by_a_person() -> None:
    table = a_csv("Koha;Emri i punës;Tjetër", "09:00;Hapja;30")

    with pytest.raises(InvalidInput) as caught:
        read(table.replace(b"Tjet\xc3\xabr", b"Salla"))
    assert caught.value.template == agenda_tables.NO_TABLE
    assert shown(
        read(a_csv("Koha;Salla;Min;Emri", "09:00;A;30;Hapja"), chosen={"starts": 0, "title": 3, "length": 2})
    ) == ["1 09:00+30 opening: Hapja"]


def test_without_a_column_of_titles_nothing_is_read() -> None:
    table = a_csv("Koha;Salla;Min;Emri", "09:00;A;30;Hapja")

    with pytest.raises(InvalidInput) as caught:
        read(table)

    assert caught.value.template == agenda_table_import.NO_TITLE_COLUMN


def test_what_a_person_chose_counts_for_all_tables_with_the_same_columns() -> None:
    rows: list[list[Any]] = [["Koha", "Salla", "Min", "Emri"], ["09:00", "A", 30, "Hapja"]]
    other: list[list[Any]] = [["Koha", "Min", "Seanca"], ["10:00", 30, "Paneli"]]

    preview = read(an_xlsx(*rows, **{"Dita 2": rows, "Dita 3": other}), chosen={"starts": 0, "length": 2, "title": 3})

    assert shown(preview) == [
        "1 09:00+30 opening: Hapja",
        "2 09:00+30 opening: Hapja",
        "3 10:00+30 panel: Paneli",
    ]


def test_a_table_without_column_names_is_known_by_its_times() -> None:
    file = read_agenda(a_csv("09:00–09:30;Hapja e punimeve", "09:30–10:00;Paneli i parë"), "axhenda", an_event())

    assert file.header == ("", "")
    assert [line[:10] for line in shown(read(a_csv("09:00–09:30;Hapja", "09:30–10:00;Paneli")))] == [
        "1 09:00+30",
        "1 09:30+30",
    ]


@pytest.mark.parametrize(
    "table",
    [
        a_csv("Emri;Organizata;Salla", "Zyra A;Bashkia;1"),
        a_csv("Detyra;Afati;Përgjegjës;Shënime", "Ftesat;D-30;Zyra;x"),
        a_csv("Koha;Seanca"),
        a_csv("fjalë", "dhe fjalë"),
    ],
    ids=["people", "tasks", "header only", "text"],
)
def test_a_table_that_is_no_agenda_is_refused_and_told_what_was_expected(table: bytes) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(table)

    assert caught.value.template == agenda_tables.NO_TABLE


def test_more_than_five_thousand_rows_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        read(a_csv("Koha;Seanca;Min", *["09:00;Hapja;30"] * 5001))

    assert caught.value.template == agenda_tables.TOO_MANY_ROWS
