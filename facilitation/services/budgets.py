"""The budget: its lines, currency, rate and note, and what it adds up to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from facilitation.domain.budget import Budget, BudgetLine
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.exchange.budget_pasted import PastedLine, pasted_lines
from facilitation.i18n.budget_words import BEARERS, usual_label
from facilitation.i18n.translator import Translator
from facilitation.planning.budget_edits import with_lines_added, with_lines_moved, without_lines
from facilitation.planning.budget_usual import Bearer, UsualLine, usual_lines
from facilitation.services.desk import Desk
from facilitation.services.merging import merged

__all__ = ["Budgets", "PastedLine"]
MOST = Decimal(1_000_000_000)
MOST_LINES = 1000
LEAST_RATE, MOST_RATE = Decimal(1), Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Budgets:
    """What people do with the budget of an event."""

    desk: Desk

    def plan(self, event_id: str) -> EventRecord:
        """What work on the budget needs: event, budget and people; the rest of the record is left empty."""
        with self.desk.reading() as work:
            return EventRecord(
                event=work.events.get(event_id),
                agenda=work.agendas.get(event_id),
                guide=work.guides.get(event_id),
                participations=work.participations.list_for(event_id),
                budget=work.budgets.get(event_id),
            )

    def add_lines(self, event_id: str, lines: Iterable[BudgetLine], verb: str = "add_budget_line") -> Budget:
        """Add lines at the end; they get ids of their own."""
        new = [_usable(replace(line, id=self.desk.new_id())) for line in lines]
        return self._change(event_id, verb, lambda budget: with_lines_added(budget, new))

    def edit_lines(self, event_id: str, changes: Sequence[tuple[BudgetLine, BudgetLine]]) -> Budget:
        """Change lines, each given as it was seen and as it is wanted; other people's changes are kept."""
        for _seen, wanted in changes:
            _usable(wanted)

        def edit(budget: Budget) -> Budget:
            lines = {line.id: line for line in budget.lines}
            for seen, wanted in changes:
                if seen.id not in lines:
                    raise NotFound(mark("The line “{what}” was removed by somebody else."), what=seen.what)
                lines[seen.id] = merged(seen, wanted, lines[seen.id], subject=seen.id)
            return replace(budget, lines=tuple(lines.values()))

        return self._change(event_id, "edit_budget_line", edit)

    def remove_lines(self, event_id: str, ids: Collection[str]) -> Budget:
        """Remove lines; undo brings them back."""
        return self._change(event_id, "remove_budget_line", lambda budget: without_lines(budget, ids))

    def move_lines(self, event_id: str, ids: Collection[str], *, by: int) -> Budget:
        """Move lines up (-1) or down (+1)."""
        return self._change(event_id, "move_budget_line", lambda budget: with_lines_moved(budget, ids, by=by))

    def edit(self, seen: Budget, wanted: Budget) -> Budget:
        """Change currency, rate or note."""
        if wanted.rate is not None and not LEAST_RATE <= wanted.rate <= MOST_RATE:
            raise InvalidInput(
                mark("“{rate}” is no rate. Write how many lek one euro costs, such as 97.35."), rate=wanted.rate
            )
        heads = replace(seen, lines=()), replace(wanted, lines=())

        def edit(budget: Budget) -> Budget:
            head = merged(*heads, replace(budget, lines=()), subject=budget.event_id)
            return replace(head, lines=budget.lines)

        return self._change(seen.event_id, "edit_budget", edit)

    def start_from_usual(self, event_id: str, language: str) -> Budget:
        """Add the usual lines of this kind of event that are not there yet, with quantities and without prices."""
        with self.desk.reading() as work:
            event = work.events.get(event_id)
            known = {line.what for line in work.budgets.get(event_id).lines}
        proposed = [_from_usual(line, event, Translator(language)) for line in usual_lines(event)]
        lines = [line for line in proposed if line.what not in known]
        return self.add_lines(event_id, lines, "use_usual_lines")

    def pasted(self, event_id: str, text: str) -> tuple[PastedLine, ...]:
        """What the rows of a pasted table would become; nothing is saved."""
        with self.desk.reading() as work:
            return pasted_lines(text, work.budgets.get(event_id).currency)

    def _change(self, event_id: str, verb: str, edit: Callable[[Budget], Budget]) -> Budget:
        with self.desk.work() as work:
            before = work.budgets.get(event_id)
            after = edit(before)
            if len(after.lines) > MOST_LINES:
                raise InvalidInput(
                    mark("A budget holds {most} lines at most. Put small costs together."), most=MOST_LINES
                )
            if after == before:
                return before
            saved = work.budgets.save(after)
            self.desk.note_change(work, verb, event_id, before=before, after=saved)
            work.commit()
        return saved


def _from_usual(line: UsualLine, event: Event, _: Translator) -> BudgetLine:
    source = _(BEARERS[line.bearer])
    if line.bearer is Bearer.HOST:
        source = event.host.said_in(_.language) or source
    return BudgetLine(
        "", line.category, usual_label(line.key, _), Decimal(line.quantity), kind=line.kind, source=source
    )


def _usable(line: BudgetLine) -> BudgetLine:
    """The line, if it can be kept."""
    if not line.what.strip():
        raise InvalidInput(mark("A line has no name. Write what is paid for."))
    amounts = (line.quantity, line.unit_price, line.actual or Decimal(0), *(share.amount for share in line.shares))
    for amount in amounts:
        if not amount.is_finite() or not 0 <= amount <= MOST:
            raise InvalidInput(
                mark("“{what}”: {amount} is not possible. Amounts lie between 0 and {most}."),
                what=line.what,
                amount=amount,
                most=MOST,
            )
    if any(not share.source.strip() for share in line.shares):
        raise InvalidInput(mark("“{what}”: a share has no source. Write who bears it."), what=line.what)
    return line
