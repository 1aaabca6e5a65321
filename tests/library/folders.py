"""Small library folders for tests: valid as they are, spoilt by replacing words of a file."""

from __future__ import annotations

from pathlib import Path

from facilitation.errors import LibraryProblem
from facilitation.library.loader import load_library

METHOD = """
title = { en = "Buzz", sq = "Bisedë" }
purpose = { en = "Talk", sq = "Flasim" }
people = { minimum = 4, maximum = 40 }
minutes = { minimum = 5, typical = 8, maximum = 12 }
goals = ["open"]
room_setup = { en = "Chairs", sq = "Karrige" }
roles = { en = "One", sq = "Një" }
output = { en = "Words", sq = "Fjalë" }
plan_b = { en = "Shorter", sq = "Më shkurt" }
source = { en = "Ours", sq = "Jona" }

[[steps]]
minutes = 3
what = { en = "Ask", sq = "Pyesni" }

[[steps]]
minutes = 5
what = { en = "Talk", sq = "Flisni" }
words = { en = "Go", sq = "Nisni" }

[[materials]]
name = { en = "Pen", sq = "Stilolaps" }
quantity = 1
per = "participant"
"""

INSTRUMENT = """
title = { en = "Meeting", sq = "Takim" }
purpose = { en = "Meet", sq = "Takohemi" }
source = { en = "Ours", sq = "Jona" }
typical_people = 30

[[objectives]]
key = "know"
text = { en = "Know", sq = "Dimë" }

[[sector_targets]]
sector = "donor"
percent = 12.5

[[days]]
starts_at = "09:30"
total_minutes = 50

[[days.items]]
kind = "opening"
title = { en = "Opening", sq = "Hapja" }
minutes = 20

[[days.items]]
kind = "plenary"
title = { en = "Talk", sq = "Bisedë" }
minutes = 30
method = "buzz"
questions = 10
objectives = ["know"]
[[days.items.sheet.steps]]
minutes = 30
what = { en = "All", sq = "Gjithçka" }

[[tasks]]
day = -30
title = { en = "Invite", sq = "Ftoni" }
owner = { en = "Host", sq = "Mikpritësi" }
rule = "invitations"
minimum_days = 30
is_from_seed = true
"""

CONFERENCES = """
[[conferences]]
year = 2004
title = { en = "Launch", sq = "Hapja" }
participants = 88
participants_stated = { en = "88", sq = "88" }
"""

BUZZ, MEETING, PAST = "methods/buzz.toml", "instruments/meeting.toml", "references/conferences.toml"


def a_library_folder(folder: Path) -> Path:
    """A folder ``agendas`` with one method, one instrument and one earlier conference."""
    root = folder / "agendas"
    for name, text in ((BUZZ, METHOD), (MEETING, INSTRUMENT), (PAST, CONFERENCES)):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def with_words(root: Path, name: str, old: str, new: str) -> Path:
    """The folder with the first ``old`` of a file replaced."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def problems_of(root: Path) -> tuple[str, ...]:
    """What the loader says about a folder, in English; nothing when it loads."""
    try:
        load_library(root)
    except LibraryProblem as error:
        return error.problems
    return ()
