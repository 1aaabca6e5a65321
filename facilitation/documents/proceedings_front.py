"""The first parts of the proceedings: imprint, short forms, executive summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.documents.proceedings_registers import RECOMMENDATIONS
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_front import when_and_where
from facilitation.documents.word_parts import Cell, Row, Run, head_row, paragraph, paragraphs, said
from facilitation.documents.word_xml import Element
from facilitation.domain.proceedings import Section
from facilitation.i18n.formats import day_text, number_text
from facilitation.i18n.labels import section_label
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_acronyms import LEAST_USES, AcronymUse
from facilitation.planning.proceedings_content import Proceedings

ACRONYMS = (32.0, 130.0)
MAIN_RECOMMENDATIONS = 5


def imprint(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """Who made the volume, with whose support, and whose views it holds."""
    _, made, language = volume._, content.imprint, volume.language
    yield volume.unnumbered(section_label(Section.IMPRINT, _), page_break=True)
    yield paragraph([said(made.title, language, "Strong")])
    yield paragraph(when_and_where(volume.paper.event, language))
    if made.host:
        yield _named(_("Published by"), made.host.said_in(language))
    yield _named(_("Made on"), day_text(made.made_on, language, with_year=True, with_weekday=False))
    if made.donors:
        yield _named(_("Supported by"), made.donors.said_in(language))
    yield from paragraphs(content.text(Section.IMPRINT).said_in(language))
    yield paragraph(
        _(
            "The views in this volume are those of the people who took part. They are not necessarily those of the "
            "publisher or of the donors."
        )
    )
    yield paragraph(
        _(
            "Names and details of beneficiaries have been left out. Speakers are shown as the rule of each session "
            "allows, exact words only with the speaker’s consent."
        )
    )
    if made.is_sample:
        yield paragraph([Run(_("This is a sample. "), "Strong"), made.sources_note.said_in(language)])


def _named(label: str, text: str) -> Element:
    return paragraph([Run(f"{label}: ", "Strong"), text])


def acronyms(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """The short forms of the texts in this language that somebody explains, in the order of its letters."""
    _ = volume._
    shown = [use for use in content.acronyms if use.meaning and _is_used(use, volume.language)]
    rows = [
        Row([Cell(use.short, "Table Item"), use.meaning.said_in(volume.language)])
        for use in sorted_by(shown, lambda use: use.short, volume.language)
    ]
    if rows:
        yield from volume.captioned(
            _("Short forms"), ACRONYMS, head_row((_("Short form"), _("What it stands for"))), rows
        )


def _is_used(use: AcronymUse, language: str) -> bool:
    return use.is_typed or use.counts[language] >= LEAST_USES


def summary(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """The event in figures, and the first recommendations."""
    _ = volume._
    figures = list(_figures(content, _))
    if figures:
        yield paragraph([Run(_("In figures: "), "Strong"), " · ".join(figures)])
    main = content.recommendations[:MAIN_RECOMMENDATIONS]
    if main:
        yield paragraph(_("Main recommendations"), "Label")
    for entry in main:
        yield paragraph([entry.text, " (", *volume.register_links(RECOMMENDATIONS, [entry.number]), ")"], "List Bullet")


def _figures(content: Proceedings, _: Translator) -> Iterator[str]:
    """What there is anything of: people, sessions, recommendations, commitments and those already kept."""
    people = content.participation.total
    if people:
        yield _.plural("{count} person", "{count} people", people).format(count=number_text(people, _.language))
    sessions = len(content.sessions)
    if sessions:
        yield _.plural("{count} session", "{count} sessions", sessions).format(count=sessions)
    asked = len(content.recommendations)
    if asked:
        yield _.plural("{count} recommendation", "{count} recommendations", asked).format(count=asked)
    promised = len(content.commitments)
    if promised:
        yield _.plural("{count} commitment", "{count} commitments", promised).format(count=promised)
    kept = sum(entry.done_on is not None for entry in content.commitments)
    if kept:
        yield _.plural("{count} of them kept", "{count} of them kept", kept).format(count=kept)
