"""What stands on the paper of a certificate, for a page in the active language."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.kernel.models import in_language
from ligzda.languages import spoken
from ligzda.publishing import Numbers
from ligzda.training.awards import award_of
from ligzda.training.models import Certificate
from ligzda.training.paper import facts


def paper_facts(certificate: Certificate) -> list[list[str]]:
    """Return labels and values, in the order of the paper."""
    award = award_of(certificate)
    version = certificate.version
    hours = Numbers(spoken(get_language())).plain(float(version.hours))

    def written(day: datetime.date) -> str:
        return date_format(day, "DATE_FORMAT")

    return [
        [_("Holder"), certificate.holder_name],
        [_("Course"), in_language(version.course, "title")],
        [_("What whoever passes can do"), in_language(version, "criteria")],
        *facts(award, written, hours),
        [_("Issued by"), award.issuer],
    ]
