"""Pages of public registers: files in, contradictions settled."""

import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.forms import UploadForm
from ligzda.kernel.importing import MOST_SENT, Import, take_in
from ligzda.network.rules import signed_in
from ligzda.people.rules import acting_at
from ligzda.ventures import queries, rules
from ligzda.ventures import registers as files
from ligzda.ventures.actions.registers import settle as settle_finding
from ligzda.ventures.actions.registers import take_in_register
from ligzda.ventures.forms import RegisterForm, SettleForm
from ligzda.ventures.models import RegisterKind

_HINT = gettext_lazy(
    "Rows about others are left out. What differs becomes a contradiction: nothing that stands "
    "here is overwritten."
)


@login_required
@never_cache
@require_safe
def registers(request: HttpRequest) -> HttpResponse:
    """Show which files were taken in, which contradictions are open; ask for another file."""
    rules.check_keep_somewhere(by=request.user)
    here = acting_at(request, rules.KEEPERS)
    asked = RegisterForm(request.GET if "kind" in request.GET else None)
    today = timezone.localdate()
    kind, day = RegisterKind.ENTERPRISES.value, today
    if asked.is_valid() and asked.cleaned_data["day"] <= today:
        kind, day = asked.cleaned_data["kind"], asked.cleaned_data["day"]
    form = asked if asked.is_bound else RegisterForm(initial={"kind": kind, "day": day})
    table = files.table_of(kind)
    context = {
        "municipality": here,
        "form": form,
        "table": table,
        "target": reverse("ventures:register_import", args=[kind, day.isoformat()]),
        "day": day,
        "upload": UploadForm(),
        "hint": _HINT,
        "files": queries.files_of(here),
        "findings": queries.findings_of(here),
    }
    return render(request, "ventures/registers.html", context)


def _day(text: str) -> datetime.date:
    try:
        found = parse_date(text)
    except ValueError:
        found = None
    if found is None or found > timezone.localdate():
        raise NotFoundError(_("A file of a register is of a day that has been."))
    return found


@body_limit(MOST_SENT)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def register_import(request: HttpRequest, kind: str, day: str) -> HttpResponse:
    """Show where a file of a register differs from us, and take it in."""
    rules.check_keep_somewhere(by=request.user)
    here = acting_at(request, rules.KEEPERS)
    table, as_of, by = files.table_of(kind), _day(day), signed_in(request.user)
    known = files.known(here)
    given = Import(
        table,
        files.there(kind, here, known),
        lambda shown: take_in_register(
            by=by, municipality=here, kind=kind, as_of=as_of, shown=shown
        ),
        reverse("ventures:registers"),
        _("Public registers"),
        about=_("%(register)s as of %(day)s") % {
            "register": table.title, "day": plain_date(as_of)
        },
        hint=_HINT,
        only=known.about if kind == RegisterKind.AID else known.only_ours,
    )  # fmt: skip
    return take_in(request, given)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what was found to be true where a register contradicts us."""
    row = queries.finding(request.user, pk)
    by = signed_in(request.user)
    form = SettleForm(request.POST or None)

    def save() -> None:
        settle_finding(by=by, finding=row, reason=form.cleaned_data["reason"])

    if form.is_valid() and attempt(request, save, form=form, done=_("It is settled.")):
        return redirect("ventures:registers")
    return render(request, "ventures/settle.html", {"finding": row, "form": form})
