"""Citations and cross-references in prose, and sources as a list prints them. Pure.

`[@key]` cites a source; `[#claim-7]`, `[#recommendation-2]` and `[#block-3]` lead to a place in the
document. What leads nowhere is refused when it is written, and again when an edition is made.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_CITED = re.compile(r"\[@([a-z0-9-]+)\]")
_LEADS = re.compile(r"\[#(claim|recommendation|block)-([0-9]{1,5})\]")
_ANY = re.compile(r"\[[@#][^\]]*\]")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
MOST_DOI = 100
"""Characters of a DOI."""
KINDS = frozenset({"article", "article-journal", "book", "chapter", "dataset", "legislation",
                   "report", "thesis", "webpage"})  # fmt: skip
"""Kinds of CSL items that a methodology cites."""


@dataclass(frozen=True)
class Known:
    """What prose may point at: keys of sources, numbers of claims, recommendations, blocks."""

    sources: Collection[str]
    numbers: Mapping[str, Collection[int]]


def nowhere(text: str, known: Known) -> list[str]:
    """Return the marks of a text that lead nowhere, as they stand in it."""
    found = []
    for mark in marks(text):
        cited, leads = _CITED.fullmatch(mark), _LEADS.fullmatch(mark)
        good = (cited and cited[1] in known.sources) or (
            leads and int(leads[2]) in known.numbers[leads[1]]
        )
        if not good:
            found.append(mark)
    return found


def marks(text: str) -> list[str]:
    """Return the marks of a text as they stand in it, wherever they lead."""
    return _ANY.findall(text)


def cited(texts: Sequence[str]) -> list[str]:
    """Return the keys that texts cite, in the order of their first place."""
    return list(dict.fromkeys(key for text in texts for key in _CITED.findall(text)))


def written(
    text: str, order: Sequence[str], words: Mapping[str, str], headings: Mapping[int, str]
) -> str:
    """Return a text as it is printed: sources by number, other marks in `words` of their kind.

    `headings`: of blocks by number, for readers of an edition see no block's number.
    """

    def said(one: re.Match[str]) -> str:
        return words[one[1]].format(number=one[2], heading=headings.get(int(one[2]), ""))

    text = _CITED.sub(lambda one: f"[{order.index(one[1]) + 1}]", text)
    return _LEADS.sub(said, text)


def faults(item: object) -> list[str]:
    """Return the fields of a CSL item that are missing or odd; [] for a good one."""
    if not isinstance(item, dict):
        return ["{}"]
    found = [name for name in ("title",) if not isinstance(item.get(name), str) or not item[name]]
    if not isinstance(item.get("type"), str) or item["type"] not in KINDS:
        found.append("type")
    authors = item.get("author", [])
    if not isinstance(authors, list) or not all(map(_named, authors)):
        found.append("author")
    if "issued" in item and _year(item) == "":
        found.append("issued")
    if item.get("DOI", "") != "" and not _doi(item["DOI"]):
        found.append("DOI")
    if not _writable(item):
        found.append("U+0000")
    return found


def as_printed(item: Mapping[str, Any]) -> str:
    """Return a source as the list of sources prints it."""
    names = ", ".join(_name(each) for each in item.get("author", ()))
    year, where = _year(item), item.get("container-title") or item.get("publisher") or ""
    head = " ".join(filter(None, (names, f"({year})" if year else "")))
    parts = [head, item["title"], where, f"doi:{item['DOI']}" if item.get("DOI") else ""]
    return ". ".join(str(part).rstrip(".") for part in parts if part) + "."


def _named(author: object) -> bool:
    if not isinstance(author, dict):
        return False
    texts = all(isinstance(author.get(name, ""), str) for name in ("family", "given", "literal"))
    return texts and bool(author.get("family") or author.get("literal"))


def _doi(text: object) -> bool:
    return isinstance(text, str) and len(text) <= MOST_DOI and bool(_DOI.fullmatch(text))


def _writable(item: object) -> bool:
    """Whether no text of an item, at any depth, has what PostgreSQL cannot keep: U+0000 or half a
    pair of UTF-16.
    """
    left = [item]
    while left:
        one = left.pop()
        if isinstance(one, str) and re.search(r"[\x00\ud800-\udfff]", one):
            return False
        if isinstance(one, dict):
            left += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            left += one
    return True


def _name(author: Mapping[str, str]) -> str:
    if author.get("literal"):
        return author["literal"]
    return " ".join(filter(None, (author.get("family"), author.get("given"))))


def _year(item: Mapping[str, Any]) -> str:
    try:
        return str(int(item["issued"]["date-parts"][0][0]))
    except (KeyError, IndexError, TypeError, ValueError, OverflowError):
        return ""
