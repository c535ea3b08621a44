"""What a camera writes into a picture – the place, the time, its number – is not kept.

A picture is written anew when it is uploaded, so that neither the original nor what is drawn from
it tells where somebody stood. What it looks like stays: turned as it should be seen, with its
colour profile.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from ligzda.kernel.errors import BadDataError

_SEEN = ("icc_profile", "transparency", "duration", "loop", "background")
"""What of a picture's facts is for the eye."""
_LOSSY = {"JPEG": 95, "WEBP": 95, "AVIF": 90}

MOST_BYTES = 20_000_000
"""What a photo may be as it is sent."""
_KINDS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_LONGEST_SENT, _LONGEST_KEPT = 12_000, 1_600
"""Pixels of a side: a camera has no more; a page shows no more."""
_DAMAGED = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Photo:
    """A picture as it is kept: WebP, its sides in pixels."""

    content: bytes
    width: int
    height: int


def photo(content: bytes) -> Photo:
    """Return a picture as a page shows it: small, still, bare. Raises BadDataError.

    Refused is what is no picture, is damaged, or is too large in bytes, pixels or a side.
    """
    if len(content) > MOST_BYTES:
        raise BadDataError(
            _("The picture is larger than %(most)d MB; save it smaller and try again.")
            % {"most": MOST_BYTES // 10**6}
        )
    try:
        picture = Image.open(BytesIO(content), formats=_KINDS)
    except UnidentifiedImageError as error:
        raise BadDataError(
            _("This is not a picture that can be shown here: send a JPEG, PNG, WebP, GIF or AVIF.")
        ) from error
    except _DAMAGED as error:
        raise _damaged() from error
    with picture:
        if max(picture.size) > _LONGEST_SENT:
            raise BadDataError(
                _("This picture is %(found)s pixels long on a side; at most %(most)s are taken.")
                % {
                    "found": number_format(max(picture.size)),
                    "most": number_format(_LONGEST_SENT),
                }
            )
        _check_pixels(picture)
        try:
            shown = _bare(picture)
            shown.thumbnail((_LONGEST_KEPT, _LONGEST_KEPT))
            clear = "A" in shown.getbands() or "transparency" in shown.info
            written = BytesIO()
            bare = shown.convert("RGBA" if clear else "RGB")
            bare.save(written, "WEBP", quality=85, icc_profile=shown.info.get("icc_profile"))
        except _DAMAGED as error:
            raise _damaged() from error
    return Photo(written.getvalue(), shown.width, shown.height)


def _damaged() -> BadDataError:
    return BadDataError(_("This picture is damaged or cut off; save it anew and try again."))


def without_metadata(content: bytes) -> bytes:
    """Return the picture with nothing but what can be seen. Raises BadDataError."""
    try:
        with Image.open(BytesIO(content)) as picture:
            kind = str(picture.format)
            _check_pixels(picture)
            frames = [_bare(frame) for frame in ImageSequence.Iterator(picture)]
    except _DAMAGED as error:
        raise _damaged() from error
    options: dict[str, Any] = {str(name): fact for name, fact in frames[0].info.items()}
    if kind in _LOSSY:
        options["quality"] = _LOSSY[kind]
    if len(frames) > 1:
        options |= {"save_all": True, "append_images": frames[1:]}
    written = BytesIO()
    frames[0].save(written, kind, **options)
    return written.getvalue()


def check_pixels(file: Any) -> None:
    """Refuse what would take too much memory to unpack, however small its file. BadDataError."""
    with Image.open(BytesIO(file.read())) as picture:
        _check_pixels(picture)
    file.seek(0)


def _check_pixels(picture: Image.Image) -> None:
    """Every frame of what moves is unpacked, four bytes a pixel."""
    found = picture.width * picture.height * getattr(picture, "n_frames", 1)
    most = settings.MOST_PIXELS
    if found > most:
        raise BadDataError(
            _(
                "This picture has %(found)d million pixels, in all its frames together; at most "
                "%(most)d million are taken. Save it smaller."
            )
            % {"found": -(-found // 10**6), "most": most // 10**6}
        )


def _bare(frame: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(frame) or frame
    bare = turned.copy()
    bare.info = {key: turned.info[key] for key in _SEEN if turned.info.get(key) is not None}
    bare.getexif().clear()
    return bare
