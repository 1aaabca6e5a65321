"""The facilitators' guide and the blank note form."""

from __future__ import annotations

from facilitation.documents.guide_word import guide_docx
from facilitation.documents.note_form_word import note_form_docx
from facilitation.domain.agenda import Attribution, ItemKind
from facilitation.domain.guide import GuideElement, GuideSheet, MaterialPer
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import (
    a_contributor,
    a_guide,
    a_material,
    a_record,
    a_sheet,
    a_text,
    an_agenda,
    an_event,
    an_item,
    some_participations,
    some_steps,
)
from tests.documents.reading import STAMP, outline

ENGLISH = Translator("en")


def guide_lines(*sheets: GuideSheet, item_minutes: int = 30) -> list[str]:
    item = an_item(minutes=item_minutes, room="Salla 1", facilitators=(a_contributor("Lehtësuesja"),))
    event, people = an_event(expected_people=10), some_participations(10)
    record = a_record(event=event, agenda=an_agenda([item]), guide=a_guide(*sheets), participations=people)
    return outline(guide_docx(record, ENGLISH, STAMP)).splitlines()


def test_sheet_has_timing_box_question_steps_and_plan_b() -> None:
    sheet = a_sheet(question=a_text("Why?"), output=a_text("Ideas"), plan_b=a_text("Cut"), steps=some_steps(10, 20))

    found = guide_lines(sheet)

    start = found.index("[Heading 1] item-1 (en)")
    assert found[start : start + 17] == [
        "[Heading 1] item-1 (en)",
        "[Detail] Monday, 17 May 2027 · Plenary",
        "(table: Time, room and people)",
        "| Start | End | Length | Room | Facilitation | Notes |",
        "| 09:00 | 09:30 | 30\u00a0min | Salla 1 | Lehtësuesja |  |",
        "[Question] Question: Why? (en)",
        "[Gap]",
        "(table: Steps)",
        "| Time | Length | Step | Words to say | Who |",
        "| 09:00–09:10 | 10\u00a0min | Step 1 (en) |  |  |",
        "| 09:10–09:30 | 20\u00a0min | Step 2 (en) |  |  |",
        "[Gap]",
        "(table: Result and plan B)",
        "| Output for the notes | Plan B: ten minutes late |",
        "| Ideas (en) | Cut (en) |",
        "--- new page ---",
        "[Heading 1] Materials for the whole event",
    ]


def test_steps_that_do_not_add_up_are_said() -> None:
    found = guide_lines(a_sheet(steps=some_steps(10, 10)))

    assert "[Detail] The steps take 20\u00a0min, the session has 30\u00a0min." in found


def test_materials_are_added_up_at_the_end() -> None:
    found = guide_lines(a_sheet(materials=(a_material("Pen", 1, MaterialPer.PARTICIPANT),)))

    assert found[-3:-1] == [
        "| Ready | Material | Quantity | Counted | Needed for |",
        "| ☐ | Pen (en) | 11 | per participant | item-1 (en) |",
    ]


def test_session_without_a_sheet_has_no_page() -> None:
    assert "[Heading 1] item-1 (en)" not in guide_lines()


def test_rules_for_the_whole_event_stand_inside() -> None:
    guide = a_guide(elements=(GuideElement(a_text("Rules"), Text(en="One.\nTwo.")),))
    record = a_record(event=an_event(objectives=["goal"]), guide=guide)

    found = outline(guide_docx(record, ENGLISH, STAMP)).splitlines()

    start = found.index("[Heading 1] What holds throughout")
    assert found[start + 1 : start + 7] == [
        "[Spacer]",
        "[Heading 2] What the event must reach",
        "[List Bullet] goal (en)",
        "[Heading 2] Rules (en)",
        "[Table Text] One.",
        "[Table Text] Two.",
    ]


def form_lines(*items: object) -> list[str]:
    record = a_record(agenda=an_agenda(list(items)), guide=a_guide(a_sheet(question=a_text("Why?"))))  # type: ignore[arg-type]
    return outline(note_form_docx(record, ENGLISH, STAMP)).splitlines()


def test_form_knows_its_session_and_the_rule_for_speakers() -> None:
    found = form_lines(an_item(attribution=Attribution.NOBODY, note_takers=(a_contributor("Mbajtësi"),)))

    assert [line for line in found if line.startswith(("[Heading 1]", "[Form Line]", "| Day", "| Note-taker"))] == [
        "[Heading 1] item-1 (en)",
        "| Day | Monday, 17 May 2027 | Planned | 09:00–09:30 |",
        "| Note-taker | Mbajtësi | Table or group |  |",
        "[Form Line] Question put to the group: Why? (en)",
        "[Form Line] Speakers may be shown: Nobody is named (Chatham House Rule)",
    ]


def test_form_has_the_fields_of_the_note_template() -> None:
    labels = [line.removeprefix("[Label] ") for line in form_lines(30) if line.startswith("[Label]")]

    assert labels == [
        "How many were present",
        "What was said",
        "What was said, continued",
        "Decisions",
        "Who does what by when",
        "Unclear, asked back",
        "Numbers of the photos of flipcharts",
    ]


def test_only_noted_sessions_get_a_form() -> None:
    lunch = an_item("lunch", kind=ItemKind.MEAL)

    headings = [line for line in form_lines(an_item("a"), lunch, an_item("b")) if line.startswith("[Heading 1]")]

    assert headings == ["[Heading 1] a (en)", "[Heading 1] b (en)"]


def test_event_without_sessions_gets_one_blank_form() -> None:
    assert [line for line in form_lines() if line.startswith("[Heading 1]")] == ["[Heading 1] Note form"]
