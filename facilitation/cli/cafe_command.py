"""The command ``cafe``: groups a list of people without any event or database."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from facilitation.cli.event_commands import Commands, OpenApplication
from facilitation.cli.exchange_commands import read_bytes, write_bytes
from facilitation.errors import InvalidInput, mark
from facilitation.i18n.translator import Translator
from facilitation.services.cafe_files import CafeOrder, grouped_file

COLUMNS = {
    "hosts": "column whose words yes/po/x/1 mark the hosts; they stay in all rounds",
    "no_host": "column that marks who must not host",
    "observers": "column that marks observers, who are spread evenly",
    "access": "column that marks people with access needs, who change tables as seldom as possible",
}
FILES = {
    "apart": "pairs who never share a table",
    "together": "pairs or small groups who always do",
    "absent": "person,round",
    "pinned": "person,round,table: given seats",
    "host_seats": "person,round,table: hosts who hand over",
    "languages": "table,language: where it is not free",
    "themes": "table,theme",
    "must_visit": "person,theme: has to be there once",
    "may_visit": "person,theme: sits at no others",
}


def add_to(commands: Commands) -> None:
    """Register the command of this module."""
    cafe = commands.add_parser("cafe", help="group people of a CSV file over the rounds of a world café")
    cafe.add_argument("people", type=Path, metavar="PEOPLE.csv", help="one person a row, with an id and any columns")
    cafe.add_argument("--rounds", type=int, required=True, help="how many rounds")
    size = cafe.add_mutually_exclusive_group(required=True)
    size.add_argument("--tables", type=int, help="how many tables, as even as possible")
    size.add_argument("--size", type=int, help="at most so many at a table")
    size.add_argument("--sizes", metavar="10,10,9", help="seats of each table; by round after “;”, 0 = not there")
    cafe.add_argument("--least", type=int, default=0, help="the fewest at a table")
    for name, told in COLUMNS.items():
        cafe.add_argument(_option(name), default="", metavar="COL", help=told)
    cafe.add_argument("--language-column", default="", metavar="COL", help="languages; a table shares one")
    cafe.add_argument("--choose-hosts", action="store_true", help="choose a host for each table that has none")
    cafe.add_argument("--balance", default="", metavar="COL,COL", help="most important first; COL:2 gives a weight")
    cafe.add_argument("--apart-by", default="", metavar="COL,COL", help="two with the same value sit apart")
    for name, told in FILES.items():
        cafe.add_argument(_option(name), type=Path, metavar="FILE", help=told)
    cafe.add_argument("--no-theme-twice", action="store_true", help="nobody but its host visits a theme twice")
    cafe.add_argument("--keep", type=Path, metavar="PLAN.csv", help="mend this plan with the fewest new cards")
    cafe.add_argument("--from-round", type=int, default=1, metavar="K", help="the first round that may change")
    cafe.add_argument("--lost-tables", default="", metavar="3,7", help="tables that are not there from round K on")
    cafe.add_argument("--seconds", type=float, default=3.0, help="the longest search")
    cafe.add_argument("--seed", type=int, default=1, help="the same seed gives the same plan")
    cafe.add_argument("--out", type=Path, required=True, metavar="PLAN.csv", help="the plan: person,round,table")
    cafe.set_defaults(run=group_people)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def group_people(options: argparse.Namespace, _open_application: OpenApplication, _: Translator) -> int:
    """``cafe PEOPLE.csv --rounds R …``: the plan into a file, the figures as JSON on standard error."""
    balanced_by, weights = _balance(options.balance)
    files = {name: getattr(options, name) for name in (*FILES, "keep")}
    order = CafeOrder(
        people=read_bytes(options.people),
        round_count=options.rounds,
        tables=options.tables,
        size=options.size,
        sizes=options.sizes or "",
        least=options.least,
        balanced_by=balanced_by,
        weights=weights,
        apart_by=_names(options.apart_by),
        columns={**{name: getattr(options, name) for name in COLUMNS}, "language": options.language_column},
        files={name: read_bytes(path) for name, path in files.items() if path},
        chooses_hosts=options.choose_hosts,
        no_theme_twice=options.no_theme_twice,
        lost_tables=_numbers(options.lost_tables),
        from_round=options.from_round,
        seconds=options.seconds,
        seed=options.seed,
    )
    plan, figures = grouped_file(order)
    write_bytes(options.out, plan)
    print(json.dumps(figures, ensure_ascii=False), file=sys.stderr)
    return 0


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _numbers(text: str) -> tuple[int, ...]:
    if not all(name.isdigit() for name in _names(text)):
        raise InvalidInput(mark("“{text}” is not a list of table numbers. Write it as 3,7."), text=text)
    return tuple(int(name) for name in _names(text))


def _balance(text: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Columns and weights of "sector:2,district"; without any weight each column counts half the one before."""
    parts = [name.partition(":") for name in _names(text)]
    if not any(weight for _, _, weight in parts):
        return tuple(name for name, _, _ in parts), ()
    try:
        weights = tuple(float(weight or 1) for _, _, weight in parts)
    except ValueError as error:
        raise InvalidInput(
            mark("“{text}” is not a list of columns. Write it as sector,district or sector:2,district:1."), text=text
        ) from error
    return tuple(name.strip() for name, _, _ in parts), weights
