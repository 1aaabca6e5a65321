"""One volume made once: by Tryeza, by python-docx as its manual shows it, or by a docxtpl template of the same content.

``python -m benchmarks.volume_writers WRITER RECORD`` says what it took: seconds and megabytes at most.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from facilitation.domain.record import EventRecord

TODAY = date(2027, 6, 1)
LANGUAGE = "sq"
POINTS, WORDS, PEOPLE = "List Bullet", "Intense Quote", 5


def main() -> None:
    """Make the volume and print what it took."""
    writer, record = sys.argv[1:]
    content = pickle.loads(Path(record).read_bytes())  # noqa: S301 (a file of this benchmark)
    start, worked = perf_counter(), process_time()
    size = len(WRITERS[writer](content))
    figures = {
        "seconds": perf_counter() - start,
        "processor_seconds": process_time() - worked,
        "peak_mb": peak_mb(),
        "size_mb": size / 2**20,
    }
    print(json.dumps(figures))


def peak_mb() -> float:
    """The most memory this process held, in megabytes (what ``getrusage`` says begins with that of the parent)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def ours(record: EventRecord) -> bytes:
    """The volume without the charts, which no other writer draws (a program of their own does, beside ours)."""
    from facilitation.documents import participation_pictures

    participation_pictures.can_draw = lambda: False  # type: ignore[attr-defined]
    return with_charts(record)


def with_charts(record: EventRecord) -> bytes:
    """The volume as people get it."""
    from facilitation.documents.proceedings_word import proceedings_docx
    from facilitation.documents.word_styles import Stamp
    from facilitation.i18n.translator import Translator

    return proceedings_docx(record, Translator(LANGUAGE), Stamp("1", TODAY))


def plain(record: EventRecord) -> bytes:
    """The same content by python-docx: a paragraph, a row and a picture at a time."""
    from docx import Document
    from docx.shared import Mm

    content, document = _content(record), Document()
    document.add_heading(content["title"], 0)
    for session in content["sessions"]:
        document.add_heading(session["title"], 2)
        for point in session["points"]:
            document.add_paragraph(point, style=POINTS)
        for quote in session["quotes"]:
            document.add_paragraph(quote, style=WORDS)
        for table in session["tables"]:
            _plain_table(document, ("Tryeza", "Çfarë solli"), table)
    for head, rows in content["registers"]:
        _plain_table(document, head, rows)
    for photo in record.photos:
        document.add_paragraph(photo.caption.said_in(LANGUAGE), style="Caption")
        document.add_picture(BytesIO(photo.data), width=Mm(160))
    return _saved(document)


def _plain_table(document: Any, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def template(record: EventRecord) -> bytes:
    """The same content by docxtpl: a template with loops, filled once."""
    from docx.shared import Mm
    from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]

    filled = DocxTemplate(BytesIO(_template()))
    content = _content(record)
    pictures = [
        {"caption": photo.caption.said_in(LANGUAGE), "data": InlineImage(filled, BytesIO(photo.data), width=Mm(160))}
        for photo in record.photos
    ]
    filled.render({**content, "photos": pictures}, autoescape=True)
    return _saved(filled)


def _template() -> bytes:
    """The template itself; making it is part of no measurement worth speaking of (30 ms)."""
    from docx import Document

    document = Document()
    document.add_heading("{{ title }}", 0)
    lines = (
        ("{%p for session in sessions %}", ""),
        ("{{ session.title }}", "Heading 2"),
        ("{%p for point in session.points %}", ""),
        ("{{ point }}", POINTS),
        ("{%p endfor %}", ""),
        ("{%p for quote in session.quotes %}", ""),
        ("{{ quote }}", WORDS),
        ("{%p endfor %}", ""),
        ("{%p for table in session.tables %}", ""),
    )
    for text, style in lines:
        document.add_paragraph(text, style=style or None)
    _template_table(document, "table", 2)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    for place, columns in enumerate((4, 5, 4)):
        _template_table(document, f"registers[{place}][1]", columns)
    for text in ("{%p for photo in photos %}", "{{ photo.caption }}", "{{ photo.data }}", "{%p endfor %}"):
        document.add_paragraph(text)
    return _saved(document)


def _template_table(document: Any, name: str, columns: int) -> None:
    table = document.add_table(rows=3, cols=columns, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in " + name + " %}"
    for place in range(columns):
        table.cell(1, place).text = "{{ row[" + str(place) + "] }}"
    table.cell(2, 0).text = "{%tr endfor %}"


def _saved(document: Any) -> bytes:
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def _content(record: EventRecord) -> dict[str, Any]:
    """What all writers print, as plain words: sessions, harvest, registers and the list of participants."""
    from facilitation.planning.proceedings_outline import proceedings

    found = proceedings(record, TODAY)
    tables: dict[str, list[list[tuple[str, str]]]] = {
        cafe.item_id: [[(str(t.table), "\n".join(t.points)) for t in turn.tables] for turn in cafe.rounds]
        for cafe in found.harvest
    }
    sessions = [
        {
            "title": report.title.said_in(LANGUAGE),
            "points": [said.text for said in (*report.key_points, *report.questions)],
            "quotes": [said.text for said in report.quotes],
            "tables": tables.get(report.item_id, []),
        }
        for report in found.sessions
    ]
    advice = [(str(r.number), r.addressee, r.text, r.session_title.said_in(LANGUAGE)) for r in found.recommendations]
    promises = [
        (str(c.number), c.owner, c.text, str(c.due_on), c.session_title.said_in(LANGUAGE)) for c in found.commitments
    ]
    people = [(p.name, p.position, p.organisation, p.sector.value) for p in found.participants.people]
    heads = (
        ("Nr.", "Kujt", "Rekomandimi", "Sesioni"),
        ("Nr.", "Kush", "Angazhimi", "Afati", "Sesioni"),
        ("Emri", "Pozicioni", "Organizata", "Sektori"),
    )
    registers = list(zip(heads, (advice, promises, people), strict=True))
    return {"title": record.event.title.said_in(LANGUAGE), "sessions": sessions, "registers": registers}


WRITERS: Mapping[str, Callable[[EventRecord], bytes]] = {
    "ours": ours,
    "with_charts": with_charts,
    "plain": plain,
    "template": template,
}

if __name__ == "__main__":
    main()
