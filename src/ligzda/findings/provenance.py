"""Where an evaluation comes from, so that anyone can make it again."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from shlex import quote

from ligzda.findings.inputs import InputFile


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
    data: InputFile,
    plan: InputFile,
    *,
    engine_version: str,
    seed: int,
    options: tuple[str, ...] = (),
) -> Provenance:
    """Describe the inputs of an evaluation."""
    return Provenance(
        data_name=data.name,
        data_sha256=data.sha256,
        plan_name=plan.name,
        plan_sha256=plan.sha256,
        engine_version=engine_version,
        ligzda_version=version("ligzda"),
        seed=seed,
        date=inputs_date(data.changed, plan.changed),
        options=options,
    )


def inputs_date(*changed: float) -> date:
    """Give the day that stands on a report: when the newest input was last changed (UTC).

    Not the day of the run, so that the same inputs give the same bytes tomorrow.
    `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org) overrides it where files are copied.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    newest = float(epoch) if epoch.isdigit() else max(changed)
    return datetime.fromtimestamp(newest, tz=UTC).date()
