"""Themes: the organiser makes them, finds them in answers, ties them to objectives and chooses words to quote."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from facilitation.domain.consultation import Answer, Question, Questionnaire, Reply, Theme
from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.themes import may_quote, swapped, themes_of, without_theme
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

Place = tuple[str, str]
"""An answer: the id of its reply and of its question."""
NO_NAME = mark("The theme has no name. Write one, such as “Shelter” or “Training”.")
NO_CONSENT = mark("Whoever wrote this has not agreed to be quoted. Take up the idea in your own words.")
NOT_IN_ANSWER = mark("These words do not stand in the answer. Copy them as they were written.")
THEME_GONE = mark("This theme was removed in the meantime. Choose another one.")


@dataclass(frozen=True, slots=True)
class ThemeCodes:
    """What organisers do with the themes of a questionnaire; each stroke is one undo."""

    desk: Desk

    def add(self, questionnaire_id: str, title: Text, found_in: Iterable[Place] = ()) -> Theme:
        """Make a theme, found at once in these answers. One of the same name is taken instead of a second one."""
        if not title:
            raise InvalidInput(NO_NAME)
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            theme = _of_name(asked, title) or Theme(self.desk.new_id(), title)
            stroke = _Stroke(self.desk, work, "add_theme")
            if theme not in asked.themes:
                stroke.keep(work.questionnaires, asked, replace(asked, themes=(*asked.themes, theme)))
            stroke.found(theme.id, tuple(found_in))
            work.commit()
        return theme

    def rename(self, questionnaire_id: str, seen: Theme, wanted: Text) -> None:
        """Give a theme another name."""
        if not wanted:
            raise InvalidInput(NO_NAME)
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            stored = _theme(asked, seen.id)
            after = merged(seen, replace(seen, title=wanted), stored, subject=seen.id)
            themes = tuple(after if theme.id == seen.id else theme for theme in asked.themes)
            _Stroke(self.desk, work, "rename_theme").keep(work.questionnaires, asked, replace(asked, themes=themes))
            work.commit()

    def merge(self, questionnaire_id: str, theme_id: str, into_id: str) -> None:
        """Make one theme of two: its answers and objectives go over to the other one."""
        if theme_id == into_id:
            return
        self._take_out(questionnaire_id, theme_id, into_id, verb="merge_themes")

    def remove(self, questionnaire_id: str, theme_id: str) -> None:
        """Remove a theme, from the answers and from the objectives too."""
        self._take_out(questionnaire_id, theme_id, "", verb="remove_theme")

    def _take_out(self, questionnaire_id: str, theme_id: str, into_id: str, *, verb: str) -> None:
        with self.desk.work() as work:
            asked, stroke = work.questionnaires.get(questionnaire_id), _Stroke(self.desk, work, verb)
            _theme(asked, theme_id)
            if into_id:
                _theme(asked, into_id)
            stroke.keep(
                work.questionnaires, asked, replace(asked, themes=tuple(t for t in asked.themes if t.id != theme_id))
            )
            for reply in work.replies.list_for(asked.event_id):
                if theme_id in themes_of(reply):
                    stroke.keep(work.replies, reply, without_theme(reply, theme_id, into_id))
            event = work.events.get(asked.event_id)
            goals = tuple(replace(g, theme_ids=swapped(g.theme_ids, theme_id, into_id)) for g in event.objectives)
            stroke.keep(work.events, event, replace(event, objectives=goals))
            work.commit()

    def code(self, place: Place, seen: Iterable[str], wanted: Iterable[str]) -> None:
        """Say which themes an answer speaks of; what somebody else added meanwhile stays."""
        before, after = tuple(seen), tuple(wanted)

        def change(answer: Answer) -> Answer:
            kept = [entry for entry in answer.theme_ids if entry in after or entry not in before]
            added = [entry for entry in after if entry not in before]
            return replace(answer, theme_ids=tuple(dict.fromkeys((*kept, *added))))

        self._change(place, change, verb="code_answer")

    def quote(self, place: Place, words: str) -> None:
        """Choose words of an answer for the synthesis ("" = none any more), if whoever wrote them agreed."""
        words = words.strip()
        with self.desk.reading() as work:
            reply = work.replies.get(place[0])
            person = _person(work, reply)
        answer = reply.answer(place[1])
        if words and not may_quote(reply, person):
            raise InvalidInput(
                mark("Whoever wrote this has not agreed to be quoted. Take up the idea in your own words.")
            )
        if words and (answer is None or _plain(words) not in _plain(answer.text)):
            raise InvalidInput(NOT_IN_ANSWER)
        self._change(place, lambda found: replace(found, quote=words), verb="choose_quote")

    def show_writers(self, questionnaire_id: str, seen: Question, wanted: Question) -> None:
        """Change how those who are quoted for a question may be shown."""
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            stored = asked.question(seen.id)
            if stored is None:
                return
            after = merged(seen, wanted, stored, subject=seen.id)
            questions = tuple(after if entry.id == seen.id else entry for entry in asked.questions)
            stroke = _Stroke(self.desk, work, "edit_questionnaire")
            stroke.keep(work.questionnaires, asked, replace(asked, questions=questions))
            work.commit()

    def link(self, event_id: str, objective_id: str, theme_id: str, *, is_behind: bool) -> None:
        """Say whether a theme stands behind an objective."""
        with self.desk.work() as work:
            event = work.events.get(event_id)

            def linked(ids: tuple[str, ...]) -> tuple[str, ...]:
                return (*swapped(ids, theme_id), theme_id) if is_behind else swapped(ids, theme_id)

            goals = tuple(
                replace(g, theme_ids=linked(g.theme_ids)) if g.id == objective_id else g for g in event.objectives
            )
            _Stroke(self.desk, work, "link_theme").keep(work.events, event, replace(event, objectives=goals))
            work.commit()

    def _change(self, place: Place, change: Callable[[Answer], Answer], *, verb: str) -> None:
        with self.desk.work() as work:
            reply = work.replies.get(place[0])
            _Stroke(self.desk, work, verb).keep(work.replies, reply, with_answer(reply, place[1], change))
            work.commit()


def with_answer(reply: Reply, question_id: str, change: Callable[[Answer], Answer]) -> Reply:
    """The reply with one of its answers changed."""
    return replace(
        reply, answers=tuple(change(entry) if entry.question_id == question_id else entry for entry in reply.answers)
    )


@dataclass(frozen=True, slots=True)
class _Stroke:
    """What one click changes in several things, so that one undo takes it back."""

    desk: Desk
    work: UnitOfWork
    verb: str

    def keep(self, store: Any, before: Any, after: Any) -> None:
        """Save a thing, if it changed."""
        if after != before:
            saved = store.save(after)
            event_id = before.id if isinstance(before, Event) else before.event_id
            self.desk.note_change(self.work, self.verb, event_id, before=before, after=saved)

    def found(self, theme_id: str, places: Iterable[Place]) -> None:
        """Find a theme in answers; those of one reply are saved together."""
        by_reply: dict[str, set[str]] = {}
        for reply_id, question_id in places:
            by_reply.setdefault(reply_id, set()).add(question_id)
        for reply_id, question_ids in by_reply.items():
            reply = self.work.replies.get(reply_id)
            answers = tuple(
                replace(entry, theme_ids=tuple(dict.fromkeys((*entry.theme_ids, theme_id))))
                if entry.question_id in question_ids
                else entry
                for entry in reply.answers
            )
            self.keep(self.work.replies, reply, replace(reply, answers=answers))


def _theme(asked: Questionnaire, theme_id: str) -> Theme:
    found = next((theme for theme in asked.themes if theme.id == theme_id), None)
    if found is None:
        raise NotFound(THEME_GONE)
    return found


def _of_name(asked: Questionnaire, title: Text) -> Theme | None:
    """The theme that is called so in either language."""
    wanted = {text.strip().casefold() for text in (title.sq, title.en) if text.strip()}
    return next((t for t in asked.themes if wanted & {t.title.sq.casefold(), t.title.en.casefold()}), None)


def _person(work: UnitOfWork, reply: Reply) -> Participation | None:
    people = work.participations.list_for(reply.event_id) if reply.participation_id else ()
    return next((entry for entry in people if entry.id == reply.participation_id), None)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
