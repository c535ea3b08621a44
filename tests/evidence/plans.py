"""Plans of the reference sets, as text."""

GOLD = """
[outcome]
name = "paid work"
family = "binomial"
successes = "y"
trials = "n"
[roles]
site = "site"
arm = "model"
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(0, 1.5)"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal(1)"
[[terms]]
name = "model"
kind = "random"
columns = ["model"]
sd = "half-normal(1)"
[[terms]]
name = "cell"
kind = "random"
columns = ["site", "model"]
sd = "half-normal(1)"
"""

JTPA_POOLED = """
[outcome]
name = "any earnings"
family = "binomial"
successes = "any_earnings"
trials = "n"
[roles]
site = "site"
arm = "arm"
control = "0"
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(0, 10)"
[[terms]]
name = "programme"
kind = "fixed"
columns = ["arm"]
prior = "normal(0, 10)"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal(1)"
"""

JTPA = (
    JTPA_POOLED
    + """
[[terms]]
name = "programme by site"
kind = "random"
columns = ["site"]
slope = "arm"
sd = "half-normal(0.25)"
"""
)


def network(reference: str, om: float, prior_sd: float) -> str:
    """A binomial network meta-analysis with the references' priors."""
    return f"""
[outcome]
name = "response"
family = "binomial"
successes = "responders"
trials = "sampleSize"
[roles]
site = "study"
arm = "treatment"
control = "{reference}"
[[terms]]
name = "study"
kind = "fixed"
columns = ["study"]
coding = "indicator"
prior = "normal(0, {prior_sd})"
[[terms]]
name = "treatment"
kind = "fixed"
columns = ["treatment"]
reference = "{reference}"
prior = "normal(0, {prior_sd})"
[[terms]]
name = "heterogeneity"
kind = "random"
columns = ["study", "treatment"]
sd = "uniform(0, {om})"
sd_of = "contrast"
"""


def outcome(successes: str, trials: str | None = None, better: str = "higher") -> str:
    """The outcome section of a binomial plan."""
    cells = f'trials = "{trials}"\n' if trials else ""
    return (
        f'[outcome]\nname = "outcome"\nfamily = "binomial"\nsuccesses = "{successes}"\n'
        f'{cells}better = "{better}"\n'
    )


def fixed(
    name: str,
    *columns: str,
    coding: str = "reference",
    prior: str = "normal(0, 1000)",
    power: int = 1,
) -> str:
    """A fixed term."""
    listed = ", ".join(f'"{column}"' for column in columns)
    return (
        f'[[terms]]\nname = "{name}"\nkind = "fixed"\ncolumns = [{listed}]\n'
        f'coding = "{coding}"\nprior = "{prior}"\npower = {power}\n'
    )


def random(name: str, *columns: str, sd: str, slope: str | None = None) -> str:
    """A random term."""
    listed = ", ".join(f'"{column}"' for column in columns)
    extra = f'slope = "{slope}"\n' if slope else ""
    return (
        f'[[terms]]\nname = "{name}"\nkind = "random"\ncolumns = [{listed}]\nsd = "{sd}"\n{extra}'
    )


def trial(sd: str = "half-normal(0.5)", prior: str = "normal(0, 1.5)") -> str:
    """Sites × arms with site and cell effects: the plan of a small trial."""
    return (
        outcome("y", "n")
        + '[roles]\nsite = "site"\narm = "arm"\ncontrol = "a"\n'
        + fixed("intercept", prior=prior)
        + fixed("arm", "arm", prior=prior)
        + random("site", "site", sd=sd)
        + random("cell", "site", "arm", sd=sd)
    )
