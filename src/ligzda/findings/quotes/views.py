"""Pages of quotes: write down, see what waits, approve, take back."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ligzda.findings.models import Quote
from ligzda.findings.quotes import actions, queries, rules
from ligzda.findings.quotes.forms import QuoteForm, ReceiptForm
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.languages import spoken
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def quotes(request: HttpRequest) -> HttpResponse:
    """List the quotes that somebody may see; write down another."""
    rows = queries.quotes_of(request.user)
    if request.method == "POST":
        rules.check_write_quotes(by=request.user)
    form = QuoteForm(request.POST or None)
    said = _("The quote is written down. Another person approves it.")
    if form.is_valid() and attempt(
        request,
        lambda: actions.write_down(by=signed_in(request.user), **form.cleaned_data),
        form=form,
        done=said,
    ):
        return redirect("findings:quotes")
    context = {
        "rows": [
            (row, obstacle(rules.check_approve_quote, by=request.user, quote=row)) for row in rows
        ],
        "form": form,
        "receipt": ReceiptForm(),
        "consent": actions.consent()[spoken(get_language())],
        "writes": may(rules.check_write_quotes, by=request.user),
    }
    return render(request, "findings/quotes.html", context)


@login_required
@never_cache
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve a quote of another."""
    rules.check_see_drafts(by=request.user)
    quote = Quote.objects.filter(pk=pk).first()
    if quote is None:
        raise NotFoundError(_("There is no such quote."))
    attempt(
        request,
        lambda: actions.approve(by=signed_in(request.user), quote=quote),
        done=_("The quote is public."),
    )
    return redirect("findings:quotes")


@login_required
@never_cache
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Take back the words of whoever names the number on their paper."""
    rules.check_write_quotes(by=request.user)
    form = ReceiptForm(request.POST)
    if form.is_valid():
        attempt(
            request,
            lambda: actions.take_back(by=signed_in(request.user), **form.cleaned_data),
            done=_("The words are gone."),
        )
    return redirect("findings:quotes")
