"""What the room says, as codes: `ligzda.wording.disclosure` has the sentences in every language."""

from enum import StrEnum


class Status(StrEnum):
    """What becomes of a cell. Outside the house the two kinds of suppression look alike."""

    PUBLISHED = "published"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    STRUCTURAL = "structural"


class Reason(StrEnum):
    """Why a cell is suppressed."""

    SMALL = "small"
    SAMPLING_ZERO = "sampling-zero"
    GROUP = "group"
    ALL_BUT_ONE = "all-but-one"
    FEW_CONTRIBUTORS = "few-contributors"
    DOMINANCE = "dominance"
    VALUE_ZERO = "value-zero"
    COMPLEMENT = "complement"
    """It would give away another cell of the same release."""
    EARLIER = "earlier"
    """It would give away a cell that an earlier release suppressed."""


class Attacker(StrEnum):
    """Who tries to undo the suppression, and with what."""

    OUTSIDER = "outsider"
    """Linear programming over everything published."""
    INTEGER = "integer"
    """The same, knowing that people are whole."""
    INSIDER = "insider"
    """Knows what they themselves, and one other, contribute."""
    ALGEBRA = "algebra"
    """Exact rational elimination: is the cell a combination of published ones?"""


class Fault(StrEnum):
    """What is refused."""

    THRESHOLD = "threshold"
    DOMINANCE_MISSING = "dominance-missing"
    DOMINANCE = "dominance"
    EMPTY = "empty"
    TOTALS_DISAGREE = "totals-disagree"
    NEGATIVE = "negative"
    NEGATIVE_COUNT = "negative-count"
    NOT_WHOLE = "not-whole"
    CELL_TWICE = "cell-twice"
    CELL_MISSING = "cell-missing"
    STRUCTURAL_PEOPLE = "structural-people"
    TOO_LARGE = "too-large"
    UNKNOWN_CODE = "unknown-code"
    UNKNOWN_DIMENSION = "unknown-dimension"
    TREE_CIRCLE = "tree-circle"
    LEDGER_DAMAGED = "ledger-damaged"
    INCONSISTENT = "inconsistent"
