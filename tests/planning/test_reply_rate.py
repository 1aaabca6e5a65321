"""Replies against the people asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.event import Sector
from facilitation.domain.person import District, InvitationStatus
from facilitation.planning.reply_rate import AskedPart, origin, reply_rate
from tests.builders import a_participation
from tests.consultations import a_reply

OFFICE = a_participation("p1", sector=Sector.LOCAL_GOVERNMENT, district=District.SHKODER)
CENTRE = a_participation("p2", sector=Sector.CIVIL_SOCIETY, district=District.SHKODER)
BRANCH = a_participation("p3", sector=Sector.CIVIL_SOCIETY, district=None)
PEOPLE = (OFFICE, CENTRE, BRANCH)


def test_replies_of_those_asked_are_counted_by_sector_and_qark_and_the_rest_is_missing() -> None:
    replies = (a_reply(1, participation_id="p1"), a_reply(2, participation_id="p2"), a_reply(3))

    found = reply_rate(PEOPLE, replies, {"p1", "p2", "p3"})

    assert (found.asked, found.answered, found.unlinked, found.replies) == (3, 2, 1, 3)
    assert found.sectors == (AskedPart(Sector.CIVIL_SOCIETY, 2, 1), AskedPart(Sector.LOCAL_GOVERNMENT, 1, 1))
    assert found.districts == (AskedPart(District.SHKODER, 2, 2), AskedPart(None, 1, 0))
    assert found.missing == (BRANCH,)


def test_sixty_percent_is_enough_and_a_silent_sector_is_named() -> None:
    found = reply_rate(PEOPLE[:2], [a_reply(1, participation_id="p1")], {"p1", "p2"})

    assert (found.rate, found.is_enough) == (0.5, False)
    assert (found.silent_sectors, found.silent_districts) == ((Sector.CIVIL_SOCIETY,), ())
    five = tuple(a_participation(f"p{n}") for n in range(5))
    assert reply_rate(five, [a_reply(n, participation_id=f"p{n}") for n in range(3)], ()).is_enough


def test_without_links_everybody_who_has_not_declined_was_asked() -> None:
    declined = a_participation("p4", status=InvitationStatus.DECLINED)

    assert reply_rate((*PEOPLE, declined), (), ()).asked == 3
    assert reply_rate((*PEOPLE, declined), (), {"p4"}).missing == (declined,)


def test_who_answered_on_paper_was_asked_even_without_a_link() -> None:
    found = reply_rate(PEOPLE, [a_reply(1, participation_id="p3")], {"p1"})

    assert (found.asked, found.answered, found.missing) == (2, 1, (OFFICE,))


def test_drafts_are_no_replies_and_two_replies_of_one_person_count_once() -> None:
    draft = a_reply(1, participation_id="p1", given_at=None)
    twice = (a_reply(2, participation_id="p2"), a_reply(3, participation_id="p2"))

    assert reply_rate(PEOPLE, (draft, *twice), ()).answered == 1


def test_nobody_asked_is_no_rate() -> None:
    found = reply_rate((), (), ())

    assert (found.rate, found.is_enough, found.missing) == (0.0, False, ())


def test_a_reply_comes_from_where_it_says_else_from_where_the_person_is() -> None:
    people = {entry.id: entry for entry in PEOPLE}

    assert origin(a_reply(1, sector=None, participation_id="p1"), people) == (
        Sector.LOCAL_GOVERNMENT,
        District.SHKODER,
    )
    assert origin(a_reply(1, sector=Sector.DONOR, participation_id="p1"), people)[0] is Sector.DONOR
    assert origin(a_reply(1, sector=None), people) == (None, None)


@given(st.lists(st.tuples(st.sampled_from(Sector), st.sampled_from([None, *District]), st.booleans()), max_size=30))
def test_parts_add_up_to_the_whole(made: list[tuple[Sector, District | None, bool]]) -> None:
    people = [a_participation(f"p{n}", sector=s, district=d) for n, (s, d, _) in enumerate(made)]
    replies = [a_reply(n, participation_id=f"p{n}") for n, (_, _, has_answered) in enumerate(made) if has_answered]

    found = reply_rate(people, replies, ())

    for parts in (found.sectors, found.districts):
        assert sum(part.asked for part in parts) == found.asked == len(made)
        assert sum(part.answered for part in parts) == found.answered == len(replies)
    assert len(found.missing) == found.asked - found.answered
