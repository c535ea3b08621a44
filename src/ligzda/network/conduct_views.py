"""The page of the code of conduct: to read for everybody, to accept before the first use."""

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ligzda.kernel.attempt import attempt
from ligzda.network import actions
from ligzda.network.conduct import conduct as code_in_force
from ligzda.network.conduct import has_accepted
from ligzda.network.rules import signed_in


class AcceptForm(forms.Form):
    """Acceptance is a tick of one's own, never set beforehand."""

    accept = forms.BooleanField(
        label=gettext_lazy("I have read the code of conduct and keep to it"),
        error_messages={"required": gettext_lazy("Without it nobody acts for a partner here.")},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def conduct(request: HttpRequest) -> HttpResponse:
    """Show the code in force; take its acceptance from whoever is signed in."""
    code = code_in_force()
    guest = isinstance(request.user, AnonymousUser)
    due = not guest and not has_accepted(signed_in(request.user))
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        by = signed_in(request.user)
        if form.is_valid() and attempt(
            request,
            lambda: actions.accept_conduct(by=by, version=code.version),
            form=form,
            done=_("You have accepted the code of conduct."),
        ):
            onwards = request.GET.get("next", "")
            safe = url_has_allowed_host_and_scheme(onwards, allowed_hosts=None)
            return redirect(onwards if safe else "/")
    return render(request, "network/conduct.html", {"code": code, "form": form, "due": due})
