"""Who stands on the lists twice: shown side by side, merged, kept as two, and asked about while importing."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.person import Person, Sex
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.people_import_matches import SHOWN
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def a_pair(app: Application, event: Event) -> tuple[Person, Person]:
    """Two entries of one person on the list of an event."""
    one = Person("", "Agimor Gurëzi", organisation="Bashkia Fier", phone="+355 69 200 0001")
    other = Person(
        "", "GUREZI, Agimor", organisation="Bashkia e Fierit", email="agimor@shembull.al", municipality="Fier"
    )
    return app.people.add(event.id, one).person, app.people.add(event.id, other).person


def names(app: Application, event: Event) -> list[str]:
    return [part.person.name for part in app.people.list_for(event.id)]


def key_of(what: str, one: Person, other: Person) -> str:
    return f"{what}·{':'.join(sorted((one.id, other.id)))}"


@LANGUAGES
def test_a_list_without_a_double_says_so(app: Application, language: str) -> None:
    a_new_event(app)

    screen = opened_form("people_duplicates", "duplicates_form", language)

    sentence = "Nobody seems to stand here twice, on this list or on those of other events."
    assert Translator(language)(sentence) in said(screen)


@LANGUAGES
def test_a_pair_is_shown_with_its_reasons_and_what_differs(app: Application, language: str) -> None:
    event, _ = a_new_event(app), Translator(language)
    a_pair(app, event)

    screen = opened_form("people_duplicates", "duplicates_form", language)

    words = said(screen)
    assert f"{_('the same name')}, {_('the same organisation')}" in words
    assert f"{_('Name')}: **≠ GUREZI, Agimor**" in words
    assert f"{_('Phone')}: **≠ —**" in words
    assert event.title.said_in(language) in words
    assert len(screen.radio) == 5


@LANGUAGES
def test_merging_keeps_what_was_chosen_of_each_field_and_undo_brings_both_back(app: Application, language: str) -> None:
    event = a_new_event(app)
    one, other = a_pair(app, event)
    screen = opened_form("people_duplicates", "duplicates_form", language)

    screen.radio(f"{key_of('stays', one, other)}·organisation").set_value("second").run()
    without_mistakes(screen.button(key_of("merge_people", one, other)).click().run())

    (part,) = app.people.list_for(event.id)
    person = part.person
    assert (person.name, person.organisation, person.email, person.phone, person.municipality) == (
        "Agimor Gurëzi",
        "Bashkia e Fierit",
        "agimor@shembull.al",
        "+355 69 200 0001",
        "Fier",
    )
    screen = opened("people", language)
    without_mistakes(screen.button("undo_participation").click().run())
    assert names(app, event) == ["Agimor Gurëzi", "GUREZI, Agimor"]


def test_two_people_are_not_asked_about_again(app: Application) -> None:
    event = a_new_event(app)
    one, other = a_pair(app, event)
    screen = opened_form("people_duplicates", "duplicates_form", "en")

    without_mistakes(screen.button(key_of("keep_apart", one, other)).click().run())

    assert "Nobody seems to stand here twice, on this list or on those of other events." in said(screen)
    assert len(names(app, event)) == 2


def test_a_pair_changed_meanwhile_is_refused_in_words(app: Application) -> None:
    event = a_new_event(app)
    one, other = a_pair(app, event)
    screen = opened_form("people_duplicates", "duplicates_form", "en")
    app.people.remove(app.people.list_for(event.id)[1].id)

    screen.button(key_of("merge_people", one, other)).click().run()

    assert ["Nothing was merged" in error.value for error in screen.error] == [True]
    assert names(app, event) == ["Agimor Gurëzi"]


@LANGUAGES
def test_the_people_page_opens_the_pairs(app: Application, language: str) -> None:
    event = a_new_event(app)
    a_pair(app, event)
    screen = opened("people", language)

    without_mistakes(screen.button("people_duplicates").click().run())

    assert Translator(language)("the same name") in " ".join(words_shown(screen))


def uploaded(text: str, language: str = "en") -> AppTest:
    screen = opened_form("people_import", "import_form", language)
    return without_mistakes(screen.file_uploader("people_file").upload("lista.csv", text.encode(), "text/csv").run())


@LANGUAGES
def test_an_import_links_a_person_of_an_earlier_event(app: Application, language: str) -> None:
    earlier = a_new_event(app)
    one, _other = a_pair(app, earlier)
    event = a_new_event(app)

    screen = uploaded("Emri;Organizata;Nevoja ushqimore\nAGIMOR GUREZI;Bashkia Fier;pa mish\nZana Oroshi;;\n", language)
    (asked,) = [box for box in screen.selectbox if box.label == Translator(language)("Who is this?")]
    assert asked.value == one.id
    without_mistakes(screen.button("people_import_save").click().run())

    first, second = app.people.list_for(event.id)
    assert (first.person.id, first.person.name, first.person.phone) == (one.id, one.name, one.phone)
    assert first.dietary_needs == "pa mish"
    assert second.person.name == "Zana Oroshi"
    assert {found.id for found in app.people_merge.events_of(one.id)} == {earlier.id, event.id}


def test_a_known_person_can_be_taken_for_somebody_new(app: Application) -> None:
    one, _other = a_pair(app, a_new_event(app))
    event = a_new_event(app)
    screen = uploaded("Emri;Organizata\nAGIMOR GUREZI;Bashkia Fier\n")

    (asked,) = [box for box in screen.selectbox if box.label == "Who is this?"]
    asked.set_value("").run()
    without_mistakes(screen.button("people_import_save").click().run())

    (part,) = app.people.list_for(event.id)
    assert (part.person.id != one.id, part.person.name) == (True, "AGIMOR GUREZI")


def test_two_rows_of_one_person_are_asked_about(app: Application) -> None:
    event = a_new_event(app)
    screen = uploaded("Emri;Organizata;Tel\nAgimor Gurëzi;Bashkia Fier;\nGurezi Agimor;Bashkia e Fierit;0692000001\n")

    (asked,) = [box for box in screen.selectbox if box.label == "Who is this?"]
    assert asked.options == ["Row 2: Agimor Gurëzi — Bashkia Fier", "Somebody new"]
    without_mistakes(screen.button("people_import_save").click().run())

    (part,) = app.people.list_for(event.id)
    assert (part.person.name, part.person.phone) == ("Agimor Gurëzi", "+355 69 200 0001")


def test_chosen_columns_are_remembered_for_the_same_column_names(app: Application) -> None:
    a_new_event(app)
    text = "Kush;Ku\nAgimor Gurëzi;Qendra Ura\n"
    screen = opened_form("people_import", "import_form", "en")
    screen.file_uploader("people_file").upload("lista.csv", text.encode(), "text/csv").run()
    screen.selectbox("people_column·name·Kush·Ku").set_value(0).run()
    screen.selectbox("people_column·organisation·Kush·Ku").set_value(1).run()
    without_mistakes(screen.button("people_import_save").click().run())

    again = uploaded(text)

    assert again.selectbox("people_column·organisation·Kush·Ku").value == 1
    assert app.preferences.columns(["Kush", "Ku"]) == {"name": 0, "organisation": 1}


@LANGUAGES
def test_beneficiaries_are_saved_as_codes(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = opened_form("people_import", "import_form", language)
    text = "Emri;Gjinia;Bashkia;Shënim\nAgimor Gurëzi;M;Fier;vjen me Gurëzin\nZana Gurëzi;F;Fier;\n"
    screen.file_uploader("people_file").upload("lista.csv", text.encode(), "text/csv").run()

    without_mistakes(screen.checkbox("people_coded").check().run())
    (table,) = screen.dataframe
    assert "gur" not in table.value.to_csv().casefold()
    without_mistakes(screen.button("people_import_save").click().run())

    people = [part.person for part in app.people.list_for(event.id)]
    assert [(person.name, person.is_coded, person.sex) for person in people] == [
        ("P-001", True, Sex.MALE),
        ("P-002", True, Sex.FEMALE),
    ]
    history = "".join(change.after for change in app.history.list_for(event.id))
    assert "gur" not in history.casefold()


def test_very_many_known_people_are_asked_about_in_part(app: Application) -> None:
    earlier = a_new_event(app)
    syllables = ("ba", "ru", "li", "mo", "she", "zi", "ka")
    people = [f"Zan{one}{two} Oro{two}{one}shi" for one in syllables for two in syllables]
    for name in people:
        app.people.add(earlier.id, Person("", name, organisation="Qendra Ura"))
    event = a_new_event(app)

    screen = uploaded("Emri;Organizata\n" + "".join(f"{name};Qendra Ura\n" for name in people))
    assert len([box for box in screen.selectbox if box.label == "Who is this?"]) == SHOWN
    without_mistakes(screen.button("people_import_save").click().run())

    assert {part.person.id for part in app.people.list_for(event.id)} == {
        part.person.id for part in app.people.list_for(earlier.id)
    }


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script> Oroshi", "**Zana** [x](y) Oroshi", "=1+1 Oroshi", "Zana\u202e Oroshi"]
)
def test_hostile_names_are_shown_as_words(app: Application, text: str) -> None:
    event = a_new_event(app)
    for organisation in ("Qendra Ura", "Qendra “Ura”"):
        app.people.add(event.id, Person("", text, organisation=organisation))

    screen = opened_form("people_duplicates", "duplicates_form", "en")

    assert "<script>" not in said(screen)
    assert len(screen.button) >= 2
