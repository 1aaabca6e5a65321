"""What every enum, finding and error is called in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from facilitation.domain.agenda import Attribution, Audience, FieldKind, ItemKind, Layout
from facilitation.domain.cafe import CafeColumn
from facilitation.domain.event import QuotaKind, Sector
from facilitation.domain.finding import Severity
from facilitation.domain.guide import MaterialPer
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Payer, Sex, Zone
from facilitation.domain.proceedings import ProceedingsPlan, Section
from facilitation.domain.task import TaskStatus
from facilitation.errors import mark
from facilitation.i18n.group_words import DISTRICTS, GROUPS, PAYERS, SECTORS, SEXES
from facilitation.i18n.sentences import error_sentence, finding_sentence, missing_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.attribution import Attributed
from facilitation.planning.composition import Basis

Key = TypeVar("Key")

KINDS: Mapping[ItemKind, str] = {
    ItemKind.REGISTRATION: mark("Registration"),
    ItemKind.OPENING: mark("Opening"),
    ItemKind.PLENARY: mark("Plenary"),
    ItemKind.PANEL: mark("Panel"),
    ItemKind.WORKING_GROUPS: mark("Working groups"),
    ItemKind.WORLD_CAFE: mark("World café"),
    ItemKind.NETWORKING: mark("Networking"),
    ItemKind.GALLERY: mark("Gallery walk"),
    ItemKind.ENERGISER: mark("Energiser"),
    ItemKind.EVALUATION: mark("Evaluation"),
    ItemKind.BREAK: mark("Break"),
    ItemKind.MEAL: mark("Meal"),
    ItemKind.STAFF: mark("Staff only"),
}
TASK_STATUSES: Mapping[TaskStatus, str] = {
    TaskStatus.PLANNED: mark("Planned"),
    TaskStatus.IN_PROGRESS: mark("In progress"),
    TaskStatus.DONE: mark("Done"),
    TaskStatus.BLOCKED: mark("Blocked"),
}
INVITATIONS: Mapping[InvitationStatus, str] = {
    InvitationStatus.TO_INVITE: mark("To be invited"),
    InvitationStatus.INVITED: mark("Invited"),
    InvitationStatus.CONFIRMED: mark("Confirmed"),
    InvitationStatus.DECLINED: mark("Declined"),
}
ROLES: Mapping[EventRole, str] = {
    EventRole.PARTICIPANT: mark("Participant"),
    EventRole.SPEAKER: mark("Speaker"),
    EventRole.FACILITATOR: mark("Facilitator"),
    EventRole.NOTE_TAKER: mark("Note-taker"),
    EventRole.HOST: mark("Host"),
    EventRole.ORGANISER: mark("Organiser"),
    EventRole.OBSERVER: mark("Observer"),
    EventRole.INTERPRETER: mark("Interpreter"),
}
ZONES: Mapping[Zone, str] = {
    Zone.NORTH: mark("Northern group"),
    Zone.CENTRE: mark("Central group"),
    Zone.EAST: mark("Eastern group"),
    Zone.SOUTH: mark("Southern group"),
}
CONSENTS: Mapping[Consent, str] = {
    Consent.NOT_ASKED: mark("Not asked"),
    Consent.YES: mark("Yes"),
    Consent.NO: mark("No"),
}
CAFE_COLUMNS: Mapping[CafeColumn, str] = {
    CafeColumn.SECTOR: mark("Sector"),
    CafeColumn.DISTRICT: mark("District"),
    CafeColumn.ORGANISATION: mark("Organisation"),
    CafeColumn.SEX: mark("Sex"),
}
NOTE_KINDS: Mapping[NoteKind, str] = {
    NoteKind.KEY_POINT: mark("Key point"),
    NoteKind.QUOTE: mark("Exact words"),
    NoteKind.QUESTION: mark("Question"),
    NoteKind.RECOMMENDATION: mark("Recommendation"),
    NoteKind.COMMITMENT: mark("Commitment"),
    NoteKind.PARKING_LOT: mark("Parking lot"),
    NoteKind.HARVEST: mark("Table harvest"),
    NoteKind.SYNTHESIS: mark("Synthesis"),
}
ATTRIBUTIONS: Mapping[Attribution, str] = {
    Attribution.NAMED: mark("By name, where the speaker agreed"),
    Attribution.ROLE: mark("By role only"),
    Attribution.SECTOR: mark("By sector only"),
    Attribution.NOBODY: mark("Nobody is named (Chatham House Rule)"),
}
AUDIENCES: Mapping[Audience, str] = {
    Audience.PUBLIC: mark("Everybody"),
    Audience.PARTICIPANTS: mark("Participants"),
    Audience.STAFF: mark("Staff only"),
}
LAYOUTS: Mapping[Layout, str] = {
    Layout.THEATRE: mark("Theatre"),
    Layout.CABARET: mark("Tables with a view to the front"),
    Layout.U_SHAPE: mark("U shape"),
    Layout.CIRCLE: mark("Circle"),
    Layout.CAFE: mark("Café tables"),
    Layout.OPEN_FLOOR: mark("Open floor"),
}
FIELD_KINDS: Mapping[FieldKind, str] = {
    FieldKind.TEXT: mark("Text"),
    FieldKind.CHOICE: mark("One of several choices"),
    FieldKind.TICK: mark("Tick"),
}
SEVERITIES: Mapping[Severity, str] = {
    Severity.BLOCK: mark("Must be solved"),
    Severity.WARN: mark("Warning"),
    Severity.HINT: mark("Hint"),
}
SECTIONS: Mapping[Section, str] = {
    Section.IMPRINT: mark("Imprint and acknowledgements"),
    Section.ACRONYMS: mark("Acronyms and abbreviations"),
    Section.SUMMARY: mark("Executive summary"),
    Section.BACKGROUND: mark("Background, objectives and methodology"),
    Section.PARTICIPATION: mark("Participation"),
    Section.AGENDA: mark("Agenda at a glance"),
    Section.SESSIONS: mark("Session reports"),
    Section.HARVEST: mark("World café harvest"),
    Section.RECOMMENDATIONS: mark("Conclusions and recommendations"),
    Section.COMMITMENTS: mark("Commitments and action plan"),
    Section.EVALUATION: mark("Evaluation results"),
    Section.LESSONS: mark("Lessons learned"),
    Section.NEXT_STEPS: mark("Closing and next steps"),
    Section.OWN_1: mark("First section of your own"),
    Section.OWN_2: mark("Second section of your own"),
    Section.OWN_3: mark("Third section of your own"),
    Section.PARTICIPANT_LIST: mark("List of participants"),
    Section.FULL_AGENDA: mark("Full agenda"),
    Section.THREAD: mark("From the consultation to the commitments"),
    Section.PHOTOS: mark("Photos of the flipcharts"),
}
MATERIAL_BASES: Mapping[MaterialPer, str] = {
    MaterialPer.PARTICIPANT: mark("per participant"),
    MaterialPer.TABLE: mark("per table"),
    MaterialPer.GROUP: mark("per group"),
    MaterialPer.FACILITATOR: mark("per facilitator"),
    MaterialPer.EVENT: mark("for the whole event"),
}
GOALS: Mapping[str, str] = {
    "open": mark("Opening and getting acquainted"),
    "inform": mark("Sharing information"),
    "explore": mark("Exploring"),
    "converge": mark("Finding common ground"),
    "decide": mark("Deciding"),
    "close": mark("Closing"),
}
COUNTRIES: Mapping[str, str] = {
    "AL": mark("Albania"),
    "XK": mark("Kosovo"),
    "MK": mark("North Macedonia"),
    "ME": mark("Montenegro"),
    "RS": mark("Serbia"),
    "BA": mark("Bosnia and Herzegovina"),
}
BASES: Mapping[Basis, str] = {
    Basis.ATTENDED: mark("People who attended"),
    Basis.CONFIRMED: mark("People who confirmed"),
    Basis.LISTED: mark("People on the list"),
}
LANGUAGE_NAMES: Mapping[str, str] = {
    "sq": mark("Albanian"),
    "en": mark("English"),
    "mk": mark("Macedonian"),
    "sr": mark("Serbian"),
    "bs": mark("Bosnian"),
    "cnr": mark("Montenegrin"),
    "rom": mark("Romani"),
    "tr": mark("Turkish"),
    "el": mark("Greek"),
    "it": mark("Italian"),
    "sgn": mark("Sign language"),
}


def _label(labels: Mapping[Key, str], key: Key, _: Translator) -> str:
    """The label of a key; a key nobody knows (from an edited file) stays as it is rather than stopping a screen."""
    return _(labels[key]) if key in labels else str(key)


def kind_label(kind: ItemKind, _: Translator) -> str:
    """What an agenda item is: "Panel"."""
    return _label(KINDS, kind, _)


def sector_label(sector: Sector, _: Translator) -> str:
    """Where people work: "Civil society"."""
    return _label(SECTORS, sector, _)


def status_label(status: TaskStatus, _: Translator) -> str:
    """Where a task stands: "In progress"."""
    return _label(TASK_STATUSES, status, _)


def invitation_label(status: InvitationStatus, _: Translator) -> str:
    """How far an invitation is: "Confirmed"."""
    return _label(INVITATIONS, status, _)


def role_label(role: EventRole, _: Translator) -> str:
    """What a person does in the event: "Note-taker"."""
    return _label(ROLES, role, _)


def district_label(district: District | None, _: Translator) -> str:
    """The name of a qark: "Shkodër"; ``None`` is "Not stated"."""
    return _("Not stated") if district is None else _label(DISTRICTS, district, _)


def zone_label(zone: Zone | None, _: Translator) -> str:
    """The regional group of a qark: "Northern group"; ``None`` is "Not stated"."""
    return _("Not stated") if zone is None else _label(ZONES, zone, _)


def consent_label(consent: Consent, _: Translator) -> str:
    """What somebody answered: "Yes"."""
    return _label(CONSENTS, consent, _)


def cafe_column_label(column: CafeColumn, _: Translator) -> str:
    """What tables of a café are balanced by: "Sector"."""
    return _label(CAFE_COLUMNS, column, _)


def sex_label(sex: Sex, _: Translator) -> str:
    """The heading of a count by sex: "Women"."""
    return _label(SEXES, sex, _)


def payer_label(payer: Payer, _: Translator) -> str:
    """Who bears the costs: "Their own office"."""
    return _label(PAYERS, payer, _)


def group_label(kind: QuotaKind, value: str, _: Translator) -> str:
    """Whom a quota counts: "Women", "Shkodër"."""
    return _label(GROUPS[kind], value, _)


def note_kind_label(kind: NoteKind, _: Translator) -> str:
    """What a note holds: "Exact words"."""
    return _label(NOTE_KINDS, kind, _)


def attribution_label(rule: Attribution, _: Translator) -> str:
    """How speakers of a session may be shown: "By role only"."""
    return _label(ATTRIBUTIONS, rule, _)


def audience_label(audience: Audience, _: Translator) -> str:
    """Who may read of a session: "Participants"."""
    return _label(AUDIENCES, audience, _)


def layout_label(layout: Layout, _: Translator) -> str:
    """How a room is set up: "U shape"."""
    return _label(LAYOUTS, layout, _)


def field_kind_label(kind: FieldKind, _: Translator) -> str:
    """What a column of one's own holds: "Tick"."""
    return _label(FIELD_KINDS, kind, _)


def severity_label(severity: Severity, _: Translator) -> str:
    """How much a finding weighs: "Must be solved"."""
    return _label(SEVERITIES, severity, _)


def section_label(section: Section, _: Translator) -> str:
    """The heading of a part of the proceedings: "Executive summary"."""
    return _label(SECTIONS, section, _)


def section_title(plan: ProceedingsPlan, section: Section, _: Translator) -> str:
    """The heading of a part of one volume: as the organiser named it, or the usual one."""
    return plan.title(section).said_in(_.language).strip() or section_label(section, _)


def material_per_label(per: MaterialPer, _: Translator) -> str:
    """What a quantity is counted by: "per table"."""
    return _label(MATERIAL_BASES, per, _)


def goal_label(goal: str, _: Translator) -> str:
    """What a method is good for: "Deciding"."""
    return _label(GOALS, goal, _)


def country_label(code: str, _: Translator) -> str:
    """The country of an ISO 3166 code: "Albania"."""
    return _label(COUNTRIES, code, _)


def basis_label(basis: Basis, _: Translator) -> str:
    """Whom the figures count: "People who attended"."""
    return _label(BASES, basis, _)


def language_label(code: str, _: Translator) -> str:
    """The name of a language: "Albanian"."""
    return _label(LANGUAGE_NAMES, code, _)


def attributed_text(shown: Attributed, _: Translator) -> str:
    """Who said something, as far as it may be shown: "name, role", a role, a sector, or "" for nobody."""
    if shown.name or shown.role:
        # Where people are offices, the name already says the role.
        role = "" if shown.role in shown.name else shown.role
        return ", ".join(part for part in (shown.name, role) if part)
    return sector_label(Sector(shown.sector), _) if shown.sector in set(Sector) else shown.sector


__all__ = [
    "attributed_text",
    "attribution_label",
    "audience_label",
    "basis_label",
    "consent_label",
    "country_label",
    "district_label",
    "error_sentence",
    "finding_sentence",
    "goal_label",
    "group_label",
    "invitation_label",
    "kind_label",
    "language_label",
    "material_per_label",
    "missing_sentence",
    "note_kind_label",
    "payer_label",
    "role_label",
    "section_label",
    "section_title",
    "sector_label",
    "severity_label",
    "sex_label",
    "status_label",
    "zone_label",
]
