"""Draws charts in a process of its own: Vega-Lite specifications in (JSON), PNG pictures out (base64, as JSON).

The renderer is a whole JavaScript engine: it takes half a second to start and 65 MB, and holds Python's lock meanwhile.
Beside the program it costs neither, and is gone afterwards. Run as a file; imports nothing of ours.
"""

from __future__ import annotations

import base64
import json
import sys

import vl_convert


def main() -> None:
    """Read ``{"scale": 2.1, "specs": [...]}`` from the standard input and answer the pictures in their order."""
    wanted = json.load(sys.stdin)
    pictures = [
        vl_convert.vegalite_to_png(spec, scale=wanted["scale"], ppi=72, allowed_base_urls=[])
        for spec in wanted["specs"]
    ]
    json.dump([base64.b64encode(picture).decode("ascii") for picture in pictures], sys.stdout)


if __name__ == "__main__":
    main()
