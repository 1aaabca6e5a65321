"""Texts of own templates and methods: checked like files of the library, except for what they may leave out."""

from __future__ import annotations

import pytest

from facilitation.domain.guide import GuideElement
from facilitation.domain.text import Text
from facilitation.errors import OwnFileProblem
from facilitation.library.own_text import (
    LARGEST_FILE,
    Surroundings,
    file_text,
    free_key,
    own_instrument,
    own_method,
    part_of,
)
from tests.library.folders import INSTRUMENT, METHOD

KNOWN = Surroundings(("buzz",), {"rules": GuideElement(Text(en="Rules"), Text(en="Words"))})
ONE_LANGUAGE_METHOD = """
title = { sq = "Bisedë" }
purpose = { sq = "Flasim" }
people = { minimum = 4, maximum = 40 }
minutes = { minimum = 5, typical = 8, maximum = 12 }
goals = []
tips = [{ en = "Only here in English" }]
[[steps]]
minutes = 8
what = { sq = "Flisni", en = " " }
"""


def problems_of_method(text: str, key: str = "ours") -> tuple[str, ...]:
    with pytest.raises(OwnFileProblem) as found:
        own_method(key, text)
    return found.value.problems


def test_an_own_method_may_leave_out_a_language_and_what_is_on_the_guide_page() -> None:
    method = own_method("ours", ONE_LANGUAGE_METHOD)

    assert (method.id, method.title, method.steps[0].what) == ("ours", Text(sq="Bisedë"), Text(sq="Flisni"))
    assert method.tips == (Text(en="Only here in English"),)
    assert (method.room_setup, method.roles, method.output, method.plan_b, method.source) == (Text(),) * 5


def test_words_in_neither_language_are_refused() -> None:
    text = ONE_LANGUAGE_METHOD.replace('title = { sq = "Bisedë" }', 'title = { sq = "" }')

    assert problems_of_method(text) == ("ours.toml: “title” has no words. Write them in Albanian or in English.",)


def test_every_problem_of_an_own_method_is_named_at_once() -> None:
    text = (
        METHOD.replace('["open"]', '["sing"]')
        .replace("minimum = 4", "minimum = 0")
        .replace("[[steps]]", "[[stepz]]", 1)
    )

    assert problems_of_method(text) == (
        "ours.toml: “people › minimum” is 0, which is too small or too large.",
        "ours.toml: “goals 1” is “sing”. It must be one of: open, inform, explore, converge, decide or close.",
        "ours.toml: the field “stepz” is unknown. agendas/README.md names the known ones.",
    )


def test_what_the_fields_say_against_each_other_is_named_too() -> None:
    text = METHOD.replace("typical = 8", "typical = 20")

    assert problems_of_method(text) == (
        "ours.toml: “steps” add up to 8 minutes; they should fill 20.",
        "ours.toml: “minutes” must grow from minimum over typical to maximum.",
    )


@pytest.mark.parametrize("key", ["Ours", "ours-two", "2ours", "", "ours two", "ë"])
def test_a_method_whose_name_no_agenda_could_write_is_refused(key: str) -> None:
    (problem,) = problems_of_method(METHOD, key)

    assert problem.startswith(f"{key}.toml: the name may have small letters")


@pytest.mark.parametrize(
    "text", ["title = ", "a = " + "[" * 5000, "a = " + "9" * 5000, "\x00", "[a]\n[a]"], ids=range(5)
)
def test_a_text_that_is_no_toml_is_refused_with_its_line(text: str) -> None:
    (problem,) = problems_of_method(text)

    assert "this is not valid TOML" in problem


def test_an_own_template_names_methods_and_shared_elements_that_are_there() -> None:
    text = 'shared_elements = ["rules"]\n' + INSTRUMENT.replace(', sq = "Takim"', "")

    instrument = own_instrument("our-day", text, KNOWN)

    assert (instrument.key, instrument.title) == ("our-day", Text(en="Meeting"))
    assert instrument.guide_elements == (KNOWN.shared_elements["rules"],)


def test_a_template_that_names_what_is_not_there_is_refused() -> None:
    with pytest.raises(OwnFileProblem) as found:
        own_instrument("our-day", 'shared_elements = ["rules"]\n' + INSTRUMENT, Surroundings())

    assert found.value.problems == (
        "our-day.toml: “shared_elements” names “rules”, which references/guide_elements.toml does not have.",
        "our-day.toml: “days 1 › items 2 › method” names the method “buzz”, but there is no agendas/methods/buzz.toml.",
    )


def test_a_file_is_a_template_by_its_days_and_a_method_by_its_steps() -> None:
    parts = [part_of("a.toml", text) for text in (INSTRUMENT, METHOD, "[[tasks]]\nday = -3")]
    assert parts == ["instruments", "methods", "checklists"]
    with pytest.raises(OwnFileProblem, match="neither a template"):
        part_of("c.toml", "title = 3")


def test_a_file_that_is_too_large_or_no_text_is_refused() -> None:
    with pytest.raises(OwnFileProblem, match="larger than 1 MB"):
        file_text("a.toml", b"#" * (LARGEST_FILE + 1))
    with pytest.raises(OwnFileProblem, match="UTF-8"):
        file_text("a.toml", b"\xff\xfe\x00")
    assert file_text("a.toml", b"\xef\xbb\xbftitle\r\n") == "title\n"


@pytest.mark.parametrize(
    ("title", "taken", "key"),
    [
        ("Kafeneja jonë", (), "kafeneja_jone"),
        ("Kafeneja jonë", ("kafeneja_jone", "kafeneja_jone_2"), "kafeneja_jone_3"),
        ("25/10 për të gjithë", (), "per_te_gjithe"),
        ("???", (), "method"),
        ("a" * 90, (), "a" * 60),
    ],
)
def test_a_name_is_made_of_the_title(title: str, taken: tuple[str, ...], key: str) -> None:
    assert free_key("methods", title, taken) == key
    own_method(key, METHOD)


def test_a_template_is_named_with_dashes() -> None:
    assert free_key("instruments", "Dita jonë e parë", ("dita-jone-e-pare",)) == "dita-jone-e-pare-2"
