"""Changes fields of a file of the library in its TOML text; notes and order of the text stay."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

import tomlkit


def changed_text(text: str, before: str, after: str) -> str:
    """``text`` with the fields in which ``after`` differs from ``before``; its notes and its order stay.

    All three are TOML. Where the text is written so that the fields cannot be changed in their places, it is ``after``.
    """
    old, new = tomllib.loads(before), tomllib.loads(after)
    wanted = {name: value for name, value in tomllib.loads(text).items() if name in new or name not in old}
    wanted |= {name: value for name, value in new.items() if value != old.get(name)}
    made, fresh = tomlkit.parse(text), tomlkit.parse(after)
    for name in [*wanted, *(set(made) - set(wanted))]:
        _change(made, fresh, name, wanted.get(name))
    found = tomlkit.dumps(made)
    return found if _is_toml_of(wanted, found) else after


def _change(made: tomlkit.TOMLDocument, fresh: tomlkit.TOMLDocument, name: str, wanted: Any) -> None:
    stands = made.get(name)
    if wanted is None:
        del made[name]
    elif stands is None:
        made[name] = fresh[name]
    elif isinstance(stands, Mapping) and isinstance(wanted, Mapping):
        for part in {**stands, **wanted}:
            if part not in wanted:
                del made[name][part]
            elif stands.get(part) != wanted[part]:
                made[name][part] = wanted[part]
    elif stands != wanted:
        made[name] = fresh[name]


def _is_toml_of(values: Mapping[str, Any], text: str) -> bool:
    try:
        return tomllib.loads(text) == values
    except tomllib.TOMLDecodeError:
        return False
