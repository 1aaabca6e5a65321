"""The rehearsal on paper, and the page that says which pages of the guide to exchange."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.documents.guide_changes_word import guide_changes_docx
from facilitation.documents.rehearsal_word import rehearsal_docx
from facilitation.domain.print_look import PrintLook
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import Translator
from facilitation.planning.guide_changes import GuideChanges, guide_changes
from tests.builders import a_contributor, a_guide, a_record, a_sheet, a_text, an_agenda, an_item, some_steps
from tests.documents.conference import a_conference
from tests.documents.reading import LANGUAGES, STAMP, outline

BERAT = a_contributor("Lehtësuese, Bashkia Berat")


def printed(record: EventRecord, language: str = "en") -> list[str]:
    return outline(rehearsal_docx(record, Translator(language), STAMP)).splitlines()


def test_everybody_stands_with_tick_sum_and_sessions() -> None:
    items = [an_item("a", room="A", facilitators=(BERAT,)), an_item("b", room="B", minutes=45, facilitators=(BERAT,))]
    record = a_record(agenda=an_agenda(items), guide=a_guide(trained=(BERAT.identity,)))

    found = printed(record)

    start = found.index("(table: Who leads what)")
    assert found[start + 1 : start + 5] == [
        "| Time | Facilitation and session | Room | Trained | Length |",
        "| Lehtësuese, Bashkia Berat | ☒ | 75\u00a0min |",
        "| 09:00–09:30 | a (en) | A |  | 30\u00a0min |",
        "| 09:30–10:15 | b (en) | B |  | 45\u00a0min |",
    ]
    assert "[Lead] Everybody who leads was trained on the guide." in found
    assert any("has 0 min from “a (en)” (A) to “b (en)” (B)" in line for line in found)


def test_the_steps_to_practise_say_why_and_who() -> None:
    record = a_record(
        agenda=an_agenda([an_item("a", facilitators=(BERAT,))]),
        guide=a_guide(a_sheet("a", steps=some_steps(10), risks=a_text("Silence"))),
    )

    row = next(line for line in printed(record) if "Worth practising" in line)

    assert row.strip("| ").split(" | ") == [
        "Monday, 17 May 2027 / 09:00–09:10 / a (en)",
        "Step 1 (en)",
        "Worth practising because the guide knows what can go wrong, no plan B is written, and the words to say are "
        "not written yet.",
        BERAT.name,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_event_gets_sentences_instead_of_tables(language: str) -> None:
    found, _ = printed(a_record(), language), Translator(language)

    assert [line for line in found if line.startswith("(table")] == []
    assert f"[Empty Note] {_('The agenda names no facilitator yet.')}" in found
    assert f"[Empty Note] {_('No session has steps yet.')}" in found
    assert f"[Normal] {_('Nothing: nobody is in two places, and every session is led.')}" in found


@pytest.mark.parametrize("is_large", [False, True])
def test_pages_to_exchange_are_listed_and_only_they_follow(is_large: bool) -> None:
    before = a_conference()
    day = before.agenda.days[1]
    after = replace(
        before, agenda=before.agenda.with_day(2, (replace(day.items[0], room="Salla e re"), *day.items[1:]))
    )
    changes = guide_changes(before, after)
    stamp = replace(STAMP, look=PrintLook(is_large=is_large))

    found = outline(guide_changes_docx(after, Translator("en"), stamp, changes)).splitlines()

    assert changes.parts == ("glance",)
    assert "[List Bullet] The table “The event at a glance” is new." in found
    assert "[Heading 1] The event at a glance" in found
    assert "[Heading 1] What holds throughout" not in found
    listed = [line for line in found if line.endswith(("| changed |", "| other time |", "| new |", "| take out |"))]
    assert len(listed) == len(changes.pages)


def test_without_a_change_the_print_says_so() -> None:
    found = outline(guide_changes_docx(a_record(), Translator("en"), STAMP, GuideChanges()))

    assert "[Empty Note] No page has changed." in found
