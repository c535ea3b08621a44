"""The trainers' pages: issue, find, revoke."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.errors import NotFoundError, RefusedError
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in
from ligzda.training import actions, queries, rules
from ligzda.training.forms import IssueForm, RevokeForm


@never_cache
@login_required
@require_safe
def issued(request: HttpRequest) -> HttpResponse:
    """Show the newest certificates, or those that were searched for."""
    rules.check_teach(by=request.user)
    searched = request.GET.get("q", "")[:80]
    rows = [
        {"row": queries.certificate_row(each), "holder": each.holder_name}
        for each in queries.issued(searched)
    ]
    return render(request, "training/issued.html", {"rows": rows, "searched": searched})


@never_cache
@login_required
def issue(request: HttpRequest) -> HttpResponse:
    """Issue a certificate, once what it will say was looked at again."""
    rules.check_teach(by=request.user)
    unsaved.about(request, "training.certificate.new")
    form = IssueForm(request.POST or None)
    if form.is_valid() and not changes(request):
        given = form.cleaned_data
        try:
            rules.check_issue(
                by=request.user,
                version=given["version"],
                holder=given["email"],
                on=given["issued_on"],
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            if page := check_answers(
                request,
                _("Issue this certificate?"),
                [
                    (form[name].label, said)
                    for name, said in (
                        ("holder_name", given["holder_name"]),
                        ("email", given["email"].email),
                        ("version", given["version"]),
                        ("issued_on", given["issued_on"]),
                    )
                ],
                button=_("Sign and issue"),
                warning=_("What is signed cannot be changed, only revoked with a reason."),
            ):
                return page
            if attempt(request, lambda: _issue(request, form), form=form, done=_("It is issued.")):
                return redirect("training:issued")
    return render(request, "training/issue.html", {"form": form})


def _issue(request: HttpRequest, form: IssueForm) -> None:
    given = form.cleaned_data
    actions.issue_certificate(
        by=signed_in(request.user),
        version=given["version"],
        holder=given["email"],
        holder_name=given["holder_name"],
        issued_on=given["issued_on"],
    )


@never_cache
@login_required
def revoke(request: HttpRequest, code: str) -> HttpResponse:
    """Revoke a certificate with a reason that everybody will read."""
    rules.check_teach(by=request.user)
    row = queries.by_code(code)
    if row is None:
        raise NotFoundError(_("There is no certificate with this code."))
    unsaved.about(request, row)
    form = RevokeForm(request.POST or None)
    if form.is_valid() and not changes(request):
        because = form.cleaned_data["because"]
        if page := check_answers(
            request,
            _("Revoke the certificate %(code)s?") % {"code": row.code},
            [(_("Holder"), row.holder_name), (form["because"].label, because)],
            button=_("Revoke, for ever"),
            warning=_("Its page will say so at once, and what it proved is proven no more."),
        ):
            return page

        def act() -> None:
            actions.revoke_certificate(by=signed_in(request.user), certificate=row, because=because)

        if attempt(request, act, form=form, done=_("The certificate is revoked.")):
            return redirect("training:issued")
    context = {
        "form": form,
        "row": queries.certificate_row(row),
        "holder": row.holder_name,
        "obstacle": obstacle(rules.check_revoke, by=request.user, certificate=row),
    }
    return render(request, "training/revoke.html", context)
