"""Short names of the rules that an instrument may leave out."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.errors import mark
from facilitation.i18n.translator import Translator

RULES: Mapping[str, str] = {
    "small_group_share": mark("Enough time in small groups"),
    "few_local_presenters": mark("Enough local speakers"),
    "no_evaluation": mark("A moment for evaluation"),
    "long_speech": mark("No long speeches"),
    "break_gap": mark("Breaks in time"),
    "late_design": mark("Lead time of the design"),
    "late_invitation": mark("Lead time of the invitations"),
    "listening_without_exchange": mark("Exchange after long listening"),
    "too_few_facilitators": mark("Enough facilitators"),
    "starts_with_decision": mark("Not starting with a decision"),
    "consultation_missing": mark("Answers to the consultation"),
}


def rule_name(code: str, _: Translator) -> str:
    """What a rule asks for: "Breaks in time"; a code without a name stays as it is."""
    return _(RULES[code]) if code in RULES else code
