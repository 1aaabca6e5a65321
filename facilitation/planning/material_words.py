"""What kind of thing a material is, told by its name in either language, where nobody said so."""

from __future__ import annotations

from enum import StrEnum

from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.text import Text
from facilitation.planning.checklist_merge import folded

LASTING = (
    *(
        "marker",
        "lapustil",
        "bell",
        "box",
        "kuti",
        "zile",
        "flipchart stand",
        "mbajtese",
        "microphone",
        "mikrofon",
        "pinboard",
    ),
    *(
        "tabele per kartela",
        "projector",
        "projektor",
        "screen",
        "ekran",
        "set of cards",
        "komplet kartelash",
        "red card",
    ),
    *(
        "kartele e kuqe",
        "timer",
        "kohemates",
        "time signs",
        "shenja kohe",
        "group sign",
        "tabele me numrin",
        "table number",
    ),
    *(
        "numer tryeze",
        "shredder",
        "asgjesues",
        "stall table",
        "tryeze per stende",
        "sticky wall",
        "mur ngjites",
        "laptop",
    ),
    *(
        "loudspeaker",
        "altoparlant",
        "scissors",
        "gershere",
        "extension",
        "zgjatues",
        "stapler",
        "kapese",
        "tape",
        "shirit",
    ),
    *("camera", "kamera", "printer", "booth", "kabine", "receiver", "kufje", "easel", "clock", "ore muri"),
)
"""Tools: they serve the next session too (a roll of tape and a marker last longer than one)."""
SPENT = (
    *(
        "flipchart sheet",
        "flete",
        "sheet",
        "sticky note",
        "leter",
        "sticky dot",
        "pike ngjitese",
        "note paper",
        "paper",
    ),
    *("form", "formular", "card 10", "kartele 10", "sign in", "liste e pjesemarresve", "evaluation", "vleresim"),
    *("tea", "coffee", "water", "caj", "kafe", "uje", "envelope", "zarf"),
)
"""Written on, stuck to the wall, eaten or handed in: every session needs its own."""
BLANK = (
    *("roll", "rrotull", "brown paper"),
    *("flipchart sheet", "flete e madhe", "sticky", "leter ngjitese", "pike ngjitese", "card 10", "kartele 10"),
    *("note paper", "flete shenimesh", "pen", "stilolaps", "paper", "leter", "half sheet", "kartele a5", "wall sheet"),
    *("flete muri", "tape", "shirit", "tea", "coffee", "water", "caj", "kafe", "uje", "envelope", "zarf"),
)
"""How the name of a thing begins that is bought as it is; nothing is printed on it."""
PRINTED = (
    *("form", "sheet", "flete", "card", "kartele", "karte", "page", "faqe", "poster", "badge", "programme", "program"),
    *(
        "pack",
        "pakete",
        "folder",
        "dosje",
        "list",
        "liste",
        "guide",
        "udhezues",
        "glossary",
        "fjalorth",
        "report",
        "raport",
    ),
    *(
        "plan",
        "sign",
        "tabele",
        "template",
        "model",
        "certificate",
        "certifikate",
        "notice",
        "njoftim",
        "draft",
        "test",
    ),
    *("log", "regjister", "grid", "map", "harte", "sticker", "etikete", "synthesis", "permbledhje", "hand out"),
)
"""Comes out of the printer."""
USED_UP_PER = frozenset({MaterialPer.PARTICIPANT, MaterialPer.TABLE, MaterialPer.GROUP})
"""Where the name says nothing: people, tables and groups use things up, what is there for all is used again."""


class Supply(StrEnum):
    """How a thing gets to the event."""

    BUY = "buy"
    PRINT = "print"
    BRING = "bring"


def is_used_up(material: Material) -> bool:
    """Whether a session uses a thing up, or the next one can have it again: as stated, else by its name, else by what
    it is counted by."""
    if material.is_used_up is not None:
        return material.is_used_up
    if names(material.name, LASTING):
        return False
    return names(material.name, SPENT) or material.per in USED_UP_PER


def supply_of(name: Text, *, used_up: bool) -> Supply:
    """Whether a thing is bought, printed or brought along."""
    if any(folded(words).startswith(BLANK) for words in (name.sq, name.en)):
        return Supply.BUY
    if names(name, LASTING):
        return Supply.BRING
    if names(name, PRINTED):
        return Supply.PRINT
    return Supply.BUY if used_up else Supply.BRING


def names(name: Text, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of a name, in either language, begins like this ("Letër ngjitëse" names "leter ngjitese")."""
    said = [f" {folded(words)}" for words in (name.sq, name.en)]
    return any(f" {beginning}" in words for words in said for beginning in beginnings)
