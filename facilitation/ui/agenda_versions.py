"""The versions of the plan: what was changed since the last one, releasing the next, and the old ones as they were."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from facilitation.domain.agenda import Audience
from facilitation.domain.finding import Severity
from facilitation.domain.release import Release
from facilitation.i18n.differences import difference_sentence
from facilitation.i18n.formats import clock_span_text, day_text
from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.planning.agenda_diff import Difference, plan_differences
from facilitation.planning.agenda_timing import timed_items
from facilitation.services.paper_names import RELEASE_PAPERS
from facilitation.ui import state
from facilitation.ui.agenda_view import AgendaView
from facilitation.ui.documents_menu import PAPER_NAMES, TITLE_WIDTH, WIDTH, file_button
from facilitation.ui.messages import attempt, plain, show_finding
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.side_panel import list_and_panel, panel_head

CHOSEN_RELEASE = "release"
MOST_FINDINGS = 8
MOST_CHANGES = 40


def versions_view(page: EventScreen, view: AgendaView) -> None:
    """Changes since the newest version with the form of the next; beside the list, the version that was chosen."""
    releases = page.app.releases.list_for(page.event_id)
    chosen = next((each for each in releases if each.id == state.chosen(CHOSEN_RELEASE)), None)
    main, side = list_and_panel(is_open=chosen is not None)
    with main:
        _work_in_progress(page, view, releases)
        _list(page, releases, chosen)
    if chosen:
        with side:
            _panel(page, chosen)


def _work_in_progress(page: EventScreen, view: AgendaView, releases: Sequence[Release]) -> None:
    _ = page._
    if not releases:
        st.write(_("No version has been released yet. Release one when you send or print the agenda."))
        _release_form(page, view, 1, ())
        return
    newest = releases[0]
    changes = page.app.releases.changes_since(newest.id)
    on = day_text(newest.released_at.date(), page.language)
    if not changes:
        st.write(
            _("Version {number} is out since {day}; nothing was changed since.").format(number=newest.number, day=on)
        )
        return
    count = len(changes)
    words = _.plural(
        "Version {number} is out since {day}; **{count}** change since.",
        "Version {number} is out since {day}; **{count}** changes since.",
        count,
    )
    st.write(words.format(number=newest.number, day=on, count=count))
    _changes(page, changes)
    public = plan_differences(page.app.releases.plan(newest.id), view.record, Audience.PUBLIC)
    _release_form(page, view, newest.number + 1, public)


def _sentences(page: EventScreen, changes: Sequence[Difference]) -> list[str]:
    methods = {key: method.title.said_in(page.language) for key, method in page.app.library.methods.items()}
    return [difference_sentence(change, page._, methods) for change in changes]


def _changes(page: EventScreen, changes: Sequence[Difference]) -> None:
    sentences = _sentences(page, changes)
    lines = [f"- {plain(sentence)}" for sentence in sentences[:MOST_CHANGES]]
    st.markdown("\n".join(lines))
    if len(sentences) > MOST_CHANGES:
        with st.expander(page._("All {count} changes").format(count=len(sentences))):
            st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences[MOST_CHANGES:]))


def _release_form(page: EventScreen, view: AgendaView, number: int, public: Sequence[Difference]) -> None:
    """What the rules say comes first; where something must be solved, releasing it all the same takes a tick."""
    _ = page._
    st.header(_("Release version {number}").format(number=number), anchor=False)
    has_blocks = _findings(page, view)
    with st.form(state.widget_key("release_form", page.event_id), border=True):
        name = st.text_input(_("Name (optional)"), placeholder=_("For the ministry"), max_chars=80, key="release_name")
        note = st.text_area(
            _("What is new, for everybody to read"), "\n".join(_sentences(page, public)), key="release_note", height=120
        )
        is_meant = not has_blocks or st.checkbox(
            _("Release it although something must be solved"), key="release_anyway"
        )
        sent = st.form_submit_button(_("Release version {number}").format(number=number), type="primary")
    if sent and not is_meant:
        st.error(_("Something must be solved first. Mend it, or tick that you release the version all the same."))
    elif sent:
        _release(page, name, note, number)


def _release(page: EventScreen, name: str, note: str, number: int) -> None:
    done = page._("Version {number} was released. Its prints can be made again at any time.").format(number=number)
    release = attempt(page.app.releases.release, page.event_id, name=name, note=note, done=done)
    if release:
        for key in ("release_name", "release_note", "release_anyway"):
            state.clear_widget(key)
        state.choose(CHOSEN_RELEASE, release.id)
    st.rerun()


def _findings(page: EventScreen, view: AgendaView) -> bool:
    """The gravest remarks of the rules; answers whether one of them must be solved."""
    _ = page._
    grave = [found for found in view.findings if found.severity is not Severity.HINT]
    grave.sort(key=lambda found: list(Severity).index(found.severity))
    if not grave:
        st.write(_("The rules have no objection to the agenda."))
    for found in grave[:MOST_FINDINGS]:
        show_finding(found, _)
    if len(grave) > MOST_FINDINGS:
        count = len(grave) - MOST_FINDINGS
        st.caption(_.plural("and {count} more remark", "and {count} more remarks", count).format(count=count))
    return any(found.severity is Severity.BLOCK for found in grave)


def _list(page: EventScreen, releases: Sequence[Release], chosen: Release | None) -> None:
    if not releases:
        return
    st.header(page._("Released versions"), anchor=False)
    row_list(
        [_row(page, release) for release in releases],
        key=state.widget_key("releases", page.event_id),
        label=page._("Released versions"),
        chosen=chosen.id if chosen else "",
        on_chosen=lambda release_id: state.choose(CHOSEN_RELEASE, release_id),
    )


def _row(page: EventScreen, release: Release) -> Row:
    return Row(
        id=release.id,
        lead=str(release.number),
        title=_name(page, release),
        facts=" ".join(release.note.split()),
        trail=day_text(release.released_at.date(), page.language, with_weekday=False),
    )


def _name(page: EventScreen, release: Release) -> str:
    return release.name or page._("Version {number}").format(number=release.number)


def _panel(page: EventScreen, release: Release) -> None:
    _ = page._
    day = day_text(release.released_at.date(), page.language, with_year=True)
    facts = (_("Version {number}").format(number=release.number), day, release.released_by)
    panel_head(_name(page, release), facts, _, what=CHOSEN_RELEASE)
    if release.note:
        st.text(release.note)
    _papers(page, release)
    _plan(page, release)
    changes = page.app.releases.changes_in(release.id)
    if changes:
        st.markdown("**" + _("Changed against the version before") + "**")
        _changes(page, changes)


def _papers(page: EventScreen, release: Release) -> None:
    with st.container(width=WIDTH, gap=None):
        for name in RELEASE_PAPERS:
            with st.container(horizontal=True, vertical_alignment="center", wrap=False):
                st.markdown(page._(PAPER_NAMES[name]), width=TITLE_WIDTH)
                for language, word in LANGUAGE_NAMES.items():
                    _paper(page, release, name, language, word)


def _paper(page: EventScreen, release: Release, name: str, language: str, word: str) -> None:
    stem, _, ending = name.partition(".")
    code = "" if language == "sq" else "-en"
    file_button(
        word,
        lambda: page.app.papers.released(release.id, name, language, page.app.preferences.print_look()),
        f"{stem}-v{release.number}{code}.{ending}",
        key=state.widget_key("released", release.id, name, language),
        type="tertiary",
        width="content",
    )


def _plan(page: EventScreen, release: Release) -> None:
    """The agenda as it was in the version."""
    _, record = page._, page.app.releases.plan(release.id)
    rows = [
        {
            _("Day"): entry.day,
            _("Time"): clock_span_text(entry.starts_at, entry.ends_at),
            _("Session"): entry.item.title.said_in(page.language),
            _("Room"): entry.item.room,
        }
        for entry in timed_items(record.agenda, record.event.starts_on)
    ]
    alt = _("The agenda as it was in version {number}").format(number=release.number)
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=alt)
