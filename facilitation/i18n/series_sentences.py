"""What is said of a series: its rhythms, what is overdue or soon due, and a presidency that ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from facilitation.domain.series import Duty, DutyKind, Series
from facilitation.errors import mark
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.presidency import Term
from facilitation.planning.series_rhythm import DutyStanding, Tally

RHYTHMS: Mapping[str, str] = {
    "every_days": mark("At the latest every … days"),
    "every_months": mark("At the latest every … months"),
    "per_year": mark("… times a year"),
    "": mark("As wished"),
}


def rhythm_text(duty: Duty, _: Translator) -> str:
    """ "at the latest every 92 days", "every month", "twice a year" or "as wished"."""
    if duty.every_days:
        several = _("at the latest every {count} days").format(count=duty.every_days)
        return _("every day") if duty.every_days == 1 else several
    if duty.every_months:
        several = _("at the latest every {count} months").format(count=duty.every_months)
        return _("every month") if duty.every_months == 1 else several
    if duty.per_year:
        return _("once a year") if duty.per_year == 1 else _("{count} times a year").format(count=duty.per_year)
    return _("as wished")


def left_text(standing: DutyStanding, _: Translator) -> str:
    """ "5 days late", "today" or "12 days left"; nothing where no day is set."""
    days = standing.days_left
    if days is None:
        return ""
    if days < 0:
        return _.plural("{count} day late", "{count} days late", -days).format(count=-days)
    return _("today") if days == 0 else _.plural("{count} day left", "{count} days left", days).format(count=days)


def tally_text(tally: Tally, _: Translator) -> str:
    """ "2 of 4 in 2027"."""
    if tally.owed is None:
        return _("{done} in {year}").format(done=tally.done, year=tally.year)
    return _("{done} of {owed} in {year}").format(done=tally.done, owed=tally.owed, year=tally.year)


def duty_notice(series: Series, standing: DutyStanding, today: date, _: Translator) -> str:
    """What the first screens say of a duty that is overdue or soon due."""
    duty, due_on = standing.duty, standing.due_on
    if due_on is None:
        return ""
    day = day_text(due_on, _.language, with_year=due_on.year != today.year, with_weekday=False)
    sentence = _(_notice_template(duty.kind, is_overdue=standing.overdue > 0)).format(
        series=series.title.said_in(_.language),
        duty=duty.title.said_in(_.language),
        day=day,
        left=left_text(standing, _),
    )
    return " ".join(part for part in (sentence, _planned(standing, _), _step(standing, today, _)) if part)


def _notice_template(kind: DutyKind, *, is_overdue: bool) -> str:
    if kind is DutyKind.REPORT:
        if is_overdue:
            return mark("{series}: “{duty}” was to be handed in by {day} ({left}).")
        return mark("{series}: “{duty}” is to be handed in by {day} ({left}).")
    if is_overdue:
        return mark("{series}: “{duty}” was to be held by {day} ({left}).")
    return mark("{series}: “{duty}” is to be held by {day} ({left}).")


def _planned(standing: DutyStanding, _: Translator) -> str:
    if standing.planned_on is None:
        return ""
    return _("The next one is planned for {day}.").format(day=day_text(standing.planned_on, _.language))


def _step(standing: DutyStanding, today: date, _: Translator) -> str:
    found = standing.next_step(today)
    return step_text(standing, today, _) if found and standing.is_soon else ""


def step_text(standing: DutyStanding, today: date, _: Translator) -> str:
    """The next step towards a paper with its day; nothing where there is none any more."""
    found = standing.next_step(today)
    if found is None:
        return ""
    step, day = found
    return _("Next step: {step}, by {day}.").format(
        step=step.title.said_in(_.language), day=day_text(day, _.language, with_weekday=False)
    )


def term_notice(series: Series, term: Term, next_president: str, _: Translator) -> str:
    """The warning before a presidency ends."""
    return _("{series}: the presidency of {president} ends on {day}; {next} follows. Prepare the handover.").format(
        series=series.title.said_in(_.language),
        president=term.president,
        day=day_text(term.ends_on, _.language, with_year=True, with_weekday=False),
        next=next_president,
    )


def comparison_text(standing: DutyStanding, other: Duty | None, _: Translator) -> str:
    """Whether a duty was met more often this year than the one it is compared with."""
    if standing.compared is None or other is None:
        return ""
    template = (
        _("{done} this year for {others} of “{other}”: not more often.")
        if standing.is_often_enough is False
        else _("{done} this year for {others} of “{other}”: it must be met more often.")
    )
    return template.format(
        done=standing.this_year.done, others=standing.compared.done, other=other.title.said_in(_.language)
    )
