"""The form with which a picture is uploaded (WAGTAILIMAGES_IMAGE_FORM_BASE)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileInput
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class WholeImageField(WagtailImageField):  # type: ignore[misc]
    """Refuses a picture that cannot be read to its end; Wagtail's own fails over it."""

    def to_python(self, data: Any) -> Any:
        """Return the picture as Wagtail does."""
        try:
            return super().to_python(data)
        except OSError as error:
            raise ValidationError(
                _("This picture is damaged or cut off; save it anew and try again.")
            ) from error


class ImageForm(BaseImageForm):  # type: ignore[misc]
    """Wagtail's, with a field of ours for the file."""

    file = WholeImageField(label=gettext_lazy("Picture"), widget=FileInput())
