"""Which version of a course opens which machine."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.training.models.courses import CourseVersion


@tracked()
class OpenedMachine(models.Model):
    """That who has passed this version of a course may use this machine.

    The machine, and not what it is called: a name can be given to another one.
    """

    version = models.ForeignKey(
        CourseVersion, models.PROTECT, related_name="machines", verbose_name=_("course")
    )
    equipment = models.ForeignKey(
        "incubators.Equipment", models.PROTECT, related_name="opened_by", verbose_name=_("machine")
    )

    confined_by = None  # numbers alone; the machine's own row is its municipality's
    PersonalData = None
    impersonal = personal.names("id version equipment")

    class Meta:
        verbose_name = _("machine that a course opens")
        verbose_name_plural = _("machines that courses open")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "equipment"], name="machine_opened_once_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id}: {self.equipment_id}"
