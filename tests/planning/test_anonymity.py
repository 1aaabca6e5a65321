"""What the volume may not tell is found in all its texts, and what was decided is done in every one of them."""

from __future__ import annotations

from dataclasses import replace

from facilitation.domain.agenda import Attribution
from facilitation.domain.person import Consent
from facilitation.domain.proceedings import CheckAnswer, HarvestTheme, ProceedingsPlan, Remedy, Section, SectionText
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.anonymity import anonymous, exposures, open_exposures
from tests.builders import EVENT_ID, a_note, a_participation, a_record, an_event, an_item

AGIM = "Agim Lisharta"


def a_telling_record(rule: Attribution = Attribution.ROLE, consent: Consent = Consent.NOT_ASKED) -> EventRecord:
    part = a_participation("participation-1", list_consent=consent)
    return a_record(
        items=[an_item("item-1", attribution=rule)],
        event=an_event(about=Text(sq="Na shkroi Agimi.", en="")),
        participations=(replace(part, person=replace(part.person, name=AGIM)),),
        notes=(
            a_note("note-1", text="Sipas Agim Lishartës mungon transporti. Agimi foli dy herë."),
            a_note("note-2", text="Raporti u miratua.", position=1),
        ),
        proceedings=ProceedingsPlan(
            EVENT_ID, texts=(SectionText(Section.SUMMARY, Text(sq="Shkruani te x.y@example.org", en="Fine")),)
        ),
    )


def answered(record: EventRecord, *answers: CheckAnswer) -> EventRecord:
    return replace(record, proceedings=replace(record.proceedings, answers=answers))


def test_every_text_of_the_volume_is_looked_at() -> None:
    found = [(entry.place, entry.kind, entry.words) for entry in exposures(a_telling_record())]

    assert found == [
        ("section:summary:sq", "email", "x.y@example.org"),
        ("event:about:sq", "name", "Agimi"),
        ("note:note-1:text", "name", "Agim Lishartës"),
        ("note:note-1:text", "name", "Agimi"),
    ]


def test_who_agreed_to_be_listed_may_be_named_where_the_session_names() -> None:
    agreed = a_telling_record(Attribution.NAMED, Consent.YES)

    assert [entry.kind for entry in exposures(agreed)] == ["email"]


def test_a_session_that_names_nobody_names_nobody_though_they_agreed() -> None:
    found = exposures(a_telling_record(Attribution.ROLE, Consent.YES))

    assert [entry.words for entry in found if entry.place.startswith("note")] == ["Agim Lishartës", "Agimi"]


def test_what_was_decided_is_done_in_the_texts_and_nowhere_else() -> None:
    record = a_telling_record()
    mail, about, first, second = (entry.key for entry in exposures(record))

    leaving = anonymous(
        answered(
            record,
            CheckAnswer(mail, Remedy.REMOVE, ""),
            CheckAnswer(about, Remedy.KEEP, "ka dhënë pëlqimin"),
            CheckAnswer(first, Remedy.REPLACE, "", "një pjesëmarrësi"),
            CheckAnswer(second, Remedy.REPLACE, "", "Ai"),
        )
    )

    assert leaving.notes[0].text == "Sipas një pjesëmarrësi mungon transporti. Ai foli dy herë."
    assert leaving.proceedings.text(Section.SUMMARY).sq == "Shkruani te"
    assert leaving.event.about.sq == "Na shkroi Agimi."
    assert (leaving.notes[1], leaving.participations) == (record.notes[1], record.participations)


def test_a_place_is_open_until_it_is_answered_and_again_when_its_words_change() -> None:
    record = a_telling_record()
    every = [CheckAnswer(entry.key, Remedy.KEEP, "po") for entry in exposures(record)]
    settled = answered(record, *every)
    changed = replace(settled, notes=(replace(settled.notes[0], text="Agim Lisharta u ankua."), settled.notes[1]))

    assert open_exposures(settled) == ()
    assert [entry.words for entry in open_exposures(changed)] == ["Agim Lisharta"]


def test_without_an_answer_the_record_is_the_same_object() -> None:
    record = a_telling_record()

    assert anonymous(record) is record


def test_the_name_of_a_theme_is_looked_at_and_mended() -> None:
    record = a_telling_record()
    theme = HarvestTheme("theme-1", Text(sq="Çfarë tha Agim Lisharta"), "item-1")
    record = replace(record, notes=(), proceedings=ProceedingsPlan(EVENT_ID, themes=(theme,)))
    (found,) = [entry for entry in exposures(record) if entry.place.startswith("theme")]

    mended = anonymous(answered(record, CheckAnswer(found.key, Remedy.REPLACE, "emër", "një bashki")))

    assert (found.place, found.words) == ("theme:theme-1:sq", "Agim Lisharta")
    assert mended.proceedings.themes[0].title == Text(sq="Çfarë tha një bashki")
