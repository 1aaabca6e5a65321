"""Repeated words of open answers, in both languages."""

from __future__ import annotations

import pytest

from facilitation.planning.theme_words import proposed_themes, stem
from facilitation.planning.themes import GivenAnswer
from tests.consultations import a_reply


def answers(*texts: str) -> list[GivenAnswer]:
    replies = [a_reply(number, text) for number, text in enumerate(texts, start=1)]
    return [GivenAnswer(reply, reply.answers[0]) for reply in replies]


def proposed(*texts: str, known: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    return [(found.words, found.count) for found in proposed_themes(answers(*texts), known)]


@pytest.mark.parametrize(
    "words",
    [
        "trajnim trajnimi trajnimin trajnimet trajnimeve TRAJNIME",
        "strehim strehimi strehimit strehimin",
        "punonjës punonjësit punonjësve",
        "familje familja familjes",
        "viktimë viktima viktimave viktimat",
        "trained training trainings",
        "shelter shelters",
        "service services",
        "përbashkët perbashket",
    ],
)
def test_forms_of_a_word_are_one(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_different_words_stay_apart() -> None:
    words = ["strehim", "trajnim", "protokoll", "familje", "financim", "shelter", "training"]

    assert len({stem(word) for word in words}) == len(words)


def test_words_of_several_answers_are_proposed_and_those_of_one_are_not() -> None:
    assert proposed("Duam strehim.", "Strehimi mungon këtu.", "Protokolle!") == [("Strehim", 2)]


def test_a_word_repeated_within_one_answer_counts_once() -> None:
    assert proposed("Strehim, strehim, strehim.") == []


def test_two_words_that_go_together_are_one_theme() -> None:
    found = proposed("Dhuna në familje rritet.", "Flasim për dhunën në familje.", "Dhuna në familje mbetet.")

    assert found == [("Dhuna në familje", 3)]


def test_a_word_that_also_stands_alone_is_proposed_too() -> None:
    found = proposed("Staff training now.", "Staff training then.", "Training of judges.", "Training of teachers.")

    assert found == [("Training", 4), ("Staff training", 2)]


def test_small_words_of_both_languages_say_nothing() -> None:
    assert (
        proposed("Ne duam që të gjitha këto", "ne duam gjithmonë këto", "we want this", "we want these with them") == []
    )


def test_words_over_a_full_stop_are_no_pair() -> None:
    assert [words for words, _ in proposed("Mungon strehimi. Mjekët vijnë.", "Kërkojmë strehimi. Mjekët ikin.")] == [
        "Mjekët",
        "Strehimi",
    ]


def test_words_of_a_theme_that_exists_are_not_proposed_again() -> None:
    assert proposed("Duam strehim.", "Strehimi mungon.", known=("Strehimi i viktimave",)) == []


def test_a_proposal_knows_its_answers() -> None:
    (found,) = proposed_themes(answers("Duam strehim.", "Asgjë.", "Strehimi mungon."))

    assert found.places == (("reply-1", "q1"), ("reply-3", "q1"))
