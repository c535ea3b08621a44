"""The form with which a picture is uploaded (WAGTAILIMAGES_IMAGE_FORM_BASE)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileInput
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.uploaded_images import check_pixels


class WholeImageField(WagtailImageField):  # type: ignore[misc]
    """Refuses a picture that cannot be read to its end; Wagtail's own fails over it.

    Of what moves every frame counts: Wagtail believes that there is one (Willow's get_frame_count).
    """

    def to_python(self, data: Any) -> Any:
        """Return the picture as Wagtail does."""
        try:
            file = super().to_python(data)
            if file is not None:
                check_pixels(file)
        except BadDataError as error:
            raise ValidationError(str(error)) from error
        except OSError as error:
            raise ValidationError(
                _("This picture is damaged or cut off; save it anew and try again.")
            ) from error
        return file


class ImageForm(BaseImageForm):  # type: ignore[misc]
    """Wagtail's, with a field of ours for the file."""

    file = WholeImageField(label=gettext_lazy("Picture"), widget=FileInput())
