"""What a scanner typed, compared with the codes on the badges."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from hypothesis import given
from hypothesis import strategies as st

from facilitation.planning.badge_code import owner_of_code

ALBANIAN = str.maketrans({"y": "z", "z": "y", "Y": "Z", "Z": "Y", "-": "/", "_": "?", "/": "-", ":": "Ç"})
TOKENS = st.binary(min_size=12, max_size=12).map(lambda data: urlsafe_b64encode(data).decode())


@given(st.lists(TOKENS, min_size=1, max_size=5, unique=True), st.data())
def test_every_token_is_known_on_either_keyboard(found: list[str], data: st.DataObject) -> None:
    tokens = {token: token for token in found}
    token = data.draw(st.sampled_from(found))
    address = f"http://laptop.local:8501/p/{token}"

    owners = {owner_of_code(typed, {token: "me"}) for typed in (address, token, address.translate(ALBANIAN))}

    is_plain = sum(sign.isalnum() for sign in token) >= 10
    assert owners == ({"me"} if is_plain else {""})
    assert owner_of_code("", tokens) == ""


def test_a_typed_word_is_nobody_and_a_foreign_code_neither() -> None:
    tokens = {"Zm9vYmFyYmF6MTIz": "p1"}

    assert owner_of_code("Zyra", tokens) == owner_of_code("xxxxxxxxxxxxxxxx", tokens) == ""
