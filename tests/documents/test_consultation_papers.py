"""Synthesis, thread and concept note: what they say, and what they keep to themselves."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitation.documents.catalogue import CONSULT_DOCUMENTS
from facilitation.documents.concept_word import concept_note_docx
from facilitation.documents.synthesis_word import synthesis_docx
from facilitation.documents.thread_word import OWN_PAPER, thread_docx, thread_section
from facilitation.documents.word_styles import BOOK
from facilitation.domain.agenda import Attribution
from facilitation.domain.event import Brief
from facilitation.domain.person import Consent, EventRole
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import Translator
from facilitation.services.paper_names import CONSULT_PAPERS
from tests.builders import a_participation, a_record, a_text
from tests.consultations import a_consulted_conference, a_questionnaire, a_reply
from tests.documents.conference import SECRET, a_conference
from tests.documents.reading import LANGUAGES, STAMP, all_text, outline
from tests.programs import need

ENGLISH = Translator("en")


def synthesis_lines(record: EventRecord, invited: frozenset[str] = frozenset()) -> list[str]:
    return outline(synthesis_docx(record, ENGLISH, STAMP, invited)).splitlines()


def quoting(rule: Attribution) -> EventRecord:
    record = a_consulted_conference(108)
    (asked,) = record.questionnaires
    return replace(record, questionnaires=(replace(asked, questions=(replace(asked.questions[0], attribution=rule),)),))


def test_papers_of_the_consultation_are_those_a_pack_may_hold() -> None:
    assert tuple(CONSULT_DOCUMENTS) == CONSULT_PAPERS


def test_synthesis_says_how_many_answered_and_what_was_made_of_each_theme() -> None:
    lines = synthesis_lines(a_consulted_conference(108))

    assert "[Normal] 54 of 108 answered (50%), 54 are missing." in lines
    start = lines.index("(table: Themes, and the objectives and sessions made of them)")
    assert lines[start + 1 : start + 4] == [
        "| Theme | Replies | Objectives | Sessions |",
        "| Shelter | 54 | Share good local practice. | "
        "Panel 1: Prevention – local good practice / Working groups by theme |",
        "| Training | 18 | Not an objective of this event | No session |",
    ]


def test_small_counts_are_hidden_in_the_synthesis() -> None:
    lines = synthesis_lines(a_consulted_conference(108))
    start = lines.index("(table: Themes by sector)")

    assert [line.split(" | ")[1:] for line in lines[start + 2 : start + 4]] == [
        ["54", "14", "14", "14", "6", "6 |"],
        ["18", "*", "*", "*", "*", "* |"],
    ]
    few = synthesis_lines(a_consulted_conference(8))
    assert "| Shelter | <5 | * | * |" in few


def test_only_quotes_with_consent_are_printed_with_the_sector_alone() -> None:
    lines = synthesis_lines(a_consulted_conference(108))
    quotes = [place for place, line in enumerate(lines) if line.startswith("[Quote]")]

    assert [lines[place : place + 2] for place in quotes] == [
        ["[Quote] “Duam strehim”", "[Quote Source] Regional branches of central institutions"],
        ["[Quote] “Duam strehim”", "[Quote Source] Civil society"],
    ]


@pytest.mark.parametrize("rule", [Attribution.SECTOR, Attribution.NOBODY])
def test_no_name_and_no_office_of_those_who_answered_is_printed(rule: Attribution) -> None:
    record = quoting(rule)
    found = all_text(synthesis_docx(record, Translator("sq"), STAMP))

    assert [entry for entry in record.participations if entry.person.name in found] == []
    offices = {entry.person.organisation for entry in record.participations} - {record.event.host.sq}
    assert [office for office in offices if office in found] == []


def test_a_rule_that_names_lets_the_name_through() -> None:
    record = quoting(Attribution.NAMED)

    assert record.participations[0].person.name in all_text(synthesis_docx(record, Translator("sq"), STAMP))


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_themselves_are_in_no_paper(language: str) -> None:
    record = replace(a_consulted_conference(10), replies=(a_reply(1, f"{SECRET} duam strehim", "shelter"),))

    for make in CONSULT_DOCUMENTS.values():
        assert SECRET not in all_text(make(record, Translator(language), STAMP))


def test_before_anybody_answered_the_papers_say_so() -> None:
    assert "[Empty Note] Nobody has answered yet." in synthesis_lines(a_record())
    thread = outline(thread_docx(a_record(), ENGLISH, STAMP))
    assert "[Empty Note] There are no objectives and no themes yet." in thread
    assert "[Empty Note] Background and purpose are not written yet." in outline(
        concept_note_docx(a_record(), ENGLISH, STAMP)
    )


def test_matrix_ticks_themes_and_sessions_and_lists_the_gaps() -> None:
    lines = outline(thread_docx(a_consulted_conference(108), ENGLISH, STAMP)).splitlines()
    themes = lines.index("(table: Themes behind the objectives)")

    assert lines[themes + 1 : themes + 5] == [
        "| Theme | Replies | 1 | 2 |",
        "| Shelter | 54 | ✓ |  |",
        "| Training | 18 |  |  |",
        "| Rumours | 0 |  |  |",
    ]
    assert "| World café: what connects our daily work |  | ✓ |" in lines
    gap = lines.index("[Heading 2] Objectives without an answer behind them")
    assert lines[gap + 1] == "[List Bullet] Agree the measures of next year."


def test_small_totals_are_hidden_in_the_matrix() -> None:
    record = a_record(questionnaires=(a_questionnaire(),), replies=(a_reply(1, "a", "shelter"),))
    record = replace(record, event=replace(record.event, objectives=a_conference(0).event.objectives))

    assert "| Shelter | <5 |  |  |" in outline(thread_docx(record, ENGLISH, STAMP))


def test_the_thread_can_stand_in_a_volume() -> None:
    record = a_consulted_conference(10)
    frame = replace(OWN_PAPER, width=BOOK.text_width)
    blocks = list(thread_section(record, ENGLISH, frame))

    widths = [
        sum(int(str(column.attributes["w"])) for column in grid.children)
        for block in blocks
        for grid in block.walk()
        if grid.tag == "tblGrid"
    ]
    assert len(widths) == 3
    assert max(widths) <= round(BOOK.text_width * 56.7) + 10
    assert all(block.tag in {"p", "tbl"} for block in blocks)


def test_concept_note_has_brief_agenda_and_minima() -> None:
    brief = Brief(audience=a_text("Offices"), limits=a_text("No laws"), builds_on=a_text("Last year"))
    record = a_consulted_conference(10)
    lines = outline(
        concept_note_docx(replace(record, event=replace(record.event, brief=brief)), ENGLISH, STAMP)
    ).splitlines()

    assert [line.removeprefix("[Heading 1] ") for line in lines if line.startswith("[Heading 1]")] == [
        "Background and purpose",
        "How it builds on earlier events",
        "For whom",
        "Objectives",
        "Expected results",
        "What the event does not do",
        "Consultation",
        "Method and agenda at a glance",
        "Timetable",
        "Contacts",
    ]
    assert "[Normal] 5 replies came in." in lines
    steps = lines.index("(table: Timetable)")
    assert lines[steps + 2 : steps + 4] == [
        "| 20 January 2027 | The design phase starts | 90 days before |",
        "| 19 March 2027 | Invitations go out | 30 days before |",
    ]
    assert not [line for line in lines if "Coffee" in line or "Staff debrief" in line]


def test_contacts_name_only_who_agreed() -> None:
    def organiser(number: int, consent: Consent) -> object:
        return a_participation(
            f"o{number}", name=f"Emri {number}", role=EventRole.ORGANISER, list_consent=consent, organisation="Zyra"
        )

    people = (organiser(1, Consent.YES), organiser(2, Consent.NO))
    lines = outline(concept_note_docx(a_record(participations=people), ENGLISH, STAMP)).splitlines()

    assert [line for line in lines if "Zyra" in line] == [
        "[List Bullet] Emri 1, Përfaqësuese, Zyra",
        "[List Bullet] Përfaqësuese, Zyra",
    ]


@pytest.mark.libreoffice
def test_papers_fill_the_pages_they_should(tmp_path: Path) -> None:
    soffice = need("soffice")
    for language in LANGUAGES:
        for name, make in CONSULT_DOCUMENTS.items():
            data = make(a_consulted_conference(108), Translator(language), STAMP)
            (tmp_path / f"{language}-{name}").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    papers = [str(path) for path in tmp_path.glob("*.docx")]
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *papers]
    subprocess.run(command, capture_output=True, check=True, timeout=300)

    pages = {path.stem: len(PdfReader(path).pages) for path in tmp_path.glob("*.pdf")}
    assert {name: pages[f"{language}-{name}"] for language in LANGUAGES for name in ("concept-note", "thread")} == {
        "concept-note": 2,
        "thread": 2,
    }
    assert max(pages["sq-synthesis"], pages["en-synthesis"]) <= 2
