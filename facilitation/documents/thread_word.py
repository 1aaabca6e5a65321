"""The thread on paper: from the answers to the commitments as a matrix, and where it breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from facilitation.documents.word_front import nothing_yet, some_of, title_block
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, bullets, head_row, heading, paragraph, spacer, table
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.event import Objective
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.record import EventRecord
from facilitation.i18n.thread_sentences import gap_lists
from facilitation.i18n.translator import Translator
from facilitation.planning.small_cells import public_total, small_text
from facilitation.planning.thread import Thread, thread

YES = "✓"
TICK_WIDTH, REPLIES_WIDTH = 13.0, 20.0
CHAIN = (0.20, 0.15, 0.22, 0.22, 0.21)
"""Shares of the width: objective, themes, sessions, recommendations, commitments."""
MOST_IN_CELL, LONGEST_NOTE = 6, 160


def thread_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """The annex as a paper of its own."""
    paper = Paper(record.event, _, stamp, title=_("From answers to commitments"), page=LANDSCAPE)
    paper.add(title_block(paper), thread_section(record, _))
    return paper.data()


@dataclass(frozen=True, slots=True)
class Frame:
    """How the thread stands in its paper: ``width`` in millimetres, how parts and what is below them are headed, and
    how tables are named.

    ``columns`` = the shares of the width of objective, themes, sessions, recommendations and commitments;
    ``told`` = how the last two are told (``None`` = in their words).
    """

    width: float
    part: Callable[[str], Element]
    below: Callable[[str], Element]
    tabled: Callable[[str, Sequence[float], Row, Sequence[Row]], Iterable[Element]]
    columns: Sequence[float] = CHAIN
    told: Callable[[Sequence[Note]], Cell] | None = None


def _labelled(title: str, columns: Sequence[float], head: Row, rows: Sequence[Row]) -> Iterator[Element]:
    """A table under a small label, as in a paper without captions."""
    yield paragraph(title, "Label")
    yield table(columns, [head, *rows], title=title)


OWN_PAPER = Frame(LANDSCAPE.text_width, heading, partial(heading, level=2), _labelled)


def thread_section(record: EventRecord, _: Translator, frame: Frame = OWN_PAPER) -> Iterator[Element]:
    """The matrix, the chain and the gaps. The record must carry its questionnaires and replies."""
    found = thread(record)
    if found.is_empty:
        yield nothing_yet(_("There are no objectives and no themes yet."))
        return
    if found.whole.objectives:
        yield frame.part(_("Themes, objectives and sessions"))
        yield from _key(found.whole.objectives, _)
        yield from _matrices(found, _, frame)
        yield frame.part(_("What became of each objective"))
        yield from _chain(found, _, frame)
        yield spacer()
    yield frame.part(_("Where the thread breaks"))
    yield from _gaps(found, _, frame)


def _key(objectives: Sequence[Objective], _: Translator) -> Iterator[Element]:
    """What the numbers of the columns mean."""
    for number, objective in enumerate(objectives, start=1):
        yield paragraph(f"{number}. {objective.text.said_in(_.language)}", "Form Line")


def _matrices(found: Thread, _: Translator, frame: Frame) -> Iterator[Element]:
    goals = found.whole.objectives
    numbers = [str(number) for number in range(1, len(goals) + 1)]
    ticks = min(TICK_WIDTH, frame.width / 2 / len(goals))
    if found.whole.themes:
        rows = [
            Row(
                [
                    theme.title.said_in(_.language),
                    Cell(small_text(public_total(found.replies[theme.id])), "Table Number"),
                    *(_tick(found.has_theme(goal, theme)) for goal in goals),
                ]
            )
            for theme in found.whole.themes
        ]
        first = frame.width - REPLIES_WIDTH - ticks * len(goals)
        head = head_row((_("Theme"), _("Replies"), *numbers), numbers=(1,))
        columns = (first, REPLIES_WIDTH, *[ticks] * len(goals))
        yield from frame.tabled(_("Themes behind the objectives"), columns, head, rows)
        yield spacer()
    if found.whole.sessions:
        rows = [
            Row([item.title.said_in(_.language), *(_tick(found.serves(item, goal)) for goal in goals)])
            for item in found.whole.sessions
        ]
        columns = (frame.width - ticks * len(goals), *[ticks] * len(goals))
        yield from frame.tabled(_("Sessions for the objectives"), columns, head_row((_("Session"), *numbers)), rows)
        yield spacer()


def _tick(is_tied: bool) -> Cell:
    return Cell(YES if is_tied else "", "Table Centre")


def _chain(found: Thread, _: Translator, frame: Frame) -> Iterable[Element]:
    head = head_row((_("Objective"), _("Themes"), _("Sessions"), _("Recommendations"), _("Commitments")))
    rows = [_chain_row(found, goal, _, frame) for goal in found.whole.objectives]
    title = _("The objectives, from their themes to the commitments")
    return frame.tabled(title, [frame.width * share for share in frame.columns], head, rows)


def _chain_row(found: Thread, goal: Objective, _: Translator, frame: Frame) -> Row:
    strand, language = found.from_objective(goal), _.language
    return Row(
        [
            Cell(goal.text.said_in(language), "Table Item"),
            _several([theme.title.said_in(language) for theme in strand.themes], _),
            _several([item.title.said_in(language) for item in strand.sessions], _),
            _notes(strand.recommendations, _, frame),
            _notes(strand.commitments, _, frame),
        ]
    )


def _notes(notes: Sequence[Note], _: Translator, frame: Frame) -> Cell:
    return frame.told(notes) if frame.told and notes else _several([_promise(note) for note in notes], _)


def _promise(note: Note) -> str:
    """The words of a recommendation; of a commitment also whose it is."""
    said = shortened(note.text, LONGEST_NOTE)
    is_owned = note.kind is NoteKind.COMMITMENT and note.owner.strip()
    return f"{said} ({note.owner})" if is_owned else said


def _several(texts: Sequence[str], _: Translator) -> Cell:
    shown = some_of(tuple(dict.fromkeys(texts)), MOST_IN_CELL, _) or ("–",)
    return Cell(blocks=tuple(paragraph(text, "Table Name") for text in shown))


def _gaps(found: Thread, _: Translator, frame: Frame) -> Iterator[Element]:
    lists = [entry for entry in gap_lists(found.gaps(), _) if entry.lines]
    if not lists:
        yield paragraph(_("Nowhere: every theme is taken up and every objective has answers and sessions."))
    for entry in lists:
        yield frame.below(entry.title)
        yield from bullets(shortened(line.text, LONGEST_NOTE) for line in entry.lines)
