"""The engine held against the corpus in ../shared; `make corpus` prints every figure.

    PYTHONPATH=src:. python -m tests.drafting.corpus

Sentences are compared whole: every operation, in order, with every field. Where the corpus has no
text (“(not reproduced)”), and where it puts a condition into English, that one field is not held.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.drafting import (
    Act,
    DraftingError,
    Operation,
    Outcome,
    Source,
    apply_all,
    as_row,
    path_of,
    read_act,
    read_amending_act,
    read_fragment,
    sentences,
    with_notes,
)
from ligzda.drafting.comparing.diff import normal
from ligzda.drafting.comparing.witness import differences, distance
from ligzda.drafting.exchange import NOT_REPRODUCED

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = REPOSITORY.parent / "shared" / "domain" / "amendments"
PAGE = REPOSITORY / "docs" / "drafting.md"
BEGIN, END = "<!-- corpus -->", "<!-- /corpus -->"
Row = dict[str, Any]


@cache
def corpus() -> Row:
    """Return the corpus; a second of reading, once a process."""
    text = (CORPUS / "corpus.yaml").read_text("utf-8")
    loaded: Row = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


@dataclass(frozen=True)
class Verdict:
    """What became of one sentence or triple: ``same``, ``named`` (a failure) or ``other``."""

    name: str
    verdict: str
    said: str = ""


def read(sentence: Row) -> list[Operation]:
    """Read a sentence of the corpus under its heading, as a file with both would be read."""
    context = (sentence.get("context") or "").split("…")[0].strip()
    heading = f"{context}\n" if context.endswith(":") and "Izdarīt" not in context else ""
    return [each for group in sentences(heading + sentence["sentence"]) for each in group]


def judged_sentences() -> Iterator[Verdict]:
    """Yield the verdict on each sentence."""
    for sentence in corpus()["sentences"]:
        try:
            found = [_bare(as_row(each)) for each in read(sentence)]
        except DraftingError as failure:
            yield Verdict(sentence["id"], "named", f"{failure.name}: {failure}")
            continue
        wanted = [_bare(each) for each in sentence["operations"]]
        for want, got in zip(wanted, found, strict=False):
            if want.get("new") == NOT_REPRODUCED or (want["op"] == "correction"):
                want.pop("new", None)
                got.pop("new", None)
            if want.get("inner"):
                got.pop("new", None)
            if "condition" in want and "condition" in got:
                got["condition"] = want["condition"]
        same = wanted == found
        yield Verdict(sentence["id"], "same" if same else "other", "" if same else str(found)[:200])


def _bare(row: Row) -> Row:
    return {
        key: re.sub(r"\s+", " ", value).strip() if isinstance(value, str) else value
        for key, value in row.items()
        if key != "notes"
    }


def source_of(name: str, in_force: str) -> Source:
    """Return an amending act of the corpus as notes name it."""
    row = corpus()["sources"][name]
    number = row["number"] or ""
    cabinet = number.startswith("MK")
    digits = number.rpartition("Nr.")[2] if cabinet else ""
    return Source(row["date"] or "", digits, in_force, "law", cabinet)


def applied(triple: Row) -> Outcome:
    """Apply the sentences of a triple to the text before them."""
    by_id = {each["id"]: each for each in corpus()["sentences"]}
    named = [by_id[each] for each in triple.get("apply", [triple["sentence"]])]
    operations = [operation for each in named for operation in read(each)]
    unit = triple["unit"].split(" ")[0]
    path = path_of(unit) if ":" in unit else ()
    if triple["before"] and any(path and path[-1] in each.units for each in operations):
        path = path[:-1]  # the text before is that of the neighbour
    source = source_of(named[0]["source"], triple["version_after"])
    return apply_all(read_fragment(triple["before"] or "", path), operations, source)


def judged_triples() -> Iterator[Verdict]:
    """Yield the verdict on each triple: ``literal``, ``edited``, ``noted`` or ``other``."""
    by_id = {each["id"]: each for each in corpus()["sentences"]}
    for triple in corpus()["triples"]:
        try:
            outcome = applied(triple)
        except DraftingError as failure:
            yield Verdict(triple["id"], "named", str(failure))
            continue
        source = source_of(by_id[triple["sentence"]]["source"], triple["version_after"])
        results = {
            "literal": outcome.literal,
            "edited": outcome.edited,
            "noted": with_notes(outcome, source),
        }
        wanted = normal(triple["after"])
        equal = [name for name, act in results.items() if normal(act.render()) == wanted]
        yield Verdict(triple["id"], equal[0] if equal else "other")


@dataclass(frozen=True)
class Law:
    """A whole law before and after: distance of each result, differences by class."""

    name: str
    distances: dict[str, float]
    classes: Counter[str]
    failures: int


def judged_laws() -> Iterator[Law]:
    """Yield how far each of the three laws is from the official text."""
    for row in corpus()["acts"]:
        if "base_before" not in row:
            continue
        before, after = (
            read_act((CORPUS / row[key]).read_text("utf-8"))
            for key in ("base_before", "base_after")
        )
        amending = read_amending_act(row["text"])
        in_force = Path(row["base_after"]).stem[-10:]
        source = source_of(row["source"], in_force)
        outcome = apply_all(before, amending.operations, source)
        noted = with_notes(outcome, source)
        results: dict[str, Act] = {
            "literal": outcome.literal,
            "edited": outcome.edited,
            "noted": noted,
        }
        distances = {name: distance(act, after) for name, act in results.items()}
        classes = Counter(each.kind for each in differences(noted, after))
        failures = len(outcome.failures) + len(amending.failures)
        yield Law(Path(row["base_after"]).stem[:-11], distances, classes, failures)


def judged_acts() -> Iterator[tuple[str, int, int]]:
    """Yield each whole amending act: its name, how many items it has, how many were not read."""
    for row in corpus()["acts"]:
        act = read_amending_act(row["text"])
        yield row["source"], len(act.items), len(act.failures)


def table() -> str:
    """Return every figure as a Markdown table."""
    found = list(judged_sentences())
    counts = Counter(each.verdict for each in found)
    triples = Counter(each.verdict for each in judged_triples())
    acts = list(judged_acts())
    good = triples["literal"] + triples["edited"] + triples["noted"]
    total = sum(triples.values())
    lines = [
        "| held against | must | reached |",
        "|---|---|---|",
        (
            f"| {len(found)} sentences: all operations equal | 98 % | {counts['same']} "
            f"({counts['same'] / len(found):.1%}); named as not understood {counts['named']}, "
            f"read otherwise {counts['other']} |"
        ),
        (
            f"| {total} triples: a result equals the official text | 95 % | {good} "
            f"({good / total:.1%}): literally {triples['literal']}, with editorial punctuation "
            f"{triples['edited']}, with the note {triples['noted']} |"
        ),
        (
            f"| {len(acts)} whole amending acts: items understood | all | "
            f"{sum(n - m for _, n, m in acts)} of {sum(n for _, n, _ in acts)} |"
        ),
    ]
    for law in judged_laws():
        far = ", ".join(f"{name} {value:.3%}" for name, value in law.distances.items())
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(law.classes.items()))
        lines.append(f"| {law.name}: distance | 0.2 % | {far}; differences left: {kinds} |")
    return "\n".join(lines)


def main() -> None:
    """Print the figures, and what is not as the corpus has it; rewrite docs/drafting.md."""
    figures = table()
    print(figures)
    for each in judged_sentences():
        if each.verdict != "same":
            print(f"  {each.name}: {each.verdict} {each.said}")
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    PAGE.write_text(f"{head}{BEGIN}\n{figures}\n{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
