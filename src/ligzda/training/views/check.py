"""What everybody can find out about a certificate: by its code, by its file, by the holder's link.

A code alone says which course, when, and how it stands today; the name is for whoever was shown the
paper or given the link.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import BadDataError, NotFoundError
from ligzda.kernel.often import too_often
from ligzda.training.comparison import MOST_BYTES, compare
from ligzda.training.credentials import read_code
from ligzda.training.forms import CodeForm, FileForm
from ligzda.training.models import Certificate
from ligzda.training.paper_facts import paper_facts
from ligzda.training.queries import by_code, by_token, certificate_row

A_MINUTE = 30
"""Codes that one network may try in a minute; there are 3.5 · 10¹³ of them."""


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from the address on the paper to the page in the reader's language."""
    return redirect("training:certificate", (read_code(code) or code)[:40])


@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """Ask for a code, or for a file."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if code := read_code(form.cleaned_data["code"]):
            return redirect("training:certificate", code)
        form.add_error("code", _no_code())
    return render(request, "training/check.html", {"form": form, "file_form": FileForm()})


@never_cache
@body_limit(MOST_BYTES + 100_000)
def check_file(request: HttpRequest) -> HttpResponse:
    """Compare the file of a certificate with what was issued."""
    if request.method != "POST":
        return redirect("training:check")
    form = FileForm(request.POST, request.FILES)
    context = {"form": CodeForm(), "file_form": form}
    if too_often(request, "certificate", A_MINUTE):
        form.add_error(None, _wait())
        return render(request, "training/check.html", context, status=429)
    if form.is_valid():
        try:
            found = compare(form.cleaned_data["file"])
        except BadDataError as refused:
            form.add_error("file", str(refused))
        else:
            return _shown(request, found.certificate, comparison=found)
    return render(request, "training/check.html", context)


@never_cache
@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Say how it stands with a certificate; its holder is not named."""
    if too_often(request, "certificate", A_MINUTE):
        form = CodeForm({"code": code})
        form.add_error("code", _wait())
        context = {"form": form, "file_form": FileForm()}
        return render(request, "training/check.html", context, status=429)
    found = by_code(read_code(code) or "")
    if found is None:
        raise NotFoundError(
            _("There is no certificate with this code. Compare it with the paper letter by letter.")
        )
    return render(request, "training/certificate.html", {"row": certificate_row(found)})


@never_cache
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Show all that stands on the paper to whom the holder gave the link."""
    found = by_token(token)
    if found is None or not found.credential:
        raise NotFoundError(
            _("This link has ended. Ask the holder of the certificate for a new one.")
        )
    return _shown(request, found)


def _shown(request: HttpRequest, found: Certificate, **more: object) -> HttpResponse:
    context = {"row": certificate_row(found), "said": paper_facts(found), **more}
    response = render(request, "training/certificate.html", context)
    response["Referrer-Policy"] = "no-referrer"  # the address of a shared page opens it
    return response


def _no_code() -> str:
    return _(
        "This is no code of a certificate: ten letters and digits, the last of which checks the "
        "others. Compare it with the paper, letter by letter."
    )


def _wait() -> str:
    return _("Too many certificates were asked for from your network. Wait a minute and try again.")
