"""Which machines a version of a course opens."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.models import in_language
from ligzda.network.rules import signed_in
from ligzda.training import actions, rules
from ligzda.training.forms import MachineForm
from ligzda.training.models import CourseVersion, OpenedMachine


@login_required
def machines(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show the machines that a version opens, and open another one."""
    rules.check_teach(by=request.user)
    version = get_object_or_404(
        CourseVersion.objects.select_related("course"),
        course__code=code,
        number=number,
        published_at__isnull=False,
    )
    form = MachineForm(request.POST or None, version=version)

    def save() -> None:
        actions.open_machine(
            by=signed_in(request.user), version=version, equipment=form.cleaned_data["machine"]
        )

    done = _("The machine is open to who holds a certificate of this version.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("training:machines", code, number)
    context = {
        "form": form,
        "version": version,
        "name": in_language(version.course, "title"),
        "rows": version.machines.select_related("equipment__incubator").order_by("pk"),
    }
    return render(request, "training/machines.html", context)


@login_required
@require_POST
def machine_close(request: HttpRequest, code: str, number: int, pk: int) -> HttpResponse:
    """Let a version open a machine no longer, once it was asked whether to."""
    rules.check_teach(by=request.user)
    row = get_object_or_404(
        OpenedMachine, pk=pk, version__course__code=code, version__number=number
    )
    back = reverse("training:machines", args=[code, number])
    if page := check_answers(
        request,
        _("Shall the course open this machine no longer?"),
        [(_("Machine"), row.equipment), (_("Incubator"), row.equipment.incubator)],
        button=_("Open it no longer"),
        warning=_("The rights that certificates of this version gave end at once."),
        back=back,
    ):
        return page
    attempt(
        request,
        lambda: actions.close_machine(by=signed_in(request.user), opened=row),
        done=_("The course opens this machine no longer."),
    )
    return redirect(back)
