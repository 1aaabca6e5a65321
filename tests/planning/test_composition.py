"""Who comes, against the targets, and the counts that may leave the house."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.event import Sector
from facilitation.domain.person import District, InvitationStatus, Participation, Zone
from facilitation.planning.composition import (
    Basis,
    PeopleCount,
    PublicCell,
    SectorRow,
    SectorShare,
    counted,
    people_count,
    public_counts,
    public_counts_by_zone,
    sector_rows,
    sector_shares,
    target_counts,
)
from tests.builders import a_participation, an_event, some_participations

CIVIL, LOCAL, MEDIA = Sector.CIVIL_SOCIETY, Sector.LOCAL_GOVERNMENT, Sector.MEDIA


def people(number: int, sector: Sector = CIVIL, district: District | None = District.TIRANE) -> list[Participation]:
    """So many people of one sector and qark."""
    return list(some_participations(number, sector=sector, district=district))


def test_a_sector_row_counts_each_step_of_the_way_and_its_target() -> None:
    participations = (
        a_participation("1", sector=CIVIL, status=InvitationStatus.TO_INVITE),
        a_participation("2", sector=CIVIL, status=InvitationStatus.INVITED),
        a_participation("3", sector=CIVIL, status=InvitationStatus.CONFIRMED, days_attended=(1, 2)),
        a_participation("4", sector=CIVIL, status=InvitationStatus.DECLINED),
        a_participation("5", sector=MEDIA, status=InvitationStatus.TO_INVITE),
    )

    rows = sector_rows(participations, an_event(expected_people=40, targets={CIVIL: 0.5, LOCAL: 0.25}))

    assert rows == (
        SectorRow(CIVIL, invited=3, confirmed=1, declined=1, attended=1, target=20),
        SectorRow(LOCAL, invited=0, confirmed=0, declined=0, attended=0, target=10),
        SectorRow(MEDIA, invited=0, confirmed=0, declined=0, attended=0, target=0),
    )


def test_targets_are_whole_people_by_largest_remainder() -> None:
    event = an_event(expected_people=10, targets={CIVIL: 0.35, LOCAL: 0.37, MEDIA: 0.28})

    assert target_counts(event) == {CIVIL: 3, LOCAL: 4, MEDIA: 3}


@given(
    st.integers(0, 500),
    st.dictionaries(st.sampled_from(Sector), st.integers(0, 100), min_size=1).filter(lambda parts: sum(parts.values())),
)
def test_targets_that_share_out_everybody_add_up_to_everybody(number: int, parts: dict[Sector, int]) -> None:
    whole = sum(parts.values())
    event = an_event(expected_people=number, targets={sector: part / whole for sector, part in parts.items()})

    counts = target_counts(event)

    assert sum(counts.values()) == number
    assert all(abs(counts[sector] - number * part / whole) < 1.001 for sector, part in parts.items())


def test_the_people_of_an_event_in_six_numbers() -> None:
    participations = (
        a_participation("1", district=District.VLORE, days_attended=(2,)),
        a_participation("2", district=District.TIRANE, days_attended=(1,)),
        a_participation("3", district=None, days_attended=(1,)),
        a_participation("4", district=District.FIER, status=InvitationStatus.DECLINED),
        a_participation("5", district=District.FIER, status=InvitationStatus.TO_INVITE),
    )

    assert people_count(participations) == PeopleCount(
        listed=5, invited=4, confirmed=3, declined=1, attended=3, outside_capital=1
    )


def test_figures_count_those_who_attended_else_who_confirmed_else_who_were_listed() -> None:
    invited = a_participation("1", status=InvitationStatus.INVITED)
    declined = a_participation("2", status=InvitationStatus.DECLINED)
    confirmed = a_participation("3")
    attended = a_participation("4", days_attended=(1,))

    assert counted((invited, declined, confirmed, attended)) == (Basis.ATTENDED, (attended,))
    assert counted((invited, declined, confirmed)) == (Basis.CONFIRMED, (confirmed,))
    assert counted((invited, declined)) == (Basis.LISTED, (invited,))


def test_sector_shares_stand_beside_the_share_that_was_wanted() -> None:
    event = an_event(targets={CIVIL: 0.5, LOCAL: 0.25})

    assert sector_shares([*people(1), *people(3, MEDIA)], event) == (
        SectorShare(MEDIA, 3, 0.75, None),
        SectorShare(CIVIL, 1, 0.25, 0.5),
        SectorShare(LOCAL, 0, 0.0, 0.25),
    )


def texts(table_cells: tuple[tuple[PublicCell, ...], ...]) -> list[list[str]]:
    """The cells as they are printed."""
    return [[cell.text for cell in row] for row in table_cells]


def test_a_crossed_table_hides_cells_under_five_and_what_would_give_them_away() -> None:
    table = public_counts(
        [
            *people(7, CIVIL, District.TIRANE),
            *people(4, CIVIL, District.VLORE),
            *people(6, CIVIL, District.FIER),
            *people(5, LOCAL, District.TIRANE),
            *people(9, LOCAL, District.VLORE),
            *people(8, LOCAL, District.FIER),
        ]
    )

    assert table.rows == (CIVIL, LOCAL)
    assert table.columns == (District.FIER, District.TIRANE, District.VLORE)
    assert texts(table.cells) == [["6", "*", "*"], ["8", "*", "*"]]


def test_a_crossed_table_with_large_cells_hides_nothing() -> None:
    table = public_counts([*people(5, CIVIL, District.TIRANE), *people(12, LOCAL, None)])

    assert (table.rows, table.columns) == ((CIVIL, LOCAL), (District.TIRANE, None))
    assert texts(table.cells) == [["5", "0"], ["0", "12"]]


def test_the_table_by_zone_follows_the_municipality() -> None:
    table = public_counts_by_zone(
        [
            *some_participations(5, sector=CIVIL, district=District.GJIROKASTER, municipality="Përmet"),
            *people(6, CIVIL, District.GJIROKASTER),
        ]
    )

    assert (table.columns, texts(table.cells)) == ((Zone.EAST, Zone.SOUTH), [["5", "6"]])


def test_a_table_of_nobody_is_empty() -> None:
    assert (public_counts([]).rows, public_counts([]).columns, public_counts([]).cells) == ((), (), ())


@given(st.lists(st.tuples(st.sampled_from(list(Sector)[:4]), st.sampled_from(list(District)[:4])), max_size=60))
def test_no_small_cell_is_ever_shown_or_left_alone_in_its_row_or_column(places: list[tuple[Sector, District]]) -> None:
    table = public_counts(
        a_participation(str(n), sector=sector, district=district) for n, (sector, district) in enumerate(places)
    )
    lines = [*table.cells, *zip(*table.cells, strict=True)]

    assert all(cell.count is None or cell.count == 0 or cell.count >= 5 for row in table.cells for cell in row)
    assert all(sum(cell.count is None for cell in line) != 1 for line in lines if len(line) > 1)
