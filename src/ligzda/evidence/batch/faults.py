"""What a design, or the truth it is simulated under, is refused for, each by its code."""

from __future__ import annotations

from ligzda.evidence.codes import Code


class DesignFault(Code):
    """What cannot be simulated, and why."""

    NO_EXPERIMENTS = (
        "no-experiments",
        "{n} experiments cannot be drawn.",
        "Give a whole number above 0.",
    )
    EFFECTS = (
        "effects",
        "there are {effects} of them for {arms} arms.",
        "Give one each, the control's (0) first, or none.",
    )
    NOT_A_PROBABILITY = "not-a-probability", "{base} is not a probability between 0 and 1."
    MID = "mid", "{mid} is not above 0.", "Give the smallest gain that matters."
    NOT_WHOLE = "not-whole", "every cell needs a whole number, 0 or more."
    NOBODY_TO_COMPARE = "nobody-to-compare", "fewer than two arms have anybody to compare."
    NO_VARIATION = "no-variation", "without variation between people nothing is random."
    TOO_FEW = "too-few", "there are {labels} of them, and {least} are needed."
    TWICE = "twice", "“{twice}” stands there twice.", "Give each its own name."
    NOT_ONE_OF = "not-one-of", "“{value}” is not one of {allowed}."
    SHAPE = "shape", "needs one number, or {sites} × {arms} of them."
    NOT_FINITE = "not-finite", "holds something that is not a finite number."
    NEGATIVE_SD = "negative-sd", "an SD of {value} is below 0."
