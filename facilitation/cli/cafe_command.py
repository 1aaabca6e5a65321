"""The command ``cafe``: groups a list of people without any event or database."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from facilitation.cli.event_commands import Commands, OpenApplication
from facilitation.cli.exchange_commands import read_bytes, write_bytes
from facilitation.i18n.translator import Translator
from facilitation.services.cafe_files import CafeOrder, grouped_file


def add_to(commands: Commands) -> None:
    """Register the command of this module."""
    cafe = commands.add_parser("cafe", help="group people of a CSV file over the rounds of a world café")
    cafe.add_argument("people", type=Path, metavar="PEOPLE.csv")
    cafe.add_argument("--rounds", type=int, required=True)
    size = cafe.add_mutually_exclusive_group(required=True)
    size.add_argument("--tables", type=int)
    size.add_argument("--size", type=int)
    size.add_argument("--sizes", metavar="10,10,9")
    cafe.add_argument("--hosts", default="", metavar="COL", help="column whose words yes/po/x/1 mark the hosts")
    cafe.add_argument("--balance", default="", metavar="COL,COL")
    cafe.add_argument("--apart", type=Path)
    cafe.add_argument("--together", type=Path)
    cafe.add_argument("--absent", type=Path)
    cafe.add_argument("--seconds", type=float, default=3.0)
    cafe.add_argument("--seed", type=int, default=1)
    cafe.add_argument("--out", type=Path, required=True, metavar="PLAN.csv")
    cafe.set_defaults(run=group_people)


def group_people(options: argparse.Namespace, _open_application: OpenApplication, _: Translator) -> int:
    """``cafe PEOPLE.csv --rounds R …``: the plan into a file, the figures as JSON on standard error."""
    order = CafeOrder(
        people=read_bytes(options.people),
        round_count=options.rounds,
        tables=options.tables,
        size=options.size,
        sizes=options.sizes or "",
        host_column=options.hosts,
        balanced_by=tuple(name.strip() for name in options.balance.split(",") if name.strip()),
        apart=read_bytes(options.apart) if options.apart else b"",
        together=read_bytes(options.together) if options.together else b"",
        absent=read_bytes(options.absent) if options.absent else b"",
        seconds=options.seconds,
        seed=options.seed,
    )
    plan, figures = grouped_file(order)
    write_bytes(options.out, plan)
    print(json.dumps(figures), file=sys.stderr)
    return 0
