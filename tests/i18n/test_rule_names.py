"""Every rule that an instrument may leave out has a name."""

from __future__ import annotations

from typing import get_args

import pytest

from facilitation.i18n.rule_names import rule_name
from facilitation.i18n.translator import Translator
from facilitation.library.file_format import RuleLeftOut


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_rule_that_may_be_left_out_has_a_name_of_its_own(language: str) -> None:
    codes = get_args(RuleLeftOut)

    names = {rule_name(code, Translator(language)) for code in codes}

    assert len(names) == len(codes)
    assert not names & set(codes)
