"""The charts of an evaluation: comparisons, sites, ranks; each with its words and its numbers."""

import math
from collections.abc import Sequence
from itertools import combinations

from ligzda.evidence import Contrast, Evaluation, League, Ranks, SiteEstimate, family_of
from ligzda.findings.phrases import Phrases
from ligzda.findings.scales import Scale, scale_of, told
from ligzda.publishing import Chart, Column, DataTable, Numbers, marks

# A chart taller than a page cannot be printed; more rows go into a further chart.
MOST_ROWS = 40

# Ten options make 45 pairs; with more, the pairs are in evaluation.json only.
MOST_OPTIONS = 10


def comparisons(evaluation: Evaluation, say: Phrases) -> Chart:
    """Draw every contrast, and the first one again for a new site, on the scale people know."""
    numbers = Numbers(say.language)
    rows = [(contrast.name, contrast, False) for contrast in evaluation.contrasts]
    if evaluation.new_site:
        rows.append((say("new_site_row"), evaluation.new_site, True))
    scale = scale_of(evaluation, [told(contrast) for _, contrast, _ in rows], say, link=False)
    lines = {say("no_effect"): 0.0}
    headline = evaluation.contrasts[0]
    if headline.mid is not None:
        good = 1 if evaluation.outcome.better == "higher" else -1
        lines[say("threshold")] = good * headline.mid * scale.factor
    specification = marks.forest(
        [_interval(name, contrast, scale.factor, strong) for name, contrast, strong in rows],
        axis=scale.unit or say("own_scale"),
        numbers=numbers,
        lines=lines,
    )
    told_rows = " ".join(
        say(
            "row_alt",
            name=name,
            value=scale.with_unit(told(contrast).mean),
            interval=scale.interval(told(contrast)),
        )
        for name, contrast, _ in rows
    )
    return Chart(
        specification,
        alternative=say("forest_alt", rows=told_rows),
        caption=say("forest_caption" if evaluation.new_site else "forest_caption_plain"),
        data=_comparison_table(evaluation, [(name, c) for name, c, _ in rows], scale, say),
    )


def _interval(name: str, contrast: Contrast, factor: float, strong: bool) -> marks.Interval:
    found = told(contrast)
    return marks.Interval(
        name,
        lower=factor * found.lower,
        lower80=factor * found.lower80,
        middle=factor * found.mean,
        upper80=factor * found.upper80,
        upper=factor * found.upper,
        strong=strong,
    )


def p_better(contrast: Contrast, evaluation: Evaluation) -> float:
    """Give the probability that a contrast lies in the direction that the plan calls better."""
    return contrast.p_positive if evaluation.outcome.better == "higher" else 1 - contrast.p_positive


def _comparison_table(
    evaluation: Evaluation, rows: Sequence[tuple[str, Contrast]], scale: Scale, say: Phrases
) -> DataTable:
    numbers = scale.numbers
    with_mid = any(contrast.p_above_mid is not None for _, contrast in rows)
    columns = [
        Column(say("col_contrast"), "left"),
        Column(say("col_difference"), unit=scale.unit),
        Column(say("col_95"), unit=scale.unit),
        Column(say("col_p_better")),
        *([Column(say("col_p_mid"))] if with_mid else []),
    ]
    note = say("p_note") + (say("p_note_mid") if with_mid else "")
    body = []
    for name, contrast in rows:
        cells = [
            name,
            scale.value(told(contrast).mean),
            scale.span(told(contrast)),
            numbers.probability(p_better(contrast, evaluation)),
        ]
        if with_mid:
            p = contrast.p_above_mid
            cells.append("–" if p is None else numbers.probability(p))
        body.append(tuple(cells))
    return DataTable(say("contrast_table"), tuple(columns), tuple(body), note)


def sites(evaluation: Evaluation, say: Phrases) -> list[Chart]:
    """Draw each site alone and among the others, from the lowest pooled estimate to the highest."""
    ordered = sorted(evaluation.sites, key=lambda site: (site.pooled.mean, site.site))
    return [
        _site_chart(evaluation, ordered[start : start + MOST_ROWS], say)
        for start in range(0, len(ordered), MOST_ROWS)
    ]


def _site_chart(evaluation: Evaluation, listed: Sequence[SiteEstimate], say: Phrases) -> Chart:
    """Draw some sites. Where most never saw this comparison, only those that did are drawn."""
    seen = [site for site in listed if site.observed]
    rows = seen if seen and 2 * len(seen) < len(listed) else listed
    numbers = Numbers(say.language)
    scale = scale_of(evaluation, [site.pooled for site in rows], say, link=True)
    headline = evaluation.contrasts[0]
    alone = {site.site: _alone(site) for site in rows}
    domain, cut = _domain(rows)
    specification = marks.shrinkage(
        [
            marks.Pair(
                site.site,
                alone[site.site],
                (site.pooled.lower, site.pooled.mean, site.pooled.upper),
            )
            for site in rows
        ],
        axis=scale.unit or say("own_scale"),
        observed=say("alone"),
        pooled=say("together"),
        numbers=numbers,
        lines={say("no_effect"): 0.0, say("average"): headline.link.mean},
        domain=domain,
    )
    middles = [found[1] for found in alone.values() if found] or [0.0]
    none = [site.site for site in rows if alone[site.site] is None]
    pooled = [site.pooled.mean for site in rows]
    return Chart(
        specification,
        alternative=say(
            "shrinkage_alt",
            count=numbers.integer(len(rows)),
            alone_low=scale.value(min(middles)),
            alone_high=scale.value(max(middles)),
            low=scale.value(min(pooled)),
            high=scale.value(max(pooled)),
        ),
        caption=say("shrinkage_caption", name=headline.name)
        + (say("shrinkage_cut") if cut else "")
        + (say("shrinkage_none", sites=", ".join(none)) if none else "")
        + (say("shrinkage_rest") if len(rows) < len(listed) else ""),
        data=_site_table(evaluation, listed, scale, say),
    )


def _alone(site: SiteEstimate) -> tuple[float, float, float] | None:
    if site.observed is None:
        return None
    mean, se = site.observed.mean, site.observed.se
    return mean - 1.96 * se, mean, mean + 1.96 * se


def _domain(rows: Sequence[SiteEstimate]) -> tuple[tuple[float, float], bool]:
    """Choose the axis: all pooled intervals, all observed middles within three times as much."""
    low = min(site.pooled.lower for site in rows)
    high = max(site.pooled.upper for site in rows)
    low, high = min(low, 0.0), max(high, 0.0)
    room = high - low
    ends = [value for site in rows if (found := _alone(site)) for value in found]
    wanted_low, wanted_high = min([low, *ends]), max([high, *ends])
    left, right = max(wanted_low, low - room), min(wanted_high, high + room)
    margin = 0.03 * (right - left)
    return (left - margin, right + margin), wanted_low < left or wanted_high > right


def _site_table(
    evaluation: Evaluation, rows: Sequence[SiteEstimate], scale: Scale, say: Phrases
) -> DataTable:
    body = []
    for site in rows:
        if found := _alone(site):
            low, middle, high = (scale.value(value) for value in found)
            observed = f"{middle} ({scale.numbers.span(low, high)})"
        else:
            observed = "–"
        body.append(
            (
                site.site,
                scale.numbers.integer(site.n),
                observed,
                f"{scale.value(site.pooled.mean)} ({scale.span(site.pooled)})",
            )
        )
    counted = "col_estimates" if evaluation.plan.outcome.of_estimates else "col_n"
    columns = (
        Column(say("col_site"), "left"),
        Column(say(counted)),
        Column(say("col_alone"), unit=scale.unit),
        Column(say("col_together"), unit=scale.unit),
    )
    return DataTable(say("site_table"), columns, tuple(body), say("site_note"))


def league(evaluation: Evaluation, found: League, say: Phrases) -> DataTable:
    """List every option against every other; the engine gives them on the link scale."""
    numbers = Numbers(say.language)
    pairs = list(combinations(range(len(found.labels)), 2))
    widths = [float(found.upper[one, other] - found.lower[one, other]) for one, other in pairs]
    # A 95 % interval is about four SDs wide; two digits of the smallest SD are shown.
    places = min(4, max(0, 1 - math.floor(math.log10(min(widths) / 4))))
    link = scale_of(evaluation, [evaluation.contrasts[0].link], say, link=True)
    scale = Scale(numbers, link.unit, 1.0, places)
    rows = tuple(
        (
            f"{found.labels[one]} − {found.labels[other]}",
            scale.value(float(found.mean[one, other])),
            numbers.span(
                scale.value(float(found.lower[one, other])),
                scale.value(float(found.upper[one, other])),
            ),
        )
        for one, other in pairs
    )
    columns = (
        Column(say("col_contrast"), "left"),
        Column(say("col_difference"), unit=scale.unit),
        Column(say("col_95"), unit=scale.unit),
    )
    return DataTable(say("league_table"), columns, rows)


def ranks(evaluation: Evaluation, found: Ranks, say: Phrases) -> Chart:
    """Draw the probability of every rank of every arm, the highest SUCRA first."""
    numbers = Numbers(say.language)
    order = sorted(range(len(found.labels)), key=lambda arm: (-found.sucra[arm], found.labels[arm]))
    labels = [found.labels[arm] for arm in order]
    specification = marks.heat(
        labels,
        [str(rank + 1) for rank in range(found.matrix.shape[1])],
        [[float(share) for share in found.matrix[arm]] for arm in order],
        axis=say("rank_axis"),
        numbers=numbers,
    )
    rows = " ".join(
        say("rank_row_alt", name=found.labels[arm], p=numbers.probability(float(found.p_best[arm])))
        for arm in order
    )
    regret = [float(value) for value in found.expected_regret]
    shares = family_of(evaluation.outcome).is_share
    factor = 100.0 if shares else 1.0
    largest = max(regret) * factor or 1.0
    places = min(4, max(0, 1 - math.floor(math.log10(largest))))
    table = DataTable(
        say("rank_table"),
        (
            Column(say("col_arm"), "left"),
            Column(say("col_p_best")),
            Column("SUCRA"),
            Column(say("col_mean_rank")),
            Column(say("col_rank_95")),
            Column(say("col_regret"), unit=say("pp") if shares else evaluation.outcome.unit),
        ),
        tuple(
            (
                found.labels[arm],
                numbers.probability(float(found.p_best[arm])),
                numbers.percent(float(found.sucra[arm])),
                numbers.decimal(float(found.mean_rank[arm]), 1),
                numbers.span(
                    numbers.integer(float(found.rank_lower[arm])),
                    numbers.integer(float(found.rank_upper[arm])),
                ),
                numbers.decimal(regret[arm] * factor, places),
            )
            for arm in order
        ),
        say("rank_note"),
    )
    return Chart(
        specification,
        alternative=say("rank_alt", rows=rows),
        caption=say("rank_caption"),
        data=table,
    )
