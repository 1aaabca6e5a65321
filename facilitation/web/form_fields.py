"""The fields of a form as HTML: labels, hints and errors belong to their fields, and no script is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from facilitation.domain.consultation import Question, QuestionKind
from facilitation.domain.event import Sector
from facilitation.domain.person import District
from facilitation.i18n.labels import district_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.form_answers import field_name, rank_field_name
from facilitation.web.form_sheet import CONSENT, DISTRICT, ORGANISATION, SECTOR, FormSheet


def question_html(sheet: FormSheet, number: int, question: Question, _: Translator) -> str:
    """One question with its field; ``q<number>`` is what a link to it names."""
    if question.kind is QuestionKind.OPEN:
        return _open(sheet, number, question, _)
    makers = {QuestionKind.CHOICE: _choices, QuestionKind.SCALE: _scale, QuestionKind.RANK: _rank}
    inner = "".join(makers[question.kind](sheet, number, question, _))
    error = sheet.wrong.get(question.id, "")
    return (
        f"<fieldset{_wrong(error)}{_described(number, question, error, _)}><legend>{_words(number, question, _)}"
        f"</legend>{_hint(number, question, _)}{_error(f'q{number}', error)}{inner}</fieldset>"
    )


def writer_html(sheet: FormSheet, _: Translator) -> str:
    """Who answers, as far as they want to say; asked where the link does not know."""
    error = sheet.wrong.get(ORGANISATION, "")
    sectors = {member.value: sector_label(member, _) for member in Sector}
    districts = {member.value: district_label(member, _) for member in District}
    described = f' aria-invalid="true" aria-describedby="{ORGANISATION}-error"' if error else ""
    where, label, sector, district = _("Where you work (if you like)"), _("Organisation"), _("Sector"), _("District")
    office = (
        f"{_error(ORGANISATION, error)}"
        f'<div><label for="{ORGANISATION}">{escape(label)}</label>'
        f'<input type="text" id="{ORGANISATION}" name="{ORGANISATION}" autocomplete="off"{described} '
        f'value="{escape(sheet.first(ORGANISATION))}"></div>'
    )
    return (
        f"<fieldset{_wrong(error)}><legend>{escape(where)}</legend>"
        f"{'' if sheet.form.questionnaire.is_anonymous else office}"
        f"{_select(sheet, SECTOR, sector, sectors, _)}{_select(sheet, DISTRICT, district, districts, _)}"
        "</fieldset>"
    )


def consent_html(sheet: FormSheet, _: Translator) -> str:
    """The consent to be quoted; never ticked beforehand."""
    hint = _("Without this your answers are only counted and summed up. You may take it back at any time.")
    label = _("My words may be quoted in the papers of this event.")
    return (
        f'<div class="field">{_pick("checkbox", CONSENT, "yes", label, is_on=sheet.first(CONSENT) == "yes")}'
        f'<p class="hint">{escape(hint)}</p></div>'
    )


def _open(sheet: FormSheet, number: int, question: Question, _: Translator) -> str:
    error = sheet.wrong.get(question.id, "")
    # The line end after the tag is dropped by browsers: without it they would drop one that was typed.
    return (
        f'<div class="field{" wrong" if error else ""}"><label for="q{number}">{_words(number, question, _)}</label>'
        f"{_hint(number, question, _)}{_error(f'q{number}', error)}"
        f'<textarea id="q{number}" name="{escape(field_name(question))}" autocomplete="off" rows="5"'
        f"{_described(number, question, error, _)}>\n{escape(sheet.first(field_name(question)))}</textarea></div>"
    )


def _choices(sheet: FormSheet, number: int, question: Question, _: Translator) -> Iterable[str]:
    chosen, name = set(sheet.fields.get(field_name(question), ())), field_name(question)
    kind = "radio" if question.most == 1 else "checkbox"
    for place, choice in enumerate(question.choices):
        first = f' id="q{number}"' if place == 0 else ""
        yield _pick(kind, name, str(place), choice.said_in(_.language), is_on=str(place) in chosen, more=first)
    if kind == "radio" and not question.is_required:
        yield _pick(kind, name, "", _("No answer"), is_on=not any(chosen))


def _scale(sheet: FormSheet, number: int, question: Question, _: Translator) -> Iterable[str]:
    name, chosen = field_name(question), sheet.first(field_name(question))
    yield '<div class="scale">'
    for point in range(question.lowest, question.highest + 1):
        first = f' id="q{number}"' if point == question.lowest else ""
        yield _pick("radio", name, str(point), str(point), is_on=str(point) == chosen, more=first)
    if not question.is_required:
        yield _pick("radio", name, "", _("No answer"), is_on=not chosen)
    yield "</div>"


def _rank(sheet: FormSheet, number: int, question: Question, _: Translator) -> Iterable[str]:
    count = len(question.choices)
    for place, choice in enumerate(question.choices):
        name, key = rank_field_name(question, place), f"q{number}" + (f"-{place}" if place else "")
        chosen = sheet.first(name)
        options = "".join(_option(str(rank), str(rank), chosen) for rank in range(1, count + 1))
        yield (
            f'<div class="rank"><label for="{key}">{escape(choice.said_in(_.language))}</label>'
            f'<select id="{key}" name="{escape(name)}" autocomplete="off">'
            f"{_option('', '–', chosen)}{options}</select></div>"
        )


def _words(number: int, question: Question, _: Translator) -> str:
    text = f"{number}. {question.text.said_in(_.language)}"
    needed = _("an answer is needed")
    return escape(f"{text} ({needed})" if question.is_required else text)


def _hints(question: Question, _: Translator) -> Iterable[str]:
    """The organiser's own hint, and how the kind of question is answered."""
    if question.hint:
        yield question.hint.said_in(_.language)
    if question.kind is QuestionKind.CHOICE and question.most is None:
        yield _("Choose as many as fit.")
    elif question.kind is QuestionKind.CHOICE and (question.most or 1) > 1:
        yield _("Choose at most {count}.").format(count=question.most)
    elif question.kind is QuestionKind.RANK:
        yield _("Give each its own number; 1 comes first.")
    elif question.kind is QuestionKind.SCALE and question.choices:
        yield _ends(question, _)


def _ends(question: Question, _: Translator) -> str:
    """What the ends of the scale mean: "1 = not at all · 5 = very much"."""
    ends = {question.lowest: question.choices[0], question.highest: question.choices[-1]}
    return " · ".join(f"{point} = {text.said_in(_.language)}" for point, text in ends.items() if text)


def _hint(number: int, question: Question, _: Translator) -> str:
    hint = "\n".join(_hints(question, _))
    return f'<p class="hint" id="q{number}-hint">{escape(hint)}</p>' if hint else ""


def _error(key: str, error: str) -> str:
    return f'<p class="error" id="{key}-error">{escape(error)}</p>' if error else ""


def _wrong(error: str) -> str:
    return ' class="wrong"' if error else ""


def _described(number: int, question: Question, error: str, _: Translator) -> str:
    """What a screen reader says after the label."""
    names = [f"q{number}-hint"] if any(_hints(question, _)) else []
    names += [f"q{number}-error"] if error else []
    described = f' aria-describedby="{" ".join(names)}"' if names else ""
    is_text = question.kind is QuestionKind.OPEN
    return described + (' aria-invalid="true"' if error and is_text else "")


def _pick(kind: str, name: str, value: str, label: str, *, is_on: bool, more: str = "") -> str:
    checked = " checked" if is_on else ""
    return (
        f'<label class="pick"><input type="{kind}" name="{escape(name)}" value="{escape(value)}" autocomplete="off"'
        f"{more}{checked}><span>{escape(label)}</span></label>"
    )


def _select(sheet: FormSheet, name: str, label: str, options: Mapping[str, str], _: Translator) -> str:
    chosen = sheet.first(name)
    rows = "".join(_option(value, text, chosen) for value, text in {"": _("Not stated"), **options}.items())
    field = f'<select id="{name}" name="{name}" autocomplete="off">{rows}</select>'
    return f'<p><label for="{name}">{escape(label)}</label>{field}</p>'


def _option(value: str, text: str, chosen: str) -> str:
    selected = " selected" if value == chosen else ""
    return f'<option value="{escape(value)}"{selected}>{escape(text)}</option>'
