"""Which letters somebody wants; an address that ends them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ligzda.kernel.attempt import attempt
from ligzda.network import actions, digest
from ligzda.network.forms import NoticeForm
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """Choose for oneself; show what the letter of today would say."""
    by = signed_in(request.user)
    choice = digest.choice_of(by)
    form = NoticeForm(request.POST or None, choice=choice)

    def save() -> None:
        given = form.cleaned_data
        actions.choose_notices(
            by=by, letters=given["letters"], off=form.off(), language=given["language"]
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("Your choice is saved.")):
        return redirect("network:notices")
    told = digest.told_of(by, choice)
    context = {"form": form, "choice": choice, "told": told, "is_demo": by.is_demo}
    return render(request, "network/notices.html", context)


@csrf_exempt  # the address is signed, and mail programs send it by themselves (RFC 8058)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_letters(request: HttpRequest, token: str) -> HttpResponse:
    """End the letters to whom the address was sent. Opening it ends nothing: scanners do that."""
    user = digest.whose(token)
    if request.method == "POST":
        actions.stop_letters(by=user)
    context = {"stopped": not digest.choice_of(user).letters}
    return render(request, "network/stop_letters.html", context)
