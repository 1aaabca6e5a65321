"""The prints of the guide: which old ones are out of date, how they look, whose guide, and the papers beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

import streamlit as st

from facilitation.domain.print_look import PrintLook
from facilitation.i18n.formats import clock_text, day_text
from facilitation.i18n.rehearsal_words import page_change, part_change
from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.facilitator_guide import facilitators_of
from facilitation.services.guides import PrintedGuide
from facilitation.ui import state
from facilitation.ui.documents_menu import file_button, paper_button, paper_lines
from facilitation.ui.guide_view import GuideView
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.print_look import print_look_fields

WHOLE, EVERYBODY = "", "*"
BESIDE = ("run-of-show.docx", "pocket-cards.docx", "cafe-hosts.docx", "training-plan.docx", "rehearsal.docx")
"""What is printed beside the guide."""
MOST_LINES = 12
LONGEST_NAME = 40
Make = Callable[[str, PrintLook], bytes]


def prints_view(page: EventScreen, view: GuideView) -> None:
    """Old prints first: what is out of date in the hands of somebody."""
    _ = page._
    _old_prints(page, page.app.guides.printed(page.event_id))
    st.header(_("How papers are printed"), anchor=False)
    with st.container(horizontal=True):
        print_look_fields(page, "guide")
    st.caption(_("This holds for every paper you print on this computer, until you change it."))
    st.header(_("Guide"), anchor=False)
    _whose_guide(page, view)
    st.header(_("Beside the guide"), anchor=False)
    paper_lines(page, *BESIDE, place="print")


def _old_prints(page: EventScreen, printed: PrintedGuide | None) -> None:
    """Which version is out, and what differs from it."""
    _ = page._
    if printed is None:
        st.caption(
            _(
                "No version has been released yet. Release one in the agenda (“Versions”) before you print for "
                "everybody; then it stands here which prints are out of date."
            )
        )
        return
    release, changes = printed.release, printed.changes
    facts = {"number": release.number, "day": day_text(release.released_at.date(), page.language, with_weekday=False)}
    if not changes:
        st.write(_("Prints of version {number} ({day}) are up to date.").format(**facts))
        return
    count = len(changes.pages)
    template = _.plural(
        "Since version {number} ({day}) {count} page of the guide was changed: its prints are out of date.",
        "Since version {number} ({day}) {count} pages of the guide were changed: its prints are out of date.",
        count,
    )
    if not count:
        template = _("Since version {number} ({day}) parts of the guide were changed: its prints are out of date.")
    st.warning(template.format(count=count, **facts), icon=":material/print_error:")
    _changed_pages(page, printed)


def _changed_pages(page: EventScreen, printed: PrintedGuide) -> None:
    lines = list(_change_lines(page, printed))
    st.markdown("\n".join(f"- {line}" for line in lines[:MOST_LINES]))
    if len(lines) > MOST_LINES:
        with st.expander(page._("All {count} changes").format(count=len(lines))):
            st.markdown("\n".join(f"- {line}" for line in lines[MOST_LINES:]))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(page._("Print only what changed"), width="content")
        _buttons(
            page, "changed", "guide-changes", lambda *wanted: page.app.papers.changed_guide(page.event_id, *wanted)
        )


def _change_lines(page: EventScreen, printed: PrintedGuide) -> Iterator[str]:
    _, changes = page._, printed.changes
    for change in changes.pages:
        yield f"{_name(page, change.entry)} – {page_change(change.what, _)}"
    yield from (part_change(name, _) for name in changes.parts)


def _name(page: EventScreen, entry: TimedItem) -> str:
    title = f"{clock_text(entry.starts_at)} · {entry.item.title.said_in(page.language)}"
    if page.event.day_count > 1:
        title = page._("Day {number} · {title}").format(number=entry.day, title=title)
    return plain(title)


def _whose_guide(page: EventScreen, view: GuideView) -> None:
    """The whole guide, everybody's own one in one file, or the own one of one facilitator."""
    _, people = page._, dict(facilitators_of(view.record))
    names = {WHOLE: _("The whole guide"), EVERYBODY: _("One for each facilitator, in one file"), **people}
    choices = list(names) if people else [WHOLE]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who = st.selectbox(
            _("Whose guide"),
            choices,
            key=state.widget_key("guide_of", page.event_id),
            format_func=lambda each: names.get(each, each),
        )
        if who == WHOLE or who not in names:
            for code, word in LANGUAGE_NAMES.items():
                paper_button(page, "guide.docx", code, word, place="print", icon=":material/download:")
            return
        stem = "guides" if who == EVERYBODY else f"guide-{_file_name(names[who])}"
        wanted = WHOLE if who == EVERYBODY else who
        _buttons(page, "guide_of", stem, lambda *look: page.app.papers.guide_of(page.event_id, wanted, *look))


def _buttons(page: EventScreen, key: str, stem: str, make: Make) -> None:
    """A paper in either language, in the look that is chosen when the button is pressed."""
    for code, word in LANGUAGE_NAMES.items():
        file_button(
            word,
            _made(page, make, code),
            f"{stem}.docx" if code == "sq" else f"{stem}-en.docx",
            key=state.widget_key(key, code),
            icon=":material/download:",
        )


def _made(page: EventScreen, make: Make, language: str) -> Callable[[], bytes]:
    return lambda: make(language, page.app.preferences.print_look())


def _file_name(name: str) -> str:
    """A name for a file: letters without signs, words with hyphens."""
    letters: Iterable[str] = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = "".join(sign if sign.isalnum() else " " for sign in letters).split()
    return "-".join(words)[:LONGEST_NAME].rstrip("-") or "x"
