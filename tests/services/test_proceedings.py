"""Which sections go into the volume, in which order, under which titles; undo, and two people at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.proceedings import OWN_SECTIONS, USUAL_SECTIONS, Section
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput
from facilitation.services.application import Application
from tests.documents.reading import outline

SUMMARY, BACKGROUND, LESSONS = Section.SUMMARY, Section.BACKGROUND, Section.LESSONS


def sections(app: Application, event: Event) -> tuple[Section, ...]:
    return app.proceedings.get(event.id).sections


def headings(app: Application, event: Event) -> list[str]:
    found = outline(app.papers.make(event.id, "proceedings.docx", "en")).splitlines()
    return [line.removeprefix("[Heading 1] ") for line in found if line.startswith("[Heading 1]")]


def test_a_section_is_moved_and_undo_puts_it_back(app: Application, conference: Event) -> None:
    app.proceedings.move(conference.id, BACKGROUND, -1)
    assert sections(app, conference).index(BACKGROUND) < sections(app, conference).index(SUMMARY)
    assert headings(app, conference)[2:4] == ["Background, objectives and methodology", "Executive summary"]

    app.history.undo(conference.id, "proceedings")

    assert sections(app, conference) == USUAL_SECTIONS


def test_two_who_move_different_sections_keep_both(app: Application, conference: Event) -> None:
    app.proceedings.move(conference.id, BACKGROUND, -1)
    app.proceedings.move(conference.id, Section.NEXT_STEPS, -1)

    found = sections(app, conference)

    assert found.index(BACKGROUND) < found.index(SUMMARY)
    assert found.index(Section.NEXT_STEPS) < found.index(LESSONS)


def test_a_move_that_leads_nowhere_is_no_change(app: Application, conference: Event) -> None:
    before = app.proceedings.get(conference.id)

    app.proceedings.move(conference.id, Section.IMPRINT, -1)
    app.proceedings.move(conference.id, Section.PARTICIPANT_LIST, -1)

    assert app.proceedings.get(conference.id) == before


def test_a_section_taken_out_and_in_again_keeps_the_order_of_the_others(app: Application, conference: Event) -> None:
    app.proceedings.move(conference.id, BACKGROUND, -1)
    app.proceedings.include(conference.id, LESSONS, is_in=False)
    assert LESSONS not in sections(app, conference)

    app.proceedings.include(conference.id, LESSONS, is_in=True)
    found = sections(app, conference)
    assert found.index(LESSONS) == found.index(Section.EVALUATION) + 1
    assert found.index(BACKGROUND) < found.index(SUMMARY)

    app.proceedings.usual_order(conference.id)
    assert sections(app, conference) == USUAL_SECTIONS


def test_sections_of_ones_own_stand_under_their_titles_and_there_are_three(app: Application, conference: Event) -> None:
    added = [app.proceedings.add_own(conference.id) for _section in OWN_SECTIONS]
    assert tuple(added) == OWN_SECTIONS
    with pytest.raises(InvalidInput, match="room for"):
        app.proceedings.add_own(conference.id)

    app.proceedings.name(conference.id, Section.OWN_1, Text(), Text(sq="Fjala e ministres", en="Words of the minister"))
    app.proceedings.write(conference.id, Section.OWN_1, Text(), Text(en="Welcome."))

    assert "Words of the minister" in headings(app, conference)
    assert {gap.what for gap in app.proceedings.outline(conference.id)[1] if gap.section is Section.OWN_2} == {
        "own_without_title",
        "own_without_text",
    }
    app.proceedings.name(conference.id, Section.OWN_1, Text(sq="Fjala e ministres", en="Words of the minister"), Text())
    assert app.proceedings.get(conference.id).parts == ()


def test_two_who_give_the_same_section_another_title_see_both(app: Application, conference: Event) -> None:
    section = app.proceedings.add_own(conference.id)
    app.proceedings.name(conference.id, section, Text(), Text(en="Hers"))

    with pytest.raises(ChangedElsewhere) as clash:
        app.proceedings.name(conference.id, section, Text(), Text(en="His"))

    assert (clash.value.mine, clash.value.theirs) == ("His", "Hers")
    app.proceedings.name(conference.id, section, Text(), Text(sq="E tij"))
    assert app.proceedings.get(conference.id).title(section) == Text(sq="E tij", en="Hers")


def test_two_who_change_the_order_as_a_whole_see_both(app: Application, conference: Event) -> None:
    seen = app.proceedings.get(conference.id)
    app.proceedings.move(conference.id, BACKGROUND, -1)

    with pytest.raises(ChangedElsewhere):
        app.proceedings.edit(seen, replace(seen, sections=(LESSONS, SUMMARY)))


def test_a_name_in_a_title_of_ones_own_waits_for_the_anonymity_check(app: Application, conference: Event) -> None:
    section = app.proceedings.add_own(conference.id)
    app.proceedings.name(conference.id, section, Text(), Text(en="Thanks to Mirela Kashtori"))

    assert app.papers.withheld(conference.id) == "proceedings.docx"
    (place,) = app.anonymity.places(conference.id)
    assert place.exposure.place == "volume:own_1:en"


def test_the_library_explains_short_forms_the_notes_use(app: Application, conference: Event) -> None:
    item = next(item for _day, item in app.agendas.get(conference.id).items())
    for words in ("Zyra e UNHCR u përgjigj.", "Me UNHCR-në dhe XYZ.", "XYZ u largua."):
        app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, words)

    content, missing = app.proceedings.outline(conference.id)
    lines = outline(app.papers.make(conference.id, "proceedings.docx", "en")).splitlines()

    assert {use.short: bool(use.meaning) for use in content.acronyms} == {"UNHCR": True, "XYZ": False}
    assert ("acronyms_unexplained", 1) in [(gap.what, gap.count) for gap in missing]
    assert "| UNHCR | United Nations High Commissioner for Refugees |" in lines
    assert not any(line.startswith("| XYZ") for line in lines)
