"""One piece of work on the database: everything in it is saved together or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import TracebackType

from sqlalchemy import Engine
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm import Session

from facilitation.domain.record import EventRecord
from facilitation.storage.agenda_store import AgendaStore
from facilitation.storage.attachment_store import AttachmentStore
from facilitation.storage.budget_store import BudgetStore
from facilitation.storage.cafe_store import CafeStore
from facilitation.storage.change_store import ChangeStore
from facilitation.storage.consultation_store import FormLinkStore, QuestionnaireStore, ReplyStore
from facilitation.storage.database import READING
from facilitation.storage.database_errors import our_error
from facilitation.storage.erasure import ErasureStore
from facilitation.storage.event_store import EventStore
from facilitation.storage.feed_store import FeedStore
from facilitation.storage.guide_store import GuideStore
from facilitation.storage.note_store import NoteStore
from facilitation.storage.own_file_store import OwnFileStore
from facilitation.storage.participation_store import ParticipationStore, PeopleStore
from facilitation.storage.phone_link_store import PhoneLinkStore
from facilitation.storage.preference_store import PreferenceStore
from facilitation.storage.proceedings_store import ProceedingsStore
from facilitation.storage.release_store import ReleaseStore
from facilitation.storage.row_access import write_out
from facilitation.storage.series_store import SeriesStore
from facilitation.storage.task_store import TaskStore


class UnitOfWork:
    """``with work() as unit: … unit.commit()``; leaving without commit changes nothing.

    Every unit has its own session and belongs to one thread. Errors of the database leave as ours: NotFound,
    ChangedElsewhere, InvalidInput, StorageUnavailable.
    """

    events: EventStore
    agendas: AgendaStore
    guides: GuideStore
    tasks: TaskStore
    participations: ParticipationStore
    people: PeopleStore
    cafes: CafeStore
    notes: NoteStore
    proceedings: ProceedingsStore
    budgets: BudgetStore
    series: SeriesStore
    attachments: AttachmentStore
    questionnaires: QuestionnaireStore
    replies: ReplyStore
    form_links: FormLinkStore
    releases: ReleaseStore
    feeds: FeedStore
    phone_links: PhoneLinkStore
    own_files: OwnFileStore
    changes: ChangeStore
    preferences: PreferenceStore
    erasure: ErasureStore
    # The time all history rows of this unit share, so that one undo takes back one stroke.
    began_at: datetime | None

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.began_at = None

    def __enter__(self) -> UnitOfWork:
        self._session = session = Session(self._engine, autoflush=False, expire_on_commit=False)
        self._begin()
        self.events = EventStore(session)
        self.agendas = AgendaStore(session)
        self.guides = GuideStore(session)
        self.tasks = TaskStore(session)
        self.participations = ParticipationStore(session)
        self.people = PeopleStore(session)
        self.cafes = CafeStore(session)
        self.notes = NoteStore(session)
        self.proceedings = ProceedingsStore(session)
        self.budgets = BudgetStore(session)
        self.series = SeriesStore(session)
        self.attachments = AttachmentStore(session)
        self.questionnaires = QuestionnaireStore(session)
        self.replies = ReplyStore(session)
        self.form_links = FormLinkStore(session)
        self.releases = ReleaseStore(session)
        self.feeds = FeedStore(session)
        self.phone_links = PhoneLinkStore(session)
        self.own_files = OwnFileStore(session)
        self.changes = ChangeStore(session)
        self.preferences = PreferenceStore(session)
        self.erasure = ErasureStore(session)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def _begin(self) -> None:
        """Take a connection at once: this is the one error that does not pass the engine's own translation."""
        try:
            self._session.connection()
        except NoConnectionFree as error:
            raise our_error(error, self._engine.url) or error from error

    def commit(self) -> None:
        """Save what was done so far."""
        if self._engine.get_execution_options().get(READING):
            raise RuntimeError("a unit of work for reading cannot save")
        write_out(self._session)
        self._session.commit()

    def record(self, event_id: str) -> EventRecord:
        """The event with everything that belongs to it; NotFound if there is none with this id."""
        return EventRecord(
            event=self.events.get(event_id),
            agenda=self.agendas.get(event_id),
            guide=self.guides.get(event_id),
            tasks=self.tasks.list_for(event_id),
            participations=self.participations.list_for(event_id),
            cafes=self.cafes.list_for(event_id),
            notes=self.notes.list_for(event_id),
            proceedings=self.proceedings.get(event_id),
            budget=self.budgets.get(event_id),
        )


@dataclass(frozen=True, slots=True)
class UnitOfWorkFactory:
    """Begins units of work: ``work()`` to change something, ``work.reading()`` to look only.

    A unit that may write takes SQLite's write lock with its first statement; a reading one waits for nobody, sees
    one unchanging picture of the database and cannot save.
    """

    engine: Engine

    def __call__(self) -> UnitOfWork:
        """A unit of work that may write."""
        return UnitOfWork(self.engine)

    def reading(self) -> UnitOfWork:
        """A unit of work that only reads."""
        options: dict[str, object] = {READING: True}
        if self.engine.dialect.name == "postgresql":
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return UnitOfWork(self.engine.execution_options(**options))


def unit_of_work_factory(engine: Engine) -> UnitOfWorkFactory:
    """What services are given: call it for a unit of work on this database."""
    return UnitOfWorkFactory(engine)
