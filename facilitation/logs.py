"""How the program writes its log: once set up, to standard error, ids and counts only."""

from __future__ import annotations

import logging
import sys


def set_up_logging(level: int = logging.INFO) -> None:
    """Send the log of ``facilitation`` to standard error; calling it again changes nothing."""
    logger = logging.getLogger("facilitation")
    if logger.handlers:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False
