"""The target groups of the law, as each list had them in its days."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.texts import TextField, no_text


@tracked()
class TargetGroup(models.Model):
    """A group of people as one list named it from one day to another.

    A code list with days and no enumeration, because the Cabinet amends it: an application is held
    against the list of its own day. `recalled`: nobody has checked the statement against the act.
    """

    code = models.SlugField(_("code"), max_length=40)
    name = TextField(_("name"), max_length=300)
    easy = TextField(_("how a person says it of themselves"), max_length=300)
    document = TextField(_("document that shows it"), max_length=300, blank=True, default=no_text)
    age_from = models.PositiveSmallIntegerField(_("youngest, in years"), null=True, blank=True)
    age_below = models.PositiveSmallIntegerField(_("younger than, in years"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("last day it is valid"), null=True, blank=True)
    source = TextField(_("source"), max_length=400)
    recalled = models.BooleanField(_("to be checked"), default=True)

    confined_by = None  # law is public
    PersonalData = None
    impersonal = personal.names(
        "id code name easy document age_from age_below valid_from valid_to source recalled"
    )

    class Meta:
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")
        ordering: ClassVar = ["valid_from", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="target_group_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="target_group_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(age_from__isnull=True)
                | Q(age_below__isnull=True)
                | Q(age_from__lt=F("age_below")),
                name="target_group_ages_leave_somebody",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)
