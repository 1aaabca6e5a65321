"""How far the written volume is: draft, for comment, final; and what a final one no longer lets happen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from facilitation.domain.proceedings import ProceedingsPlan, Stage, VolumeStatus
from facilitation.errors import InvalidInput, mark

NEXT: Mapping[VolumeStatus, tuple[VolumeStatus, ...]] = {
    VolumeStatus.DRAFT: (VolumeStatus.FOR_COMMENT,),
    VolumeStatus.FOR_COMMENT: (VolumeStatus.FINAL, VolumeStatus.DRAFT),
    VolumeStatus.FINAL: (VolumeStatus.DRAFT,),
}
"""Where a status leads, forward first; from final only a new edition leads on."""
IS_FINAL = mark("The volume is final since {day}. Open a new edition to change it.")
NO_WAY = mark("Somebody else has changed the status of the volume. Look at it again, then choose.")
PAST_DAY = mark("{day} is over. Choose a later day until which people may comment.")


def edition(plan: ProceedingsPlan) -> int:
    """The number of the edition that is final, or else the one being written; from 1."""
    finished = sum(stage.status is VolumeStatus.FINAL for stage in plan.stages)
    return max(1, finished) if is_final(plan) else finished + 1


def is_final(plan: ProceedingsPlan) -> bool:
    """Whether the volume is finished and may only be read."""
    return plan.status is VolumeStatus.FINAL


def last_stage(plan: ProceedingsPlan) -> Stage | None:
    """How the volume came to its status; ``None`` for a draft nobody has touched yet."""
    return plan.stages[-1] if plan.stages else None


def final_on(plan: ProceedingsPlan) -> date | None:
    """The day the volume became final; ``None`` while it is not."""
    stage = last_stage(plan)
    return stage.reached_at.date() if stage and is_final(plan) else None


def comments_until(plan: ProceedingsPlan) -> date | None:
    """The last day for comments, while they are asked for."""
    stage = last_stage(plan)
    return stage.until if stage and plan.status is VolumeStatus.FOR_COMMENT else None


def moved(plan: ProceedingsPlan, stage: Stage) -> ProceedingsPlan:
    """The plan at its next status. Raises ``InvalidInput`` where no way leads there."""
    if stage.status not in NEXT[plan.status]:
        raise InvalidInput(NO_WAY)
    if stage.until and stage.until < stage.reached_at.date():
        raise InvalidInput(PAST_DAY, day=stage.until)
    return replace(plan, status=stage.status, stages=(*plan.stages, stage))


def refuse_final(plan: ProceedingsPlan) -> None:
    """Raises ``InvalidInput`` once the volume is final."""
    if is_final(plan):
        raise InvalidInput(IS_FINAL, day=final_on(plan) or "")


def refuse_frozen(stored: ProceedingsPlan, after: ProceedingsPlan) -> None:
    """Raises ``InvalidInput`` where a final volume would change.

    Who got it, what came back on it and the texts of the other volumes of the event are still written down.
    """
    free = {name: getattr(stored, name) for name in ("comments", "recipients", "parts", "version")}
    if replace(after, **free) != stored:
        refuse_final(stored)
