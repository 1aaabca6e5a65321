"""Importing an agenda on its screen: what is shown before anything is saved, and where the days go."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.settings import ROOT
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, titles

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
SAMPLES = ROOT / "agendas" / "samples" / "imports"
CSV = "Koha;Seanca;Min;Salla\n09:00;Hapja;30;A\n09:30;Paneli;;A\n;Pjesa e parë;;\n"


def with_file(data: bytes, name: str = "axhenda.csv", language: str = "sq") -> AppTest:
    screen = opened_form("agenda_import", "agenda_import_form", language)
    screen.file_uploader("agenda_import_file").upload(name, data, "application/octet-stream")
    return screen.run()


def titles_of_days(app: Application, event: Event) -> list[list[str]]:
    return [[str(item.title) for item in day.items] for day in app.agendas.get(event.id).days]


@LANGUAGES
def test_every_session_is_shown_before_it_is_saved(app: Application, language: str) -> None:
    event = a_new_event(app)
    before = app.agendas.get(event.id)
    _ = Translator(language)

    screen = without_mistakes(with_file(CSV.encode(), language=language))

    counted = _("{read} rows read, {repaired} repaired, {refused} refused.").format(read=1, repaired=1, refused=1)
    assert counted in said(screen)
    (table,) = screen.dataframe
    assert list(table.value[_("What becomes of it")]) == [_("read"), _("repaired"), _("refused")]
    assert list(table.value[_("When")]) == [f"{_('Day {number}').format(number=1)}, {t}" for t in WHEN] + [""]
    assert app.agendas.get(event.id) == before


WHEN = ("09:00–09:30", "09:30–10:30")


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_days_are_added_after_the_others_unless_a_person_says_otherwise(app: Application, name: str) -> None:
    event = a_new_event(app)
    before = titles_of_days(app, event)
    screen = with_file((SAMPLES / name).read_bytes(), name)

    without_mistakes(screen.button("agenda_import_save").click().run())

    after = titles_of_days(app, event)
    assert (after[: len(before)], [len(day) for day in after[len(before) :]]) == (before, [7, 2])


def test_the_agenda_is_replaced_when_a_person_chooses_so(app: Application) -> None:
    event = a_new_event(app)
    screen = with_file(CSV.encode())

    screen.radio("agenda_import_choice").set_value("replace").run()
    without_mistakes(screen.button("agenda_import_save").click().run())

    assert titles_of_days(app, event) == [["Hapja", "Paneli"]]


def test_dates_of_another_time_are_said(app: Application) -> None:
    a_new_event(app)

    screen = with_file((SAMPLES / "schedule.xml").read_bytes(), language="en")

    assert "The file begins on Monday, 17 May 2027, the event on" in said(screen)


def test_another_column_can_be_taken_for_the_title(app: Application) -> None:
    event = a_new_event(app)
    screen = with_file(b"Koha;Salla;Min;Emri\n09:00;A;30;Hapja\n")
    assert len(screen.error) == 1

    screen.selectbox("agenda_column·title·4").set_value(3).run()
    without_mistakes(screen.button("agenda_import_save").click().run())

    assert titles_of_days(app, event)[-1] == ["Hapja"]


@LANGUAGES
@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG" + bytes(range(256)), b"<rss/>", b"{}"], ids=["empty", "png", "rss", "{}"]
)
def test_a_file_that_cannot_be_read_is_refused_in_words(app: Application, language: str, data: bytes) -> None:
    event = a_new_event(app)
    before = app.agendas.get(event.id)

    screen = with_file(data, language=language)

    assert (len(screen.error), list(screen.exception)) == (1, [])
    assert app.agendas.get(event.id) == before


def test_the_agenda_s_menu_offers_it_and_undo_takes_an_import_back(app: Application) -> None:
    event = a_new_event(app)
    before = titles_of_days(app, event)
    without_mistakes(with_file(CSV.encode()).button("agenda_import_save").click().run())

    screen = opened("agenda")
    without_mistakes(screen.button("undo_agenda").click().run())

    assert "Importo një axhendë" in screen.menu_button("agenda_more").options
    assert titles_of_days(app, event) == before
    assert len(titles(screen)) == len(before[0])


ROWS = "09:00\t30\tHapja e re\tSalla A\n\tpak\tPaneli i ri\n\t45\tDiskutimi\tSalla B\n"


def with_rows(rows: str = ROWS, language: str = "sq", chosen: str = "") -> AppTest:
    """The dialog as the menu opens it for rows, beside a chosen session."""
    screen = opened_form("agenda_import", "agenda_import_form", language)
    screen.session_state["chosen"]["agenda_item"] = chosen
    screen.session_state["agenda_import_from"] = "rows"
    screen.run()
    screen.text_area("agenda_import_rows").set_value(rows)
    return without_mistakes(screen.run())


@LANGUAGES
def test_pasted_rows_are_shown_with_their_times_and_reasons_before_they_are_saved(
    app: Application, language: str
) -> None:
    event = a_new_event(app)
    before = app.agendas.get(event.id)
    chosen = before.days[0].items[0]
    _ = Translator(language)

    screen = with_rows(language=language, chosen=chosen.id)

    assert screen.radio("agenda_import_choice").options[:2] == [
        _("After “{title}”").format(title=chosen.title.said_in(language)),
        _("At the end of day {number}").format(number=1),
    ]
    (table,) = screen.dataframe
    assert list(table.value[_("Title")]) == ["Hapja e re", "Paneli i ri", "Diskutimi"]
    whens, remarks = list(table.value[_("When")]), list(table.value[_("Remarks")])
    assert (whens[0], "“pak”" in remarks[1]) == (f"{_('Day {number}').format(number=1)}, 09:00–09:30", True)
    assert app.agendas.get(event.id) == before


def test_pasted_rows_go_after_the_chosen_session(app: Application) -> None:
    event = a_new_event(app)
    before = titles_of_days(app, event)
    chosen = app.agendas.get(event.id).days[0].items[1]
    screen = with_rows("Hapja e re\t30\nPaneli i ri\t1h20\n", chosen=chosen.id)

    without_mistakes(screen.button("agenda_import_save").click().run())

    assert titles_of_days(app, event) == [
        [*before[0][:2], "Hapja e re", "Paneli i ri", *before[0][2:]],
        *before[1:],
    ]


def test_pasted_rows_go_to_the_end_of_the_day_without_a_chosen_session(app: Application) -> None:
    event = a_new_event(app)
    before = titles_of_days(app, event)
    screen = with_rows("Hapja e re\t30\n")

    without_mistakes(screen.button("agenda_import_save").click().run())

    assert titles_of_days(app, event) == [[*before[0], "Hapja e re"], *before[1:]]


def test_the_menu_opens_the_dialog_for_rows(app: Application) -> None:
    a_new_event(app)
    screen = opened("agenda")

    without_mistakes(screen.menu_button("agenda_more").click("paste_rows").run())

    assert [area.key for area in screen.text_area] == ["agenda_import_rows"]
