"""Pages of the documents of the protocol."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.confirm import changes
from ligzda.kernel.errors import NotFoundError
from ligzda.network.rules import signed_in
from ligzda.trial.registry import actions, queries, rules
from ligzda.trial.registry.forms import DocumentForm
from ligzda.trial.registry.models import (
    ProtocolDocument,
)


@body_limit(6_000_000)
@login_required
def document_add(request: HttpRequest, number: str) -> HttpResponse:
    """Attach a document to a draft."""
    version = queries.protocol(number, request.user)
    unsaved.about(request, version, "document")
    rules.check_edit_protocol(by=request.user, version=version)
    form = DocumentForm(request.POST or None, request.FILES or None)

    def save() -> None:
        given = form.cleaned_data
        actions.attach_document(
            by=signed_in(request.user),
            version=version,
            title=given["title"],
            content=given["file"].read(),
            public=given["public"],
        )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The document is added."))
    ):
        return redirect("trial:version", number)
    return render(request, "trial/document.html", {"form": form, "version": version})


def _document(request: HttpRequest, number: str, sha256: str) -> ProtocolDocument:
    """Return a document of a version that this person may see. Raises NotFoundError."""
    version = queries.protocol(number, request.user)
    row = version.documents.select_related("protocol").filter(sha256=sha256).first()
    if row is None:
        raise NotFoundError(_("There is no such document."))
    return row


@require_safe
def document(request: HttpRequest, number: str, sha256: str) -> HttpResponse:
    """Hand out a document."""
    row = _document(request, number, sha256)
    rules.check_read_document(by=request.user, document=row)
    name = f"{slugify(row.title) or 'document'}.pdf"
    return HttpResponse(
        bytes(row.content),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@login_required
@require_POST
def document_remove(request: HttpRequest, number: str, sha256: str) -> HttpResponse:
    """Take a document off a draft."""
    row = _document(request, number, sha256)
    rules.check_edit_protocol(by=request.user, version=row.protocol)
    actions.remove_document(by=signed_in(request.user), document=row)
    messages.success(request, _("The document is gone."))
    return redirect("trial:version", number)
