"""The part of an edition that shows its evaluations: hashes, differences, a chart of them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ligzda.findings.claims import units
from ligzda.methodology.editions.contents import Edition, NamedOutcome, PrintedEffect, PublishedRun
from ligzda.methodology.editions.phrases import Phrases
from ligzda.publishing import (
    Block,
    Chart,
    Code,
    Column,
    DataTable,
    Facts,
    Heading,
    Numbers,
    Paragraph,
    marks,
)


def names(run: PublishedRun, files: Mapping[str, bytes], say: Phrases) -> Mapping[str, str]:
    """Return what the plan of an evaluation calls its comparisons in a language.

    Nothing where it does not say: a plan may come from a file that somebody forged.
    """
    try:
        found = tomllib.loads(files[run.plan.name].decode("utf-8-sig"))
        for part in ("text", say.language, "contrasts"):
            found = found[part]
        return {name: str(said) for name, said in found.items()}
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        return {}


def blocks(
    edition: Edition, run: PublishedRun, named: Mapping[str, str], say: Phrases
) -> Iterator[Block]:
    """Show an evaluation; its effects only where the embedded cells give them.

    `named`: what its comparisons are called in the language, by the names in the plan.
    """
    outcome = next(row for row in edition.vocabulary.outcomes if row.code == run.outcome)
    name = outcome.name[say.language]
    yield Heading(say("run", number=str(run.number), outcome=name), 2)
    yield Facts(
        (
            (say("moment"), (say.named("moment", run.moment),)),
            (say("cells"), (Code(run.cells.name), " ", Code(run.cells.sha256))),
            (say("plan"), (Code(run.plan.name), " ", Code(run.plan.sha256))),
            (say("seed"), (str(run.seed),)),
        )
    )
    if run.effects:
        shown = (replace(each, name=named.get(each.name, each.name)) for each in run.effects)
        yield chart(tuple(shown), outcome, say)
    else:
        yield Paragraph.of(say("no_effects"))


def chart(effects: tuple[PrintedEffect, ...], outcome: NamedOutcome, say: Phrases) -> Chart:
    """Draw the differences of an evaluation with their numbers beside."""
    numbers, name = Numbers(say.language), outcome.name[say.language]
    unit = units()[outcome.unit]
    many = unit.forms[say.language]["bare"][1]

    def written(text: str) -> str:
        return numbers.decimal(float(text), unit.places, sign=True)

    said = "; ".join(
        say(
            "drawn_row",
            name=row.name,
            mean=written(row.mean),
            lower=written(row.lower),
            upper=written(row.upper),
        )
        for row in effects
    )
    return Chart(
        marks.forest(
            [
                marks.Interval(
                    row.name,
                    lower=float(row.lower),
                    lower80=float(row.lower80),
                    middle=float(row.mean),
                    upper80=float(row.upper80),
                    upper=float(row.upper),
                )
                for row in effects
            ],
            axis=many,
            numbers=numbers,
            lines={say("no_effect"): 0.0},
        ),
        alternative=say("drawn_of", outcome=name, rows=said),
        caption=say("drawn"),
        data=DataTable(
            say("effects", outcome=name),
            (
                Column(say("contrast"), "left"),
                Column(say("mean"), unit=many),
                Column(say("interval"), unit=many),
            ),
            tuple(
                (row.name, written(row.mean), f"{written(row.lower)} … {written(row.upper)}")
                for row in effects
            ),
        ),
    )
