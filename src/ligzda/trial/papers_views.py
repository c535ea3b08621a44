"""Pages on papers: documents of the protocol, and how a model is run at an incubator."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.models import in_language
from ligzda.network.rules import signed_in
from ligzda.trial import actions, queries, rules
from ligzda.trial.models import LOCAL_ITEMS, Adaptation, Course, ProtocolDocument
from ligzda.trial.papers_forms import AdaptationForm, DocumentForm
from ligzda.trial.views import done


@login_required
def document_add(request: HttpRequest, number: str) -> HttpResponse:
    """Attach a document to a draft."""
    version = queries.protocol(number, request.user)
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

    if form.is_valid() and done(request, form, save):
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


def here(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an incubator's models as they are run there; record an adaptation."""
    incubator = get_object_or_404(Incubator.objects.select_related("municipality"), slug=slug)
    courses = Course.objects.filter(incubator=incubator).order_by("during")
    versions = list(dict.fromkeys(courses.values_list("arm__version", flat=True)))
    may = rules.can_record_running(by=request.user, incubator=incubator)
    form = AdaptationForm(request.POST or None, versions=versions)
    if request.method == "POST":
        rules.check_record_running(by=request.user, incubator=incubator)

    def save() -> None:
        actions.record_adaptation(
            by=signed_in(request.user),
            incubator=incubator,
            version=form.cleaned_data["version"],
            facts_given=form.facts(),
        )

    if request.method == "POST" and form.is_valid() and done(request, form, save):
        return redirect("trial:here", slug)
    rows = ModelVersion.objects.select_related("model").prefetch_related("texts").in_bulk(versions)
    told: dict[tuple[int, str], list[Adaptation]] = {}
    for row in Adaptation.objects.filter(incubator=incubator).order_by("-since", "-pk"):
        told.setdefault((row.version_id, row.item), []).append(row)
    shown = []
    for pk in versions:
        texts = {text.item: in_language(text, "text") for text in rows[pk].texts.all()}
        items = [
            (title, texts.get(item, ""), told.get((pk, item), []))
            for item, title in LOCAL_ITEMS
            if item in texts or (pk, item) in told
        ]
        shown.append((rows[pk], in_language(rows[pk].model, "name"), items))
    context = {
        "name": in_language(incubator, "name"),
        "shown": shown,
        "form": form if may and versions else None,
    }
    return render(request, "trial/here.html", context)
