"""Files of machines and rooms, as columns under row-level security: photos, plans, manuals."""

from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.places.models import Equipment, Room
from ligzda.incubators.upkeep.models import OfAMachine
from ligzda.kernel import personal
from ligzda.kernel.models import hash_of, tracked
from ligzda.kernel.texts import TextField, no_text
from ligzda.network.models import Municipality

MOST_BYTES_OF_A_MANUAL = 20_000_000
MOST_BYTES_OF_A_PICTURE = 4_000_000
"""As it is kept, written anew and made smaller; what is sent may be larger."""


def _octets() -> Func:
    return Func(F("content"), function="octet_length", output_field=models.IntegerField())


class Picture(models.Model):
    """A picture as it was written anew: WebP, with nothing of the camera's."""

    content = models.BinaryField(_("picture"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    width = models.PositiveSmallIntegerField(_("width, pixels"))
    height = models.PositiveSmallIntegerField(_("height, pixels"))
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256=hash_of("content", text=False)),
                name="%(class)s_hash_is_of_its_content",
            )
        ]


@tracked(exclude=["content"])
class EquipmentPhoto(OfAMachine, Picture):
    """What a machine looks like."""

    equipment = models.ForeignKey(
        Equipment, models.CASCADE, related_name="photos", verbose_name=_("machine")
    )
    caption = TextField(_("what is seen"), max_length=200, blank=True, default=no_text)

    PersonalData = None
    impersonal = personal.names("id content sha256 width height added_at equipment caption")

    class Meta(Picture.Meta):
        verbose_name = _("photo of a machine")
        verbose_name_plural = _("photos of machines")
        ordering = ["pk"]
        constraints = [
            *Picture.Meta.constraints,
            models.UniqueConstraint(fields=["equipment", "sha256"], name="photo_once"),
        ]

    def __str__(self) -> str:
        return str(self.caption) or str(self.equipment)


@tracked(exclude=["content"])
class RoomPlan(Picture):
    """The plan of a room; a new one takes its place."""

    room = models.OneToOneField(Room, models.CASCADE, related_name="plan", verbose_name=_("room"))

    confined_by = "room__incubator__municipality"
    PersonalData = None
    impersonal = personal.names("id content sha256 width height added_at room")

    class Meta(Picture.Meta):
        verbose_name = _("plan of a room")
        verbose_name_plural = _("plans of rooms")

    def __str__(self) -> str:
        return str(self.room)

    @property
    def municipality(self) -> Municipality:
        """Whose it is."""
        return self.room.municipality


@tracked(exclude=["content"])
class Manual(OfAMachine, models.Model):
    """A manual of a machine: a PDF for those who work there. Most are their makers' own."""

    equipment = models.ForeignKey(
        Equipment, models.CASCADE, related_name="manuals", verbose_name=_("machine")
    )
    title = models.CharField(_("title"), max_length=120)
    content = models.BinaryField(_("file"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    PersonalData = None
    impersonal = personal.names("id equipment title content sha256 size added_at")

    class Meta:
        verbose_name = _("manual")
        verbose_name_plural = _("manuals")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["equipment", "sha256"], name="manual_once"),
            models.CheckConstraint(condition=~Q(title=""), name="manual_has_a_title"),
            models.CheckConstraint(
                condition=Q(sha256=hash_of("content", text=False)),
                name="manual_hash_is_of_its_content",
            ),
            models.CheckConstraint(
                condition=Q(size=_octets(), size__gt=0, size__lte=MOST_BYTES_OF_A_MANUAL),
                name="manual_size_is_true",
            ),
        ]

    def __str__(self) -> str:
        return self.title
