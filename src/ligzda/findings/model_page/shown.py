"""The page of a model in words, numbers and pictures, in the active language."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ligzda.findings.claims import Verdict
from ligzda.findings.claims_register.page import Shown
from ligzda.findings.model_page.gathering import Done, Functioning
from ligzda.findings.runs.shown import FIDELITY, ContrastRow, contrasts
from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.shown import said, shown
from ligzda.languages import Language
from ligzda.publishing import Chart, Column, DataTable, Numbers, marks, to_html_figure
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


def fidelity_picture(done: Sequence[Done], language: Language) -> SafeString:
    """Draw how much of the plan was done, by part and incubator; nothing before an assessment."""
    rows = [one for one in done if one.shares is not None]
    if not rows:
        return SafeString()
    numbers = Numbers(language)
    places = [one.state.course.place for one in rows]
    shares = [[(one.shares or {})[part] for part in PARTS] for one in rows]
    names = [str(PART_NAMES[part]) for part in PARTS]
    title = _("How much of what the model plans was done, mean of the assessed quarters.")
    table = DataTable(
        title,
        (Column(_("Incubator"), "left"), *(Column(name) for name in names)),
        tuple(
            (place, *(numbers.percent(share) for share in row))
            for place, row in zip(places, shares, strict=True)
        ),
    )
    told = "; ".join(
        f"{place} – "
        + ", ".join(
            f"{name}: {numbers.percent(share)}" for name, share in zip(names, row, strict=True)
        )
        for place, row in zip(places, shares, strict=True)
    )
    short = [name.partition(":")[0] for name in names]
    drawn = marks.heat(places, short, shares, axis=_("part of the plan"), numbers=numbers)
    chart = Chart(drawn, alternative=told, caption=title, data=table)
    return mark_safe(to_html_figure(chart, language))


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


def league_picture(one: Functioning, language: Language) -> SafeString:
    """Draw the model against each other one; nothing where it was not run or is not public."""
    league = one.run.result.get("league") or {"labels": []}
    code = one.planned.code
    if one.silent or code not in league["labels"]:
        return SafeString()
    at, numbers = league["labels"].index(code), Numbers(language)
    others = [
        (other, *(league[name][at][place] for name in ("lower", "mean", "upper")))
        for place, other in enumerate(league["labels"])
        if other != code and other not in one.run.not_run
    ]
    if not others:
        return SafeString()
    title = _("%(model)s against each of the others, on the scale of the plan's link.") % {
        "model": code
    }
    # 80 % limits are not in the table: those of a normal with the same 95 % ones.
    rows = [
        marks.Interval(other, low, mean - (mean - low) * _80_OF_95, mean,
                       mean + (high - mean) * _80_OF_95, high)
        for other, low, mean, high in others
    ]  # fmt: skip
    told = "; ".join(
        f"{other}: {numbers.decimal(mean, 2, sign=True)} "
        f"({numbers.decimal(low, 2, sign=True)} … {numbers.decimal(high, 2, sign=True)})"
        for other, low, mean, high in others
    )
    table = DataTable(
        title,
        (Column(_("Against"), "left"), Column(_("Difference")), Column(_("Interval, 95 per cent"))),
        tuple(
            (other, numbers.decimal(mean, 2, sign=True),
             f"{numbers.decimal(low, 2, sign=True)} … {numbers.decimal(high, 2, sign=True)}")
            for other, low, mean, high in others
        ),
    )  # fmt: skip
    drawn = marks.forest(
        rows, axis=_("difference, log odds"), numbers=numbers, lines={_("no difference"): 0.0}
    )
    return mark_safe(
        to_html_figure(Chart(drawn, alternative=told, caption=title, data=table), language)
    )


_80_OF_95 = 1.2816 / 1.96


def claims_of(one: Functioning) -> list[Shown]:
    """Return what is claimed of it; of a model that was not run, only that nothing can be said."""
    found = one.row.claims if one.row else []
    return [each for each in found if not one.silent or each.row.verdict == Verdict.BLOCKED]


def word_of(done: Done) -> str:
    """Return whether it was run, in words."""
    return str(FIDELITY[done.state.fidelity])
