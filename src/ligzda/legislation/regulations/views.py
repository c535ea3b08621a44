"""Pages of binding regulations: the list, one with its memorandum and clock, each step of it."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import Obstacle, may, obstacle
from ligzda.languages import spoken
from ligzda.legislation import composing
from ligzda.legislation.consultations.forms import DaysForm
from ligzda.legislation.consultations.queries import consultation_of
from ligzda.legislation.consultations.views import context_of
from ligzda.legislation.drafts import act_of
from ligzda.legislation.models import Regulation
from ligzda.legislation.regulations import actions, memorandum, papers, queries, rules
from ligzda.legislation.regulations.forms import (
    AdoptForm,
    MemorandumForm,
    MinistryForm,
    PublishForm,
    RegulationForm,
)
from ligzda.legislation.sending import sent
from ligzda.legislation.to_check import name_of_memorandum, name_of_template, name_of_term
from ligzda.network.queries import decision_row
from ligzda.network.rules import signed_in


@require_safe
def regulations(request: HttpRequest) -> HttpResponse:
    """Show what is announced, to a coordinator also the drafts of their municipality."""
    context = {
        "rows": queries.regulations(request.user),
        "may_keep": may(rules.check_keep_regulations, by=request.user),
        "templates": [(each, name_of_template(each.code)) for each in memorandum.templates()],
        "clock": [(each, name_of_term(each.code)) for each in memorandum.clock()],
    }
    return render(request, "legislation/regulations.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def regulation_new(request: HttpRequest, template: str) -> HttpResponse:
    """Begin a regulation with a template."""
    rules.check_keep_regulations(by=request.user)
    found = memorandum.template(template)
    if found is None:
        raise NotFoundError(_("There is no such template."))
    own = queries.kept_by(request.user)
    initial = {"title": found.title, "basis": found.basis, "text": found.text}
    form = RegulationForm(request.POST or None, municipalities=own, initial=initial)
    made = []

    def draft() -> None:
        given = form.cleaned_data
        municipality = next(row for row in own if row.slug == given["municipality"])
        facts = actions.RegulationFacts(given["title"], given["basis"], given["text"])
        by = signed_in(request.user)
        made.append(actions.draft_regulation(by=by, municipality=municipality, facts_given=facts))

    if form.is_valid() and attempt(request, draft, form=form, done=_("The regulation is begun.")):
        return redirect("legislation:regulation", made[0].pk)
    context = {"form": form, "template": found, "name": name_of_template(found.code)}
    return render(request, "legislation/regulation_new.html", context)


@require_safe
def regulation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a regulation with its memorandum, its clock and what the public said."""
    row = queries.regulation(request.user, pk)
    by = request.user
    context = {
        "regulation": row,
        "places": composing.places(act_of(row.text)),
        "changed": queries.since_announced(row, spoken(get_language())),
        "explained": [
            (each, name_of_memorandum(each.section.code)) for each in queries.explained(row)
        ],
        "consulted": memorandum.CONSULTED,
        "clock": [(each, name_of_term(each.code)) for each in memorandum.clock()],
        "decision": decision_row(row.decision) if row.decision else None,
        "due": rules.answer_due(row),
        "files": papers.NAMES,
        "may_keep": may(rules.check_draft_regulation, by=by, municipality=row.municipality),
        "may_change": may(rules.check_change_regulation, by=by, regulation=row),
        **context_of(by, consultation_of(row)),
    }
    return render(request, "legislation/regulation.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def regulation_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the regulation anew."""
    row = queries.regulation(request.user, pk)
    rules.check_draft_regulation(by=request.user, municipality=row.municipality)
    initial = {"title": row.title, "basis": row.basis, "text": row.text}
    form = RegulationForm(request.POST or None, municipalities=[], initial=initial)

    def save() -> None:
        given = actions.RegulationFacts(**form.cleaned_data)
        by = signed_in(request.user)
        actions.change_regulation(by=by, regulation=row, facts_given=given)

    return _step(
        request,
        row,
        form,
        save,
        title=_("Write the regulation anew"),
        button=_("Save"),
        done=_("The regulation is saved."),
        stands=obstacle(rules.check_change_regulation, by=request.user, regulation=row),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def explain(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Write a section of the memorandum."""
    row = queries.regulation(request.user, pk)
    rules.check_draft_regulation(by=request.user, municipality=row.municipality)
    section = memorandum.section(code)
    if section is None:
        raise NotFoundError(_("The memorandum has no such section."))
    part = row.memorandum.filter(code=code).first()
    form = MemorandumForm(request.POST or None, initial={"text": part.text if part else ""})

    def save() -> None:
        by, text = signed_in(request.user), form.cleaned_data["text"]
        actions.explain(by=by, regulation=row, code=code, text=text)

    return _step(
        request,
        row,
        form,
        save,
        title=f"{section.code}. {section.title}",
        button=_("Save"),
        done=_("The section is saved."),
        stands=obstacle(rules.check_change_regulation, by=request.user, regulation=row),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def announce(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the draft to everybody and receive opinions."""
    row = queries.regulation(request.user, pk)
    rules.check_draft_regulation(by=request.user, municipality=row.municipality)
    form = DaysForm(request.POST or None)

    def send() -> None:
        by, closes = signed_in(request.user), form.cleaned_data["closes"]
        actions.announce(by=by, regulation=row, closes=closes)

    return _step(
        request,
        row,
        form,
        send,
        title=_("Announce the draft"),
        lede=_("Everybody reads draft and memorandum from today, and the days stay as announced."),
        button=_("Announce it"),
        done=_("The draft is announced."),
        stands=obstacle(rules.check_announce, by=request.user, regulation=row),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the council's decision."""
    row = queries.regulation(request.user, pk)
    rules.check_draft_regulation(by=request.user, municipality=row.municipality)
    stands = obstacle(rules.check_adopt_any, by=request.user, regulation=row)
    decisions = list(queries.decisions_for(row)) if stands is None else []
    form = AdoptForm(request.POST or None, decisions=decisions)

    def save() -> None:
        given = form.cleaned_data
        decision = next(each for each in decisions if str(each.pk) == given["decision"])
        by = signed_in(request.user)
        actions.adopt(by=by, regulation=row, decision=decision, number=given["number"])

    return _step(
        request,
        row,
        form,
        save,
        title=_("Record the council's decision"),
        lede=_(
            "It is listed once its two people have published it among the council's decisions, as "
            "one that permits to issue a binding regulation, of a sitting after the last day for "
            "opinions. The text stays as it is then."
        ),
        button=_("Record it"),
        done=_("The regulation is adopted."),
        stands=stands,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ministry(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what went to the ministry and what came back."""
    row = queries.regulation(request.user, pk)
    rules.check_draft_regulation(by=request.user, municipality=row.municipality)
    names = ("sent_on", "ministry", "ministry_on", "ministry_said", "reply")
    form = MinistryForm(request.POST or None, initial={name: getattr(row, name) for name in names})

    def save() -> None:
        given = actions.MinistryFacts(**form.cleaned_data)
        by = signed_in(request.user)
        actions.record_ministry(by=by, regulation=row, facts_given=given)

    return _step(
        request,
        row,
        form,
        save,
        title=_("The regulation at the ministry"),
        button=_("Save"),
        done=_("It is recorded."),
        stands=obstacle(rules.check_record_ministry, by=request.user, regulation=row),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the publication."""
    row = queries.regulation(request.user, pk)
    rules.check_draft_regulation(by=request.user, municipality=row.municipality)
    form = PublishForm(request.POST or None)

    def save() -> None:
        given = actions.PublicationFacts(**form.cleaned_data)
        by = signed_in(request.user)
        actions.publish_regulation(by=by, regulation=row, facts_given=given)

    return _step(
        request,
        row,
        form,
        save,
        title=_("Record the publication"),
        lede=_("Nothing of the regulation changes after that."),
        button=_("Record it"),
        done=_("The regulation is published."),
        stands=obstacle(rules.check_publish, by=request.user, regulation=row),
    )


@require_safe
def download(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Give the regulation or its memorandum as DOCX or PDF."""
    row = queries.regulation(request.user, pk)
    return sent(request, f"{row.pk}-{name}", lambda: papers.file(row, name))


def _step(
    request: HttpRequest,
    row: Regulation,
    form: Form,
    action: Callable[[], None],
    *,
    title: str,
    button: str,
    done: str,
    stands: Obstacle | None,
    lede: str = "",
) -> HttpResponse:
    """Carry out a step of a regulation, or show its form."""
    if form.is_valid() and attempt(request, action, form=form, done=done):
        return redirect("legislation:regulation", row.pk)
    context = {
        "form": form,
        "regulation": row,
        "title": title,
        "lede": lede,
        "button": button,
        "obstacle": stands,
    }
    return render(request, "legislation/regulation_step.html", context)
