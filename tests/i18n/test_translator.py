"""Sentences come from the catalogue of the language; what it lacks is said in English."""

from __future__ import annotations

from hashlib import sha256
from os import utime
from pathlib import Path
from shutil import copy

import pytest

from facilitation.i18n import translator
from facilitation.i18n.translator import LOCALES, Translator

NOT_IN_ANY_CATALOGUE = "A sentence of this test and no other."


def test_a_sentence_the_catalogue_lacks_is_said_in_english() -> None:
    assert Translator("sq")(NOT_IN_ANY_CATALOGUE) == NOT_IN_ANY_CATALOGUE


def test_an_empty_sentence_stays_empty_and_does_not_show_the_head_of_the_catalogue() -> None:
    assert [Translator(language)("") for language in ("sq", "en")] == ["", ""]


def test_the_plural_is_chosen_by_the_number() -> None:
    _ = Translator("en")

    assert [_.plural("{count} tree", "{count} trees", count).format(count=count) for count in (0, 1, 2, 21)] == [
        "0 trees",
        "1 tree",
        "2 trees",
        "21 trees",
    ]


def test_an_unknown_language_is_albanian() -> None:
    assert [Translator(language).language for language in ("sq", "en", "fr", "")] == ["sq", "en", "sq", "sq"]


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The Albanian catalogue of a program that was never started."""
    folder = tmp_path / "sq" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    copy(LOCALES / "sq" / "LC_MESSAGES" / "messages.po", folder)
    monkeypatch.setattr(translator, "LOCALES", tmp_path)
    return folder / "messages.po"


def started() -> str:
    """What a program that is started now says for "Undo"."""
    said: str = translator._catalogue.__wrapped__("sq").gettext("Undo")
    return said


def test_the_compiled_catalogue_is_kept_and_made_anew_when_its_source_changes(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    making, made = translator._compiled, list[bytes]()

    def counted(source: bytes, language: str) -> bytes:
        made.append(making(source, language))
        return made[-1]

    monkeypatch.setattr(translator, "_compiled", counted)

    assert [started(), started()] == ["Zhbëj", "Zhbëj"]
    assert len(made) == 1
    time = catalogue.stat().st_mtime_ns
    catalogue.write_text(catalogue.read_text("utf-8").replace('"Zhbëj"', '"Kthej"'), "utf-8")
    utime(catalogue, ns=(time, time))
    assert [started(), started()] == ["Kthej", "Kthej"]
    assert len(made) == 2
    assert sorted(path.name for path in catalogue.parent.iterdir()) == ["messages.compiled", "messages.po"]


@pytest.mark.parametrize("rest", [b"", b"no catalogue at all", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_broken_compiled_catalogue_is_made_anew(catalogue: Path, rest: bytes) -> None:
    kept = catalogue.with_suffix(".compiled")
    kept.write_bytes(sha256(catalogue.read_bytes()).digest() + rest)

    assert started() == "Zhbëj"
    assert kept.stat().st_size > 100_000


def test_a_folder_that_cannot_be_written_only_takes_longer(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_given: object) -> None:
        raise PermissionError

    monkeypatch.setattr(translator, "_keep", refused)

    assert [started(), started()] == ["Zhbëj", "Zhbëj"]
    assert not catalogue.with_suffix(".compiled").exists()
