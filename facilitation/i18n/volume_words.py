"""Words about the written volume: its status and what came back on it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.domain.proceedings import CommentKind, VolumeComment, VolumeStatus
from facilitation.errors import mark
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.volume_clock import VolumeClock

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


def clock_sentence(clock: VolumeClock, _: Translator) -> str:
    """The thirty days of the volume in a sentence."""
    day = day_text(clock.due_on, _.language, with_year=True, with_weekday=False)
    if clock.final_on and clock.days_late:
        late = _.plural("Final {count} day after {day}.", "Final {count} days after {day}.", clock.days_late)
        return late.format(count=clock.days_late, day=day)
    if clock.final_on:
        return _("Final in time: it was due by {day}.").format(day=day)
    if clock.is_late:
        late = _.plural(
            "The proceedings were due by {day}, {count} day ago.",
            "The proceedings were due by {day}, {count} days ago.",
            -clock.days_left,
        )
        return late.format(day=day, count=-clock.days_left)
    if not clock.has_begun:
        return _("The proceedings are due by {day}, 30 days after the event.").format(day=day)
    left = _.plural(
        "The proceedings are due by {day}: {count} day left.",
        "The proceedings are due by {day}: {count} days left.",
        clock.days_left,
    )
    return left.format(day=day, count=clock.days_left)
