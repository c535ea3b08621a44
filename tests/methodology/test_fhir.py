"""The EBMonFHIR of an edition, held to the elements of FHIR R5 that it uses."""

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.methodology.editions_made import edition

from ligzda.methodology.editions.fhir import bundle

# Of each resource: what must be there, and what else may, by the definitions of R5.
RESOURCE = {"resourceType", "id", "language", "title", "_title", "date"}
CANONICAL = RESOURCE | {"status", "experimental", "identifier", "version"}
ELEMENTS: dict[str, tuple[set[str], set[str]]] = {
    "EvidenceVariable": ({"status"}, CANONICAL),
    "Evidence": (
        {"status", "variableDefinition"},
        CANONICAL | {"assertion", "_assertion", "note", "statistic", "relatedArtifact"},
    ),
    "ArtifactAssessment": ({"content"}, RESOURCE | {"artifactReference", "artifactUri"}),
}
STATUS = {"draft", "active", "retired", "unknown"}
INFORMATION = {"comment", "classifier", "rating", "container", "response", "change-request"}
STATISTIC = {"description", "statisticType", "quantity", "attributeEstimate"}


def broken(found: dict[str, Any]) -> list[str]:
    """Return what FHIR R5 would refuse, as far as our elements go."""
    entries = found.get("entry", [])
    said = (
        [] if (found["resourceType"], found.get("type")) == ("Bundle", "collection") else ["type"]
    )
    addresses = [each["fullUrl"] for each in entries]
    if len(set(addresses)) < len(addresses):
        said.append("an address twice")
    for one in (each["resource"] for each in entries):
        must, may = ELEMENTS[one["resourceType"]]
        said += [f"{one['resourceType']} without {name}" for name in sorted(must - one.keys())]
        said += [f"{one['resourceType']} has no {name}" for name in sorted(one.keys() - must - may)]
        said += ["status"] if one.get("status", "active") not in STATUS else []
        assessed = {"artifactReference", "artifactUri"} & one.keys()
        said += ["assesses not one thing"] if ("content" in one) != (len(assessed) == 1) else []
        said += ["a role"] * sum(
            "variableRole" not in each for each in one.get("variableDefinition", ())
        )
        said += ["a statistic"] * sum(each.keys() != STATISTIC for each in one.get("statistic", ()))
        said += ["information"] * sum(
            each["informationType"] not in INFORMATION for each in one.get("content", ())
        )
        said += [f"leads nowhere: {each}" for each in references(one) if each not in addresses]
    return said


def references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["reference"]] if isinstance(value.get("reference"), str) else []
        return own + [found for each in value.values() for found in references(each)]
    return (
        [found for each in value for found in references(each)] if isinstance(value, list) else []
    )


def test_an_edition_keeps_the_rules_and_says_what_it_says() -> None:
    found = json.loads(bundle(edition()))
    assert broken(found) == []
    assert bundle(edition()) == bundle(edition())
    by_id = {each["resource"]["id"]: each["resource"] for each in found["entry"]}
    said = edition().claims[0].sentences
    claim = by_id["claim-1"]
    assert claim["assertion"] == str(said["lv"])
    assert claim["_assertion"]["extension"][0]["extension"][1]["valueString"] == str(said["en"])
    effect = edition().runs[0].effects[0]
    statistic = by_id["evaluation-1"]["statistic"][0]
    assert statistic["quantity"]["value"] == float(effect.mean)
    assert statistic["attributeEstimate"][0]["range"]["low"]["value"] == float(effect.lower)
    assert "relatedArtifact" in claim
    assert by_id["recommendation-1"]["content"][0]["classifier"] == [{"text": "conditional"}]


def test_what_rests_on_data_that_are_not_public_has_no_numbers() -> None:
    run = replace(edition().runs[0], effects=())
    found = json.loads(bundle(replace(edition(), runs=(run,))))
    assert broken(found) == []
    assert "statistic" not in json.dumps(found)
    assert "derived-from" not in json.dumps(
        [each for each in found["entry"] if each["resource"]["resourceType"] == "Evidence"]
    )


@pytest.mark.parametrize(
    ("kind", "name"),
    [("Evidence", "variableDefinition"), ("Evidence", "status"), ("ArtifactAssessment", "content")],
)
def test_a_resource_without_a_required_element_is_seen(kind: str, name: str) -> None:
    found = json.loads(bundle(edition()))
    one = next(each["resource"] for each in found["entry"]
               if each["resource"]["resourceType"] == kind)  # fmt: skip
    del one[name]
    assert f"{kind} without {name}" in broken(found)
