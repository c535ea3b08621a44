"""The list of what is to be checked, kept by the ministries' lawyers and reviewers."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes
from ligzda.network import actions, rules
from ligzda.network import statements as kept
from ligzda.network.forms import StatementForm
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_safe
def statements(request: HttpRequest) -> HttpResponse:
    """List every statement from memory: where it stands, from which source, who checked it."""
    rules.check_keep_statements(by=request.user)
    rows = kept.rows()
    context = {"rows": rows, "waiting": sum(row.open for row in rows)}
    return render(request, "network/statements.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HttpRequest, key: str) -> HttpResponse:
    """Say of one statement what came of looking it up."""
    rules.check_keep_statements(by=request.user)
    row = kept.row(key)
    unsaved.about(request, "network.statement", key)
    form = StatementForm(request.POST or None, check=row.check)

    def save() -> None:
        given = form.cleaned_data
        actions.check_statement(
            by=signed_in(request.user), key=key, status=given["status"], note=given["note"]
        )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("It is noted; the pages say so at once."))
    ):
        return redirect("network:statements")
    return render(request, "network/statement.html", {"row": row, "form": form})
