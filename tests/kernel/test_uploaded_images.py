"""A photo is kept small, bare and still; what is no photo, or too large a one, is refused."""

from io import BytesIO

import pytest
from django.utils.translation import override
from PIL import Image as Pillow
from tests.newsroom.test_picture_metadata import CANARY, taken

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.uploaded_images import MOST_BYTES, photo


def _png(width: int, height: int, mode: str = "RGB") -> bytes:
    written = BytesIO()
    Pillow.new(mode, (width, height)).save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_nothing_of_the_camera_stays(kind: str) -> None:
    found = photo(taken(kind))
    assert CANARY not in found.content
    with Pillow.open(BytesIO(found.content)) as picture:
        assert picture.format == "WEBP"
        assert not dict(picture.getexif())
        assert picture.size == (found.width, found.height)


def test_a_large_photo_is_made_smaller() -> None:
    found = photo(_png(4_000, 3_000))
    assert (found.width, found.height) == (1_600, 1_200)


def test_what_is_clear_stays_clear() -> None:
    with Pillow.open(BytesIO(photo(_png(3, 2, "RGBA")).content)) as picture:
        assert picture.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


REFUSED = {
    "not a picture": b"%PDF-1.7\n%%EOF",
    "larger than 20 MB": b"\xff\xd8" + bytes(MOST_BYTES),
    "30,000 pixels long": _png(30_000, 1),
    "million pixels": _png(6_000, 5_000, "1"),
    "damaged or cut off": _png(600, 600)[:200],
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_is_no_photo_is_refused_with_the_reason(sentence: str) -> None:
    with override("en"), pytest.raises(BadDataError, match=sentence):
        photo(REFUSED[sentence])
