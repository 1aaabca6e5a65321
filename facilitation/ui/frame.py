"""The script Streamlit reruns: page settings, language, event, navigation and the one error net."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from facilitation.errors import FacilitationError
from facilitation.i18n.translator import Translator
from facilitation.ui import state
from facilitation.ui.messages import show_error, unexpected
from facilitation.ui.navigation import navigation_pages
from facilitation.ui.screen import application, translator


def _switch_language() -> None:
    chosen = state.widget_value(state.LANGUAGE_SWITCH)
    if chosen:
        state.set_language(chosen)
        application().preferences.choose_language(chosen)


def _language_switch() -> None:
    names = {"sq": "Shqip", "en": "English"}
    with st.sidebar:
        st.segmented_control(
            "Gjuha · Language",
            list(names),
            default=state.language() or "sq",
            required=True,
            format_func=lambda code: names[code],
            key=state.LANGUAGE_SWITCH,
            on_change=_switch_language,
            label_visibility="collapsed",
            persist_state="session",
        )


def _guarded(run: Callable[[], None], _: Translator) -> None:
    """Run a page; whatever goes wrong becomes a sentence."""
    try:
        run()
    except FacilitationError as error:
        show_error(error, _)
    except Exception as error:  # noqa: BLE001 - the one net of all screens
        reference = unexpected(error)
        st.error(
            _("Something went wrong. What you had saved is kept. Reference: {reference}.").format(reference=reference),
            icon=":material/error:",
        )


def _refused(error: FacilitationError) -> None:
    """No database or library: still a navigation, with the reason and a way to try again."""
    _ = Translator(state.language() or "sq")

    def explain() -> None:
        st.title("Tryeza")
        show_error(error, _)
        st.button(_("Try again"), key="try_again")

    st.navigation([st.Page(explain, title="Tryeza", url_path="start", default=True)], position="hidden").run()


def main() -> None:
    """One rerun."""
    st.set_page_config(page_title="Tryeza", page_icon="🪑", layout="wide")
    try:
        _ = translator()
    except FacilitationError as error:
        _refused(error)
        return
    page = st.navigation(navigation_pages(_), expanded=True)
    st.set_page_config(page_title=f"{page.title} · Tryeza", page_icon="🪑", layout="wide")
    _language_switch()
    _guarded(page.run, _)


main()
