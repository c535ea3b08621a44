"""Write courses, and publish their versions."""

from dataclasses import asdict, dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.training import rules
from ligzda.training.models import Course, CourseVersion


@dataclass(frozen=True, kw_only=True)
class VersionFacts:
    """What a version teaches. `valid_months` None: its certificates do not end."""

    criteria_lv: str
    criteria_en: str
    hours: Decimal
    valid_months: int | None = None


@transaction.atomic
def enter_course(
    *, by: User, code: str, title_lv: str, title_en: str, invented: bool = False
) -> Course:
    """Enter a course, as yet without a version."""
    rules.check_teach(by=by)
    if Course.objects.filter(code=code).exists():
        raise WrongStateError(_("There is a course with the code “%(code)s”.") % {"code": code})
    course = Course.objects.create(
        code=code, title_lv=title_lv, title_en=title_en, invented=invented
    )
    record(by=by, action="course.enter", about=course, after=facts(course))
    return course


@transaction.atomic
def begin_version(*, by: User, course: Course, facts_given: VersionFacts) -> CourseVersion:
    """Begin the next version of a course as a draft; there is one draft at a time."""
    rules.check_teach(by=by)
    course = Course.objects.select_for_update().get(pk=course.pk)
    if course.versions.filter(published_at__isnull=True).exists():
        raise WrongStateError(_("This course has a draft already."))
    last = course.versions.aggregate(last=Max("number"))["last"] or 0
    version = CourseVersion.objects.create(course=course, number=last + 1, **asdict(facts_given))
    record(by=by, action="course_version.begin", about=version, after=facts(version))
    return version


@transaction.atomic
def edit_version(*, by: User, version: CourseVersion, facts_given: VersionFacts) -> CourseVersion:
    """Write a draft."""
    version = CourseVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_course(by=by, version=version)
    before = facts(version)
    for name, value in asdict(facts_given).items():
        setattr(version, name, value)
    version.save()
    record(by=by, action="course_version.edit", about=version, before=before, after=facts(version))
    return version


@transaction.atomic
def publish_version(*, by: User, version: CourseVersion) -> CourseVersion:
    """Publish a draft, for ever: certificates will name it."""
    version = CourseVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_course(by=by, version=version)
    before = facts(version)
    version.published_at, version.published_by = timezone.now(), by
    version.save(update_fields=["published_at", "published_by"])
    record(
        by=by, action="course_version.publish", about=version, before=before, after=facts(version)
    )
    return version
