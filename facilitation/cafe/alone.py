"""What a seat costs whoever else sits there: tables not allowed, themes seen twice or missed, table changes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from facilitation.cafe.model import ABSENT, BROKEN, CHANGE, Codes, Matrix, Model, Plan, Visits


def alone_costs(model: Model, plan: Plan, number: int) -> Matrix | None:
    """People × tables for round ``number`` (from 0) while the other rounds stay; None where no seat costs anything."""
    if not _matters(model):
        return None
    others = [other for other in range(len(plan)) if other != number]
    costs = _costs(model, plan, number, others)
    if model.visits is not None:
        _add_missing(costs, model.visits, plan, others)
    return costs


def alone_total(model: Model, plan: Plan) -> float:
    """What all seats of a plan cost by themselves; what two rounds cause together counts once."""
    if not _matters(model):
        return 0.0
    total = 0.0 if model.visits is None else BROKEN * _missed(model.visits, plan)
    for number, tables_of in enumerate(plan):
        there = np.flatnonzero(tables_of != ABSENT)
        total += float(_costs(model, plan, number, range(number))[there, tables_of[there]].sum())
    return total


def _matters(model: Model) -> bool:
    return model.allowed is not None or model.visits is not None or len(model.access) > 0


def _costs(model: Model, plan: Plan, number: int, others: Iterable[int]) -> Matrix:
    """All but themes still to be seen, counting what ``others`` cause."""
    costs = np.zeros((plan.shape[1], model.tables))
    if model.allowed is not None:
        costs += BROKEN * ~model.allowed[number]
    for other in others:
        if model.visits is not None and model.visits.no_theme_twice:
            _add_again(costs, model, model.visits, plan, (number, other))
        if abs(other - number) == 1:
            _add_changes(costs, model, plan[other])
    return costs


def _add_again(costs: Matrix, model: Model, visits: Visits, plan: Plan, rounds: tuple[int, int]) -> None:
    """A theme of the other round is not to be seen again, but by who hosts it in one of the two."""
    number, other = rounds
    themes = _themes(visits, plan[other])
    themes[model.hosting[number] | model.hosting[other]] = -1
    costs += BROKEN * ((themes[:, None] == visits.theme_of) & (visits.theme_of >= 0))


def _add_missing(costs: Matrix, visits: Visits, plan: Plan, others: list[int]) -> None:
    seen = [_themes(visits, plan[other]) for other in others]
    for person, wanted in visits.must:
        open_ = wanted - {int(themes[person]) for themes in seen}
        costs[person] += BROKEN * (len(open_) - np.isin(visits.theme_of, list(open_)))


def _missed(visits: Visits, plan: Plan) -> int:
    """How many themes are not seen by somebody who must."""
    seen = [_themes(visits, tables_of) for tables_of in plan]
    return sum(len(wanted - {int(themes[person]) for themes in seen}) for person, wanted in visits.must)


def _themes(visits: Visits, tables_of: Codes) -> Codes:
    """The theme each person sees in a round; −1 for nobody there or no theme."""
    themes: Codes = np.where(tables_of == ABSENT, -1, visits.theme_of[tables_of])
    return themes


def _add_changes(costs: Matrix, model: Model, tables_of: Codes) -> None:
    """Somebody with access needs changes tables between this round and a neighbouring one."""
    for person in model.access:
        if tables_of[person] != ABSENT:
            costs[person] += CHANGE
            costs[person, tables_of[person]] -= CHANGE
