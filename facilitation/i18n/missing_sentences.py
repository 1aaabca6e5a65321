"""What the proceedings still lack, as sentences; a number where it is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitation.errors import mark
from facilitation.i18n.translator import Translator

Plural = Callable[[Translator, int], str]

MISSING: Mapping[str, str] = {
    "no_donors": mark("Nobody is thanked yet: name the donors of the event."),
    "no_summary": mark("The summary is not written yet."),
    "no_background": mark("Context and purpose are empty: write them in the event."),
    "no_objectives": mark("The event has no objectives."),
    "no_expected_results": mark("The expected results are empty: write them in the event."),
    "no_participants": mark("Nobody is on the list of people."),
    "no_attendance": mark("No attendance is recorded; the figures count those who confirmed or were listed."),
    "no_agenda": mark("The agenda is empty."),
    "no_harvest": mark("Nothing of the world café was written down."),
    "no_recommendations": mark("No recommendation was written down."),
    "no_commitments": mark("No commitment was written down."),
    "summary_too_long": mark("The summary is longer than two pages; who reads nothing else does not read that either."),
    "replies_without_themes": mark("The answers of the consultation have not been gathered under themes."),
    "evaluation_too_few": mark("Fewer than five evaluation forms came back: figures of so few are not shown."),
    "thread_empty": mark("There are no objectives and no themes that could be followed to the commitments."),
    "no_photos": mark("There is no photo of a flipchart that may be printed."),
    "own_without_title": mark("The section of your own has no title."),
    "own_without_text": mark("The section of your own has no text."),
    "no_evaluation": mark("The evaluation results are not written yet."),
    "no_lessons": mark("The lessons learned are not written yet."),
    "no_next_steps": mark("The next steps are not written yet."),
    "nobody_listed": mark("Nobody has agreed to be named in the list of participants."),
}
COUNTED_MISSING: Mapping[str, Plural] = {
    "acronyms_unexplained": lambda _, count: _.plural(
        "{count} short form is used and explained nowhere.",
        "{count} short forms are used and explained nowhere.",
        count,
    ),
    "consultation_without_answer": lambda _, count: _.plural(
        "{count} consultation question has no synthesis of the answers.",
        "{count} consultation questions have no synthesis of the answers.",
        count,
    ),
    "sessions_without_notes": lambda _, count: _.plural(
        "{count} session has no notes.", "{count} sessions have no notes.", count
    ),
    "quotes_without_consent": lambda _, count: _.plural(
        "{count} quote is left out because the speaker has not agreed to it.",
        "{count} quotes are left out because the speakers have not agreed to them.",
        count,
    ),
    "rounds_without_harvest": lambda _, count: _.plural(
        "{count} café round has no harvest.", "{count} café rounds have no harvest.", count
    ),
    "recommendations_without_addressee": lambda _, count: _.plural(
        "{count} recommendation does not say whom it is for.",
        "{count} recommendations do not say whom they are for.",
        count,
    ),
    "commitments_without_owner": lambda _, count: _.plural(
        "{count} commitment has no owner.", "{count} commitments have no owner.", count
    ),
    "commitments_without_date": lambda _, count: _.plural(
        "{count} commitment has no date.", "{count} commitments have no date.", count
    ),
    "list_consent_not_asked": lambda _, count: _.plural(
        "{count} person was not asked whether they may be named in the list of participants.",
        "{count} people were not asked whether they may be named in the list of participants.",
        count,
    ),
}
