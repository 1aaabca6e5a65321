"""Materials and logistics: what to buy, print and bring with boxes to tick, and what stands where when; for staff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from facilitation.documents.running_order_word import staff_mark
from facilitation.documents.word_front import day_heading, nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import TICK_BOX, Cell, Row, Run, head_row, heading, paragraph, table
from facilitation.documents.word_styles import PORTRAIT, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, clock_text, minutes_text, number_text, share_text
from facilitation.i18n.material_words import supply_label
from facilitation.i18n.translator import Translator
from facilitation.planning.material_moves import MaterialMove, material_moves
from facilitation.planning.material_tasks import by_supply
from facilitation.planning.materials import RESERVE, MaterialNeed, MaterialUse, material_needs

PACKING = (14.0, 80.0, 24.0, 24.0, 38.0)
SESSIONS = (30.0, 58.0, 92.0)
MOVES = (26.0, 58.0, 34.0, 34.0, 28.0)
Used = tuple[MaterialUse, MaterialNeed]


def materials_docx(record: EventRecord, _: Translator, stamp: Stamp, reserve: float = RESERVE) -> bytes:
    """The list on A4: for the shop and the car first, then by day and room, then what is carried in between."""
    paper = Paper(record.event, _, stamp, title=_("Materials and logistics"), page=PORTRAIT)
    paper.header = staff_mark(_)
    needs = material_needs(record, reserve)
    paper.add(title_block(paper))
    if not needs:
        paper.add(nothing_yet(_("No materials have been written down yet.")))
        return paper.data()
    made = _MaterialsPaper(record, _, needs, reserve)
    paper.add(made.packing(), made.places(), made.moves())
    return paper.data()


@dataclass(frozen=True, slots=True)
class _MaterialsPaper:
    record: EventRecord
    _: Translator
    needs: tuple[MaterialNeed, ...]
    reserve: float

    def packing(self) -> Iterable[Element]:
        """One table for each way a thing gets there."""
        _, language = self._, self._.language
        share = share_text(self.reserve, language)
        yield paragraph(
            _(
                "What is used up is added over all sessions, with {share} in reserve. "
                "What serves again is counted once for sessions that follow each other."
            ).format(share=share),
            "Lead",
        )
        titles = (_("Ready"), _("Material"), _("Quantity"), _("In reserve"), _("First needed"))
        for supply, needs in by_supply(self.needs).items():
            title = supply_label(supply, _)
            head = head_row(titles, numbers=(2, 3))
            yield heading(title)
            yield table(PACKING, [head, *map(self._packing_row, needs)], title=title)

    def _packing_row(self, need: MaterialNeed) -> Row:
        _, language = self._, self._.language
        first = min(need.uses, key=lambda use: use.starts_at)
        when = _("Day {number}, {time}").format(number=first.day, time=clock_text(first.starts_at))
        return Row(
            [
                Cell(TICK_BOX, "Tick Box"),
                need.name.said_in(language),
                Cell([Run(number_text(need.quantity, language), "Strong")], "Table Number"),
                Cell(number_text(need.reserve, language) if need.reserve else "", "Table Number"),
                when if self.record.event.day_count > 1 else clock_text(first.starts_at),
            ]
        )

    def places(self) -> Iterable[Element]:
        """What stands in each room on each day, in the order of the sessions."""
        used = sorted(
            ((use, need) for need in self.needs for use in need.uses),
            key=lambda entry: (entry[0].day, entry[0].room, entry[0].starts_at, entry[0].item_id),
        )
        for number, of_day in groupby(used, key=lambda entry: entry[0].day):
            yield heading(day_heading(self.record.event, number, self._), page_break=True)
            for room, of_room in groupby(of_day, key=lambda entry: entry[0].room):
                yield from self._room(room, list(of_room))

    def _room(self, room: str, used: Sequence[Used]) -> Iterable[Element]:
        _ = self._
        title = room or _("Room not named yet")
        rows = [self._session_row(list(of_item)) for _id, of_item in groupby(used, key=lambda entry: entry[0].item_id)]
        yield heading(title, 2)
        yield table(SESSIONS, [head_row((_("Time"), _("Session"), _("Materials"))), *rows], title=title)

    def _session_row(self, used: Sequence[Used]) -> Row:
        language, first = self._.language, used[0][0]
        item = self.record.agenda.item(first.item_id)
        things = [
            paragraph(f"{number_text(use.quantity, language)} × {need.name.said_in(language)}", "Table Text")
            for use, need in used
        ]
        return Row(
            [
                Cell(clock_span_text(first.starts_at, first.ends_at), "Clock"),
                item.title.said_in(language) if item else "",
                Cell(blocks=tuple(things)),
            ]
        )

    def moves(self) -> Iterable[Element]:
        """What is carried from room to room."""
        _, moves = self._, material_moves(self.needs)
        if not moves:
            return
        title = _("To be carried between rooms")
        yield heading(title, page_break=True)
        yield paragraph(
            _("Whoever carries them finds the things free in the first room and needed in the second."), "Lead"
        )
        head = head_row((_("Needed"), _("Material"), _("From"), _("To"), _("Time for it")))
        yield table(MOVES, [head, *map(self._move_row, moves)], title=title)

    def _move_row(self, move: MaterialMove) -> Row:
        _, language = self._, self._.language
        when = _("Day {number}, {time}").format(number=move.day, time=clock_text(move.needed_at))
        is_overnight = move.free_at.date() != move.needed_at.date()
        pause = _("overnight") if is_overnight else minutes_text(move.needed_at - move.free_at)
        return Row(
            [
                when if self.record.event.day_count > 1 else clock_text(move.needed_at),
                f"{number_text(move.quantity, language)} × {move.name.said_in(language)}",
                move.from_room,
                move.to_room,
                pause,
            ]
        )
