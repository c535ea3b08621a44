"""A person's own certificates: to keep, to show, to stop showing."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.network.rules import signed_in
from ligzda.training import actions, queries
from ligzda.training.awards import here
from ligzda.training.models import Certificate

_FILES = {"aplieciba.pdf": "pdf_lv", "certificate.pdf": "pdf_en"}


@never_cache
@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show what this person has passed, and how it stands with it."""
    rows = [
        {
            "row": queries.certificate_row(each),
            "there": bool(each.credential),
            "link": here(reverse("training:shared", args=[each.share_token]))
            if each.share_token
            else "",
        }
        for each in queries.held_by(signed_in(request.user))
    ]
    return render(request, "training/mine.html", {"rows": rows})


@login_required
@require_POST
def link(request: HttpRequest, code: str) -> HttpResponse:
    """Make a link to show a certificate by, or end it."""
    by, row = signed_in(request.user), _own(request, code)
    if "end" in request.POST:
        attempt(
            request,
            lambda: actions.unshare_certificate(by=by, certificate=row),
            done=_("The link has ended: it opens nothing any more."),
        )
    else:
        attempt(
            request,
            lambda: actions.share_certificate(by=by, certificate=row),
            done=_("There is a new link. Whoever has it sees what stands on the certificate."),
        )
    return redirect("training:mine")


@never_cache
@login_required
@require_safe
def file(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Hand out the paper in one language, or the signed data."""
    row = _own(request, code)
    headers = {"Content-Disposition": f'attachment; filename="{row.code}-{name}"'}
    if name == "credential.json":
        return HttpResponse(row.credential, content_type="application/vc", headers=headers)
    if name not in _FILES:
        raise NotFoundError(_("There is no such file."))
    paper = bytes(getattr(row, _FILES[name]))
    return HttpResponse(paper, content_type="application/pdf", headers=headers)


def _own(request: HttpRequest, code: str) -> Certificate:
    """Return a certificate of this person's. Raises NotFoundError: others' are not known of."""
    row = queries.by_code(code)
    if row is None or row.holder_id != request.user.pk or not row.credential:
        raise NotFoundError(_("You have no such certificate."))
    return row
