"""The RO-Crate of an edition, held to rules of the specification (1.1)."""

import io
import json
import zipfile
from typing import Any

import pytest
from tests.methodology.editions_made import assembled, edition

from ligzda.kernel.hashing import sha256
from ligzda.methodology.editions.crate import CONFORMS, CONTEXT, METADATA, crate


def read(content: bytes) -> tuple[dict[str, bytes], dict[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return files, json.loads(files[METADATA])


def broken(files: dict[str, bytes], said: dict[str, Any]) -> list[str]:
    """Return what breaks the rules of RO-Crate 1.1, sections 4 to 6."""
    entities = said["@graph"]
    by_id = {one["@id"]: one for one in entities}
    found = []
    if said["@context"] != CONTEXT or len(by_id) != len(entities):
        found.append("context, or an identifier twice")
    descriptor, root = by_id.get(METADATA, {}), by_id.get("./", {})
    if descriptor.get("about") != {"@id": "./"} or descriptor.get("conformsTo") != {
        "@id": CONFORMS
    }:
        found.append("metadata descriptor")
    lacking = {"name", "description", "datePublished", "license", "hasPart"} - root.keys()
    if root.get("@type") != "Dataset" or lacking:
        found.append("root data entity")
    parts = {each["@id"] for each in root.get("hasPart", ())}
    data = {one["@id"] for one in entities if one["@type"] == "File"}
    if not parts == data == files.keys() - {METADATA}:
        found.append("files")
    for one in entities:
        if "@type" not in one or "@id" not in one:
            found.append("an entity without type")
        pointed = [each["@id"] for value in one.values()
                   for each in (value if isinstance(value, list) else [value])
                   if isinstance(each, dict) and "@id" in each]  # fmt: skip
        found += [f"{one['@id']} → {each}" for each in pointed
                  if each not in by_id and not each.startswith("https:")]  # fmt: skip
        if one["@type"] == "File" and sha256(files[one["@id"]]) != one["sha256"]:
            found.append(f"{one['@id']}: hash")
    return found


def test_a_crate_keeps_the_rules_and_is_the_same_bytes_again() -> None:
    content = crate(edition(), assembled().files)
    files, said = read(content)
    assert broken(files, said) == []
    assert crate(edition(), assembled().files) == content
    acts = [one for one in said["@graph"] if one["@type"] == "CreateAction"]
    assert len(acts) == len(edition().runs)
    claim = next(one for one in said["@graph"] if one["@id"] == "#claim-1")
    assert {each["@language"] for each in claim["text"]} == {"lv", "en"}


@pytest.mark.parametrize("fault", ["./", METADATA, "edition.json", "#evaluation-1"])
def test_a_crate_without_one_of_its_entities_is_seen(fault: str) -> None:
    files, said = read(crate(edition(), assembled().files))
    said["@graph"] = [one for one in said["@graph"] if one["@id"] != fault]
    assert broken(files, said) != []
