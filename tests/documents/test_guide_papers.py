"""What is printed from the guide besides it: one guide per facilitator, the run of show, pocket cards, the training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from facilitation.documents.facilitator_guides_word import facilitator_guide_docx, facilitator_guides_docx
from facilitation.documents.guide_word import guide_docx
from facilitation.documents.pocket_cards_word import pocket_cards_docx
from facilitation.documents.room_plan_picture import plan_size, room_plan_png
from facilitation.documents.run_of_show_word import run_of_show_docx
from facilitation.documents.training_plan_word import training_plan_docx
from facilitation.documents.word_styles import Stamp
from facilitation.domain.agenda import Layout
from facilitation.domain.guide import GuideSheet
from facilitation.domain.print_look import PrintLook
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.room_words import room_plan_sentence
from facilitation.i18n.translator import Translator
from facilitation.library.loader import load_library
from facilitation.planning.agenda_under_check import under_check
from facilitation.planning.hardest_steps import hardest_steps
from facilitation.planning.room_plan import room_plan
from facilitation.planning.training_plan import TRAINING, training_of
from facilitation.settings import ROOT
from tests.builders import (
    a_contributor,
    a_guide,
    a_record,
    a_sheet,
    a_text,
    an_agenda,
    an_event,
    an_item,
    some_steps,
)
from tests.documents.conference import a_conference
from tests.documents.reading import LANGUAGES, STAMP, W, outline, parts, xml
from tests.programs import sdk_answer

ENGLISH = Translator("en")
LARGE, LOW_INK = replace(STAMP, look=PrintLook(is_large=True)), replace(STAMP, look=PrintLook(is_low_ink=True))
LOOKS = {"usual": STAMP, "large": LARGE, "low ink": LOW_INK}
ANA, BEN = a_contributor("Lehtësuese, Bashkia Berat"), a_contributor("Lehtësues, Bashkia Fier")
Make = Callable[[EventRecord, Translator, Stamp], bytes]


@cache
def training() -> EventRecord:
    library = load_library(ROOT / "agendas")
    return training_of(a_conference(10), library.instruments[TRAINING], library.methods)


def training_plan(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    return training_plan_docx(record, _, stamp, training(), hardest_steps(under_check(record)))


def guide_of_the_first(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    return facilitator_guide_docx(record, _, stamp, ANA.identity)


PAPERS: dict[str, Make] = {
    "guide": guide_docx,
    "facilitator": guide_of_the_first,
    "facilitators": facilitator_guides_docx,
    "run of show": run_of_show_docx,
    "pocket cards": pocket_cards_docx,
    "training plan": training_plan,
}


def two_sessions(**sheet: object) -> EventRecord:
    items = [
        an_item("a", minutes=20, title="Opening"),
        an_item("b", room="Salla 1", facilitators=(ANA, BEN), internal_note="Bring the key."),
        an_item("c", minutes=10, title="Close", facilitators=(BEN,)),
    ]
    page = a_sheet("b", question=a_text("Why?"), plan_b=a_text("Cut"), steps=some_steps(10, 20), **sheet)
    return a_record(event=an_event(expected_people=24), agenda=an_agenda(items), guide=a_guide(page))


def lines(make: Make, record: EventRecord, stamp: Stamp = STAMP, language: str = "en") -> list[str]:
    return outline(make(record, Translator(language), stamp)).splitlines()


def alt_texts(data: bytes) -> list[str]:
    return [entry.get("descr") for entry in xml(data).iter("{*}docPr")]


@pytest.mark.parametrize("name", PAPERS)
def test_paper_is_made_of_nothing_of_little_and_of_very_long_texts_in_every_look(name: str) -> None:
    long = a_text("Fjalëshumë " * 300)
    sheets = [replace(a_sheet("b"), purpose=long, question=long, room_setup=long, plan_b=long, layout=Layout.CAFE)]
    huge = replace(two_sessions(), guide=a_guide(*sheets))
    for record in (a_record(), two_sessions(), huge):
        for place, stamp in enumerate(LOOKS.values()):
            assert "[" in "".join(lines(PAPERS[name], record, stamp, LANGUAGES[place % 2]))


def test_word_accepts_the_papers_of_the_guide_in_large_print(tmp_path: Path) -> None:
    record = a_conference(10)
    drawn = (replace(sheet, layout=list(Layout)[place % 6]) for place, sheet in enumerate(record.guide.sheets))
    record = replace(record, guide=replace(record.guide, sheets=tuple(drawn)))
    made = {
        name: PAPERS[name](record, Translator("sq"), LARGE) for name in ("facilitators", "run of show", "pocket cards")
    }
    made["training plan"] = training_plan(record, Translator("sq"), STAMP)

    answers = {name: _validated(tmp_path / f"{name}.docx", data) for name, data in made.items()}

    assert answers == dict.fromkeys(made, (True, []))


def _validated(file: Path, data: bytes) -> tuple[bool, list[object]]:
    file.write_bytes(data)
    return sdk_answer(file)


def test_a_room_is_drawn_beside_its_facts_and_told_in_words() -> None:
    record = two_sessions(layout=Layout.U_SHAPE, purpose=a_text("Goal"))
    data = guide_docx(record, ENGLISH, STAMP)

    assert alt_texts(data) == ["U shape · 24 seats: screen at the open end, flipchart beside it, door at the back"]
    assert "| Purpose: Goal (en) | Internal note: Bring the key. | U shape · 24 seats |" in outline(data)
    assert [part for part in parts(data) if part.startswith("word/media/")] == ["word/media/picture1.png"]


def test_what_does_not_fit_beside_the_drawing_stands_below_it() -> None:
    record = two_sessions(layout=Layout.CIRCLE, purpose=a_text("Long " * 500), roles=a_text("Short"))

    found = lines(guide_docx, record)

    beside, below = found.index("(table: About the session and its room)"), found.index("(table: About the session)")
    assert "Roles: Short (en)" in found[beside + 1]
    assert found[below + 1].startswith("| Purpose | Long Long")


def test_a_drawing_gives_way_before_its_page_overflows() -> None:
    steps = tuple(replace(step, words=a_text("Say it " * 24)) for step in some_steps(*[3] * 8))

    def size(record: EventRecord) -> int:
        data = guide_docx(record, ENGLISH, STAMP)
        return max(int(extent.get("cy")) for extent in xml(data).iter("{*}extent"))

    roomy = two_sessions(layout=Layout.CAFE)
    full = replace(roomy, guide=a_guide(replace(roomy.guide.sheet("b"), steps=steps)))
    assert size(roomy) / 36_000 == pytest.approx(38, abs=0.5)
    assert size(full) / 36_000 == pytest.approx(24, abs=0.5)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", Layout)
def test_a_drawing_is_grey_sharp_and_in_the_proportions_of_its_room(layout: Layout, language: str) -> None:
    plan = room_plan(layout, 24)

    png = room_plan_png(plan, language, 86, 38, is_low_ink=False)
    low_ink = room_plan_png(plan, language, 86, 38, is_low_ink=True)

    picture, spared = (Image.open(BytesIO(data)).convert("L") for data in (png, low_ink))
    width, height = plan_size(plan, 86, 38)
    assert (width <= 86.01, height <= 38.01) == (True, True)
    assert picture.size[0] == pytest.approx(width / 25.4 * 200, abs=2)
    assert sum(spared.histogram()[:200]) < sum(picture.histogram()[:200])
    assert len(room_plan_sentence(plan, Translator(language))) > 30


def test_one_facilitator_gets_the_own_sessions_with_what_lies_around_them() -> None:
    found = lines(guide_of_the_first, two_sessions())

    assert "[Cover Kind] Lehtësuese, Bashkia Berat" in found
    assert "[Cover Line] 1 session, 1 of them as lead" in found
    assert "| 09:20–09:50 | ● you lead | b (en) | Salla 1 |" in found
    assert "| 09:00–09:20 |  | Opening (en) |  |" in found
    around = (
        "[Table Text] Before you: 09:00–09:20 Opening (en)   ·   After you: 09:50–10:00 Close (en)   ·   "
        "You lead with: Lehtësues, Bashkia Fier"
    )
    assert around in found
    assert "[Heading 1] Close (en)" not in found


def test_who_leads_nothing_gets_a_sentence() -> None:
    sentence = "[Empty Note] This person leads no session. The agenda says who leads what."

    assert sentence in outline(facilitator_guide_docx(two_sessions(), ENGLISH, STAMP, "nobody")).splitlines()
    assert sentence in lines(facilitator_guides_docx, a_record())


def test_the_guides_of_all_begin_on_right_hand_pages() -> None:
    data = facilitator_guides_docx(two_sessions(), ENGLISH, STAMP)
    starts = [section.find(W + "type").get(W + "val") for section in xml(data).iter(W + "sectPr")]

    covers = [line for line in outline(data).splitlines() if line.startswith("[Cover Kind] Leht")]
    assert covers == ["[Cover Kind] Lehtësuese, Bashkia Berat", "[Cover Kind] Lehtësues, Bashkia Fier"]
    assert starts == ["nextPage", "oddPage"]


def test_run_of_show_has_a_row_for_every_cue_with_what_the_team_sees_to() -> None:
    record = two_sessions(equipment=a_text("Sound"), interpretation=a_text("Booth"), logistics=a_text("Water"))

    found = lines(run_of_show_docx, record)

    start = found.index("(table: Run of show of day 1)")
    assert found[start + 1 : start + 7] == [
        "| Time | Min. | What happens | Room | Lead | Equipment | Interpretation | Logistics | Ready |",
        "| 09:00 | 20 | Opening (en) / Plenary |  |  |  |  |  | ☐ |",
        "| 09:20 | 30 | b (en) / Plenary / Bring the key. | Salla 1 | Lehtësuese, Bashkia Berat; "
        "Lehtësues, Bashkia Fier | Sound (en) | Booth (en) | Water (en) | ☐ |",
        "|  | 10 | Step 1 (en) | Salla 1 |  |  |  |  | ☐ |",
        "| 09:30 | 20 | Step 2 (en) | Salla 1 |  |  |  |  | ☐ |",
        "| 09:50 | 10 | Close (en) / Plenary |  | Lehtësues, Bashkia Fier |  |  |  | ☐ |",
    ]


def test_large_print_has_fewer_columns_and_the_same_words() -> None:
    record = two_sessions(equipment=a_text("Sound"), layout=Layout.CIRCLE)

    guide, show = lines(guide_docx, record, LARGE), lines(run_of_show_docx, record, LARGE)

    assert "| Time | Step | Words to say |" in guide
    assert "| Time | Session | People |" in guide
    assert "| Time | Room | People |" in guide
    assert "| Time | What happens | Behind the scenes | Ready |" in show
    assert any("Equipment: Sound (en)" in line for line in show)


def test_pocket_card_has_time_question_steps_and_plan_b() -> None:
    found = lines(pocket_cards_docx, two_sessions())

    card = next(line for line in found if line.startswith("| 09:20"))
    for words in ("09:20–09:50 · 30\u00a0min", "b (en)", "Salla 1", "Why? (en)", "Plan B: Cut (en)", "version 3"):
        assert words in card
    assert "09:2010\u00a0minStep 1 (en)" in card


def test_four_cards_share_a_page_and_two_in_large_print() -> None:
    sheets = [a_sheet(f"item-{number}", steps=some_steps(30)) for number in range(1, 6)]
    record = a_record(agenda=an_agenda([30] * 5), guide=a_guide(*sheets))

    def shape(stamp: Stamp) -> list[int]:
        return [len(row.findall(W + "tc")) for row in xml(pocket_cards_docx(record, ENGLISH, stamp)).iter(W + "tr")]

    assert (shape(STAMP), shape(LARGE)) == ([2, 2, 2], [1] * 5)


def test_a_card_with_too_many_steps_says_how_many_are_left() -> None:
    steps = tuple(
        replace(step, what=Text(en="A step of several words that goes on " * 9)) for step in some_steps(*[1] * 60)
    )
    record = a_record(agenda=an_agenda([60]), guide=a_guide(a_sheet(steps=steps)))

    (card,) = [line for line in lines(pocket_cards_docx, record) if line.startswith("| 09:00")]

    shown = card.count("1\u00a0min")
    assert 15 < shown < 40
    assert f"and {60 - shown} more" in card


def test_training_plan_adds_up_and_has_the_two_hardest_steps_in_it() -> None:
    record = a_conference(10)

    found = lines(training_plan, record)

    assert "| Total | 180\u00a0min |  |  |" in found
    start = found.index("[Heading 1] The two hardest steps")
    practised = [line for line in found[start:] if line.startswith("[Heading 2]")]
    assert len(practised) == len(hardest_steps(under_check(record))) > 0
    assert any(line.startswith("| Why this step | ") for line in found)
    assert any(line.startswith("[Heading 1] Practice of the two hardest steps") for line in found)


def test_training_plan_names_the_team_and_who_was_trained() -> None:
    record = two_sessions()
    guide = replace(record.guide, trained=(ANA.identity,))

    found = lines(training_plan, replace(record, guide=guide))

    assert "| ☐ | Lehtësuese, Bashkia Berat | b (en) | ☒ |" in found
    assert "| ☐ | Lehtësues, Bashkia Fier | b (en); Close (en) | ☐ |" in found


def test_training_plan_without_a_plan_in_the_library_says_so() -> None:
    found = outline(training_plan_docx(two_sessions(), ENGLISH, replace(STAMP, printed_on=date(2027, 1, 1))))

    assert "[Empty Note] The library has no plan for the training of facilitators." in found


def test_only_what_is_written_makes_a_page() -> None:
    record = two_sessions()

    assert record.guide.sheet("a") == GuideSheet("a")
    assert "[Heading 1] Opening (en)" not in lines(guide_docx, record)
