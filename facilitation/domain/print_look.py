"""How a paper is printed: as usual, in large letters, or with little ink."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintLook:
    """What a person chose for a print.

    ``is_large`` = nothing that is read is smaller than 16 points; ``is_low_ink`` = no filled areas, black letters.
    """

    is_large: bool = False
    is_low_ink: bool = False


USUAL = PrintLook()
