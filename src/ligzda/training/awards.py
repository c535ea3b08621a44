"""What a certificate says, put together from its rows; and who signs it in this house."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from ligzda.network.models import Partner
from ligzda.training.credentials import CAPACITY, Award, Issuer, keys_in
from ligzda.training.models import Certificate


def issuer() -> Issuer:
    """Return the foundation's address and keys; the first key is made where there is none."""
    return Issuer(issuer_address(), keys_in(settings.ISSUER_KEYS_ROOT))


def award_of(certificate: Certificate) -> Award:
    """Return what a certificate is to say."""
    version = certificate.version
    course = version.course
    with override("lv"):
        taught = reverse("training:version", args=[course.code, version.number])
    page, index = divmod(certificate.pk - 1, CAPACITY)
    return Award(
        code=certificate.code,
        address=here(reverse("certificate", args=[certificate.code])),
        issuer=_foundation(),
        course=here(taught),
        title_lv=course.title_lv,
        title_en=course.title_en,
        criteria_lv=version.criteria_lv,
        criteria_en=version.criteria_en,
        holder=certificate.holder_name,
        issued_on=certificate.issued_on,
        valid_until=certificate.valid_until,
        status_list=here(reverse("status_list", args=[page + 1])),
        status_index=index,
    )


def here(path: str) -> str:
    """Return a whole address of this house."""
    return issuer_address() + path


def issuer_address() -> str:
    """Return where the house is found, without a slash at its end."""
    return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")


def _foundation() -> str:
    found = Partner.objects.filter(kind=Partner.Kind.FOUNDATION).order_by("pk").first()
    return found.name_lv if found else "Ligzda"
