"""What a budget says in words: categories, sources, hints, and the names of usual lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitation.domain.budget import BudgetCategory, Currency, FundingKind
from facilitation.errors import mark
from facilitation.i18n.formats import list_text, share_text
from facilitation.i18n.money import money_text
from facilitation.i18n.translator import Translator
from facilitation.planning.budget_checks import BudgetHint
from facilitation.planning.budget_usual import Bearer

CATEGORIES: Mapping[BudgetCategory, str] = {
    BudgetCategory.VENUE: mark("Venue"),
    BudgetCategory.MEALS: mark("Meals and coffee"),
    BudgetCategory.TRAVEL: mark("Travel"),
    BudgetCategory.ACCOMMODATION: mark("Accommodation"),
    BudgetCategory.FEES: mark("Fees"),
    BudgetCategory.INTERPRETATION: mark("Interpretation"),
    BudgetCategory.EQUIPMENT: mark("Equipment"),
    BudgetCategory.PRINTING: mark("Printing and materials"),
    BudgetCategory.ACCESSIBILITY: mark("Accessibility"),
    BudgetCategory.COMMUNICATION: mark("Communication"),
    BudgetCategory.OTHER: mark("Other costs"),
}
FUNDING_KINDS: Mapping[FundingKind, str] = {
    FundingKind.CASH: mark("cash"),
    FundingKind.IN_KIND: mark("in kind"),
}
CURRENCIES: Mapping[Currency, str] = {Currency.ALL: mark("lek"), Currency.EUR: mark("euro")}
USUAL: Mapping[str, str] = {
    "hall": mark("Hall and rooms (days)"),
    "coffee": mark("Coffee breaks (people × days)"),
    "lunch": mark("Lunch (people × days)"),
    "travel_money": mark("Travel money of the participants"),
    "childcare": mark("Childcare during the meeting (days)"),
    "travel_offices": mark("Travel of speakers and officials, by their own offices"),
    "travel_organisations": mark("Travel of organisations without means of their own"),
    "lodging": mark("Lodging (people × nights)"),
    "trainers": mark("Trainers (days)"),
    "facilitators": mark("Facilitators (people × days)"),
    "facilitators_travel": mark("Travel of the facilitators"),
    "interpretation": mark("Interpretation (days)"),
    "equipment": mark("Sound, screen and other equipment (days)"),
    "printing": mark("Folders, badges and printed papers"),
    "access": mark("Access: ramps, sign language, easy-to-read papers"),
    "proceedings": mark("Proceedings: editing, print, sending out"),
}
BEARERS: Mapping[Bearer, str] = {
    Bearer.NOBODY: "",
    Bearer.HOST: mark("Host"),
    Bearer.OWN_OFFICE: mark("Own offices of those who travel"),
}
HINTS: Mapping[str, str] = {
    "no_rate": mark("Not in the sums, because no rate is typed in: {lines}."),
    "nobody_bears": mark("Nobody bears {amount} yet: {lines}. Name a source, or ask for an offer in kind."),
    "too_much": mark("More is promised than needed, by {amount}: {lines}. Lower a share, or use it for another line."),
    "over_plan": mark("Over plan by {amount}: {lines}."),
    "no_price": mark("Without a price yet: {lines}."),
    "little_access": mark(
        "Accessibility has {share} of the plan. About 4 % is a good rule when needs are not known yet: {amount} more."
    ),
}
MOST_NAMES = 3


def category_label(category: BudgetCategory, _: Translator) -> str:
    """What money is spent on: "Venue"."""
    return _(CATEGORIES[category])


def funding_label(kind: FundingKind, _: Translator) -> str:
    """How a source gives: "in kind"."""
    return _(FUNDING_KINDS[kind])


def currency_label(currency: Currency, _: Translator) -> str:
    """ "lek" or "euro"."""
    return _(CURRENCIES[currency])


def usual_label(key: str, _: Translator) -> str:
    """The words of a usual line."""
    return _(USUAL[key])


def hint_sentence(hint: BudgetHint, currency: Currency, _: Translator) -> str:
    """A hint as a sentence, naming the first lines."""
    return _(HINTS[hint.code]).format(
        lines=_some(hint.lines, _),
        amount=money_text(hint.amount, currency, _.language),
        share=share_text(hint.share, _.language, digits=1),
    )


def _some(names: Sequence[str], _: Translator) -> str:
    """The first names, and how many more there are."""
    shown, left = [f"“{name}”" for name in names[:MOST_NAMES]], len(names) - MOST_NAMES
    if left > 0:
        shown.append(_.plural("{count} more line", "{count} more lines", left).format(count=left))
    return list_text(shown, _.language)
