"""Filled forms that come back as files: read in a batch, shown, and saved when somebody says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from facilitation.domain.consultation import Channel, Questionnaire, Reply
from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Consent, District, Participation
from facilitation.errors import FacilitationError, InvalidInput, NotFound, mark
from facilitation.exchange.words import folded
from facilitation.i18n.labels import district_label, sector_label
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.filled_form import (
    DISTRICT,
    ORGANISATION,
    QUOTE,
    SECTOR,
    FilledForm,
    is_ticked,
    read_answers,
    with_keys,
)
from facilitation.services.consultations import keep_reply, refusal
from facilitation.services.desk import Desk
from facilitation.services.templates import template_of
from facilitation.storage.unit_of_work import UnitOfWork

LARGEST_FORM, MOST_FORMS = 5_000_000, 300
LONGEST_OFFICE = 300
NOT_A_FORM = mark("“{file}” is neither a Word file (.docx) nor a workbook (.xlsx). Choose the filled forms themselves.")
TOO_LARGE = mark("“{file}” is larger than {megabytes} MB, far more than a form. Take pictures out of it.")
ANOTHER_FORM = mark("“{file}” belongs to another questionnaire. Choose that one, and read the file there.")
CHANGED = mark(
    "“{file}” was saved by a program that drops the names of the fields, and the questions were changed since it was"
    " sent. Type its answers in under “Replies”."
)
NOTHING_ANSWERED = mark("In “{file}” nothing was answered.")
AGAIN = mark("“{file}” answers for the same person as another file of this batch. Keep one of them.")
TOO_MANY = mark("Choose at most {count} files at once.")


@dataclass(frozen=True, slots=True)
class ReadForm:
    """One file: the reply that would be saved (``None`` = refused), what was left out, and whether it replaces one."""

    file_name: str
    reply: Reply | None
    remarks: tuple[FacilitationError, ...] = ()
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class FormImports:
    """Makes forms as files and takes filled ones back."""

    desk: Desk

    def form(self, questionnaire_id: str, language: str, kind: str, participation_id: str = "") -> bytes:
        """The empty form as "docx" or "xlsx"."""
        # Imported when a form is asked for: python-docx and openpyxl take half a second.
        from facilitation.documents.form_word import form_docx
        from facilitation.documents.word_styles import Stamp
        from facilitation.exchange.form_sheet import form_xlsx

        with self.desk.reading() as work:
            asked = work.questionnaires.get(questionnaire_id)
            event: Event = work.events.get(asked.event_id)
            template = template_of(work, event.id)
        _ = Translator(language)
        if kind == "xlsx":
            return form_xlsx(asked, event, _, participation_id=participation_id)
        stamp = Stamp(str(asked.version), self.desk.today(), template=template)
        return form_docx(asked, event, _, stamp, participation_id=participation_id)

    def read(self, questionnaire_id: str, files: Sequence[tuple[str, bytes]]) -> tuple[ReadForm, ...]:
        """What each file says; nothing is saved. One that cannot be read never stops the others."""
        if len(files) > MOST_FORMS:
            raise InvalidInput(TOO_MANY, count=MOST_FORMS)
        with self.desk.reading() as work:
            asked = work.questionnaires.get(questionnaire_id)
            read = [self._read(work, asked, name, data) for name, data in files]
        return tuple(_once_each(read))

    def save(self, questionnaire_id: str, forms: Iterable[ReadForm]) -> int:
        """Save the replies of these files in one stroke; answers how many."""
        count = 0
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            for form in forms:
                if form.reply is not None:
                    keep_reply(self.desk, work, asked, form.reply, verb="take_reply")
                    count += 1
            work.commit()
        return count

    def _read(self, work: UnitOfWork, asked: Questionnaire, name: str, data: bytes) -> ReadForm:
        try:
            return self._understood(work, asked, _filled(name, data, asked))
        except FacilitationError as error:
            return ReadForm(name, None, (error,))

    def _understood(self, work: UnitOfWork, asked: Questionnaire, form: FilledForm) -> ReadForm:
        read = read_answers(asked, form.values)
        remarks = tuple(refusal(asked, problem, form.language) for problem in read.problems)
        if not read.answers or any(problem.code == "missing" for problem in read.problems):
            nothing = InvalidInput(NOTHING_ANSWERED, file=form.file_name)
            return ReadForm(form.file_name, None, remarks if read.answers else (nothing,))
        part = _asked_person(work, asked, form)
        known = work.replies.of_person(asked.id, part.id) if part else None
        reply = replace(
            known or Reply(self.desk.new_id(), asked.event_id, asked.id, part.id if part else ""),
            channel=Channel.SHEET if form.file_name.lower().endswith(".xlsx") else Channel.WORD,
            language=form.language,
            given_at=self.desk.now(),
            answers=read.answers,
            quote_consent=Consent.YES if is_ticked(form.values.get(QUOTE, "")) else Consent.NO,
        )
        is_second = bool(known and known.given_at)
        return ReadForm(form.file_name, _from_where(reply, form, part), remarks, replaces=is_second)


def _filled(name: str, data: bytes, asked: Questionnaire) -> FilledForm:
    """The fields of a file that belongs to this questionnaire; InvalidInput for any other."""
    from facilitation.exchange.form_sheet import sheet_form  # slow to import
    from facilitation.exchange.form_word_import import word_form

    if len(data) > LARGEST_FORM:
        raise InvalidInput(TOO_LARGE, file=name, megabytes=LARGEST_FORM // 1_000_000)
    readers: dict[str, Callable[[bytes, str], FilledForm]] = {"docx": word_form, "xlsx": sheet_form}
    reader = readers.get(name.rpartition(".")[2].lower())
    if reader is None:
        raise InvalidInput(NOT_A_FORM, file=name)
    form = reader(data, name)
    if form.questionnaire_id != asked.id:
        raise InvalidInput(ANOTHER_FORM, file=name)
    whole = with_keys(form, asked)
    if whole is None:
        raise InvalidInput(CHANGED, file=name)
    return whole


def _asked_person(work: UnitOfWork, asked: Questionnaire, form: FilledForm) -> Participation | None:
    """The person a personal form was made for, if they are still on the list of this event."""
    try:
        part = work.participations.get(form.participation_id) if form.participation_id else None
    except NotFound:
        return None
    return part if part and part.event_id == asked.event_id else None


def _from_where(reply: Reply, form: FilledForm, part: Participation | None) -> Reply:
    """The reply with office, sector and district: of the person asked, else as written on the form."""
    if part:
        person = part.person
        return replace(reply, organisation=person.organisation, sector=person.sector, district=person.district)
    office = " ".join(form.values.get(ORGANISATION, "").split())[:LONGEST_OFFICE]
    sectors = {word: sector for sector in Sector for word in _spellings(sector, sector_label)}
    districts = {word: entry for entry in District for word in _spellings(entry, district_label)}
    return replace(
        reply,
        organisation=office,
        sector=sectors.get(folded(form.values.get(SECTOR, ""))),
        district=districts.get(folded(form.values.get(DISTRICT, ""))),
    )


def _spellings(member: Sector | District, label: Callable[..., str]) -> set[str]:
    return {folded(member.value), *(folded(label(member, Translator(language))) for language in LANGUAGES)}


def _once_each(read: Iterable[ReadForm]) -> Iterable[ReadForm]:
    """A second file of the same person is refused: nobody can say which one counts."""
    seen: set[str] = set()
    for form in read:
        person = form.reply.participation_id if form.reply else ""
        if person in seen:
            yield ReadForm(form.file_name, None, (InvalidInput(AGAIN, file=form.file_name),))
            continue
        if person:
            seen.add(person)
        yield form
