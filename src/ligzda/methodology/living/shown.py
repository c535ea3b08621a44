"""A block as its page draws it, and what changed in its words from version to version."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ligzda.findings import queries as findings
from ligzda.findings.claims_register.registry import registry
from ligzda.findings.runs.shown import ContrastRow, contrasts, names_of_contrasts
from ligzda.kernel.texts import Text
from ligzda.languages import CODES, Language
from ligzda.methodology.living.queries import BlockRow
from ligzda.methodology.models import BlockVersion, DocumentBlock
from ligzda.publishing import Chart, to_html_figure


@dataclass(frozen=True)
class Drawn:
    """What stands in a block: prose, or a sentence, a picture (HTML) or rows that were drawn.

    `missing`: what it is drawn from says nothing, or is no longer public.
    """

    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    figure: str = ""
    rows: list[ContrastRow] = field(default_factory=list)
    missing: bool = False


@dataclass(frozen=True)
class Changed:
    """A version, and its words as (“same”, “out” or “in”, words) against the version before."""

    version: BlockVersion
    words: list[tuple[str, str]]


def drawn(row: BlockRow, language: Language) -> Drawn:
    """Draw a block in a language; prose that is not translated in the default language."""
    if row.newest is not None:
        body = row.newest.body[language] or str(row.newest.body)
        heading = row.newest.heading[language] or str(row.newest.heading)
        return Drawn(heading, [part for part in body.split("\n\n") if part.strip()])
    if row.recommendation is not None:
        return Drawn(paragraphs=[row.recommendation.title[language]])
    if row.claim is None:
        return Drawn(missing=True)
    if row.row.kind == DocumentBlock.Kind.CLAIM:
        return Drawn(paragraphs=[row.claim.sentences[language]])
    run = row.claim.run
    if run is None or not run.evaluation:
        return Drawn(missing=True)
    if row.row.kind == DocumentBlock.Kind.TABLE:
        return Drawn(rows=contrasts(run.evaluation, language))
    return Drawn(figure=to_html_figure(figure(row.claim, run, language), language))


def figure(claim: findings.ClaimRow, run: findings.RunRow, language: Language) -> Chart:
    """Draw the differences of an evaluation, as an edition draws them."""
    # Late, because they bring the engine, which pages without a chart do not need.
    from ligzda.findings.claims import parse
    from ligzda.methodology.editions.contents import NamedOutcome
    from ligzda.methodology.editions.evaluations import chart
    from ligzda.methodology.editions.phrases import Phrases
    from ligzda.methodology.editions.recomputing import effects

    known = registry()
    entry = known.outcome(getattr(parse(claim.predicate), "outcome"))  # noqa: B009 - all have one
    name = {code: Text(entry.name)[code] for code in CODES}
    better = "lower" if entry.better == "lower" else "higher"
    outcome = NamedOutcome(
        entry.code, entry.version, entry.unit, better, name, entry.evaluated_as  # type: ignore[arg-type]
    )  # fmt: skip
    names = names_of_contrasts(run.evaluation, language)
    found = tuple(
        replace(each, name=names.get(each.name, each.name))
        for each in effects(run.evaluation, entry.unit)
    )
    return chart(found, outcome, Phrases(language))


def history(row: DocumentBlock, language: Language) -> list[Changed]:
    """Return the versions of a block, the newest first, with what each changed."""
    versions = list(row.versions.select_related("written_by"))
    before, found = "", []
    for version in versions:
        now = "\n".join(filter(None, (version.heading[language], version.body[language])))
        found.append(Changed(version, list(compared(before, now))))
        before = now
    return found[::-1]


def compared(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield words as “same”, “out” or “in”, in the order in which they are read."""
    one, other = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    # A word is the same at the end of a paragraph and before another.
    bare, others = ([word.rstrip() for word in words] for words in (one, other))
    for tag, a, b, c, d in difflib.SequenceMatcher(
        None, bare, others, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield "same", "".join(other[c:d])
            continue
        if b > a:
            yield "out", "".join(one[a:b])
        if d > c:
            yield "in", "".join(other[c:d])
