"""Pages of the documents of councils' decisions."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.confirm import changes
from ligzda.kernel.errors import NotAllowedError, NotFoundError, RefusedError
from ligzda.network import actions, queries, rules, signed_file
from ligzda.network.forms import DocumentForm
from ligzda.network.models import DecisionDocument
from ligzda.network.rules import signed_in


@body_limit(signed_file.MOST_BYTES + 100_000)
@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def document_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a document to the draft of a decision."""
    row = queries.decision(pk, request.user)
    rules.check_draft_decision(by=request.user, municipality=row.municipality)
    unsaved.about(request, row, "document")
    form = DocumentForm(request.POST or None, request.FILES or None)

    def save() -> None:
        given = form.cleaned_data
        actions.attach_document(
            by=signed_in(request.user),
            decision=row,
            title=given["title"],
            content=given["file"].read(),
            public=given["public"],
        )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The document is added."))
    ):
        return redirect("network:decision", pk)
    return render(request, "network/document.html", {"form": form, "decision": row})


def _document(request: HttpRequest, pk: int, sha256: str) -> DecisionDocument:
    """Return a document that this person may read. Raises NotFoundError, whatever the reason."""
    decision = queries.decision(pk, request.user)
    row = decision.documents.select_related("decision__municipality").filter(sha256=sha256).first()
    if row is None:
        raise NotFoundError(_("There is no such document."))
    try:
        rules.check_read_document(viewer=request.user, document=row)
    except NotAllowedError as refused:
        raise NotFoundError(_("There is no such document.")) from refused
    return row


@require_safe
def document(request: HttpRequest, pk: int, sha256: str) -> HttpResponse:
    """Hand out a document, as it was sent."""
    row = _document(request, pk, sha256)
    name = f"{slugify(row.title) or 'document'}.{row.kind}"
    return HttpResponse(
        bytes(row.content),
        content_type=signed_file.CONTENT_TYPES[row.kind],
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            # A draft's paper is kept by no browser that somebody else uses next.
            "Cache-Control": "no-cache" if row.public else "private, no-store",
        },
    )


@login_required
@require_POST
def document_remove(request: HttpRequest, pk: int, sha256: str) -> HttpResponse:
    """Take a document off a draft."""
    row = _document(request, pk, sha256)
    try:
        actions.remove_document(by=signed_in(request.user), document=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The document is gone."))
    return redirect("network:decision", pk)
