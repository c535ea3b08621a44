"""Invented certificates of the demonstration's accounts: who may use a machine, and who may not.

Few, for each is signed and printed as any other is. Each has an end of its own: one that holds, one
that lapses soon because its machine lies idle, one that is over.
"""

import datetime
from collections.abc import Iterator

from django.utils import timezone

from ligzda.network.models import User
from ligzda.training.actions import issue_certificate
from ligzda.training.models import Certificate, CourseVersion

_ISSUED = (
    ("instruktore.ogre", "darba-drosiba", 200),
    ("instruktore.ogre", "lazergriezejs", 40),
    ("instruktore.ogre", "lentzagis", 170),
    ("dalibnieks.ogre", "darba-drosiba", 120),
    ("dalibnieks.ogre", "suvmasina", 100),
    ("koordinators.cesis", "lentzagis", 390),
)
"""Whose, of which course, issued how many days ago. The band saw's right lapses after six months
without use, and its certificate ends after twelve."""


def load(*, trainer: User) -> None:
    """Issue what was not issued yet."""
    today, there = timezone.localdate(), set(Certificate.objects.values_list("holder", "version"))
    for holder, version, days in _wanted():
        if (holder.pk, version.pk) not in there:
            issue_certificate(
                by=trainer,
                version=version,
                holder=holder,
                holder_name=holder.name,
                issued_on=today - datetime.timedelta(days=days),
            )


def _wanted() -> Iterator[tuple[User, CourseVersion, int]]:
    people = {row.email: row for row in User.objects.filter(is_demo=True)}
    versions = CourseVersion.objects.filter(course__invented=True, number=1)
    by_code = {row.course.code: row for row in versions.select_related("course")}
    for name, code, days in _ISSUED:
        holder, version = people.get(f"{name}@ligzda.example"), by_code.get(code)
        if holder is not None and version is not None:
            yield holder, version, days
