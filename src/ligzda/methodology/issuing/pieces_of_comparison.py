"""The models side by side, as an edition tells it: never a bare rank. In the active language."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from ligzda.findings.claims_register.functioning import Functioned
from ligzda.findings.model_page.gathering import Functioning
from ligzda.findings.model_page.shown import fidelity_drawing
from ligzda.languages import Language
from ligzda.methodology.editions.pieces import Drawn, Piece, Sheet, Words
from ligzda.publishing import Column, DataTable, Drawing, Numbers


def comparison(
    found: Functioned, every: Sequence[Functioning], language: Language
) -> Iterator[Piece]:
    """Return whether each was run, its chance to be the best, and pictures of all side by side."""
    numbers = Numbers(language)
    yield Words(
        _(
            "The chapters on the models tell what the network keeps and publishes of them, as of "
            "%(day)s. Their counts, costs and shares do not come out of the embedded cells: the "
            "check says of them only that nobody has changed them since."
        )
        % {"day": numbers.date(found.day)}
    )
    yield Sheet(
        DataTable(
            _("Each model, how it was run, and its chance to be the best."),
            (
                Column(_("Model"), "left"),
                Column(_("Where"), "left"),
                Column(_("Was it run?"), "left"),
                Column(_("P(best)")),
                Column(_("Expected regret"), unit=_("percentage points")),
            ),
            tuple(
                (
                    f"{row.code}. {row.name}", ", ".join(row.places), row.was, row.best or "–",
                    row.regret or "–",
                )
                for row in found.rows
            ),
            _(
                "No rank is given: where the chances lie close together, an order would say more "
                "than is known. Of a model that was not run as designed no number is given, as it "
                "was not tried; nor where a model's cells count too few people to be public."
            ),
        )
    )  # fmt: skip
    yield from _best(found, numbers)
    done = [row for one in every for row in one.done]
    drawings = (fidelity_drawing(done, language), _began(every, numbers), _monthly(every, numbers))
    yield from (Drawn(drawing) for drawing in drawings if drawing)


def _best(found: Functioned, numbers: Numbers) -> Iterator[Piece]:
    """Draw the chance of each model to be the best, as far as it is public."""
    ranks = found.published.result.get("ranks") or {"labels": []}
    at = [
        place for place, code in enumerate(ranks["labels"]) if code not in found.published.not_run
    ]
    if not at:
        return
    rows = [(ranks["labels"][place], float(ranks["p_best"][place])) for place in at]
    title = _("Probability that the model is the best of those that were run.")
    yield Drawn(
        Drawing(
            form="shares",
            rows=tuple((code, (f"{share:.4f}",)) for code, share in rows),
            across=(_("P(best)"),),
            axis=found.published.outcome,
            caption=title,
            alternative="; ".join(f"{code}: {numbers.probability(share)}" for code, share in rows),
            table=DataTable(
                title,
                (Column(_("Model"), "left"), Column(_("P(best)"))),
                tuple((code, numbers.probability(share)) for code, share in rows),
            ),
        )
    )


def _began(every: Sequence[Functioning], numbers: Numbers) -> Drawing | None:
    """Draw how many people began a stay in each model, where that is public."""
    rows = [
        (one.planned.code, many) for one in every if (many := one.flow.get("began")) is not None
    ]
    return _amounts(
        [(code, str(many), numbers.integer(many)) for code, many in rows],
        _("People who began a stay, by model; small counts are not public."),
        (_("Model"), _("People")),
    )


def _monthly(every: Sequence[Functioning], numbers: Numbers) -> Drawing | None:
    """Draw what a closed month cost on average in years in which the incubator ran one model."""
    rows = []
    for one in every:
        alone = [cost for cost in one.costs if not cost.shared]
        if months := sum(cost.months for cost in alone):
            rows.append((one.planned.code, sum(cost.spent for cost in alone) / months))
    return _amounts(
        [(code, f"{spent:.0f}", numbers.integer(float(spent))) for code, spent in rows],
        _("EUR a closed month on average, in years in which the incubator ran this model alone."),
        (_("Model"), "EUR"),
    )


def _amounts(
    rows: Sequence[tuple[str, str, str]], title: str, columns: tuple[str, str]
) -> Drawing | None:
    """Draw amounts: label, value, and how it is written; None where there is none."""
    if not rows:
        return None
    return Drawing(
        form="amounts",
        rows=tuple((label, (value,)) for label, value, _written in rows),
        axis=columns[1],
        caption=title,
        alternative="; ".join(f"{label}: {written}" for label, _value, written in rows),
        table=DataTable(
            title,
            (Column(columns[0], "left"), Column(columns[1])),
            tuple((label, written) for label, _value, written in rows),
        ),
    )
