"""The outlines of minutes, reports and agreements: complete, in both languages, and as the seeds count their parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.domain.agenda import Audience
from facilitation.domain.volume_outline import VolumeOutline
from facilitation.library.loader import load_library
from facilitation.settings import ROOT
from tests.library.folders import a_library_folder, problems_of, with_words

LIBRARY = load_library(ROOT / "agendas")
every_volume = pytest.mark.parametrize("volume", LIBRARY.volumes.values(), ids=list(LIBRARY.volumes))
PAPERS = {
    "charter-session": {"charter"},
    "coalition-meeting": {"minutes", "handover-report"},
    "facilitators-training": {"training-report"},
    "focus-group": {"summary-for-participants"},
    "local-dialogue": {"minutes", "charter"},
    "national-conference": {"final-report"},
    "national-conference-1-day": {"final-report"},
    "note-takers-practice": {"training-report"},
    "planning-training": {"training-report"},
    "presidency-handover": {"minutes", "handover-report"},
    "regional-committee": {"minutes", "six-month-report", "situation-analysis"},
    "regional-group": {"minutes", "final-report"},
    "scorecard-workshop": {"scorecard-report"},
    "technical-table": {"minutes", "six-month-report", "situation-analysis"},
    "twinning-visit": {"progress-report", "final-report"},
    "twinning-workshop": {"twinning-draft", "detailed-plan", "memorandum", "progress-report", "final-report"},
    "visit-briefing": {"minutes"},
}
VOLUME = """
title = { en = "Minutes", sq = "Procesverbal" }
purpose = { en = "Who said what", sq = "Kush tha çfarë" }
origin = { en = "Ours", sq = "Jona" }
instruments = ["meeting"]
audience = "participants"

[[parts]]
key = "present"
title = { en = "Present", sq = "Të pranishëm" }
hint = { en = "Who came", sq = "Kush erdhi" }
source = "attendance"
is_required = true

[[parts]]
key = "words"
title = { en = "Words", sq = "Fjalë" }
hint = { en = "Write", sq = "Shkruani" }
"""
MINUTES = "volumes/minutes.toml"


def a_folder(folder: Path) -> Path:
    root = a_library_folder(folder)
    (root / "volumes").mkdir()
    (root / MINUTES).write_text(VOLUME, encoding="utf-8")
    return root


def test_every_instrument_has_its_papers() -> None:
    offered = {
        name: {volume.key for volume in LIBRARY.volumes.values() if name in volume.instruments}
        for name in LIBRARY.instruments
    }

    assert offered == PAPERS


@pytest.mark.parametrize(
    ("paper", "count"), [("twinning-draft", 6), ("detailed-plan", 9), ("progress-report", 4)]
)  # fmt: skip
def test_the_papers_of_a_twinning_have_as_many_parts_as_the_seed_counts(paper: str, count: int) -> None:
    parts = LIBRARY.volumes[paper].parts

    assert len(parts) == count
    assert all(part.is_required and part.is_from_seed for part in parts)


def test_the_parts_the_seeds_ask_for_are_there() -> None:
    def keys(paper: str) -> set[str]:
        return {part.key for part in LIBRARY.volumes[paper].parts}

    assert {"clauses", "measures", "proposals", "signatures"} <= keys("charter")
    assert {"term", "costs", "signatures", "parties"} <= keys("memorandum")
    assert {"lessons", "recommendations", "use"} <= keys("final-report")
    assert {"municipalities", "sex_age", "factors", "services", "gaps"} <= keys("situation-analysis")
    assert {"inclusion", "relevance", "effectiveness", "sustainability", "partnership"} <= keys("scorecard-report")


def test_only_the_handover_stays_in_the_team() -> None:
    assert [key for key, volume in LIBRARY.volumes.items() if not volume.leaves_the_team] == ["handover-report"]


@every_volume
def test_every_text_is_there_in_both_languages_and_no_part_stands_twice(volume: VolumeOutline) -> None:
    texts = [volume.title, volume.purpose, volume.origin]
    texts += [text for part in volume.parts for text in (part.title, part.hint)]

    assert [text for text in texts if not (text.sq and text.en) or text.sq == text.en] == []
    assert len({part.key for part in volume.parts}) == len({part.title for part in volume.parts}) == len(volume.parts)
    assert not volume.title.en.isupper()


def test_a_small_volume_is_read(tmp_path: Path) -> None:
    (volume,) = load_library(a_folder(tmp_path)).volumes.values()

    assert (volume.key, volume.file_name, volume.audience) == ("minutes", "minutes.docx", Audience.PARTICIPANTS)
    assert [(part.key, part.source, part.is_required) for part in volume.parts] == [
        ("present", "attendance", True),
        ("words", None, False),
    ]
    assert volume.part("present") is volume.parts[0]
    assert volume.part("gone") is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('key = "words"', 'key = "present"', "the part “present” is there twice"),
        ('["meeting"]', '["party"]', "no file agendas/instruments/party.toml"),
        ('source = "attendance"', 'source = "weather"', "parts 1 › source"),
        ('audience = "participants"', 'audience = "friends"', "audience"),
        ('hint = { en = "Write", sq = "Shkruani" }\n', "", "parts 2 › hint"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    problems = problems_of(with_words(a_folder(tmp_path), MINUTES, old, new))

    assert len(problems) == 1
    assert "agendas/volumes/minutes.toml" in problems[0]
    assert problem in problems[0]
