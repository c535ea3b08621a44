"""Pages of the living document: the whole, one block, sources, the glossary. For its writers."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.languages import spoken
from ligzda.methodology.living import actions, queries, rules
from ligzda.methodology.living.forms import (
    BlockForm,
    CommentForm,
    ProseForm,
    SourceForm,
    SuggestionForm,
    TermForm,
    text,
)
from ligzda.methodology.living.shown import drawn, history
from ligzda.methodology.models import BlockComment, Suggestion
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """Show the document with what waits in each block."""
    language = spoken(get_language())
    rows = [(row, drawn(row, language)) for row in queries.document(request.user)]
    waiting = sum(row.waiting for row, _html in rows)
    untranslated = sum(bool(row.untranslated) for row, _html in rows)
    context = {"rows": rows, "waiting": waiting, "untranslated": untranslated}
    return render(request, "methodology/document.html", context)


@login_required
@never_cache
def add_block(request: HttpRequest) -> HttpResponse:
    """Add a block at the end."""
    rules.check_write(by=request.user)
    unsaved.about(request, "methodology.block.new")
    form = BlockForm(request.POST or None)

    def add() -> None:
        given = form.cleaned_data
        actions.add_block(
            by=signed_in(request.user),
            kind=given["kind"],
            about=given["about"],
            heading=text(form, "heading"),
            body=text(form, "body"),
        )

    if form.is_valid() and attempt(request, add, form=form, done=_("The block is added.")):
        return redirect("methodology:document")
    return render(request, "methodology/add_block.html", {"form": form})


@login_required
@never_cache
def block(request: HttpRequest, pk: int) -> HttpResponse:
    """Write in a block of prose; what others say of it stands beside."""
    found = queries.block(request.user, pk)
    by = signed_in(request.user)
    form = None
    if found.newest is not None:
        unsaved.about(request, found.row)
        form = ProseForm(request.POST or None, newest=found.newest)

        def write() -> None:
            actions.write_block(
                by=by, block=found.row, heading=text(form, "heading"), body=text(form, "body")
            )

        if form.is_valid() and attempt(request, write, form=form, done=_("The block is saved.")):
            return redirect("methodology:block", pk)
    language = spoken(get_language())
    context = {
        "found": found,
        "row": found.row,
        "form": form,
        "drawn": drawn(found, language),
        "others": actions.be_present(by=by, block=found.row),
        "history": history(found.row, language),
        "comment_form": CommentForm(),
    }
    return render(request, "methodology/block.html", context)


@require_POST
@login_required
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something beside a block."""
    found, form = queries.block(request.user, pk), CommentForm(request.POST)
    said = form.cleaned_data["text"] if form.is_valid() else ""
    by = signed_in(request.user)
    attempt(
        request,
        lambda: actions.comment(by=by, block=found.row, text=said),
        done=_("The comment stands beside the block."),
    )
    return redirect("methodology:block", pk)


@require_POST
@login_required
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a comment settled."""
    rules.check_write(by=request.user)
    row, by = get_object_or_404(BlockComment, pk=pk), signed_in(request.user)
    attempt(request, lambda: actions.settle(by=by, comment=row), done=_("The comment is settled."))
    return redirect("methodology:block", row.block_id)


@login_required
@never_cache
def suggest(request: HttpRequest, pk: int) -> HttpResponse:
    """Suggest other words for a block."""
    found = queries.block(request.user, pk)
    newest, by = found.newest, signed_in(request.user)
    if newest is None:
        return redirect("methodology:block", pk)
    unsaved.about(request, found.row, "suggestion")
    words = {"heading": newest.heading, "body": newest.body}
    form = SuggestionForm(request.POST or None, initial=words)

    def say() -> None:
        heading, body = text(form, "heading"), text(form, "body")
        why = form.cleaned_data["why"]
        actions.suggest(by=by, version=newest, heading=heading, body=body, why=why)

    if form.is_valid() and attempt(
        request, say, form=form, done=_("The suggestion stands beside the block.")
    ):
        return redirect("methodology:block", pk)
    return render(request, "methodology/suggest.html", {"form": form, "row": found.row})


@require_POST
@login_required
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a suggestion or refuse it."""
    rules.check_write(by=request.user)
    row = get_object_or_404(Suggestion.objects.select_related("version"), pk=pk)
    by, accepted = signed_in(request.user), request.POST.get("decision") == "accept"
    attempt(
        request,
        lambda: actions.decide(by=by, suggestion=row, accepted=accepted),
        done=_("The suggestion is accepted.") if accepted else _("The suggestion is refused."),
    )
    return redirect("methodology:block", row.version.block_id)


@require_POST
@login_required
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a block up or down, or take it out."""
    row, by = queries.block(request.user, pk).row, signed_in(request.user)
    to = request.POST.get("to", "")
    if to == "out":
        attempt(
            request,
            lambda: actions.remove_block(by=by, block=row),
            done=_("The block is taken out; its versions are kept."),
        )
    elif to in ("up", "down"):
        attempt(
            request,
            lambda: actions.move_block(by=by, block=row, up=to == "up"),
            done=_("The block is moved."),
        )
    return redirect("methodology:document")


@login_required
@never_cache
def sources(request: HttpRequest) -> HttpResponse:
    """List the sources; add one."""
    rules.check_write(by=request.user)
    form, by = SourceForm(request.POST or None), signed_in(request.user)
    if form.is_valid() and attempt(
        request,
        lambda: actions.add_source(by=by, **form.cleaned_data),
        form=form,
        done=_("The source is added."),
    ):
        return redirect("methodology:sources")
    context = {"form": form, "rows": queries.sources()}
    return render(request, "methodology/sources.html", context)


@login_required
@never_cache
def glossary(request: HttpRequest) -> HttpResponse:
    """List the words that are explained; add one."""
    rules.check_write(by=request.user)
    form, by = TermForm(request.POST or None), signed_in(request.user)
    if form.is_valid() and attempt(
        request,
        lambda: actions.add_term(by=by, **form.cleaned_data),
        form=form,
        done=_("The word is added."),
    ):
        return redirect("methodology:glossary")
    return render(request, "methodology/glossary.html", {"form": form, "rows": queries.terms()})
