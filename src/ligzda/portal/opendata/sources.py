"""The rows of each data set, from the read side of the rooms, as a stranger may see them."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.network import queries as network
from ligzda.trial.registry import queries as registry

REFERENCE_DAYS = {
    "2016": network.PROJECT_DATE,
    "2021": datetime.date(2021, 7, 1),
    "2025": datetime.date(2025, 7, 1),
}
"""Before the reform of 2021, after it, and after Varakļāni joined Madona in 2025."""

Rows = Iterator[Mapping[str, Any]]


def municipalities() -> Rows:
    """Give each municipality on each reference day."""
    for day in REFERENCE_DAYS.values():
        for row in network.municipalities(day):
            yield {**vars(row), "id": f"{row.slug}_{day.isoformat()}", "on": day}


def partners() -> Rows:
    """Give the partners of the network."""
    for row in network.partners():
        yield {**vars(row), "id": row.slug, "kind": row.kind_name}


def decisions() -> Rows:
    """Give the published decisions of councils."""
    for row in network.published_decisions():
        yield {**vars(row), "id": row.number}


def incubators_() -> Rows:
    """Give the incubators."""
    for row in incubators.incubators():
        models = row.feasible_models
        yield {
            **vars(row),
            "id": row.slug,
            "state": row.state_name,
            "any_model": models is None,
            "feasible_models": list(models or []),
        }


def practices() -> Rows:
    """Give the library of practices."""
    for row in blueprints.practices():
        yield {
            **vars(row),
            "id": row.code,
            "fact": row.fact.text,
            "to_be_checked": row.fact.to_be_checked,
        }


def models() -> Rows:
    """Give the models in their newest published version."""
    for row in blueprints.models():
        signs = {
            f"factor_{letter.lower()}": {"+": "plus", "-": "minus"}[sign]
            for letter, sign in row.cell.items()
        }
        yield {**vars(row), **signs, "id": row.code}


def protocols() -> Rows:
    """Give the registered versions of the protocol that do not wait for their day."""
    for row in registry.protocols():
        if row.registered_at is not None:
            yield {
                "id": str(row),
                "title": str(row.content.get("title", "")),
                "registered_on": timezone.localtime(row.registered_at).date(),
                "sha256": row.sha256,
                "changed": row.changed,
            }
