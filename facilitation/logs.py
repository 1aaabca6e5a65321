"""How the program writes its log: once set up, to standard error, ids and counts only."""

from __future__ import annotations

import logging
import re
import sys

SECRET_PATH = re.compile(r"^(/(?:f|p|calendar)/)[^?\s]+.*$", re.DOTALL)
"""Addresses that are secrets themselves: who reads them in a log could open the page."""


class NoSecrets(logging.Filter):
    """Takes the secret, and who asked, out of a server's line about a link (uvicorn: address, method, path, …)."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line pass, without what is nobody's business."""
        args = record.args
        if isinstance(args, tuple) and len(args) >= 3 and SECRET_PATH.match(str(args[2])):
            record.args = ("-", args[1], SECRET_PATH.sub(r"\1…", str(args[2])), *args[3:])
        return True


def set_up_logging(level: int = logging.INFO) -> None:
    """Send the log of ``facilitation`` to standard error; calling it again changes nothing."""
    access = logging.getLogger("uvicorn.access")
    if not any(isinstance(known, NoSecrets) for known in access.filters):
        access.addFilter(NoSecrets())
    logger = logging.getLogger("facilitation")
    if logger.handlers:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False
