"""What somebody typed into a long form and has not saved yet."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.network.models.members import User


class UnsavedText(models.Model):
    """A form as its writer left it: theirs alone, until it is saved or thrown away.

    `about` names the form (`kernel.unsaved.about`), `given` are its fields as they would be
    posted: [name, value], files left out. No history and no audit: nobody else ever reads it.
    """

    MOST_CHARACTERS = 64 * 1024
    LONGEST_NAME = 120
    LONGEST_ADDRESS = 400
    MOST_OF_A_PERSON = 20
    KEPT = datetime.timedelta(days=14)

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("whose"))
    about = models.CharField(_("form"), max_length=LONGEST_NAME)
    address = models.CharField(_("page of the form"), max_length=LONGEST_ADDRESS, blank=True)
    given = models.JSONField(_("what was typed"))
    kept_at = models.DateTimeField(_("when"))

    class PersonalData(personal.Declared):
        """Unfinished words are their writer's own."""

        purpose = "to give back what somebody has typed into a long form and not saved"
        basis = personal.TASK
        retention = "until it is saved or thrown away; two weeks at most"
        erasure = "network.actions.erase_user deletes it"
        fields = ("user", "about", "address", "given", "kept_at")

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("unsaved text")
        verbose_name_plural = _("unsaved texts")
        constraints = [
            models.UniqueConstraint(fields=["user", "about"], name="unsaved_text_once_a_form")
        ]

    def __str__(self) -> str:
        return self.about
