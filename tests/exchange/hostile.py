"""Workbooks that mean harm, or that no spreadsheet program would have saved like this.

``python -m tests.exchange.hostile NAME`` reads one of them in a process of its own and prints what came of it as JSON.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

from tests.exchange.tables import an_xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
ROWS, COLUMNS = 1_048_576, 16_384
"""As many as a sheet can have."""
MOST_ADDRESSES = 1_500_000_000
"""Bytes of address space: a reader that fills the memory ends here, not the machine."""
PROCESS = Path("/proc/self/status")
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def a_list() -> bytes:
    """One task in a workbook."""
    return an_xlsx(["Detyra", "Afati"], ["Ftesat", "D-30"])


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The workbook with parts replaced or added."""
    content = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(content, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return content.getvalue()


def text_cell(name: str, text: str) -> str:
    """A cell with its text inside."""
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'


def a_sheet(rows: Iterable[str]) -> bytes:
    """A workbook whose sheet has one task and below it these rows."""
    head = f'<row r="1">{text_cell("A1", "Detyra")}{text_cell("B1", "Afati")}</row>'
    task = f'<row r="2">{text_cell("A2", "Ftesat")}{text_cell("B2", "D-30")}</row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{head}{task}{"".join(rows)}</sheetData></worksheet>'
    return with_parts(a_list(), {SHEET: sheet.encode()})


def a_million_empty_rows() -> bytes:
    """What LibreOffice saves when somebody formatted whole columns."""
    look = 'customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"'
    return a_sheet(f'<row r="{number}" {look}></row>' for number in range(3, ROWS + 1))


def every_column_formatted() -> bytes:
    """Two hundred rows of cells that have a look and no content, as far to the right as a sheet goes."""
    numbers = random.Random(1)
    return a_sheet(
        f'<row r="{row}">{"".join(f"""<c r="A{row}" s="{numbers.randrange(10**6)}"/>""" for _ in range(COLUMNS))}</row>'
        for row in range(3, 203)
    )


def cells_without_place() -> bytes:
    """Empty cells that do not say where they stand, so that they cannot be passed over."""
    numbers = random.Random(2)
    row = "".join(f'<c s="{numbers.randrange(10**6)}"/>' for _ in range(COLUMNS))
    return a_sheet(f'<row r="{number}">{row}</row>' for number in range(3, 203))


def an_endless_cell() -> bytes:
    """Twelve million signs that hardly pack."""
    return a_sheet([f'<row r="3">{text_cell("A3", random.Random(3).randbytes(6_000_000).hex())}</row>'])


def a_million_strings() -> bytes:
    """More different texts than a list can have."""
    texts = "".join(f"<si><t>{number:x}</t></si>" for number in range(1_000_000))
    return with_parts(a_list(), {STRINGS: f'<sst xmlns="{MAIN}">{texts}</sst>'.encode()})


def a_million_fonts() -> bytes:
    """Styles that would fill the memory."""
    fonts = "".join(f'<font><sz val="{number}"/></font>' for number in range(1_000_000))
    return with_parts(a_list(), {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{fonts}</styleSheet>'.encode()})


def a_zip_bomb() -> bytes:
    """A quarter of a megabyte that unpacks to 280."""
    return with_parts(a_list(), {"xl/media/image1.png": bytes(280_000_000)})


def a_small_zip_bomb() -> bytes:
    """Forty megabytes of nothing in forty thousand bytes."""
    return with_parts(a_list(), {"xl/media/image1.png": bytes(40_000_000)})


def a_zip_in_a_zip() -> bytes:
    """A bomb inside the workbook: nobody unpacks it."""
    return with_parts(a_list(), {"xl/embeddings/inner.zip": a_small_zip_bomb()})


def billion_laughs() -> bytes:
    """Entities that grow tenfold nine times."""
    return with_parts(a_list(), {STRINGS: f'{LAUGHS}<sst xmlns="{MAIN}"><si><t>&i;</t></si></sst>'.encode()})


def hidden_laughs() -> bytes:
    """The same behind a long comment, in an encoding where the word is not found as it is."""
    sheet = f'<?xml version="1.0" encoding="UTF-16"?><!--{"x" * 9000}-->{LAUGHS}<worksheet xmlns="{MAIN}"/>'
    return with_parts(a_list(), {SHEET: sheet.encode("utf-16")})


HOSTILE: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        a_million_empty_rows,
        every_column_formatted,
        cells_without_place,
        an_endless_cell,
        a_million_strings,
        a_million_fonts,
        a_zip_bomb,
        a_small_zip_bomb,
        a_zip_in_a_zip,
        billion_laughs,
        hidden_laughs,
    )
}


def main() -> None:
    """Read one file from standard input; print sentence or number of rows, seconds and the peak of memory."""
    import resource  # not on Windows

    from facilitation.errors import InvalidInput
    from facilitation.exchange.table_file import read_table

    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    data, start = sys.stdin.buffer.read(), perf_counter()
    try:
        said = f"{len(read_table(data, 'lista.xlsx').rows)} rows"
    except InvalidInput as error:
        said = str(error)
    print(json.dumps({"said": said, "seconds": perf_counter() - start, "megabytes": peak_megabytes()}))


def peak_megabytes() -> float:
    """The most memory this process ever had (``getrusage`` counts that of the process it was forked from too)."""
    status = PROCESS.read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
