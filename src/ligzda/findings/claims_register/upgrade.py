"""What a new version of the engine would turn, known before anybody accepts it.

The runs that public claims rest on are computed again by the engine that is installed, and each
claim is held against what comes out; nothing is written but the list, which is kept by what it is
made of. To accept is to have the plans carried out anew: only then do claims turn.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction

from ligzda.evidence import ENGINE_VERSION
from ligzda.findings.claims.lifecycle import FINAL, State
from ligzda.findings.claims_register import checking, rules
from ligzda.findings.claims_register.deviating import approved
from ligzda.findings.claims_register.registry import as_of, registry
from ligzda.findings.models import Claim, EvaluationRun
from ligzda.findings.runs.actions import ask
from ligzda.findings.runs.computing import computed
from ligzda.indicators.data_sets.queries import standing
from ligzda.kernel.files import write_folder
from ligzda.kernel.hashing import sha256
from ligzda.network.models import User

_FILE = "upgrade.json"
_LIVE = {
    "approved_at__isnull": False,
    "state__in": [state.value for state in State if state not in FINAL],
}
"""Claims that can turn."""


@dataclass(frozen=True)
class WouldTurn:
    """A claim that the new engine judges otherwise: its state and verdict, before and after."""

    number: int
    before: str
    after: str
    verdict_before: str
    verdict_after: str


@dataclass(frozen=True)
class Upgrade:
    """What an upgrade would do: from which versions to which, in how many runs the bytes change,
    which runs cannot be made again as their set has lost somebody, which claims would turn.
    """

    engine: str
    versions: Sequence[str]
    runs: int
    changed: int
    lost: Sequence[int]
    claims: Sequence[WouldTurn]


def old_runs() -> list[EvaluationRun]:
    """Return the runs under claims that can turn which another version of the engine computed."""
    live = {f"claims__{name}": value for name, value in _LIVE.items()}
    rows = EvaluationRun.objects.filter(data_set__isnull=False, **live).exclude(
        engine_version=ENGINE_VERSION
    )
    return list(rows.select_related("data_set").distinct().order_by("pk"))


def would_turn(rows: Sequence[EvaluationRun]) -> Upgrade:
    """Compute runs again by the engine that is installed and hold the claims against them."""
    known, deviations = registry(), approved()
    changed, lost, found = 0, [], []
    for row in rows:
        assert row.data_set is not None
        if standing(row.data_set).lost:
            lost.append(row.pk)
            continue
        result = computed(row.data_set.content, row.plan, row.seed, lambda stage: None)
        again = EvaluationRun(
            data_set=row.data_set, data_sha256=row.data_sha256, plan=row.plan,
            plan_sha256=row.plan_sha256, engine_version=ENGINE_VERSION, seed=row.seed,
            result=result, result_sha256=sha256(result),
        )  # fmt: skip
        changed += again.result_sha256 != row.result_sha256
        then = as_of(known, row.data_set.as_of)
        claims = row.claims.filter(**_LIVE)
        for claim in claims.select_related("run__data_set").order_by("number"):
            held = checking.hold(claim, again, then, deviations)
            if (held.after, held.verdict) != (claim.state, claim.verdict):
                found.append(
                    WouldTurn(
                        claim.number, claim.state, held.after.value, claim.verdict, held.verdict
                    )
                )
    versions = sorted({row.engine_version for row in rows})
    return Upgrade(ENGINE_VERSION, versions, len(rows), changed, lost, found)


def _folder(rows: Sequence[EvaluationRun]) -> Path:
    claims = Claim.objects.filter(run__in=rows, **_LIVE).order_by("number")
    states = [f"{row.number} {row.state} {row.checked_key}" for row in claims]
    made_of = "\n".join([ENGINE_VERSION, *(row.result_sha256 for row in rows), *states])
    return Path(settings.EVALUATIONS_ROOT) / f"upgrade-{sha256(made_of)[:16]}"


def stored(rows: Sequence[EvaluationRun]) -> Upgrade | None:
    """Return the list that was made; None while it is not there."""
    file = _folder(rows) / _FILE
    if not file.is_file():
        return None
    found = json.loads(file.read_text("utf-8"))
    return Upgrade(**{**found, "claims": [WouldTurn(**one) for one in found["claims"]]})


def store(rows: Sequence[EvaluationRun]) -> Upgrade:
    """Make the list and keep it."""
    found = would_turn(rows)
    write_folder(_folder(rows), {_FILE: json.dumps(asdict(found)).encode()})
    return found


@transaction.atomic
def accept(*, by: User) -> list[int]:
    """Have the plans carried out by the new engine; return the runs that wait for it.

    Raises WrongStateError where the list of what it would turn is not made yet.
    """
    rows = old_runs()
    rules.check_accept_upgrade(by=by, seen=stored(rows) is not None)
    waiting = []
    for row in rows:
        assert row.data_set is not None
        if standing(row.data_set).lost:
            continue
        run, waits = ask(by=by, data_sha256=row.data_sha256, seed=row.seed)
        waiting += [run.pk] if waits else []
    return waiting
