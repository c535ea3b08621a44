"""From the sources that a decision's plan names to joint draws of every option."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ligzda.evidence import Evaluation, PlanError, evaluate, parse_plan
from ligzda.evidence.arm_draws import arm_draws
from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.decision import Beta, Fixed, Triangular, Uniform, discount_factors
from ligzda.evidence.decision.quantities import Quantity
from ligzda.evidence.errors import DecisionError
from ligzda.findings import delimited, parquet
from ligzda.findings.decision_faults import DecisionPlanFault as Fault
from ligzda.findings.decision_plan import Amount, DecisionPlan, Source
from ligzda.findings.inputs import InputFile, read_input
from ligzda.findings.records import read_records

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Input:
    """The draws of one source, what they rest on, and the files read.

    `evaluation` holds the priors where the draws come from records; `columns` further columns of a
    file of draws. `travels` names the files that hold no single person and may go with a report.
    """

    values: Floats
    columns: Floats
    files: tuple[InputFile, ...] = ()
    travels: tuple[str, ...] = ()
    evaluation: Evaluation | None = None


class Reading:
    """Reads the sources of one plan; paths are relative to the plan's folder."""

    def __init__(self, plan: DecisionPlan, folder: Path, name: str, seed: int) -> None:
        self.plan = plan
        self.folder = folder
        self.name = name
        self.seed = seed

    def read(self, source: Source, columns: Sequence[str] = ()) -> Input:
        """Return the draws of a source: `values[draw, option]`."""
        if source.draws is not None:
            return self._drawn(source, columns)
        if source.records is not None and source.plan is not None:
            return self._evaluated(
                source, self.folder / source.records, self.folder / source.plan, self.seed
            )
        if source.evaluation is not None:
            return self._kept(source, self.folder / source.evaluation)
        return Input(self._stated(source), np.zeros((self.plan.draws, 0)))

    def _fail(self, key: str, said: Code | Remark) -> PlanError:
        return PlanError(key, said, plan=self.name)

    def _file(self, key: str, path: Path) -> InputFile:
        return read_input(path, lambda fault: self._fail(f"{key} ({path.name})", fault))

    def _drawn(self, source: Source, columns: Sequence[str]) -> Input:
        path = self.folder / (source.draws or "")
        file = self._file(f"{source.key}.draws", path)
        wanted = [source.columns.get(option, option) for option in self.plan.options]
        names = list(dict.fromkeys([*wanted, *columns]))
        if file.is_parquet or file.content is None:
            found, _ = parquet.read_columns(path, (), tuple(names))
        else:
            text = delimited.read_text(file.content, path.name)
            read = delimited.read_columns(text, path.name, names)
            found = {
                name: delimited.numbers(
                    read.columns[name], read.lines, name, path.name, read.delimiter
                )
                for name in names
            }
        values = {name: np.asarray(found[name], dtype=np.float64) for name in names}
        further = [values[name] for name in columns]
        return Input(
            np.column_stack([values[name] for name in wanted]),
            np.column_stack(further) if further else np.zeros((len(values[wanted[0]]), 0)),
            (file,),
            (file.name,),
        )

    def _evaluated(self, source: Source, data: Path, plan: Path, seed: int) -> Input:
        key = source.key
        table, written = self._file(f"{key}.records", data), self._file(f"{key}.plan", plan)
        parsed = parse_plan((written.content or b"").decode("utf-8-sig"), name=plan.name)
        if parsed.outcome.better == "lower":
            fault = Fault.COST_BETTER if key == "cost" else Fault.LESS_IS_BETTER
            raise self._fail(key, fault if key == "cost" else fault.of(name=parsed.outcome.name))
        records = read_records(table, parsed)
        evaluation = evaluate(records.table, records.engine_plan, seed=seed)
        values = arm_draws(
            records.table, records.engine_plan, self.plan.options, self.plan.draws, seed=seed
        )
        travels = [plan.name, *([data.name] if records.aggregate else [])]
        return Input(
            values, np.zeros((len(values), 0)), (table, written), tuple(travels), evaluation
        )

    def _kept(self, source: Source, folder: Path) -> Input:
        """Make the draws of an evaluation anew from the report that carries its data."""
        key = f"{source.key}.evaluation"
        try:
            origin = json.loads((folder / "evaluation.json").read_text("utf-8"))["provenance"]
            data, plan, seed = (
                folder / origin["data_name"],
                folder / origin["plan_name"],
                origin["seed"],
            )
        except (OSError, ValueError, KeyError, TypeError):
            raise self._fail(key, Fault.NO_REPORT) from None
        if not data.is_file():
            raise self._fail(key, Fault.NO_DATA_KEPT)
        for path, wanted in ((data, origin["data_sha256"]), (plan, origin["plan_sha256"])):
            if self._file(key, path).sha256 != wanted:
                raise self._fail(key, Fault.OTHER_FILE.of(name=path.name))
        return self._evaluated(source, data, plan, seed)

    def _stated(self, source: Source) -> Floats:
        """Draw from stated distributions, each option with random numbers of its own."""
        columns = []
        for place, option in enumerate(self.plan.options):
            # The key is part of the seed: two sources never share their noise.
            rng = np.random.default_rng([self.seed, place, *source.key.encode()])
            try:
                columns.append(self._present(source.amounts[option], rng))
            except DecisionError as error:
                fault = Fault.ABOVE_ZERO if error.name in ("normal", "gamma") else None
                said = (fault or Fault.WRONG_DISTRIBUTION).of(name=option)
                raise self._fail(f"{source.key}.amounts.{option}", said) from None
        return np.column_stack(columns)

    def _present(self, amount: Amount, rng: np.random.Generator) -> Floats:
        """Draw every year, and give its present value where there are several."""
        years = np.column_stack([_quantity(one).draw(self.plan.draws, rng) for one in amount])
        if len(amount) == 1:
            return np.asarray(years[:, 0])
        return np.asarray(years @ discount_factors(len(amount), self.plan.discount_rate))


@dataclass(frozen=True)
class _Normal:
    mean: float
    sd: float

    def draw(self, draws: int, rng: np.random.Generator) -> Floats:
        return self.mean + self.sd * rng.standard_normal(draws)


@dataclass(frozen=True)
class _Gamma:
    """Amounts above 0 with this mean and SD."""

    mean: float
    sd: float

    def draw(self, draws: int, rng: np.random.Generator) -> Floats:
        shape = (self.mean / self.sd) ** 2
        return rng.gamma(shape, self.mean / shape, draws)


def _quantity(one: tuple[str, tuple[object, ...]]) -> Quantity:
    """Give a distribution by its name; DecisionError where its arguments make none."""
    name, arguments = one
    values = [float(value) for value in arguments]  # type: ignore[arg-type]
    match name:
        case "fixed":
            return Fixed(values[0])
        case "uniform":
            return Uniform(values[0], values[1])
        case "triangular":
            return Triangular(values[0], values[1], values[2])
        case "beta":
            return Beta(values[0], values[1])
    mean, sd = values
    if sd <= 0 or (name == "gamma" and mean <= 0):
        raise DecisionError(name, Fault.ABOVE_ZERO.of(name=name))
    return _Gamma(mean, sd) if name == "gamma" else _Normal(mean, sd)
