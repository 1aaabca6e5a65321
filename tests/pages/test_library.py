"""The library: methods and instruments found, read and used, what fits, and what is one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import ItemKind, Layout
from facilitation.domain.event import Event
from facilitation.domain.guide import GuideSheet
from facilitation.domain.text import Text
from facilitation.i18n.sorting import sorted_texts
from facilitation.i18n.translator import Translator
from facilitation.library.own_text import INSTRUMENTS, METHODS
from facilitation.services.application import Application
from tests.library.folders import INSTRUMENT, METHOD
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
OURS = Text(sq="Bisedë jona", en="Our talk")


def reading(what: str, key: str, language: str = "en") -> AppTest:
    """The library opened by a link to one method or one instrument."""
    screen = opened("library", language)
    screen.query_params[what] = key
    return without_mistakes(screen.run())


def editing(app: Application, key: str, language: str = "en") -> AppTest:
    """An own method opened for editing."""
    screen = reading("method", key, language)
    return without_mistakes(screen.button(f"edit_own·{key}").click().run())


def session_of(app: Application, event: Event, kind: ItemKind) -> str:
    return next(item.id for _, item in app.agendas.get(event.id).items() if item.kind is kind)


@LANGUAGES
@pytest.mark.parametrize("people", [None, 0, 3, 300])
def test_every_method_stands_in_the_list_with_or_without_an_event(
    app: Application, people: int | None, language: str
) -> None:
    if people is not None:
        a_new_event(app, people=people)

    screen = opened("library", language)

    names = [method.title.said_in(language) for method in app.library.methods.values()]
    assert titles(screen) == sorted_texts(names, language)


@LANGUAGES
def test_words_goals_people_and_minutes_narrow_the_list(app: Application, language: str) -> None:
    methods = app.library.methods
    one = next(iter(methods.values()))
    screen = opened("library", language)

    screen.text_input("method_words").set_value(one.title.said_in(language)).run()
    assert one.title.said_in(language) in titles(screen)
    screen.text_input("method_words").set_value("").run()
    screen.multiselect("method_goals").set_value(["decide"]).run()
    assert set(titles(screen)) == {m.title.said_in(language) for m in methods.values() if "decide" in m.goals}
    screen.number_input("method_minutes").set_value(8).run()
    assert titles(screen) == [methods["gradients"].title.said_in(language)]
    screen.number_input("method_people").set_value(3000).run()

    assert rows(screen) == []
    assert Translator(language)("No method fits the filters.") in said(without_mistakes(screen))


@LANGUAGES
def test_the_filters_are_as_they_were_after_a_method_was_read(app: Application, language: str) -> None:
    screen = opened("library", language)
    screen.number_input("method_people").set_value(300).run()
    before = titles(screen)

    screen.session_state["chosen"] = {"method": "buzz"}
    screen.run()
    without_mistakes(screen.button("close_method").click().run())

    assert titles(screen) == before
    assert len(before) < len(app.library.methods)


@LANGUAGES
def test_a_method_is_read_as_a_page(app: Application, language: str) -> None:
    method = app.library.methods["check_in"]

    screen = reading("method", "check_in", language)

    assert [header.value.replace("\\", "") for header in screen.header] == [method.title.said_in(language)]
    words = said(screen).replace("\\", "")
    told = [method.purpose, method.room_setup, method.roles, method.output, method.plan_b, method.source]
    told += [
        *method.tips,
        *method.risks,
        *(text for step in method.steps for text in (step.what, step.words, step.who)),
    ]
    assert [text.said_in(language) for text in told if text.said_in(language) not in words] == []
    without_mistakes(screen.button("close_method").click().run())
    assert list(screen.header) == []


def test_the_materials_are_added_up_for_the_typed_number_of_people(app: Application) -> None:
    screen = reading("method", "world_cafe")

    assert "7 × Paper tablecloth" in said(screen)
    screen.number_input("material_people").set_value(100).run()

    assert "22 × Paper tablecloth" in said(without_mistakes(screen))


def test_a_method_goes_into_a_session_of_the_open_event(app: Application) -> None:
    event = a_new_event(app)
    plenary = session_of(app, event, ItemKind.PLENARY)
    screen = reading("method", "buzz")

    screen.session_state["use_method_form"] = True
    screen.run()
    screen.selectbox("use_method_place").set_value(plenary).run()
    without_mistakes(screen.button("use_method_here").click().run())

    item = app.agendas.get(event.id).item(plenary)
    assert item is not None
    assert item.method_id == "buzz"
    assert app.guides.get(event.id).sheet(plenary).technique == app.library.methods["buzz"].title
    assert [title.value for title in screen.title] == ["Agenda"]


def test_a_method_makes_a_new_session_at_the_end_of_a_day(app: Application) -> None:
    event = a_new_event(app)
    screen = reading("method", "world_cafe")

    screen.session_state["use_method_form"] = True
    screen.run()
    screen.selectbox("use_method_place").set_value("new:2").run()
    without_mistakes(screen.button("use_method_here").click().run())

    added = app.agendas.get(event.id).days[1].items[-1]
    assert (added.kind, added.minutes, added.method_id) == (ItemKind.WORLD_CAFE, 105, "world_cafe")
    assert app.guides.get(event.id).sheet(added.id) != GuideSheet(added.id)


def test_a_session_too_short_for_the_method_is_told_before(app: Application) -> None:
    event = a_new_event(app)
    short = next(item for _, item in app.agendas.get(event.id).items() if item.minutes < 75)
    screen = reading("method", "world_cafe")

    screen.session_state["use_method_form"] = True
    screen.run()
    screen.selectbox("use_method_place").set_value(short.id).run()

    (warning,) = screen.warning
    assert "needs at least 75" in warning.value


def test_without_an_event_a_method_leads_to_a_new_one(app: Application) -> None:
    screen = reading("method", "buzz")

    without_mistakes(screen.button("use_method_begin").click().run())

    assert "Make the event" in words_shown(screen)


@LANGUAGES
def test_each_instrument_is_read_as_a_page(app: Application, language: str) -> None:
    _ = Translator(language)
    for key, instrument in app.library.instruments.items():
        screen = reading("instrument", key, language)

        *days, tasks = screen.table
        sessions = [[str(cell).replace("\\", "") for cell in day.value[_("Session")]] for day in days]
        assert [[cell.split(" :green-badge")[0] for cell in day] for day in sessions] == [
            [item.title.said_in(language) for item in day.items] for day in instrument.days
        ]
        assert days[0].value[_("Time")].iloc[0].startswith(f"{instrument.days[0].starts_at:%H:%M}–")
        marked = [":green-badge[" in str(cell) for cell in tasks.value[_("Task")]]
        assert marked == [task.is_from_seed for task in instrument.tasks]
        words = said(screen).replace("\\", "")
        lines = (*instrument.start_questions, *instrument.prerequisites, *instrument.documents, *instrument.indicators)
        assert [line.text.said_in(language) for line in lines if line.text.said_in(language) not in words] == []
        assert instrument.source.said_in(language) in words
        assert [e.label.replace("\\", "") for e in screen.expander] == [
            element.title.said_in(language) for element in instrument.guide_elements
        ]


@LANGUAGES
def test_instruments_are_found_by_words(app: Application, language: str) -> None:
    screen = opened("library", language)
    screen.segmented_control("library_part").set_value(INSTRUMENTS).run()
    assert len(titles(screen)) == len(app.library.instruments)

    title = app.library.instruments["regional-group"].title.said_in(language)
    screen.text_input("instrument_words").set_value(title).run()
    assert titles(screen) == [title]
    screen.text_input("instrument_words").set_value("xyz").run()

    assert Translator(language)("No instrument has these words.") in said(without_mistakes(screen))


def test_an_instrument_leads_to_a_new_event_with_it_chosen(app: Application) -> None:
    screen = reading("instrument", "regional-group")

    without_mistakes(screen.button("use_instrument").click().run())

    assert "Make the event" in words_shown(screen)
    assert screen.selectbox("new_instrument").value == "regional-group"


@LANGUAGES
def test_what_fits_is_answered_with_reasons_and_what_does_not_with_what_stands_in_the_way(
    app: Application, language: str
) -> None:
    screen = opened("library", language)
    screen.segmented_control("library_part").set_value("fit").run()

    screen.number_input("fit·people").set_value(12).run()
    screen.number_input("fit·minutes").set_value(100).run()
    screen.number_input("fit·tables").set_value(8).run()
    screen.multiselect("fit·goals").set_value(["explore"]).run()
    screen.multiselect("fit·layouts").set_value([Layout.CABARET]).run()

    words = said(without_mistakes(screen)).replace("\\", "")
    expected = {
        "en": ("works in a cabaret room", "12 people cannot fill 8 tables of 4–5: at most 3 tables"),
        "sq": ("funksionon në një sallë me tryeza", "12 veta nuk i mbushin dot 8 tryeza nga 4–5: e shumta 3 tryeza"),
    }
    assert [sentence for sentence in expected[language] if sentence not in words] == []


def test_on_cases_of_real_people_the_case_clinic_alone_fits(app: Application) -> None:
    screen = opened("library", "en")
    screen.segmented_control("library_part").set_value("fit").run()

    screen.number_input("fit·people").set_value(12).run()
    screen.number_input("fit·minutes").set_value(45).run()
    screen.toggle("fit·cases").set_value(True).run()

    words = said(without_mistakes(screen)).replace("\\", "")
    assert "1 method fits" in words
    assert "Gallery walk**: never on cases of real people" in words
    without_mistakes(screen.button("fit·Read·case_clinic").click().run())
    assert [header.value for header in screen.header] == ["Anonymised case clinic"]


def test_where_nothing_fits_it_is_said(app: Application) -> None:
    screen = opened("library", "en")
    screen.segmented_control("library_part").set_value("fit").run()

    screen.number_input("fit·people").set_value(3000).run()

    assert "No method fits all of this." in said(without_mistakes(screen))


def test_own_methods_stand_first_and_are_marked(app: Application) -> None:
    app.own_library.copy(app.library.methods["buzz"], OURS)

    screen = opened("library", "en")

    assert [(row["title"], row["heading"]) for row in rows(screen) if "heading" in row] == [
        ("Our talk", "Yours"),
        (titles(screen)[1], "From Tryeza"),
    ]
    assert ":blue-badge[yours]" in said(reading("method", "bisede_jona"))


def test_a_copy_is_made_and_opened_for_editing(app: Application) -> None:
    screen = reading("method", "buzz")

    screen.session_state["copy_form"] = True
    screen.run()
    screen.text_input("copy_title").set_value("Our buzz").run()
    without_mistakes(screen.button("copy_save").click().run())

    assert app.library.methods["our_buzz"].title == Text(en="Our buzz")
    assert screen.text_input("own·our_buzz·title·en").value == "Our buzz"


def test_a_copy_without_a_title_is_refused_in_words(app: Application) -> None:
    screen = reading("method", "buzz")

    screen.session_state["copy_form"] = True
    screen.run()
    screen.button("copy_save").click().run()

    assert [error.value for error in screen.error] == ["It has no title yet. Write one; it stands in the library."]


def test_fields_of_an_own_method_are_saved(app: Application) -> None:
    app.own_library.copy(app.library.methods["buzz"], OURS)
    screen = editing(app, "bisede_jona")

    screen.text_input("own·bisede_jona·title·sq").set_value("Tjetër").run()
    screen.number_input("own·bisede_jona·maximum_people").set_value(99).run()
    screen.multiselect("own·bisede_jona·layouts").set_value([Layout.CIRCLE]).run()
    without_mistakes(screen.button("own_save").click().run())

    method = app.library.methods["bisede_jona"]
    assert (method.title, method.maximum_people) == (Text(sq="Tjetër", en="Our talk"), 99)
    assert method.layouts == (Layout.CIRCLE,)
    assert [header.value for header in screen.header] == ["Our talk"]


def test_fields_that_do_not_fit_together_are_named_and_stay_typed(app: Application) -> None:
    app.own_library.copy(app.library.methods["buzz"], OURS)
    screen = editing(app, "bisede_jona")

    screen.number_input("own·bisede_jona·minimum_people").set_value(500).run()
    screen.number_input("own·bisede_jona·minimum_time").set_value(60).run()
    screen.button("own_save").click().run()

    (error,) = screen.error
    assert error.value.startswith("Nothing was saved. Please mend this first:")
    assert error.value.count("\n- ") == 2
    assert screen.number_input("own·bisede_jona·minimum_people").value == 500
    assert app.library.methods["bisede_jona"].minimum_people == 6


def test_a_template_has_fields_of_its_own(app: Application) -> None:
    app.own_library.bring_in("our-day.toml", INSTRUMENT.encode())
    screen = reading("instrument", "our-day")
    screen.button("edit_own·our-day").click().run()

    screen.number_input("own·our-day·typical_people").set_value(12).run()
    screen.text_area("own·our-day·purpose·en").set_value("Why we meet").run()
    without_mistakes(screen.button("own_save").click().run())

    instrument = app.library.instruments["our-day"]
    assert (instrument.typical_people, instrument.purpose) == (12, Text(sq="Takohemi", en="Why we meet"))


@LANGUAGES
def test_a_broken_text_is_refused_with_every_problem_and_stays_in_the_field(app: Application, language: str) -> None:
    app.own_library.bring_in("ours.toml", METHOD.encode())
    screen = editing(app, "ours", language)
    broken = METHOD.replace("minimum = 4", "minimum = 0").replace('["open"]', '["sing"]')

    screen.segmented_control("editor_shape").set_value("text").run()
    screen.text_area("own·ours·text").set_value(broken).run()
    screen.button("own_save").click().run()

    (error,) = screen.error
    assert error.value.count("\n- ") == 2
    assert screen.text_area("own·ours·text").value == broken
    assert app.own_library.text(METHODS, "ours") == METHOD


def test_a_text_that_was_not_saved_is_there_again_in_the_next_visit(app: Application) -> None:
    app.own_library.bring_in("ours.toml", METHOD.encode())
    first = editing(app, "ours")
    first.segmented_control("editor_shape").set_value("text").run()
    first.text_area("own·ours·text").set_value("title = ").run()

    second = editing(app, "ours")
    second.segmented_control("editor_shape").set_value("text").run()

    assert second.text_area("own·ours·text").value == "title = "
    without_mistakes(second.button("own_drop").click().run())
    assert second.text_area("own·ours·text").value == METHOD


def test_a_whole_text_is_saved_and_its_draft_forgotten(app: Application) -> None:
    app.own_library.bring_in("ours.toml", METHOD.encode())
    screen = editing(app, "ours")
    screen.segmented_control("editor_shape").set_value("text").run()

    screen.text_area("own·ours·text").set_value(METHOD.replace("Ask", "Say")).run()
    without_mistakes(screen.button("own_save").click().run())

    assert app.library.methods["ours"].steps[0].what.en == "Say"
    assert app.preferences.drafts("library") == {}


def test_who_saves_second_sees_both_texts_and_may_take_their_own(app: Application) -> None:
    seen = app.own_library.bring_in("ours.toml", METHOD.encode())
    screen = editing(app, "ours")
    screen.segmented_control("editor_shape").set_value("text").run()
    theirs, mine = METHOD.replace("Ask", "Theirs"), METHOD.replace("Ask", "Mine")
    app.own_library.edit_text(seen, theirs)

    screen.text_area("own·ours·text").set_value(mine).run()
    screen.button("own_save").click().run()

    assert [text.value for text in screen.text] == [theirs.strip(), mine.strip()]
    assert screen.text_area("own·ours·text").value == mine
    without_mistakes(screen.button("keep_mine").click().run())
    assert app.own_library.text(METHODS, "ours") == mine


def test_who_keeps_the_others_text_still_has_their_own_in_the_field(app: Application) -> None:
    seen = app.own_library.bring_in("ours.toml", METHOD.encode())
    screen = editing(app, "ours")
    screen.segmented_control("editor_shape").set_value("text").run()
    theirs, mine = METHOD.replace("Ask", "Theirs"), METHOD.replace("Ask", "Mine")
    app.own_library.edit_text(seen, theirs)
    screen.text_area("own·ours·text").set_value(mine).run()
    screen.button("own_save").click().run()

    without_mistakes(screen.button("keep_theirs").click().run())

    assert app.own_library.text(METHODS, "ours") == theirs
    assert screen.text_area("own·ours·text").value == mine
    without_mistakes(screen.button("own_drop").click().run())
    assert screen.text_area("own·ours·text").value == theirs


def test_a_file_is_brought_in_and_opened(app: Application) -> None:
    screen = opened("library", "en")

    screen.session_state["bring_form"] = True
    screen.run()
    screen.file_uploader("own_upload").upload("our-day.toml", INSTRUMENT.encode(), "application/toml").run()
    without_mistakes(screen.button("own_upload_save").click().run())

    assert "our-day" in app.library.instruments
    assert [header.value for header in screen.header] == ["Meeting"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("buzz.toml", METHOD.encode(), "The library has “buzz” already."),
        ("ours.toml", b"\xff\xfe", "this is not UTF-8 text"),
        ("ours.toml", b"title = 1", "neither a template"),
        ("ours.toml", METHOD.replace("minimum = 4", 'minimum = "4"').encode(), "must be a whole number"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(app: Application, name: str, data: bytes, words: str) -> None:
    screen = opened("library", "en")

    screen.session_state["bring_form"] = True
    screen.run()
    screen.file_uploader("own_upload").upload(name, data, "application/toml").run()
    screen.button("own_upload_save").click().run()

    (error,) = screen.error
    assert words in error.value.replace("\\", "")
    assert app.library.own(METHODS) == ()


def test_the_open_event_is_saved_as_a_template(app: Application) -> None:
    event = a_new_event(app)
    screen = opened("library", "en")
    screen.segmented_control("library_part").set_value(INSTRUMENTS).run()

    screen.session_state["save_agenda_form"] = True
    screen.run()
    screen.text_input("template_title").set_value("Our conference").run()
    without_mistakes(screen.button("template_save").click().run())

    made = app.library.instruments["our-conference"]
    assert [len(day.items) for day in made.days] == [len(day.items) for day in app.agendas.get(event.id).days]
    assert [header.value for header in screen.header] == ["Our conference"]


def test_an_own_method_is_removed(app: Application) -> None:
    app.own_library.bring_in("ours.toml", METHOD.encode())
    screen = reading("method", "ours")

    without_mistakes(screen.button("remove_own·ours").click().run())

    assert app.library.own(METHODS) == ()
    assert len(titles(screen)) == len(app.library.methods)


def test_an_own_file_that_cannot_be_read_any_more_is_told_and_can_be_mended(app: Application) -> None:
    file = app.own_library.bring_in("ours.toml", METHOD.encode())
    with app.own_library.desk.work() as work:
        work.own_files.save(replace(file, content=METHOD + "x = 1\n"))
        work.commit()
    screen = opened("library", "en")

    (warning,) = screen.warning
    assert "“ours.toml” of yours cannot be used as it is" in warning.value.replace("\\", "")
    screen.button("edit_own·ours").click().run()
    screen.text_area("own·ours·text").set_value(METHOD).run()
    without_mistakes(screen.button("own_save").click().run())

    assert "ours" in app.library.methods
