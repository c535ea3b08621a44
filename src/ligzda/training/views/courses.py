"""Pages of the courses."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may, obstacle
from ligzda.network.rules import signed_in
from ligzda.training import actions, queries, rules
from ligzda.training.forms import CourseForm, QuestionForm, VersionForm
from ligzda.training.models import Course, CourseVersion, Language, Question


@require_safe
def courses(request: HttpRequest) -> HttpResponse:
    """Show what can be learnt; to trainers, the drafts too."""
    teaches = may(rules.check_teach, by=request.user)
    rows = [
        {"course": course, "name": in_language(course, "title"), "version": public, "draft": draft,
         "criteria": in_language(public, "criteria") if public else ""}
        for course, public, draft in queries.courses()
        if public or teaches
    ]  # fmt: skip
    return render(request, "training/courses.html", {"rows": rows, "teaches": teaches})


@login_required
def course_new(request: HttpRequest) -> HttpResponse:
    """Enter a course; what it teaches is written next."""
    rules.check_teach(by=request.user)
    unsaved.about(request, "training.course.new")
    form = CourseForm(request.POST or None)

    def save() -> None:
        actions.enter_course(by=signed_in(request.user), **form.cleaned_data)

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The course is entered."))
    ):
        return redirect("training:draft", form.cleaned_data["code"])
    return render(request, "training/course_new.html", {"form": form})


@login_required
def draft(request: HttpRequest, code: str) -> HttpResponse:
    """Write the next version of a course."""
    rules.check_teach(by=request.user)
    course = get_object_or_404(Course, code=code)
    row = course.versions.filter(published_at__isnull=True).first()
    newest = course.versions.order_by("number").last()
    unsaved.about(request, course, "draft")
    form = VersionForm(request.POST or None, version=row or newest)

    def save() -> None:
        by, given = signed_in(request.user), form.facts()
        if row is None:
            actions.begin_version(by=by, course=course, facts_given=given)
        else:
            actions.edit_version(by=by, version=row, facts_given=given)

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The draft of the course is saved."))
    ):
        return redirect("training:draft", code)
    context = {
        "form": form,
        "course": course,
        "name": in_language(course, "title"),
        "draft": row,
        "number": row.number if row else (newest.number + 1 if newest else 1),
        "obstacle": obstacle(rules.check_edit_course, by=request.user, version=row)
        if row
        else None,
    }
    return render(request, "training/draft.html", context)


@login_required
@require_POST
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Publish the draft, once it was looked at again."""
    rules.check_teach(by=request.user)
    row = get_object_or_404(CourseVersion, course__code=code, published_at__isnull=True)
    form = VersionForm(version=row)
    said = [(field.label, form.saved_words(field.name)) for field in form.visible_fields()]
    shown = [(label, words) for label, words in said if words]
    shown.append((_("Questions of the test"), str(row.questions.count())))
    if page := check_answers(
        request,
        _("Publish version %(number)s of “%(course)s”?")
        % {"number": row.number, "course": in_language(row.course, "title")},
        shown,
        button=_("Publish, for ever"),
        warning=_("Certificates will name this version, so it never changes again."),
        back=reverse("training:draft", args=[code]),
    ):
        return page
    attempt(
        request,
        lambda: actions.publish_version(by=signed_in(request.user), version=row),
        done=_("The version is published: certificates of it can be issued."),
    )
    return redirect("training:version", code, row.number)


@require_safe
def version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Say what a version of a course teaches: certificates lead here."""
    row = get_object_or_404(
        CourseVersion.objects.select_related("course"),
        course__code=code,
        number=number,
        published_at__isnull=False,
    )
    newer = row.course.versions.filter(number__gt=number, published_at__isnull=False)
    context = {
        "row": row,
        "name": in_language(row.course, "title"),
        "criteria": in_language(row, "criteria"),
        "newer": newer.order_by("number").last(),
        "languages": ", ".join(str(Language(each).label) for each in row.languages),
        "requires": [each.course for each in row.prerequisites.select_related("course")],
        "checklist": row.checklist.all(),
        "questions": row.questions.count(),
        "next": queries.next_sessions(row.course)[:5],
        "teaches": may(rules.check_teach, by=request.user),
    }
    return render(request, "training/version.html", context)


@login_required
def questions(request: HttpRequest, code: str) -> HttpResponse:
    """Write the questions of a draft's test."""
    rules.check_teach(by=request.user)
    row = get_object_or_404(
        CourseVersion.objects.select_related("course"),
        course__code=code,
        published_at__isnull=True,
    )
    form = QuestionForm(request.POST or None)

    def add() -> None:
        actions.add_question(by=signed_in(request.user), version=row, facts_given=form.facts())

    if form.is_valid() and attempt(request, add, form=form, done=_("The question is added.")):
        return redirect("training:questions", code)
    there = [
        {"row": each, "answers": zip(queries.answers_of(each), each.right, strict=True)}
        for each in row.questions.all()
    ]
    context = {
        "form": form,
        "course": row.course,
        "name": in_language(row.course, "title"),
        "there": there,
        "version": row,
    }
    return render(request, "training/questions.html", context)


@login_required
@require_POST
def question_remove(request: HttpRequest, number: int) -> HttpResponse:
    """Take a question out of a draft."""
    rules.check_teach(by=request.user)
    row = get_object_or_404(Question.objects.select_related("version__course"), pk=number)
    attempt(
        request,
        lambda: actions.remove_question(by=signed_in(request.user), question=row),
        done=_("The question is taken out."),
    )
    return redirect("training:questions", row.version.course.code)
