"""Commands about one event: ``pack`` writes its documents, ``check`` prints its findings."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from facilitation.cli.event_commands import Commands, OpenApplication
from facilitation.domain.finding import Severity
from facilitation.i18n.labels import finding_sentence, severity_label
from facilitation.i18n.translator import Translator


def add_to(commands: Commands) -> None:
    """Register the commands of this module."""
    pack = commands.add_parser("pack", help="write every document of an event")
    pack.add_argument("event", metavar="EVENT")
    pack.add_argument("--out", required=True, type=Path, metavar="DIR")
    pack.add_argument("--language", choices=("sq", "en"), default="sq")
    pack.add_argument("--pdf", action="store_true", help="also a PDF of every Word file (needs LibreOffice)")
    pack.set_defaults(run=write_pack)
    check = commands.add_parser("check", help="print the findings; exit 1 if any blocks")
    check.add_argument("event", metavar="EVENT")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=print_findings)


def write_pack(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``pack EVENT --out DIR [--pdf]``: prints the files."""
    application = open_application()
    papers = application.papers
    written = papers.pack(options.event, options.out, options.language)
    for path in (*written, *(application.pdfs.beside(written) if options.pdf else ())):
        print(path)
    if withheld := papers.withheld(options.event):
        words = _("{file} was left out: places in its texts may tell who somebody is. Answer them under “Proceedings”.")
        print(words.format(file=withheld), file=sys.stderr)
    return 0


def print_findings(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``check EVENT [--json]``."""
    findings = open_application().overviews.findings(options.event)
    rows = [
        {
            "code": found.code,
            "severity": found.severity.value,
            "subject": found.subject,
            "text": finding_sentence(found, _),
        }
        for found in findings
    ]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for found, row in zip(findings, rows, strict=True):
            print(f"{severity_label(found.severity, _)}: {row['text']} [{row['code']}]")
    return int(any(found.severity is Severity.BLOCK for found in findings))
