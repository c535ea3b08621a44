"""What the engine refuses: a plan, a table or a posterior, each by its code (:mod:`.errors`)."""

from __future__ import annotations

from ligzda.evidence.codes import Code


class Fault(Code):
    """What cannot be used, and why."""

    OTHER_SHAPE = (
        "other-shape",
        "it has other sites, arms or levels than the first table.",
        "Fit tables of different shapes in separate calls.",
    )
    NO_TABLES = "no-tables", "there are no tables to fit.", "Give at least one."
    OTHER_FAMILY = (
        "other-family",
        "the plan's family is {family}, the design's is {family2}.",
        "Make them the same.",
    )
    NO_ARMS_TO_SIMULATE = "no-arms-to-simulate", "a simulation compares arms.", "Name their column."
    SIMULATED_COLUMNS = (
        "simulated-columns",
        "simulated cells of participants need the columns {outcome}.",
        "Name them.",
    )
    POWER_WITHOUT_MID = "power-without-mid", "power at the MID needs a MID.", "Give Design(mid=…)."
    ALL_MISSING = "all-missing", "every outcome is missing.", "Give at least some."
    ARM_ALL_MISSING = (
        "arm-all-missing",
        "every outcome of “{arm}” is missing, so nothing is known of that arm.",
        "Take the arm out of the table and the plan, or find outcomes.",
    )
    NOT_LOG_CONCAVE = (
        "not-log-concave",
        (
            "the likelihood of the family {name} (link {link}) is not log-concave, so the "
            "nested solver cannot answer for it."
        ),
        "Sample it: pip install 'ligzda[nuts]'.",
    )
    MORE_SUCCESSES = (
        "more-successes",
        "there are more successes ({value}) than participants.",
        "Compare with the column “{trials}” and correct one of the two.",
    )
    NOT_ZERO_OR_ONE = (
        "not-zero-or-one",
        "the value is {value}, but a participant has 0 or 1.",
        "If the rows are cells, name the column of participants in outcome.trials.",
    )
    NEGATIVE_COUNT = "negative-count", "the count {value} is negative.", "Correct the count."
    BROKEN_COUNT = "broken-count", "the count {value} is not a whole number.", "Correct the count."
    NEGATIVE_EXPOSURE = (
        "negative-exposure",
        "the exposure {value} is negative.",
        "Give a time or a number at risk.",
    )
    EVENTS_WITHOUT_EXPOSURE = (
        "events-without-exposure",
        "there are events, but the exposure is 0.",
        "Give the time or number at risk in which they happened.",
    )
    NO_GAMMA_AT_ZERO = (
        "no-gamma-at-zero",
        "the amount {value} is not above 0, and a gamma distribution has no 0.",
        (
            "Model whether there is any amount as a binomial outcome, and the amount where "
            "there is one."
        ),
    )
    NEGATIVE_SD = "negative-sd", "the SD {value} is negative.", "Correct the SD."
    NOT_PARTICIPANTS = (
        "not-participants",
        "{value} is not a number of participants.",
        "Give a whole number.",
    )
    SE_NOT_POSITIVE = (
        "se-not-positive",
        "the standard error {value} is not above 0.",
        "Give the standard error of the mean.",
    )
    HALF_A_CELL = (
        "half-a-cell",
        "the plan names outcome.{given} but not outcome.{absent}.",
        "Cells need n, mean and SD; participants need the value alone.",
    )
    SD_MISSING = "sd-missing", "the SD is missing.", "Give the SD of the cell's participants."
    NO_VARIATION = (
        "no-variation",
        "every row has the same value ({value}), so the residual SD cannot be estimated.",
        "Check the column, or give known standard errors in outcome.se.",
    )
    UNKNOWN_CATEGORY = (
        "unknown-category",
        "“{value}” is not among the plan's categories.",
        "{choice}",
    )
    TIME_NOT_POSITIVE = (
        "time-not-positive",
        "the time {value} is not above 0.",
        "Give the time observed.",
    )
    NOT_AN_EVENT = (
        "not-an-event",
        "the value is {value}, not 1 (event) or 0 (censored).",
        "Write 1 where the event happened, 0 where observation ended without it.",
    )
    INTERVAL_TAKEN = (
        "interval-taken",
        "the table has a column of this name already, which is made from outcome.breaks.",
        "Rename it.",
    )
    NO_FINITE_DENSITY = (
        "no-finite-density",
        "no value of the hyperparameters has a finite posterior density.",
    )
    PRIORS_TOO_FAR = (
        "priors-too-far",
        (
            "“{name}”: the records lie so far outside what the priors expect that rounding "
            "hides the posterior."
        ),
        "Give the outcome in a larger unit, or the terms wider priors.",
    )
    COLLINEAR = (
        "collinear",
        "the terms are collinear to rounding.",
        (
            "Take one of the terms that say the same out, or, where the outcome hardly varies "
            "beside its terms' priors, give them smaller SDs."
        ),
    )
    NO_NETWORK = (
        "no-network",
        "the plan is not that of a network, whose direct and indirect comparisons could differ.",
        "Give roles.site and roles.arm, and a fixed term of each of these columns alone.",
    )
    NOTHING_COMPARED = (
        "nothing-compared",
        "nothing is compared.",
        "Give roles.arm or [[contrasts]].",
    )
    TOO_FEW_IMPUTATIONS = "too-few-imputations", "{imputations} is too few.", "Give at least 2."
    NO_SUCH_ARM = "no-such-arm", "there is no arm “{arm}”.", "{choice}"
    SHIFT_NOT_FINITE = "shift-not-finite", "the shift of “{arm}” is not finite.", "Give a number."
    IMPUTATION_WITHOUT_CONTRASTS = (
        "imputation-without-contrasts",
        "imputation is told by comparisons, and the plan compares nothing.",
        'Give roles.arm or [[contrasts]], or write missing = "complete-case".',
    )
    SECTION_WITHOUT_EFFECT = (
        "section-without-effect",
        "the plan refuses rows without an outcome, so this section would do nothing.",
        'Write missing = "imputation" or "complete-case" under [outcome].',
    )
    WHOLE_NUMBER_FROM_2 = (
        "whole-number-from-2",
        "this must be a whole number from 2 to {most_imputations}.",
    )
    NOT_SCENARIOS = (
        "not-scenarios",
        "this must be a list of scenarios, each with shifts by arm.",
        "Write shifts = [{{ hub = -1 }}, {{ hub = -1, usual = -0.5 }}].",
    )
    NOT_A_SECTION = "not-a-section", "this must be a section.", "Write [{where}]."
    NOT_A_CERTAINTY = "not-a-certainty", "{certainty} is not between 0.5 and 1."
    NOT_FINITE_NUMBERS = (
        "not-finite-numbers",
        "these must be finite numbers.",
        "Write shifts = [-2, -1, 1].",
    )
    SCENARIO_TWICE = "scenario-twice", "this scenario stands there twice."
    NOT_FINITE = "not-finite", "this must be a finite number."
    LEVEL_WITHOUT_PARTICIPANTS = (
        "level-without-participants",
        "“{level}” has no participants in any row.",
        "Take its rows out, or correct the counts.",
    )
    ARM_NOT_IN_PLAN = "arm-not-in-plan", "“{extra}” is not among the arms of the plan.", "{choice}"
    LEVEL_WITHOUT_ROWS = (
        "level-without-rows",
        "“{level}” has no rows in the column “{column}” of {source}.",
        "{choice}",
    )
    NO_SAMPLER = (
        "no-sampler",
        "sampling needs PyMC and nutpie, which are not installed.",
        "Install the extra: pip install 'ligzda[nuts]'.",
    )
    TOML_TOO_LONG = "toml-too-long", "the text is longer than {most} kB."
    TOML_TOO_DEEP = "toml-too-deep", "the text is nested more than {most} levels deep."
    NUMBER_TOO_LONG = "number-too-long", "a whole number has more figures than 64 bits hold."
    TOO_MANY_SECTIONS = "too-many-sections", "there are more than {most} of these sections."
    NO_TERMS = "no-terms", "the plan has no terms.", "Give at least an intercept."
    NO_CATEGORIES = (
        "no-categories",
        "an ordinal outcome needs its categories, from the lowest to the highest.",
        'Write categories = ["none", "part-time", "full-time"].',
    )
    CATEGORY_TWICE = "category-twice", "a category is named twice."
    FAMILY_WITHOUT_CATEGORIES = "family-without-categories", "the family {name} has no categories."
    NOT_ASCENDING = (
        "not-ascending",
        "these must be ascending times above 0.",
        "Write breaks = [6, 12].",
    )
    FAMILY_WITHOUT_BREAKS = "family-without-breaks", "the family {name} has no intervals of time."
    CONTROL_WITHOUT_ARM = "control-without-arm", "a control is given, but no arm.", "Add roles.arm."
    NOT_A_REFERENCE = (
        "not-a-reference",
        "this must be a level, or for several columns a level of each.",
        'Write reference = "control" or reference = {{ arm = "control" }}.',
    )
    NOT_A_POWER = "not-a-power", "this must be a whole number from 1 to 4."
    DF_OF_NORMAL = (
        "df-of-normal",
        "normal effects have no degrees of freedom.",
        'Write effects = "student-t" beside it, or take df out.',
    )
    DF_RANGE = (
        "df-range",
        "{df:g} degrees of freedom are not from 1 (Cauchy) to 200 (all but normal).",
        "Give 4, or leave the effects normal.",
    )
    STUDENT_IN_BATCH = (
        "student-in-batch",
        "the effects of the term “{name}” are Student-t, which many tables at once do not allow.",
        "Evaluate each table by itself, or leave the effects normal.",
    )
    STUDENT_AND_MISSING = (
        "student-and-missing",
        (
            "the effects of the term “{name}” are Student-t, under which missing outcomes are "
            "neither imputed nor shifted."
        ),
        "Leave the effects normal, or take complete cases without [missing].",
    )
    NOT_ABOVE_ZERO = "not-above-zero", "this must be above 0."
    NOT_PRODUCTS = (
        "not-products",
        "this must list the columns of each interaction.",
        'Write products = [["host", "route"], ["host", "money"]].',
    )
    NO_COLUMN = "no-column", "no column is given and roles.arm is not set."
    NO_VERSUS = "no-versus", "no comparison is given and roles.control is not set."
    COMPARED_WITH_ITSELF = "compared-with-itself", "“{level}” is compared with itself."
    NAME_TWICE = "name-twice", "“{term_name}” is used twice.", "Name each term once."
    SECTION_MISSING = "section-missing", "the section [{where}] is missing.", "Add [{where}]."
    NOT_SECTIONS = "not-sections", "this must be a list of sections.", "Write [[{key}]]."
    NO_SECTIONS = "no-sections", "no [[{key}]] is given.", "Add at least one [[{key}]]."
    NOT_A_TEXT = "not-a-text", "this must be a text.", 'Write it between "quotation marks".'
    NOT_A_NUMBER = "not-a-number", "this must be a number."
    NOT_TEXTS = "not-texts", "this must be a list of texts.", 'Write ["one", "two"].'
    NOT_KNOWN = "not-known", "“{value}” is not known here.", "{choice}"
    COLUMN_NEEDED = "column-needed", "the family {family_name} needs this column."
    PRIOR_MISSING = (
        "prior-missing",
        "the prior of the parameter “{parameter}” is missing.",
        'Write for example {parameter}_prior = "half-normal(1)", in the outcome\'s unit.',
    )
    NOTHING_TO_ESTIMATE = (
        "nothing-to-estimate",
        "with these columns nothing is left to estimate.",
        "Take this key out, or take out the column of known standard errors.",
    )
    RANDOM_WITHOUT_COLUMNS = "random-without-columns", "the random term “{name}” names no columns."
    UNKNOWN_KEY = "unknown-key", "unknown key “{key}”.", "{choice}"
    KEY_MISSING = "key-missing", "this key is missing."
    NOT_DRAWN_BY_ROW = (
        "not-drawn-by-row",
        "an outcome of the family {family} cannot be drawn row by row.",
        (
            "Give the time until which each participant was seen; 0 in the column of events "
            "says that observation ended without the event."
        ),
    )
    NOT_A_COEFFICIENT_PRIOR = (
        "not-a-coefficient-prior",
        "“{text}” is not a prior of a coefficient.",
        "Write normal(mean, sd).",
    )
    PRIOR_SD = "prior-sd", "the SD in “{text}” must be above 0."
    NOT_A_POSITIVE_PRIOR = (
        "not-a-positive-prior",
        "“{text}” is not a prior of a positive parameter.",
        "Write one of: {forms}.",
    )
    PRIOR_NUMBERS = "prior-numbers", "“{text}” needs {wanted} number(s): {name}({wanted2})."
    NOT_A_PRIOR = "not-a-prior", "“{text}” is not a prior.", "Write for example normal(0, 1.5)."
    PRIOR_NOT_FINITE = "prior-not-finite", "“{text}” holds a number that is not finite."
    PRIOR_BOUNDS = "prior-bounds", "“{text}” needs 0 ≤ lower < upper."
    PRIOR_NOT_NUMBERS = "prior-not-numbers", "“{text}” holds something that is not a number."
    PRIOR_PC = "prior-pc", "“{text}” needs U > 0 and a probability between 0 and 1."
    PRIOR_NOT_POSITIVE = "prior-not-positive", "the numbers in “{text}” must be above 0."
    NO_COLUMNS = "no-columns", "the table has no columns.", "Give a header row."
    SHORT_COLUMN = "short-column", "the column is shorter than the others."
    NO_ROWS = "no-rows", "the table has no rows.", "Give at least one."
    ROW_NUMBERS = "row-numbers", "{lines} row numbers for {length} rows."
    NO_SUCH_COLUMN = "no-such-column", "there is no column “{name}”.", "{choice}"
    VALUE_NOT_FINITE = (
        "value-not-finite",
        "the value is missing or not finite.",
        "Give a number in every row.",
    )
    OUTCOME_NOT_FINITE = (
        "outcome-not-finite",
        "the value is missing or not finite (rows like this: {rows}).",
        "Give a number in every row, or say in the plan how missing outcomes are treated.",
    )
    COVARIATE_NOT_FINITE = (
        "covariate-not-finite",
        "the value is missing or not finite (rows like this: {rows}).",
        "It is a covariate: give a number or leave the row out; outcome.missing is for outcomes.",
    )
    LABEL_MISSING = "label-missing", "the label is missing.", "Give a label in every row."
    ZERO_SLOPE = (
        "zero-slope",
        "the column is 0 in every row, so the term “{name}” has no effect on anything.",
        "Take the term out of the plan.",
    )
    REFERENCE_NOT_THERE = (
        "reference-not-there",
        "“{reference}” is not in the column “{column}”.",
        "{choice}",
    )
    SINGLE_LEVEL = (
        "single-level",
        (
            "the column “{column}” has a single level (“{found}”), so the term “{name}” has "
            "nothing to compare."
        ),
        "Take the term out, or compare with data of another level.",
    )
    LEVEL_NOT_A_NUMBER = (
        "level-not-a-number",
        "the column “{column}” holds numbers, and “{level}” is not one.",
    )
    UNKNOWN_CONCLUSION = "unknown-conclusion", "“{conclusion}” is unknown.", "{choice}"
    NO_SUCH_CONTRAST = "no-such-contrast", "there is no contrast “{wanted}”.", "{choice}"
    CONCLUSION_WITHOUT_MID = (
        "conclusion-without-mid",
        "P(difference ≥ MID) needs a MID.",
        "Give outcome.mid.",
    )
    SHIFTS_NOT_FINITE = "shifts-not-finite", "a shift is not a finite number.", "Give numbers."
    TEXT_NOT_A_NUMBER = (
        "text-not-a-number",
        "“{text}” is not a number.",
        "Give a number in every row.",
    )
    NOT_TOML = "not-toml", "the text is not valid TOML: {detail}."
    TOML_ENDS = "toml-ends", "the text is not valid TOML: {detail}."
    TOML_WRONG = "toml-wrong", "the text is not valid TOML: {detail}."
    NO_POSTERIOR = "no-posterior", "{source}: {detail}"
    ARM_WITHOUT_TERM = (
        "arm-without-term",
        "no term says anything of the arms (the column “{column}”), so nothing can be compared.",
        (
            'Add a term, such as [[terms]] name = "{column}", kind = "random", '
            'columns = ["{column}"], sd = "half-normal(1)" – or terms of the factors that '
            "describe the arms."
        ),
    )
    LEVELS_ALIKE = (
        "levels-alike",
        (
            "no term tells “{one}” and “{other}” of the column “{column}” apart, so their "
            "difference would be exactly 0 whatever the data."
        ),
        (
            'Add a term, such as [[terms]] name = "{column}", kind = "random", '
            'columns = ["{column}"], sd = "half-normal(1)" – or terms of the factors in which '
            "they differ."
        ),
    )
    NUMBERS_AS_LEVELS = (
        "numbers-as-levels",
        (
            "the column “{column}” holds {count} different numbers, and the term “{name}” would "
            "take each for a level of its own."
        ),
        'Write coding = "numeric" for a covariate, or coding = "reference" if they are names.',
    )
    ARMS_WITHOUT_COLUMN = (
        "arms-without-column",
        "arms are given, but no arm column.",
        "Add roles.arm.",
    )
    NO_REFERENCE_HERE = (
        "no-reference-here",
        "with coding = “{coding}” there is no reference level.",
        'Take this key out, or write coding = "reference".',
    )
    NO_NUMBERS_HERE = (
        "no-numbers-here",
        "this changes a column of numbers, and the term has none.",
        'Take this key out, or write coding = "numeric".',
    )
    OPTIONS_WITHOUT_ARMS = (
        "options-without-arms",
        "a decision's options are the arms, and the plan names no column of arms.",
        "Add roles.arm.",
    )
