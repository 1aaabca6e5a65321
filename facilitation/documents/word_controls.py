"""Content controls: fields of a form that are filled in on the screen and read back by their tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.documents.word_parts import TICK_BOX, paragraph, run
from facilitation.documents.word_xml import Element, clean_text, element

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
LONGEST_NAME = 64
"""Word takes no longer titles and tags."""
HINT = "Muted"


def _properties(tag: str, name: str, number: int, *kind: Element, is_empty: bool = True) -> Element:
    """What Word knows of a control; ``number`` is its own in the document."""
    return element(
        "sdtPr",
        element("alias", val=clean_text(name)[:LONGEST_NAME]),
        element("tag", val=tag[:LONGEST_NAME]),
        element("id", val=number),
        element("showingPlcHdr") if is_empty else None,
        *kind,
    )


def text_control(tag: str, name: str, number: int, *, hint: str) -> Element:
    """A block to write several lines into; until then it shows ``hint``.

    Of rich text, since LibreOffice joins the lines of plain text when it saves.
    """
    kind = element("richText")
    content = element("sdtContent", paragraph([run(hint, HINT)], "Table Text"))
    return element("sdt", _properties(tag, name, number, kind), content)


def line_control(tag: str, name: str, number: int, *, hint: str) -> Element:
    """A field within a paragraph."""
    return element("sdt", _properties(tag, name, number, element("text")), element("sdtContent", run(hint, HINT)))


def fixed_control(tag: str, name: str, number: int, text: str) -> Element:
    """Words that carry a tag and cannot be changed."""
    properties = element(
        "sdtPr",
        element("alias", val=clean_text(name)[:LONGEST_NAME]),
        element("tag", val=tag),
        element("id", val=number),
        element("lock", val="sdtContentLocked"),
        element("text"),
    )
    return element("sdt", properties, element("sdtContent", run(text)))


def locked_blocks(tag: str, number: int, blocks: Sequence[Element]) -> Element:
    """Paragraphs and tables that cannot be changed in Word; other programs take them as usual text."""
    properties = element(
        "sdtPr", element("tag", val=tag), element("id", val=number), element("lock", val="sdtContentLocked")
    )
    return element("sdt", properties, element("sdtContent", *blocks))


def choice_control(tag: str, name: str, number: int, choices: Sequence[tuple[str, str]], *, hint: str) -> Element:
    """A list to choose from: pairs of value and shown words."""
    entries = [element("listItem", displayText=clean_text(words), value=value) for value, words in choices]
    properties = _properties(tag, name, number, element("dropDownList", *entries))
    return element("sdt", properties, element("sdtContent", run(hint, HINT)))


def tick_control(tag: str, name: str, number: int) -> Element:
    """A box to tick, on the screen with a click, on paper with a pen."""
    box = element(
        "w14:checkbox",
        element("w14:checked", **{"w14:val": 0}),
        element("w14:checkedState", **{"w14:val": "2612", "w14:font": "MS Gothic"}),
        element("w14:uncheckedState", **{"w14:val": "2610", "w14:font": "MS Gothic"}),
    )
    box.attributes["xmlns:w14"] = WORD_2010
    return element("sdt", _properties(tag, name, number, box, is_empty=False), element("sdtContent", run(TICK_BOX)))


def tags_of(blocks: Iterable[Element]) -> tuple[str, ...]:
    """The tags of all controls in the order of the document."""
    return tuple(str(entry.attributes["val"]) for block in blocks for entry in block.walk() if entry.tag == "tag")
