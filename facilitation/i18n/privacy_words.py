"""Words of privacy: what is consented to and how, which fields are kept how long, who sees what."""

from __future__ import annotations

from facilitation.domain.person import ConsentWay, Purpose
from facilitation.errors import mark
from facilitation.i18n.translator import Translator
from facilitation.planning.retention import FieldGroup

PURPOSES = {
    Purpose.PHOTO: mark("Photos may be published"),
    Purpose.LIST: mark("Name in the published list"),
    Purpose.QUOTE: mark("Words may be quoted"),
    Purpose.CONTACT: mark("May be contacted later"),
}
WAYS = {
    ConsentWay.PAPER: mark("on paper, with a signature"),
    ConsentWay.WRITTEN: mark("in a letter or e-mail"),
    ConsentWay.SPOKEN: mark("spoken"),
    ConsentWay.FORM: mark("on a form"),
}
GROUPS = {
    FieldGroup.NEEDS: mark("Needs and diet"),
    FieldGroup.CHECK_INS: mark("Hours of coming and going"),
    FieldGroup.LINKS: mark("Links to questionnaires"),
    FieldGroup.REMARKS: mark("Notes and travel"),
    FieldGroup.REPLIES: mark("Words and office of replies"),
    FieldGroup.CONTACTS: mark("E-mail and phone"),
    FieldGroup.IDENTITY: mark("Name, attendance and consents"),
}
PARTS = {"speaker": mark("Speaker"), "facilitator": mark("Facilitator"), "note_taker": mark("Note-taker")}
LINKS = {"phone": mark("Page for the phone"), "form": mark("Link to a questionnaire")}


def purpose_label(purpose: Purpose, _: Translator) -> str:
    """What is consented to: "Words may be quoted"."""
    return _(PURPOSES[purpose])


def way_label(way: ConsentWay, _: Translator) -> str:
    """How a consent was given: "spoken"."""
    return _(WAYS[way])


def group_label(group: FieldGroup, _: Translator) -> str:
    """Fields that are kept equally long: "Needs and diet"."""
    return _(GROUPS[group])


def part_words(part: str, _: Translator) -> str:
    """A part in the agenda: "Speaker"."""
    return _(PARTS.get(part, part))


def link_words(kind: str, _: Translator) -> str:
    """The kind of a link: "Page for the phone"."""
    return _(LINKS.get(kind, kind))
