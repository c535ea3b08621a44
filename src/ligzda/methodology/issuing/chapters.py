"""The chapters of an edition that are drawn from the rooms: the models, and what claims rest on."""

from collections.abc import Callable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.blueprints.queries import practices
from ligzda.findings import queries as findings
from ligzda.findings.claims_register.page import Shown
from ligzda.findings.claims_register.page import shown as claim_shown
from ligzda.findings.model_page.gathering import Functioning, Known, functioning, known
from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.shown import shown as entry_shown
from ligzda.languages import CODES, Language
from ligzda.methodology.editions.assembling import GivenClaim
from ligzda.methodology.editions.contents import Chapter
from ligzda.methodology.editions.pieces import Piece, Sheet, Terms, Title, Words
from ligzda.methodology.issuing.pieces_of_comparison import comparison
from ligzda.methodology.issuing.pieces_of_model import pieces_of
from ligzda.publishing import Column, DataTable, Numbers

Told = Callable[[Language], tuple[str, tuple[Piece, ...]]]


def chapters(claims: Sequence[GivenClaim]) -> tuple[Chapter, ...]:
    """Return how the models compare, then a chapter for each that was assigned.

    `claims`: those of the edition; a chapter says the first sentence of each of its own.
    """
    said = {one.number: one.sentences for one in claims}
    found: dict[Language, Known] = {}
    models: dict[Language, dict[str, Functioning]] = {}
    for code in CODES:
        with override(code):
            found[code] = known(code)
            models[code] = {
                row.code: functioning(row.code, code, given=found[code])
                for row in found[code].found.rows
            }

    def compared(language: Language) -> tuple[str, tuple[Piece, ...]]:
        every = list(models[language].values())
        pieces = comparison(found[language].found, every, language)
        return _("How the models compare"), tuple(pieces)

    def of_model(code: str) -> Told:
        def told(language: Language) -> tuple[str, tuple[Piece, ...]]:
            one = models[language][code]
            short = {number: each[language].claim for number, each in said.items()}
            return f"{code}. {one.planned.name}", pieces_of(one, short, language)

        return told

    asked = models[CODES[0]]
    return tuple(map(_chapter, (compared, *map(of_model, asked)))) if asked else ()


def annexes(rows: Sequence[findings.ClaimRow]) -> tuple[Chapter, ...]:
    """Return how sure the claims are, what turned, what is counted, where the like has been done.

    `rows`: the claims of the edition.
    """
    asked: list[Callable[[Language], tuple[str, Iterator[Piece]]]] = [
        lambda language: (_("How sure the claims are"), _certainty(rows, language)),
        lambda language: (_("What turned, and why"), _turns(rows, language)),
        lambda _language: (_("What is counted, and by which rule"), _dictionary()),
        lambda _language: (_("Where the like has been done"), _practices()),
    ]

    def finished(tell: Callable[[Language], tuple[str, Iterator[Piece]]]) -> Told:
        def told(language: Language) -> tuple[str, tuple[Piece, ...]]:
            heading, pieces = tell(language)
            return heading, tuple(pieces)

        return told

    made = [_chapter(finished(tell)) for tell in asked]
    return tuple(chapter for chapter in made if all(chapter.pieces.values()))


def _chapter(tell: Told) -> Chapter:
    told = {}
    for code in CODES:
        with override(code):
            told[code] = tell(code)
    return Chapter(
        {code: heading for code, (heading, _pieces) in told.items()},
        {code: pieces for code, (_heading, pieces) in told.items()},
    )


def _certainty(rows: Sequence[findings.ClaimRow], language: Language) -> Iterator[Piece]:
    judged = [claim_shown(row, language) for row in rows if row.certainty.level]
    if judged:
        yield Words(
            _(
                "Certainty by GRADE: from high downwards, a step for each domain that takes one "
                "off. What can be computed is; the rest a person judges, signs and gives a reason "
                "for, and nothing is overwritten."
            )
        )
        yield Sheet(
            DataTable(
                _("Certainty of each claim, and what took steps off."),
                (
                    Column(_("Claim")), Column(_("Certainty"), "left"),
                    Column(_("What took steps off, and why"), "left"),
                ),
                tuple((str(one.row.number), one.certainty, _steps(one, language))
                      for one in judged),
            )
        )  # fmt: skip


def _steps(one: Shown, language: Language) -> str:
    return "; ".join(
        f"{name} (−{rating.steps}): {rating.why[language]}"
        for name, rating in one.domains
        if rating.steps
    )


def _turns(rows: Sequence[findings.ClaimRow], language: Language) -> Iterator[Piece]:
    numbers = Numbers(language)
    found = [
        (
            str(row.number), numbers.date(turn["on"]), f"{turn['before']} → {turn['after']}",
            str(turn["cause"]), turn["told"],
        )
        for row in rows
        for turn in claim_shown(row, language).turns
    ]  # fmt: skip
    if found:
        yield Words(
            _(
                "A claim becomes supported only on a day that was registered beforehand, and may "
                "lose support on any day. Each turn keeps its cause."
            )
        )
        yield Sheet(
            DataTable(
                _("The turns of each claim, the newest first."),
                (
                    Column(_("Claim")), Column(_("Day"), "left"), Column(_("Turn"), "left"),
                    Column(_("Cause"), "left"), Column(_("What happened"), "left"),
                ),
                tuple(found),
            )
        )  # fmt: skip


def _dictionary() -> Iterator[Piece]:
    for entry in map(entry_shown, dictionary().values()):
        said = [
            (_("Code"), entry.code),
            (_("Definition"), entry.definition),
            (_("Rule"), entry.formula),
            (_("It tells of"), f"{entry.level}; {entry.kind}"),
        ]
        said += [(_("When it is asked"), "; ".join(entry.when))] if entry.when else []
        said += [(_("Left out"), "; ".join(entry.left_out))] if entry.left_out else []
        if entry.to_be_checked:
            said.append((_("to be checked"), entry.to_be_checked))
        yield Title(entry.name)
        yield Terms(tuple(said))


def _practices() -> Iterator[Piece]:
    rows = practices()
    if rows:
        to_check = _("to be checked")
        yield Sheet(
            DataTable(
                _("European practices that the models are traced to."),
                (
                    Column(_("Practice"), "left"), Column(_("Country"), "left"),
                    Column(_("What is known of it"), "left"), Column(_("Models"), "left"),
                ),
                tuple(
                    (
                        row.name, row.country_name,
                        f"{row.fact.text} ({to_check})" if row.fact.to_be_checked
                        else row.fact.text,
                        ", ".join(row.models),
                    )
                    for row in rows
                ),
            )
        )  # fmt: skip
