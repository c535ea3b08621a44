"""What the decision room refuses, each by its code."""

from __future__ import annotations

from ligzda.evidence.codes import Code


class DecisionFault(Code):
    """What nothing can honestly be decided from, and why."""

    UNKNOWN_TIMING = "unknown-timing", "“{timing}” is unknown.", "Allowed: start, middle, end."
    YEARS = "years", "{years} is not a whole number of at least 1."
    YEARLY_AMOUNTS = "yearly-amounts", "are not finite amounts, one for each year."
    DEFECT = "defect", "the result holds {value}, which is a defect of the engine."
    NOT_A_RECORD = "not-a-record", "{name} is not a record."
    AXES = "axes", "has {ndim} axes.", "It must be {name}[draw, {column_name}]."
    TOO_FEW_DRAWS = (
        "too-few-draws",
        "has {shape} draw(s), from which no uncertainty can be told.",
        "Give at least {minimum_draws} joint draws (rows).",
    )
    OTHER_DRAWS = (
        "other-draws",
        "has {shape} draws where the other arrays have {rows}.",
        "Rows are joint draws: draws of separate models go through `pair` first.",
    )
    OTHER_COLUMNS = "other-columns", "has {shape} {column_name} column(s), not {wanted}."
    NOT_FINITE_VALUES = (
        "not-finite-values",
        (
            "{bad} value(s) are missing or infinite, the first in draw {row}, {column_name} "
            "{column}."
        ),
        "Leave out what could not be estimated instead of passing it on.",
    )
    NO_AMOUNT = "no-amount", "holds {np:.3g}, which is no amount."
    ONE_OPTION = (
        "one-option",
        "there is only one, so there is nothing to decide.",
        "“As it is today” is an option too: give it a column.",
    )
    NAMES = "names", "{names} names for {count} columns."
    NAME_TWICE = "name-twice", "the name “{twice}” stands there twice."
    NEGATIVE_COST = (
        "negative-cost",
        "{cost:.2f} EUR in draw {row}, option {column}: a cost cannot be negative.",
        "If savings were already taken off, say net_costs=True.",
    )
    NO_OPTION = "no-option", "“{wanted}” is no option.", "There are: {names}."
    NOT_A_NUMBER = "not-a-number", "{value} is not a finite number."
    NOT_AN_ARRAY = "not-an-array", "is not an array of numbers."
    TWO_VALUES = "two-values", "needs at least two values to compare."
    GRID = "grid", "the grid must hold rising values, at least one."
    NO_PARAMETER = "no-parameter", "none is named.", "Name at least one, or call evpi."
    NO_WEIGHTS = "no-weights", "no weights satisfy all constraints."
    TOO_MANY_CORNERS = (
        "too-many-corners",
        "the constraints leave a set with {vertices} corners.",
        "State fewer constraints, or treat fewer criteria at once.",
    )
    NO_COST = "no-cost", "hold no cost.", "A balance without its cost is no balance."
    NO_KIND = "no-kind", "“{kind}” is no kind.", "Allowed: {_sign}."
    NO_ASSUMPTION = (
        "no-assumption",
        "has no assumption in words.",
        "Say where the amount comes from and what it is compared with.",
    )
    FLOW_YEARS = "flow-years", "years count from 1, and last at least one."
    COST_BELOW_ZERO = (
        "cost-below-zero",
        "is a cost below 0 in some draw.",
        "Savings are flows of their own.",
    )
    FADE = "fade", "fade must be a share between 0 and 1."
    UNPAIRED = (
        "unpaired",
        "posteriors with different numbers of draws: {listed}.",
        "Pair them first.",
    )
    NOT_BELOW = "not-below", "{low} is not below {high}."
    NOT_TRIANGULAR = "not-triangular", "{low}, {mode}, {high} are not low, most likely, high."
    NO_SUCH_SHARE = (
        "no-such-share",
        "no share has mean {mean} and SD {sd}.",
        "The mean must lie between 0 and 1, and the SD below √(mean · (1 − mean)).",
    )
    OTHER_SIZE = "other-size", "{size} draws where the account has {draws}.", "Pair them first."
    SIZES = "sizes", "must be rising, with at least one above 0."
    OTHER_CRITERIA = (
        "other-criteria",
        "are over {criteria}; the value functions are over {criteria2}.",
    )
    SHAPE = (
        "shape",
        "has the shape {shape}.",
        (
            "It must be values[draw, option, criterion], at least {minimum_draws} draws, "
            "{criteria} criteria as there are value functions."
        ),
    )
    NOT_MONOTONE = (
        "not-monotone",
        "amounts must go in one direction from the worst to the best, and differ.",
    )
    WORTH_FALLS = "worth-falls", "worth must not fall towards the best."
    TOO_MANY_PARAMETERS = (
        "too-many-parameters",
        "{count} parameters need {fixed} columns, too many for {draws} draws.",
        "Give more draws, or ask about fewer parameters together.",
    )
    CONSTANT = (
        "constant",
        "parameter {p} is the same in every draw, so nothing can be learnt about it.",
        "Leave it out.",
    )
    NO_OUTCOME = "no-outcome", "there is none, so there is no return to speak of."
    SAME_NAME = "same-name", "two have the same name."
    INVESTMENT = "investment", "is not above 0 in every draw."
    DEADWEIGHT_TWICE = (
        "deadweight-twice",
        (
            "the quantity is already a difference to a comparison group, so deadweight would be "
            "taken off twice."
        ),
        "Give deadweight=Fixed(0), or the gross quantity.",
    )
    NOT_A_SHARE = (
        "not-a-share",
        "ranges from {values:.3g} to {values2:.3g}, but it is a share.",
        "Give a distribution between 0 and 1.",
    )
    PER_UNIT = "per-unit", "must hold one positive number for each of the {arms} arm(s)."
    PROBABILITIES = "probabilities", "are not all between 0 and 1."
    EMPTY_ARM = "empty-arm", "leaves an arm without participants at size {size}."
    SDS = "sds", "must be finite and not negative."
    NEGATIVE_SHARES = (
        "negative-shares",
        "are negative in some draw.",
        "Outcomes cannot be below 0.",
    )
    OPTION_NAMES = "option-names", "{names} names for {shape} columns."
    TWO_NAMES = "two-names", "needs at least two different names."
    BOUNDS = "bounds", "at least {low} but at most {high}."
    TWO_CRITERIA = "two-criteria", "needs at least two criteria."
    NO_CRITERION = "no-criterion", "“{criterion}” is no criterion.", "There are: {criteria}."
    BELOW = "below", "{value} is out of range.", "It must be at least {bound}."
    ABOVE = "above", "{value} is out of range.", "It must be at most {bound}."
    WEIGHTS_CLASH = (
        "weights-clash",
        (
            "no weights satisfy all constraints; these cannot hold together: {limits} (weights "
            "are not negative and sum to 1)."
        ),
        "Loosen or drop one of them.",
    )
