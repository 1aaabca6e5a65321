"""What the rehearsal says of people and steps, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.errors import mark
from facilitation.i18n.formats import clock_text, list_text
from facilitation.i18n.sentences import finding_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_under_check import about_overlap
from facilitation.planning.hardest_steps import HardStep
from facilitation.planning.rehearsal import Clash, LongRun

SIGNS: Mapping[str, str] = {
    "decides_in_plenary": mark("everybody decides together in one room"),
    "interpreted": mark("what is said has to be interpreted"),
    "many_people_move": mark("{people} people change places"),
    "many_people": mark("{people} people are in the room"),
    "shortened": mark("the session has {minutes} min instead of the usual {usual}"),
    "much_to_say": mark("{words} words have to be said in {minutes} min"),
    "short_step": mark("there are only {minutes} min for it"),
    "no_words": mark("the words to say are not written yet"),
    "many_materials": mark("{count} kinds of material must be at hand"),
    "risks": mark("the guide knows what can go wrong"),
    "no_plan_b": mark("no plan B is written"),
}
"""Half-sentences that stand after "because", by the code of the sign."""
PAGE_CHANGES: Mapping[str, str] = {
    "new": mark("new"),
    "changed": mark("changed"),
    "moved": mark("other time"),
    "gone": mark("take out"),
}
PART_CHANGES: Mapping[str, str] = {
    "cover": mark("The cover is new."),
    "throughout": mark("The page “What holds throughout” is new."),
    "glance": mark("The table “The event at a glance” is new."),
    "materials": mark("The list of materials is new."),
}


def why_sentence(found: HardStep, _: Translator) -> str:
    """Why a step is worth practising, as one sentence."""
    if not found.signs:
        return _("No step of the guide is hard; this is the longest one.")
    reasons = [_(SIGNS[sign.code]).format_map(dict(sign.values)) for sign in found.signs]
    return _("Worth practising because {reasons}.").format(reasons=list_text(reasons, _.language))


def clash_sentence(clash: Clash, _: Translator) -> str:
    """What one person cannot do, and how to mend it."""
    earlier, later = clash.earlier, clash.later
    if clash.free is None:
        return finding_sentence(about_overlap("person_overlap", earlier, later, name=clash.name), _)
    return _(
        "{name} has {free} min from “{other}” ({other_room}) to “{title}” ({room}) on day {day}, {starts_at}; "
        "{needed} min are needed. Name somebody else for the beginning, or keep time free before it."
    ).format(
        name=clash.name,
        free=clash.free,
        other=earlier.item.title.said_in(_.language),
        other_room=earlier.item.room.strip(),
        title=later.item.title.said_in(_.language),
        room=later.item.room.strip(),
        day=later.day,
        starts_at=clock_text(later.starts_at),
        needed=clash.needed,
    )


def long_run_sentence(run: LongRun, _: Translator) -> str:
    """Who leads for too long, and how to mend it."""
    return _(
        "{name} leads for {minutes} min on day {day}, from {starts_at} to {ends_at}, without a quarter of an hour to "
        "rest. Let somebody else lead one of these sessions."
    ).format(
        name=run.name,
        minutes=run.minutes,
        day=run.sessions[0].day,
        starts_at=clock_text(run.starts_at),
        ends_at=clock_text(run.ends_at),
    )


def trained_sentence(trained: int, total: int, _: Translator) -> str:
    """How many of the facilitators were trained on the guide."""
    if not trained:
        return _("Nobody was trained on the guide yet.")
    if trained == total:
        return _("Everybody who leads was trained on the guide.")
    return _("{trained} of {total} were trained on the guide.").format(trained=trained, total=total)


def leaders_sentence(leaders: int, sessions: int, _: Translator) -> str:
    """ "11 facilitators lead 29 sessions."."""
    people = _.plural("{count} facilitator", "{count} facilitators", leaders).format(count=leaders)
    led = _.plural("{count} session", "{count} sessions", sessions).format(count=sessions)
    return _("{people}, {sessions}.").format(people=people, sessions=led)


def page_change(what: str, _: Translator) -> str:
    """What happened to a page of the guide since it was printed."""
    return _(PAGE_CHANGES[what])


def part_change(name: str, _: Translator) -> str:
    """Which other part of the guide changed since it was printed, as a sentence."""
    return _(PART_CHANGES[name])
