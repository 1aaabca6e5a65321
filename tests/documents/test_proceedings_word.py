"""The written volume."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from benchmarks.proceedings import noise_png
from facilitation.documents.participation_pictures import places_finding, sectors_finding
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.proceedings_word import proceedings_docx
from facilitation.documents.word_fields import bookmarked
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Row, head_row, heading, paragraph, run
from facilitation.domain.agenda import Attribution, ItemKind
from facilitation.domain.attachment import Attachment
from facilitation.domain.consultation import Answer, Question, QuestionKind
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent
from facilitation.domain.photo import PeopleShown, Photo
from facilitation.domain.proceedings import VOLUME, HarvestTheme, ProceedingsPlan, Section, SectionText, VolumePart
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.planning.participation_figures import participation_figures
from tests.builders import EVENT_ID, a_note, a_participation, a_record, a_text, an_agenda, an_item
from tests.consultations import a_consulted_conference, a_questionnaire, a_reply
from tests.documents.conference import a_conference
from tests.documents.reading import STAMP, W, conference_document, outline, xml

ENGLISH = Translator("en")
PNG = noise_png(1)


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
    assert entries[:4] == [
        ("_Toc000001", "Imprint and acknowledgements"),
        ("_Toc000002", "Acronyms and abbreviations"),
        ("_Toc000003", "1 Executive summary"),
        ("_Toc000004", "2 Background, objectives and methodology"),
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


def test_only_chosen_sections_are_printed_in_the_order_they_were_put_in() -> None:
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.PARTICIPANT_LIST, Section.LESSONS, Section.SUMMARY))

    found = lines(a_conference(3, proceedings=plan))

    assert [line for line in found if line.startswith("[Heading 1]")] == [
        "[Heading 1] Lessons learned",
        "[Heading 1] Executive summary",
        "[Heading 1] Annex A. List of participants",
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


def test_commitments_say_who_what_when_and_how_far_they_are() -> None:
    promise = NoteKind.COMMITMENT
    record = a_record(
        agenda=an_agenda([30]),
        notes=(
            a_note("1", kind=promise, text="Mbledh grupin."),
            a_note("2", kind=promise, text="Shkruan.", owner="Bashkia", due_on=date(2027, 3, 1)),
            a_note("3", kind=promise, text="Numëron.", owner="Zyra", due_on=date(2027, 3, 1), done_on=date(2027, 2, 9)),
        ),
        proceedings=ProceedingsPlan(EVENT_ID, sections=(Section.COMMITMENTS,)),
    )

    assert [line for line in lines(record) if line.startswith("| C")] == [
        "| C1 | nobody named yet | Mbledh grupin. / item-1 (en) | – | not kept yet |",
        "| C2 | Bashkia | Shkruan. / item-1 (en) | 1 March 2027 | overdue |",
        "| C3 | Zyra | Numëron. / item-1 (en) | 1 March 2027 | kept on 9 February 2027 |",
    ]


def test_recommendations_stand_under_their_addressees_and_those_to_nobody_last() -> None:
    asked = ("", "Ministria", "Çerdhja", "ministria ", "Bashkia")
    notes = tuple(
        a_note(str(number), kind=NoteKind.RECOMMENDATION, text=f"Text {number}", owner=owner, position=number)
        for number, owner in enumerate(asked, start=1)
    )
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.RECOMMENDATIONS,))

    found = lines(a_record(agenda=an_agenda([30]), notes=notes, proceedings=plan))

    start = found.index("| No. | Recommendation | By when | Session |")
    assert [line.split(" | ")[0].strip("| ") for line in found[start + 1 : -1]] == [
        *("Bashkia", "R5", "Çerdhja", "R3", "Ministria", "R2", "R4", "To whom: nobody was named", "R1"),
    ]


def test_a_section_of_ones_own_stands_under_its_title() -> None:
    plan = ProceedingsPlan(
        EVENT_ID,
        (Section.OWN_2, Section.LESSONS),
        (SectionText(Section.OWN_2, Text(sq="Mirë se erdhët.")),),
        parts=(VolumePart(VOLUME, "own_2", Text(sq="Fjala e ministres")),),
    )

    found = lines(a_record(proceedings=plan))

    assert found[found.index("[Heading 1] Fjala e ministres") + 1] == "[Normal] Mirë se erdhët."


def test_the_thread_is_an_annex_with_captions_and_the_contents_list_its_parts() -> None:
    record = a_consulted_conference(30)
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.BACKGROUND, Section.THREAD))

    found = lines(replace(record, proceedings=plan))

    assert "[Heading 1] Annex A. From the consultation to the commitments" in found
    assert "[toc 2] Where the thread breaks" in found
    assert "[Caption] Table 3. Themes behind the objectives" in found
    assert "[Normal] 30 people were asked before the event, 15 answered (50%)." in found
    assert "| Shelter | 15 | Share good local practice. | Panel 1: Prevention – local good practice" in "\n".join(found)


def test_the_evaluation_has_means_bars_and_words_that_may_be_quoted() -> None:
    scale = Question("s", a_text("Clear"), QuestionKind.SCALE, choices=(a_text("no"), a_text("yes")))
    other = replace(scale, id="t", text=a_text("Useful"))
    spoken = Question("o", a_text("What was missing?"))
    numbers = (5,) * 9 + (4,) * 6 + (1,)
    replies = tuple(
        a_reply(
            number,
            given_at=datetime(2027, 5, 20),
            answers=(Answer("s", number=point), Answer("t", number=5), Answer("o", text="Time", quote="Time")),
            quote_consent=Consent.YES if number == 3 else Consent.NO,
        )
        for number, point in enumerate(numbers)
    )
    asked = a_questionnaire(questions=(scale, other, spoken), themes=())
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.EVALUATION,))

    found = lines(a_record(questionnaires=(asked,), replies=replies, proceedings=plan))

    assert "[Normal] 16 forms came back." in found
    assert "[Normal] Rated highest: “Useful (en)” (5.0); lowest: “Clear (en)” (4.4)." in found
    assert any(line.startswith("| 5 – yes (en) | 9 | 56% |") for line in found)
    assert "| 4 | * | * |  |" in found
    assert found[-4:] == [
        "[Heading 2] What was missing? (en)",
        "[Detail] Answers: 16",
        "[Quote] “Time”",
        "[Quote Source] Civil society",
    ]


def test_photos_stand_two_on_a_page_with_caption_and_words_for_the_blind() -> None:
    def photo(number: int, item_id: str, **fields: object) -> Photo:
        facts = ("event-1", "photo", item_id, f"{number}.png", "image/png", 9, datetime(2027, 5, 20), "x")
        return Photo(Attachment(str(number), *facts), item_id, **{"people": PeopleShown.NOBODY, "data": PNG} | fields)  # type: ignore[arg-type]

    photos = (
        photo(1, "item-1", caption=Text(sq="Ura", en="The bridge"), round=1, table=4),
        photo(2, "item-1"),
        photo(3, "item-1", people=PeopleShown.KEPT_BACK),
        photo(4, "gone"),
        photo(5, "staff"),
    )
    items = [an_item(), an_item("staff", kind=ItemKind.STAFF)]
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.PHOTOS,))
    data = proceedings_docx(a_record(items=items, photos=photos, proceedings=plan), ENGLISH, STAMP)

    found = outline(data).splitlines()
    captions = [line for line in found if line.startswith("[Caption]")]
    assert captions == [
        "[Caption] Photo 1. The bridge – item-1 (en), round 1, table 4",
        "[Caption] Photo 2. item-1 (en)",
        "[Caption] Photo 3.",
    ]
    assert found[found.index(captions[2]) - 1] == "--- new page ---"
    assert [entry.get("descr") for entry in xml(data).iter() if entry.tag.endswith("}docPr")] == [
        "Photo of a flipchart: The bridge – item-1 (en), round 1, table 4",
        "Photo of a flipchart: item-1 (en)",
        "Photo of a flipchart",
    ]
    with ZipFile(BytesIO(data)) as package:
        (picture,) = [entry for entry in package.infolist() if entry.filename.startswith("word/media/")]
    assert (picture.compress_type, picture.file_size) == (ZIP_STORED, len(PNG))


def test_no_heading_of_an_empty_event_stands_without_a_word_under_it() -> None:
    for language in ("sq", "en"):
        found = outline(proceedings_docx(a_record(), Translator(language), STAMP)).splitlines()
        pairs = pairwise(line for line in found if not line.startswith("---"))
        assert [
            first for first, second in pairs if first.startswith("[Heading 1]") and second.startswith("[Head")
        ] == []
        assert "[Normal]" not in found


def test_what_is_written_early_is_the_same_as_what_is_written_at_the_end() -> None:
    blocks = [paragraph(f"Line {number} & <more>", "List Bullet") for number in range(450)]
    marked = [heading(bookmarked([run("Here")], f"place-{number}")) for number in range(3)]

    def made(*, early: bool) -> str:
        paper = Paper(a_record().event, ENGLISH, STAMP, title="Paper")
        paper.add(paper.held([*blocks, *marked]) if early else [*blocks, *marked], marked[:0])
        return etree.tostring(xml(paper.data())).decode()

    assert made(early=True) == made(early=False)
    assert made(early=True).count("bookmarkStart") == 3


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
