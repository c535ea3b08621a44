"""Letters that are owed: the statements of reasons of Regulation (EU) 2022/2065, Art. 16 and 17."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.newsroom.models.comments import Transition
from ligzda.newsroom.models.moderation import Ban, Notice

_SUBJECTS = ("step", "ban", "notice")


class Letter(models.Model):
    """One letter about one thing. What it says and to whom is read from that when it is sent."""

    step = models.ForeignKey(
        Transition, models.CASCADE, null=True, related_name="+", verbose_name=_("step")
    )
    ban = models.ForeignKey(Ban, models.CASCADE, null=True, related_name="+", verbose_name=_("ban"))
    notice = models.ForeignKey(
        Notice, models.CASCADE, null=True, related_name="+", verbose_name=_("notice")
    )
    owed_at = models.DateTimeField(_("owed since"), db_default=Now())
    sent_at = models.DateTimeField(_("sent"), null=True)

    PersonalData = None
    impersonal = personal.names("id step ban notice owed_at sent_at")

    class Meta:
        verbose_name = _("letter owed")
        verbose_name_plural = _("letters owed")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    *(
                        Q(**{f"{each}__isnull": each != subject for each in _SUBJECTS})
                        for subject in _SUBJECTS
                    ),
                    _connector=Q.OR,
                ),
                name="letter_is_about_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
