"""What search over the house finds of the courses."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.searching import Found, among
from ligzda.training import queries


def courses(words: str) -> Iterator[Found]:
    """Yield the courses that have a version in force."""
    return among(
        words,
        (
            Found(
                _("Courses"),
                str(course),
                reverse("training:version", args=[course.code, version.number]),
            )
            for course, version, _draft in queries.courses()
            if version
        ),
    )
