"""An evaluation as plain text for a terminal: English, aligned, at most 100 columns."""

from collections.abc import Sequence
from textwrap import wrap

from ligzda.findings.charts import p_better
from ligzda.findings.evaluation import EvaluationRecord
from ligzda.findings.phrases import Phrases
from ligzda.findings.scales import named, scale_of, told
from ligzda.publishing import Numbers

WIDTH = 100
SAY, NUMBERS = Phrases("en"), Numbers("en")


def as_text(record: EvaluationRecord) -> str:
    """Write the answer, the comparisons, the ranks, the sites and the origin."""
    evaluation = record.evaluation
    outcome = evaluation.outcome
    title = evaluation.plan.name or record.provenance.data_name
    kind = f"{outcome.family}, {outcome.link}; better: {outcome.better}"
    counted = [SAY.units(evaluation)]
    counted += [SAY.count(evaluation.n_sites, "from_site")] if evaluation.n_sites else []
    parts = [
        f"{title}\n{outcome.name} ({kind}), {', '.join(counted)}",
        _comparisons(record) or _coefficients(record),
        _ranks(record),
        _sites(record),
        _sds(record),
        _origin(record),
    ]
    return "\n\n".join(part for part in parts if part).replace("\u00a0", " ")


def _comparisons(record: EvaluationRecord) -> str:
    evaluation = record.evaluation
    if not evaluation.contrasts:
        return ""
    rows = [(contrast.name, contrast) for contrast in evaluation.contrasts]
    if evaluation.new_site:
        rows.append((SAY("new_site_row"), evaluation.new_site))
    scale = scale_of(evaluation, [told(contrast) for _, contrast in rows], SAY, link=False)
    link = scale_of(evaluation, [contrast.link for _, contrast in rows], SAY, link=True)
    both = any(contrast.probability for _, contrast in rows)
    with_mid = any(contrast.p_above_mid is not None for _, contrast in rows)
    header = ["comparison", "difference", "95% interval", "P(better)"]
    header += ["P(≥ MID)"] if with_mid else []
    header += ["log odds (SD)" if link.unit == SAY("log_odds") else "log (SD)"] if both else ["SD"]
    body = []
    for name, contrast in rows:
        row = [name, scale.value(told(contrast).mean), scale.span(told(contrast))]
        row.append(NUMBERS.probability(p_better(contrast, evaluation)))
        if with_mid:
            p = contrast.p_above_mid
            row.append("–" if p is None else NUMBERS.probability(p))
        shown = contrast.link
        sd = NUMBERS.decimal(shown.sd, link.places)
        row.append(f"{link.value(shown.mean)} ({sd})" if both else sd)
        body.append(row)
    return table(header, body) + (f"\n(difference in {scale.unit})" if scale.unit else "")


def _coefficients(record: EvaluationRecord) -> str:
    fixed = record.evaluation.fixed
    if not fixed:
        return ""
    scale = scale_of(record.evaluation, list(fixed), SAY, link=True)
    rows = [[named(one), scale.value(one.mean), scale.span(one)] for one in fixed]
    found = table(["coefficient", "mean", "95% interval"], rows)
    return f"{found}\n({scale.unit})" if scale.unit else found


def _ranks(record: EvaluationRecord) -> str:
    found = record.evaluation.ranks
    if found is None:
        return ""
    order = sorted(range(len(found.labels)), key=lambda arm: -found.sucra[arm])
    return table(
        ["option", "P(best)", "SUCRA", "mean rank", "95% limits"],
        [
            [
                found.labels[arm],
                NUMBERS.probability(float(found.p_best[arm])),
                NUMBERS.percent(float(found.sucra[arm])),
                NUMBERS.decimal(float(found.mean_rank[arm]), 1),
                NUMBERS.span(
                    NUMBERS.integer(float(found.rank_lower[arm])),
                    NUMBERS.integer(float(found.rank_upper[arm])),
                ),
            ]
            for arm in order
        ],
    )


def _sites(record: EvaluationRecord) -> str:
    sites = record.evaluation.sites
    if not sites:
        return ""
    scale = scale_of(record.evaluation, [site.pooled for site in sites], SAY, link=True)
    rows = []
    for site in sites:
        alone = site.observed
        rows.append(
            [
                site.site,
                NUMBERS.integer(site.n),
                f"{scale.value(alone.mean)} ({NUMBERS.decimal(alone.se, scale.places)})"
                if alone
                else "–",
                scale.value(site.pooled.mean),
                scale.span(site.pooled),
            ]
        )
    return table(["site", "n", "alone (SE)", "among the others", "95% interval"], rows) + (
        f"\n({scale.unit})" if scale.unit else ""
    )


def _sds(record: EvaluationRecord) -> str:
    rows = []
    for found in record.evaluation.sds:
        scale = scale_of(record.evaluation, [found], SAY, link=True, signed=False)
        rows.append([found.term, scale.value(found.median), scale.span(found)])
    return table(["standard deviation of", "median", "95% interval"], rows) if rows else ""


def _origin(record: EvaluationRecord) -> str:
    origin, found = record.provenance, record.evaluation.diagnosis
    verdict = "accurate enough by its own check" if found.good else "NOT accurate enough"
    lines = [
        f"Calculation: {SAY.method(found.method)}, {verdict}.",
        f"Data  {origin.data_name}  sha256 {origin.data_sha256}",
        f"Plan  {origin.plan_name}  sha256 {origin.plan_sha256}",
        f"Engine {origin.engine_version}, Ligzda {origin.ligzda_version}, seed {origin.seed}",
    ]
    return "\n".join(lines)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Align columns, the first to the left; long names wrap so that a line fits the terminal."""
    widths = [max(len(row[place]) for row in (header, *rows)) for place in range(len(header))]
    room = WIDTH - sum(widths[1:]) - 2 * (len(header) - 1)
    widths[0] = max(12, min(widths[0], room))
    lines = []
    for row in (header, *rows):
        first = wrap(row[0], widths[0]) or [""]
        cells = [first[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines += ["  ".join(cells).rstrip(), *(f"  {more}" for more in first[1:])]
    lines.insert(1, "-" * min(WIDTH, sum(widths) + 2 * (len(header) - 1)))
    return "\n".join(lines)
