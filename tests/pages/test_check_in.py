"""Check-in, signed sheets, papers and figures of the participants' screen."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Sex
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, charts, elements, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def shown(shape: str, language: str = "sq") -> AppTest:
    """The participants' screen in one of its views."""
    screen = opened("people", language)
    return without_mistakes(screen.segmented_control("people_shape").set_value(shape).run())


def desk(screen: AppTest) -> dict[str, Any]:
    """The field at the door, as the browser gets it."""
    found = [
        node.proto for node in elements(screen) if getattr(node.proto, "component_name", "").endswith("check_in_desk")
    ]
    return dict(json.loads(found[0].json))


def grid_key(event: Event, day: int = 1, number: int = 1) -> str:
    return f"sheet_number·{event.id}·{day}·{number}"


def typing(screen: AppTest, event: Event, edits: dict[int, dict[str, str]]) -> AppTest:
    """Letters typed into the grid of the first day, then saved."""
    key = next(key for key in (grid_key(event, number=number) for number in range(1, 9)) if key in screen.session_state)
    screen.session_state[key] = {"edited_rows": edits, "added_rows": [], "deleted_rows": []}
    return screen.button("sheet_save").click().run()


@LANGUAGES
@pytest.mark.parametrize("people", [0, 3, 300])
def test_the_desk_has_everybody_with_where_they_are(app: Application, people: int, language: str) -> None:
    event = a_new_event(app, people=people)
    parts = app.people.list_for(event.id)
    if people:
        app.check_ins.come_in(event.id, parts[0].id, 1)
    _ = Translator(language)

    screen = shown("check_in", language)

    guests = desk(screen)["people"]
    assert len(guests) == people
    assert [guest["name"] for guest in guests if guest.get("state") == "in"] == ["Zyra 1"][:people]
    came = min(people, 1)
    assert _.plural("{came} came of {expected}", "{came} came of {expected}", came).format(
        came=came, expected=people
    ) in said(screen)
    assert ("Zyra 2" in titles(screen)) == (people > 1)


def test_the_last_ones_stand_with_their_time_and_the_missing_beside(app: Application) -> None:
    event = a_new_event(app, people=3)
    first, second, _third = app.people.list_for(event.id)
    app.check_ins.come_in(event.id, first.id, 1)
    app.check_ins.go_out(event.id, first.id, 1)
    app.check_ins.come_in(event.id, second.id, 2)

    found = rows(shown("check_in", "en"))

    assert sorted(row["title"] for row in found) == ["Zyra 1", "Zyra 1", "Zyra 2", "Zyra 3"]
    assert {row["facts"] for row in found if "lead" in row} == {"came in", "went out"}


@LANGUAGES
def test_somebody_unexpected_is_added_at_the_desk(app: Application, language: str) -> None:
    event = a_new_event(app, people=1)
    screen = shown("check_in", language)

    without_mistakes(screen.button("walk_in_open").click().run())
    screen.text_input("walk_in_name").set_value(" Gazetare ")
    screen.text_input("walk_in_office").set_value("Radio Lokale")
    screen.selectbox("walk_in_role").set_value(EventRole.OBSERVER)
    without_mistakes(screen.button("walk_in_save").click().run())

    added = app.people.list_for(event.id)[-1]
    assert (added.person.name, added.role, added.days_attended) == ("Gazetare", EventRole.OBSERVER, (1,))
    assert desk(screen)["level"] == "done"
    assert "Gazetare" in desk(screen)["said"]


def test_somebody_unexpected_without_a_name_is_refused_and_the_form_stays(app: Application) -> None:
    a_new_event(app)
    screen = shown("check_in", "en")

    screen.button("walk_in_open").click().run()
    screen.button("walk_in_save").click().run()

    assert len(screen.error) == 1
    assert screen.text_input("walk_in_name") is not None


@LANGUAGES
def test_a_signed_sheet_is_typed_in_with_one_undo(app: Application, language: str) -> None:
    event = a_new_event(app, people=3)
    yes, no = {"sq": ("p", "j"), "en": ("y", "n")}[language]
    screen = shown("attendance", language)
    without_mistakes(screen.toggle(f"attendance_sheet·{event.id}").set_value(True).run())

    without_mistakes(typing(screen, event, {0: {"present": yes, "photo": no, "list": yes}, 2: {"present": yes}}))

    first, second, third = app.people.list_for(event.id)
    assert (first.days_attended, first.photo_consent, first.list_consent) == ((1,), Consent.NO, Consent.YES)
    assert (second.days_attended, third.days_attended, third.photo_consent) == ((), (1,), Consent.NOT_ASKED)
    without_mistakes(screen.button("undo_participation").click().run())
    assert [part.days_attended for part in app.people.list_for(event.id)] == [(), (), ()]


@LANGUAGES
def test_a_letter_that_means_nothing_saves_nothing_and_says_where_it_is(app: Application, language: str) -> None:
    event = a_new_event(app, people=3)
    screen = shown("attendance", language)
    screen.toggle(f"attendance_sheet·{event.id}").set_value(True).run()

    typing(screen, event, {0: {"present": "x"}, 1: {"photo": "maybe"}})

    (error,) = screen.error
    assert "Zyra 2" in error.value
    assert "maybe" in error.value
    assert not any(part.days_attended for part in app.people.list_for(event.id))


@LANGUAGES
def test_certificates_are_issued_to_those_who_attended_and_stand_in_a_register(app: Application, language: str) -> None:
    event = a_new_event(app, people=3)
    ids = [part.id for part in app.people.list_for(event.id)]
    screen = shown("papers", language)
    assert len(screen.dataframe) == 0
    app.people.mark_attended(event.id, ids[:2], 1, is_present=True)

    without_mistakes(screen.run())
    without_mistakes(screen.button("issue_certificates").click().run())

    numbers = [part.certificate for part in app.people.list_for(event.id)]
    series = f"{event.starts_on:%Y-%m}"
    assert numbers == [f"{series}/001", f"{series}/002", ""]
    assert list(screen.dataframe[0].value[Translator(language)("Number")]) == numbers[:2]
    assert any(button.key == "paper·certificates.docx·sq" for button in screen.get("download_button"))


@LANGUAGES
def test_every_picture_says_in_words_what_it_shows(app: Application, language: str) -> None:
    event = a_new_event(app, people=12)
    for number, part in enumerate(app.people.list_for(event.id)):
        person = replace(part.person, sex=Sex.FEMALE if number % 2 else Sex.MALE, district=list(District)[number % 3])
        app.people.edit(part, replace(part, person=person, days_attended=(1,) if number else ()))
    _ = Translator(language)

    screen = shown("composition", language)

    assert len(charts(screen)) >= 4
    words = said(screen)
    assert (
        _.plural(
            "{count} person was expected and came on no day.", "{count} people were expected and came on no day.", 1
        ).format(count=1)
        in words
    )
    alts = [str(node.proto.alt) for node in elements(screen) if getattr(node.proto, "alt", "")]
    assert all(alts)
    assert any("Shkodër" in alt for alt in alts)


def test_the_version_for_the_public_hides_small_counts(app: Application) -> None:
    a_new_event(app, people=3)
    screen = shown("composition", "en")

    without_mistakes(screen.toggle("public_figures").set_value(True).run())

    table = screen.dataframe[-1].value
    assert list(table["Shkodër"]) == ["*"]
    assert any("fewer than five" in text for text in words_shown(screen))


def test_who_declined_and_came_after_all_stands_on_the_grid(app: Application) -> None:
    event = a_new_event(app, people=2)
    first, second = app.people.list_for(event.id)
    app.people.edit(first, replace(first, status=InvitationStatus.DECLINED))
    app.people.edit(second, replace(second, status=InvitationStatus.DECLINED, days_attended=(1,)))
    screen = shown("attendance", "en")

    without_mistakes(screen.toggle(f"attendance_sheet·{event.id}").set_value(True).run())

    assert list(screen.dataframe[0].value["name"]) == ["Zyra 2"]
