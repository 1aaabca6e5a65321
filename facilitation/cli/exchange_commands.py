"""Commands that bring files in and out: ``import`` and ``export``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from facilitation.cli.event_commands import Commands, OpenApplication
from facilitation.errors import InvalidInput, mark
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.imports import preview_rows, refuse_size

if TYPE_CHECKING:
    from facilitation.services.imports import ImportPreview

FILES = {"frab-xml": "schedule.xml", "schedule-json": "schedule.json", "xlsx": "event.xlsx"}
EXPORTS = ("archive", "frab-xml", "schedule-json", "ics", "deadlines-ics", "xlsx")
IMPORTS = ("people", "tasks", "agenda")


def add_to(commands: Commands) -> None:
    """Register the commands of this module."""
    bring = commands.add_parser("import", help="read a list into an event")
    bring.add_argument("event", metavar="EVENT")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--as", dest="kind", choices=IMPORTS, default="people")
    bring.add_argument("--replace", action="store_true", help="an agenda: instead of the event's, not as further days")
    bring.add_argument("--dry-run", action="store_true")
    bring.add_argument("--json", action="store_true")
    bring.set_defaults(run=import_file)
    take = commands.add_parser("export", help="write an event into a file")
    take.add_argument("event", metavar="EVENT")
    take.add_argument("--format", required=True, choices=EXPORTS)
    take.add_argument("--out", required=True, type=Path, metavar="FILE")
    take.add_argument("--language", choices=("sq", "en"), default="sq")
    take.set_defaults(run=export_file)


def read_bytes(path: Path) -> bytes:
    """The content of a file; InvalidInput when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(
            mark("The file {file} cannot be read ({reason})."), file=str(path), reason=error.strerror or str(error)
        ) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file; InvalidInput when that is not possible."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InvalidInput(
            mark("The file {file} cannot be written ({reason}). Choose another place."),
            file=str(path),
            reason=error.strerror or str(error),
        ) from error


def import_file(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``import EVENT FILE --as people|tasks|agenda``: saves what was read or repaired, unless ``--dry-run``."""
    application = open_application()
    application.events.get(options.event)
    brought = _agenda if options.kind == "agenda" else _list
    result = preview_rows(brought(options, application, _), _)
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print(
            _("{read} rows read, {repaired} repaired, {refused} refused.").format(
                **{key: result[key] for key in ("read", "repaired", "refused")}
            )
        )
        for row in result["rows"]:
            if row["outcome"] != "read":
                print(f"{row['row']}: {row['reason']}")
    return 0


def _list(options: argparse.Namespace, application: Application, _: Translator) -> ImportPreview:
    """People or tasks, saved unless this is a dry run."""
    read = application.imports.people_file if options.kind == "people" else application.imports.tasks_file
    preview = read(options.event, read_bytes(options.file), options.file.name, _.language)
    if not options.dry_run:
        application.imports.save(options.event, preview)
    return preview


def _agenda(options: argparse.Namespace, application: Application, _: Translator) -> ImportPreview:
    """An agenda in any format, saved as further days (or with ``--replace``) unless this is a dry run."""
    if options.file.exists():
        refuse_size(options.file.stat().st_size, options.file.name)
    preview = application.imports.agenda_file(options.event, read_bytes(options.file), options.file.name, _.language)
    if not options.dry_run:
        application.imports.save_agenda(options.event, preview, is_replacing=options.replace)
    return preview


def _content(application: Application, options: argparse.Namespace) -> bytes:
    if options.format == "archive":
        return application.archives.export(options.event)
    if options.format == "ics":
        return application.papers.make(options.event, "event.ics", options.language)
    if options.format == "deadlines-ics":
        return application.task_calendars.make(options.event, options.language, has_called_off=False)
    return application.exports.make(options.event, FILES[options.format], options.language)


def export_file(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``export EVENT --format F --out FILE``."""
    write_bytes(options.out, _content(open_application(), options))
    print(options.out)
    return 0
