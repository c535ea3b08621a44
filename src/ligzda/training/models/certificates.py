"""Certificates: what was signed stays as it was signed; only its end and its erasure come after."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, tracked
from ligzda.training.models.courses import CourseVersion

_ERASED = Q(holder_name="", credential="", share_token="", pdf_lv=b"", pdf_en=b"")
_WHOLE = ~Q(holder_name="") & ~Q(credential="") & ~Q(pdf_lv=b"") & ~Q(pdf_en=b"")


@tracked(
    exclude=["holder_name", "credential", "share_token", "pdf_lv", "pdf_en", "revoked_because"]
)
class Certificate(models.Model):
    """That somebody passed a version of a course on a day, signed by the foundation.

    Its number is also its place in the list of the revoked.
    """

    code = models.CharField(_("code"), max_length=10, unique=True)
    version = models.ForeignKey(
        CourseVersion, models.PROTECT, related_name="certificates", verbose_name=_("course")
    )
    holder = models.ForeignKey(
        "network.User", models.PROTECT, related_name="certificates", verbose_name=_("holder")
    )
    holder_name = models.CharField(_("name on the certificate"), max_length=120, blank=True)
    issued_on = models.DateField(_("issued on"))
    issued_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("issued by")
    )
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("in the place of"),
    )
    credential = models.TextField(_("signed credential"), blank=True)
    pdf_lv = models.BinaryField(_("certificate in Latvian"))
    pdf_en = models.BinaryField(_("certificate in English"))
    share_token = models.CharField(_("end of the holder's link"), max_length=43, blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("revoked by"),
    )
    revoked_because = models.CharField(_("reason of the revocation"), max_length=300, blank=True)

    # The foundation's, of no municipality; whoever has the code finds it, and no name by that.
    confined_by = None

    class PersonalData(personal.Declared):
        """Who passed, by name; who issued and revoked."""

        purpose = "to prove to whoever is shown the certificate that its holder passed the course"
        basis = personal.TASK
        retention = "as long as the holder wants to prove it"
        erasure = (
            "training.actions.forget_holder empties name, credential, papers and link; "
            "code, course, days and state stay without a name"
        )
        fields = (
            "holder", "holder_name", "credential", "pdf_lv", "pdf_en", "share_token",
            "issued_by", "revoked_by", "revoked_because",
        )  # fmt: skip
        erased = ("holder_name", "credential", "pdf_lv", "pdf_en", "share_token", "revoked_because")

    impersonal = personal.names("id code version issued_on valid_until supersedes revoked_on")

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{10}$"),
                name="certificate_code_is_of_its_alphabet",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("issued_on")),
                name="certificate_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=_WHOLE | _ERASED, name="certificate_is_whole_or_erased"
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True, revoked_by__isnull=True, revoked_because="")
                | Q(
                    revoked_on__isnull=False,
                    revoked_by__isnull=False,
                    revoked_on__gte=F("issued_on"),
                ),
                name="certificate_revoked_by_somebody_at_some_time",
            ),
            models.UniqueConstraint(
                fields=["share_token"],
                condition=~Q(share_token=""),
                name="certificate_link_is_its_own",
            ),
        ]
        triggers = [
            Fixed(
                name="as_signed",
                exclude=[
                    "revoked_on",
                    "revoked_by",
                    "revoked_because",
                    "share_token",
                    "holder_name",
                    "credential",
                    "pdf_lv",
                    "pdf_en",
                ],
                sentence="what a certificate says stays as it was signed",
            ),
            pgtrigger.Trigger(
                name="only_emptied",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__credential__df=pgtrigger.F("old__credential"))
                | pgtrigger.Q(new__holder_name__df=pgtrigger.F("old__holder_name"))
                | pgtrigger.Q(new__pdf_lv__df=pgtrigger.F("old__pdf_lv"))
                | pgtrigger.Q(new__pdf_en__df=pgtrigger.F("old__pdf_en")),
                func="""
                    IF NEW.credential || NEW.holder_name <> '' THEN
                        RAISE EXCEPTION 'a certificate is emptied as a whole, never changed'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="revoked_once",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__revoked_on__isnull=False)
                & pgtrigger.Q(new__revoked_on__df=pgtrigger.F("old__revoked_on")),
                func="""
                    RAISE EXCEPTION 'a revocation stays'
                        USING ERRCODE = 'check_violation';
                """,
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.code
