r"""From the trial's sites to joint draws that can be put together for any municipality. Pure.

Three hierarchical models (``data/*.toml``): paid activity, cost, well-being. Each is fitted once to
the sites that ran their model as designed; what a new municipality needs is linear in the draws:

.. math:: \eta_{mg}(z) = b_{mg} + z^\top\beta + \sigma\,\varepsilon_m

for model *m*, target group *g*, moderators *z* in national SDs, and a deviation of the new place
that is drawn afresh. Each trial site ran one model, so that a deviation of a place cannot be told
from one of a model in a place; taking one for each model makes the order of models less sure.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from ligzda.evidence import Table, fit, parse_plan
from ligzda.evidence.abstention import held_in
from ligzda.evidence.functionals import predictor
from ligzda.evidence.plan import Plan
from ligzda.evidence.tables import Floats
from ligzda.evidence.terms import Frame
from ligzda.kernel.hashing import sha256
from ligzda.methodology.advice.basis import GROUPS, MODERATORS, Basis, Models, Site

DRAWS, SEED = 2000, 1
_DATA = Path(__file__).resolve().parent / "data"
_SIDES = {"+": 1.0, "-": -1.0}


@dataclass(frozen=True, eq=False)
class Effects:
    """Draws of one model: `base[draw, model, group]`, `slopes[draw, moderator]`, `spread[draw]`.

    `own[draw, site]` is the predictor of the sites themselves.
    """

    base: Floats
    slopes: Floats
    spread: Floats
    own: Floats


@dataclass(frozen=True, eq=False)
class Fitted:
    """Everything that answers are made of. `wellbeing` is None where nobody reported it.

    `held`: in how many of the left-out sites the 80 % interval held what was found.
    """

    basis: Basis
    models: Models
    outcome: Effects
    cost: Effects
    wellbeing: Effects | None
    held: int


@cache
def plan_of(name: str) -> Plan:
    """Return one of the three plans."""
    return parse_plan((_DATA / f"{name}.toml").read_text("utf-8"), name=f"{name}.toml")


def plans_sha256() -> str:
    """Return the hash of the three plans."""
    return sha256("".join(sorted(path.read_text("utf-8") for path in _DATA.glob("*.toml"))))


def fitted(basis: Basis) -> Fitted:
    """Fit the three models, and the first again without each site."""
    sites = basis.used
    models = basis.models
    z = (np.array([basis.at(site.place) for site in sites]) - basis.centre) / basis.national
    outcome = _outcome(sites, z, models)
    costs = [[np.log(site.cost), 0.05] for site in sites]
    cost = _effects("cost", sites, z, models, {"log_cost": 0, "se": 1}, costs)
    told = [(site, site.wellbeing) for site in sites if site.wellbeing is not None]
    wellbeing = None
    if len(told) == len(sites):
        numbers = [[one.people, one.mean, one.sd] for _, one in told]
        columns = {"people": 0, "mean": 1, "sd": 2}
        wellbeing = _effects("wellbeing", sites, z, models, columns, numbers)
    held = _held(sites, z, models)
    return Fitted(basis, models, outcome, cost, wellbeing, held)


def _outcome(sites: tuple[Site, ...], z: Floats, models: Models) -> Effects:
    numbers = [[float(site.working), float(site.people)] for site in sites]
    return _effects("paid_activity", sites, z, models, {"working": 0, "people": 1}, numbers)


def _frame(rows: list[tuple[str, str, str]], z: Floats) -> dict[str, list[str] | Floats]:
    """Return the predictors' columns of rows (place, sides, group)."""
    sides = np.array([[_SIDES[side] for side in row[1]] for row in rows])
    products = {"A": [0], "B": [1], "C": [2], "AB": [0, 1], "AC": [0, 2], "BC": [1, 2]}
    products["ABC"] = [0, 1, 2]
    return {
        "place": [row[0] for row in rows],
        **{name: sides[:, factors].prod(axis=1) for name, factors in products.items()},
        **{name: np.array([float(row[2] == name) for row in rows]) for name in GROUPS},
        **{name: z[:, j] for j, name in enumerate(MODERATORS)},
    }


def _effects(
    name: str, sites: tuple[Site, ...], z: Floats, models: Models,
    columns: dict[str, int], numbers: list[list[float]],
) -> Effects:  # fmt: skip
    plan, found = plan_of(name), np.array(numbers, dtype=float)
    rows = [(site.place, site.sides, site.group) for site in sites]
    table = Table.from_columns(
        _frame(rows, z) | {column: found[:, j] for column, j in columns.items()}, source=name
    )
    posterior = fit(table, plan, seed=SEED)
    draws, model = posterior.draws(DRAWS, np.random.default_rng(SEED)), posterior.model
    here = "a place that is not in the trial"
    asked = [(here, sides, group) for _, sides in models for group in GROUPS]
    steps = [asked[0]] * (1 + len(MODERATORS))
    at = np.vstack([np.zeros((len(asked) + 1, len(MODERATORS))), np.eye(len(MODERATORS))])
    frame = _as_frame(_frame([*asked, *steps], at))
    eta = draws.functional(predictor(model, frame, lambda term: "place" not in term.columns))
    many = len(asked)
    return Effects(
        eta[:, :many].reshape(DRAWS, len(models), len(GROUPS)),
        eta[:, many + 1 :] - eta[:, [many]],
        draws.theta[:, model.new_level("place")],
        draws.functional(predictor(model, _as_frame(_frame(rows, z)))),
    )


def _as_frame(columns: dict[str, list[str] | Floats]) -> Frame:
    labels = {name: np.array(v, dtype=np.str_) for name, v in columns.items()}
    numbers = {name: v for name, v in columns.items() if isinstance(v, np.ndarray)}
    return Frame(labels, numbers, len(labels["place"]))


def _held(sites: tuple[Site, ...], z: Floats, models: Models) -> int:
    """Count the sites whose share lay in the 80 % interval that the others predict for it."""
    codes, low, high, working = [code for code, _ in models], [], [], []
    for left, site in enumerate(sites):
        others = sites[:left] + sites[left + 1 :]
        found = _outcome(others, np.delete(z, left, axis=0), models)
        rng = np.random.default_rng([SEED, left])
        eta = found.base[:, codes.index(site.model), GROUPS.index(site.group)]
        eta = eta + found.slopes @ z[left] + found.spread * rng.standard_normal(DRAWS)
        limits = np.quantile(rng.binomial(site.people, 1 / (1 + np.exp(-eta))), [0.1, 0.9])
        low.append(float(limits[0]))
        high.append(float(limits[1]))
        working.append(float(site.working))
    return held_in(low, high, working)
