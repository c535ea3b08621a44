"""Time an edition: made in three formats, and verified from its PDF in a new process.

    PYTHONPATH=src:. python benchmarks/bench_editions.py

Rewrites the table of docs/methodology.md. The edition is invented: eight evaluations of the cells
of examples/which-model (moved a little each), forty claims, twelve recommendations, and chapters as
large as the demonstration's, with pictures of numbers that mean nothing. Beside the wall time
stands the processor time, which is what can be compared on a machine that others use.
"""

import datetime
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from pages import machine, table, write
from pypdf import PdfReader

from ligzda.findings.claim_files import read_claims
from ligzda.findings.claims import Registry
from ligzda.languages import CODES
from ligzda.methodology.editions import Edition, document
from ligzda.methodology.editions.assembling import GivenClaim, GivenRun, assemble
from ligzda.methodology.editions.contents import (
    Chapter,
    Judged,
    NamedOutcome,
    PublishedRecommendation,
    Vocabulary,
)
from ligzda.methodology.editions.log import NOTHING_BEFORE
from ligzda.methodology.editions.pieces import Drawn, Piece, Sheet, Title, Words
from ligzda.methodology.editions.recomputing import evaluated, recomputed
from ligzda.methodology.editions.sections import SECTIONS, TITLE
from ligzda.publishing import Chart, Column, DataTable, Drawing, render

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/which-model"
RECOMMENDATIONS = ROOT / "src/ligzda/methodology/data/recommendations.yaml"
METHOD = ROOT / "src/ligzda/methodology/data/method.yaml"
RUNS, CLAIMS, CHAPTERS, DRAWN = 8, 40, 11, 2
RULE = "sure: 0.9, enter: 0.02, leave: 0.1, looks: [2027-03-31]"


def made() -> tuple[Edition, dict[str, bytes]]:
    """Return an edition and the files beside it."""
    registry, _predicates = read_claims((EXAMPLE / "claims.yaml").read_text("utf-8"))
    runs = [_run(number) for number in range(1, RUNS + 1)]
    claims = [_claim(number, runs, registry) for number in range(1, CLAIMS + 1)]
    assembled = assemble(claims, runs, registry)
    outcome = registry.outcomes["paid_activity"]
    named = NamedOutcome(
        outcome.code,
        outcome.version,
        outcome.unit,
        "higher",
        {code: outcome.name[code] for code in CODES},
        outcome.evaluated_as,
    )
    given: list[dict[str, Any]] = yaml.safe_load(RECOMMENDATIONS.read_text("utf-8"))
    edition = Edition(
        number=1,
        date=datetime.date(2027, 4, 2),
        title=TITLE,
        invented=True,
        sections=SECTIONS,
        recommendations=tuple(
            _recommendation(number, row) for number, row in enumerate(given, start=1)
        ),
        claims=assembled.claims,
        runs=assembled.runs,
        vocabulary=Vocabulary((named,), dict(registry.runs)),
        previous=NOTHING_BEFORE,
        chapters=tuple(_chapter(number) for number in range(1, CHAPTERS + 1)),
    )
    return edition, dict(assembled.files)


def _run(number: int) -> GivenRun:
    cells = (EXAMPLE / "cells.csv").read_bytes()
    cells = cells.replace(b"North,M4,13,5", f"North,M4,13,{number}".encode())
    plan = (EXAMPLE / "evaluation.toml").read_bytes()
    found = evaluated(cells, plan, 1)
    return GivenRun(number, "paid_activity", "pp", "m12", cells, plan, "0", 1, found)


def _claim(number: int, runs: list[GivenRun], registry: Registry) -> GivenClaim:
    run = runs[number % RUNS]
    predicate = (
        'superiority(model: "M4", versus: "waiting list", outcome: paid_activity@1, '
        f"by: {number} pp, {RULE})"
    )
    found = recomputed(predicate, run.evaluation, registry)
    assert found is not None
    state = "supported" if found.verdict == "holds" else "not supported"
    return GivenClaim(number, predicate, state, found.verdict, found.sentences, run.number)


def _chapter(number: int) -> Chapter:
    """A chapter of two pictures with their tables, a long table, and prose of the method."""
    method: list[dict[str, Any]] = yaml.safe_load(METHOD.read_text("utf-8"))
    heading: dict[Any, str] = dict.fromkeys(CODES, f"M{number}")
    return Chapter(heading, {code: tuple(_pieces(number, method, code)) for code in CODES})


def _pieces(number: int, method: list[dict[str, Any]], code: str) -> Iterator[Piece]:
    columns = (Column("A", "left"), Column("B", "left"))
    for each in method[number % len(method)]["paragraphs"]:
        yield Words(each[code])
    for drawn in range(DRAWN):
        values = [f"{(7 * number + 5 * drawn + 3 * row) % 40}" for row in range(8)]
        rows = tuple((f"M{row}", (value,)) for row, value in enumerate(values))
        table = DataTable(f"{number}.{drawn}", columns, tuple((row, one) for row, (one,) in rows))
        yield Title(f"{number}.{drawn}")
        yield Drawn(Drawing("amounts", rows, "n", table.caption, ", ".join(values), table))
    told = [(each["heading"][code], each["paragraphs"][0][code]) for each in method]
    yield Sheet(DataTable(f"{number}", columns, tuple(told)))


def _recommendation(number: int, row: dict[str, Any]) -> PublishedRecommendation:
    empty = dict.fromkeys(CODES, "")
    return PublishedRecommendation(
        number, 1, row["strength"], row["title"], row["for_whom"], row["justification"],
        row["how"], row["gaps"] or empty, row["change"] or empty, row["monitoring"],
        tuple(
            Judged(*(dict.fromkeys(CODES, each) for each in (code, judged["judgement"])),
                   {each: judged[each] for each in CODES})
            for code, judged in row["criteria"].items()
        ),
        (number, number + 12),
    )  # fmt: skip


def timed(run: Callable[[], object], *, child: bool = False) -> tuple[float, float]:
    """Return wall and processor seconds, of this process or of its children."""
    whose = resource.RUSAGE_CHILDREN if child else resource.RUSAGE_SELF

    def used() -> float:
        found = resource.getrusage(whose)
        return found.ru_utime + found.ru_stime

    before, start = used(), time.perf_counter()
    run()
    return time.perf_counter() - start, used() - before


def main() -> None:
    """Time both, and write the table."""
    edition, files = made()
    papers = {language: render(document(edition, language, files)) for language in CODES}
    warm = min(timed(lambda: render(document(edition, "lv", files))) for _ in range(3))
    turned = replace(edition.recommendations[0], version=2, how=dict.fromkeys(CODES, "3 → 4"))
    later = replace(
        edition,
        recommendations=(turned, *edition.recommendations[1:]),
        chapters=(_chapter(CHAPTERS + 1), *edition.chapters[1:]),
    )
    changed = timed(lambda: render(document(later, "lv", files)))
    blocks = document(edition, "lv", files).blocks
    charts = sum(isinstance(each, Chart) for each in blocks)
    tables = charts + sum(isinstance(each, DataTable) for each in blocks)
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "edition.pdf"
        pdf.write_bytes(papers["lv"]["pdf"])
        pages = len(PdfReader(pdf).pages)
        command = [str(Path(sys.executable).with_name("ligzda")), "verify", str(pdf)]
        runs = [
            timed(lambda: subprocess.run(command, check=True, capture_output=True), child=True)
            for _ in range(3)
        ]
    rows = [
        ["pages; charts; tables", f"{pages}; {charts}; {tables}", "", "60; 30; 30"],
        ["claims; evaluations", f"{CLAIMS}; {RUNS}", "", ""],
        ["HTML + DOCX + PDF, warm", f"{warm[0]:.1f} s", f"{warm[1]:.1f} s", "5 s"],
        ["a chapter and a recommendation changed", *(f"{each:.1f} s" for each in changed), "1.5 s"],
        ["`ligzda verify`, cold", *(f"{each:.1f} s" for each in min(runs)), "5 s"],
    ]
    figures = table(["what", "wall", "processor", "must"], rows)
    write("figures", f"{machine()}\n\n{figures}", ROOT / "docs/methodology.md")


if __name__ == "__main__":
    main()
