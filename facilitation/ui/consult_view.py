"""What the consultation's screen reads once per run."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.consultation import FormLink, Question, Questionnaire, Reply
from facilitation.domain.person import Participation
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen

CHOSEN_QUESTIONNAIRE = "questionnaire"
CHOSEN_QUESTION, CHOSEN_REPLY, CHOSEN_ASKED = "question", "reply", "asked_person"
PART, QUESTIONS = "consult_part", "questions"
"""The switch between the parts of the screen, and its first part."""


@dataclass(frozen=True, slots=True)
class ConsultView:
    """All questionnaires of the event, and what belongs to the chosen one; ``asked`` None = there is none yet."""

    every: tuple[Questionnaire, ...]
    asked: Questionnaire | None = None
    replies: tuple[Reply, ...] = ()
    links: tuple[FormLink, ...] = ()
    parts: tuple[Participation, ...] = ()

    @property
    def one(self) -> Questionnaire:
        """The chosen questionnaire, where there is one."""
        assert self.asked is not None
        return self.asked

    @property
    def question(self) -> Question | None:
        """The question of the side panel."""
        return self.asked.question(state.chosen(CHOSEN_QUESTION)) if self.asked else None

    @property
    def reply(self) -> Reply | None:
        """The reply of the side panel."""
        return next((reply for reply in self.replies if reply.id == state.chosen(CHOSEN_REPLY)), None)

    @property
    def person(self) -> Participation | None:
        """The person of the side panel."""
        return next((part for part in self.parts if part.id == state.chosen(CHOSEN_ASKED)), None)

    @property
    def links_by_person(self) -> dict[str, FormLink]:
        """The personal links by participation."""
        return {link.participation_id: link for link in self.links if link.participation_id}

    @property
    def open_link(self) -> FormLink | None:
        """The link for everybody."""
        return next((link for link in self.links if not link.participation_id), None)

    @property
    def answered(self) -> frozenset[str]:
        """Who has answered, as far as it is known."""
        return frozenset(reply.participation_id for reply in self.replies if reply.participation_id)


def consult_view(page: EventScreen) -> ConsultView:
    """Read the chosen questionnaire (the newest at first) with its links, its replies and the people to be asked."""
    every = page.app.consultations.list_for(page.event_id)
    wanted = state.chosen(CHOSEN_QUESTIONNAIRE)
    asked = next((each for each in every if each.id == wanted), every[-1] if every else None)
    if asked is None:
        return ConsultView(every)
    return ConsultView(
        every,
        asked,
        page.app.consultations.replies(asked.id),
        page.app.form_links.list_for(asked.id),
        page.app.people.list_for(page.event_id),
    )
