"""What keeps a trial from being simulated, each by its code."""

from __future__ import annotations

from ligzda.evidence.codes import Code


class SimulationFault(Code):
    """What a plan lacks, or what was asked that no trial can show."""

    NOT_COUNTS = (
        "not-counts",
        "trials are simulated for counts of successes among participants.",
        'Write family = "binomial" with the columns successes and trials.',
    )
    NO_ROLES = (
        "no-roles",
        "the columns of incubators and of models are needed.",
        "Give roles.site and roles.arm.",
    )
    NO_PROBABILITY = (
        "no-probability",
        "a difference of {difference:g} around {base:g} leaves the range of probabilities.",
        "Ask for a smaller difference, or for a base nearer to 0.5.",
    )
    NO_FACTOR_CONTRAST = (
        "no-factor-contrast",
        "the plan does not contrast the two sides of {factor}.",
        'Add [[contrasts]] with column = "{factor}", level = "+", versus = "-".',
    )
    COLUMN_NOT_SIMULATED = (
        "column-not-simulated",
        "the column “{column}” cannot be simulated.",
        "Known are {columns}.",
    )
    NONE_FITTED = (
        "none-fitted",
        "not one of the simulated trials could be fitted: {cause}",
        "Change the terms that it names, or ask for more participants.",
    )
