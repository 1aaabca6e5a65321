"""Photos people bring along: looked at, freed from everything but the picture, and made small enough to keep.

A phone writes place, time, owner and a small copy of the whole picture into the file; none of it may reach a paper. The
picture is therefore drawn anew: only its points come along.
"""

from __future__ import annotations

import hashlib
import struct
import warnings
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image, ImageOps

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.attached_file import EMPTY, MAXIMUM_BYTES, TOO_LARGE, clean_name

LONGEST_SIDE, SMALL_SIDE = 2000, 480
QUALITY = 85
MOST_PIXELS = 50_000_000
"""More than a phone's camera takes; unpacked they are 150 MB."""
LONGEST_STEM = 60
FORMATS = ("JPEG", "PNG")
ENDINGS = ("jpg", "jpeg", "png", "heic", "heif")
"""What the field for photos lets through: the last two so that a sentence can say how to mend it."""
BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
BOX, APPLE_BRANDS = b"ftyp", (b"hei", b"hev", b"mif", b"msf", b"avi")
UNREADABLE = (
    OSError,
    ValueError,
    TypeError,
    SyntaxError,
    LookupError,
    ArithmeticError,
    AttributeError,
    EOFError,
    MemoryError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
"""What a decoder may stumble into where somebody made or broke a file on purpose."""

HEIC = mark(
    "“{name}” is a HEIC photo, as iPhones take them, which cannot be kept. Send it by e-mail or “Export” it as JPEG"
    " (Settings, Camera, Formats: “Most Compatible”) and choose that file."
)
NO_PHOTO = mark("“{name}” is no photo that can be kept. Kept are JPEG (.jpg) and PNG (.png).")
DAMAGED = mark("The photo “{name}” is damaged and cannot be shown. Take or save it again and choose the new file.")
TOO_MANY_PIXELS = mark(
    "The photo “{name}” has more than {count} million points. Save a smaller copy and choose that file."
)


def cleaned_photo(name: str, content: bytes) -> tuple[str, bytes]:
    """The name and the bytes to keep: a JPEG, upright, at most 2000 points long, with nothing in it but the picture.

    The name keeps what it said and ends in a code made from the picture: another picture has another name.
    Raises InvalidInput for what is no photo, too large, damaged or made to fill the memory.
    """
    cleaned = clean_name(name)
    _refuse_unusable(cleaned, content)
    try:
        data = _drawn_anew(cleaned, content)
    except UNREADABLE as error:
        raise InvalidInput(DAMAGED, name=cleaned) from error
    stem = PurePosixPath(cleaned).stem[:LONGEST_STEM].strip(" .-") or "foto"
    return f"{stem}-{_code(data)}.jpg", data


def kept_photo(name: str, content: bytes) -> tuple[str, bytes]:
    """A photo that lay in an archive: as it is where it is one of ours, else cleaned like one that is new."""
    is_ours = name.endswith(f"-{_code(content)}.jpg")
    return (name, content) if is_ours and _is_clean(content) else cleaned_photo(name, content)


def _is_clean(content: bytes) -> bool:
    """Whether nothing but the picture is in a file, and it is as small as we make them."""
    try:
        with _opened(content) as photo:
            has_more = any(not str(key).startswith("jfif") and key != "dpi" for key in photo.info)
            is_small = max(photo.size) <= LONGEST_SIDE
            return photo.format == "JPEG" and is_small and not has_more and not photo.getexif()
    except UNREADABLE:
        return False


def _code(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]


def small_photo(data: bytes) -> bytes:
    """A kept photo, at most 480 points long."""
    written = BytesIO()
    with _opened(data) as photo:
        photo.draft("RGB", (SMALL_SIDE, SMALL_SIDE))
        photo.thumbnail((SMALL_SIDE, SMALL_SIDE))
        photo.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _refuse_unusable(name: str, content: bytes) -> None:
    if not content:
        raise InvalidInput(EMPTY, name=name)
    if len(content) > MAXIMUM_BYTES:
        raise InvalidInput(TOO_LARGE, name=name, megabytes=MAXIMUM_BYTES // 1_000_000)
    if content[4:8] == BOX and content[8:11] in APPLE_BRANDS:
        raise InvalidInput(HEIC, name=name)
    if not content.startswith(BEGINNINGS):
        raise InvalidInput(NO_PHOTO, name=name)


def _drawn_anew(name: str, content: bytes) -> bytes:
    with _opened(content) as photo:
        if photo.width * photo.height > MOST_PIXELS:
            raise InvalidInput(TOO_MANY_PIXELS, name=name, count=MOST_PIXELS // 1_000_000)
        photo.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a large JPEG is decoded smaller at once
        photo.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        upright = _in_colours(ImageOps.exif_transpose(photo))
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    written = BytesIO()
    paper.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def _opened(content: bytes) -> Image.Image:
    """The head of a picture; nothing is decoded yet. Our own limit is stricter than the one Pillow warns of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(BytesIO(content), formats=FORMATS)


def _in_colours(photo: Image.Image) -> Image.Image:
    """The picture as RGB, or RGBA where something shows through; 16 bits of grey become 8."""
    if photo.mode.startswith("I"):
        return photo.convert("I").point([value >> 8 for value in range(65536)], "L").convert("RGB")
    has_alpha = photo.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in photo.info
    return photo.convert("RGBA" if has_alpha else "RGB")
