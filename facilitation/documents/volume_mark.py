"""How far a volume is, on its cover and on top of every page: a draft is never taken for the final volume."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import paragraph
from facilitation.documents.word_xml import Element
from facilitation.domain.proceedings import ProceedingsPlan, VolumeStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.volume_status import comments_until, edition, final_on


def marked_volume(paper: Paper, plan: ProceedingsPlan) -> Iterator[Element]:
    """Write the status over every page of the paper; answers the lines for its cover."""
    paper.header = status_text(plan, paper._)
    yield paragraph(paper.header, "Cover Line")
    if edition(plan) > 1:
        yield paragraph(paper._("Edition {number}").format(number=edition(plan)), "Cover Line")


def status_text(plan: ProceedingsPlan, _: Translator) -> str:
    """ "DRAFT · not to be quoted", "FOR COMMENT until 12 May 2027" or "Final, 20 May 2027"."""
    until, finished = comments_until(plan), final_on(plan)
    if finished:
        return _("Final, {day}").format(day=_day(finished, _))
    if until:
        return _("FOR COMMENT until {day}").format(day=_day(until, _))
    if plan.status is VolumeStatus.FOR_COMMENT:
        return _("FOR COMMENT")
    return _("DRAFT · not to be quoted or passed on")


def _day(day: date, _: Translator) -> str:
    return day_text(day, _.language, with_year=True, with_weekday=False)
