"""Groupings from files: every rule as a file or a column, and a kept plan that is mended."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import Any

import pytest

from facilitation.errors import InvalidInput
from facilitation.services.cafe_files import CafeOrder, grouped_file

QUICK = 0.1


def people_csv(count: int = 12) -> bytes:
    """Offices "o0", "o1", … with a sector, a language and marks."""
    rows = ["id,name,sector,speaks,host,never,observer,access,office"]
    rows += [
        f"o{n},Zyra {n},s{n % 3},{'sq' if n % 4 else 'sq;en'},{'po' if n in (3, 7) else ''},{'x' if n < 2 else ''},"
        f"{'1' if n > 8 else ''},{'yes' if n == 5 else ''},q{n // 2}"
        for n in range(count)
    ]
    return "\n".join(rows).encode()


def an_order(**fields: Any) -> CafeOrder:
    return replace(CafeOrder(people_csv(), 2, tables=3, seconds=QUICK), **fields)


def seats_of(plan: bytes) -> dict[tuple[str, int], int]:
    rows = csv.DictReader(plan.decode().splitlines())
    return {(row["person"], int(row["round"])): int(row["table"]) for row in rows}


def test_every_rule_comes_from_a_file_or_a_column() -> None:
    plan, figures = grouped_file(
        an_order(
            sizes="4,4,4;6,6,0",
            tables=None,
            balanced_by=("sector",),
            weights=(2.0,),
            seconds=60,  # on a busy machine the clock would end the search, which then cannot be repeated
            columns={
                "hosts": "host",
                "no_host": "never",
                "observers": "observer",
                "access": "access",
                "language": "speaks",
            },
            files={
                "apart": b"a,b\no0,o1\n",
                "together": b"o4,o5\n",
                "absent": b"person,round\no8,1\n",
                "pinned": b"person,round,table\no6,1,3\n",
                "themes": b"table,theme\n1,water\n2,roads\n",
                "must_visit": b"o10,roads\n",
                "may_visit": b"o11,water\no11,roads\n",
            },
        )
    )

    seats = seats_of(plan)
    assert figures["broken"] == ()
    assert [seats["o3", number] for number in (1, 2)] == [1, 1]
    assert [seats["o7", number] for number in (1, 2)] == [2, 2]
    assert all(seats["o0", number] != seats["o1", number] for number in (1, 2))
    assert all(seats["o4", number] == seats["o5", number] for number in (1, 2))
    assert ("o8", 1) not in seats
    assert seats["o6", 1] == 3
    assert 2 in (seats["o10", 1], seats["o10", 2])
    assert {seats["o11", 1], seats["o11", 2]} <= {1, 2}
    assert json.loads(json.dumps(figures))["repeatable"] is True


def test_people_of_one_office_sit_apart() -> None:
    seats = seats_of(grouped_file(an_order(apart_by=("office",)))[0])

    assert all(seats[f"o{n}", number] != seats[f"o{n + 1}", number] for n in range(0, 12, 2) for number in (1, 2))


def test_hosts_are_chosen_where_asked() -> None:
    plan, figures = grouped_file(an_order(chooses_hosts=True, columns={"no_host": "never"}))

    seats = seats_of(plan)
    assert [seats[host, 2] for host in figures["hosts"]] == [1, 2, 3]
    assert not {"o0", "o1"} & set(figures["hosts"])


def test_a_chosen_host_is_a_guest_where_their_table_is_not_there() -> None:
    plan, figures = grouped_file(an_order(sizes="4,4,4;6,6,0", tables=None, chooses_hosts=True))

    seats, hosts = seats_of(plan), figures["hosts"]
    assert len(set(hosts)) == 3
    assert [[seats[host, number] for host in hosts[:2]] for number in (1, 2)] == [[1, 2]] * 2
    assert (seats[hosts[2], 1], seats[hosts[2], 2] in (1, 2)) == (3, True)


def test_hosts_may_hand_over() -> None:
    order = an_order(files={"host_seats": b"person,round,table\no1,1,1\no2,1,2\no3,1,3\no4,2,1\no5,2,2\no6,2,3\n"})

    seats = seats_of(grouped_file(order)[0])

    assert [seats[f"o{n}", 1 if n < 4 else 2] for n in range(1, 7)] == [1, 2, 3, 1, 2, 3]


def test_a_table_may_have_a_language_of_its_own() -> None:
    order = an_order(
        columns={"language": "speaks"}, files={"languages": b"table,language\n2,EN\n"}, people=people_csv(16)
    )

    plan, figures = grouped_file(replace(order, tables=4))

    spoken = {f"o{n}": "sq" if n % 4 else "sq;en" for n in range(16)}
    assert {spoken[person] for (person, _round), table in seats_of(plan).items() if table == 2} == {"sq;en"}
    assert figures["broken"] == ()


def test_a_language_of_a_table_that_is_not_there_is_refused() -> None:
    with pytest.raises(InvalidInput, match="Row 1 of the languages file needs a table from 1 to 3 and a language"):
        grouped_file(an_order(columns={"language": "speaks"}, files={"languages": b"4,en\n"}))


def test_a_kept_plan_is_mended_with_the_fewest_new_cards() -> None:
    plan, _ = grouped_file(an_order(sizes="5,5,5", tables=None, least=3))
    seats = seats_of(plan)
    away = [person for (person, number), table in seats.items() if (number, table) == (2, 1)][:2]

    mended, figures = grouped_file(
        an_order(
            sizes="5,5,5",
            tables=None,
            least=3,
            from_round=2,
            files={"keep": plan, "absent": "".join(f"{person},2\n" for person in away).encode()},
        )
    )

    after = seats_of(mended)
    assert {seat: table for seat, table in after.items() if seat[1] == 1} == {
        seat: table for seat, table in seats.items() if seat[1] == 1
    }
    moved = [person for (person, number), table in after.items() if number == 2 and seats[person, 2] != table]
    assert sorted(figures["new_cards"]) == sorted(moved)
    assert len(moved) == 1
    assert figures["before"]["unique_meetings"] > figures["unique_meetings"]


def test_a_lost_table_is_mended() -> None:
    plan, _ = grouped_file(an_order(sizes="6,6,6", tables=None))

    mended, _ = grouped_file(
        an_order(sizes="6,6,6", tables=None, from_round=2, lost_tables=(2,), files={"keep": plan})
    )  # fmt: skip

    assert {table for (_, number), table in seats_of(mended).items() if number == 2} == {1, 3}


PINNED = "Row 1 of the pinned file needs a person, a round from 1 to 2 and a table from 1 to 3."
CHAIR = "The people file has no column “chair”; found: id, name, sector, speaks, host, never, observer, access, office."
SIZES = "“4,four” is not a list of table sizes. Write it as 10,10,9 (or 10,10,9;10,10,0 by round)."
ROUND = "Round 3 is not one of the 2 rounds. Say from which round on the plan may change."


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"files": {"pinned": b"o1,1,9\n"}}, PINNED),
        ({"files": {"absent": b"o1,9\n"}}, "Row 1 of the absent file needs a person and a round from 1 to 2."),
        ({"files": {"themes": b"9,water\n1,a\n"}}, "Row 1 of the themes file needs a table from 1 to 3 and a theme."),
        ({"files": {"apart": b"o1\n"}}, "Row 1 of the apart file needs 2 columns."),
        ({"files": {"apart": b"o1,nobody\n"}}, "“nobody” in the apart file is not in the people file."),
        ({"columns": {"hosts": "chair"}}, CHAIR),
        ({"sizes": "4,four", "tables": None}, SIZES),
        ({"from_round": 3, "files": {"keep": b"o1,1,1\n"}}, ROUND),
    ],
)
def test_what_a_file_cannot_mean_is_said(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        grouped_file(an_order(**fields))

    assert str(refused.value) == sentence
