"""Writing own files: what is read is written, what is written reads as the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.agenda import Attribution, Audience, ItemKind, Layout
from facilitation.domain.checklist import Checklist
from facilitation.domain.event import Sector, SectorTarget
from facilitation.domain.guide import GuideElement, GuideSheet, Material, MaterialPer, Step
from facilitation.domain.instrument import (
    Instrument,
    InstrumentDay,
    InstrumentItem,
    InstrumentObjective,
    InstrumentTask,
    SourcedText,
    TaskLink,
)
from facilitation.domain.method import Method, MethodStep
from facilitation.domain.task import CountedFrom
from facilitation.domain.text import Text
from facilitation.library.loader import load_library
from facilitation.library.own_text import Surroundings, own_checklist, own_instrument, own_method
from facilitation.library.toml_change import changed_text
from facilitation.library.toml_text import checklist_toml, instrument_toml, method_toml
from facilitation.planning.method_need import GOALS
from facilitation.settings import ROOT
from tests.library.folders import METHOD

LIBRARY = load_library(ROOT / "agendas")
NOTED = '# Ours since 2027.\ntitle = { sq = "Bisedë" } # short\n' + METHOD.split("\n", 2)[2]

words = st.text(max_size=40).map(str.strip)
some_words = words.filter(bool)
texts = st.one_of(
    st.builds(Text, sq=some_words),
    st.builds(Text, en=some_words),
    st.builds(Text, sq=some_words, en=some_words),
)
perhaps = st.one_of(st.just(Text()), texts)
lengths = st.integers(1, 300).map(lambda number: timedelta(minutes=number))
quantities = st.one_of(st.integers(1, 900), st.floats(0.25, 20).map(lambda number: round(number, 3)))
materials = st.lists(
    st.builds(Material, texts, quantities, st.sampled_from(MaterialPer), st.none() | st.booleans()), max_size=3
).map(tuple)
clocks = st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None))
lines = st.lists(st.builds(SourcedText, texts, st.booleans()), max_size=3).map(tuple)


@st.composite
def methods(draw: st.DrawFn) -> Method:
    """Any method whose numbers fit together."""
    steps = tuple(draw(st.lists(st.builds(MethodStep, lengths, texts, perhaps, perhaps), min_size=1, max_size=4)))
    typical = sum((step.duration for step in steps), timedelta())
    least, most = sorted(draw(st.tuples(st.integers(1, 400), st.integers(1, 400))))
    group = sorted(draw(st.tuples(st.integers(1, 12), st.integers(1, 12)))) if draw(st.booleans()) else (0, 0)
    return Method(
        id="ours",
        title=draw(texts),
        purpose=draw(texts),
        minimum_people=least,
        maximum_people=most,
        minimum_time=min(typical, draw(lengths)),
        typical_time=typical,
        maximum_time=typical + draw(lengths) * draw(st.booleans()),
        steps=steps,
        materials=draw(materials),
        room_setup=draw(perhaps),
        roles=draw(perhaps),
        output=draw(perhaps),
        plan_b=draw(perhaps),
        tips=tuple(draw(st.lists(texts, max_size=3))),
        risks=tuple(draw(st.lists(texts, max_size=3))),
        goals=tuple(draw(st.lists(st.sampled_from(GOALS), max_size=3))),
        source=draw(perhaps),
        layouts=tuple(draw(st.lists(st.sampled_from(Layout), max_size=3))),
        group_minimum=group[0],
        group_maximum=group[1],
        is_for_cases=draw(st.booleans()),
        evens_ranks=draw(st.booleans()),
        equipment=draw(perhaps),
        logistics=draw(perhaps),
    )


@st.composite
def sheets(draw: st.DrawFn, duration: timedelta) -> GuideSheet:
    """An empty sheet, or any whose steps fill the session."""
    if draw(st.booleans()):
        return GuideSheet("")
    rest = (duration - timedelta(minutes=1),) if duration > timedelta(minutes=1) else ()
    steps = tuple(
        Step("", length, draw(texts), draw(perhaps), draw(perhaps)) for length in (timedelta(minutes=1), *rest)
    )
    return GuideSheet(
        "",
        draw(perhaps),
        question=draw(perhaps),
        risks=draw(perhaps),
        layout=draw(st.one_of(st.none(), st.sampled_from(Layout))),
        interpretation=draw(perhaps),
        logistics=draw(perhaps),
        steps=steps if draw(st.booleans()) else (),
        materials=draw(materials),
    )


@st.composite
def items(draw: st.DrawFn) -> InstrumentItem:
    """Any session."""
    duration = draw(lengths)
    return InstrumentItem(
        kind=draw(st.sampled_from(ItemKind)),
        title=draw(texts),
        duration=duration,
        method_id=draw(st.sampled_from(["", "buzz", "world_cafe"])),
        questions=draw(st.sampled_from([timedelta(), duration])),
        pinned_start=draw(st.one_of(st.none(), clocks)),
        parallel=draw(st.sampled_from(["", "a", "b"])),
        objectives=draw(st.sampled_from([(), ("one",), ("one", "two")])),
        attribution=draw(st.sampled_from(Attribution)),
        summary=draw(perhaps),
        internal_note=draw(perhaps),
        sheet=draw(sheets(duration)),
        is_optional=draw(st.booleans()),
        shortest=draw(st.one_of(st.none(), lengths)),
        audience=draw(st.sampled_from(Audience)),
        is_from_seed=draw(st.booleans()),
    )


links = st.sampled_from([(), (TaskLink("first"),), (TaskLink("first", 3),)])
first_task = st.builds(InstrumentTask, texts, st.just(-60), perhaps, key=st.just("first"), work_days=st.integers(1, 9))
tasks = st.builds(
    InstrumentTask,
    texts,
    st.integers(-730, 730),
    perhaps,
    benchmark=perhaps,
    rule=st.sampled_from(["", "design", "invitations"]),
    minimum_days=st.one_of(st.none(), st.integers(1, 200)),
    is_from_seed=st.booleans(),
    counted_from=st.sampled_from([entry for entry in CountedFrom if entry is not CountedFrom.TASK]),
    is_working_days=st.booleans(),
    work_days=st.integers(1, 30),
    waits_for=links,
).flatmap(lambda task: st.sampled_from([task, replace(task, counted_from=CountedFrom.TASK, after="first")]))
checklists = st.builds(
    Checklist,
    st.just("our-list"),
    texts,
    st.builds(lambda first, others: (first, *others), first_task, st.lists(tasks, max_size=5)),
    perhaps,
    perhaps,
)
days = st.builds(InstrumentDay, clocks, st.lists(items(), min_size=1, max_size=4).map(tuple))
instruments = st.builds(
    Instrument,
    key=st.just("our-day"),
    title=texts,
    purpose=texts,
    typical_people=st.integers(1, 3000),
    days=st.lists(days, min_size=1, max_size=2).map(tuple),
    tasks=st.tuples(first_task, tasks, tasks),
    objectives=st.builds(
        lambda one, two: (InstrumentObjective("one", one), InstrumentObjective("two", two)), texts, texts
    ),
    sector_targets=st.lists(
        st.builds(SectorTarget, st.sampled_from(Sector), st.integers(1, 66).map(lambda half: half / 200)), max_size=3
    ).map(tuple),
    cafe_questions=st.lists(texts, max_size=3).map(tuple),
    consultation_questions=st.lists(texts, max_size=3).map(tuple),
    guide_elements=st.lists(st.builds(GuideElement, texts, texts), max_size=2).map(tuple),
    start_questions=lines,
    prerequisites=lines,
    documents=lines,
    indicators=lines,
    rules_left_out=st.sampled_from([(), ("long_speech", "break_gap")]),
    source=perhaps,
)


@pytest.mark.parametrize("key", LIBRARY.methods)
def test_every_method_of_the_library_is_the_same_after_writing_and_reading(key: str) -> None:
    assert own_method(key, method_toml(LIBRARY.methods[key])) == LIBRARY.methods[key]


@pytest.mark.parametrize("key", LIBRARY.instruments)
def test_every_instrument_of_the_library_is_the_same_after_writing_and_reading(key: str) -> None:
    known = Surroundings(LIBRARY.methods)

    assert own_instrument(key, instrument_toml(LIBRARY.instruments[key]), known) == LIBRARY.instruments[key]


@settings(deadline=None)
@given(method=methods())
def test_any_method_is_the_same_after_writing_and_reading(method: Method) -> None:
    text = method_toml(method)

    assert own_method("ours", text) == method
    assert method_toml(own_method("ours", text)) == text


@settings(deadline=None, max_examples=40)
@given(instrument=instruments)
def test_any_template_is_the_same_after_writing_and_reading(instrument: Instrument) -> None:
    text = instrument_toml(instrument)

    again = own_instrument("our-day", text, Surroundings(LIBRARY.methods))

    assert again == instrument
    assert instrument_toml(again) == text


def test_a_method_is_written_in_the_layout_of_the_readme() -> None:
    method = own_method("buzz", METHOD)

    assert method_toml(replace(method, purpose=Text(sq="Një\nDy", en="x" * 120))).splitlines()[:14] == [
        'title = {en = "Buzz", sq = "Bisedë"}',
        f'purpose.en = "{"x" * 120}"',
        'purpose.sq = """Një',
        'Dy"""',
        "people = {minimum = 4, maximum = 40}",
        "minutes = {minimum = 5, typical = 8, maximum = 12}",
        'goals = ["open"]',
        'room_setup = {en = "Chairs", sq = "Karrige"}',
        'roles = {en = "One", sq = "Një"}',
        'output = {en = "Words", sq = "Fjalë"}',
        'plan_b = {en = "Shorter", sq = "Më shkurt"}',
        'source = {en = "Ours", sq = "Jona"}',
        "",
        "[[steps]]",
    ]


def test_changed_fields_are_written_in_their_places_and_notes_stay() -> None:
    before = own_method("ours", NOTED)
    after = replace(before, title=Text(sq="Bisedë", en="Talk"), maximum_people=60, goals=("open", "close"))

    text = changed_text(NOTED, method_toml(before), method_toml(after))

    assert own_method("ours", text) == after
    assert text.startswith("# Ours since 2027.\ntitle = ")
    assert "# short" in text
    assert text.count("\n") == NOTED.count("\n")


@settings(deadline=None)
@given(before=methods(), after=methods())
def test_any_method_can_be_changed_into_any_other_in_its_text(before: Method, after: Method) -> None:
    text = changed_text("# A note\n" + method_toml(before), method_toml(before), method_toml(after))

    assert own_method("ours", text) == after


def test_a_changed_list_takes_the_place_of_the_old_one() -> None:
    before = own_method("ours", NOTED)
    after = replace(before, steps=(*before.steps, before.steps[0]), typical_time=timedelta(minutes=11))

    text = changed_text(NOTED, method_toml(before), method_toml(after))

    assert own_method("ours", text) == after
    assert text.startswith("# Ours since 2027.\n")


def test_where_a_text_cannot_be_changed_in_its_places_it_is_written_anew() -> None:
    before = own_method("ours", METHOD)
    after = replace(before, title=Text(en="Talk"))
    # Dotted names and a headline for one table: TOML reads it, but its parts stand in several places.
    scattered = METHOD.replace('title = { en = "Buzz", sq = "Bisedë" }', 'title.en = "Buzz"\ntitle.sq = "Bisedë"')

    text = changed_text(scattered, method_toml(before), method_toml(after))

    assert own_method("ours", text) == after


@given(checklist=checklists)
@settings(max_examples=60)
def test_a_checklist_reads_as_it_was_written(checklist: Checklist) -> None:
    assert own_checklist("our-list", checklist_toml(checklist)) == checklist


@pytest.mark.parametrize("key", list(LIBRARY.checklists))
def test_a_checklist_of_the_library_is_written_as_it_reads(key: str) -> None:
    checklist = LIBRARY.checklists[key]

    assert own_checklist(key, checklist_toml(checklist)) == checklist
