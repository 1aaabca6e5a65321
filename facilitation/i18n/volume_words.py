"""Words about the written volume: its status and what came back on it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.domain.proceedings import CommentKind, VolumeComment, VolumeStatus
from facilitation.errors import mark
from facilitation.i18n.translator import Translator

STATUSES: Mapping[VolumeStatus, str] = {
    VolumeStatus.DRAFT: mark("Draft"),
    VolumeStatus.FOR_COMMENT: mark("For comment"),
    VolumeStatus.FINAL: mark("Final"),
}
CHANGES: Mapping[CommentKind, str] = {
    CommentKind.PUT_IN: mark("Put in: “{words}”"),
    CommentKind.TAKE_OUT: mark("Take out: “{words}”"),
    CommentKind.REPLACE: mark("Say instead: “{words}”"),
}


def volume_status_label(status: VolumeStatus, _: Translator) -> str:
    """How far a volume is, in a word or two."""
    return _(STATUSES[status])


def comment_text(comment: VolumeComment, _: Translator) -> str:
    """What a comment says; a change in the file says what is to be put in or taken out."""
    template = CHANGES.get(comment.kind)
    return _(template).format(words=comment.text) if template else comment.text
