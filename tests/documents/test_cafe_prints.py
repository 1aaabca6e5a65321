"""Personal cards, host's sheets, question signs and harvest sheets; and everybody once per round on every one."""

from __future__ import annotations

import re
from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest

from facilitation.documents.cafe_questions_word import sign_size
from facilitation.documents.catalogue import CAFE_DOCUMENTS, EVERY_WORD_DOCUMENT
from facilitation.documents.word_styles import SIGN_SIZES
from facilitation.domain.agenda import Attribution
from facilitation.domain.cafe import Cafe, CafeRules, Round, Seating
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_cafe, a_guide, a_participation, a_record, a_sheet, an_agenda, an_item, some_steps
from tests.documents.cafe_reading import READERS, a_large_cafe, seats_of
from tests.documents.conference import SECRET
from tests.documents.reading import STAMP, W, all_text, outline, style_sizes, xml

ENGLISH = Translator("en")
CAFE_PRINTS = ("cafe-rosters.docx", "table-cards.docx", *CAFE_DOCUMENTS)


def printed(name: str, record: EventRecord, language: str = "en") -> bytes:
    return EVERY_WORD_DOCUMENT[name](record, Translator(language), STAMP)


def lines_of(name: str, record: EventRecord) -> list[str]:
    return outline(printed(name, record)).splitlines()


def a_small_record(*cafes: Cafe, **parts: Any) -> EventRecord:
    people = tuple(
        a_participation(name, name=name.title(), position="Specialiste", organisation="Bashkia")
        for name in ("ana", "beni", "dora", "goni")
    )
    return a_record(**({"agenda": an_agenda([60]), "participations": people, "cafes": cafes} | parts))


def seated(**fields: Any) -> Cafe:
    rounds = (Round((("ana", "dora"), ("beni", "goni"))), Round((("ana", "goni"), ("beni", "dora"))))
    seating = Seating(rounds, ("ana", "beni"), 7, (), 6, 4, 0, 1.0)
    return a_cafe(
        **({"questions": (Text(en="First?"), Text(en="Second?")), "table_count": 2, "seating": seating} | fields)
    )


@pytest.mark.parametrize("people", [3, 119, 300])
@pytest.mark.parametrize("paper", READERS)
def test_everybody_stands_exactly_once_per_round(paper: str, people: int) -> None:
    name, read = READERS[paper]
    record = a_large_cafe(people)

    found = list(read(printed(name, record)))

    assert len(found) == people * 4
    assert sorted(found) == sorted(seats_of(record))


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("name", CAFE_PRINTS)
@pytest.mark.parametrize(
    "record", [a_small_record(participations=()), a_small_record(a_cafe(questions=()), participations=())]
)
def test_without_people_or_groups_a_paper_says_so(record: EventRecord, name: str, language: str) -> None:
    data = printed(name, record, language)

    if record.cafes and name == "table-cards.docx":
        assert len(list(xml(data).iter(W + "tr"))) == 4
    else:
        assert outline(data).splitlines()[-1].startswith("[Empty Note] ")


@pytest.mark.parametrize("name", ["cafe-rosters.docx", "cafe-cards.docx", "cafe-hosts.docx"])
def test_papers_of_groups_say_how_the_groups_are_made(name: str) -> None:
    assert lines_of(name, a_small_record(a_cafe()))[-1] == (
        "[Empty Note] The groups have not been made yet. Make them on the screen “World café”, then print this again."
    )


@pytest.mark.parametrize("name", ["cafe-questions.docx", "cafe-harvest.docx"])
def test_papers_of_questions_say_when_there_is_none(name: str) -> None:
    assert lines_of(name, a_small_record(a_cafe(questions=())))[-1] == (
        "[Empty Note] The café has no question yet. Write one open question per round, then print this again."
    )


def test_cards_stand_by_name_with_office_table_and_question_of_every_round() -> None:
    found = [line for line in lines_of("cafe-cards.docx", a_small_record(seated())) if line.startswith("|")]

    head, titles = "Event (en)", "RoundTableQuestion"
    office = "Specialiste · Bashkia"
    assert found == [
        f"| {head} / Ana / {office} / Host of table 1 / {titles} / 11First? / 21Second? "
        f"| {head} / Beni / {office} / Host of table 2 / {titles} / 12First? / 22Second? |",
        f"| {head} / Dora / {office} / {titles} / 11First? / 22Second? "
        f"| {head} / Goni / {office} / {titles} / 12First? / 21Second? |",
    ]


def test_card_does_not_repeat_an_office_the_name_says() -> None:
    person = a_participation("ana", name="Specialiste, Bashkia Fier", position="Specialiste", organisation="Bashkia")

    found = lines_of("cafe-cards.docx", a_small_record(seated(), participations=(person,)))

    assert "Specialiste ·" not in "".join(found)


def test_card_of_somebody_away_in_a_round_has_a_dash() -> None:
    seating = Seating((Round((("ana", "dora"),)), Round((("ana",),))), ("ana",), 7, (), 1, 1, 0, 1.0)

    found = lines_of("cafe-cards.docx", a_small_record(seated(seating=seating)))

    assert found[-2].endswith("/ 11First? / 2–Second? |")


def test_somebody_who_left_the_list_has_no_card() -> None:
    record = a_small_record(seated(), participations=(a_participation("ana", name="Ana"),))

    assert "".join(lines_of("cafe-cards.docx", record)).count("Question") == 1


def test_many_rounds_stand_one_after_the_other_on_a_card() -> None:
    seating = Seating((Round((("ana",),)),) * 12, ("ana",), 7, (), 1, 1, 0, 1.0)

    (card,) = [line for line in lines_of("cafe-cards.docx", a_small_record(seated(seating=seating))) if "|" in line]

    assert card.startswith("| Event (en) / Ana / Specialiste · Bashkia / Host of table 1 / Round 1:\u00a01 · Round 2:")


def test_questions_share_the_room_of_a_card_and_are_cut_at_a_word() -> None:
    long = Text(en="What has to change in the joint work of our offices so that no case is lost " * 4)
    cafe = seated(questions=(long, Text(en="Second?")))

    (first, *_others) = [line for line in lines_of("cafe-cards.docx", a_small_record(cafe)) if line.startswith("|")]

    card = first.split(" | ")[0]
    assert re.search(r"/ 11What has to change in the joint work .* \u2026 / 21Second\?$", card)
    assert 120 < len(card.split(" / 11")[1]) < len(long.en)


def test_cards_have_a_fixed_height_to_cut_along() -> None:
    data = printed("cafe-cards.docx", a_large_cafe(119))
    rows = list(xml(data).iter(W + "trHeight"))

    assert len(rows) == 60
    assert {(row.get(W + "hRule"), row.get(W + "val")) for row in rows} == {("exact", "3810")}


def test_host_sheet_has_the_groups_with_the_host_first_and_their_questions() -> None:
    found = lines_of("cafe-hosts.docx", a_small_record(seated()))
    start = found.index("[Heading 1] Table 2")

    assert found[start : start + 8] == [
        "[Heading 1] Table 2",
        "[Detail] Host’s sheet · item-1 (en) · Monday, 17 May 2027",
        "[Lead] Host: Beni",
        "(table: Who comes in each round)",
        "| Round 1: First? |",
        "| Beni | Goni |",
        "| Round 2: Second? |",
        "| Beni | Dora |",
    ]


def test_table_left_empty_in_a_round_is_said_on_the_host_sheet() -> None:
    seating = Seating((Round((("ana", "dora"),)), Round(((),))), ("ana",), 7, (), 1, 1, 0, 1.0)

    assert "| Nobody sits at this table in this round. |" in lines_of(
        "cafe-hosts.docx", a_small_record(seated(seating=seating))
    )


def timing(record: EventRecord) -> list[str]:
    found = lines_of("cafe-hosts.docx", record)
    if "(table: Timing)" not in found:
        return []
    start = found.index("(table: Timing)") + 1
    return found[start : found.index("[Label] At the table")]


def test_timing_is_that_of_the_guide() -> None:
    record = a_small_record(seated(), guide=a_guide(a_sheet(steps=some_steps(10, 50))))

    assert timing(record) == [
        "| 09:00–09:10 | 10\u00a0min | Step 1 (en) |",
        "| 09:10–10:00 | 50\u00a0min | Step 2 (en) |",
    ]


def test_timing_without_a_guide_is_a_proposal_and_without_a_session_left_out() -> None:
    assert timing(a_small_record(seated())) == [
        "| 09:00–09:06 | 6\u00a0min | Welcome, etiquette, first question |",
        "| 09:06–09:27 | 21\u00a0min | Round 1 |",
        "| 09:27–09:48 | 21\u00a0min | Round 2 |",
        "| 09:48–10:00 | 12\u00a0min | Harvest in plenary |",
    ]
    assert timing(a_small_record(seated(), agenda=an_agenda([]))) == []


def test_every_round_has_a_sign_with_its_question() -> None:
    found = [line for line in lines_of("cafe-questions.docx", a_small_record(seated())) if line.startswith("|")]

    assert found == ["| item-1 (en) / Round 1 / First? |", "| item-1 (en) / Round 2 / Second? |"]


def test_question_without_words_has_no_sign() -> None:
    cafe = a_cafe(questions=(Text(), Text(en="Second?")))

    found = [line for line in lines_of("cafe-questions.docx", a_small_record(cafe)) if line.startswith("|")]

    assert found == ["| item-1 (en) / Round 2 / Second? |"]


def test_sign_is_as_large_as_its_question_allows() -> None:
    words = "Çfarë mund të bëjmë bashkë nesër, pa pritur askënd tjetër?"
    sizes = [sign_size(" ".join([words] * count)) for count in (1, 2, 4, 8, 16)]

    assert sign_size("Pse?") == SIGN_SIZES[0]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 5
    assert sign_size("x" * 40) < sign_size("x" * 10)


def test_sign_uses_the_style_of_its_size() -> None:
    data = printed("cafe-questions.docx", a_small_record(a_cafe(questions=(Text(en="Why?"),))))

    assert style_sizes(data)["Sign110"] == 110
    assert [mark.get(W + "val") for mark in xml(data).iter(W + "pStyle")].count("Sign110") == 1


def test_harvest_sheets_come_table_by_table_with_question_host_and_three_fields() -> None:
    item = an_item(attribution=Attribution.NOBODY)

    found = lines_of("cafe-harvest.docx", a_small_record(seated(), agenda=an_agenda([item])))

    headings = [line for line in found if line.startswith("[Heading")]
    assert headings == [f"[Heading 1] Table {table} · round {number}" for table in (1, 2) for number in (1, 2)]
    start = found.index(headings[3])
    sheet = [line for line in found[start:] if line != "|  |"]
    assert sheet == [
        headings[3],
        "[Detail] Harvest sheet · item-1 (en)",
        "[Question] Second?",
        "[Form Line] Host: Beni   How many at the table: ____",
        "[Form Line] Speakers may be shown: Nobody is named (Chatham House Rule)",
        "[Label] Main insights",
        "(table: Main insights)",
        "[Label] What surprised us",
        "(table: What surprised us)",
        "[Label] What to pass on to the next group",
        "(table: What to pass on to the next group)",
        "[Spacer]",
    ]
    assert found.count("|  |") == 4 * 21


def test_harvest_sheets_need_no_groups_and_leave_the_host_open() -> None:
    found = lines_of("cafe-harvest.docx", a_small_record(a_cafe(table_count=5)))

    assert len([line for line in found if line.startswith("[Heading 1]")]) == 5 * 3
    assert f"[Form Line] Host: {'_' * 30}   How many at the table: ____" in found


def test_harvest_sheets_are_for_tables_that_are_there_in_the_round() -> None:
    rules = CafeRules(round_sizes=((), (6, 6, 0, 6), (9, 9)))

    found = lines_of("cafe-harvest.docx", a_small_record(a_cafe(table_count=4, rules=rules)))

    assert len([line for line in found if line.startswith("[Heading 1]")]) == 4 + 3 + 2


def handed_over() -> Cafe:
    """The table 2 of the small café passes from Beni to Dora, and its tables have themes and languages."""
    rounds = (Round((("ana", "dora"), ("beni", "goni"))), Round((("ana", "goni"), ("dora", "beni"))))
    seating = Seating(
        rounds,
        ("ana", "beni"),
        7,
        (),
        6,
        4,
        0,
        1.0,
        table_languages=("", "sq"),
        round_host_ids=(("ana", "beni"), ("ana", "dora")),
    )
    return seated(seating=seating, rules=CafeRules(themes=("Housing", "Work")))


def test_host_sheet_names_the_host_of_each_round_with_theme_and_language() -> None:
    found = lines_of("cafe-hosts.docx", a_small_record(handed_over()))
    start = found.index("[Heading 1] Table 2")

    assert found[start + 2 : start + 9] == [
        "[Lead] Host: Beni (round 1), Dora (round 2)",
        "[Detail] Theme: Work · Language: Albanian",
        "(table: Who comes in each round)",
        "| Round 1: First? · Host: Beni |",
        "| Beni | Goni |",
        "| Round 2: Second? · Host: Dora |",
        "| Dora | Beni |",
    ]
    assert "[Detail] Theme: Housing" in found


def test_rosters_say_theme_and_language_beside_the_table_and_its_host_of_the_round() -> None:
    found = lines_of("cafe-rosters.docx", a_small_record(handed_over()))

    assert [line for line in found if line.startswith(("| 1 / Theme", "| 2 / Theme"))] == [
        "| 1 / Theme: Housing | Ana | Dora |  |",
        "| 2 / Theme: Work / Language: Albanian | Beni | Goni |  |",
        "| 1 / Theme: Housing | Ana | Goni |  |",
        "| 2 / Theme: Work / Language: Albanian | Dora | Beni |  |",
    ]


def test_card_says_in_which_rounds_its_holder_hosts() -> None:
    found = "".join(lines_of("cafe-cards.docx", a_small_record(handed_over())))

    assert "Ana / Specialiste · Bashkia / Host of table 1 / " in found
    assert "Dora / Specialiste · Bashkia / Host of table 2 (round 2) / " in found


def test_tents_signs_and_harvest_sheets_say_the_themes() -> None:
    record = a_small_record(handed_over())

    tents = [line for line in lines_of("table-cards.docx", record) if line.startswith("|")]
    signs = [line for line in lines_of("cafe-questions.docx", record) if line.startswith("|")]

    assert "2 / Theme: Work · Language: Albanian / Host: Beni (round 1), Dora (round 2)" in tents[1]
    assert signs[0] == "| item-1 (en) / Round 1 / First? / Table 1: Housing · Table 2: Work |"
    assert "[Detail] Harvest sheet · item-1 (en) · Theme: Work" in lines_of("cafe-harvest.docx", record)


def test_sign_leaves_room_for_many_themes() -> None:
    question = Text(en="What can we do together tomorrow, and who has to be asked first? " * 3)
    plain, full = (
        seated(questions=(question,), table_count=30, rules=CafeRules(themes=themes))
        for themes in ((), tuple(f"The theme of table {number} in all its length" for number in range(1, 31)))
    )

    small, large = (int(sign_styles(cafe)[0].removeprefix("Sign")) for cafe in (full, plain))

    assert small < large


def sign_styles(cafe: Cafe) -> list[str]:
    data = printed("cafe-questions.docx", a_small_record(cafe))
    styles = [str(mark.get(W + "val")) for mark in xml(data).iter(W + "pStyle")]
    return [style for style in styles if re.fullmatch(r"Sign\d+", style)]


@pytest.mark.parametrize("paper", READERS)
def test_everybody_stands_once_per_round_where_hosts_hand_over_and_tables_have_themes(paper: str) -> None:
    name, read = READERS[paper]
    record = a_large_cafe(119)
    (cafe,) = record.cafes
    assert cafe.seating
    rounds = tuple(
        Round(tuple((*table[number:], *table[:number]) for table in entry.tables))
        for number, entry in enumerate(cafe.seating.rounds)
    )
    hosts = tuple(tuple(table[0] for table in entry.tables) for entry in rounds)
    tables = len(rounds[0].tables)
    seating = replace(
        cafe.seating, rounds=rounds, hosts=hosts[0], round_host_ids=hosts, table_languages=("sq", "en") * tables
    )
    rules = CafeRules(themes=tuple(f"Theme {number}" for number in range(tables)))
    changed = replace(record, cafes=(replace(cafe, seating=seating, rules=rules),))

    assert sorted(read(printed(name, changed))) == sorted(seats_of(changed))


@pytest.mark.parametrize("name", CAFE_PRINTS)
def test_needs_consents_and_contacts_stay_out_of_the_prints(name: str) -> None:
    record = a_large_cafe(119)

    found = all_text(printed(name, record))

    assert [word for word in (SECRET, "@example.org", "+355", "no photo", "Consent") if word in found] == []


def test_prints_for_three_hundred_people_are_made_while_one_waits() -> None:
    record = a_large_cafe(300)
    for name in CAFE_PRINTS:
        printed(name, a_large_cafe(3))

    start = perf_counter()
    for name in CAFE_PRINTS:
        printed(name, record)

    assert perf_counter() - start < 5
