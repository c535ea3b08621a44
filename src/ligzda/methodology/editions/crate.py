"""An edition as a Research Object Crate (RO-Crate 1.1): what is in it, and what follows from what.

The crate is a ZIP whose `ro-crate-metadata.json` describes edition.json, the cells and plans beside
it, each evaluation as an act of the engine on them, and each claim as a sentence that rests on its
evaluation. The same edition gives the same bytes.
"""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from ligzda.kernel.hashing import sha256
from ligzda.languages import DEFAULT
from ligzda.methodology.editions.contents import FILE, Edition, PublishedRun, edition_json

METADATA = "ro-crate-metadata.json"
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
CONFORMS = "https://w3id.org/ro/crate/1.1"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def metadata(edition: Edition, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what `ro-crate-metadata.json` says of an edition and the files beside it."""
    return {"@context": CONTEXT, "@graph": list(_graph(edition, files))}


def crate(edition: Edition, files: Mapping[str, bytes]) -> bytes:
    """Return the crate as a ZIP."""
    said = json.dumps(metadata(edition, files), ensure_ascii=False, indent=1, sort_keys=True)
    content = {METADATA: said.encode(), FILE: edition_json(edition), **_beside(edition, files)}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, octets in content.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP), octets)
    return made.getvalue()


def _beside(edition: Edition, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {each.name: files[each.name] for each in edition.files}


def _graph(edition: Edition, files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    beside = _beside(edition, files)
    claims = [f"#claim-{each.number}" for each in edition.claims]
    runs = [f"#evaluation-{each.number}" for each in edition.runs]
    yield {
        "@id": METADATA,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": CONFORMS},
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": edition.title[DEFAULT],
        "description": "; ".join(section.heading[DEFAULT] for section in edition.sections),
        "datePublished": edition.date.isoformat(),
        "version": str(edition.number),
        "license": {"@id": LICENCE},
        "inLanguage": list(edition.title),
        "hasPart": [{"@id": name} for name in (FILE, *beside)],
        "mentions": [{"@id": each} for each in (*runs, *claims)],
    }
    yield {"@id": LICENCE, "@type": "CreativeWork", "name": "CC BY 4.0"}
    yield _file(FILE, edition_json(edition), "application/json")
    for name, content in beside.items():
        yield _file(name, content, "text/csv" if name.endswith(".csv") else "application/toml")
    for version in sorted({run.engine_version for run in edition.runs}):
        yield {
            "@id": f"#engine-{version}",
            "@type": "SoftwareApplication",
            "name": "Ligzda",
            "softwareVersion": version,
        }
    for run in edition.runs:
        yield _act(run)
    for claim in edition.claims:
        yield {
            "@id": f"#claim-{claim.number}",
            "@type": "Claim",
            "name": str(claim.number),
            "text": [{"@language": code, "@value": str(said)}
                     for code, said in claim.sentences.items()],
            "identifier": claim.sha256,
            "isBasedOn": [{"@id": f"#evaluation-{claim.run}"}] if claim.run else [],
            "additionalProperty": [{"@id": f"#predicate-{claim.number}"}],
            "creativeWorkStatus": claim.state,
        }  # fmt: skip
        yield {
            "@id": f"#predicate-{claim.number}",
            "@type": "PropertyValue",
            "name": "predicate",
            "value": claim.predicate,
            "description": claim.needs,
        }


def _act(run: PublishedRun) -> dict[str, Any]:
    return {
        "@id": f"#evaluation-{run.number}",
        "@type": "CreateAction",
        "name": f"{run.outcome}, {run.moment}".rstrip(", "),
        "instrument": {"@id": f"#engine-{run.engine_version}"},
        "object": [{"@id": run.cells.name}, {"@id": run.plan.name}],
        "result": {"@id": FILE},
    }


def _file(name: str, content: bytes, media: str) -> dict[str, Any]:
    return {
        "@id": name,
        "@type": "File",
        "name": name,
        "encodingFormat": media,
        "contentSize": str(len(content)),
        "sha256": sha256(content),
    }
