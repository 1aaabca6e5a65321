"""A filled Word form read back by the tags of its content controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from lxml import etree

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.form_code import CODE, form_of_text
from facilitation.exchange.word_open import word_body
from facilitation.exchange.word_tables import control_text
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.filled_form import TICKED, FilledForm

MOST_CONTROLS = 5_000
FORM_TAG = "form"
TICKS = frozenset("☒☑✓✔✗✘xX")
HINT = mark("Write here")
HINTS = frozenset({"", *(Translator(language)(HINT) for language in LANGUAGES)})
"""What an empty field shows."""
NO_FORM = mark(
    "“{file}” is not one of our forms, or its fields were removed. Type its answers in under “Replies”, or send the"
    " form again."
)


def word_form(data: bytes, file_name: str) -> FilledForm:
    """The fields of a form; ``InvalidInput`` for any other file.

    Older LibreOffice drops the tags when it saves: the fields are then told by their order.
    """
    body = word_body(data, file_name)
    form = form_of_text(whole_text(body), file_name, field_values(body, _is_code))
    if form is None:
        raise InvalidInput(NO_FORM, file=file_name)
    return form


def whole_text(body: etree._Element) -> str:
    """All that stands in the document, the code of the form among it."""
    return "".join(str(text) for text in body.itertext())


def field_values(body: etree._Element, is_fixed: Callable[[str, etree._Element], bool]) -> dict[str, str]:
    """What stands in the fields by their tags, or by their order ("#0" …) where a program dropped all tags.

    Controls that are fixed (by their tag and themselves) are no fields, nor those LibreOffice lays around a box.
    """
    controls = [(_tag_within(control), control) for control in islice(body.iter("{*}sdt"), MOST_CONTROLS)]
    fields = [
        (tag, control)
        for tag, control in controls
        if not is_fixed(tag, control) and next(control.iterdescendants("{*}sdt"), None) is None
    ]
    has_tags = any(tag for tag, _control in fields)
    return {
        tag if has_tags else f"#{place}": _content(control)
        for place, (tag, control) in enumerate(fields)
        if tag or not has_tags
    }


def _tag_within(control: etree._Element) -> str:
    """The tag of a control, else of the one laid around it."""
    return tag_of(control) or next((tag_of(around) for around in control.iterancestors("{*}sdt")), "")


def _is_code(tag: str, control: etree._Element) -> bool:
    return tag == FORM_TAG or (not tag and CODE.search(control_text(control)) is not None)


def tag_of(control: etree._Element) -> str:
    """The tag of a control; "" where it has none."""
    return _value(control.find("{*}sdtPr/{*}tag"))


def _content(control: etree._Element) -> str:
    """What stands in a control; "" while it shows its hint."""
    properties = control.find("{*}sdtPr")
    if properties is None:
        return ""
    text = control_text(control)
    checked = properties.find("{*}checkbox/{*}checked")
    if checked is not None:
        return TICKED if _value(checked) in {"1", "true", "on"} or text.strip() in TICKS else ""
    if (choices := properties.find("{*}dropDownList")) is not None:
        return _chosen(choices, text.strip())
    is_hint = properties.find("{*}showingPlcHdr") is not None or text.strip("_ \n") in HINTS
    return "" if is_hint else text


def _chosen(choices: etree._Element, text: str) -> str:
    """The value behind the words that are shown; what was written over them stays as it is."""
    return next((value for shown, value in _entries(choices) if text in (shown, value)), text.strip("_ "))


def _entries(choices: etree._Element) -> Iterator[tuple[str, str]]:
    for entry in choices.iter("{*}listItem"):
        named = {etree.QName(key).localname: str(value) for key, value in entry.attrib.items()}
        yield named.get("displayText", ""), named.get("value", "")


def _value(element: etree._Element | None) -> str:
    """The ``val`` of an element, whatever its namespace; "" where it is missing."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == "val"), "")
