"""What stands in every letter of an event: its facts in words, and what belongs to one reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitation.documents.word_front import when_text
from facilitation.documents.word_package import shortened
from facilitation.domain.agenda import Audience, ItemKind
from facilitation.domain.event import Event, Letters
from facilitation.domain.person import Participation, Payer, Person, Sex
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, day_text
from facilitation.i18n.labels import district_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

NOT_AT_A_GLANCE = frozenset({ItemKind.BREAK, ItemKind.ENERGISER, ItemKind.STAFF})
LONGEST_PURPOSE = 700
LONGEST_TITLE = 90
DEAR_WOMAN, DEAR_MAN = "E nderuar {name},", "I nderuar {name},"
"""Albanian alone tells the two apart; the catalogue has one sentence for both."""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """One event in one language, for letters written on a day."""

    record: EventRecord
    _: Translator
    written_on: date

    @property
    def event(self) -> Event:
        """The event."""
        return self.record.event

    @property
    def letters(self) -> Letters:
        """What the organisers said about their letters."""
        return self.event.brief.letters

    @property
    def language(self) -> str:
        """The language of the words."""
        return self._.language

    @property
    def host(self) -> str:
        """Who invites."""
        return self.event.host.said_in(self.language).strip() or self._("the organiser")

    @property
    def title(self) -> str:
        """The title of the event."""
        return self.event.title.said_in(self.language)

    @property
    def when(self) -> str:
        """The days of the event."""
        return when_text(self.event, self.language)

    @property
    def purpose(self) -> str:
        """What the event is for, cut where it is long."""
        return shortened(self.event.about.said_in(self.language), LONGEST_PURPOSE)

    @property
    def today(self) -> str:
        """The day the letter is written."""
        return day_text(self.written_on, self.language, with_year=True, with_weekday=False)

    @property
    def reply_by(self) -> str:
        """The last day to answer ("" = none was set)."""
        day = self.letters.reply_by
        return day_text(day, self.language, with_year=True, with_weekday=False) if day else ""

    def values(self, part: Participation) -> dict[str, str]:
        """What stands in the places of a letter."""
        person = part.person
        return {
            "name": person.name,
            "title": person.title,
            "position": person.position,
            "organisation": person.organisation,
            "event": self.title,
            "days": self.when,
            "place": self.event.place,
            "host": self.host,
            "reply_by": self.reply_by,
            "reply_to": self.letters.reply_to,
            "form": self.letters.form_link,
        }

    def programme(self) -> Iterator[tuple[int, list[TimedItem]]]:
        """The public sessions of each day, without breaks."""
        timed = timed_items(self.record.agenda, self.event.starts_on)
        for number in range(1, self.event.day_count + 1):
            shown = [entry for entry in timed if entry.day == number and _is_at_a_glance(entry)]
            if shown:
                yield number, shown

    def own_sessions(self, part: Participation) -> list[str]:
        """The sessions somebody has a part in, with their times."""
        timed = timed_items(self.record.agenda, self.event.starts_on)
        return [
            f"{self.session(entry)} ({self._clock(entry)})"
            for entry in timed
            if any(each.person_id == part.id for each in entry.item.contributors)
        ]

    def session(self, entry: TimedItem) -> str:
        """The title of a session."""
        return shortened(entry.item.title.said_in(self.language), LONGEST_TITLE) or self._("(no title)")

    def _clock(self, entry: TimedItem) -> str:
        day = day_text(self.event.day(entry.day), self.language) if self.event.day_count > 1 else ""
        return ", ".join(part for part in (day, clock_span_text(entry.starts_at, entry.ends_at)) if part)

    def costs(self, part: Participation) -> str:
        """Who bears the costs of somebody's coming."""
        _ = self._
        if part.pays is Payer.OWN_OFFICE:
            return _(
                "Travel, per diem and lodging are borne by your institution. Please have them authorised by your "
                "superiors in good time; a letter to them is enclosed."
            )
        if part.pays is Payer.HOST:
            return _("The costs of your travel and lodging are borne by {host}.").format(host=self.host)
        if part.pays is Payer.DONOR:
            return _("The costs of your travel and lodging are borne by a donor of the event.")
        return _("Please tell us with your answer whether your institution can bear the costs of travel and lodging.")

    def journey(self, part: Participation) -> str:
        """How somebody travels and where they stay, as far as it is settled."""
        _ = self._
        nights = _.plural(
            "Lodging is reserved for {count} night.", "Lodging is reserved for {count} nights.", part.nights
        )
        return " ".join(
            text
            for text in (
                _("Travel: {travel}.").format(travel=part.travel.strip().rstrip(".")) if part.travel.strip() else "",
                nights.format(count=part.nights) if part.nights else "",
            )
            if text
        )


def _is_at_a_glance(entry: TimedItem) -> bool:
    return entry.item.is_for(Audience.PUBLIC) and entry.item.kind not in NOT_AT_A_GLANCE


def addressee(person: Person, _: Translator) -> list[str]:
    """Whom a letter goes to, line by line; what the name already says is not said again."""
    name = f"{person.title} {person.name}".strip()
    place = person.municipality or (district_label(person.district, _) if person.district else "")
    lines = [name]
    for text in (person.position, person.organisation, place):
        if text.strip() and text.strip().casefold() not in name.casefold():
            lines.append(text.strip())
    return lines


def salutation(person: Person, _: Translator) -> str:
    """ "I nderuar Dr. …," – by sex where it is stated."""
    name = f"{person.title} {person.name}".strip()
    if _.language == "en" or person.sex is Sex.NOT_STATED:
        return _("Dear {name},").format(name=name)
    return (DEAR_WOMAN if person.sex is Sex.FEMALE else DEAR_MAN).format(name=name)
