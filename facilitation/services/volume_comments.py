"""What came back on a draft of the volume: read from Word files, answered, settled, and printed for the staff."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitation.domain.proceedings import ProceedingsPlan, VolumeComment
from facilitation.errors import FacilitationError, InvalidInput, NotFound, mark
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from facilitation.exchange.word_comments import WordRemark

LARGEST_FILE, MOST_FILES, MOST_COMMENTS = 20_000_000, 50, 5_000
NO_WORD_FILE = mark("“{file}” is no Word file (.docx). Choose the volume as it came back, saved as .docx.")
TOO_LARGE = mark("“{file}” is larger than {megabytes} MB. Take pictures out of it, the comments stay.")
TOO_MANY = mark("Choose at most {count} files at once.")
NOTHING_IN_IT = mark("In “{file}” are no comments and no tracked changes. Was it saved with them?")
FULL = mark("The volume would have more than {count} comments. Remove those that are settled first.")
GONE = mark("This comment was removed in the meantime.")


@dataclass(frozen=True, slots=True)
class ReadComments:
    """One file that came back: what is new in it, how much was known before, or why it could not be read."""

    file_name: str
    fresh: tuple[VolumeComment, ...] = ()
    known_count: int = 0
    problem: FacilitationError | None = None

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote what is new."""
        return tuple(dict.fromkeys(comment.author for comment in self.fresh))


@dataclass(frozen=True, slots=True)
class VolumeComments:
    """What people do with comments; names of who wrote them stay with the staff."""

    desk: Desk

    def read(self, event_id: str, files: Sequence[tuple[str, bytes]]) -> tuple[ReadComments, ...]:
        """What each file brings; nothing is saved. One that cannot be read never stops the others."""
        if len(files) > MOST_FILES:
            raise InvalidInput(TOO_MANY, count=MOST_FILES)
        with self.desk.reading() as work:
            known = {_key(comment) for comment in work.proceedings.get(event_id).comments}
        return tuple(self._read(name, data, known) for name, data in files)

    def _read(self, name: str, data: bytes, known: set[tuple[object, ...]]) -> ReadComments:
        """One file; ``known`` grows by what it brings, so that the same comment in two files counts once."""
        try:
            remarks = _remarks(name, data)
        except FacilitationError as error:
            return ReadComments(name, problem=error)
        fresh = []
        for comment in (self._comment(remark) for remark in remarks):
            if _key(comment) not in known:
                known.add(_key(comment))
                fresh.append(comment)
        return ReadComments(name, tuple(fresh), len(remarks) - len(fresh))

    def _comment(self, remark: WordRemark) -> VolumeComment:
        return VolumeComment(
            id=self.desk.new_id(),
            author=remark.author,
            text=remark.text,
            anchor=remark.anchor,
            section=remark.section,
            written_at=remark.written_at,
            is_settled=remark.is_resolved,
            kind=remark.kind,
        )

    def save(self, event_id: str, read: Iterable[ReadComments]) -> int:
        """Keep what the files bring in one stroke; answers how many. What came in meanwhile is not doubled."""
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            known = {_key(comment) for comment in plan.comments}
            fresh = tuple(one for file in read for one in file.fresh if _key(one) not in known)
            if len(plan.comments) + len(fresh) > MOST_COMMENTS:
                raise InvalidInput(FULL, count=MOST_COMMENTS)
            if fresh:
                self._keep(work, plan, (*plan.comments, *fresh), "take_comments")
            work.commit()
        return len(fresh)

    def edit(self, event_id: str, seen: VolumeComment, wanted: VolumeComment) -> VolumeComment:
        """Answer a comment, or say that it was dealt with; the words of who wrote it stay as they are."""
        wanted = replace(seen, answer=wanted.answer.strip(), is_settled=wanted.is_settled, section=wanted.section)
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            stored = next((comment for comment in plan.comments if comment.id == seen.id), None)
            if stored is None:
                raise NotFound(GONE)
            after = merged(seen, wanted, stored, subject=seen.id)
            if after != stored:
                comments = tuple(after if comment.id == seen.id else comment for comment in plan.comments)
                self._keep(work, plan, comments, "answer_comment")
                work.commit()
        return after

    def remove(self, event_id: str, ids: Collection[str]) -> None:
        """Remove comments, in one stroke."""
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            left = tuple(comment for comment in plan.comments if comment.id not in ids)
            if left != plan.comments:
                self._keep(work, plan, left, "remove_volume_comment")
                work.commit()

    def _keep(
        self, work: UnitOfWork, plan: ProceedingsPlan, comments: tuple[VolumeComment, ...], verb: str
    ) -> ProceedingsPlan:
        saved = work.proceedings.save(replace(plan, comments=comments))
        self.desk.note_change(work, verb, plan.event_id, before=plan if plan.version else None, after=saved)
        return saved


def _remarks(name: str, data: bytes) -> tuple[WordRemark, ...]:
    from facilitation.exchange.word_comments import word_remarks

    if not name.casefold().endswith(".docx"):
        raise InvalidInput(NO_WORD_FILE, file=name)
    if len(data) > LARGEST_FILE:
        raise InvalidInput(TOO_LARGE, file=name, megabytes=LARGEST_FILE // 1_000_000)
    remarks = word_remarks(data, name)
    if not remarks:
        raise InvalidInput(NOTHING_IN_IT, file=name)
    return remarks


def _key(comment: VolumeComment) -> tuple[object, ...]:
    """What makes two comments the same one: who, when, what, and on which words."""
    return comment.author, comment.written_at, comment.text, comment.anchor, comment.kind
