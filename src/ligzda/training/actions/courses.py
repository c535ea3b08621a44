"""Write courses, and publish their versions."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.texts import Text
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.training import rules
from ligzda.training.models import ChecklistItem, Course, CourseVersion, Prerequisite, Question
from ligzda.training.models.parts import MOST_ANSWERS


@dataclass(frozen=True, kw_only=True)
class VersionFacts:
    """What a version teaches. `valid_months` None: its certificates do not end.

    `requires`: courses of which a certificate is needed to enrol; `checklist`: what whoever passes
    has shown, in its order.
    """

    criteria_lv: str
    criteria_en: str
    hours: Decimal
    valid_months: int | None = None
    contents: Text = field(default_factory=lambda: Text({}))
    access: Text = field(default_factory=lambda: Text({}))
    languages: Sequence[str] = ("lv",)
    machine: bool = False
    pass_percent: int = 80
    retake_hours: int = 24
    requires: Sequence[Course] = ()
    checklist: Sequence[Text] = ()

    def columns(self) -> dict[str, object]:
        """Return what stands in the version's own row."""
        own = [each.name for each in fields(self) if each.name not in _PARTS]
        return {name: getattr(self, name) for name in own} | {"languages": list(self.languages)}


_PARTS = ("requires", "checklist")


@dataclass(frozen=True, kw_only=True)
class QuestionFacts:
    """A question of the test; its answers in both languages, and of each whether it is right."""

    text: Text
    answers_lv: Sequence[str]
    answers_en: Sequence[str]
    right: Sequence[bool]


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
    """Begin the next version of a course as a draft; there is one draft at a time.

    It begins with the questions of the one before.
    """
    rules.check_teach(by=by)
    course = Course.objects.select_for_update().get(pk=course.pk)
    if course.versions.filter(published_at__isnull=True).exists():
        raise WrongStateError(_("This course has a draft already."))
    last = course.versions.aggregate(last=Max("number"))["last"] or 0
    before = course.versions.order_by("number").last()
    version = CourseVersion.objects.create(course=course, number=last + 1, **facts_given.columns())
    _set_parts(version, facts_given)
    for question in before.questions.all() if before else ():
        question.pk, question.version = None, version
        question.save(force_insert=True)
    record(by=by, action="course_version.begin", about=version, after=facts(version))
    return version


@transaction.atomic
def edit_version(*, by: User, version: CourseVersion, facts_given: VersionFacts) -> CourseVersion:
    """Write a draft."""
    version = CourseVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_course(by=by, version=version)
    before = facts(version)
    for name, value in facts_given.columns().items():
        setattr(version, name, value)
    version.save()
    _set_parts(version, facts_given)
    record(by=by, action="course_version.edit", about=version, before=before, after=facts(version))
    return version


@transaction.atomic
def publish_version(
    *, by: User, version: CourseVersion, at: datetime.datetime | None = None
) -> CourseVersion:
    """Publish a draft, for ever: certificates will name it.

    `at`: in the past, for what is invented; the installation alone may.
    """
    if at is not None:
        rules.check_enter_invented(by=by)
    version = CourseVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_course(by=by, version=version)
    before = facts(version)
    version.published_at, version.published_by = at or timezone.now(), by
    version.save(update_fields=["published_at", "published_by"])
    record(
        by=by, action="course_version.publish", about=version, before=before, after=facts(version)
    )
    return version


@transaction.atomic
def add_question(*, by: User, version: CourseVersion, facts_given: QuestionFacts) -> Question:
    """Add a question at the end of a draft's test."""
    version = CourseVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_course(by=by, version=version)
    count = len(facts_given.right)
    if not 2 <= count <= MOST_ANSWERS or not any(facts_given.right):
        raise BadDataError(
            _("A question has 2 to %(most)s answers, at least one of which is right.")
            % {"most": MOST_ANSWERS}
        )
    last = version.questions.aggregate(last=Max("position"))["last"] or 0
    question = Question.objects.create(
        version=version,
        position=last + 1,
        text=facts_given.text,
        answers_lv=list(facts_given.answers_lv),
        answers_en=list(facts_given.answers_en),
        right=list(facts_given.right),
    )
    record(by=by, action="question.add", about=question, after=facts(question))
    return question


@transaction.atomic
def remove_question(*, by: User, question: Question) -> None:
    """Take a question out of a draft's test."""
    version = CourseVersion.objects.select_for_update().get(pk=question.version_id)
    rules.check_edit_course(by=by, version=version)
    record(by=by, action="question.remove", about=question, before=facts(question), after=None)
    question.delete()


def _set_parts(version: CourseVersion, facts_given: VersionFacts) -> None:
    version.prerequisites.all().delete()
    Prerequisite.objects.bulk_create(
        Prerequisite(version=version, course=course) for course in facts_given.requires
    )
    version.checklist.all().delete()
    ChecklistItem.objects.bulk_create(
        ChecklistItem(version=version, position=place, text=text)
        for place, text in enumerate(facts_given.checklist, start=1)
    )
