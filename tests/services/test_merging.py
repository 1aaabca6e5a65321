"""Two people, one thing: what each changed is kept, the same words changed twice are not overwritten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere
from facilitation.services.merging import merged, overruling
from tests.builders import an_item

SEEN = an_item(title=Text(sq="Hapja", en="Opening"), room="A")


def test_different_fields_are_both_kept() -> None:
    theirs, mine = replace(SEEN, room="B"), replace(SEEN, internal_note="ujë")

    assert merged(SEEN, mine, theirs) == replace(SEEN, room="B", internal_note="ujë")


def test_the_two_languages_of_a_text_are_both_kept() -> None:
    theirs = replace(SEEN, title=Text(sq="Mirëseardhja", en="Opening"))
    mine = replace(SEEN, title=Text(sq="Hapja", en="Welcome"))

    assert merged(SEEN, mine, theirs) == replace(SEEN, title=Text(sq="Mirëseardhja", en="Welcome"))


def test_the_same_words_changed_twice_are_shown_with_both_texts() -> None:
    theirs = replace(SEEN, title=Text(sq="Mirëseardhja", en="Opening"))
    mine = replace(SEEN, title=Text(sq="Fillimi", en="Opening"))

    with pytest.raises(ChangedElsewhere) as found:
        merged(SEEN, mine, theirs, subject="item-1")

    assert (found.value.subject, found.value.mine, found.value.theirs) == ("item-1", "Fillimi", "Mirëseardhja")


def test_the_same_change_made_twice_is_no_conflict() -> None:
    both = replace(SEEN, room="B")

    assert merged(SEEN, both, both) == both


def test_who_chose_their_own_text_overrules_the_other_one_and_nothing_else() -> None:
    theirs = replace(SEEN, title=Text(sq="Mirëseardhja", en="Welcome"), room="B")
    mine = replace(SEEN, title=Text(sq="Fillimi", en="Opening"))

    with overruling():
        assert merged(SEEN, mine, theirs) == replace(SEEN, title=Text(sq="Fillimi", en="Welcome"), room="B")
    with pytest.raises(ChangedElsewhere):
        merged(SEEN, mine, theirs)
