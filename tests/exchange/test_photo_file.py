"""Photos as phones make them: only the picture is kept, upright and small."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from facilitation.errors import InvalidInput
from facilitation.exchange import photo_file
from facilitation.exchange.attached_file import EMPTY, MAXIMUM_BYTES, TOO_LARGE, checked_file
from facilitation.exchange.photo_file import cleaned_photo

ORIENTATION, GPS, MAKE, ARTIST = 0x0112, 0x8825, 0x010F, 0x013B
SECRETS = (b"Exif", b"Zyra X", b"SECRET", b"http://ns.adobe.com", b"GPS", b"ICC_PROFILE", b"iTXt", b"tEXt")


def a_phone_photo(size: tuple[int, int] = (1200, 800), orientation: int = 6) -> bytes:
    """A JPEG whose left half is red and whose right half is blue, with all that a phone writes into it."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE], exif[ARTIST] = orientation, "SECRET phone", "Zyra X"
    exif.get_ifd(GPS).update({1: "N", 2: (41.0, 19.0, 30.0), 3: "E", 4: (19.0, 49.0, 12.0)})
    written = BytesIO()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET place http://ns.adobe.com</x:xmpmeta>'
    picture.save(
        written, "JPEG", exif=exif, xmp=xmp, comment=b"SECRET comment", icc_profile=b"SECRET" * 40, dpi=(72, 72)
    )
    return written.getvalue()


def a_png(mode: str = "RGBA", size: tuple[int, int] = (300, 200)) -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "SECRET author")
    notes.add_itxt("XML:com.adobe.xmp", "SECRET http://ns.adobe.com")
    written = BytesIO()
    Image.new(mode, size).save(written, "PNG", pnginfo=notes)
    return written.getvalue()


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def colour_at(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    colour = picture.getpixel(place)
    assert isinstance(colour, tuple)
    return colour


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(InvalidInput) as caught:
        cleaned_photo(name, content)
    return caught.value.template


def test_place_owner_time_and_small_copies_are_gone_and_the_picture_stands_upright() -> None:
    raw = a_phone_photo()
    assert all(secret in raw for secret in (b"Exif", b"Zyra X", b"SECRET"))

    name, kept = cleaned_photo("C:\\foto\\IMG_0042.JPEG", raw)

    assert name.startswith("IMG_0042-")
    assert name.endswith(".jpg")
    assert checked_file(name, kept) == (name, "image/jpeg")
    assert not [secret for secret in SECRETS if secret in kept]
    with Image.open(BytesIO(kept)) as picture:
        assert picture.size == (800, 1200)
        assert not picture.getexif()
        assert "comment" not in picture.info
        assert "icc_profile" not in picture.info
        top, bottom = colour_at(picture, (400, 100)), colour_at(picture, (400, 1100))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_a_phone_was_held(orientation: int) -> None:
    _name, kept = cleaned_photo("foto.jpg", a_phone_photo((600, 400), orientation))
    with Image.open(BytesIO(kept)) as picture:
        assert picture.size == ((400, 600) if orientation >= 5 else (600, 400))


def test_large_ones_become_small_and_keep_their_shape() -> None:
    name, kept = cleaned_photo("tabela e madhe.jpg", a_phone_photo((4000, 2000), 1))
    with Image.open(BytesIO(kept)) as picture:
        assert picture.size == (2000, 1000)
    assert len(kept) < 500_000
    assert cleaned_photo("tabela e madhe.jpg", a_phone_photo((4000, 2000), 1)) == (name, kept)
    assert cleaned_photo("tabela e madhe.jpg", a_phone_photo((3000, 1600), 1))[0] != name


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_a_jpeg(mode: str) -> None:
    _name, kept = cleaned_photo("tabela.png", a_png(mode))
    assert not [secret for secret in SECRETS if secret in kept]
    with Image.open(BytesIO(kept)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (300, 200))
        corner = colour_at(picture, (5, 5))
    assert corner == ((255, 255, 255) if mode in ("LA", "RGBA") else (0, 0, 0))  # what shows through is white paper


def test_a_cmyk_jpeg_is_read_too() -> None:
    written = BytesIO()
    Image.new("CMYK", (200, 100), (0, 255, 255, 0)).save(written, "JPEG")
    with Image.open(BytesIO(cleaned_photo("skaner.jpg", written.getvalue())[1])) as picture:
        assert picture.mode == "RGB"


def test_what_is_no_photo_gets_a_sentence() -> None:
    heic = b"\0\0\0\x18ftypheic\0\0\0\0" + b"\0" * 100
    assert refusal("IMG_1.HEIC", heic) == photo_file.HEIC
    assert refusal("IMG_1.jpg", heic) == photo_file.HEIC
    assert refusal("a.jpg", b"") == EMPTY
    assert refusal("a.jpg", b"GIF89a" + b"\0" * 50) == photo_file.NO_PHOTO
    assert refusal("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>") == photo_file.NO_PHOTO
    assert refusal("a.jpg", b"\xff\xd8\xff" + b"\0" * MAXIMUM_BYTES) == TOO_LARGE
    assert refusal("a.jpg", a_phone_photo()[:2000]) == photo_file.DAMAGED


@pytest.mark.parametrize("size", [(20_000, 10_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1), (7_200, 7_000)])
def test_a_bomb_is_refused_before_it_is_unpacked(size: tuple[int, int]) -> None:
    assert refusal("bomb.png", a_bomb(*size)) in (photo_file.TOO_MANY_PIXELS, photo_file.DAMAGED)


def test_broken_and_mixed_up_bytes_never_end_in_a_traceback() -> None:
    chance = random.Random(7)
    for original in (a_phone_photo((240, 160)), a_png()):
        for _round in range(60):
            broken = bytearray(original)
            for _place in range(chance.randint(1, 12)):
                broken[chance.randrange(3, len(broken))] = chance.randrange(256)
            try:
                name, kept = cleaned_photo("foto.jpg", bytes(broken[: chance.randint(40, len(broken))]))
            except InvalidInput:
                continue
            assert checked_file(name, kept)[1] == "image/jpeg"
