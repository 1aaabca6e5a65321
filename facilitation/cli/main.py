"""The command line: reads the arguments, calls one command and turns errors into sentences and exit codes."""

from __future__ import annotations

import argparse
import locale
import logging
import os
import sys
import uuid
from collections.abc import Sequence

from facilitation.cli import backup_commands, cafe_command, event_commands, exchange_commands, pack_commands
from facilitation.errors import FacilitationError, StorageUnavailable, mark
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application, build_application
from facilitation.settings import Settings

DONE, BLOCKED, WRONG_CALL, REFUSED, NO_DATABASE = 0, 1, 2, 3, 4
logger = logging.getLogger(__name__)


def reader_language() -> str:
    """The language of messages: ``TRYEZA_LANGUAGE``, else Albanian where the system speaks it, else English."""
    chosen = os.environ.get("TRYEZA_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "sq" if (chosen or locale.getlocale()[0] or "").casefold().startswith(("sq", "albanian")) else "en"


def parser() -> argparse.ArgumentParser:
    """All commands with their options (design.md section 6)."""
    top = argparse.ArgumentParser(prog="python -m facilitation", description="Tryeza on the command line.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (event_commands, pack_commands, cafe_command, exchange_commands, backup_commands):
        module.add_to(commands)
    return top


def open_application() -> Application:
    """The application over the database of this environment; quiet on the terminal."""
    logging.getLogger("facilitation").addHandler(logging.NullHandler())
    return build_application(Settings.from_environment())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; answers the documented exit code. No traceback reaches a person."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = parser().parse_args(arguments)
    _ = Translator(getattr(options, "language", None) or reader_language())
    try:
        return int(options.run(options, open_application, _))
    except StorageUnavailable as error:
        return _say(error_sentence(error, _), NO_DATABASE)
    except FacilitationError as error:
        return _say(error_sentence(error, _), REFUSED)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return _say(_("Stopped."), REFUSED)
    except Exception:
        reference = uuid.uuid4().hex[:4].upper()
        logger.exception("unexpected error, reference %s", reference)
        return _say(_(mark("Something went wrong. Reference: {reference}.")).format(reference=reference), REFUSED)


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
