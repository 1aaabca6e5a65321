"""What readers of a Word file wrote into it: comments with the words they are on, and changes they made.

Read from ``word/comments.xml``, ``word/commentsExtended.xml`` (answers and what is resolved) and the tracked changes of
the text (ISO/IEC 29500-1, 17.13). Neither the order of the parts nor names of styles are relied on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import islice

from lxml import etree

from facilitation.domain.proceedings import CommentKind, Section
from facilitation.exchange.word_open import DOCUMENT, word_parts
from facilitation.exchange.words import cleaned, folded
from facilitation.i18n.labels import section_label
from facilitation.i18n.translator import LANGUAGES, Translator

COMMENTS, THREADS = "word/comments.xml", "word/commentsExtended.xml"
MOST_REMARKS = 2_000
LONGEST_TEXT, LONGEST_ANCHOR, LONGEST_NAME = 4_000, 300, 120
AROUND = 80
"""Signs before a change that say where it is."""
AFTER = re.compile(r"^(?:[\d.]+|\w+ [A-Z]\.)\s+(.+)$")
SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
PUT_IN, TAKEN_OUT = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
UNREAD = frozenset({"Fallback", "rPr", "pPr", "sectPr", "instrText", "delInstrText"})


@dataclass(frozen=True, slots=True)
class WordRemark:
    """One comment or change: who, when, on which words, in which part of the volume (``None`` = before the first)."""

    author: str
    text: str
    anchor: str = ""
    section: Section | None = None
    written_at: datetime | None = None
    is_resolved: bool = False
    kind: CommentKind = CommentKind.REMARK


@cache
def _titles() -> dict[str, Section]:
    return {folded(section_label(part, Translator(language))): part for part in Section for language in LANGUAGES}


def section_titled(heading: str) -> Section | None:
    """The part of the volume with this heading, in either language; numbers and "Annex A." before it do not count."""
    return next((part for cut in (heading, *AFTER.findall(heading)) if (part := _titles().get(folded(cut)))), None)


def word_remarks(data: bytes, file_name: str) -> tuple[WordRemark, ...]:
    """Everything readers wrote into a file, in the order of the text. ``InvalidInput`` for what cannot be opened."""
    parts = word_parts(data, file_name, (COMMENTS, THREADS))
    text = _Text()
    text.read(parts[DOCUMENT])
    said = _comments(parts.get(COMMENTS), _threads(parts.get(THREADS)), text)
    found = sorted([*said, *text.changes()], key=lambda placed: placed[0])
    return tuple(remark for _place, remark in islice(found, MOST_REMARKS))


@dataclass(slots=True)
class _Anchor:
    """Where a comment stands, in which part of the volume, and the words it is on."""

    place: int
    section: Section | None
    words: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> bool:
        """Take more words in; False once there are enough of them."""
        self.words.append(words)
        self.length += len(words)
        return self.length < LONGEST_ANCHOR


@dataclass(slots=True)
class _Change:
    """Words one reader put in or took out in one go, from ``place`` to ``end``."""

    place: int
    end: int
    section: Section | None
    before: str
    author: str
    written_at: datetime | None
    is_added: bool
    words: list[str] = field(default_factory=list)


class _Text:
    """Walks through the text once and keeps what the comments and changes need of it."""

    def __init__(self) -> None:
        self.anchors: dict[str, _Anchor] = {}
        self._open: dict[str, _Anchor] = {}
        self._changes: list[_Change] = []
        self._paragraph: list[str] = []
        self._section: Section | None = None
        self._place = 0
        self._change: _Change | None = None

    def read(self, element: etree._Element) -> None:
        """An element with all that is in it, in the order of reading."""
        for part in element:
            name = _name(part)
            if name == "p":
                self._read_paragraph(part)
            elif name in PUT_IN or name in TAKEN_OUT:
                self._read_change(part, is_added=name in PUT_IN)
            elif name.startswith("comment"):
                self._mark(name, _attribute(part, "id"))
            elif name in ("t", "delText"):
                self._add(part.text or "", is_seen=name == "t")
            elif name in SIGNS:
                self._add(SIGNS[name], is_seen=True)
            elif name not in UNREAD:
                self.read(part)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        outer, self._paragraph = self._paragraph, []
        if _is_heading(paragraph):
            title = cleaned("".join(str(text.text or "") for text in paragraph.iter("{*}t")))
            self._section = section_titled(title) or self._section
        self.read(paragraph)
        self._paragraph = outer
        self._anchored(" ")
        if self._changes and self._changes[-1].end == self._place:
            self._changes[-1].words.append(" ")

    def _read_change(self, part: etree._Element, *, is_added: bool) -> None:
        author, written_at = cleaned(_attribute(part, "author"))[:LONGEST_NAME], _moment(_attribute(part, "date"))
        last = self._changes[-1] if self._changes else None
        if last is None or (last.end, last.author, last.is_added) != (self._place, author, is_added):
            last = _Change(self._place, self._place, self._section, self._before(), author, written_at, is_added)
            self._changes.append(last)
        outer, self._change = self._change, last
        self.read(part)
        self._change = outer
        last.end = self._place

    def _mark(self, name: str, key: str) -> None:
        is_new = key not in self.anchors and len(self.anchors) < MOST_REMARKS
        if name == "commentRangeStart" and is_new:
            self.anchors[key] = self._open[key] = _Anchor(self._place, self._section)
        elif name == "commentRangeEnd":
            self._open.pop(key, None)
        elif name == "commentReference" and is_new:
            self.anchors[key] = _Anchor(self._place, self._section, [self._before()])

    def _before(self) -> str:
        return cleaned("".join(self._paragraph))[-AROUND:]

    def _anchored(self, words: str) -> None:
        self._open = {key: anchor for key, anchor in self._open.items() if anchor.add(words)}

    def _add(self, words: str, *, is_seen: bool) -> None:
        if self._change is not None:
            self._change.words.append(words)
        self._place += 1
        if not is_seen:
            return
        self._paragraph.append(words)
        if self._open:
            self._anchored(words)

    def changes(self) -> Iterator[tuple[int, WordRemark]]:
        """The changes; words put in right where others were taken out by the same reader are one replacement."""
        waiting: _Change | None = None
        for change in self._changes:
            if not cleaned("".join(change.words)):
                continue
            if waiting and change.is_added and _follows(waiting, change):
                yield _placed(change, CommentKind.REPLACE, "".join(waiting.words))
                waiting = None
                continue
            if waiting:
                yield _placed(waiting, CommentKind.TAKE_OUT, waiting.before)
            waiting = None if change.is_added else change
            if change.is_added:
                yield _placed(change, CommentKind.PUT_IN, change.before)
        if waiting:
            yield _placed(waiting, CommentKind.TAKE_OUT, waiting.before)


def _follows(removed: _Change, added: _Change) -> bool:
    """Whether nothing stands between two changes of one reader."""
    return removed.author == added.author and removed.end == added.place


def _placed(change: _Change, kind: CommentKind, anchor: str) -> tuple[int, WordRemark]:
    text = cleaned("".join(change.words))[:LONGEST_TEXT]
    anchor = _shortened(anchor)
    return change.place, WordRemark(change.author, text, anchor, change.section, change.written_at, kind=kind)


def _comments(
    root: etree._Element | None, threads: dict[str, tuple[bool, str]], text: _Text
) -> Iterator[tuple[int, WordRemark]]:
    """The comments with their places; an answer stands where the comment it answers stands."""
    comments = list(islice(root.iter("{*}comment"), MOST_REMARKS)) if root is not None else []
    anchors = {_paragraph_id(comment): text.anchors.get(_attribute(comment, "id")) for comment in comments}
    for comment in comments:
        key = _paragraph_id(comment)
        is_resolved, parent = threads.get(key, (False, ""))
        anchor = text.anchors.get(_attribute(comment, "id")) or anchors.get(parent) or _Anchor(0, None)
        words = _comment_text(comment)
        if not words:
            continue
        yield (
            anchor.place,
            WordRemark(
                author=cleaned(_attribute(comment, "author"))[:LONGEST_NAME],
                text=words,
                anchor=_shortened("".join(anchor.words)),
                section=anchor.section,
                written_at=_moment(_attribute(comment, "date")),
                is_resolved=is_resolved or threads.get(parent, (False, ""))[0],
            ),
        )


def _comment_text(comment: etree._Element) -> str:
    lines = (cleaned("".join(_seen(paragraph))) for paragraph in comment.iter("{*}p"))
    return "\n".join(line for line in lines if line)[:LONGEST_TEXT]


def _seen(paragraph: etree._Element) -> Iterator[str]:
    for part in paragraph.iter():
        name = _name(part)
        if name == "t":
            yield part.text or ""
        elif name in SIGNS:
            yield SIGNS[name]


def _paragraph_id(comment: etree._Element) -> str:
    """The id of its last paragraph, by which ``commentsExtended.xml`` names a comment; "" where it has none."""
    ids = [_attribute(paragraph, "paraId") for paragraph in comment.iter("{*}p")]
    return ids[-1] if ids else ""


def _threads(root: etree._Element | None) -> dict[str, tuple[bool, str]]:
    """By the id of a comment's last paragraph: whether it is resolved, and the comment it answers."""
    if root is None:
        return {}
    return {
        _attribute(entry, "paraId"): (_attribute(entry, "done") in ("1", "true"), _attribute(entry, "paraIdParent"))
        for entry in root.iter("{*}commentEx")
    }


def _is_heading(paragraph: etree._Element) -> bool:
    """A heading by its outline level, its style or the place its entry in the contents leads to."""
    style = _attribute(paragraph.find("{*}pPr/{*}pStyle"), "val").casefold()
    if style.startswith("toc"):
        return False
    has_level = paragraph.find("{*}pPr/{*}outlineLvl") is not None
    marks = (_attribute(mark, "name") for mark in paragraph.iter("{*}bookmarkStart"))
    return has_level or style.startswith(("heading", "titull")) or any(mark.startswith("_Toc") for mark in marks)


def _attribute(element: etree._Element | None, name: str) -> str:
    """An attribute, whatever its namespace; "" where it is missing."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


def _moment(written: str) -> datetime | None:
    """When something was written, as the clock of the writer showed it: Word marks local times as if they were UTC."""
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _shortened(anchor: str) -> str:
    words = cleaned(anchor)
    return words if len(words) <= LONGEST_ANCHOR else words[: LONGEST_ANCHOR - 2].rsplit(" ", 1)[0] + " …"
