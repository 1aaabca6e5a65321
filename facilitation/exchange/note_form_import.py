"""A filled note form read back: by the tags of its fields, by their order where tags are gone, and beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.form_code import NOTES, notes_of_text
from facilitation.exchange.form_word_import import field_values, tag_of, whole_text
from facilitation.exchange.word_open import word_body
from facilitation.exchange.word_tables import control_text, paragraph_text
from facilitation.exchange.words import folded
from facilitation.i18n.labels import note_kind_label
from facilitation.i18n.note_form_words import CHOOSE, HINT, SHORT_HINT, fixed_words
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.note_form import KINDS, FilledNotes

CODE_TAG, HEAD_TAG = "notes", "head"
MOST_SIGNS, MOST_LINES = 20_000, 500
NO_FORM = mark(
    "“{file}” is not one of our note forms, or its code was removed. Type its notes in under “Notes”, or copy them into"
    " a fresh form."
)


def note_form(data: bytes, file_name: str) -> FilledNotes:
    """The fields of a note form and the lines beside them; ``InvalidInput`` for any other file."""
    body = word_body(data, file_name)
    values = field_values(body, _is_fixed)
    values = {key: _without_hint(text)[:MOST_SIGNS] for key, text in values.items()}
    form = notes_of_text(whole_text(body), file_name, _with_kinds(values), tuple(_outside(body)))
    if form is None:
        raise InvalidInput(NO_FORM, file=file_name)
    return form


def _is_fixed(tag: str, control: etree._Element) -> bool:
    """The head and the code; without tags by what they are: the head begins with a heading, no field does."""
    if tag:
        return tag in (CODE_TAG, HEAD_TAG)
    return _is_head(tag, control) or NOTES.search(control_text(control)) is not None


def _is_head(tag: str, control: etree._Element) -> bool:
    places = (*control.iterancestors("{*}p"), *control.iter("{*}p"))
    return tag == HEAD_TAG or (not tag and any(_style(place).casefold().startswith("heading") for place in places))


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find("{*}pPr/{*}pStyle")
    return "" if found is None else next((str(value) for value in found.attrib.values()), "")


def _without_hint(text: str) -> str:
    return "" if text.strip() in _hints() else text


@cache
def _hints() -> frozenset[str]:
    return frozenset({SHORT_HINT, *(Translator(language)(hint) for language in LANGUAGES for hint in (HINT, CHOOSE))})


def _with_kinds(values: Mapping[str, str]) -> dict[str, str]:
    """The kinds as we call them, also where somebody typed their name in a language."""
    return {key: _kinds().get(folded(text), text) if key.endswith(":kind") else text for key, text in values.items()}


@cache
def _kinds() -> dict[str, str]:
    return {folded(note_kind_label(kind, Translator(language))): kind.value for kind in KINDS for language in LANGUAGES}


@cache
def _fixed() -> frozenset[str]:
    return frozenset(folded(words) for language in LANGUAGES for words in fixed_words(Translator(language)))


def _outside(body: etree._Element) -> Iterator[str]:
    """Lines written after the first field and in none: in a row somebody added, between two tables, at the end."""
    lines = (text for place in _places(body) for text in paragraph_text(place).split("\n") if text.strip())
    unknown = (line.strip() for line in lines if folded(line) not in _fixed() and NOTES.search(line) is None)
    for _number, line in zip(range(MOST_LINES), unknown, strict=False):
        yield line


def _places(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs that have nothing to do with a field."""
    controls = [control for control in body.iter("{*}sdt") if not _is_head(tag_of(control), control)]
    cells = {next(control.iterancestors("{*}tc"), None) for control in controls}
    inside = {paragraph for place in (*controls, *cells) if place is not None for paragraph in place.iter("{*}p")}
    holding = {next(control.iterancestors("{*}p"), None) for control in controls}
    first = controls[0] if controls else None
    has_begun = False
    for element in body.iter("{*}sdt", "{*}p"):
        has_begun = has_begun or element is first
        is_ours = element in inside or element in holding or etree.QName(element).localname == "sdt"
        if has_begun and not is_ours and next(element.iterancestors("{*}Fallback", "{*}del"), None) is None:
            yield element
