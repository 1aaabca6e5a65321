"""What single cells of a list of participants say: contacts, languages, days, and what words give away."""

from __future__ import annotations

import re

from facilitation.errors import mark
from facilitation.exchange.contact_text import addresses, tidy_phones
from facilitation.exchange.people_words import language_codes
from facilitation.exchange.row_reader import RowReader
from facilitation.exchange.words import folded

LOWER_CASE = mark("Column “{column}”: the e-mail address was written in small letters.")
TIDIED = mark("Column “{column}”: “{old}” was tidied to “{new}”.")
NO_EMAIL = mark("Column “{column}”: “{old}” is not an e-mail address. What was written is kept in the note.")
MORE_EMAILS = mark("Column “{column}”: several addresses; “{new}” is taken, all of them are kept in the note.")
NO_PHONE = mark("Column “{column}”: “{old}” is not a phone number. What was written is kept in the note.")
UNKNOWN_LANGUAGE = mark("Column “{column}”: “{old}” is not a known language. What was written is kept in the note.")
UNKNOWN_DAYS = mark(
    "Column “{column}”: “{old}” is not a list of day numbers such as 1, 2. What was written is kept in the note."
)


def email_of(reader: RowReader, place: int = 0, people: int = 1) -> str:
    """The address in the row: where several people share it, each has theirs if there is one for each."""
    text = reader.lines("email").removeprefix("mailto:")
    found = addresses(text)
    if not text:
        return ""
    if not found:
        reader.keep("email", text, new="", template=NO_EMAIL)
        return ""
    if len(found) == people > 1:
        return found[place]
    if place:
        return ""
    if len(found) > 1:
        reader.keep("email", text, new=found[0], template=MORE_EMAILS)
    elif text != found[0]:
        reader.change(LOWER_CASE if text.lower() == found[0] else TIDIED, "email", text, found[0])
    return found[0]


def phone_of(reader: RowReader, place: int = 0, people: int = 1) -> str:
    """The number in the row, with its country where that is certain."""
    text = reader.lines("phone")
    tidy = tidy_phones(text)
    if not text:
        return ""
    if not tidy:
        reader.keep("phone", text, new="", template=NO_PHONE)
        return ""
    numbers = tidy.split(", ")
    if len(numbers) == people > 1:
        return numbers[place]
    if place:
        return ""
    if "".join(text.split()) != "".join(tidy.split()):
        reader.change(TIDIED, "phone", text, tidy)
    return tidy


def languages_of(reader: RowReader) -> tuple[str, ...]:
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


def days_of(reader: RowReader) -> tuple[int, ...]:
    """Day numbers such as "1, 2"."""
    text = reader.text("days_attended")
    numbers = re.findall(r"\d+", text)
    is_list = bool(re.fullmatch(r"[\d\s,;.+&]*", text)) and all(1 <= int(number) <= 366 for number in numbers)
    if not is_list:
        reader.keep("days_attended", text, new="", template=UNKNOWN_DAYS)
        return ()
    return tuple(sorted({int(number) for number in numbers}))
