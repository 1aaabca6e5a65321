"""Why two entries may be one person, in words."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.errors import mark
from facilitation.i18n.translator import Translator
from facilitation.planning.duplicates import Pair, Reason, Verdict

VERDICTS: Mapping[Verdict, str] = {
    Verdict.SAME: mark("One person, it seems"),
    Verdict.PERHAPS: mark("Perhaps one person"),
    Verdict.DIFFERENT: mark("Two people"),
}
REASONS: Mapping[Reason, str] = {
    Reason.SAME_NAME: mark("the same name"),
    Reason.PART_OF_NAME: mark("one name is a part of the other"),
    Reason.INITIALS: mark("initials that fit"),
    Reason.NEAR_NAME: mark("names one slip of the finger apart"),
    Reason.ONE_WORD: mark("one word of the name in common"),
    Reason.OTHER_NAME: mark("another name"),
    Reason.SAME_ORGANISATION: mark("the same organisation"),
    Reason.NEAR_ORGANISATION: mark("organisations much alike"),
    Reason.OTHER_ORGANISATION: mark("another organisation"),
    Reason.SAME_EMAIL: mark("the same e-mail"),
    Reason.OFFICE_EMAIL: mark("the same mailbox of an office"),
    Reason.OTHER_EMAIL: mark("another e-mail"),
    Reason.SAME_PHONE: mark("the same phone"),
    Reason.OTHER_DISTRICT: mark("another district"),
    Reason.OTHER_SEX: mark("another sex"),
    Reason.OTHER_POSITION: mark("another position"),
}


def verdict_label(verdict: Verdict, _: Translator) -> str:
    """ "Perhaps one person"."""
    return _(VERDICTS[verdict])


def reasons_text(pair: Pair, _: Translator) -> str:
    """ "the same name, another organisation": what was found, in the order it was weighed."""
    return ", ".join(_(REASONS[reason]) for reason in pair.reasons)
