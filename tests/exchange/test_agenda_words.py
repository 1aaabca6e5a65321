"""What kind of session a title or a type speaks of."""

from __future__ import annotations

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.exchange.agenda_words import COLUMNS, guessed_kind
from facilitation.exchange.words import guessed_columns


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Regjistrimi dhe kafe", ItemKind.REGISTRATION),
        ("Registration", ItemKind.REGISTRATION),
        ("Hapja e punimeve", ItemKind.OPENING),
        ("Welcome and introduction", ItemKind.OPENING),
        ("Keynote: partnership", ItemKind.PLENARY),
        ("Paneli 2: shërbimet", ItemKind.PANEL),
        ("Diskutim pa emër", ItemKind.PLENARY),
        ("Punë në grupe", ItemKind.WORKING_GROUPS),
        ("Workshop: budgets", ItemKind.WORKING_GROUPS),
        ("Kafeneja botërore, raundi 1", ItemKind.WORLD_CAFE),
        ("World Café", ItemKind.WORLD_CAFE),
        ("Koktej", ItemKind.NETWORKING),
        ("Shëtitje në galeri", ItemKind.GALLERY),
        ("Energjizues", ItemKind.ENERGISER),
        ("Vlerësimi i ditës", ItemKind.EVALUATION),
        ("Pushim kafeje", ItemKind.BREAK),
        ("Coffee break", ItemKind.BREAK),
        ("Drekë", ItemKind.MEAL),
        ("Five things we learned before breakfast", ItemKind.PLENARY),
        ("Brifingu i stafit", ItemKind.STAFF),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: ItemKind) -> None:
    assert guessed_kind(title, ()) is kind


def test_a_type_that_is_a_kinds_own_name_wins_over_the_title() -> None:
    assert guessed_kind("Kafe me ekspertët", ("world_cafe",)) is ItemKind.WORLD_CAFE
    assert guessed_kind("Drekë", ("Grupe pune",)) is ItemKind.WORKING_GROUPS


def test_any_other_type_counts_only_where_the_title_says_nothing() -> None:
    assert guessed_kind("Buxhetet", ("Talk", "Workshops")) is ItemKind.PLENARY
    assert guessed_kind("Buxhetet", ("", "Workshops")) is ItemKind.WORKING_GROUPS
    assert guessed_kind("Coffee break", ("Workshops",)) is ItemKind.BREAK


@pytest.mark.parametrize(
    "header",
    [
        "Koha;Kohëzgjatja;Fundi;Seanca;Salla;Folësi;Lehtësuesi;Shënime;Dita",
        "Ora;Zgjatja (min);Deri;Sesioni;Vendi;Folësit;Moderatori;Vërejtje;Data",
        "Start;Duration;End;Session;Room;Speaker;Facilitator;Notes;Day",
        "Time;Min;Until;Title;Location;Speakers;Chair;Remarks;Date",
    ],
)
def test_columns_are_recognised_by_their_names(header: str) -> None:
    fields = ["starts", "length", "ends", "title", "room", "speakers", "facilitators", "note", "day"]

    assert guessed_columns(header.split(";"), COLUMNS) == {field: place for place, field in enumerate(fields)}
