"""Small inputs: six sites, two arms, made up but plausible."""

from pathlib import Path

PLAN = """
title = "Paid work after a year"

[outcome]
name = "paid work"
family = "binomial"
successes = "working"
trials = "n"
mid = 0.05

[roles]
site = "site"
arm = "arm"
control = "usual"
arms = ["incubator", "usual"]

[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(0, 1.5)"
why = "a share between 5 and 95 %"

[[terms]]
name = "incubator"
kind = "fixed"
columns = ["arm"]
reference = "usual"
prior = "normal(0, 1)"

[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal(1)"

[[terms]]
name = "incubator by site"
kind = "random"
columns = ["site", "arm"]
sd = "half-normal(0.5)"

[[contrasts]]
name = "incubator against usual help"
level = "incubator"
versus = "usual"
"""

PARTICIPANT_PLAN = PLAN.replace('trials = "n"\n', "")

CELLS = [
    ("Ogre", "incubator", 40, 22), ("Ogre", "usual", 41, 15),
    ("Ķekava", "incubator", 25, 11), ("Ķekava", "usual", 24, 9),
    ("Līvāni", "incubator", 31, 19), ("Līvāni", "usual", 30, 12),
    ("Preiļi", "incubator", 18, 6), ("Preiļi", "usual", 19, 7),
    ("Talsi", "incubator", 52, 30), ("Talsi", "usual", 50, 19),
    ("Smiltene", "incubator", 12, 5), ("Smiltene", "usual", 13, 5),
]  # fmt: skip


def cells_csv(delimiter: str = ",") -> str:
    rows = [("site", "arm", "n", "working"), *CELLS]
    return "".join(delimiter.join(map(str, row)) + "\n" for row in rows)


def participants_csv() -> str:
    lines = ["site,arm,working"]
    for site, arm, n, working in CELLS:
        lines += [f"{site},{arm},{int(i < working)}" for i in range(n)]
    return "\n".join(lines) + "\n"


def write(
    folder: Path, data: str | bytes | None = None, plan: str = PLAN, name: str = "data.csv"
) -> tuple[Path, Path]:
    content = cells_csv() if data is None else data
    data_path, plan_path = folder / name, folder / "plan.toml"
    data_path.write_bytes(content if isinstance(content, bytes) else content.encode())
    plan_path.write_text(plan, encoding="utf-8")
    return data_path, plan_path
