"""The fixed words of the note form for a computer: by them what somebody wrote beside the fields is told apart."""

from __future__ import annotations

from facilitation.domain.event import Sector
from facilitation.errors import mark
from facilitation.i18n.labels import note_kind_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.note_form import DECISIONS, FREE, KINDS, ROWS, UNCLEAR, FormRemark

HINT, CHOOSE, SHORT_HINT = mark("Write here"), mark("Choose"), "…"
"""What an empty field shows: one of several lines, a list, and one of a few words."""
TAKER, STARTED, ENDED = mark("Note-taker"), mark("Actual start"), mark("Actual end")
SAID, ACTIONS, PRESENT = mark("What was said"), mark("Who does what by when"), mark("How many were present")
ROW_TITLES = (
    mark("No."),
    mark("Kind"),
    mark("Speaker"),
    mark("Exact words, in the language spoken"),
    mark("In short"),
    mark("May be quoted"),
)
ACTION_TITLES = (mark("What (begin with a verb)"), mark("Responsible"), mark("By when"))
HARVEST = mark("What the table brought out")
ROUND = mark("Round {number}")
BLOCK_TITLES = {
    DECISIONS: mark("Decisions, one to a line"),
    UNCLEAR: mark("Unclear, asked back, one to a line"),
    FREE: mark("Anything else, one note to a line"),
}
KEYS = mark(
    'A sign at the start of a line says what it is: " exact words · ! recommendation · > commitment · ? question · '
    "# parking lot · @name: who speaks"
)
ROWS_HELP = mark(
    "One contribution to a row. Exact words and what they mean in short may stand side by side; tick only where the"
    " speaker agreed."
)
MOST_ROUNDS = 20
REMARKS = {
    "kind": mark("Row {row}: “{words}” is no kind of note; taken as a key point."),
    "name": mark("Row {row}: only the name “{words}” stands there; left out."),
    "day": mark("Row {row} of who does what: “{words}” is no day; it stays in the text."),
    "unnamed": mark("Nobody is named in this session: the names of the speakers were left out."),
    "second": mark("Round {row}: the table has a harvest already; this one is put beside it."),
}
LONGEST_WORDS = 60


def fixed_words(_: Translator) -> frozenset[str]:
    """Everything that stands after the first field of an empty form, in one language."""
    titles = (TAKER, STARTED, ENDED, SAID, ACTIONS, PRESENT, *ROW_TITLES, *ACTION_TITLES, HARVEST)
    others = (*BLOCK_TITLES.values(), KEYS, ROWS_HELP, HINT, CHOOSE)
    rounds = (_(ROUND).format(number=number) for number in range(1, MOST_ROUNDS + 1))
    return frozenset(
        {
            *(_(words) for words in (*titles, *others)),
            *rounds,
            *(sector_label(sector, _) for sector in Sector),
            *(note_kind_label(kind, _) for kind in KINDS),
            *(str(row) for row in range(1, ROWS + 1)),
            SHORT_HINT,
        }
    )


def remark_sentence(remark: FormRemark, _: Translator) -> str:
    """What could not be understood in a form, and where it stood."""
    words = remark.words if len(remark.words) <= LONGEST_WORDS else remark.words[:LONGEST_WORDS] + "…"
    if remark.code == "outside":
        said = _.plural(
            "{count} line stood beside the fields (“{words}”); taken as a key point.",
            "{count} lines stood beside the fields (“{words}” …); taken as key points.",
            remark.count,
        )
        return said.format(count=remark.count, words=words)
    row = next((part for part in remark.key.split(":") if part.isdigit()), "")
    return _(REMARKS[remark.code]).format(row=row, words=words)
