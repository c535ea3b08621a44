"""A picture tells what it shows, and nothing of where and when somebody stood."""

from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Pillow
from PIL import ImageCms, PngImagePlugin
from tests.cast import Cast
from wagtail.images.models import Image

from ligzda.kernel.uploaded_images import without_metadata
from ligzda.network.models import User

CANARY = b"Kanarijputns"
GPS, ORIENTATION, MAKER, ARTIST = 0x8825, 0x0112, 0x010F, 0x013B


def taken(kind: str) -> bytes:
    """A picture as a telephone makes it: lying on its side, with place, maker and comment."""
    picture = Pillow.new("RGB", (60, 40), "red")
    picture.putpixel((0, 0), (0, 0, 255))
    exif = Pillow.Exif()
    exif[ORIENTATION], exif[MAKER], exif[ARTIST] = 6, CANARY.decode(), CANARY.decode()
    exif[GPS] = {1: "N", 2: (56.0, 57.0, 0.0), 3: "E", 4: (24.0, 6.0, 0.0), 29: CANARY.decode()}
    more: dict[str, object] = {"comment": CANARY} if kind in ("JPEG", "GIF") else {}
    if kind == "PNG":
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_text("Comment", CANARY.decode())  # type: ignore[attr-defined]
    if kind != "GIF":
        more["exif"] = exif
    if kind in ("JPEG", "WEBP"):
        more["xmp"] = b"<x:xmpmeta>" + CANARY + b"</x:xmpmeta>"
    written = BytesIO()
    picture.save(written, kind, **more)
    assert CANARY in written.getvalue()
    return written.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_nothing_but_the_picture_stays(kind: str) -> None:
    cleaned = without_metadata(taken(kind))
    assert CANARY not in cleaned
    with Pillow.open(BytesIO(cleaned)) as picture:
        assert picture.format == kind
        assert not dict(picture.getexif())
        # It stands upright now: turned, not told to be turned.
        assert picture.size == ((60, 40) if kind == "GIF" else (40, 60))


def test_colours_stay_what_they_were() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    written = BytesIO()
    Pillow.new("RGB", (8, 8), "red").save(written, "JPEG", icc_profile=profile)
    with Pillow.open(BytesIO(without_metadata(written.getvalue()))) as picture:
        assert picture.info["icc_profile"] == profile


def test_what_moves_goes_on_moving() -> None:
    frames = [Pillow.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    written = BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:], duration=90, loop=0)
    with Pillow.open(BytesIO(without_metadata(written.getvalue()))) as picture:
        assert (getattr(picture, "n_frames", 1), picture.info["duration"]) == (3, 90)


@pytest.mark.django_db
def test_neither_the_original_nor_what_is_drawn_from_it_tells_the_place() -> None:
    row = Image.objects.create(title="Ogre", file=ImageFile(BytesIO(taken("JPEG")), "ogre.jpg"))
    row.refresh_from_db()
    with row.file.open() as stored:
        content = stored.read()
    assert CANARY not in content
    assert (row.width, row.height, row.file_size) == (40, 60, len(content))
    drawn = row.get_rendition("width-20")
    with drawn.file.open() as stored:
        assert CANARY not in stored.read()


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["../original_images/{}", "..%2foriginal_images/{}", "./../{}"])
def test_originals_are_nobody_s_to_fetch(client: Client, way: str) -> None:
    row = Image.objects.create(title="Ogre", file=ImageFile(BytesIO(taken("JPEG")), "ogre.jpg"))
    name = row.file.name.rpartition("/")[2]
    assert (settings.MEDIA_ROOT / row.file.name).is_file()
    assert client.get(f"/media/images/{way.format(name)}").status_code == 404
    drawn = row.get_rendition("width-20")
    shown = client.get(f"/media/{drawn.file.name}")
    assert shown.getvalue()  # which also closes the file


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_a_picture_that_was_cut_off_is_refused_in_words(
    client: Client, cast: Cast, kind: str
) -> None:
    client.force_login(User.objects.get(email="redaktors@ligzda.example"))
    before = Image.objects.count()
    whole = taken(kind)
    for content, stored in ((whole[: len(whole) * 2 // 3], 0), (whole, 1)):
        file = SimpleUploadedFile(f"ogre.{kind.lower()}", content, f"image/{kind.lower()}")
        answer = client.post("/redakcija/images/add/", {"title": "Ogre", "file": file})
        assert answer.status_code == (302 if stored else 200)
        assert Image.objects.count() == before + stored


@pytest.mark.django_db
@pytest.mark.parametrize(("frames", "side"), [(1, 5_001), (101, 500)])
def test_a_picture_that_would_unpack_to_too_much_is_refused(
    client: Client, cast: Cast, frames: int, side: int
) -> None:
    """Fault F22: half a megabyte took a gigabyte to open. What moves is as large as all of it."""
    client.force_login(User.objects.get(email="redaktors@ligzda.example"))
    written = BytesIO()
    kinds = [Pillow.new("L", (side, side), n % 256) for n in range(frames)]
    kinds[0].save(written, "GIF", save_all=True, append_images=kinds[1:])
    assert len(written.getvalue()) < 1_000_000
    before = Image.objects.count()
    file = SimpleUploadedFile("liels.gif", written.getvalue(), "image/gif")
    answer = client.post("/redakcija/images/add/", {"title": "Liels", "file": file})
    assert "pikseļ" in answer.content.decode()
    assert answer.status_code == 200
    assert Image.objects.count() == before
