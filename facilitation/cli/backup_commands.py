"""Commands about the whole database: ``backup`` and ``restore``."""

from __future__ import annotations

import argparse
from pathlib import Path

from facilitation.cli.event_commands import Commands, OpenApplication
from facilitation.i18n.translator import Translator


def add_to(commands: Commands) -> None:
    """Register the commands of this module."""
    backup = commands.add_parser("backup", help="write the whole database into one file")
    backup.add_argument("--out", required=True, type=Path, metavar="FILE")
    backup.set_defaults(run=write_backup)
    restore = commands.add_parser("restore", help="replace the whole database by a backup")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.set_defaults(run=restore_backup)


def write_backup(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``backup --out FILE``."""
    open_application().archives.backup(options.out)
    print(options.out)
    return 0


def restore_backup(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``restore FILE``."""
    application = open_application()
    application.archives.restore(options.file)
    count = len(application.events.list_all())
    print(
        _.plural("{count} event is in the database now.", "{count} events are in the database now.", count).format(
            count=count
        )
    )
    return 0
