"""Pages of frozen data sets: all of them, the form to freeze another, one of them, its files."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.indicators.data_sets import actions, codebook, queries, rules
from ligzda.indicators.data_sets.contents import Contents, columns
from ligzda.indicators.data_sets.forms import FreezeForm
from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.shown import said
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError, WrongStateError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.network.rules import signed_in

PARQUET = "application/vnd.apache.parquet"
MOST = 200
"""Changed cells on a page; the files of both sets have all."""


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def data_sets(request: HttpRequest) -> HttpResponse:
    """List the sets; freeze another."""
    rules.check_see_data_sets(viewer=request.user)
    if request.method == "POST":
        rules.check_freeze(by=request.user)
    form = FreezeForm(request.POST or None)
    hashes = []

    def freeze() -> None:
        row, made = actions.freeze(by=signed_in(request.user), **form.cleaned_data)
        if not made:
            raise WrongStateError(
                _("These cells are frozen already, with the same hash: %(hash)s.")
                % {"hash": row.sha256}
            )
        hashes.append(row.sha256)

    if form.is_valid() and attempt(request, freeze, form=form, done=_("The data set is frozen.")):
        return redirect("indicators:data_set", hashes[0])
    context = {
        "rows": [
            (one, said(dictionary()[one.row.outcome].name), said(moments()[one.row.moment]))
            for one in queries.data_sets(request.user)
        ],
        "form": form,
        "freezing": obstacle(rules.check_freeze, by=request.user),
    }
    return render(request, "indicators/data_sets.html", context)


@login_required
@never_cache
@require_safe
def data_set(request: HttpRequest, sha256: str) -> HttpResponse:
    """Show a set: what is in it, its hash, what it rests on, what has changed since."""
    one = queries.data_set(request.user, sha256)
    entry = dictionary()[one.row.outcome]
    planned = rules.another_moment(moment=one.row.moment, plan=one.row.protocol.plan)
    context = {
        "one": one,
        "planned": said(moments()[planned]) if planned else "",
        "name": said(entry.name),
        "moment": said(moments()[one.row.moment]),
        "columns": ", ".join(columns(one.row.outcome)),
        "rests_on": sorted(one.row.rests_on.items()),
        "changes": one.changes[:MOST],
        "downloads": may(rules.check_download, viewer=request.user),
    }
    return render(request, "indicators/data_set.html", context)


@login_required
@never_cache
@require_safe
def data_set_file(request: HttpRequest, sha256: str, kind: str) -> HttpResponse:
    """Give the cells, the plan beside them (what `ligzda evaluate` takes), or a codebook."""
    rules.check_download(viewer=request.user)
    row = queries.data_set(request.user, sha256).row
    one = codebook.Described(
        row.outcome,
        row.moment,
        row.as_of.isoformat(),
        str(row.protocol),
        row.rests_on.get(f"dictionary/{row.outcome}", ""),
        Contents(row.content),
    )
    name = f"cells-{row.sha256[:12]}"
    files: dict[str, tuple[Callable[[], str | bytes], str, str]] = {
        "cells": (lambda: row.content, "text/csv; charset=utf-8", f"{name}.csv"),
        "parquet": (lambda: codebook.parquet(one), PARQUET, f"{name}.parquet"),
        "csvw": (lambda: codebook.csvw(one), "application/csvm+json", f"{name}.csv-metadata.json"),
        "ddi": (lambda: codebook.ddi(one), "application/xml", f"{name}.ddi.xml"),
        "plan": (lambda: row.protocol.plan, "application/toml", f"plan-{row.protocol}.toml"),
    }
    if kind not in files:
        raise NotFoundError(_("There is no such file."))
    made, media_type, file = files[kind]
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return HttpResponse(made(), content_type=media_type, headers=headers)
