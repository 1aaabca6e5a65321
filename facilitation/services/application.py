"""Puts the services together over one database and one content library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from facilitation.library.loader import load_library
from facilitation.logs import set_up_logging
from facilitation.services.agenda_batches import AgendaBatches
from facilitation.services.agenda_pieces import AgendaPieces
from facilitation.services.agenda_setup import AgendaSetup
from facilitation.services.agendas import Agendas
from facilitation.services.anonymity import AnonymityChecks
from facilitation.services.archives import Archives
from facilitation.services.attachments import Attachments
from facilitation.services.briefs import Briefs
from facilitation.services.budgets import Budgets
from facilitation.services.cafe_plans import CafePlans
from facilitation.services.cafe_repair import Repairs
from facilitation.services.cafe_runs import CafeRuns
from facilitation.services.cafes import Cafes
from facilitation.services.certificates import Certificates
from facilitation.services.check_in import CheckIns
from facilitation.services.checklists import Checklists
from facilitation.services.commitments import Commitments
from facilitation.services.consultation_mails import ConsultationMails
from facilitation.services.consultations import Consultations
from facilitation.services.desk import Desk
from facilitation.services.distribution import Distribution
from facilitation.services.erasures import Erasures
from facilitation.services.events import Events
from facilitation.services.exports import Exports
from facilitation.services.feeds import Feeds
from facilitation.services.form_imports import FormImports
from facilitation.services.form_links import FormLinks
from facilitation.services.guides import Guides
from facilitation.services.halls import Halls
from facilitation.services.harvest_themes import HarvestThemes
from facilitation.services.history import History
from facilitation.services.imports import Imports
from facilitation.services.invitation_letters import InvitationLetters
from facilitation.services.invitations import Invitations
from facilitation.services.library import WholeLibrary
from facilitation.services.library_papers import LibraryPapers
from facilitation.services.material_lists import MaterialLists
from facilitation.services.next_events import NextEvents
from facilitation.services.note_imports import NoteForms
from facilitation.services.notes import Notes
from facilitation.services.overview import Overviews
from facilitation.services.own_library import OwnLibrary
from facilitation.services.papers import Papers
from facilitation.services.pdfs import Pdfs
from facilitation.services.people import People
from facilitation.services.people_files import PeopleFiles
from facilitation.services.people_merge import PeopleMerge
from facilitation.services.person_files import PersonFiles
from facilitation.services.phone_links import PhoneLinks
from facilitation.services.photos import Photos
from facilitation.services.preferences import Preferences
from facilitation.services.privacy import Privacy
from facilitation.services.proceedings import ProceedingsPlans
from facilitation.services.questionnaire_edits import QuestionnaireEdits
from facilitation.services.recoveries import Recoveries
from facilitation.services.releases import Releases
from facilitation.services.reminders import ReminderMails
from facilitation.services.reports import Reports
from facilitation.services.retention import Retention
from facilitation.services.series import EventSeries
from facilitation.services.syntheses import Syntheses
from facilitation.services.task_batches import TaskBatches
from facilitation.services.task_calendars import TaskCalendars
from facilitation.services.task_files import TaskFiles
from facilitation.services.task_owners import TaskOwners
from facilitation.services.task_parts import TaskParts
from facilitation.services.tasks import Tasks
from facilitation.services.templates import Templates
from facilitation.services.theme_codes import ThemeCodes
from facilitation.services.volume_comments import VolumeComments
from facilitation.services.volume_status import VolumeStages
from facilitation.settings import Settings
from facilitation.storage.database import open_database, upgrade
from facilitation.storage.unit_of_work import unit_of_work_factory


@dataclass(frozen=True, slots=True)
class Application:
    """All that the faces (screens, routes, command line) may call."""

    library: WholeLibrary
    events: Events
    agendas: Agendas
    agenda_batches: AgendaBatches
    agenda_pieces: AgendaPieces
    agenda_setup: AgendaSetup
    tasks: Tasks
    task_owners: TaskOwners
    reminders: ReminderMails
    task_batches: TaskBatches
    task_parts: TaskParts
    attachments: Attachments
    photos: Photos
    templates: Templates
    budgets: Budgets
    people: People
    check_ins: CheckIns
    certificates: Certificates
    invitations: Invitations
    letters: InvitationLetters
    people_files: PeopleFiles
    people_merge: PeopleMerge
    guides: Guides
    cafes: Cafes
    halls: Halls
    cafe_plans: CafePlans
    cafe_repairs: Repairs
    cafe_runs: CafeRuns
    consultations: Consultations
    consultation_mails: ConsultationMails
    questionnaire_edits: QuestionnaireEdits
    form_links: FormLinks
    form_imports: FormImports
    notes: Notes
    note_forms: NoteForms
    harvest_themes: HarvestThemes
    proceedings: ProceedingsPlans
    anonymity: AnonymityChecks
    volume_stages: VolumeStages
    volume_comments: VolumeComments
    distribution: Distribution
    reports: Reports
    overviews: Overviews
    papers: Papers
    pdfs: Pdfs
    exports: Exports
    feeds: Feeds
    task_calendars: TaskCalendars
    phone_links: PhoneLinks
    archives: Archives
    history: History
    imports: Imports
    task_files: TaskFiles
    preferences: Preferences
    releases: Releases
    recoveries: Recoveries
    own_library: OwnLibrary
    checklists: Checklists
    material_lists: MaterialLists
    library_papers: LibraryPapers
    series: EventSeries
    next_events: NextEvents
    commitments: Commitments
    theme_codes: ThemeCodes
    syntheses: Syntheses
    briefs: Briefs
    privacy: Privacy
    person_files: PersonFiles
    erasures: Erasures
    retention: Retention


def build_application(settings: Settings, now: Callable[[], datetime] = datetime.now) -> Application:
    """Open the database (making or upgrading it), read the library and bundle the services.

    Raises StorageUnavailable when the database cannot be used and LibraryProblem when ``agendas/`` has mistakes.
    """
    set_up_logging()
    shipped = load_library(settings.library)
    engine = open_database(settings.database_url)
    upgrade(engine)
    desk = Desk(unit_of_work_factory(engine), now, settings.user)
    library = WholeLibrary(desk, shipped)
    people, tasks, cafes = People(desk), Tasks(desk), Cafes(desk)
    task_files, people_files = TaskFiles(desk, Preferences(desk)), PeopleFiles(desk, Preferences(desk))
    return Application(
        library=library,
        events=Events(desk, library),
        agendas=Agendas(desk),
        agenda_batches=AgendaBatches(desk),
        agenda_pieces=AgendaPieces(desk),
        agenda_setup=AgendaSetup(desk),
        tasks=tasks,
        task_owners=TaskOwners(desk),
        reminders=ReminderMails(desk),
        task_batches=TaskBatches(desk),
        task_parts=TaskParts(desk),
        attachments=Attachments(desk),
        photos=Photos(desk),
        templates=Templates(desk),
        budgets=Budgets(desk),
        people=people,
        check_ins=CheckIns(desk),
        certificates=Certificates(desk),
        invitations=Invitations(desk),
        letters=InvitationLetters(desk),
        people_files=people_files,
        people_merge=PeopleMerge(desk),
        guides=Guides(desk, library),
        halls=Halls(desk),
        cafes=cafes,
        cafe_plans=CafePlans(desk),
        cafe_repairs=Repairs(desk, cafes),
        cafe_runs=CafeRuns(cafes),
        consultations=Consultations(desk),
        consultation_mails=ConsultationMails(desk, FormLinks(desk)),
        questionnaire_edits=QuestionnaireEdits(desk, library),
        form_links=FormLinks(desk),
        form_imports=FormImports(desk),
        notes=Notes(desk),
        note_forms=NoteForms(desk),
        harvest_themes=HarvestThemes(desk),
        proceedings=ProceedingsPlans(desk, library),
        anonymity=AnonymityChecks(desk),
        volume_stages=VolumeStages(desk, Papers(desk, library)),
        volume_comments=VolumeComments(desk),
        distribution=Distribution(desk),
        reports=Reports(desk, library),
        overviews=Overviews(desk, library),
        papers=Papers(desk, library),
        pdfs=Pdfs(Papers(desk, library)),
        exports=Exports(desk, library),
        feeds=Feeds(desk),
        task_calendars=TaskCalendars(desk),
        phone_links=PhoneLinks(desk),
        archives=Archives(desk, engine),
        history=History(desk),
        imports=Imports(desk, people, people_files, tasks, task_files),
        task_files=task_files,
        preferences=Preferences(desk),
        releases=Releases(desk),
        recoveries=Recoveries(desk, library),
        checklists=Checklists(desk, library),
        material_lists=MaterialLists(desk),
        own_library=OwnLibrary(desk, library),
        library_papers=LibraryPapers(desk, library),
        series=EventSeries(desk, library),
        next_events=NextEvents(desk, library),
        commitments=Commitments(desk),
        theme_codes=ThemeCodes(desk),
        syntheses=Syntheses(desk),
        briefs=Briefs(desk, library),
        person_files=PersonFiles(desk),
        privacy=Privacy(desk, settings.role),
        erasures=Erasures(desk, engine),
        retention=Retention(desk, Erasures(desk, engine)),
    )
