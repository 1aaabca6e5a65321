"""The sentences of what the rules say about invitations and quotas."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitation.errors import mark
from facilitation.i18n.translator import Translator

INVITATION_SENTENCES: Mapping[str, str] = {
    "quota_missing.all": mark(
        "{group}: a share of {share} cannot be reached any more by inviting others ({have} of {total} so far). "
        "Lower the quota."
    ),
}
INVITATION_PLURALS: Mapping[str, tuple[str, Callable[[Translator, int], str]]] = {
    "quota_missing.female": (
        "count",
        lambda _, count: _.plural(
            "{count} woman is missing for {share} ({have} of {total} so far). Invite her from the list.",
            "{count} women are missing for {share} ({have} of {total} so far). Invite them from the list.",
            count,
        ),
    ),
    "quota_missing.male": (
        "count",
        lambda _, count: _.plural(
            "{count} man is missing for {share} ({have} of {total} so far). Invite him from the list.",
            "{count} men are missing for {share} ({have} of {total} so far). Invite them from the list.",
            count,
        ),
    ),
    "quota_missing.group": (
        "count",
        lambda _, count: _.plural(
            "{group}: {count} person is missing for {share} ({have} of {total} so far). Invite them from the list.",
            "{group}: {count} people are missing for {share} ({have} of {total} so far). Invite them from the list.",
            count,
        ),
    ),
    "late_wave.first": (
        "days",
        lambda _, days: _.plural(
            "Wave {wave} of the invitations went out {days} day before the event; {minimum} are needed ({limit_on} at "
            "the latest), so that participants get their costs authorised. Write to their superiors at once.",
            "Wave {wave} of the invitations went out {days} days before the event; {minimum} are needed ({limit_on} at "
            "the latest), so that participants get their costs authorised. Write to their superiors at once.",
            days,
        ),
    ),
    "late_wave.later": (
        "days",
        lambda _, days: _.plural(
            "Wave {wave} of the invitations went out {days} day before the event, after {limit_on}. Ask whether the "
            "costs of these people are authorised, or bear them.",
            "Wave {wave} of the invitations went out {days} days before the event, after {limit_on}. Ask whether the "
            "costs of these people are authorised, or bear them.",
            days,
        ),
    ),
    "invitations_unanswered": (
        "count",
        lambda _, count: _.plural(
            "{count} person has not answered the invitation for {days} days or more. Send a reminder, or ask for a "
            "substitute.",
            "{count} people have not answered the invitation for {days} days or more. Send reminders, or ask for "
            "substitutes.",
            count,
        ),
    ),
}
