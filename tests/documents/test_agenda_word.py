"""The participants' agenda and the staff's running order."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

from facilitation.documents.agenda_word import agenda_docx
from facilitation.documents.running_order_word import running_order_docx
from facilitation.domain.agenda import AcceptedFinding, ItemKind
from facilitation.domain.finding import Severity, finding
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.planning.accepted import SettledFinding
from tests.builders import a_contributor, a_guide, a_material, a_record, a_sheet, an_agenda, an_event, an_item
from tests.documents.reading import STAMP, all_text, outline

ENGLISH = Translator("en")


def rows(data: bytes) -> list[str]:
    return [line for line in outline(data).splitlines() if line.startswith("|")]


def agenda_of(*items: Any, **parts: Any) -> bytes:
    return agenda_docx(a_record(agenda=an_agenda(list(items)), **parts), ENGLISH, STAMP)


def test_clock_times_follow_from_the_durations() -> None:
    assert rows(agenda_of(30, 45)) == [
        "| Time | Session | Who and where |",
        "| 09:00–09:30 | item-1 (en) |  |",
        "| 09:30–10:15 | item-2 (en) |  |",
    ]


def test_staff_items_are_not_for_participants() -> None:
    staff = an_item("debrief", kind=ItemKind.STAFF)

    assert rows(agenda_of(30, staff))[1:] == ["| 09:00–09:30 | item-1 (en) |  |"]


def test_speakers_facilitator_and_room_stand_beside_the_session() -> None:
    item = an_item(
        speakers=(a_contributor("Skuadra e Shkodrës"), a_contributor("Skuadra e Vlorës")),
        facilitators=(a_contributor("Lehtësuesja"),),
        note_takers=(a_contributor("Mbajtësi"),),
        room="Salla 1",
    )

    assert rows(agenda_of(item))[1] == (
        "| 09:00–09:30 | item-1 (en) | Skuadra e Shkodrës / Skuadra e Vlorës / Facilitation: Lehtësuesja / Salla 1 |"
    )


def test_parallel_sessions_say_that_they_run_together() -> None:
    first, second = an_item("a", parallel="x"), an_item("b", parallel="x")

    assert rows(agenda_of(first, second))[2] == "| 09:00–09:30 / at the same time | b (en) |  |"


def test_every_day_starts_a_page_with_its_own_head() -> None:
    record = a_record(event=an_event(day_count=2), agenda=an_agenda(days=[[30], [60]]))

    lines = outline(agenda_docx(record, ENGLISH, STAMP)).splitlines()

    assert [line for line in lines if line.startswith(("[Title]", "[Heading", "---"))] == [
        "[Title] Event (en)",
        "[Heading 1] Day 1 · Monday, 17 May 2027",
        "--- new page ---",
        "[Title] Event (en)",
        "[Heading 1] Day 2 · Tuesday, 18 May 2027",
    ]


def test_single_day_needs_no_number() -> None:
    assert "[Heading 1] Monday, 17 May 2027" in outline(agenda_of(30))


def test_summary_gives_way_when_the_day_is_full() -> None:
    summary = Text(en="What it is about, in a sentence that takes its room on the page. " * 2)
    few = [an_item(f"i{n}", summary=summary) for n in range(8)]
    many = [an_item(f"i{n}", summary=summary, minutes=15) for n in range(26)]

    assert "What it is about" in outline(agenda_of(*few))
    assert "What it is about" not in outline(agenda_of(*many))


def test_names_move_under_the_session_when_the_day_is_fuller_still() -> None:
    office = "Specialiste, Njësia e Mbrojtjes së Fëmijëve, Bashkia Shkodër"
    panels = [an_item(f"p{n}", room="Salla 1", speakers=(a_contributor(office),) * 4) for n in range(10)]

    found = rows(agenda_of(*panels))

    assert found[:2] == [
        "| Time | Session |",
        f"| 09:00–09:30 | p0 (en) · Salla 1 / {'; '.join([office] * 4)} |",
    ]


def test_last_speakers_are_counted_when_nothing_else_helps() -> None:
    office = "Specialiste, Njësia e Mbrojtjes së Fëmijëve, Bashkia Shkodër"
    panels = [an_item(f"p{n}", speakers=(a_contributor(office),) * 9) for n in range(14)]

    found = rows(agenda_of(*panels))[1]

    assert found == f"| 09:00–09:30 | p0 (en) / {office}; and 8 more |"


def test_agenda_without_sessions_says_so() -> None:
    assert "[Empty Note] No sessions have been planned yet." in outline(agenda_of())


def test_running_order_has_people_materials_and_internal_note() -> None:
    item = an_item(
        room="Salla 1",
        speakers=(a_contributor("Skuadra"),),
        facilitators=(a_contributor("Lehtësuesja"),),
        note_takers=(a_contributor("Mbajtësi"),),
        internal_note="Mikrofoni i dytë",
    )
    guide = a_guide(a_sheet(materials=(a_material("Pen"), a_material("Card"))))
    record = a_record(agenda=an_agenda([item]), guide=guide)

    assert rows(running_order_docx(record, ENGLISH, STAMP)) == [
        "| Time | Actual | Session | Room | People | Materials and internal note |",
        "| 09:00–09:30 / 30\u00a0min |  | item-1 (en) / Plenary | Salla 1 | Speakers: Skuadra "
        "/ Facilitation: Lehtësuesja / Notes: Mbajtësi | Pen (en), Card (en) / Mikrofoni i dytë |",
    ]


def test_running_order_shows_gaps_and_overlaps_in_minutes() -> None:
    late, early = an_item("late", pinned_start=time(9, 45)), an_item("early", pinned_start=time(10, 5))
    record = a_record(agenda=an_agenda([30, late, early]))

    found = rows(running_order_docx(record, ENGLISH, STAMP))

    assert [found[2], found[4]] == ["| Gap of 15\u00a0min before the next item |", "| Overlap of 10\u00a0min |"]


def test_running_order_keeps_staff_items() -> None:
    staff = an_item("debrief", kind=ItemKind.STAFF)

    data = running_order_docx(a_record(agenda=an_agenda([staff])), ENGLISH, STAMP)

    assert "debrief (en) / Staff only" in rows(data)[1]


def test_text_typed_in_one_language_stays_as_typed() -> None:
    item = replace(an_item(), title=Text(sq="Vetëm shqip"))

    assert rows(agenda_of(item))[1] == "| 09:00–09:30 | Vetëm shqip |  |"


def test_the_running_order_closes_with_the_accepted_remarks_and_their_reasons() -> None:
    record = a_record(event=an_event(), agenda=an_agenda([30]))
    remark = finding("no_evaluation", Severity.WARN)
    settled = (SettledFinding(remark, AcceptedFinding("no_evaluation", "", "Me telefon", "Koordinatore")),)

    with_remarks = all_text(running_order_docx(record, Translator("en"), STAMP, settled))

    assert "The agenda has no moment for evaluation." in with_remarks
    assert ("Me telefon" in with_remarks, "Koordinatore" in with_remarks) == (True, True)
    assert "Accepted remarks" not in all_text(running_order_docx(record, Translator("en"), STAMP))
