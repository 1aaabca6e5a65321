"""The written volume."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitation.documents.participation_pictures import places_finding, sectors_finding
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.proceedings_word import proceedings_docx
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Row, head_row, paragraph
from facilitation.domain.agenda import Attribution
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent
from facilitation.domain.proceedings import HarvestTheme, ProceedingsPlan, Section, SectionText
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.planning.participation_figures import participation_figures
from tests.builders import EVENT_ID, a_note, a_participation, a_record, an_agenda, an_item
from tests.documents.conference import a_conference
from tests.documents.reading import STAMP, W, conference_document, outline, xml

ENGLISH = Translator("en")


def lines(record) -> list[str]:  # type: ignore[no-untyped-def]
    return outline(proceedings_docx(record, ENGLISH, STAMP)).splitlines()


def test_contents_are_a_field_whose_entries_link_to_their_headings() -> None:
    root = xml(conference_document("proceedings.docx", "en"))
    instructions = [entry.text.strip() for entry in root.iter(W + "instrText")]
    entries = [
        (link.get(W + "anchor"), "".join(node.text for node in link.iter(W + "t")))
        for link in root.iter(W + "hyperlink")
        if link.get(W + "anchor").startswith("_Toc")
    ]

    assert instructions[0] == 'TOC \\o "1-2" \\h \\z \\u'
    assert entries[:3] == [
        ("_Toc000001", "Imprint and acknowledgements"),
        ("_Toc000002", "1 Executive summary"),
        ("_Toc000003", "2 Background, objectives and methodology"),
    ]


def test_chapters_are_numbered_as_the_contents_say() -> None:
    root = xml(conference_document("proceedings.docx", "en"))
    counters, counted = [0, 0], []
    for entry in root.iter(W + "p"):
        level = entry.find(f"{W}pPr/{W}numPr/{W}ilvl")
        style = entry.find(f"{W}pPr/{W}pStyle")
        if level is None or not style.get(W + "val").startswith("Heading"):
            continue
        depth = int(level.get(W + "val"))
        counters = [counters[0] + 1, 0] if depth == 0 else [counters[0], counters[1] + 1]
        text = "".join(node.text for node in entry.iter(W + "t"))
        counted.append(f"{'.'.join(map(str, counters[: depth + 1]))} {text}")

    listed = [
        line.split("] ", 1)[1]
        for line in outline(conference_document("proceedings.docx", "en")).splitlines()
        if line.startswith("[toc ") and line.split("] ", 1)[1][0].isdigit()
    ]

    assert counted == listed


def test_tables_and_figures_are_counted_by_sequence_fields_each_with_a_bookmark() -> None:
    root = xml(conference_document("proceedings.docx", "en"))
    captions = [
        entry
        for entry in root.iter(W + "p")
        if (style := entry.find(f"{W}pPr/{W}pStyle")) is not None and style.get(W + "val") == "Caption"
    ]
    marked = []
    for entry in captions:
        (name,) = [mark.get(W + "name") for mark in entry.iter(W + "bookmarkStart")]
        words = "".join(node.text for node in entry.iter(W + "t")).split(".")[0]
        (instruction,) = [node.text.split() for node in entry.iter(W + "instrText")]
        marked.append((words, instruction[1], name))

    for kind in ("Table", "Figure"):
        counted = [words for words, sequence, _name in marked if sequence == kind]
        assert counted == [f"{kind} {number}" for number in range(1, len(counted) + 1)]
        assert len(counted) > 1
    assert len({name for _words, _sequence, name in marked}) == len(marked)


@pytest.mark.parametrize(("language", "label"), [("sq", "Tabela 2"), ("en", "Table 2")])
def test_a_table_is_mentioned_by_a_field_that_leads_to_its_caption(language: str, label: str) -> None:
    root = xml(conference_document("proceedings.docx", language))
    (sentence,) = [entry for entry in root.iter(W + "p") if " REF _Ref_sectors \\h " in all_instructions(entry)]
    (mark,) = [entry for entry in root.iter(W + "bookmarkStart") if entry.get(W + "name") == "_Ref_sectors"]

    assert label in "".join(node.text for node in sentence.iter(W + "t"))
    assert label in "".join(node.text for node in mark.getparent().iter(W + "t"))


def all_instructions(entry: Any) -> list[str]:
    return [node.text for node in entry.iter(W + "instrText")]


def test_a_mention_of_what_the_volume_lacks_leaves_no_broken_field() -> None:
    paper = Paper(a_record().event, ENGLISH, STAMP, title="A volume")
    volume = Volume(paper, frozenset())
    before = paragraph(["See ", *volume.mention("later"), " and ", *volume.mention("never"), "."])
    later = volume.captioned("Later", (50.0,), head_row(["A"]), [Row(["b"])], name="later")
    paper.add(volume.contents(), before, later)

    root = xml(paper.data())

    assert [node.text.split()[:2] for node in root.iter(W + "instrText")] == [["REF", "_Ref_later"], ["SEQ", "Table"]]
    assert "See Table 1 and ." in ["".join(n.text for n in entry.iter(W + "t")) for entry in root.iter(W + "p")]


def test_a_footnote_says_whom_the_shares_are_of() -> None:
    notes = xml(conference_document("proceedings.docx", "en"), "word/footnotes.xml")

    said = ["".join(node.text for node in entry.iter(W + "t")).strip() for entry in notes.iter(W + "footnote")]

    assert said == ["", "", "All shares are of those who signed in on at least one day."]


@pytest.mark.parametrize(("language", "first"), [("sq", "Shoqëri civile 2 "), ("en", "Civil society 2 of 10, below")])
def test_the_alternative_text_of_a_picture_says_what_it_shows(language: str, first: str) -> None:
    root = xml(conference_document("proceedings.docx", language))
    figures, _ = participation_figures(a_conference(10)), Translator(language)

    said = [node.get("descr") for node in root.iter() if node.tag.endswith("}docPr")]

    assert said == [sectors_finding(figures, _), places_finding(figures, _)]
    assert first in said[0]


def languages(root: Any) -> dict[str, str]:
    """What is marked as words of another language, by its text."""
    marks = {run: run.find(f"{W}rPr/{W}lang") for run in root.iter(W + "r")}
    return {
        "".join(node.text or "" for node in run.iter(W + "t")): mark.get(W + "val")
        for run, mark in marks.items()
        if mark is not None
    }


def test_words_that_only_exist_in_the_other_language_say_so() -> None:
    event = replace(a_conference(3).event, title=Text(en="The Conference"), host=Text(sq="Zyra", en="The Office"))
    item = replace(an_item(attribution=Attribution.ROLE), title=Text(en="Opening words"))
    words = "“There is no shelter in the district.”"
    note = a_note(kind=NoteKind.QUOTE, text=words, quote_consent=True)
    record = a_record(
        event=event,
        agenda=an_agenda([item]),
        notes=(note,),
        proceedings=ProceedingsPlan(EVENT_ID, sections=(Section.IMPRINT, Section.SESSIONS)),
    )

    albanian = languages(xml(proceedings_docx(record, Translator("sq"), STAMP)))
    english = languages(xml(proceedings_docx(record, ENGLISH, STAMP)))

    assert set(albanian.values()) == {"en-GB"}
    assert {"The Conference", "Opening words", "1.1 Opening words"} <= set(albanian)
    assert [text for text in albanian if "no shelter" in text]
    assert "Zyra" not in albanian
    assert english == {}


def test_only_chosen_sections_are_printed() -> None:
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.LESSONS, Section.SUMMARY))

    found = lines(a_conference(3, proceedings=plan))

    assert [line for line in found if line.startswith("[Heading 1]")] == [
        "[Heading 1] Executive summary",
        "[Heading 1] Lessons learned",
    ]


def test_register_numbers_are_plain_where_the_register_is_left_out() -> None:
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.SUMMARY,))

    root = xml(proceedings_docx(a_conference(3, proceedings=plan), ENGLISH, STAMP))

    assert [link.get(W + "anchor") for link in root.iter(W + "hyperlink")] == ["_Toc000001"]


def test_part_without_anything_says_so() -> None:
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.EVALUATION,))

    assert lines(a_record(proceedings=plan))[-1] == "[Empty Note] Nothing has been written down for this part."


def test_what_a_person_wrote_comes_before_what_was_computed() -> None:
    texts = (SectionText(Section.NEXT_STEPS, Text(en="Thank you.\nUntil next year.")),)
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.NEXT_STEPS,), texts=texts)

    found = lines(a_record(proceedings=plan))

    start = found.index("[Heading 1] Closing and next steps")
    assert found[start + 1 : start + 4] == [
        "[Normal] Thank you.",
        "[Normal] Until next year.",
        "[Caption] Table 1. Days of the follow-up",
    ]


def session_lines(rule: Attribution, *, consent: bool) -> list[str]:
    note = a_note(
        kind=NoteKind.QUOTE,
        text="„Ne e njohim familjen.”",
        speaker="Emri",
        speaker_role="Punonjëse",
        quote_consent=consent,
    )
    record = a_record(
        agenda=an_agenda([an_item(attribution=rule)]),
        notes=(note,),
        proceedings=ProceedingsPlan(EVENT_ID, sections=(Section.SESSIONS,)),
    )
    return [line for line in lines(record) if line.startswith("[Quote")]


def test_exact_words_are_quoted_with_the_role_only_where_the_session_says_so() -> None:
    assert session_lines(Attribution.ROLE, consent=True) == [
        "[Quote] “Ne e njohim familjen.”",
        "[Quote Source] Punonjëse",
    ]


def test_nobody_is_named_under_the_chatham_house_rule() -> None:
    assert session_lines(Attribution.NOBODY, consent=True) == [
        "[Quote] “Ne e njohim familjen.”",
        "[Quote Source] a participant",
    ]


def test_exact_words_without_consent_are_left_out() -> None:
    assert session_lines(Attribution.NAMED, consent=False) == []


def test_commitment_without_owner_says_that_nobody_is_named() -> None:
    record = a_record(
        agenda=an_agenda([30]),
        notes=(a_note(kind=NoteKind.COMMITMENT, text="Mbledh grupin."),),
        proceedings=ProceedingsPlan(EVENT_ID, sections=(Section.COMMITMENTS,)),
    )

    assert "| C1 | Mbledh grupin. | nobody named yet | – | item-1 (en) |" in lines(record)


def test_list_names_who_agreed_and_counts_the_others() -> None:
    people = (
        a_participation("p1", name="Zyra Z", list_consent=Consent.YES),
        a_participation("p2", name="Zyra A", list_consent=Consent.YES),
        a_participation("p3", name="Zyra E heshtur", list_consent=Consent.NOT_ASKED),
    )
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.PARTICIPANT_LIST,))

    found = lines(a_record(participations=people, proceedings=plan))

    assert [line.split(" | ")[0] for line in found if line.startswith("| Zyra")] == ["| Zyra A", "| Zyra Z"]
    assert found[-1] == "[Detail] 1 other person took part and is not named here."


def test_sample_says_what_was_chosen_for_it() -> None:
    record = a_conference(3)
    real = replace(record, event=replace(record.event, is_sample=False))

    assert "[Normal] This is a sample. The data are an example." in lines(record)
    assert "[Normal] This is a sample. The data are an example." not in lines(real)


def test_bars_are_long_as_their_shares() -> None:
    root = xml(conference_document("proceedings.docx", "en"))
    bars = [
        entry.find(f"{W}pPr/{W}ind").get(W + "right")
        for entry in root.iter(W + "p")
        if entry.find(f"{W}pPr/{W}shd") is not None
    ]

    assert [round(int(right) / 1440 * 25.4, 1) for right in bars[:5]] == [0.0, 18.2, 18.2, 27.3, 27.3]


def test_the_harvest_is_printed_by_theme_where_there_are_themes() -> None:
    results = (
        a_note("one", kind=NoteKind.HARVEST, text="A shelter", round=1, table=2, theme_id="shelter"),
        a_note("two", kind=NoteKind.HARVEST, text="A telephone", round=1, table=1),
        a_note("line", kind=NoteKind.SYNTHESIS, text="Shelter in every district.", theme_id="shelter"),
    )
    theme = HarvestTheme("shelter", Text(sq="Strehimi", en="Shelter"), "item-1")
    record = a_record(items=[an_item(title="Café")], notes=results)
    by_round = lines(record)

    by_theme = lines(replace(record, proceedings=ProceedingsPlan(EVENT_ID, themes=(theme,))))

    start = next(number for number, line in enumerate(by_theme) if line.endswith("Shelter") and "3" in line)
    assert [line.split("] ")[-1].strip() for line in by_theme[start : start + 5]] == [
        "Shelter",
        "Shelter in every district.",
        "A shelter (round 1, table 2)",
        "Other results of the tables",
        "A telephone (round 1, table 1)",
    ]
    assert any("Harvest of round 1" in line for line in by_round)
    assert not any("Harvest of round 1" in line for line in by_theme)
