"""An invented edition of two claims that the embedded cells give, and one that they do not."""

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from ligzda.findings.claim_files import read_claims
from ligzda.findings.claims import Registry
from ligzda.methodology.editions import Edition
from ligzda.methodology.editions.assembling import Assembled, GivenClaim, GivenRun, assemble
from ligzda.methodology.editions.contents import (
    Chapter,
    Judged,
    NamedOutcome,
    PublishedRecommendation,
    Section,
    Vocabulary,
)
from ligzda.methodology.editions.log import NOTHING_BEFORE
from ligzda.methodology.editions.pieces import (
    Drawn,
    Items,
    Sheet,
    Terms,
    Title,
    Warned,
    Words,
)
from ligzda.methodology.editions.recomputing import evaluated, judged
from ligzda.publishing import Column, DataTable, Drawing
from ligzda.publishing.drawings import Form

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/which-model"
ENGINE = "0.0.0"


def both(lv: str, en: str) -> dict[Any, str]:
    return {"lv": lv, "en": en}


@cache
def registry() -> Registry:
    return read_claims((EXAMPLE / "claims.yaml").read_text("utf-8"))[0]


@cache
def given_run(cells: bytes = b"") -> GivenRun:
    content = cells or (EXAMPLE / "cells.csv").read_bytes()
    plan = (EXAMPLE / "evaluation.toml").read_bytes()
    found = evaluated(content, plan, 1)
    return GivenRun(1, "paid_activity", "pp", "m12", content, plan, ENGINE, 1, found)


@cache
def assembled(cells: bytes = b"") -> Assembled:
    """Publish three claims of the example; the numbers of the last are of data not published."""
    run = given_run(cells)
    _registry, predicates = read_claims((EXAMPLE / "claims.yaml").read_text("utf-8"))
    claims = []
    for number, predicate in enumerate(predicates, start=1):
        found = judged(predicate, run.evaluation, registry())
        verdict = "fails" if number == 2 and found.verdict == "holds" else found.verdict
        state = "supported" if found.verdict == "holds" else "not supported"
        shown = found.sentences if number != 2 else {
            language: type(said)(said.claim, "Varbūtība: 12,3 %.", said.rule)
            for language, said in found.sentences.items()
        }  # fmt: skip
        claims.append(GivenClaim(number, str(predicate), state, verdict, shown, 1))
    return assemble(claims, [run], registry())


@cache
def edition(cells: bytes = b"", previous: str = NOTHING_BEFORE) -> Edition:
    made = assembled(cells)
    outcome = registry().outcomes["paid_activity"]
    return Edition(
        number=1,
        date=datetime.date(2027, 4, 2),
        title=both("Metodika pašvaldībām", "Methodology for municipalities"),
        invented=True,
        sections=(Section(both("Ievads", "Introduction"), (both("Īsi.", "In short."),)),),
        recommendations=(
            PublishedRecommendation(
                1, 1, "conditional", both("Sāciet ar pasūtījumu", "Begin with an order"),
                both("Pašvaldībām.", "Municipalities."), both("Tā strādā.", "It works."),
                both("Soli pa solim.", "Step by step."), both("", ""), both("", ""), "",
                (Judged(both("Problēma", "Problem"), both("liela", "large"), both("A.", "B.")),),
                (1, 2),
            ),
        ),
        claims=made.claims,
        runs=made.runs,
        vocabulary=Vocabulary(
            (NamedOutcome("paid_activity", 1, "pp", "higher",
                          both(outcome.name["lv"], outcome.name["en"]),
                          outcome.evaluated_as),),
            dict(registry().runs),
        ),
        previous=previous,
        chapters=(chapter(),),
        annexes=(annex(),),
    )  # fmt: skip


def annex() -> Chapter:
    return Chapter(both("Pielikums", "Annex"), {"lv": (Words("Tā."),), "en": (Words("So."),)})


def chapter() -> Chapter:
    """A chapter with a piece of each kind; its numbers do not come out of the cells."""
    table = DataTable(
        "Cik atnāca.", (Column("Modelis", "left"), Column("Cilvēki")), (("M1", "40"),)
    )

    sheet = replace(table, rows=(("Ogre", "40"),))

    def drawn(form: Form, *values: str, across: tuple[str, ...] = ()) -> Drawn:
        return Drawn(
            Drawing(form, (("M1", values),), "ass", "Attēls.", "M1: 40", table, across, "nulle")
        )

    pieces = (
        Title("Kas bija plānots"), Words("Darbnīca."), Warned("Nav īstenots.", "Nekas nav sakāms."),
        Items(("viens", "divi")), Terms((("Vietas", "6"),)), Sheet(sheet), drawn("amounts", "40"),
        drawn("shares", "0.89", "0.91", across=("Saturs", "Ilgums")),
        drawn("intervals", "-0.2", "-0.1", "0.1", "0.3", "0.4"),
    )  # fmt: skip
    return Chapter(both("M1. Darbnīca", "M1. Workshop"), {"lv": pieces, "en": pieces})
