"""Participants from a spreadsheet: columns guessed, words understood, every row read, repaired or refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from facilitation.domain.event import Sector
from facilitation.domain.person import (
    Consent,
    District,
    EventRole,
    InvitationStatus,
    Participation,
    Person,
    Sex,
)
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.import_preview import REFUSED, ImportPreview, ImportRow, import_row, refused
from facilitation.exchange.people_words import (
    AROUND_PLACE,
    COLUMNS,
    consent_words,
    district_words,
    language_codes,
    qark_names,
    role_words,
    sector_words,
    sex_word,
    sex_words,
    status_words,
    unclear_government,
)
from facilitation.exchange.row_reader import UNDERSTOOD, RowReader
from facilitation.exchange.table_file import RawRow, RawTable
from facilitation.exchange.words import folded, guessed_columns
from facilitation.i18n.labels import (
    consent_label,
    district_label,
    invitation_label,
    role_label,
    sector_label,
)
from facilitation.i18n.translator import Translator

FIELDS = tuple(COLUMNS)
LONGEST_NAME = 200
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")

NO_NAME_COLUMN = mark("No column with names is chosen. Choose the column that holds the names, and look again.")
NO_NAME = mark("The row has no name. Write the name, or the office if the name must not appear.")
NAME_TOO_LONG = mark("The name has more than {limit} signs. Is it the right column?")
ALREADY_LISTED = mark("“{name}” is already in the list.")
TWICE = mark("“{name}” already stands in row {row} of the file.")
LOWER_CASE = mark("Column “{column}”: the e-mail address was written in small letters.")
NO_EMAIL = mark("Column “{column}”: “{old}” is not an e-mail address. What was written is kept in the note.")
NO_QARK = mark("Column “{column}”: “{old}” is none of the twelve qarqe. It was put into the municipality or the note.")
MUNICIPALITY_NOT_QARK = mark("Column “{column}”: “{old}” is a municipality; its qark is “{new}”.")
UNCLEAR_SECTOR = mark(
    "Column “{column}”: “{old}” does not say whether central or local government is meant; taken as “{new}”."
    " What was written is kept in the note."
)
UNKNOWN_LANGUAGE = mark("Column “{column}”: “{old}” is not a known language. What was written is kept in the note.")
UNKNOWN_DAYS = mark(
    "Column “{column}”: “{old}” is not a list of day numbers such as 1, 2. What was written is kept in the note."
)


def guess_mapping(header: Iterable[str]) -> dict[str, int]:
    """Field to column position, as far as the column names are understood (Albanian or English)."""
    return guessed_columns(header, COLUMNS)


def people_preview(
    table: RawTable,
    mapping: Mapping[str, int],
    event_id: str,
    *,
    existing: Iterable[Participation],
    new_id: Callable[[], str],
    language: str,
) -> ImportPreview:
    """What the table would bring; ``InvalidInput`` only when no column holds names. Nothing is saved.

    Somebody with the same name and organisation as an ``existing`` participation or an earlier row is refused.
    """
    if "name" not in mapping and "last_name" not in mapping:
        raise InvalidInput(NO_NAME_COLUMN)
    listed = {_identity(entry.person): 0 for entry in existing}
    people = PeopleRows(mapping, table.header, event_id, new_id, Translator(language))
    return ImportPreview(table.format, tuple(_checked(people.row(row), listed) for row in table.rows))


def _identity(person: Person) -> tuple[str, str]:
    return folded(person.name), folded(person.organisation)


def _checked(row: ImportRow, listed: dict[tuple[str, str], int]) -> ImportRow:
    """The row, refused where the same person is listed already (row 0 = before the import)."""
    if not isinstance(row.item, Participation):
        return row
    person = row.item.person
    first = listed.setdefault(_identity(person), row.row)
    if first == row.row:
        return row
    return refused(row, TWICE, name=person.name, row=first) if first else refused(row, ALREADY_LISTED, name=person.name)


@dataclass(frozen=True, slots=True)
class PeopleRows:
    """Turns rows into participations; ``say`` names the members of enums in remarks."""

    mapping: Mapping[str, int]
    header: tuple[str, ...]
    event_id: str
    new_id: Callable[[], str]
    say: Translator

    def row(self, row: RawRow) -> ImportRow:
        """One row, read, repaired or – without a usable name – refused."""
        reader, unread = RowReader(row, self.mapping, self.header), ImportRow(row.number, REFUSED, cells=row.cells)
        name = " ".join(part for part in (reader.text("name"), reader.text("last_name")) if part)
        if not name:
            return refused(unread, NO_NAME)
        if len(name) > LONGEST_NAME:
            return refused(unread, NAME_TOO_LONG, limit=LONGEST_NAME)
        item = self._participation(reader, self._person(reader, name))
        return import_row(row.number, item, remarks=tuple(reader.remarks), cells=row.cells)

    def _person(self, reader: RowReader, name: str) -> Person:
        organisation, position = reader.text("organisation"), reader.text("position")
        sector = self._sector(reader)
        district, municipality = self._place(reader)
        return Person(
            id=self.new_id(),
            name=name,
            organisation=organisation,
            position=position,
            sector=sector,
            district=district,
            municipality=municipality,
            email=_email(reader),
            phone=reader.text("phone"),
            languages=_languages(reader),
            sex=reader.word("sex", sex_words(), Sex.NOT_STATED, lambda sex: sex_word(sex, self.say)),
        )

    def _participation(self, reader: RowReader, person: Person) -> Participation:
        status = reader.word(
            "status", status_words(), InvitationStatus.TO_INVITE, lambda word: invitation_label(word, self.say)
        )
        return Participation(
            id=self.new_id(),
            event_id=self.event_id,
            person=person,
            role=reader.word("role", role_words(), EventRole.PARTICIPANT, lambda role: role_label(role, self.say)),
            status=status,
            days_attended=_days(reader),
            access_needs=reader.lines("access_needs"),
            dietary_needs=reader.lines("dietary_needs"),
            photo_consent=self._consent(reader, "photo_consent"),
            list_consent=self._consent(reader, "list_consent"),
            note=reader.note(),
        )

    def _consent(self, reader: RowReader, field: str) -> Consent:
        return reader.word(field, consent_words(), Consent.NOT_ASKED, lambda answer: consent_label(answer, self.say))

    def _sector(self, reader: RowReader) -> Sector:
        if folded(reader.raw("sector")) in unclear_government():
            text = reader.text("sector")
            reader.keep("sector", text, new=sector_label(Sector.OTHER, self.say), template=UNCLEAR_SECTOR)
            return Sector.OTHER
        return reader.word("sector", sector_words(), Sector.OTHER, lambda sector: sector_label(sector, self.say))

    def _place(self, reader: RowReader) -> tuple[District | None, str]:
        """Qark and municipality; a municipality in the qark's column gives its qark and is kept."""
        text, municipality = reader.text("district"), reader.text("municipality")
        if not text:
            return None, municipality
        meaning = district_words().meaning(_place_name(text))
        if meaning is None:
            reader.change(NO_QARK, "district", text, "")
            if municipality:
                reader.leftovers.append(f"{reader.column('district')}: {text}")
            return None, municipality or text
        name = district_label(meaning.member, self.say)
        is_municipality = folded(text).startswith("bashki") or folded(_place_name(text)) not in qark_names()
        if is_municipality or not meaning.is_exact:
            reader.change(MUNICIPALITY_NOT_QARK if is_municipality else UNDERSTOOD, "district", text, name)
        return meaning.member, municipality or (text if is_municipality else "")


def _place_name(text: str) -> str:
    """ "Qarku i Vlorës" is "Vlorës"."""
    return re.sub(AROUND_PLACE, "", text, flags=re.IGNORECASE)


def _email(reader: RowReader) -> str:
    text = reader.text("email").removeprefix("mailto:")
    if not text:
        return ""
    if not EMAIL.fullmatch(text):
        reader.keep("email", text, new="", template=NO_EMAIL)
        return ""
    if text != text.lower():
        reader.change(LOWER_CASE, "email", text, text.lower())
    return text.lower()


def _languages(reader: RowReader) -> tuple[str, ...]:
    """Codes of the languages named; Albanian where nothing is said."""
    names = [name.strip() for name in re.split(r"[,;/+&\n]|\bdhe\b|\band\b", reader.lines("languages")) if name.strip()]
    codes: list[str] = []
    for name in names:
        code = language_codes().get(folded(name), "")
        if not code:
            reader.keep("languages", name, new="", template=UNKNOWN_LANGUAGE)
        elif code not in codes:
            codes.append(code)
    return tuple(codes) or ("sq",)


def _days(reader: RowReader) -> tuple[int, ...]:
    """Day numbers such as "1, 2"."""
    text = reader.text("days_attended")
    numbers = re.findall(r"\d+", text)
    is_list = bool(re.fullmatch(r"[\d\s,;.+&]*", text)) and all(1 <= int(number) <= 366 for number in numbers)
    if not is_list:
        reader.keep("days_attended", text, new="", template=UNKNOWN_DAYS)
        return ()
    return tuple(sorted({int(number) for number in numbers}))
