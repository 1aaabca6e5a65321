"""The preview of an import and its JSON."""

from __future__ import annotations

from facilitation.errors import mark
from facilitation.exchange.import_preview import (
    READ,
    REFUSED,
    REPAIRED,
    ImportPreview,
    ImportRemark,
    ImportRow,
    preview_json,
    refused,
    remark_sentence,
)
from facilitation.i18n.translator import Translator
from tests.builders import a_participation

ENGLISH = Translator("en")
FIRST, SECOND, THIRD = (a_participation(f"participation-{number}") for number in (1, 2, 3))
WORD = ImportRemark(mark("“{old}” is “{new}”."), {"old": "OJF", "new": "Civil society"}, "OJF", "Civil society")
PLACE = ImportRemark(mark("“{old}” is “{new}”."), {"old": "Vlore", "new": "Vlorë"}, "Vlore", "Vlorë")
PREVIEW = ImportPreview(
    "csv",
    (
        ImportRow(2, READ, item=FIRST),
        ImportRow(3, REPAIRED, (WORD, PLACE), SECOND),
        refused(ImportRow(4, READ, item=THIRD), "Listed: {name}.", name="Zyra"),
    ),
)


def test_rows_are_counted_by_outcome() -> None:
    assert (PREVIEW.read, PREVIEW.repaired, PREVIEW.refused) == (1, 1, 1)


def test_what_is_refused_is_not_among_the_items() -> None:
    assert PREVIEW.items == (FIRST, SECOND)


def test_a_refused_row_keeps_its_item_to_be_shown() -> None:
    row = PREVIEW.rows[2]

    assert (row.outcome, row.item, row.remarks) == (
        REFUSED,
        THIRD,
        (ImportRemark("Listed: {name}.", {"name": "Zyra"}),),
    )


def test_a_remark_is_said_with_its_values() -> None:
    assert remark_sentence(WORD, ENGLISH) == "“OJF” is “Civil society”."


def test_the_json_has_one_entry_per_row_with_its_remarks_joined() -> None:
    assert preview_json(PREVIEW, ENGLISH) == {
        "format": "csv",
        "read": 1,
        "repaired": 1,
        "refused": 1,
        "rows": [
            {"row": 2, "outcome": "read", "reason": "", "from": "", "to": ""},
            {
                "row": 3,
                "outcome": "repaired",
                "reason": "“OJF” is “Civil society”. “Vlore” is “Vlorë”.",
                "from": "OJF; Vlore",
                "to": "Civil society; Vlorë",
            },
            {"row": 4, "outcome": "refused", "reason": "Listed: Zyra.", "from": "", "to": ""},
        ],
    }
