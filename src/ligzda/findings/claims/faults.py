"""What a claim is refused for: codes with the English; the Latvian stands in wording/lv.toml."""

from collections.abc import Iterable, Sequence

from ligzda.errors import LigzdaError
from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.errors import as_remark, nearest


class ClaimFault(Code):
    """What is wrong with a predicate, or with the evaluation that it is held against."""

    TOO_LONG = "too-long", "the predicate has {length} characters.", "At most {most} are read."
    UNREADABLE = (
        "unreadable",
        "“{found}” is not understood here; {wanted} is expected.",
        "A decimal has a point; a name with blanks stands in straight double quotes.",
    )
    UNKNOWN_KIND = "unknown-kind", "“{name}” is no kind of claim.", "{choice}"
    UNKNOWN_ARGUMENT = "unknown-argument", "“{name}” is no argument of this kind.", "{choice}"
    TWICE = "twice", "“{name}” is given twice.", "Give it once."
    MISSING = "missing", "the argument is missing.", "Write {example}."
    NO_DATE = "no-date", "“{found}” is no day of the calendar.", "Write it as 2027-03-31."
    OUT_OF_RANGE = "out-of-range", "{value} is not allowed.", "It lies from {least} to {most}."
    NO_LOOKS = (
        "no-looks",
        "no look is named, so the claim could never become supported.",
        "Name the days that the plan registers.",
    )
    LOOK_NOT_REGISTERED = (
        "look-not-registered",
        "{day} is no look of the plan.",
        "Take one of {looks}, or register a new version of the plan.",
    )
    SAME_TWICE = "same-twice", "“{name}” is compared with itself.", "Name two."
    FEW = "few", "a comparison needs at least two models.", "Name those that are compared."
    NOT_AMONG = "not-among", "“{name}” is not among those compared.", "Add it to “among”."
    UNKNOWN_OUTCOME = (
        "unknown-outcome",
        "the outcome “{name}” is not in the dictionary.",
        "{choice}",
    )
    OTHER_VERSION = (
        "other-version",
        "“{name}” has version {known} in the dictionary, not {given}.",
        "Write {name}@{known} once it is clear that the claim means that rule.",
    )
    WRONG_UNIT = (
        "wrong-unit",
        "“{unit}” does not measure this; the unit is “{right}”.",
        "Write the amount in {right}.",
    )
    UNKNOWN_MODEL = "unknown-model", "“{name}” is no model of this trial.", "{choice}"
    OTHER_OUTCOME = (
        "other-outcome",
        "the evaluation is of “{found}”, the claim of “{wanted}”.",
        "Give the evaluation of that outcome.",
    )
    OTHER_DIRECTION = (
        "other-direction",
        "the evaluation calls {found} values better, the dictionary {wanted}.",
        "Mend the analysis plan or the dictionary: one of them is wrong.",
    )
    NOT_EVALUATED = (
        "not-evaluated",
        "the evaluation has nothing on “{name}”.",
        "It has: {there}. Register what the claim needs in the analysis plan.",
    )
    NO_PART = (
        "no-part",
        "the evaluation lacks the part that the claim rests on ({part}).",
        "Give the result of {command}.",
    )
    UNKNOWN_TURN = (
        "unknown-turn",
        "a claim does not go from “{before}” to “{after}”.",
        "From there it can go to: {there}.",
    )
    UNKNOWN_CAUSE = (
        "unknown-cause",
        "“{cause}” is no cause of this turn.",
        "Causes are: {causes}.",
    )
    NOT_A_FILE = (
        "not-a-file",
        "this is not as expected: {wanted}.",
        "docs/claims.md has an example.",
    )


class ClaimError(LigzdaError):
    """A predicate, an evaluation or a turn is refused: where, why, what to do.

    `str()` is English; `ligzda.wording` says `remark` in other languages.
    """

    def __init__(self, place: str, said: ClaimFault | Remark) -> None:
        self.place, self.remark = place, as_remark(said)
        super().__init__(f"{place}: {self.remark}")


def unknown(place: str, fault: ClaimFault, name: str, allowed: Iterable[str]) -> ClaimError:
    """Make the refusal of a name that is not among those allowed, with the nearest of them."""
    known: Sequence[str] = sorted(allowed)
    return ClaimError(place, fault.of(name=name, choice=nearest(name, known)))
