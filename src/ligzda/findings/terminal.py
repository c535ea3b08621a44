"""An evaluation as plain text for a terminal: aligned, at most 100 columns."""

from collections.abc import Sequence
from textwrap import fill, wrap

from ligzda.findings.charts import p_better
from ligzda.findings.evaluation import EvaluationRecord
from ligzda.findings.missing_report import p_good, scenario_name, tipping_verdict
from ligzda.findings.naming import in_words
from ligzda.findings.phrases import Phrases
from ligzda.findings.scales import named, scale_of, told
from ligzda.findings.tail_report import unlike_site_told
from ligzda.languages import Language
from ligzda.publishing import Numbers

WIDTH = 100


def as_text(record: EvaluationRecord, language: Language = "en") -> str:
    """Write the answer, the comparisons, the ranks, the sites and the origin."""
    return _Terminal(record, language).text()


class _Terminal:
    def __init__(self, record: EvaluationRecord, language: Language) -> None:
        self.record = record
        self.evaluation = in_words(record.evaluation, language)
        self.say = Phrases(language)
        self.numbers = Numbers(language)

    def text(self) -> str:
        say, evaluation = self.say, self.evaluation
        outcome = evaluation.outcome
        title = evaluation.plan.name or self.record.provenance.data_name
        kind = say(
            "t_kind",
            family=say.wording.word("family", outcome.family),
            link=say.wording.word("link", outcome.link),
            better=say(f"t_{outcome.better}"),
        )
        counted = [say.units(evaluation)]
        counted += [say.count(evaluation.n_sites, "site")] if evaluation.n_sites else []
        parts = [
            f"{title}\n{outcome.name} ({kind}), {', '.join(counted)}",
            self._comparisons() or self._coefficients(),
            self._ranks(),
            self._sites(),
            self._missing(),
            self._sds(),
            self._tails(),
            self._notes(),
            self._origin(),
        ]
        return "\n\n".join(part for part in parts if part).replace("\u00a0", " ")

    def _comparisons(self) -> str:
        evaluation = self.evaluation
        if not evaluation.contrasts:
            return ""
        rows = [(contrast.name, contrast) for contrast in evaluation.contrasts]
        if evaluation.new_site:
            rows.append((self.say("new_site_row"), evaluation.new_site))
        scale = scale_of(evaluation, [told(contrast) for _, contrast in rows], self.say, link=False)
        link = scale_of(evaluation, [contrast.link for _, contrast in rows], self.say, link=True)
        both = any(contrast.probability for _, contrast in rows)
        with_mid = any(contrast.p_above_mid is not None for _, contrast in rows)
        header = [self.say(key) for key in ("t_comparison", "t_difference", "t_95", "t_p_better")]
        header += [self.say("t_p_mid")] if with_mid else []
        scaled = "t_log_odds" if link.unit == self.say("log_odds") else "t_log"
        header += [self.say(scaled)] if both else ["SD"]
        body = []
        for name, contrast in rows:
            row = [name, scale.value(told(contrast).mean), scale.span(told(contrast))]
            row.append(self.numbers.probability(p_better(contrast, evaluation)))
            if with_mid:
                p = contrast.p_above_mid
                row.append("–" if p is None else self.numbers.probability(p))
            shown = contrast.link
            sd = self.numbers.decimal(shown.sd, link.places)
            row.append(f"{link.value(shown.mean)} ({sd})" if both else sd)
            body.append(row)
        return table(header, body) + (
            "\n" + self.say("t_unit", unit=scale.unit) if scale.unit else ""
        )

    def _coefficients(self) -> str:
        fixed = self.evaluation.fixed
        if not fixed:
            return ""
        scale = scale_of(self.evaluation, list(fixed), self.say, link=True)
        rows = [[named(one), scale.value(one.mean), scale.span(one)] for one in fixed]
        found = table([self.say(key) for key in ("t_coefficient", "t_mean", "t_95")], rows)
        return f"{found}\n({scale.unit})" if scale.unit else found

    def _ranks(self) -> str:
        found = self.evaluation.ranks
        if found is None:
            return ""
        order = sorted(range(len(found.labels)), key=lambda arm: -found.sucra[arm])
        return table(
            [
                self.say("t_option"),
                self.say("t_p_best"),
                "SUCRA",
                self.say("t_mean_rank"),
                self.say("t_limits"),
            ],
            [
                [
                    found.labels[arm],
                    self.numbers.probability(float(found.p_best[arm])),
                    self.numbers.percent(float(found.sucra[arm])),
                    self.numbers.decimal(float(found.mean_rank[arm]), 1),
                    self.numbers.span(
                        self.numbers.integer(float(found.rank_lower[arm])),
                        self.numbers.integer(float(found.rank_upper[arm])),
                    ),
                ]
                for arm in order
            ],
        )

    def _sites(self) -> str:
        sites = self.evaluation.sites
        if not sites:
            return ""
        scale = scale_of(self.evaluation, [site.pooled for site in sites], self.say, link=True)
        rows = []
        for site in sites:
            alone = site.observed
            rows.append(
                [
                    site.site,
                    self.numbers.integer(site.n),
                    f"{scale.value(alone.mean)} ({self.numbers.decimal(alone.se, scale.places)})"
                    if alone
                    else "–",
                    scale.value(site.pooled.mean),
                    scale.span(site.pooled),
                ]
            )
        return table(
            [
                self.say("t_site"),
                "n",
                self.say("t_alone"),
                self.say("t_together"),
                self.say("t_95"),
            ],
            rows,
        ) + (f"\n({scale.unit})" if scale.unit else "")

    def _missing(self) -> str:
        say, numbers, evaluation = self.say, self.numbers, self.evaluation
        if not any(count.missing for count in evaluation.missing):
            return ""
        rows = [
            [
                count.arm or say("missing_everybody"),
                numbers.integer(count.participants),
                numbers.integer(count.missing),
                numbers.percent(count.share),
            ]
            for count in evaluation.missing
        ]
        counted = ("t_missing", "t_participants", "t_not_known", "t_share")
        parts = [table([say(key) for key in counted], rows)]
        if found := evaluation.missing_analysis:
            answers = [(one, c) for one in (found.at_random, *found.shifted) for c in one.contrasts]
            scale = scale_of(evaluation, [told(c) for _, c in answers], say, link=False)
            body = [
                [
                    f"{scenario_name(one, evaluation.plan, say)}: {contrast.name}",
                    scale.value(told(contrast).mean),
                    scale.span(told(contrast)),
                    numbers.probability(p_good(contrast, evaluation)),
                    "–"
                    if contrast.p_above_mid is None
                    else numbers.probability(contrast.p_above_mid),
                ]
                for one, contrast in answers
            ]
            header = ("t_filled", "t_difference", "t_95", "t_p_better", "t_p_mid")
            parts.append(table([say(key) for key in header], body))
            if found.tipping:
                parts.append(fill(tipping_verdict(evaluation, found.tipping, say), WIDTH))
        return "\n\n".join(parts)

    def _sds(self) -> str:
        rows = []
        for found in self.evaluation.sds:
            scale = scale_of(self.evaluation, [found], self.say, link=True, signed=False)
            rows.append([found.term, scale.value(found.median), scale.span(found)])
        return table([self.say(key) for key in ("t_sd", "t_median", "t_95")], rows) if rows else ""

    def _tails(self) -> str:
        return fill(unlike_site_told(self.evaluation, self.say), WIDTH)

    def _notes(self) -> str:
        remark = self.say.wording.remark
        notes = self.evaluation.diagnosis.notes
        return "\n".join(fill(remark(note), WIDTH) for note in notes)

    def _origin(self) -> str:
        say, origin, found = self.say, self.record.provenance, self.evaluation.diagnosis
        verdict = say("t_good" if found.good else "t_bad")
        lines = [
            say("t_calculation", method=say.wording.method(found.method), verdict=verdict),
            say("t_data", name=origin.data_name, hash=origin.data_sha256),
            say("t_plan", name=origin.plan_name, hash=origin.plan_sha256),
            say(
                "t_engine",
                engine=origin.engine_version,
                ligzda=origin.ligzda_version,
                seed=str(origin.seed),
            ),
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
