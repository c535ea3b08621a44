"""What the schema of Akoma Ntoso cannot see, checked: marks, destinations, identifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from xml.etree.ElementTree import Element, fromstring

from ligzda.drafting.akn.names import AKN

_A = f"{{{AKN}}}"


def faults(amending: str, act: str) -> list[str]:
    """Return what is wrong in an amending document against the document of the act it amends.

    Each ``mod`` has a ``textualMod`` and back, what it names is there, every identifier is there
    once in each document. A destination is in the act, or it is the unit that the mark's new text
    holds, in a container that is in the act.
    """
    one, other = fromstring(amending), fromstring(act)
    said: list[str] = []
    known = []
    for tree in (one, other):
        ids = Counter(each.get("eId", "") for each in tree.iter() if each.get("eId"))
        said += [f"{name} is there {count} times" for name, count in ids.items() if count > 1]
        known.append(ids.keys())
    mods = {each.get("eId", "") for each in one.iter(f"{_A}mod")}
    sources = set()
    for mark in one.iter(f"{_A}textualMod"):
        for each in mark:
            href = each.get("href", "")
            name = href.rpartition("#")[2]
            tag = each.tag.removeprefix(_A)
            if tag == "source":
                sources.add(name)
            if tag in {"source", "old", "new"} and name not in known[0]:
                said.append(f"{mark.get('eId')}: {tag} {href} is not in the amending act")
            if tag == "destination" and name not in known[1] and not _is_new(mark, name, known[1]):
                said.append(f"{mark.get('eId')}: {href} is not in the act")
    said += [f"{name} has no textualMod" for name in sorted(mods - sources)]
    said += [f"a textualMod names {name}, which is no mod" for name in sorted(sources - mods)]
    return said


def _is_new(mark: Element, destination: str, known: Collection[str]) -> bool:
    """Return whether a mark brings the unit that it names."""
    container, _, own = destination.rpartition("__")
    new = mark.find(f"{_A}new")
    brought = "" if new is None else new.get("href", "").rpartition("__")[2]
    return mark.get("type") == "insertion" and own == brought and container in {"", *known}
