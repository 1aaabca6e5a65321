"""Files with agendas for the import tests, and what was read of them in short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document

from facilitation.domain.agenda import Agenda
from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.exchange.agenda_file import read_agenda
from facilitation.exchange.agenda_import import agenda_preview
from facilitation.exchange.import_preview import AgendaPreview, remark_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items
from tests.builders import A_MONDAY, an_event, counted_ids

ENGLISH = Translator("en")


def read(
    data: bytes | str,
    *people: Participation,
    event: Event | None = None,
    chosen: Mapping[str, int] | None = None,
    language: str = "sq",
    name: str = "agjenda",
) -> AgendaPreview:
    """The preview of a file in an event from Monday 17 May 2027 in Elbasan."""
    event = event or an_event()
    file = read_agenda(data.encode() if isinstance(data, str) else data, name, event)
    return agenda_preview(file, chosen, event, people=people, new_id=counted_ids(), language=language)


def shown(preview: AgendaPreview) -> list[str]:
    """Every session as "day start+minutes [pin] [parallel] kind: title @ room", in the order of the agenda.

    A day without sessions is a line of its own; ``*`` marks a pinned start, ``|`` an item of a parallel block.
    """
    timed = timed_items(Agenda("event", preview.days), preview.first_on or A_MONDAY)
    lines = {number: [_line(entry) for entry in timed if entry.day == number] for number in _numbers(preview)}
    return [line for number, found in lines.items() for line in found or [f"{number} –"]]


def _numbers(preview: AgendaPreview) -> Sequence[int]:
    return range(1, len(preview.days) + 1)


def _line(entry: TimedItem) -> str:
    item = entry.item
    marks = ("*" if item.pinned_start else "") + ("|" if item.parallel else "")
    room = f" @ {item.room}" if item.room else ""
    return f"{entry.day} {entry.starts_at:%H:%M}+{item.minutes}{marks} {item.kind}: {item.title}{room}"


def remarks(preview: AgendaPreview) -> list[tuple[int, str, str]]:
    """Row, outcome and sentences of every row that was not simply read."""
    return [
        (row.row, row.outcome, " ".join(remark_sentence(remark, ENGLISH) for remark in row.remarks))
        for row in preview.rows
        if row.outcome != "read"
    ]


def changes(preview: AgendaPreview) -> list[tuple[int, str, str]]:
    """Row, from and to of every change."""
    return [(row.row, remark.from_, remark.to) for row in preview.rows for remark in row.remarks]


def a_schedule_xml(*days: str, zone: str = "Europe/Tirane", declaration: str = "") -> str:
    """A schedule.xml of these day elements."""
    conference = f"<conference><title>Konferenca</title><time_zone_name>{zone}</time_zone_name></conference>"
    return f"{declaration}<schedule><version>1</version>{conference}{''.join(days)}</schedule>"


def a_day_xml(*rooms: str, on: date | str = A_MONDAY, index: int = 1) -> str:
    return f'<day index="{index}" date="{on}">{"".join(rooms)}</day>'


def a_room_xml(*events: str, name: str = "Salla A") -> str:
    return f'<room name="{name}">{"".join(events)}</room>'


def an_event_xml(title: str = "Hapja", start: str = "09:00", duration: str = "00:30", **parts: str) -> str:
    """An event element; empty texts leave their element out."""
    texts = {"title": title, "start": start, "duration": duration, **parts}
    return "<event>" + "".join(f"<{name}>{text}</{name}>" for name, text in texts.items() if text) + "</event>"


def an_ics(*entries: str, end: str = "END:VCALENDAR\r\n") -> str:
    """A calendar of these VEVENTs, each given as its lines."""
    body = "".join("BEGIN:VEVENT\r\n" + "\r\n".join(entry.split("\n")) + "\r\nEND:VEVENT\r\n" for entry in entries)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}{end}"


def an_entry(summary: str = "Hapja", start: str = "20270517T090000", end: str = "20270517T093000", **more: str) -> str:
    """The lines of a VEVENT; names of further properties with _ for -."""
    texts = {"SUMMARY": summary, "DTSTART": start, "DTEND": end}
    texts |= {name.replace("_", "-").upper(): text for name, text in more.items()}
    return "\n".join(f"{name}:{text}" for name, text in texts.items() if text)


def a_word_file(*parts: str | Sequence[Sequence[str]], merged: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """A document of paragraphs and tables; ``merged`` = first row and column, last row and column in each table."""
    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            _add_table(document, part, merged)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _add_table(document: Any, rows: Sequence[Sequence[str]], merged: Sequence[tuple[int, int, int, int]]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
