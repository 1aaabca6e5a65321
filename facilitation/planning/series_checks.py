"""What a series must be like so that its days can be worked out."""

from __future__ import annotations

from facilitation.domain.series import Duty, Presidency, Series
from facilitation.errors import InvalidInput, mark

MOST_DAYS, MOST_MONTHS, MOST_TIMES = 3660, 120, 12


def refuse_unusable(series: Series) -> None:
    """Raise InvalidInput where the name, a duty or the presidency cannot be worked with."""
    if not series.title:
        raise InvalidInput(mark("The series has no name. Write one, such as “Regional committee, Shkodër”."))
    for duty in series.duties:
        _refuse_duty(duty)
    if series.presidency:
        _refuse_presidency(series.presidency)


def _refuse_duty(duty: Duty) -> None:
    if not duty.title:
        raise InvalidInput(mark("What is owed has no name. Write one, such as “Meeting” or “Report”."))
    limits = ((duty.every_days, MOST_DAYS), (duty.every_months, MOST_MONTHS), (duty.per_year, MOST_TIMES))
    stated = [(value, most) for value, most in limits if value is not None]
    if len(stated) > 1:
        raise InvalidInput(
            mark("“{title}” has more than one rhythm. Choose days, months or times a year."), **_of(duty)
        )
    for value, most in stated:
        if not 1 <= value <= most:
            template = mark("“{title}” cannot have the rhythm {value}. Give a number from 1 to {most}.")
            raise InvalidInput(template, value=value, most=most, **_of(duty))


def _of(duty: Duty) -> dict[str, object]:
    return {"title": duty.title}


def _refuse_presidency(presidency: Presidency) -> None:
    if not presidency.members:
        raise InvalidInput(mark("Nobody presides. Write the members in their order, one on each line."))
    if len(set(presidency.members)) < len(presidency.members):
        twice = next(name for name in presidency.members if presidency.members.count(name) > 1)
        raise InvalidInput(mark("“{name}” stands twice among the members. Each presides once a round."), name=twice)
    if not 1 <= presidency.months <= MOST_MONTHS:
        template = mark("A term of {value} months cannot be planned. Give a number from 1 to {most}.")
        raise InvalidInput(template, value=presidency.months, most=MOST_MONTHS)
