"""The page on how a model is run at an incubator."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.kernel.attempt import attempt
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may
from ligzda.network.rules import signed_in
from ligzda.trial.assignment.models import Course
from ligzda.trial.running import actions, rules
from ligzda.trial.running.forms import AdaptationForm
from ligzda.trial.running.models import (
    LOCAL_ITEMS,
    Adaptation,
)


def here(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an incubator's models as they are run there; record an adaptation."""
    incubator = get_object_or_404(incubators.rows(), slug=slug)
    courses = Course.objects.filter(incubator=incubator).order_by("during")
    versions = list(dict.fromkeys(courses.values_list("arm__version", flat=True)))
    records = may(rules.check_record_running, by=request.user, incubator=incubator)
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

    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(request, save, form=form, done=_("The adaptation is recorded."))
    ):
        return redirect("trial:here", slug)
    rows = blueprints.versions(versions).prefetch_related("texts").in_bulk()
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
        "form": form if records and versions else None,
    }
    return render(request, "trial/here.html", context)
