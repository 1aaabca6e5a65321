"""The script Streamlit reruns: page settings, language, event, navigation and the one error net."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from facilitation.errors import FacilitationError
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.ui import state
from facilitation.ui.messages import attempt, show_error, unexpected
from facilitation.ui.navigation import navigation_pages
from facilitation.ui.pdf_button import wanted_pdf
from facilitation.ui.screen import application, freeze_imports, translator
from facilitation.ui.switches import switch


def _switch_language() -> None:
    chosen = state.widget_value(state.LANGUAGE_SWITCH)
    if chosen:
        state.set_language(chosen)
        attempt(lambda: application().preferences.choose_language(chosen))


def _language_switch() -> None:
    with st.sidebar:
        default = state.language() or "sq"
        key = state.LANGUAGE_SWITCH
        switch("Gjuha · Language", LANGUAGE_NAMES, key=key, default=default, keeps=True, on_change=_switch_language)


def _guarded(run: Callable[[], None], _: Translator) -> None:
    """Run a page; whatever goes wrong becomes a sentence."""
    try:
        run()
    except FacilitationError as error:
        _explain(error, _)
    except Exception as error:  # noqa: BLE001 - the one net of all screens
        reference = unexpected(error)
        st.error(
            _("Something went wrong. What you had saved is kept. Reference: {reference}.").format(reference=reference),
            icon=":material/error:",
        )


def _explain(error: FacilitationError, _: Translator) -> None:
    """The reason and a way to try again; the navigation stays."""
    show_error(error, _)
    st.button(_("Try again"), key="try_again")


def _words() -> tuple[Translator, FacilitationError | None]:
    """The sentences of this visit; Albanian, and why, where the database or the library cannot be opened."""
    try:
        return translator(), None
    except FacilitationError as error:
        return Translator(state.language() or "sq"), error


def main() -> None:
    """One rerun."""
    st.set_page_config(page_title="Tryeza", page_icon="🪑", layout="wide")
    _, trouble = _words()
    page = st.navigation(navigation_pages(_), expanded=True)
    st.set_page_config(page_title=f"{page.title} · Tryeza", page_icon="🪑", layout="wide")
    _language_switch()
    if trouble:
        st.title(page.title, anchor=False)
        _explain(trouble, _)
    else:
        _guarded(page.run, _)
    freeze_imports()
    _guarded(wanted_pdf, _)


main()
