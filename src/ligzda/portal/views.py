"""Thin: a query, a template."""

import datetime
from urllib.parse import urlencode

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.network import queries as network
from ligzda.portal import queries
from ligzda.portal.country_map import country_map, locator
from ligzda.portal.model_cube import model_cube


def _year(request: HttpRequest) -> str:
    """Return the year asked for, else the latest: a reader of today looks for today's country."""
    asked = request.GET.get("year", "")
    latest = max(network.REFERENCE_DAYS, key=network.REFERENCE_DAYS.__getitem__)
    return asked if asked in network.REFERENCE_DAYS else latest


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what the network is, where it is, what it tries and who takes part."""
    year = _year(request)
    models = blueprints.models()
    return render(
        request,
        "portal/home.html",
        {
            "years": network.REFERENCE_DAYS,
            "map": country_map(year, network.REFERENCE_DAYS[year]),
            "incubators": incubators.incubators(),
            "cube": model_cube(models),
            "questions": queries.questions(),
            "cells": queries.cells(models),
            "partner_groups": queries.partner_groups(),
        },
    )


@require_safe
def municipalities(request: HttpRequest) -> HttpResponse:
    """List the municipalities of a year."""
    year = _year(request)
    rows = network.municipalities(network.REFERENCE_DAYS[year])
    return render(
        request,
        "portal/municipalities.html",
        {
            "years": network.REFERENCE_DAYS,
            "year": year,
            "day": network.REFERENCE_DAYS[year],
            "rows": rows,
            "taking_part": [row for row in rows if row.takes_part],
        },
    )


@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one municipality: its dates, its part, its incubator, its council's decisions."""
    day = network.REFERENCE_DAYS[_year(request)] if "year" in request.GET else None
    row = network.municipality(slug, day, request.user)
    incubator = queries.incubator_of(slug)
    return render(
        request,
        "portal/municipality.html",
        {
            "row": row,
            "locator": locator(row.slug, row.valid_to or max(network.REFERENCE_DAYS.values())),
            "before": [_dated(neighbour) for neighbour in row.predecessors],
            "after": [_dated(neighbour) for neighbour in row.successors],
            "incubator": incubator,
            "edits": queries.edits(request.user, row.slug),
            "feasible": queries.feasible_models(incubator) if incubator else [],
        },
    )


def _dated(neighbour: network.Neighbour) -> dict[str, object]:
    """Return a neighbour with the address that shows it as it was then."""
    last = neighbour.valid_to or datetime.date.max
    years = [y for y, day in network.REFERENCE_DAYS.items() if neighbour.valid_from <= day <= last]
    url = reverse("portal:municipality", args=[neighbour.slug])
    query = f"?{urlencode({'year': years[0]})}" if years else ""
    return {**vars(neighbour), "url": url + query}


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    """Compare the eight models: the three questions, the ideas, the twelve factors."""
    rows = blueprints.models()
    return render(
        request,
        "portal/models.html",
        {
            "rows": rows,
            "cube": model_cube(rows),
            "questions": queries.questions(),
            "cells": queries.cells(rows),
            "comparison": queries.comparison(rows),
        },
    )


@require_safe
def model(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one model with its answers, practices and place in the cube."""
    rows = blueprints.models()
    code = next((row.code for row in rows if row.slug == slug), slug)
    row = blueprints.model(code)
    context = {
        "row": row,
        "cube": model_cube(rows, current=row.code),
        "answers": queries.answers(row),
    }
    return render(request, "portal/model.html", context)


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """List the rules of law that the models touch, for whoever is to check or amend them."""
    rows = blueprints.rules_touched()
    waiting = sum(row.to_be_checked for row in rows)
    return render(request, "portal/rules.html", {"rows": rows, "waiting": waiting})


@require_safe
def practices(request: HttpRequest) -> HttpResponse:
    """List the practices, Latvia first, then country by country."""
    return render(request, "portal/practices.html", {"groups": queries.practices_by_country()})


@require_safe
def practice(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one practice, its source, and the models traced to it."""
    row = blueprints.practice(slug)
    traced = [model for model in blueprints.models() if model.code in row.models]
    return render(request, "portal/practice.html", {"row": row, "models": traced})


@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """List the partners by kind."""
    return render(request, "portal/partners.html", {"groups": queries.partners_in_two()})


@require_safe
def partner(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one partner and its council's decisions."""
    return render(
        request, "portal/partner.html", {"row": network.partner(slug, viewer=request.user)}
    )


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say how Ligzda works, what is invented and where the facts come from."""
    return render(request, "portal/about.html")


@login_required
@require_safe
def my_place(request: HttpRequest) -> HttpResponse:
    """Show my day, what my roles let me do, how my account is protected."""
    context = {
        "roles": queries.my_roles(request.user),
        "day": network.day_of(request.user),
        "two_factor": is_mfa_enabled(request.user),
    }
    return render(request, "portal/my_place.html", context)
