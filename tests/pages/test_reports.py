"""The screen of the reports: choose a paper, write its parts, and what waits for the anonymity check."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from facilitation.domain.proceedings import VolumePart
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.ui.state import widget_key
from tests.builders import EVENT_ID, a_note, a_participation, a_record, an_event
from tests.pages.opened import opened, said, stored, without_mistakes


def a_committee(app: Application) -> None:
    event = an_event(instrument="regional-committee", languages=("sq", "en"))
    people = (a_participation(days_attended=(1,)),)
    stored(app, a_record(event=event, items=[30, 30], notes=(a_note(),), participations=people))


def parts(app: Application) -> dict[str, VolumePart]:
    return {f"{part.paper}/{part.part}": part for part in app.proceedings.get(EVENT_ID).parts}


def papers_offered(screen: AppTest) -> list[str]:
    keys = (str(button.key) for button in screen.get("download_button"))
    return [key for key in keys if key.startswith("paper")]


def choose(screen: AppTest, paper: str) -> AppTest:
    control = screen.segmented_control(widget_key("report_paper", EVENT_ID))
    return without_mistakes(control.set_value(paper).run())


def test_a_paper_is_chosen_read_and_its_gaps_lead_to_where_they_are_mended(app: Application) -> None:
    a_committee(app)
    screen = opened("reports", "en")

    assert [box.label for box in screen.checkbox][:2] == ["1. The meeting", "2. Present and absent"]
    assert papers_offered(screen) == [widget_key("paper", "minutes.docx", code) for code in ("en", "sq")]
    words = said(screen)
    assert "1 part is still missing." in words
    assert ":orange[missing]" in words
    assert ":green[from the record]" in words

    words = said(choose(screen, "six-month-report"))
    assert "Only you can write this part." in words
    assert papers_offered(screen)[0] == widget_key("paper", "six-month-report.docx", "en")

    choose(screen, "other")
    titles = screen.selectbox(widget_key("other_paper", EVENT_ID)).options
    assert titles == sorted(titles)
    assert len(titles) == 10

    choose(screen, "minutes").button(widget_key("mend", "minutes", "actions")).click().run()
    assert [title.value for title in screen.title] == ["Notes"]


def test_a_part_is_written_left_out_and_taken_back(app: Application) -> None:
    a_committee(app)
    app.preferences.keep_draft(EVENT_ID, widget_key("report", "minutes", "next", "sq"), "Gjysma")
    screen = opened("reports")
    assert parts(app)["minutes/next"].text == Text(sq="Gjysma")
    assert app.preferences.drafts(EVENT_ID) == {}

    without_mistakes(screen.button(widget_key("write", "minutes", "actions")).click().run())
    without_mistakes(
        screen.text_area(widget_key("report", "minutes", "actions", "sq")).set_value("Kush bën çfarë. ").run()
    )
    assert parts(app)["minutes/actions"].text == Text(sq="Kush bën çfarë.")
    assert ":green[e shkruar]" in said(screen)

    box = screen.checkbox(widget_key("report_in", EVENT_ID, "minutes", "actions"))
    without_mistakes(box.set_value(False).run())
    assert parts(app)["minutes/actions"].is_left_out
    without_mistakes(screen.button("undo_proceedings").click().run())
    assert not parts(app)["minutes/actions"].is_left_out
    assert screen.checkbox(widget_key("report_in", EVENT_ID, "minutes", "actions")).value is True


def test_a_paper_waits_on_this_screen_until_its_places_are_answered(app: Application) -> None:
    a_committee(app)
    app.reports.write(EVENT_ID, "minutes", "actions", Text(), Text(sq="Vajza Mirela Kashtori kërkoi ndihmë."))
    screen = opened("reports", "en")
    assert papers_offered(screen) == []
    assert "the paper waits for the anonymity check below" in said(screen)
    assert "**Mirela Kashtori**" in said(screen)
    assert papers_offered(choose(screen, "six-month-report"))

    choose(screen, "minutes")
    (place,) = app.anonymity.places(EVENT_ID, "minutes")
    screen.text_input(widget_key("anonymity", place.exposure.key)).set_value("R-014").run()
    screen.button(widget_key("anonymity", place.exposure.key, "replace")).click().run()

    assert len(papers_offered(without_mistakes(screen))) == 2
    assert "Nothing is missing: the paper can go out." in said(screen)
