"""An application that somebody writes without an account, before it is sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.confined import PERSON_SQL, Only


class ApplicationDraft(models.Model):
    """What was answered so far, sealed under a key that only the private link holds.

    The house keeps the hash of the link's secret, by which it finds the row; it cannot open what
    it keeps (applications/private_link.py). No history: what was typed and taken back is nobody's.
    """

    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    secret_hash = models.CharField(_("hash of the link's secret"), max_length=64, unique=True)
    answers = models.BinaryField(_("answers, sealed"))
    ends_on = models.DateField(_("kept until"))

    # Nobody's role opens it: the house does, for who brings the link.
    confined_by = Only(
        f"{PERSON_SQL} = 0 AND municipality_id = ANY ((SELECT ligzda_municipalities())::bigint[])"
    )

    class PersonalData(personal.Declared):
        """Answers, and the hash that whoever has the link finds them by."""

        purpose = "to let somebody apply in their own time, without an account"
        basis = personal.TASK
        retention = "thirty days after it was last changed, or until it is sent"
        erasure = "people.applications.drafts.forget_old deletes the row; so does sending it"
        fields = ("secret_hash", "answers", "ends_on")
        erased = ("secret_hash", "answers")

    impersonal = personal.names("id municipality incubator")

    class Meta:
        verbose_name = _("application that is being written")
        verbose_name_plural = _("applications that are being written")

    def __str__(self) -> str:
        return f"{self.pk}"
