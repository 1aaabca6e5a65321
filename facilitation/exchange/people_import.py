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
from facilitation.exchange.import_preview import (
    REFUSED,
    ImportPreview,
    ImportRemark,
    ImportRow,
    import_row,
    refused,
)
from facilitation.exchange.people_cells import days_of, email_of, languages_of, phone_of
from facilitation.exchange.people_coded import coded_rows
from facilitation.exchange.people_guesses import guessed_district, guessed_sector
from facilitation.exchange.people_names import (
    FAMILY_FIRST_COLUMNS,
    family_name_last,
    is_all_titles,
    people_in,
    sex_said_by,
    turned,
)
from facilitation.exchange.people_words import (
    AROUND_PLACE,
    COLUMNS,
    TITLES_BEFORE_NAMES,
    consent_words,
    district_words,
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
from facilitation.exchange.words import cleaned_lines, folded, guessed_columns
from facilitation.i18n.labels import (
    consent_label,
    district_label,
    invitation_label,
    role_label,
    sector_label,
)
from facilitation.i18n.translator import Translator
from facilitation.planning.name_folding import without_titles
from facilitation.planning.office_folding import is_office

FIELDS = tuple(COLUMNS)
LONGEST_NAME = 200

NO_NAME_COLUMN = mark("No column with names is chosen. Choose the column that holds the names, and look again.")
NO_NAME = mark("The row has no name. Write the name, or the office if the name must not appear.")
NAME_TOO_LONG = mark("The name has more than {limit} signs. Is it the right column?")
ALREADY_LISTED = mark("“{name}” is already in the list.")
TWICE = mark("“{name}” already stands in row {row} of the file.")
NO_QARK = mark("Column “{column}”: “{old}” is none of the twelve qarqe. It was put into the municipality or the note.")
MUNICIPALITY_NOT_QARK = mark("Column “{column}”: “{old}” is a municipality; its qark is “{new}”.")
UNCLEAR_SECTOR = mark(
    "Column “{column}”: “{old}” does not say whether central or local government is meant; taken as “{new}”."
    " What was written is kept in the note."
)
TITLE_APART = mark("Column “{column}”: the title “{old}” was taken apart from the name.")
SEX_BY_TITLE = mark("Column “{column}”: the title “{old}” was understood as “{new}”.")
TURNED = mark("Column “{column}”: “{old}” was written as “{new}”, the family name last.")
SEVERAL = mark(
    "Column “{column}”: {count} people stand in one cell. Each has a line of their own, with the row's organisation."
)
NO_TITLE = mark("Column “{column}”: “{old}” is no title such as Dr. or Znj.; it was taken for the position.")
GUESSED_SECTOR = mark("The sector “{new}” was guessed from “{old}”.")
GUESSED_DISTRICT = mark("The qark “{new}” was guessed from “{old}”.")


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
    is_coded: bool = False,
) -> ImportPreview:
    """What the table would bring; ``InvalidInput`` only when no column holds names. Nothing is saved.

    Somebody with the same name and organisation as an ``existing`` participation or an earlier row is refused.
    ``is_coded`` = these are beneficiaries: a fresh code takes the place of each name, and what could tell who somebody
    is does not leave the file.
    """
    if "name" not in mapping and "last_name" not in mapping:
        raise InvalidInput(NO_NAME_COLUMN)
    listed_before = tuple(existing)
    listed = {_identity(entry.person): 0 for entry in listed_before}
    people = PeopleRows(mapping, table.header, event_id, new_id, Translator(language))
    rows = [_checked(person, listed) for row in table.rows for person in people.rows(row)]
    return ImportPreview(table.format, coded_rows(rows, listed_before) if is_coded else tuple(rows))


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

    def rows(self, row: RawRow) -> tuple[ImportRow, ...]:
        """The people of one row, each read, repaired or – without a usable name – refused."""
        people = people_in(cleaned_lines(self._reader(row).raw("name"))) if "last_name" not in self.mapping else ("",)
        if len(people) == 1:
            return (self._row(row, self._reader(row), "", (0, 1)),)
        return tuple(self._one_of(row, name, (place, len(people))) for place, name in enumerate(people))

    def _reader(self, row: RawRow) -> RowReader:
        return RowReader(row, self.mapping, self.header)

    def _one_of(self, row: RawRow, name: str, place: tuple[int, int]) -> ImportRow:
        """One of several people in a cell."""
        reader = self._reader(row)
        values = {"column": reader.column("name"), "count": place[1]}
        reader.remarks.append(ImportRemark(SEVERAL, values, reader.raw("name"), name))
        return self._row(row, reader, name, place)

    def _row(self, row: RawRow, reader: RowReader, name: str, place: tuple[int, int]) -> ImportRow:
        unread = ImportRow(row.number, REFUSED, cells=row.cells)
        written = name or " ".join(part for part in (reader.text("name"), reader.text("last_name")) if part)
        if not written:
            return refused(unread, NO_NAME)
        if len(written) > LONGEST_NAME:
            return refused(unread, NAME_TOO_LONG, limit=LONGEST_NAME)
        item = self._participation(reader, self._person(reader, written, place))
        return import_row(row.number, item, remarks=tuple(reader.remarks), cells=row.cells)

    def _person(self, reader: RowReader, written: str, place: tuple[int, int]) -> Person:
        title, name = self._name(reader, written)
        title, position = self._title(reader, title)
        organisation = reader.text("organisation")
        sector = self._sector(reader, organisation, position)
        district, municipality = self._place(reader)
        return Person(
            id=self.new_id(),
            name=name,
            organisation=organisation,
            position=position,
            sector=sector,
            district=district or self._guessed_district(reader, municipality, organisation, name),
            municipality=municipality,
            email=email_of(reader, *place),
            phone=phone_of(reader, *place),
            languages=languages_of(reader),
            sex=self._sex(reader, title),
            title=title,
        )

    def _name(self, reader: RowReader, written: str) -> tuple[str, str]:
        """Title and name, the family name last."""
        title, name = without_titles(written)
        if title:
            reader.change(TITLE_APART, "name", title, name)
        is_family_first = folded(reader.column("name")) in FAMILY_FIRST_COLUMNS
        straight = family_name_last(name) if is_family_first and "," not in name else turned(name)
        inner, straight = without_titles(straight) if straight != name else ("", straight)
        if straight != name:
            reader.change(TURNED, "name", name, straight)
        return " ".join(part for part in (title, inner) if part), straight

    def _title(self, reader: RowReader, title: str) -> tuple[str, str]:
        """Title and position: columns called "title" hold the one or the other."""
        said, position = reader.text("title"), reader.text("position")
        is_ours = folded(reader.column("title")) in map(folded, TITLES_BEFORE_NAMES)
        if said and not is_ours and not is_all_titles(said):
            reader.change(NO_TITLE, "title", said, "")
            return title, ", ".join(part for part in (position, said) if part)
        if is_all_titles(position) and not is_ours:
            return " ".join(dict.fromkeys((*position.split(), *title.split()))), ""
        return " ".join(dict.fromkeys((*said.split(), *title.split()))), position

    def _sex(self, reader: RowReader, title: str) -> Sex:
        """What the column says; a title such as "Znj." where it says nothing."""
        said = sex_said_by(title)
        if reader.raw("sex").strip() or said is Sex.NOT_STATED:
            return reader.word("sex", sex_words(), Sex.NOT_STATED, lambda sex: sex_word(sex, self.say))
        reader.change(SEX_BY_TITLE, "title" if reader.raw("title") else "name", title, sex_word(said, self.say))
        return said

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
            days_attended=days_of(reader),
            access_needs=reader.lines("access_needs"),
            dietary_needs=reader.lines("dietary_needs"),
            photo_consent=self._consent(reader, "photo_consent"),
            list_consent=self._consent(reader, "list_consent"),
            note=reader.note(),
        )

    def _consent(self, reader: RowReader, field: str) -> Consent:
        return reader.word(field, consent_words(), Consent.NOT_ASKED, lambda answer: consent_label(answer, self.say))

    def _sector(self, reader: RowReader, organisation: str, position: str) -> Sector:
        """What the column says; where it says nothing, what the organisation's name gives away."""
        if folded(reader.raw("sector")) in unclear_government():
            text = reader.text("sector")
            reader.keep("sector", text, new=sector_label(Sector.OTHER, self.say), template=UNCLEAR_SECTOR)
            return Sector.OTHER
        guess = None if reader.raw("sector").strip() else guessed_sector(organisation, position)
        if guess is not None:
            self._guessed(reader, GUESSED_SECTOR, organisation or position, sector_label(guess, self.say))
            return guess
        return reader.word("sector", sector_words(), Sector.OTHER, lambda sector: sector_label(sector, self.say))

    def _guessed_district(self, reader: RowReader, municipality: str, organisation: str, name: str) -> District | None:
        """The qark of the municipality, of the organisation or of an office: none where the column says another."""
        texts = (municipality, organisation, name if is_office(name) else "")
        guess = None if reader.raw("district").strip() else guessed_district(*texts)
        if guess is not None:
            source = next(text for text in texts if text and guessed_district(text) is guess)
            self._guessed(reader, GUESSED_DISTRICT, source, district_label(guess, self.say))
        return guess

    def _guessed(self, reader: RowReader, template: str, old: str, new: str) -> None:
        reader.remarks.append(ImportRemark(template, {"old": old, "new": new}, "", new))

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
