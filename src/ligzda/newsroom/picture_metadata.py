"""What a camera writes into a picture – the place, the time, its number – is not kept.

A picture is written anew when it is uploaded, so that neither the original nor what Wagtail draws
from it tells where somebody stood. What it looks like stays: turned as it should be seen, with its
colour profile.
"""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, ImageSequence

from ligzda.kernel.errors import BadDataError

_SEEN = ("icc_profile", "transparency", "duration", "loop", "background")
"""What of a picture's facts is for the eye."""
_LOSSY = {"JPEG": 95, "WEBP": 95, "AVIF": 90}


def without_metadata(content: bytes) -> bytes:
    """Return the picture with nothing but what can be seen. Raises BadDataError."""
    try:
        with Image.open(BytesIO(content)) as picture:
            kind = str(picture.format)
            _check_pixels(picture)
            frames = [_bare(frame) for frame in ImageSequence.Iterator(picture)]
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BadDataError(
            _("This picture is damaged or cut off; save it anew and try again.")
        ) from error
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
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
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


def clean_upload(sender: object, instance: Any, **_more: object) -> None:
    """Before a picture is stored for the first time, take out what it should not tell."""
    if not instance.file or instance.file._committed:
        return
    name = instance.file.name
    instance.file.open()
    content = without_metadata(instance.file.read())
    instance.file = ContentFile(content, name)
    instance.file_size = len(content)
    instance._set_file_hash()
    instance.file.seek(0)
