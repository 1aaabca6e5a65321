"""In which order the sections of the volume stand: the imprint first, the annexes last, the others as wanted."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.domain.proceedings import ANNEXES, OWN_SECTIONS, ProceedingsPlan, Section

FRONT, BODY, BACK = range(3)


def in_order(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections as the volume prints them; none stands twice."""
    return tuple(sorted(dict.fromkeys(sections), key=_zone))


def usual_order(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The same sections in the order a volume usually has."""
    wanted = set(sections)
    return tuple(section for section in Section if section in wanted)


def with_section(sections: Iterable[Section], section: Section) -> tuple[Section, ...]:
    """The sections with one more, behind those it usually follows."""
    there = [entry for entry in in_order(sections) if entry is not section]
    usual = list(Section)
    before = [entry for entry in there if usual.index(entry) < usual.index(section)]
    place = there.index(max(before, key=usual.index)) + 1 if before else 0
    return in_order([*there[:place], section, *there[place:]])


def moved(sections: Iterable[Section], section: Section, step: int) -> tuple[Section, ...]:
    """The sections with one moved up (-1) or down (1); it stays among the annexes, or among the others."""
    there = list(in_order(sections))
    if section not in there:
        return tuple(there)
    place = there.index(section)
    other = place + step
    if 0 <= other < len(there) and _zone(there[other]) == _zone(section):
        there[place], there[other] = there[other], there[place]
    return tuple(there)


def can_move(sections: Iterable[Section], section: Section, step: int) -> bool:
    """Whether there is a place to move a section to."""
    there = in_order(sections)
    return moved(there, section, step) != there


def is_usual(sections: Iterable[Section]) -> bool:
    """Whether the sections stand as they usually do."""
    there = in_order(sections)
    return usual_order(there) == there


def listed(plan: ProceedingsPlan) -> tuple[Section, ...]:
    """Every section there could be: those of the volume in their order, the others where they would be taken in.

    Sections of one's own that have neither title nor text are left out.
    """
    found = in_order(plan.sections)
    for section in Section:
        is_empty = section in OWN_SECTIONS and not (plan.title(section) or plan.text(section))
        if section not in found and not is_empty:
            found = with_section(found, section)
    return found


def next_own(plan: ProceedingsPlan) -> Section | None:
    """The section of one's own that can still be added (``None`` = all are taken)."""
    taken = set(listed(plan))
    return next((section for section in OWN_SECTIONS if section not in taken), None)


def _zone(section: Section) -> int:
    if section is Section.IMPRINT:
        return FRONT
    return BACK if section in ANNEXES else BODY
