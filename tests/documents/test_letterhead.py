"""The letterhead: header, footer and logo stay; the rest goes, and what means harm is refused."""

from __future__ import annotations

import time

import pytest

from facilitation.documents.letterhead import (
    DAMAGED,
    LOADS_SOMETHING,
    OLD_OR_LOCKED,
    RUNS_SOMETHING,
    TOO_LARGE,
    letterhead,
)
from facilitation.errors import InvalidInput
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import Translator
from tests.documents.letterheads import (
    HOSTILE,
    SETTINGS,
    SETTINGS_RELS,
    a_letterhead,
    as_template,
    relationships,
    with_parts,
)
from tests.documents.reading import all_text, outline, parts

KEPT = ["<header> Republika e Shqipërisë · Bashkia Fier", "<footer> Rruga e Provës 1, Fier"]

REASONS = {
    "old .doc": OLD_OR_LOCKED,
    **dict.fromkeys(("macros", "macro type", "active x", "embedded program"), RUNS_SOMETHING),
    **dict.fromkeys(("a part that unpacks", "endless xml", "endless paragraphs", "too many parts"), TOO_LARGE),
    **dict.fromkeys(("linked picture", "frame", "html inside"), LOADS_SOMETHING),
    **dict.fromkeys(("dde", "dde in halves", "included picture", "included text"), LOADS_SOMETHING),
}


@pytest.mark.parametrize("data", [a_letterhead(), as_template(a_letterhead())], ids=["docx", "dotx"])
def test_header_footer_and_logo_stay_and_the_old_body_goes(data: bytes) -> None:
    made = letterhead(data, "koka.dotx")

    assert outline(made).splitlines() == KEPT
    assert any(name.startswith("word/media/") for name in parts(made))
    assert "Zyrën X" not in all_text(made)
    assert "template.main" not in all_text(made)


def test_a_letterhead_let_through_once_is_let_through_again() -> None:
    once = letterhead(a_letterhead(), "koka.docx")

    assert outline(letterhead(once, "koka.docx")).splitlines() == KEPT


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_letterhead_is_refused_with_a_sentence_and_at_once(name: str) -> None:
    began = time.process_time()

    with pytest.raises(InvalidInput) as refused:
        letterhead(HOSTILE[name], "koka.docx")

    assert time.process_time() - began < 1
    assert refused.value.template == REASONS.get(name, DAMAGED)
    assert "koka.docx" in error_sentence(refused.value, Translator("sq"))


def test_a_linked_template_a_data_source_and_a_lock_are_taken_off() -> None:
    data = a_letterhead()
    more = (
        b'<w:mailMerge><w:dataSource r:id="rId98"/></w:mailMerge><w:documentProtection w:edit="readOnly"/>'
        b'<w:attachedTemplate r:id="rId99"/></w:settings>'
    )
    settings = parts(data)[SETTINGS].replace(b"</w:settings>", more)
    if b"xmlns:r=" not in settings:
        settings = settings.replace(b"<w:settings", b'<w:settings xmlns:r="urn:r"', 1)
    changed = {SETTINGS: settings, SETTINGS_RELS: relationships("https://example.org/x.dotm", "attachedTemplate")}

    made = letterhead(with_parts(data, changed), "koka.docx")

    found = all_text(made)
    for gone in ("example.org", "attachedTemplate", "mailMerge", "documentProtection"):
        assert gone not in found
