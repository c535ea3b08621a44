"""An edition as EBMonFHIR: a Bundle of FHIR R5 resources, as small as is honest.

Of each outcome an EvidenceVariable, of each evaluation whose differences are printed an Evidence
with its statistics, of each claim an Evidence that asserts its sentence, of each recommendation an
ArtifactAssessment. Statistics are given where an edition prints them, and nowhere else. The mapping
is ours, after the guide's own (HL7 Evidence Based Medicine on FHIR, 1.0.0-ballot2); no registered
profile is claimed. The same edition gives the same bytes.
"""

import json
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from ligzda.findings.claims import parse, units
from ligzda.kernel.hashing import sha256
from ligzda.languages import CODES, DEFAULT
from ligzda.methodology.editions.contents import (
    RECOMPUTABLE,
    Edition,
    NamedOutcome,
    PrintedEffect,
    PublishedClaim,
    PublishedRecommendation,
    PublishedRun,
    Said,
    edition_json,
)

SYSTEM = "urn:ligzda"
"""Of our own codes: an edition knows no address of its site."""
_TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
_OTHERS = [code for code in CODES if code != DEFAULT]
Resource = dict[str, Any]


def bundle(edition: Edition) -> bytes:
    """Return the Bundle (type collection) as JSON, each resource under an address of its own."""
    made = {
        "resourceType": "Bundle",
        "id": f"ligzda-{edition.number}",
        "language": DEFAULT,
        "identifier": {
            "system": f"{SYSTEM}:edition-sha256",
            "value": sha256(edition_json(edition)),
        },
        "type": "collection",
        "timestamp": f"{edition.date.isoformat()}T00:00:00Z",
        "entry": [
            {"fullUrl": _address(edition, each["resourceType"], each["id"]), "resource": each}
            for each in _resources(edition)
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _address(edition: Edition, kind: str, name: str) -> str:
    return uuid5(NAMESPACE_OID, f"{SYSTEM}:{edition.number}:{edition.date}:{kind}/{name}").urn


def _resources(edition: Edition) -> Iterator[Resource]:
    for outcome in edition.vocabulary.outcomes:
        yield _variable(edition, outcome)
    for run in edition.runs:
        if run.effects:
            yield _evaluation(edition, run)
    for claim in edition.claims:
        yield _claim(edition, claim)
    for one in edition.recommendations:
        yield _recommendation(edition, one)


def _begun(edition: Edition, kind: str, number: str, title: Said) -> Resource:
    return {
        "resourceType": kind,
        "id": number,
        "language": DEFAULT,
        "status": "active",
        "experimental": edition.invented,
        "date": edition.date.isoformat(),
        **_texts("title", title),
    }


def _texts(name: str, said: Said) -> Resource:
    """Return a text, and beside it what it is in the other languages (FHIR's extension)."""
    others = [
        {"url": _TRANSLATION, "extension": [{"url": "lang", "valueCode": code},
                                            {"url": "content", "valueString": said[code]}]}
        for code in _OTHERS
    ]  # fmt: skip
    return {name: said[DEFAULT], f"_{name}": {"extension": others}}


def _variable(edition: Edition, outcome: NamedOutcome) -> Resource:
    return {
        **_begun(edition, "EvidenceVariable", _name(outcome.code), outcome.name),
        "identifier": [{"system": f"{SYSTEM}:dictionary", "value": outcome.code}],
        "version": str(outcome.version),
    }


def _evaluation(edition: Edition, run: PublishedRun) -> Resource:
    outcome = next(row for row in edition.vocabulary.outcomes if row.code == run.outcome)
    unit = units()[outcome.unit].forms[DEFAULT]["bare"][1]
    return {
        **_begun(edition, "Evidence", f"evaluation-{run.number}", outcome.name),
        "identifier": [
            {"system": f"{SYSTEM}:cells-sha256", "value": run.cells.sha256},
            {"system": f"{SYSTEM}:plan-sha256", "value": run.plan.sha256},
        ],
        "variableDefinition": [_role(edition, outcome.code)],
        "statistic": [_statistic(effect, unit) for effect in run.effects],
    }


def _statistic(effect: PrintedEffect, unit: str) -> Resource:
    def estimate(level: str, low: str, high: str) -> Resource:
        return {
            "type": {"text": "credible interval"},
            "level": float(level),
            "range": {"low": {"value": float(low)}, "high": {"value": float(high)}},
        }

    return {
        "description": effect.name,
        "statisticType": {"text": "difference, posterior mean"},
        "quantity": {"value": float(effect.mean), "unit": unit},
        "attributeEstimate": [
            estimate("0.95", effect.lower, effect.upper),
            estimate("0.8", effect.lower80, effect.upper80),
        ],
    }


def _role(edition: Edition, outcome: str) -> Resource:
    return {
        "variableRole": {"text": "outcome"},
        "observed": {"reference": _address(edition, "EvidenceVariable", _name(outcome))},
    }


def _claim(edition: Edition, claim: PublishedClaim) -> Resource:
    outcome = getattr(parse(claim.predicate), "outcome").code  # noqa: B009 - every kind has one
    known = {row.code for row in edition.vocabulary.outcomes}
    said: Said = {code: str(text) for code, text in claim.sentences.items()}
    made = {
        **_begun(edition, "Evidence", f"claim-{claim.number}", said),
        "identifier": [{"system": f"{SYSTEM}:predicate-sha256", "value": claim.sha256}],
        **_texts("assertion", said),
        "note": [
            {"text": f"state: {claim.state}"},
            {"text": f"verdict: {claim.verdict}"},
            {"text": f"needs: {claim.needs}"},
            {"text": claim.predicate},
        ],
        "variableDefinition": [
            _role(edition, outcome) if outcome in known else {"variableRole": {"text": "outcome"}}
        ],
    }
    shown = {run.number for run in edition.runs if run.effects}
    if claim.needs == RECOMPUTABLE and claim.run in shown:
        address = _address(edition, "Evidence", f"evaluation-{claim.run}")
        made["relatedArtifact"] = [
            {"type": "derived-from", "resourceReference": {"reference": address}}
        ]
    return made


def _recommendation(edition: Edition, one: PublishedRecommendation) -> Resource:
    claims = [claim.number for number in one.claims if (claim := edition.claim(number))]
    first = _address(edition, "Evidence", f"claim-{claims[0]}") if claims else ""
    return {
        "resourceType": "ArtifactAssessment",
        "id": f"recommendation-{one.number}",
        "language": DEFAULT,
        "date": edition.date.isoformat(),
        **_texts("title", one.title),
        # What is assessed: the first claim, or the recommendation's own words where it names none.
        **({"artifactReference": {"reference": first}} if first
           else {"artifactUri": f"{SYSTEM}:recommendation:{one.number}"}),
        "content": [
            {
                "informationType": "classifier",
                "type": {"text": "strength of recommendation"},
                "classifier": [{"text": one.strength}],
                **_texts("summary", one.justification),
            },
            *(
                {
                    "informationType": "classifier",
                    "type": {"text": row.name[DEFAULT]},
                    "classifier": [{"text": row.judgement[DEFAULT]}],
                    **_texts("summary", row.text),
                }
                for row in one.criteria
            ),
            *(_rests_on(edition, number) for number in claims),
        ],
    }  # fmt: skip


def _rests_on(edition: Edition, claim: int) -> Resource:
    address = _address(edition, "Evidence", f"claim-{claim}")
    return {
        "informationType": "comment",
        "type": {"text": "rests on"},
        "relatedArtifact": [{"type": "derived-from", "resourceReference": {"reference": address}}],
    }


def _name(code: str) -> str:
    """Return an identifier as FHIR takes it: letters, digits, points and dashes."""
    return code.replace("_", "-")
