"""Every command of design.md section 6 with its output and exit code; no traceback for any wrong input."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from facilitation.cli.main import parser
from facilitation.exchange.spreadsheet import HEADER_ROW
from facilitation.services.application import build_application
from facilitation.services.paper_names import CAFE_PAPERS, PACKED_GUIDE_PAPERS, PAPERS
from facilitation.settings import ROOT, Settings
from tests.cli.conftest import Run
from tests.library.folders import INSTRUMENT

AGENDAS = ROOT / "agendas" / "samples" / "imports"


def _new(run: Run, starts_on: str = "2027-05-20") -> str:
    return run("new", "regional-group", "--title", "Grupi i Jugut", "--starts-on", starts_on).stdout.strip()


def _people(folder: Path, count: int = 20) -> Path:
    path = folder / "people.csv"
    rows = [f"p{n},Zyra {n},{['a', 'b', 'c'][n % 3]},{'x' if n < 4 else ''}" for n in range(count)]
    path.write_text("id,name,sector,host\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_commands_work_in_a_process_of_their_own(run_apart: Run) -> None:
    made = run_apart("new", "regional-group", "--title", "Grupi i Jugut – ë ç", "--starts-on", "2027-05-20")
    listed = run_apart("events", "--json")
    refused = run_apart("check", "nothere")

    assert (made.returncode, made.stderr) == (0, "")
    assert json.loads(listed.stdout)[0]["title"] == "Grupi i Jugut – ë ç"
    assert (refused.returncode, refused.stdout, "Traceback" in refused.stderr) == (3, "", False)


def test_events_are_listed_with_the_fields_of_the_contract(run: Run) -> None:
    event_id = _new(run)

    listed = json.loads(run("events", "--json").stdout)

    assert listed == [
        {
            "id": event_id,
            "title": "Grupi i Jugut",
            "starts_on": "2027-05-20",
            "ends_on": "2027-05-20",
            "instrument": "regional-group",
            "place": "",
        }
    ]
    assert event_id in run("events").stdout


def test_sample_prints_its_id_and_its_pack_holds_every_paper(run: Run, tmp_path: Path) -> None:
    event_id = run("sample", "--language", "sq").stdout.strip()

    packed = run("pack", event_id, "--out", str(tmp_path / "pack"), "--language", "sq")

    assert packed.returncode == 0
    planned = ["checklist-by-owner.docx", "hand-over.docx", "wall-calendar.docx", "materials.docx", "name-cards.docx"]
    guided = ["rehearsal.docx", *PACKED_GUIDE_PAPERS]
    found = sorted(path.name for path in (tmp_path / "pack").iterdir())
    assert found == sorted((*PAPERS, *CAFE_PAPERS, *planned, *guided))


def test_check_exits_with_1_when_a_finding_blocks_and_prints_the_contract_fields(run: Run) -> None:
    event_id = _new(run, "2020-05-20")

    checked = run("check", event_id, "--json")

    findings = json.loads(checked.stdout)
    assert all(set(found) == {"code", "severity", "subject", "text"} for found in findings)
    assert checked.returncode == int(any(found["severity"] == "block" for found in findings))


def test_held_sample_has_no_blocking_finding(run: Run) -> None:
    event_id = run("sample").stdout.strip()

    checked = run("check", event_id, "--json")

    assert (checked.returncode, [f for f in json.loads(checked.stdout) if f["severity"] == "block"]) == (0, [])


def test_import_dry_run_saves_nothing_and_import_does(run: Run, tmp_path: Path) -> None:
    event_id = _new(run)
    path = tmp_path / "lista.csv"
    path.write_text("Emri,Sektori\nZyra A,shoqëria civile\n,\nZyra B,diçka\n", encoding="utf-8")

    dry = json.loads(run("import", event_id, str(path), "--as", "people", "--dry-run", "--json").stdout)
    done = json.loads(run("import", event_id, str(path), "--as", "people", "--json").stdout)
    again = json.loads(run("import", event_id, str(path), "--as", "people", "--json").stdout)

    assert (dry["format"], dry["read"] + dry["repaired"]) == ("csv", 2)
    assert {tuple(row) for row in dry["rows"]} == {("row", "outcome", "reason", "from", "to")}
    assert (done["refused"], again["refused"]) == (dry["refused"], dry["refused"] + 2)


def test_an_import_makes_nobody_known_from_another_event_a_second_time(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    head = "Emri,Organizata,Telefoni\n"
    path.write_text(f"{head}Provëza Shkëmbiza,Bashkia Fier,\nGurëza Malaj,Bashkia Fier,\n", encoding="utf-8")
    run("import", _new(run), str(path))
    path.write_text(f"{head}PROVEZA SHKEMBIZA,bashkia fier,+355 000\nTjetra Malaj,Zyra B,\n", encoding="utf-8")

    run("import", _new(run), str(path))

    with build_application(Settings.from_environment()).events.desk.reading() as work:
        people = work.people.list_all()
    assert sorted((person.name, person.phone) for person in people) == [
        ("Gurëza Malaj", ""), ("Provëza Shkëmbiza", "+355 000"), ("Tjetra Malaj", ""),
    ]  # fmt: skip


def test_tasks_are_imported_with_relative_days(run: Run, tmp_path: Path) -> None:
    event_id = _new(run)
    path = tmp_path / "detyra.csv"
    path.write_text("Detyra;Afati\nTelefonata;T-12\n", encoding="utf-8")

    result = json.loads(run("import", event_id, str(path), "--as", "tasks", "--json").stdout)

    assert (result["read"] + result["repaired"], result["refused"]) == (1, 0)


@pytest.mark.parametrize("name", ["schedule.xml", "schedule.json", "calendar.ics", "run-of-show.xlsx", "agenda.docx"])
def test_an_agenda_is_imported_from_every_format(run: Run, name: str) -> None:
    event_id, path = _new(run), str(AGENDAS / name)

    dry = json.loads(run("import", event_id, path, "--as", "agenda", "--dry-run", "--json").stdout)
    days_before = json.loads(run("events", "--json").stdout)[0]["ends_on"]
    done = json.loads(run("import", event_id, path, "--as", "agenda", "--json").stdout)

    assert dry == done
    assert (done["read"], done["repaired"], done["refused"]) == (9, 0, 0)
    assert set(done) == {"format", "read", "repaired", "refused", "rows"}
    assert {tuple(row) for row in done["rows"]} == {("row", "outcome", "reason", "from", "to")}
    assert (days_before, json.loads(run("events", "--json").stdout)[0]["ends_on"]) == ("2027-05-20", "2027-05-22")


def test_an_imported_agenda_replaces_the_one_there_is_when_asked_to(run: Run) -> None:
    event_id = _new(run)

    result = run("import", event_id, str(AGENDAS / "schedule.xml"), "--as", "agenda", "--replace")

    assert (result.returncode, result.stdout) == (0, "9 rows read, 0 repaired, 0 refused.\n")
    assert json.loads(run("events", "--json").stdout)[0]["ends_on"] == "2027-05-21"


def test_what_was_repaired_in_an_agenda_is_said_row_by_row(run: Run, tmp_path: Path) -> None:
    event_id, path = _new(run), tmp_path / "axhenda.txt"
    path.write_text("Koha;Seanca;Min\n09:00;Hapja;\nx;Paneli;\n", encoding="utf-8")

    result = json.loads(run("import", event_id, str(path), "--as", "agenda", "--json").stdout)

    assert result["rows"] == [
        {
            "row": 2,
            "outcome": "repaired",
            "reason": "The session has neither duration nor end; 0:30 was taken.",
            "from": "",
            "to": "0:30",
        },
        {
            "row": 3,
            "outcome": "refused",
            "reason": "Column “Koha”: “x” is not a time. Write it as 09:30, or leave it empty.",
            "from": "x",
            "to": "",
        },
    ]


def test_a_file_far_too_large_for_an_agenda_is_refused_before_it_is_read(run: Run, tmp_path: Path) -> None:
    event_id, path = _new(run), tmp_path / "axhenda.xml"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)

    result = run("import", event_id, str(path), "--as", "agenda")

    assert (result.returncode, "larger than 20 MB" in result.stderr) == (3, True)


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("archive", b"PK"),
        ("frab-xml", b"<?xml"),
        ("schedule-json", b"{"),
        ("ics", b"BEGIN:VCALENDAR"),
        ("deadlines-ics", b"BEGIN:VCALENDAR"),
        ("xlsx", b"PK"),
    ],
)
def test_export_writes_each_format(run: Run, tmp_path: Path, form: str, start: bytes) -> None:
    event_id = _new(run)
    out = tmp_path / "out.bin"

    result = run("export", event_id, "--format", form, "--out", str(out))

    assert result.returncode == 0
    assert out.read_bytes().startswith(start)


def test_exported_deadlines_are_those_of_every_task_with_a_day(run: Run, tmp_path: Path) -> None:
    event_id = _new(run)
    out = tmp_path / "deadlines.ics"

    run("export", event_id, "--format", "deadlines-ics", "--out", str(out), "--language", "en")

    titles = [str(entry["SUMMARY"]) for entry in Calendar.from_ical(out.read_bytes()).walk("VEVENT")]
    assert len(titles) == len(set(titles)) > 10


@pytest.mark.parametrize(
    ("kind", "sheet"), [("people", "Participants"), ("tasks", "Checklist"), ("agenda", "Running order")]
)
def test_each_list_of_an_exported_workbook_is_found_again(run: Run, tmp_path: Path, kind: str, sheet: str) -> None:
    event_id, out = _new(run), tmp_path / "event.xlsx"
    path = tmp_path / "lista.csv"
    path.write_text("Emri;Roli\nZyra A;Lehtësues\nZyra B;Folës\n", encoding="utf-8")
    run("import", event_id, str(path))
    run("export", event_id, "--format", "xlsx", "--out", str(out), "--language", "en")

    result = json.loads(run("import", event_id, str(out), "--as", kind, "--dry-run", "--json").stdout)

    rows = load_workbook(out)[sheet].max_row - HEADER_ROW
    assert rows > 1
    assert len(result["rows"]) == rows


def test_backup_is_restored_over_a_changed_database(run: Run, tmp_path: Path) -> None:
    event_id = _new(run)
    backup = str(tmp_path / "backup.zip")
    assert run("backup", "--out", backup).returncode == 0
    _new(run)

    restored = run("restore", backup)

    assert restored.returncode == 0
    assert [event["id"] for event in json.loads(run("events", "--json").stdout)] == [event_id]


def test_cafe_seats_everybody_once_per_round_with_hosts_in_place(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "plan.csv"

    made = run(
        "cafe", str(_people(tmp_path)), "--rounds", "3", "--tables", "4", "--hosts", "host",
        "--balance", "sector", "--seed", "5", "--out", str(out),
    )  # fmt: skip

    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    seats = {(row["person"], row["round"]): row["table"] for row in rows}
    assert made.returncode == 0
    assert list(rows[0]) == ["person", "round", "table"]
    assert len(rows) == len(seats) == 60
    assert all(len({seats[f"p{host}", str(round_)] for round_ in (1, 2, 3)}) == 1 for host in range(4))
    assert json.loads(made.stderr)["repeated_meetings"] >= 0


def test_cafe_gives_the_same_plan_for_the_same_seed_and_keeps_rules(run: Run, tmp_path: Path) -> None:
    apart = tmp_path / "apart.csv"
    apart.write_text("a,b\np0,p1\n", encoding="utf-8")
    absent = tmp_path / "absent.csv"
    absent.write_text("p7,2\n", encoding="utf-8")
    plans = []
    for name in ("one.csv", "two.csv"):
        out = tmp_path / name
        made = run(
            "cafe", str(_people(tmp_path)), "--rounds", "2", "--size", "5", "--apart", str(apart),
            "--absent", str(absent), "--out", str(out),
        )  # fmt: skip
        assert made.returncode == 0, made.stderr
        plans.append(out.read_text(encoding="utf-8"))

    seats = {(r["person"], r["round"]): r["table"] for r in csv.DictReader(plans[0].splitlines())}
    assert plans[0] == plans[1]
    assert ("p7", "2") not in seats
    assert all(seats["p0", n] != seats["p1", n] for n in ("1", "2"))


def _wrong_inputs(folder: Path) -> dict[str, tuple[str, ...]]:
    broken = folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    latin = folder / "latin.csv"
    latin.write_bytes("name\nZyrë ë\n".encode("cp1252"))
    nameless = folder / "nameless.csv"
    nameless.write_text("office\nA\n", encoding="utf-8")
    return {
        "unknown event": ("check", "nothere"),
        "unknown sample": ("sample", "nothere"),
        "unknown instrument": ("new", "nothere", "--title", "T", "--starts-on", "2027-05-20"),
        "impossible day": ("new", "regional-group", "--title", "T", "--starts-on", "2027-02-30"),
        "no title": ("new", "regional-group", "--title", " ", "--starts-on", "2027-05-20"),
        "unknown country": ("new", "regional-group", "--title", "T", "--starts-on", "2027-05-20", "--country", "ZZ"),
        "missing backup": ("restore", str(folder / "none.zip")),
        "backup that is none": ("restore", str(broken)),
        "people file without names": ("cafe", str(nameless), "--rounds", "2", "--tables", "2", "--out", "x.csv"),
        "people file in an old encoding": ("cafe", str(latin), "--rounds", "2", "--tables", "2", "--out", "x.csv"),
        "more tables than people": (
            "cafe",
            str(_people(folder, 3)),
            "--rounds",
            "2",
            "--tables",
            "9",
            "--out",
            "x.csv",
        ),
        "missing people file": ("cafe", str(folder / "none.csv"), "--rounds", "2", "--tables", "2", "--out", "x.csv"),
    }


@pytest.mark.parametrize("language", ["sq", "en"])
def test_refused_input_exits_with_3_and_one_clear_sentence(run: Run, tmp_path: Path, language: str) -> None:
    for case, arguments in _wrong_inputs(tmp_path).items():
        result = run(*arguments, TRYEZA_LANGUAGE=language)

        assert (case, result.returncode) == (case, 3)
        assert "Traceback" not in result.stderr + result.stdout
        assert len(result.stderr.strip()) > 15, case


def test_broken_import_file_is_refused_and_nothing_is_saved(run: Run, tmp_path: Path) -> None:
    event_id = _new(run)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")

    result = run("import", event_id, str(broken), "--as", "people")

    assert (result.returncode, "Traceback" in result.stderr) == (3, False)


@pytest.mark.parametrize(
    "url",
    ["postgresql+psycopg://nobody:secret@127.0.0.1:1/none", "sqlite:////proc/none/tryeza.db"],
    ids=["no server", "no such folder"],
)
def test_unreachable_database_exits_with_4_and_hides_the_password(run: Run, url: str) -> None:
    result = run("events", TRYEZA_DATABASE_URL=url)

    assert result.returncode == 4
    assert "Traceback" not in result.stderr
    assert "secret" not in result.stderr
    assert len(result.stderr.strip()) > 15


def test_locked_database_exits_with_4_and_keeps_what_was_saved(run: Run, tmp_path: Path) -> None:
    event_id = _new(run)
    holder = sqlite3.connect(tmp_path / "tryeza.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    blocked = run("new", "regional-group", "--title", "T", "--starts-on", "2027-05-20")
    holder.execute("ROLLBACK")
    holder.close()

    assert (blocked.returncode, "Traceback" in blocked.stderr) == (4, False)
    assert [event["id"] for event in json.loads(run("events", "--json").stdout)] == [event_id]


def test_file_that_is_no_database_exits_with_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tryeza.db").write_text("this is no database, but it is long enough to be read as one" * 40)

    result = run("events")

    assert (result.returncode, "Traceback" in result.stderr) == (4, False)


@pytest.mark.parametrize("arguments", [(), ("nothere",), ("pack",), ("cafe", "x.csv", "--rounds", "two")])
def test_wrong_command_line_exits_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2


def test_every_command_of_the_design_exists() -> None:
    choices = next(a.choices for a in parser()._actions if a.dest == "command")

    assert choices is not None
    assert set(choices) == {"sample", "new", "events", "pack", "check", "cafe", "import", "export", "backup", "restore"}


def test_new_takes_a_template_of_ones_own(run: Run, environment: dict[str, str]) -> None:
    run("events")
    app = build_application(Settings(environment["TRYEZA_DATABASE_URL"], ROOT / "agendas", "local"))
    app.own_library.bring_in("our-day.toml", INSTRUMENT.encode())
    app.archives.engine.dispose()

    made = run("new", "our-day", "--title", "Dita jonë", "--starts-on", "2027-05-20")

    (event,) = json.loads(run("events", "--json").stdout)
    assert (made.returncode, event["id"], event["instrument"]) == (0, made.stdout.strip(), "our-day")


def test_cafe_mends_a_plan_and_names_who_gets_a_new_card(run: Run, tmp_path: Path) -> None:
    people, plan, away = _people(tmp_path), tmp_path / "plan.csv", tmp_path / "away.csv"
    common = (str(people), "--rounds", "2", "--sizes", "5,5,5,5", "--least", "4")
    assert run("cafe", *common, "--balance", "sector:2", "--out", str(plan)).returncode == 0
    seats = {
        (row["person"], row["round"]): row["table"] for row in csv.DictReader(plan.read_text("utf-8").splitlines())
    }
    gone = [person for (person, number), table in seats.items() if (number, table) == ("2", "1")][:2]
    away.write_text("".join(f"{person},2\n" for person in gone), encoding="utf-8")

    made = run(
        "cafe", *common, "--keep", str(plan), "--from-round", "2", "--absent", str(away),
        "--out", str(tmp_path / "new.csv"),
    )  # fmt: skip

    assert made.returncode == 0, made.stderr
    assert len(json.loads(made.stderr)["new_cards"]) == 1


def test_cafe_says_what_stands_in_the_way_in_the_language_of_the_reader(run: Run, tmp_path: Path) -> None:
    both = tmp_path / "both.csv"
    both.write_text("p0,p1\n", encoding="utf-8")

    made = run(
        "cafe", str(_people(tmp_path)), "--rounds", "2", "--tables", "4", "--apart", str(both), "--together", str(both),
        "--out", str(tmp_path / "x.csv"), TRYEZA_LANGUAGE="en",
    )  # fmt: skip

    assert made.returncode == 3
    assert "must sit apart and, by another rule, together. Remove one of the two rules." in made.stderr
