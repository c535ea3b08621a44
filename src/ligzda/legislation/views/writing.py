"""Pages on which a change is written: choose a unit, choose a change or paste a sentence."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.drafting import Action, DraftingError, Path, Step, apply_all, read_sentence
from ligzda.drafting.linting.finding import shown
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.obstacle import obstacle
from ligzda.legislation import actions, composing, failures, queries, rules
from ligzda.legislation.drafts import act_of, engine_sentence, style_of, understood
from ligzda.legislation.forms import ComposeForm, RewordForm, SentenceForm
from ligzda.legislation.models import ActText
from ligzda.network.rules import signed_in

WHOLE: Path = (Step("act"),)


@login_required
@require_safe
def units(request: HttpRequest, pk: int, text: int) -> HttpResponse:
    """Show a text whose units lead to a change of each."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    found = queries.text(row, text)
    context = {"package": row, "text": found, "places": composing.places(act_of(found.text))}
    return render(request, "legislation/units.html", context)


@dataclass(frozen=True)
class Tried:
    """A sentence as the engine takes it: what it says, and whether it can be applied."""

    operations: tuple[list[tuple[str, str]], ...] = ()
    remarks: tuple[str, ...] = ()
    fault: str = ""
    engine: str = ""


def tried(sentence: str, text: ActText) -> Tried:
    """Read a sentence and apply it to a text; nothing is kept."""
    try:
        reading = read_sentence(sentence)
    except DraftingError as failure:
        return Tried(fault=failures.said(failure))
    outcome = apply_all(act_of(text.text), reading.operations)
    failed = next((each.failure for each in outcome.log if each.failure), None)
    return Tried(
        tuple(understood(each) for each in reading.operations),
        reading.remarks,
        failures.said(failed) if failed else "",
        engine_sentence(reading.operations, style_of(text.act.kind)),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_new(request: HttpRequest, pk: int, text: int) -> HttpResponse:
    """Write a change: the engine writes it of unit and choice, or it is pasted and looked at.

    One page with two forms. "write" and "look" only show what would be; "add" keeps it.
    """
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    found = queries.text(row, text)
    target = _target(request.GET.get("unit", ""))
    step = next((key for key in ("write", "look", "add") if key in request.POST), "")
    compose = ComposeForm(request.POST if step == "write" else None)
    form = SentenceForm(request.POST if step in {"look", "add"} else None)
    result = None
    if step == "write" and compose.is_valid():
        sentence = composing.sentence(_wish(compose, target), style_of(row.kind))
        form = SentenceForm(initial={"final": sentence, "engine": sentence})
        result = tried(sentence, found)
    elif step == "look" and form.is_valid():
        result = tried(form.cleaned_data["final"], found)
    elif step == "add" and form.is_valid():
        given = form.cleaned_data

        def add() -> None:
            actions.add_change(
                by=signed_in(request.user),
                package=row,
                text=found,
                final=given["final"],
                engine=given["engine"] or tried(given["final"], found).engine,
                reason=given["reason"],
            )

        if attempt(request, add, form=form, done=_("The change is in the package.")):
            return redirect("legislation:package", pk)
    context = {
        "package": row,
        "text": found,
        "unit": shown(target) if target != WHOLE else "",
        "compose": compose,
        "form": form,
        "result": result,
        "obstacle": obstacle(rules.check_add_change, by=request.user, package=row, text=found),
    }
    return render(request, "legislation/change_new.html", context)


def _target(address: str) -> Path:
    try:
        return composing.target(address) if address else WHOLE
    except KeyError:
        return WHOLE


def _wish(compose: ComposeForm, target: Path) -> composing.Wish:
    given = compose.cleaned_data
    return composing.Wish(
        Action(given["change"]),
        target,
        given["old"].strip(),
        given["new"].replace("\r\n", "\n").strip(),
        given["unit"] or "section",
        given["number"],
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, change: int) -> HttpResponse:
    """Write a sentence anew; the engine's own stays beside it."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    found = queries.change(row, change)
    form = RewordForm(request.POST or None, initial={"final": found.final})

    def save() -> None:
        given = form.cleaned_data["final"]
        actions.reword(by=signed_in(request.user), change=found, final=given)

    if form.is_valid() and attempt(request, save, form=form, done=_("The sentence is saved.")):
        return redirect("legislation:package", pk)
    context = {
        "package": row,
        "change": found,
        "form": form,
        "obstacle": obstacle(rules.check_change, by=request.user, package=row),
    }
    return render(request, "legislation/change.html", context)


@login_required
@require_POST
def change_drop(request: HttpRequest, pk: int, change: int) -> HttpResponse:
    """Take a sentence out of the package, after a question."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    found = queries.change(row, change)
    if page := check_answers(
        request,
        _("Take this change out?"),
        [(_("Sentence"), found.final)],
        button=_("Take it out"),
        back=reverse("legislation:package", args=[pk]),
    ):
        return page
    by = signed_in(request.user)
    attempt(request, lambda: actions.drop_change(by=by, change=found), done=_("It is taken out."))
    return redirect("legislation:package", pk)
