"""What search over the house finds of acts and of packages that are filed."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.searching import Found, among
from ligzda.legislation import queries


def acts_and_packages(words: str) -> Iterator[Found]:
    """Yield acts by title and by what the models need of them, and packages by their problem."""
    return among(words, _everything())


def _everything() -> Iterator[Found]:
    for act in queries.acts():
        url = reverse("legislation:act", args=[act.slug])
        yield Found(_("Acts of law"), act.title, url, str(act.need))
    for package in queries.packages(None):
        url = reverse("legislation:package", args=[package.pk])
        yield Found(_("Amendments of law"), str(package.title), url, str(package.problem))
