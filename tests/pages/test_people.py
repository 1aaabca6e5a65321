"""The participants: list, search, side panel, import, attendance and composition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus
from facilitation.i18n.labels import invitation_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, charts, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
CSV = "Emri;Organizata;Sektori;Qarku\nZyra e Punësimit;Zyra e Punësimit;qeveri vendore;Berat\n;Pa emër;;\n"


def with_panel(app: Application, event: Event, language: str = "sq") -> tuple[AppTest, str]:
    part = app.people.list_for(event.id)[0]
    screen = opened("people", language)
    screen.session_state["chosen"] = {"person": part.id}
    return without_mistakes(screen.run()), part.id


@LANGUAGES
def test_an_empty_list_says_what_to_do(app: Application, language: str) -> None:
    a_new_event(app)
    sentence = Translator(language)("Nobody is on the list yet. Add the first participant or import a spreadsheet.")

    screen = opened("people", language)

    assert sentence in words_shown(screen)
    for shape in ("attendance", "composition"):
        screen.segmented_control("people_shape").set_value(shape).run()
        assert charts(without_mistakes(screen)) == []
        assert Translator(language)("Nobody is on the list yet.") in said(screen)


@LANGUAGES
def test_three_people_stand_with_status_sector_and_district(app: Application, language: str) -> None:
    event = a_new_event(app, people=3)
    _ = Translator(language)

    screen = opened("people", language)

    assert titles(screen) == [f"Zyra {number} — Zyra e Punësimit" for number in (1, 2, 3)]
    assert rows(screen)[0]["remark"] == invitation_label(InvitationStatus.CONFIRMED, _)
    assert rows(screen)[0]["facts"] == f"{sector_label(Sector.CIVIL_SOCIETY, _)} · Shkodër"
    counted = _("**{confirmed}** confirmed of **{invited}** invited; {listed} on the list, {expected} expected.")
    assert counted.format(confirmed=3, invited=3, listed=3, expected=event.expected_people) in said(screen)


@LANGUAGES
def test_three_hundred_people_come_in_pages_of_fifty(app: Application, language: str) -> None:
    event = a_new_event(app, people=300)

    screen = opened("people", language)
    assert len(rows(screen)) == 50
    screen.session_state[f"people_pages·{event.id}·6"] = 6
    without_mistakes(screen.run())

    assert titles(screen)[-1] == "Zyra 300 — Zyra e Punësimit"
    shown = Translator(language)("{shown} of {total} shown.").format(shown=50, total=300)
    assert shown in words_shown(screen)


def test_search_and_filters_narrow_the_list_down_to_nobody(app: Application) -> None:
    event = a_new_event(app, people=12)
    first = app.people.list_for(event.id)[0]
    app.people.edit(first, replace(first, status=InvitationStatus.DECLINED))
    screen = opened("people", "en")

    screen.text_input(f"people_filter·words·{event.id}").set_value("zyra 1").run()
    assert len(rows(screen)) == 4
    screen.multiselect(f"people_filter·statuses·{event.id}").set_value([InvitationStatus.DECLINED]).run()
    assert titles(screen) == ["Zyra 1 — Zyra e Punësimit"]
    screen.multiselect(f"people_filter·sectors·{event.id}").set_value([Sector.DONOR]).run()

    assert rows(screen) == []
    assert "Nobody fits the search." in said(without_mistakes(screen))


@LANGUAGES
def test_the_panel_saves_every_field_on_change(app: Application, language: str) -> None:
    event = a_new_event(app, people=3)
    screen, part_id = with_panel(app, event, language)

    def key(field: str) -> str:
        return f"person·{part_id}·{field}"

    screen.selectbox(key("status")).set_value(InvitationStatus.INVITED).run()
    screen.selectbox(key("role")).set_value(EventRole.SPEAKER).run()
    screen.selectbox(key("photo_consent")).set_value(Consent.YES).run()
    screen.selectbox(key("list_consent")).set_value(Consent.NO).run()
    screen.text_input(key("name")).set_value(" Drejtore, Bashkia Përmet ").run()
    screen.selectbox(key("district")).set_value(District.GJIROKASTER).run()
    screen.text_input(key("municipality")).set_value("Përmet").run()
    screen.multiselect(key("languages")).set_value(["sq", "en"]).run()
    screen.button("open_needs").click().run()
    screen.text_input(key("access_needs")).set_value("Hyrje pa shkallë").run()
    without_mistakes(screen)

    part = next(part for part in app.people.list_for(event.id) if part.id == part_id)
    assert (part.status, part.role, part.photo_consent, part.list_consent, part.access_needs) == (
        InvitationStatus.INVITED,
        EventRole.SPEAKER,
        Consent.YES,
        Consent.NO,
        "Hyrje pa shkallë",
    )
    assert (part.person.name, part.person.district, part.person.languages) == (
        "Drejtore, Bashkia Përmet",
        District.GJIROKASTER,
        ("sq", "en"),
    )
    assert {"sq": "Grupi i Lindjes", "en": "Eastern group"}[language] in said(screen)


@LANGUAGES
def test_an_emptied_name_is_refused_and_stays_stored(app: Application, language: str) -> None:
    event = a_new_event(app, people=1)
    screen, part_id = with_panel(app, event, language)

    screen.text_input(f"person·{part_id}·name").set_value("").run()

    (error,) = screen.error
    assert {"sq": "nuk ka emër", "en": "The person has no name"}[language] in error.value
    assert [part.person.name for part in app.people.list_for(event.id)] == ["Zyra 1"]


def test_a_participant_is_added_opened_removed_and_brought_back(app: Application) -> None:
    event = a_new_event(app)
    screen = opened("people")

    screen.session_state["add_person"] = True
    screen.text_input("new_person_name").set_value("Përfaqësuese, Zyra e Punësimit")
    screen.selectbox("new_person_sector").set_value(Sector.REGIONAL_STATE)
    screen.selectbox("new_person_district").set_value(District.VLORE)
    without_mistakes(screen.button("new_person_save").click().run())
    (part,) = app.people.list_for(event.id)
    assert (part.person.name, part.person.sector, part.person.district) == (
        "Përfaqësuese, Zyra e Punësimit",
        Sector.REGIONAL_STATE,
        District.VLORE,
    )
    assert len(screen.header) == 1

    screen.button("remove_person").click().run()
    assert app.people.list_for(event.id) == ()
    without_mistakes(screen.button("undo_participation").click().run())

    assert [found.id for found in app.people.list_for(event.id)] == [part.id]


def test_all_waiting_invitations_are_marked_as_sent_in_one_stroke(app: Application) -> None:
    event = a_new_event(app, people=3)
    for part in app.people.list_for(event.id)[:2]:
        app.people.edit(part, replace(part, status=InvitationStatus.TO_INVITE))
    screen = opened("people")

    without_mistakes(screen.button("invite_all").click().run())

    assert [part.status for part in app.people.list_for(event.id)] == [
        InvitationStatus.INVITED,
        InvitationStatus.INVITED,
        InvitationStatus.CONFIRMED,
    ]


def test_the_import_opens_over_the_list(app: Application) -> None:
    a_new_event(app)
    screen = opened("people", "en")

    without_mistakes(screen.button("import_people").click().run())

    assert any("Nothing is saved before you say so." in text for text in words_shown(screen))


@LANGUAGES
def test_an_import_shows_every_row_before_anything_is_saved(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = opened_form("people_import", "import_form", language)

    screen.file_uploader("people_file").upload("lista.csv", CSV.encode(), "text/csv").run()

    _ = Translator(language)
    counted = _("{read} rows read, {repaired} repaired, {refused} refused.").format(read=1, repaired=0, refused=1)
    assert counted in said(without_mistakes(screen))
    (table,) = screen.dataframe
    assert list(table.value[_("What becomes of it")]) == [_("read"), _("refused")]
    assert app.people.list_for(event.id) == ()

    without_mistakes(screen.button("people_import_save").click().run())

    (part,) = app.people.list_for(event.id)
    assert (part.person.name, part.person.sector, part.person.district) == (
        "Zyra e Punësimit",
        Sector.LOCAL_GOVERNMENT,
        District.BERAT,
    )


def test_another_column_can_be_taken_for_the_name(app: Application) -> None:
    event = a_new_event(app)
    screen = opened_form("people_import", "import_form")
    rows_of_file = "Kush;Organizata\nSpecialiste;Bashkia Fier\n"

    screen.file_uploader("people_file").upload("lista.csv", rows_of_file.encode(), "text/csv").run()
    screen.selectbox("people_column·name·Kush·Organizata").set_value(0).run()
    without_mistakes(screen.button("people_import_save").click().run())

    assert [part.person.name for part in app.people.list_for(event.id)] == ["Specialiste"]


@LANGUAGES
@pytest.mark.parametrize(
    ("name", "data"),
    [("lista.xlsx", b"not a workbook"), ("lista.csv", b""), ("lista.csv", bytes(range(256)))],
    ids=["foreign workbook", "empty file", "no text"],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    app: Application, name: str, data: bytes, language: str
) -> None:
    event = a_new_event(app)
    screen = opened_form("people_import", "import_form", language)

    screen.file_uploader("people_file").upload(name, data, "application/octet-stream").run()

    assert len(screen.error) == 1
    assert list(screen.exception) == []
    assert app.people.list_for(event.id) == ()


@LANGUAGES
def test_attendance_counts_who_is_here_and_leaves_out_who_declined(app: Application, language: str) -> None:
    event = a_new_event(app, people=3)
    first, second, _third = app.people.list_for(event.id)
    app.people.edit(first, replace(first, status=InvitationStatus.DECLINED))
    app.people.mark_attended(event.id, [second.id], 1, is_present=True)
    screen = opened("people", language)

    screen.segmented_control("people_shape").set_value("attendance").run()

    assert [(row["title"], row["is_checked"]) for row in rows(screen)] == [("Zyra 2", True), ("Zyra 3", False)]
    sentence = Translator(language)("**{present}** of {total} are here.").format(present=1, total=2)
    assert sentence in said(without_mistakes(screen))
    screen.segmented_control(f"attendance_day·{event.id}").set_value(2).run()
    assert [row["is_checked"] for row in rows(screen)] == [False, False]


@LANGUAGES
def test_composition_never_mixes_government_with_local_government(app: Application, language: str) -> None:
    a_new_event(app, people=3)
    screen = opened("people", language)

    screen.segmented_control("people_shape").set_value("composition").run()

    sectors, *others = charts(without_mistakes(screen))
    past = [chart for chart in others if "event" in chart[0]]
    assert len(sectors) >= 1
    assert [[row["event"] for row in category] for category in past] == [
        ["2004", "2005", "2006", "2008", Translator(language)("this event")],
        ["2004", "2005", "2006", Translator(language)("this event")],
        ["2008", Translator(language)("this event")],
        ["2004"],
    ]
    shares = [[row["text"].replace("\xa0", "") for row in category] for category in past]
    assert shares[0] == ["43%", ">60%", "38%", "35%", "100%"]
    assert sum("37" in caption.value for caption in screen.caption) == 1
