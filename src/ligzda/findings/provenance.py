"""Where an evaluation comes from, so that anyone can make it again."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from shlex import quote


@dataclass(frozen=True)
class Provenance:
    """The inputs by name and SHA-256, the versions, the seed, and the inputs' date.

    `options` is what was asked for beside the plan, as the command takes it.
    """

    data_name: str
    data_sha256: str
    plan_name: str
    plan_sha256: str
    engine_version: str
    ligzda_version: str
    seed: int
    date: date
    options: tuple[str, ...] = ()

    @property
    def command(self) -> str:
        """The command that makes the same numbers again."""
        return (
            f"ligzda evaluate {quote(self.data_name)} --plan {quote(self.plan_name)} "
            f"--seed {self.seed}{''.join(f' {quote(option)}' for option in self.options)}"
        )


def provenance(
    data: Path, plan: Path, *, engine_version: str, seed: int, options: tuple[str, ...] = ()
) -> Provenance:
    """Describe the inputs of an evaluation."""
    return Provenance(
        data_name=data.name,
        data_sha256=_sha256(data),
        plan_name=plan.name,
        plan_sha256=_sha256(plan),
        engine_version=engine_version,
        ligzda_version=version("ligzda"),
        seed=seed,
        date=inputs_date(data, plan),
        options=options,
    )


def inputs_date(*paths: Path) -> date:
    """Give the day that stands on a report: when the newest input was last changed (UTC).

    Not the day of the run, so that the same inputs give the same bytes tomorrow.
    `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org) overrides it where files are copied.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    newest = float(epoch) if epoch.isdigit() else max(path.stat().st_mtime for path in paths)
    return datetime.fromtimestamp(newest, tz=UTC).date()


def _sha256(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
