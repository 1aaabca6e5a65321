"""Who does something in the session of the side panel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from facilitation.domain.agenda import AgendaItem, Contributor
from facilitation.domain.person import EventRole, Participation
from facilitation.planning.contributors import contributor_named
from facilitation.ui.agenda_item_fields import ItemFields
from facilitation.ui.fields import Save, many_field

MOST_OFFERED = 60


def people_fields(fields: ItemFields) -> None:
    """Speakers, facilitators and note-takers: people of the list, offices already named, or new ones."""
    _, item = fields.page._, fields.item
    people = {part.person.name: part for part in fields.view.record.participations}
    known = {entry.name: entry for _n, other in fields.view.agenda.items() for entry in _everybody(other)}

    def keep(field: str) -> Save:
        return lambda names: fields.save(field)(tuple(contributor_named(name, people, known) for name in names or ()))

    for field, label in (
        ("speakers", _("Speakers")),
        ("facilitators", _("Facilitators")),
        ("note_takers", _("Note-takers")),
    ):
        stored = [entry.name for entry in getattr(item, field)]
        many_field(
            label,
            sorted({*_offered(people), *known, *stored}),
            stored,
            key=fields.key(field),
            save=keep(field),
            placeholder=_("Choose or type"),
            accept_new=True,
        )
    _local_speakers(fields)


def _offered(people: Mapping[str, Participation]) -> Iterable[str]:
    """Whom the fields offer: everybody on a short list, else who has a part in the event (three fields of 300 names
    take the browser 75 ms at every click). A name that is typed in full is found all the same."""
    if len(people) <= MOST_OFFERED:
        return people
    return (name for name, part in people.items() if part.role is not EventRole.PARTICIPANT)


def _everybody(item: AgendaItem) -> tuple[Contributor, ...]:
    return (*item.speakers, *item.facilitators, *item.note_takers)


def _local_speakers(fields: ItemFields) -> None:
    """People of the list are known to be local or not; for names typed in, the organiser says it."""
    _, item = fields.page._, fields.item
    typed_in = [entry.name for entry in item.speakers if not entry.person_id]
    if not typed_in:
        return

    def keep(local: Any) -> None:
        fields.save("speakers")(
            tuple(
                entry if entry.person_id else replace(entry, is_local=entry.name in (local or ()))
                for entry in item.speakers
            )
        )

    many_field(
        _("Which of these speakers work locally?"),
        typed_in,
        [entry.name for entry in item.speakers if not entry.person_id and entry.is_local],
        key=fields.key("local"),
        save=keep,
        placeholder=_("Choose"),
    )
