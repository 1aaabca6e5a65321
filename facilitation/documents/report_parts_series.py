"""The parts of a report about a series: earlier commitments, meetings, indicators, days that come, and duties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_parts import Cell, Row, head_row
from facilitation.documents.word_xml import Element
from facilitation.i18n.formats import day_text, share_text, short_day_or_dash, short_day_text
from facilitation.i18n.series_sentences import rhythm_text, tally_text
from facilitation.planning.presidency import HandoverTask, Term
from facilitation.planning.report_series import ComingDate, Duties, EarlierCommitment, Fate, Indicator, MeetingRow
from facilitation.planning.report_sources import ReportSources
from facilitation.planning.series_rhythm import DutyStanding

EARLIER = (24.0, 56.0, 32.0, 24.0, 26.0)
MEETINGS = (26.0, 62.0, 20.0, 26.0, 28.0)
INDICATORS = (118.0, 24.0, 20.0)
DATES = (52.0, 110.0)
DUTIES = (56.0, 46.0, 30.0, 30.0)
STEPS = (30.0, 92.0, 40.0)
TERMS = (82.0, 40.0, 40.0)


def earlier(content: Sequence[EarlierCommitment], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """What was promised earlier and what became of it."""
    _ = volume._
    rows = [
        Row(
            [
                short_day_text(entry.made_on, volume.language),
                entry.text,
                entry.owner or _("nobody named yet"),
                short_day_or_dash(entry.due_on, volume.language),
                _fate_text(entry, volume),
            ]
        )
        for entry in content
    ]
    titles = (_("Promised on"), _("Commitment"), _("Responsible"), _("By when"), _("What became of it"))
    yield from volume.captioned(_("Commitments of earlier meetings"), EARLIER, head_row(titles), rows)


def _fate_text(entry: EarlierCommitment, volume: Volume) -> str:
    _ = volume._
    if entry.fate is Fate.KEPT and entry.done_on:
        return _("kept on {day}").format(day=short_day_text(entry.done_on, volume.language))
    if entry.fate is Fate.LATE:
        return _.plural("{count} day late", "{count} days late", entry.days_late).format(count=entry.days_late)
    return _("still open")


def meetings(content: Sequence[MeetingRow], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """The meetings of the half-year with what they brought."""
    _ = volume._
    rows = [
        Row(
            [
                short_day_text(row.on, volume.language),
                row.title.said_in(volume.language),
                *(Cell(text, "Table Number") for text in _meeting_numbers(row)),
            ]
        )
        for row in content
    ]
    titles = (_("Day"), _("Meeting"), _("People"), _("Decisions"), _("Commitments"))
    yield from volume.captioned(_("Meetings of the half-year"), MEETINGS, head_row(titles, numbers=(2, 3, 4)), rows)


def _meeting_numbers(row: MeetingRow) -> tuple[str, str, str]:
    return "–" if row.came is None else str(row.came), str(row.decisions), str(row.commitments)


def indicators(content: Sequence[Indicator], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Each figure with its share."""
    _ = volume._
    rows = [
        Row([_indicator_text(entry, volume), *(Cell(text, "Table Number") for text in _figures(entry, volume))])
        for entry in content
    ]
    head = head_row((_("Indicator"), _("Figure"), _("Share")), numbers=(1, 2))
    yield from volume.captioned(_("Indicators"), INDICATORS, head, rows)


def _indicator_text(entry: Indicator, volume: Volume) -> str:
    _ = volume._
    texts = {
        "gap_days": _("Longest time between two meetings, in days"),
        "with_owner_and_date": _("Commitments that name an owner and a day"),
        "kept_in_time": _("Commitments due so far that were kept in time"),
        "presence": _("People on the list who were there"),
        "civil_society": _("People from civil society among those counted"),
    }
    if entry.code == "duty":
        return _("{duty}, this year").format(duty=entry.title.said_in(volume.language))
    return texts[entry.code]


def _figures(entry: Indicator, volume: Volume) -> tuple[str, str]:
    if entry.of is None:
        return str(entry.value), "–"
    figure = volume._("{value} of {of}").format(value=entry.value, of=entry.of)
    return figure, "–" if entry.share is None else share_text(entry.share, volume.language)


def next_dates(content: Sequence[ComingDate], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """The days that come with what they bring."""
    _ = volume._
    rows = [
        Row([day_text(entry.on, volume.language, with_year=True), _coming_text(entry, volume)]) for entry in content
    ]
    yield from volume.captioned(_("Dates to note"), DATES, head_row((_("Day"), _("What"))), rows)


def _coming_text(entry: ComingDate, volume: Volume) -> str:
    _, title = volume._, entry.title.said_in(volume.language)
    if entry.code == "follow_up":
        return _("{count} days after the event: the recommendations and commitments are gone through again").format(
            count=entry.days
        )
    if entry.code == "term":
        return _("The presidency of {president} ends").format(president=title)
    return _("By this day: {duty}").format(duty=title) if entry.code == "duty" else title


def duties(content: Duties, volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Rhythms, turns of the presidency and the steps of a handover."""
    _ = volume._
    if content.standings:
        head = head_row((_("Duty"), _("Rhythm"), _("Last time"), _("Next time")))
        rows = [_duty_row(standing, volume) for standing in content.standings]
        yield from volume.captioned(_("Recurring duties"), DUTIES, head, rows)
    if content.terms:
        head = head_row((_("Presidency"), _("From"), _("Until")))
        yield from volume.captioned(
            _("Turns of the presidency"), TERMS, head, [_term(t, volume) for t in content.terms]
        )
    if content.steps:
        head = head_row((_("By when"), _("Step"), _("Responsible")))
        rows = [_step(step, volume) for step in content.steps]
        yield from volume.captioned(_("Steps of the handover"), STEPS, head, rows)


def _duty_row(standing: DutyStanding, volume: Volume) -> Row:
    _, duty = volume._, standing.duty
    rhythm = f"{rhythm_text(duty, _)} ({tally_text(standing.this_year, _)})"
    return Row(
        [
            duty.title.said_in(volume.language),
            rhythm,
            short_day_or_dash(standing.last_on, volume.language),
            short_day_or_dash(standing.due_on, volume.language),
        ]
    )


def _term(term: Term, volume: Volume) -> Row:
    return Row(
        [
            term.president,
            short_day_or_dash(term.starts_on, volume.language),
            short_day_or_dash(term.ends_on, volume.language),
        ]
    )


def _step(task: HandoverTask, volume: Volume) -> Row:
    step, language = task.step, volume.language
    return Row(
        [
            short_day_or_dash(task.due_on, volume.language),
            step.title.said_in(language),
            step.owner.said_in(language) or "–",
        ]
    )
