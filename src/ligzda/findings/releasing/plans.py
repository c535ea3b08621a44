"""The registered plan as it is carried out on cells that were added up over one factor. Pure.

Terms of the factors that are left keep their priors. What the places and models had to themselves
becomes one random term of the groups, with the prior that the plan registers for places: a group of
several is no surer than one of them.
"""

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.findings.releasing.cells import GROUP

KNOWN = {"title", "outcome", "roles", "terms", "contrasts", "text"}
"""Parts of a plan that can be carried over; a plan with others is not carried out on sums."""
LEAST = 2
"""Factors that are left: groups of one factor alone are two, which teach no spread."""


def factors(plan: str) -> list[str]:
    """Return the columns that a plan compares the levels of, in its order."""
    compared = (each["column"] for each in tomllib.loads(plan).get("contrasts", ()))
    return list(dict.fromkeys(compared))


def on_sums(plan: str, kept: list[str]) -> str | None:
    """Return the plan for cells added up to the groups of `kept`; None where there is none."""
    given = tomllib.loads(plan)
    site = given.get("roles", {}).get("site")
    terms = given.get("terms", ())
    spread = next((each for each in terms if each.get("columns") == [site]), None)
    if given.keys() - KNOWN or spread is None or len(kept) < LEAST:
        return None
    words = _words()
    own = [each for each in terms if each["kind"] == "fixed" and set(_columns(each)) <= set(kept)]
    own.append({"name": GROUP, "kind": spread["kind"], "columns": [GROUP], "sd": spread["sd"],
                "why": words["why"]["en"]})  # fmt: skip
    contrasts = [each for each in given["contrasts"] if each["column"] in kept]
    made = {
        "title": f"{given.get('title', '')} {words['title']['en']}".strip(),
        "outcome": given["outcome"],
        "roles": {"site": GROUP},
        "terms": own,
        "contrasts": contrasts,
        "text": {
            language: _said(said, language, own, contrasts)
            for language, said in given.get("text", {}).items()
        },
    }
    return "".join(_written(made))


def _columns(term: dict[str, Any]) -> list[str]:
    found: list[str] = term.get("columns", [])
    return found


def _said(
    said: dict[str, Any], language: str, terms: list[Any], contrasts: list[Any]
) -> dict[str, Any]:
    """Return a plan's words in a language, of the terms and contrasts that are left."""
    words, names = _words(), {each["name"] for each in terms}
    called = {each["name"] for each in contrasts}
    found = {name: value for name, value in said.items() if isinstance(value, str)}
    if "title" in found:
        found["title"] = f"{found['title']} {words['title'][language]}"
    left = {
        part: {name: each for name, each in said.get(part, {}).items() if name in names | called}
        for part in ("terms", "reasons", "contrasts")
    }
    if left["reasons"]:
        left["reasons"][GROUP] = words["why"][language]
    return found | {part: each for part, each in left.items() if each}


@cache
def _words() -> dict[str, Any]:
    path = Path(__file__).resolve().parent / "data" / "words.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def _written(table: dict[str, Any], path: str = "") -> list[str]:
    """Write TOML: plain values, then tables and arrays of tables. JSON's strings are TOML's."""
    lines = [
        f"{_key(name)} = {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in table.items()
        if not _is_table(value)
    ]
    for name, value in table.items():
        at = f"{path}{_key(name)}"
        if isinstance(value, dict):
            lines += [f"\n[{at}]\n"] if not all(map(_is_table, value.values())) else []
            lines += _written(value, f"{at}.")
        elif _is_table(value):
            for each in value:
                lines += [f"\n[[{at}]]\n", *_written(each, f"{at}.")]
    return lines


def _key(name: str) -> str:
    return name if re.fullmatch("[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)
    )
