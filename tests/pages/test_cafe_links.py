"""The panel of phone pages on the café screen."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def the_panel(app: Application, language: str = "en", people: int = 12) -> tuple[AppTest, Event]:
    event = a_new_event(app, people=people)
    return with_panel(opened("cafe", language)), event


def with_panel(screen: AppTest) -> AppTest:
    screen.session_state["phone_pages"] = True
    return without_mistakes(screen.run())


@LANGUAGES
def test_one_click_makes_a_page_for_everybody(app: Application, language: str) -> None:
    screen, event = the_panel(app, language)
    _ = Translator(language)
    sentence = _.plural("{links} of {people} person has a page.", "{links} of {people} people have a page.", 12)
    assert sentence.format(links=0, people=12) in said(screen)

    without_mistakes(screen.button("phone_make").click().run())

    assert len(app.phone_links.list_for(event.id)) == 12
    assert sentence.format(links=12, people=12) in said(screen)
    assert [toast.value for toast in screen.toast] == [_("The pages are made.")]
    assert screen.button("phone_make").disabled


@LANGUAGES
def test_the_address_is_typed_once_and_a_wrong_one_is_said_in_words(app: Application, language: str) -> None:
    screen, _event = the_panel(app, language)
    assert Translator(language)("Badges carry the codes as soon as this address is known.") in said(screen)

    without_mistakes(screen.text_input("phone_address").set_value(" http://10.0.0.2:8501/ ").run())
    assert app.phone_links.address() == "http://10.0.0.2:8501"
    screen.text_input("phone_address").set_value("somewhere").run()

    (error,) = screen.error
    assert "http://192.168.1.10:8501" in error.value
    assert app.phone_links.address() == "http://10.0.0.2:8501"


def test_the_link_of_one_person_is_shown_and_revoked(app: Application) -> None:
    event = a_new_event(app, people=3)
    app.phone_links.make_all(event.id)
    app.phone_links.choose_address("http://10.0.0.2:8501")
    screen = with_panel(opened("cafe", "en"))
    link = app.phone_links.list_for(event.id)[0]

    without_mistakes(screen.selectbox("phone_page_of").select(link.participation_id).run())
    shown = [code.value for code in screen.code]
    without_mistakes(screen.button(f"phone_revoke·{link.token}").click().run())

    assert shown == [f"http://10.0.0.2:8501/p/{link.token}"]
    assert link not in app.phone_links.list_for(event.id)
    assert len(app.phone_links.list_for(event.id)) == 2


@LANGUAGES
def test_revoking_all_is_asked_twice(app: Application, language: str) -> None:
    event = a_new_event(app, people=3)
    app.phone_links.make_all(event.id)
    screen = with_panel(opened("cafe", language))
    _ = Translator(language)
    assert _("The codes on badges already printed stop working. New pages get new codes.") in said(screen)

    without_mistakes(screen.button("phone_revoke_now").click().run())

    assert app.phone_links.list_for(event.id) == ()
    assert [toast.value for toast in screen.toast] == [_("All pages were revoked.")]


def test_an_empty_list_has_nobody_to_make_a_page_for(app: Application) -> None:
    screen, _event = the_panel(app, people=0)

    assert screen.button("phone_make").disabled
