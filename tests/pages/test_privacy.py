"""Consents, the logistics view, codes, what is due to be deleted, handing out and erasing, on the screens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.consultation import Answer, Reply
from facilitation.domain.event import Event
from facilitation.domain.person import Consent, ConsentWay, Participation, Person, Purpose
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.planning.retention import FieldGroup
from facilitation.services import shared
from facilitation.services.application import Application
from facilitation.services.privacy import ConsentTrace, Privacy
from facilitation.settings import StaffRole
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, titles

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
DIET = "Pa mish derri"


def with_panel(app: Application, event: Event, language: str = "en") -> tuple[AppTest, Participation]:
    part = app.people.list_for(event.id)[0]
    screen = opened("people", language)
    screen.session_state["chosen"] = {"person": part.id}
    return without_mistakes(screen.run()), part


def an_event_over(app: Application) -> Event:
    """Somebody with a diet at an event of last month."""
    event = a_new_event(app, starts_on=date.today() - timedelta(days=40))
    app.people.add(event.id, Person("", "Zyra 1"), dietary_needs=DIET)
    return event


@LANGUAGES
def test_four_consents_stand_apart_and_none_is_given_beforehand(app: Application, language: str) -> None:
    event = a_new_event(app, people=2)

    screen, part = with_panel(app, event, language)

    fields = [screen.selectbox(f"person·{part.id}·{purpose.value}_consent").value for purpose in Purpose]
    assert fields == [Consent.NOT_ASKED] * 4
    words = {
        "sq": "2 persona të këtij aktiviteti nuk janë pyetur ende për asgjë.",
        "en": "2 people of this event have not been asked anything yet.",
    }
    assert words[language] in said(screen)


@LANGUAGES
def test_a_consent_is_kept_with_day_and_way_and_the_panel_says_so(app: Application, language: str) -> None:
    event = a_new_event(app, people=1)
    screen, part = with_panel(app, event, language)

    screen.selectbox(f"person·{part.id}·consent_way").set_value(ConsentWay.PAPER).run()
    screen.date_input(f"person·{part.id}·consent_day").set_value(date(2026, 1, 5)).run()
    screen.selectbox(f"person·{part.id}·quote_consent").set_value(Consent.YES).run()

    stored = app.people.list_for(event.id)[0]
    assert (stored.quote_consent, stored.photo_consent, stored.consented_on) == (
        Consent.YES, Consent.NOT_ASKED, date(2026, 1, 5),
    )  # fmt: skip
    assert app.privacy.consents(stored) == {Purpose.QUOTE: ConsentTrace(date.today(), ConsentWay.PAPER, "local")}
    assert {"sq": "Dhënë në letër, me nënshkrim", "en": "Given on paper, with a signature"}[language] in said(
        without_mistakes(screen)
    )


@LANGUAGES
def test_needs_are_a_number_until_the_logistics_view_is_opened(app: Application, language: str) -> None:
    event = a_new_event(app)
    part = app.people.add(event.id, Person("", "Zyra 1"), dietary_needs=DIET)
    screen, _part = with_panel(app, event, language)

    assert DIET not in said(screen)
    assert f"person·{part.id}·dietary_needs" not in [field.key for field in screen.text_input]
    assert {"sq": "1 person me nevoja ose dietë", "en": "1 person with needs or a diet"}[language] in said(screen)

    screen.button("open_needs").click().run()

    assert screen.text_input(f"person·{part.id}·dietary_needs").value == DIET
    assert DIET in str(screen.dataframe[0].value.to_dict())
    assert app.history.list_for(event.id)[0].verb == "view_needs"
    screen.button("close_needs").click().run()
    assert f"person·{part.id}·dietary_needs" not in [field.key for field in without_mistakes(screen).text_input]


def test_a_note_taker_is_offered_no_logistics_view(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    event = a_new_event(app)
    app.people.add(event.id, Person("", "Zyra 1"), dietary_needs=DIET)
    limited = replace(app, privacy=Privacy(app.privacy.desk, StaffRole.NOTE_TAKER))
    monkeypatch.setattr(shared, "_applications", dict.fromkeys(shared._applications, limited))

    screen = opened("people", "en")
    screen.session_state["chosen"] = {"needs_view": "1"}
    without_mistakes(screen.run())

    assert "open_needs" not in [button.key for button in screen.button]
    assert len(screen.dataframe) == 0
    assert DIET not in said(screen)


@LANGUAGES
def test_beneficiaries_are_added_by_code(app: Application, language: str) -> None:
    a_new_event(app)
    screen = opened("people", language)
    screen.session_state["add_coded"] = True
    without_mistakes(screen.run())

    screen.number_input("coded_count").set_value(2).run()
    screen.button("coded_save").click().run()

    assert titles(without_mistakes(screen)) == ["P-01", "P-02"]


@LANGUAGES
def test_the_first_screen_says_what_is_overdue_and_one_stroke_deletes_it(app: Application, language: str) -> None:
    event = an_event_over(app)
    _ = Translator(language)
    begins = _("Data of people of this event should have been deleted by {day}.").partition("{")[0]
    assert begins in said(opened("home", language))

    screen = opened("settings", language)
    screen.segmented_control("settings_part").set_value("privacy").run()
    assert "Zyra 1" in str(screen.dataframe[0].value.to_dict())
    assert screen.button("retention_delete").disabled
    screen.checkbox("retention_sure").check().run()
    screen.button("retention_delete").click().run()

    assert app.people.list_for(event.id)[0].dietary_needs == ""
    assert len(without_mistakes(screen).dataframe) == 0
    assert begins not in said(opened("home", language))


@LANGUAGES
def test_links_and_words_of_a_consultation_stand_in_the_list_of_what_is_due(app: Application, language: str) -> None:
    event = an_event_over(app)
    asked = app.consultations.add(event.id, title=Text("A", "A"), closes_on=date(2001, 1, 1))
    app.form_links.make(asked.id)
    with app.events.desk.work() as work:
        answers = (Answer("q", "Po"),)
        work.replies.save(
            Reply("r", event.id, asked.id, "", "Qendra B", given_at=datetime(2001, 1, 1), answers=answers)
        )
        work.commit()
    app.retention.set_rule(FieldGroup.REPLIES, 0, "x")
    screen = opened("settings", language)

    screen.segmented_control("settings_part").set_value("privacy").run()

    _ = Translator(language)
    (table,) = without_mistakes(screen).dataframe
    words = ", ".join((_("Organisation"), _("Written answers")))
    listed = set(zip(table.value[_("Person")], table.value[_("Fields")], strict=True))
    assert listed >= {("—", _("Address of the form")), ("Qendra B", words)}


def test_the_days_of_a_rule_are_changed_on_the_screen(app: Application) -> None:
    a_new_event(app)
    screen = opened("settings", "en")
    screen.segmented_control("settings_part").set_value("privacy").run()

    screen.number_input("retention·needs·days").set_value(7).run()
    screen.text_input("retention·needs·reason").set_value("Agreement with the donor").run()

    rule = app.retention.rules()[0]
    assert (rule.days, rule.reason) == (7, "Agreement with the donor")
    screen.text_input("retention·needs·reason").set_value("").run()
    assert [error.value for error in screen.error] == [
        "Write why the data are kept so long. The reason is shown to whoever asks."
    ]


@LANGUAGES
def test_erasing_lists_what_will_happen_and_asks_first(app: Application, language: str) -> None:
    event = a_new_event(app, people=2)
    screen, part = with_panel(app, event, language)
    _ = Translator(language)

    screen.button(f"ask_erase·{part.id}").click().run()

    assert _("This cannot be undone.") in said(without_mistakes(screen))
    assert _("Rows of the history removed: {count}").format(count=1) in said(screen)
    assert screen.button(f"erase_now·{part.id}").disabled
    assert app.people.list_for(event.id)[0] == part
    screen.checkbox(f"erase_sure·{part.id}").check().run()
    screen.button(f"erase_now·{part.id}").click().run()

    assert [entry.person.name for entry in app.people.list_for(event.id)] == ["Person i fshirë", "Zyra 2"]
    assert titles(without_mistakes(screen))[0] == "Person i fshirë"
