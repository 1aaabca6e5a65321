"""How many answered, in words."""

from __future__ import annotations

from facilitation.i18n.formats import list_text, share_text
from facilitation.i18n.labels import district_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.reply_rate import LEAST_RATE, ReplyRate
from facilitation.planning.themes import ThemeRow

MOST_NAMED = 3


def answered_sentence(rate: ReplyRate, _: Translator) -> str:
    """ "62 of 106 answered (58 %), 44 are missing." with the replies of the open link."""
    parts = [_rate(rate, _)] if rate.asked else []
    if rate.unlinked:
        parts.append(
            _.plural(
                "{count} reply came from somebody without a link of their own.",
                "{count} replies came from people without a link of their own.",
                rate.unlinked,
            ).format(count=rate.unlinked)
        )
    return " ".join(parts) or _("Nobody has been asked yet.")


def _rate(rate: ReplyRate, _: Translator) -> str:
    share = share_text(rate.rate, _.language)
    if not rate.missing:
        return _.plural("The {asked} person asked has answered.", "All {asked} have answered.", rate.asked).format(
            asked=rate.asked
        )
    count = len(rate.missing)
    template = _.plural(
        "{answered} of {asked} answered ({share}), {count} is missing.",
        "{answered} of {asked} answered ({share}), {count} are missing.",
        count,
    )
    return template.format(answered=rate.answered, asked=rate.asked, share=share, count=count)


def benchmark_sentence(rate: ReplyRate, _: Translator) -> str:
    """Whether enough answered, and from which sectors and qarqe nobody did."""
    if not rate.asked:
        return ""
    least = share_text(LEAST_RATE, _.language)
    said = (
        _("At least {share} should answer: reached.")
        if rate.is_enough
        else _("At least {share} should answer: not reached yet.")
    )
    silent = [sector_label(sector, _) for sector in rate.silent_sectors]
    silent += [district_label(district, _) for district in rate.silent_districts]
    if not silent:
        return said.format(share=least) + " " + _("Every sector and qark has answered.")
    nobody = _("Nobody has answered from: {places}.").format(places=list_text(silent, _.language))
    return f"{said.format(share=least)} {nobody}"


def themes_sentence(rows: tuple[ThemeRow, ...], _: Translator) -> str:
    """Which themes come up most: the finding a chart of them shows."""
    spoken = [row for row in rows if row.total]
    if not spoken:
        return _("No answer has a theme yet.")
    first = [
        _("{theme} ({count})").format(theme=row.theme.title.said_in(_.language), count=row.total)
        for row in spoken[:MOST_NAMED]
    ]
    return _("Named most often: {themes}.").format(themes=list_text(first, _.language))
