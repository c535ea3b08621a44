"""The page of a model in words, numbers and pictures, in the active language."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ligzda.findings.claims import Verdict
from ligzda.findings.claims_register.page import Shown
from ligzda.findings.model_page.gathering import Cost, Done, Functioning
from ligzda.findings.runs.shown import FIDELITY, ContrastRow, contrasts
from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.shown import said, shown
from ligzda.languages import Language
from ligzda.publishing import Column, DataTable, Drawing, Numbers, to_html_figure
from ligzda.trial.running.fidelity import PARTS
from ligzda.trial.running.labels import PART_NAMES

NOT_PUBLIC = gettext_lazy("not public: few people")
STANDINGS: Mapping[str, str | Promise] = {
    "began": pgettext_lazy("flow", "began a stay"),
    "running": pgettext_lazy("flow", "are staying"),
    "ended": pgettext_lazy("flow", "ended by plan or moved on"),
    "discontinued": pgettext_lazy("flow", "broke off"),
    "lost": pgettext_lazy("flow", "could not be asked afterwards"),
}
WELL_BEING = ("who5", "user_voice")
ENTERPRISES = ("enterprise_registered", "enterprise_survives", "jobs_fte")


def picture(drawing: Drawing | None, language: Language) -> SafeString:
    """Return a drawing as a figure of the page; nothing where there is none."""
    if drawing is None:
        return SafeString()
    return mark_safe(to_html_figure(drawing.chart(language), language))


def fidelity_drawing(done: Sequence[Done], language: Language) -> Drawing | None:
    """Draw how much of the plan was done, by part and incubator; None before an assessment."""
    rows = [(one.state.course.place, one.shares) for one in done if one.shares is not None]
    if not rows:
        return None
    numbers = Numbers(language)
    names = [str(PART_NAMES[part]) for part in PARTS]
    title = _("How much of what the model plans was done, mean of the assessed quarters.")
    written = [(place, [numbers.percent(shares[part]) for part in PARTS]) for place, shares in rows]
    return Drawing(
        form="shares",
        rows=tuple(
            (place, tuple(f"{shares[part]:.4f}" for part in PARTS)) for place, shares in rows
        ),
        across=tuple(name.partition(":")[0] for name in names),
        axis=_("part of the plan"),
        caption=title,
        alternative="; ".join(
            f"{place} – " + ", ".join(map(": ".join, zip(names, said, strict=True)))
            for place, said in written
        ),
        table=DataTable(
            title,
            (Column(_("Incubator"), "left"), *(Column(name) for name in names)),
            tuple((place, *said) for place, said in written),
        ),
    )


def flow_drawing(flow: Mapping[str, int | None], language: Language) -> Drawing | None:
    """Draw how it stands with people, as far as that is public; None where nothing is."""
    rows = flow_rows(flow, language)
    drawn = [(str(words), many) for name, words in STANDINGS.items()
             if (many := flow.get(name)) is not None]  # fmt: skip
    if not drawn:
        return None
    title = _("People by how it stands with them.")
    return Drawing(
        form="amounts",
        rows=tuple((words, (str(many),)) for words, many in drawn),
        axis=_("people"),
        caption=title,
        alternative="; ".join(map(": ".join, rows)),
        table=DataTable(
            title, (Column(_("How it stands"), "left"), Column(_("People"))), tuple(rows)
        ),
    )


def cost_drawing(costs: Sequence[Cost], language: Language) -> Drawing | None:
    """Draw what the incubators of a model cost in each year; None before a sum is public."""
    if not costs:
        return None
    numbers, title = Numbers(language), _("EUR in the closed months of each year.")
    table = DataTable(
        title,
        (
            Column(_("Incubator"), "left"), Column(_("Year")), Column(_("Closed months")),
            Column(_("EUR")),
        ),
        tuple(
            (_with_others(one), str(one.year), str(one.months), numbers.integer(float(one.spent)))
            for one in costs
        ),
    )  # fmt: skip
    return Drawing(
        form="amounts",
        rows=tuple((f"{one.place}, {one.year}", (f"{one.spent:.0f}",)) for one in costs),
        axis="EUR",
        caption=title,
        alternative="; ".join(
            f"{place}, {year}: {eur} EUR ({_('closed months')}: {months})"
            for place, year, months, eur in table.rows
        ),
        table=table,
    )


def _with_others(one: Cost) -> str:
    return f"{one.place} ({_('with another model in that year')})" if one.shared else one.place


def flow_rows(flow: Mapping[str, int | None], language: Language) -> list[tuple[str, str]]:
    """Return how it stands with people, and how many that is or that it is not public."""
    numbers = Numbers(language)
    return [
        (str(words), str(NOT_PUBLIC) if flow[name] is None else numbers.integer(flow[name] or 0))
        for name, words in STANDINGS.items()
        if name in flow
    ]


def figure_rows(
    found: Sequence[Mapping[str, Any]], codes: Sequence[str], language: Language
) -> list[dict[str, str]]:
    """Return figures of some indicators as a table writes them."""
    return [_figure(row, language) for code in codes for row in found if row["code"] == code]


def _figure(row: Mapping[str, Any], language: Language) -> dict[str, str]:
    entry, numbers = dictionary()[row["code"]], Numbers(language)
    words = [said(moments()[row["moment"]])] if row["moment"] else []
    words += [said(entry.categories[row["category"]])] if row["category"] else []
    counted = row["counted"]

    def number(value: float) -> str:
        return numbers.percent(value) if entry.kind == "share" else numbers.decimal(value, 1)

    value, interval = str(NOT_PUBLIC), ""
    if counted is not None:
        if entry.kind == "count":
            value = numbers.integer(counted)
        elif row["value"] is not None:
            value = number(row["value"])
            if row["low"] is not None:
                interval = f"{number(row['low'])} … {number(row['high'])}"
    return {
        "name": shown(entry).name,
        "code": entry.code,
        "what": ", ".join(words),
        "value": value,
        "interval": interval,
        "counted": "" if counted is None else numbers.integer(counted),
    }


def outcome_rows(one: Functioning, language: Language) -> list[ContrastRow]:
    """Return the registered comparisons that are public; none of a model that was not run."""
    return [] if one.silent else contrasts(one.run.result, language)


def league_drawing(one: Functioning, language: Language) -> Drawing | None:
    """Draw the model against each other one; None where it was not run or is not public."""
    league = one.run.result.get("league") or {"labels": []}
    code = one.planned.code
    if one.silent or code not in league["labels"]:
        return None
    at, numbers = league["labels"].index(code), Numbers(language)
    others = [
        (other, *(league[name][at][place] for name in ("lower", "mean", "upper")))
        for place, other in enumerate(league["labels"])
        if other != code and other not in one.run.not_run
    ]
    if not others:
        return None
    title = _("%(model)s against each of the others, on the scale of the plan's link.") % {
        "model": code
    }
    written = [
        (other, *(numbers.decimal(each, 2, sign=True) for each in (mean, low, high)))
        for other, low, mean, high in others
    ]
    return Drawing(
        form="intervals",
        # 80 % limits are not in the table: those of a normal with the same 95 % ones.
        rows=tuple(
            (other, tuple(f"{each:.4f}" for each in (
                low, mean - (mean - low) * _80_OF_95, mean, mean + (high - mean) * _80_OF_95, high,
            )))
            for other, low, mean, high in others
        ),
        axis=_("difference, log odds"),
        line=_("no difference"),
        caption=title,
        alternative="; ".join(
            f"{other}: {mean} ({low} … {high})" for other, mean, low, high in written
        ),
        table=DataTable(
            title,
            (
                Column(_("Against"), "left"), Column(_("Difference")),
                Column(_("Interval, 95 per cent")),
            ),
            tuple((other, mean, f"{low} … {high}") for other, mean, low, high in written),
        ),
    )  # fmt: skip


_80_OF_95 = 1.2816 / 1.96


def claims_of(one: Functioning) -> list[Shown]:
    """Return what is claimed of it; of a model that was not run, only that nothing can be said."""
    found = one.row.claims if one.row else []
    return [each for each in found if not one.silent or each.row.verdict == Verdict.BLOCKED]


def word_of(done: Done) -> str:
    """Return whether it was run, in words."""
    return str(FIDELITY[done.state.fidelity])
