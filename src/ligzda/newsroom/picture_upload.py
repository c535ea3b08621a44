"""Pictures of the editors are written anew before they are kept (kernel/uploaded_images.py)."""

from typing import Any

from django.core.files.base import ContentFile

from ligzda.kernel.uploaded_images import without_metadata


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
