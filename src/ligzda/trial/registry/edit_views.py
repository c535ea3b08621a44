"""Writing a draft of the protocol: a section at a time, or all of it on one page."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.blueprints import queries as blueprints
from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes
from ligzda.kernel.errors import BadDataError
from ligzda.network.rules import signed_in
from ligzda.trial.registry import actions, queries, rules
from ligzda.trial.registry.fields import SECTIONS, Words, missing
from ligzda.trial.registry.forms import PLAN, ProtocolForm
from ligzda.trial.registry.models import ProtocolVersion

ALL = "all"


@dataclass(frozen=True)
class Part:
    """A section of the form: how far it is, and what it still lacks, each with its address."""

    key: str
    title: Words
    url: str
    answered: int
    asked: int
    lacks: list[tuple[Words, str]]
    current: bool


@login_required
def protocol_edit(request: HttpRequest, number: str) -> HttpResponse:
    """Write a draft, or with `?section=` one section of it. It may be saved unfinished."""
    version = queries.protocol(number, request.user)
    keys = [*(section.key for section in SECTIONS), PLAN]
    wanted = request.GET.get("section", ALL)
    section = wanted if wanted in keys else ""
    unsaved.about(request, version, section)
    rules.check_edit_protocol(by=request.user, version=version)
    form = ProtocolForm(request.POST or None, version=version, section=section)

    def save() -> None:
        actions.edit_version(
            by=signed_in(request.user),
            version=version,
            as_seen=(version.content, version.plan),
            content=form.content(),
            plan=form.plan(),
            models=blueprints.newest_versions() if "models" in request.POST else None,
        )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The draft of the protocol is saved."))
    ):
        following = request.POST.get("following", "")
        if following in keys:
            return redirect(f"{reverse('trial:edit', args=[number])}?section={following}")
        return redirect("trial:version", number)
    return edit_page(request, version, form, section)


def edit_page(
    request: HttpRequest,
    version: ProtocolVersion,
    form: ProtocolForm,
    section: str,
    **more: object,
) -> HttpResponse:
    """Show the form of a section, or of all of them."""
    keys = [*(row.key for row in SECTIONS), PLAN]
    parts = _parts(version, section)
    after = keys[keys.index(section) + 1 :] if section else []
    context = {
        "form": form,
        "version": version,
        "parts": parts,
        "section": section,
        "models_here": section in ("", "design"),
        "following": next((part for part in parts if part.key in after[:1]), None),
        **more,
    }
    return render(request, "trial/edit.html", context)


def _parts(version: ProtocolVersion, current: str) -> list[Part]:
    """Return the sections with what is saved in each; links stay on the page that is open."""
    here = reverse("trial:edit", args=[str(version)])
    empty = {field.key for field in missing(version.content)}
    found = []
    for section in SECTIONS:
        url = f"{here}?section={section.key}"
        near = "" if current in ("", section.key) else url
        asked = [field for field in section.fields if field.required]
        lacks = [
            (f.label, f"{near}#id_{f.key}{'_0' if f.worded else ''}")
            for f in asked
            if f.key in empty
        ]
        done = len(asked) - len(lacks)
        found.append(
            Part(section.key, section.title, url, done, len(asked), lacks, current == section.key)
        )
    try:
        rules.check_plan(version.plan)
        lacks = []
    except BadDataError:
        near = "" if current in ("", PLAN) else f"{here}?section={PLAN}"
        lacks = [(_("a plan that can be carried out"), f"{near}#id_plan_toml")]
    title, url = _("Analysis plan"), f"{here}?section={PLAN}"
    return [*found, Part(PLAN, title, url, 1 - len(lacks), 1, lacks, current == PLAN)]
