"""What is known about one person as a page to read: plain HTML that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from facilitation.domain.person import Participation, Person, Purpose
from facilitation.domain.person_file import OwnEvent, PersonFile
from facilitation.i18n.formats import day_text, moment_text
from facilitation.i18n.labels import (
    consent_label,
    district_label,
    invitation_label,
    language_label,
    note_kind_label,
    role_label,
    sector_label,
    sex_label,
)
from facilitation.i18n.privacy_words import link_words, part_words, purpose_label
from facilitation.i18n.translator import Translator
from facilitation.i18n.verbs import verb_label

STYLE = "body{font:1rem/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}th{text-align:left;font-weight:"
STYLE += "normal;color:#555;padding-right:1rem;vertical-align:top}td{white-space:pre-wrap}"
Line = tuple[str, str]


def person_html(found: PersonFile, language: str) -> str:
    """The whole page in one language."""
    _ = Translator(language)
    title = _("Everything kept about {name}").format(name=found.person.name)
    made = _("Made on {day}. The same stands in person.json for programs.").format(
        day=day_text(found.made_on, language, with_year=True)
    )
    body = [f"<h1>{escape(title)}</h1><p>{escape(made)}</p>", _table(_person(found.person, _))]
    body += [part for event in found.events for part in _event(event, _)]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="{_.language}"><head>{head}</head><body>{"".join(body)}</body></html>'


def _table(lines: Iterable[Line]) -> str:
    rows = (f'<tr><th scope="row">{escape(label)}</th><td>{escape(value)}</td></tr>' for label, value in lines if value)
    return f"<table>{''.join(rows)}</table>"


def _person(person: Person, _: Translator) -> Iterator[Line]:
    yield _("Name"), " ".join(part for part in (person.title, person.name) if part)
    yield _("Organisation"), person.organisation
    yield _("Position"), person.position
    yield _("Sector"), sector_label(person.sector, _)
    yield _("District"), district_label(person.district, _) if person.district else ""
    yield _("Municipality"), person.municipality
    yield _("E-mail"), person.email
    yield _("Phone"), person.phone
    yield _("Languages"), ", ".join(language_label(code, _) for code in person.languages)
    yield _("Sex (voluntary, for the figures)"), sex_label(person.sex, _)


def _event(event: OwnEvent, _: Translator) -> Iterator[str]:
    day = day_text(event.starts_on, _.language, with_year=True)
    yield f"<h2>{escape(event.title.said_in(_.language))}</h2><p>{escape(', '.join((day, event.place)))}</p>"
    yield _table(_participation(event.participation, _))
    for heading, lines in _sections(event, _):
        if lines:
            yield f"<h3>{escape(heading)}</h3>{_table(lines)}"


def _participation(part: Participation, _: Translator) -> Iterator[Line]:
    def day(value: object) -> str:
        return day_text(value, _.language, with_year=True) if value else ""

    yield _("Role in the event"), role_label(part.role, _)
    yield _("Invitation"), invitation_label(part.status, _)
    yield _("Invited on"), day(part.invited_on)
    yield _("Answered on"), day(part.answered_on)
    yield _("Days attended"), ", ".join(map(str, part.days_attended))
    yield _("Check-ins"), "\n".join(moment_text(entry.at, _.language) for entry in part.check_ins)
    yield _("Access needs"), part.access_needs
    yield _("Dietary needs"), part.dietary_needs
    for purpose in Purpose:
        yield purpose_label(purpose, _), consent_label(getattr(part, f"{purpose.value}_consent"), _)
    yield _("Consents noted on"), day(part.consented_on)
    yield _("Travel"), part.travel
    yield _("Nights"), str(part.nights or "")
    yield _("Certificate"), part.certificate
    yield _("Note"), part.note


def _sections(event: OwnEvent, _: Translator) -> Iterator[tuple[str, list[Line]]]:
    said = _.language
    yield _("Parts in the agenda"), [(part_words(place.part, _), place.title.said_in(said)) for place in event.agenda]
    yield (
        _("Seats in the world café"),
        [
            (seat.session.said_in(said), _("round {round}, table {table}").format(round=seat.round, table=seat.table))
            for seat in event.seats
        ],
    )
    yield _("Notes of what was said"), [(note_kind_label(note.kind, _), note.text) for note in event.notes]
    for reply in event.replies:
        lines = [(text.said_in(said), words) for text, words in reply.answers]
        lines += [(_("Organisation"), reply.organisation), (_("Note"), reply.note)]
        yield reply.questionnaire.said_in(said), lines
    yield _("Tasks"), [(task.title.said_in(said), "\n".join((task.owner, *task.comments))) for task in event.tasks]
    yield _("Links"), [(link_words(link.kind, _), moment_text(link.created_at, said)) for link in event.links]
    yield _("What was done when"), [(moment_text(c.happened_at, said), verb_label(c.verb, _)) for c in event.changes]
