"""What cannot be decided by a plan, and why: the codes of its refusals."""

from ligzda.evidence.codes import Code


class DecisionPlanFault(Code):
    """What is wrong with a decision's plan or with its sources."""

    FEW_OPTIONS = (
        "few-options",
        "at least two different options are needed.",
        "“As it is today” is an option too.",
    )
    NET_BUDGET = (
        "net-budget",
        "with net costs it is not known what must be paid.",
        "Give the costs themselves, or take this section out.",
    )
    JOINT_ALREADY = (
        "joint-already",
        "effect and cost stand in one file, whose rows belong together already.",
        "Take this section out.",
    )
    NOT_TOGETHER = (
        "not-together",
        "effect and cost come from two sources, and nothing says how they go together.",
        "Add [together] with correlation = 0.0 or what is known, and others to compare.",
    )
    RANGE_ENDS = (
        "range-ends",
        "the range ends at {high}, not above {low}.",
    )
    NOT_IN_RANGE = (
        "not-in-range",
        "{value} is not within the range from {low} to {high}.",
    )
    STEP = (
        "step",
        "this must be above 0, with at most {most} steps.",
    )
    TWO_CORRELATIONS = (
        "two-correlations",
        "these must be at least two numbers from −1 to 1.",
    )
    NO_DRAWS = (
        "no-draws",
        "the effect comes from no file of draws.",
    )
    NOTHING_NAMED = (
        "nothing-named",
        "nothing is named.",
        "Give effect, cost or columns.",
    )
    SIZES = (
        "sizes",
        "these must rise, with at least one above 0.",
    )
    PER_UNIT = (
        "per-unit",
        "{count} arms need as many numbers.",
    )
    NO_SD = (
        "no-sd",
        "yes/no outcomes have no SD to state.",
        "Take this key out.",
    )
    CRITERION_ITSELF = (
        "criterion-itself",
        "the criterion is the {of} itself.",
        "Take this key out.",
    )
    PAIRS = (
        "pairs",
        "these must be pairs of amount and worth.",
        "Write [[8, 0.5]].",
    )
    ONE_CRITERION = (
        "one-criterion",
        "one criterion leaves no weights to dispute.",
        "Give a second, or none.",
    )
    NO_CRITERIA = (
        "no-criteria",
        "there are no [[criteria]] to weigh.",
    )
    UNKNOWN_NAME = (
        "unknown-name",
        "“{name}” is not known here.",
        "{choice}",
    )
    TWO_SHARES = (
        "two-shares",
        "this must be two shares.",
        "Write [0.1, 0.4].",
    )
    TWICE = (
        "twice",
        "“{name}” is used twice.",
        "Name each once.",
    )
    NO_NUMBER = (
        "no-number",
        "this key is missing.",
        "Give a number.",
    )
    NOT_NUMBER = (
        "not-number",
        "this must be a number.",
    )
    OUT_OF_RANGE = (
        "out-of-range",
        "{value} is out of range.",
        "It must be from {least} to {most}.",
    )
    NOT_WHOLE = (
        "not-whole",
        "{value} is not a whole number.",
    )
    TRUE_OR_FALSE = (
        "true-or-false",
        "this must be true or false.",
    )
    NUMBERS = (
        "numbers",
        "this must be a list of numbers.",
        "Write [10, 20].",
    )
    NO_SOURCE = (
        "no-source",
        "no source is given.",
        "Give exactly one of: {ways}.",
    )
    TWO_SOURCES = (
        "two-sources",
        "several sources are given: {given}.",
        "Give exactly one of: {ways}.",
    )
    RECORDS_AND_PLAN = (
        "records-and-plan",
        "records and plan go together.",
        "Give both: the table and the plan that evaluates it.",
    )
    COLUMNS_OF_DRAWS = (
        "columns-of-draws",
        "only a file of draws has columns to name.",
        "Take this key out.",
    )
    NO_AMOUNT = (
        "no-amount",
        "this option has no amount.",
        "Give a number or a distribution.",
    )
    NO_YEARS = (
        "no-years",
        "the list of years is empty.",
        "Give at least one.",
    )
    UNEQUAL_YEARS = (
        "unequal-years",
        "the options have different numbers of years.",
        "Write 0 for none.",
    )
    NO_DISTRIBUTION = (
        "no-distribution",
        "“{text}” is no distribution.",
        'Write a number, or one of: {known}, between "quotation marks".',
    )
    ARGUMENTS = (
        "arguments",
        "“{text}” has not the arguments it needs.",
        'Write a number, or one of: {known}, between "quotation marks".',
    )
    LESS_IS_BETTER = (
        "less-is-better",
        "of “{name}” less is better; a decision counts gains.",
        "Evaluate the outcome that is wanted.",
    )
    COST_BETTER = (
        "cost-better",
        "the plan of the costs says that less is better.",
        "Leave out better there.",
    )
    NO_REPORT = (
        "no-report",
        "this is not the folder of a report.",
        "Make one: ligzda evaluate … --report.",
    )
    NO_DATA_KEPT = (
        "no-data-kept",
        "the report does not carry its data, because they are records of people.",
        "Name records and plan instead.",
    )
    OTHER_FILE = (
        "other-file",
        "“{name}” is not the file that was evaluated.",
        "Make the report anew.",
    )
    ABOVE_ZERO = (
        "above-zero",
        "mean and SD of “{name}” must leave the SD, and for gamma the mean, above 0.",
        "Write a number if nothing is open.",
    )
    WRONG_DISTRIBUTION = (
        "wrong-distribution",
        "the numbers of “{name}” make no distribution.",
        "Compare with docs/economics.md.",
    )
    SAME_NAME = (
        "same-name",
        "two inputs are called “{name}”, but a report holds one of each name.",
        "Rename one of them.",
    )
    FEWER_COSTS = (
        "fewer-costs",
        "there are {costs} draws of costs for {effects} of effects.",
        "Give as many, or leave out what stands beside the effects in their file.",
    )
