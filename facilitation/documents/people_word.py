"""Papers about people: the sign-in sheet of each day and the badges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitation.documents.qr_code import qr_png
from facilitation.documents.word_fit import CELL_SIDES, line_count
from facilitation.documents.word_front import day_heading, event_block, nothing_yet
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import (
    TICK_BOX,
    TICKED_BOX,
    Cell,
    Row,
    Run,
    head_row,
    heading,
    paragraph,
    spacer,
    table,
)
from facilitation.documents.word_styles import CARDS, LANDSCAPE, SIZES, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.person import Consent, EventRole, InvitationStatus, Participation
from facilitation.domain.record import EventRecord
from facilitation.i18n.labels import district_label, language_label, role_label, sector_label
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.certificates import titled_name

SIGN_IN_COLUMNS = (9.0, 46.0, 38.0, 34.0, 20.0, 23.0, 23.0, 38.0, 36.0)
CODE_COLUMNS = (12.0, 60.0, 37.0, 34.0, 34.0, 90.0)
SIGN_IN_ROW = 9.2
BLANK_ROWS = 6
"""Free lines for people who come without having been expected."""
LEAST_ROWS = 9
BADGE_WIDTH, BADGE_HEIGHT = 90.0, 53.8
CODE_COLUMN, CODE_SIDE = 28.0, 24.0
NO_PHOTO, NOT_ASKED = "●", "○"
NO_ADDRESSES: Mapping[str, str] = {}


def expected(record: EventRecord, language: str) -> list[Participation]:
    """Everybody who may come to the door, by name: all who did not decline, and whoever was there after all.

    Beneficiaries, who stand under a code, have a sheet of their own and no badge: both would point at them.
    """
    return _at_the_door(record, language, is_coded=False)


def _at_the_door(record: EventRecord, language: str, *, is_coded: bool) -> list[Participation]:
    people = [
        entry
        for entry in record.participations
        if entry.person.is_coded is is_coded and (entry.status is not InvitationStatus.DECLINED or entry.days_attended)
    ]
    return sorted_by(people, lambda entry: entry.person.name, language)


def sign_in_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """One list per day to sign, with the privacy notice on top and free lines at the end."""
    paper = Paper(record.event, _, stamp, title=_("Sign-in sheet"), page=LANDSCAPE)
    people = expected(record, _.language)
    for day in range(1, record.event.day_count + 1):
        title = day_heading(record.event, day, _)
        paper.add(event_block(paper, page_break=day > 1), heading(title))
        paper.add(privacy_notice(record, _), sign_in_table(people, day, _))
    return paper.data()


def privacy_notice(record: EventRecord, _: Translator) -> list[Element]:
    """Who asks for the data, why, how long they are kept, and what everybody may do about it."""
    host = record.event.host.said_in(_.language) or _("the organiser")
    why = _("{host} keeps this list to show who took part and to send you the papers of the event.").format(host=host)
    kept = _("It is kept until the reports on the event are closed, then destroyed.")
    rights = _(
        "Photo and list are your free choice and you may take part without them: “photo” means that pictures with you "
        "may be published, “list” that your name and office stand in the list of participants. You may see your data, "
        "have them corrected or deleted, and take back a consent at any time: tell the registration desk."
    )
    return [paragraph([Run(_("Your data: "), "Strong"), why, " ", kept, " ", rights], "Detail")]


def code_sheet_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """The list of the beneficiaries for each day: codes instead of names, a cross instead of a signature."""
    paper = Paper(record.event, _, stamp, title=_("Sign-in sheet by code"), page=LANDSCAPE)
    people = _at_the_door(record, _.language, is_coded=True)
    if not people:
        paper.add(event_block(paper), nothing_yet(_("Nobody on the list stands under a code.")))
        return paper.data()
    for day in range(1, record.event.day_count + 1):
        paper.add(event_block(paper, page_break=day > 1), heading(day_heading(record.event, day, _)))
        paper.add(_code_notice(record, _), _code_table(people, day, _))
    return paper.data()


def _code_notice(record: EventRecord, _: Translator) -> list[Element]:
    host = record.event.host.said_in(_.language) or _("the organiser")
    text = _(
        "{host} counts who took part by code alone. Please write no name and sign nothing: a cross is enough. The key "
        "to the codes is kept elsewhere, by one person. You may take part without pictures, and leave at any time."
    ).format(host=host)
    return [paragraph([Run(_("Your data: "), "Strong"), text], "Detail")]


def _code_table(people: Sequence[Participation], day: int, _: Translator) -> Element:
    titles = (_("No."), _("Code"), _("Present"), _("Photo"), _("List"), _("Remark"))
    rows = [
        Row(
            [
                Cell(str(number), "Table Number", align="center"),
                Cell([Run(entry.person.name, "Strong")], align="center"),
                Cell(TICK_BOX, "Tick Box", align="center"),
                _choice(entry.photo_consent, _),
                _choice(entry.list_consent, _),
                Cell(),
            ],
            height=SIGN_IN_ROW,
        )
        for number, entry in enumerate(people, start=1)
    ]
    title = _("Sign-in sheet by code, day {number}").format(number=day)
    return table(CODE_COLUMNS, [head_row(titles, numbers=(0,)), *rows], title=title, borders="all")


def sign_in_table(people: Sequence[Participation], day: int, _: Translator) -> Element:
    """The lines to sign."""
    titles = (
        _("No."),
        _("Name"),
        _("Organisation"),
        _("Sector"),
        _("Qark"),
        _("Photo"),
        _("List"),
        _("E-mail (optional)"),
        _("Signature"),
    )
    blank = max(BLANK_ROWS, LEAST_ROWS - len(people))
    rows = [_sign_in_row(number, entry, _) for number, entry in enumerate(people, start=1)]
    rows += [_blank_row(len(people) + number, _) for number in range(1, blank + 1)]
    title = _("Sign-in sheet of day {number}").format(number=day)
    return table(SIGN_IN_COLUMNS, [head_row(titles, numbers=(0,)), *rows], title=title, borders="all")


def _sign_in_row(number: int, entry: Participation, _: Translator) -> Row:
    person = entry.person
    cells = (
        Cell(str(number), "Table Number", align="center"),
        Cell([Run(person.name, "Strong")], align="center"),
        Cell(person.organisation, align="center"),
        Cell(sector_label(person.sector, _), align="center"),
        Cell(district_label(person.district, _) if person.district else "", align="center"),
        _choice(entry.photo_consent, _),
        _choice(entry.list_consent, _),
        Cell(),
        Cell(),
    )
    return Row(cells, height=SIGN_IN_ROW)


def _blank_row(number: int, _: Translator) -> Row:
    empty = [Cell() for _column in range(4)]
    choices = [_choice(Consent.NOT_ASKED, _), _choice(Consent.NOT_ASKED, _)]
    return Row(
        [Cell(str(number), "Table Number", align="center"), *empty, *choices, Cell(), Cell()], height=SIGN_IN_ROW
    )


def _choice(consent: Consent, _: Translator) -> Cell:
    """ "☒ yes ☐ no", as already answered."""
    answers = ((Consent.YES, _("yes")), (Consent.NO, _("no")))
    boxes = (f"{TICKED_BOX if consent is answer else TICK_BOX}\u00a0{word}" for answer, word in answers)
    return Cell(" ".join(boxes), align="center")


def badges_docx(record: EventRecord, _: Translator, stamp: Stamp, addresses: Mapping[str, str] = NO_ADDRESSES) -> bytes:
    """Ten badges to a sheet, by name, with lines to cut along.

    A full red dot says that somebody wants no photo (in grey print the full dot and its words say it); an empty dot
    that nobody has asked yet, to be filled in at the desk. Whoever is no ordinary participant
    has the role in bold; an observer's says that decisions are not theirs.
    Who has a page for the phone (``addresses`` by participation) has its code on the badge.
    """
    paper = Paper(record.event, _, stamp, title=_("Badges"), page=CARDS)
    people = expected(record, _.language)
    if not people:
        paper.add(event_block(paper), nothing_yet(_("There are no participants yet, so there are no badges.")))
        return paper.data()
    cells = [_badge(entry, paper, addresses.get(entry.id, "")) for entry in people]
    if len(cells) % 2:
        cells.append(Cell())
    pairs = zip(cells[::2], cells[1::2], strict=True)
    rows = [Row(pair, height=BADGE_HEIGHT, is_exact=True) for pair in pairs]
    paper.add(table((BADGE_WIDTH, BADGE_WIDTH), rows, title=paper.title, borders="cut", is_centred=True))
    return paper.data()


def _badge(entry: Participation, paper: Paper, address: str) -> Cell:
    if not address:
        return Cell(blocks=tuple(_badge_words(entry, paper, BADGE_WIDTH - 8)), align="center")
    words, code = BADGE_WIDTH - CELL_SIDES - CODE_COLUMN, _badge_code(entry, paper, address)
    beside = Row([Cell(blocks=tuple(_badge_words(entry, paper, words - CELL_SIDES)), align="center"), code])
    title = _badge_title(entry, paper._)
    inner = table((words, CODE_COLUMN), [beside], title=title, borders="none", is_centred=True)
    return Cell(blocks=(inner, spacer()), align="center")


def _badge_title(entry: Participation, _: Translator) -> str:
    return _("Badge of {name}").format(name=entry.person.name)


def _badge_code(entry: Participation, paper: Paper, address: str) -> Cell:
    """The code of the phone page with a word under it."""
    alt = paper._("Code that opens the phone page of {name}").format(name=entry.person.name)
    picture = paper.square_picture(qr_png(address), CODE_SIDE, alt)
    return Cell(
        blocks=(paragraph([picture], "Badge Line"), paragraph(paper._("My tables"), "Badge Line")), align="center"
    )


def _badge_words(entry: Participation, paper: Paper, width: float) -> list[Element]:
    """What stands on a badge; where there is less room, texts are cut sooner."""
    _, person = paper._, entry.person
    is_narrow = width < BADGE_WIDTH - 8
    name = shortened(titled_name(person), 60 if is_narrow else 80)
    lengths = (90, 80) if not is_narrow else (75, 55) if entry.role is not EventRole.OBSERVER else (45, 28)
    is_long = line_count(name, width, SIZES["Badge Name"] or 20) > 2
    blocks = [
        paragraph(shortened(paper.event.title.said_in(_.language), lengths[0]), "Badge Event"),
        paragraph(name, "Badge Long Name" if is_long else "Badge Name"),
        paragraph(shortened(person.organisation, lengths[1]), "Badge Organisation"),
        *_badge_facts(entry, _),
    ]
    if entry.photo_consent is not Consent.YES:
        is_refused = entry.photo_consent is Consent.NO
        words = " ".join((NO_PHOTO if is_refused else NOT_ASKED, _("no photo")))
        blocks.append(paragraph([Run(words, "Strong")], "Badge No Photo" if is_refused else "Badge Line"))
    return blocks


def _badge_facts(entry: Participation, _: Translator) -> Iterable[Element]:
    """Role and languages; an observer has a line alone that says what the role means."""
    languages = ", ".join(language_label(code, _) for code in entry.person.languages)
    if entry.role is EventRole.OBSERVER:
        yield paragraph([Run(_("Observer, no part in decisions"), "Strong")], "Badge Line")
        yield from [paragraph(languages, "Badge Line")] if languages else []
        return
    role = [Run(role_label(entry.role, _), "Strong")] if entry.role is not EventRole.PARTICIPANT else []
    yield paragraph([*role, Run(f" · {languages}" if role and languages else languages)], "Badge Line")
