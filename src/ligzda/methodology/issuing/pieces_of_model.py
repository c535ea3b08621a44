"""How a model functioned as an edition tells it: the same facts as its page, as pieces.

In the active language; whoever calls sets it.
"""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from ligzda.findings.model_page import shown
from ligzda.findings.model_page.gathering import Functioning
from ligzda.languages import Language
from ligzda.methodology.editions.pieces import (
    Drawn,
    Items,
    Piece,
    Sheet,
    Terms,
    Title,
    Warned,
    Words,
)
from ligzda.publishing import Column, DataTable, Drawing, Numbers


def pieces_of(one: Functioning, claims: Mapping[int, str], language: Language) -> tuple[Piece, ...]:
    """Return what was planned and done, who came, what came of it, what it cost, what it takes.

    `claims`: by number the first sentence of each that the edition has.
    """
    return (
        *_planned(one),
        *_done(one, language),
        *_people(one, language),
        *_outcomes(one, claims, language),
        *_beside(one, language),
        *_otherwise(one, language),
        *_elsewhere(one, language),
    )


def _planned(one: Functioning) -> Iterator[Piece]:
    yield Words(one.planned.idea)
    if one.silent:
        yield Warned(
            _("Not run as designed."),
            _(
                "The model was not run as designed. So nothing can be said of how it works, "
                "least of all that it failed: it was not tried."
            ),
        )
    yield Title(_("What was planned"))
    yield Sheet(
        DataTable(
            _("What model %(model)s is made of.") % {"model": one.planned.code},
            (
                Column(_("Factor"), "left"),
                Column(_("Question"), "left"),
                Column(_("Level"), "left"),
            ),
            tuple((row.factor_name, row.question, row.level_label) for row in one.planned.levels),
        )
    )
    if one.planned.description:
        yield Terms(tuple((item.title, item.text) for item in one.planned.description))


def _done(one: Functioning, language: Language) -> Iterator[Piece]:
    numbers = Numbers(language)
    yield Title(_("What was done"))
    if not one.done:
        yield Words(_("It has not been run anywhere yet."))
    for row in one.done:
        course = row.state.course
        when = f"{numbers.date(course.begin)} – {numbers.date(course.last)}"
        assessed = _("Quarters assessed: %(assessed)s, of them not run as designed: %(bad)s.") % {
            "assessed": row.assessed,
            "bad": row.not_run,
        }
        yield Words(f"{course.place}, {when}: {shown.word_of(row)}. {assessed}")
    yield from _drawn(shown.fidelity_drawing(one.done, language))
    if one.changes:
        yield Words(_("Changed while it ran:"))
        yield Items(
            tuple(
                f"{numbers.date(row.since)}, {row.incubator}: {row.text} ({row.reason})"
                for row in one.changes
            )
        )


def _people(one: Functioning, language: Language) -> Iterator[Piece]:
    yield Title(_("Who came and stayed"))
    drawing = shown.flow_drawing(one.flow, language)
    if drawing is None:
        yield Words(_("No count of it is public yet."))
        return
    yield Drawn(drawing)
    yield Words(
        _(
            "Counted when the newest plan was carried out. Small counts, and what would give them "
            "away, are not public."
        )
    )


def _outcomes(one: Functioning, claims: Mapping[int, str], language: Language) -> Iterator[Piece]:
    yield Title(_("Outcomes, against a comparison"))
    if one.silent:
        yield Words(_("None is given, as the model was not run as designed."))
        return
    if one.run.outcome:
        said = f"{one.run.outcome}. "
        if one.row and one.row.best:
            said += _(
                "Probability that it is the best: %(best)s; what is lost on average by choosing "
                "it: %(regret)s percentage points."
            ) % {"best": one.row.best, "regret": one.row.regret}
        yield Words(said.strip())
    drawing = shown.league_drawing(one, language)
    yield from _drawn(drawing)
    if drawing is None:
        yield Words(_("No number of it is public yet."))
    own = [each for each in shown.claims_of(one) if each.row.number in claims]
    if own:
        yield Words(_("What is claimed of it, by the numbers of the claims:"))
        yield Items(
            tuple(f"{each.row.number} – {each.word}: {claims[each.row.number]}" for each in own)
        )


def _beside(one: Functioning, language: Language) -> Iterator[Piece]:
    yield Title(_("What it cost"))
    drawing = shown.cost_drawing(one.costs, language)
    yield from _drawn(drawing)
    yield Words(
        _("The incubator's sums of closed months, whole years, as they are published.")
        if drawing
        else _("No sum of its costs is public yet.")
    )
    rows = shown.figure_rows(one.figures, (*shown.WELL_BEING, *shown.ENTERPRISES), language)
    if rows:
        yield Title(_("Well-being, enterprises and jobs"))
        yield Sheet(
            DataTable(
                _("Figures beside the outcome, as far as they are public."),
                (
                    Column(_("Figure"), "left"), Column(_("When and what"), "left"),
                    Column(_("Value")), Column(_("Interval, 95 per cent")), Column(_("Counted")),
                ),
                tuple(
                    (row["name"], row["what"], row["value"], row["interval"], row["counted"])
                    for row in rows
                ),
            )
        )  # fmt: skip
    if one.quotes:
        yield Title(_("Voices of those who were served"))
        yield Items(
            tuple(
                f"{_('“{heading}”').format(heading=row.text)} – {row.get_speaker_display()}; "
                f"{row.get_theme_display()}"
                for row in one.quotes
            )
        )
        yield Words(
            _(
                "Chosen by people, not drawn: they show what is said, not how often. Who said it "
                "agreed, and another person approved."
            )
        )


def _otherwise(one: Functioning, language: Language) -> Iterator[Piece]:
    numbers = Numbers(language)
    yield Title(_("What went otherwise than planned"))
    found = [
        f"{numbers.date(row.happened_on)}, {row.incubator}: "
        f"{row.get_stage_display()} – {row.reason}"
        for row in one.events
    ]
    found += [
        f"{numbers.date(row.happened_on)}: {row.actual} ({row.reason})" for row in one.deviations
    ]
    yield Items(tuple(found)) if found else Words(_("Nothing is recorded."))
    yield Words(f"{_('The main risk as it was seen beforehand:')} {one.planned.main_risk}")


def _elsewhere(one: Functioning, language: Language) -> Iterator[Piece]:
    numbers, staffing = Numbers(language), one.planned.staffing
    yield Title(_("What it would take elsewhere"))
    found = [
        (_("Places for participants"), numbers.integer(one.planned.places)),
        (_("Manager, full-time jobs"), numbers.plain(float(staffing.manager_fte))),
        (_("Instructors, full-time jobs"), numbers.plain(float(staffing.instructor_fte))),
        (
            _("Hours of a mentor for each participant"),
            numbers.integer(staffing.mentor_hours_per_participant),
        ),
    ]
    to_check = _("to be checked")
    rules = "; ".join(
        f"{rule.text} ({to_check})" if rule.to_be_checked else rule.text
        for rule in one.planned.rules_touched
    )
    found += [(_("Rules that it touches"), rules)] if rules else []
    like = "; ".join(row.name for row in one.planned.practices)
    found += [(_("Where the like has been done"), like)] if like else []
    yield Terms(tuple(found))


def _drawn(drawing: Drawing | None) -> Iterator[Piece]:
    if drawing is not None:
        yield Drawn(drawing)
