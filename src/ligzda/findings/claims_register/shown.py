"""Words for states, verdicts, causes and certainty, in the active language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from ligzda.findings.claims import Cause, State, Verdict

STATES: Mapping[State, Promise] = {
    State.DRAFT: pgettext_lazy("claim", "not judged yet"),
    State.SUPPORTED: pgettext_lazy("claim", "supported"),
    State.NOT_SUPPORTED: pgettext_lazy("claim", "not supported"),
    State.TOO_CLOSE: pgettext_lazy("claim", "too close to say"),
    State.NO_LONGER: pgettext_lazy("claim", "no longer supported"),
    State.UNDER_REVIEW: pgettext_lazy("claim", "under review"),
    State.WITHDRAWN: pgettext_lazy("claim", "withdrawn"),
    State.RETIRED: pgettext_lazy("claim", "retired from checking"),
}
SIGNS: Mapping[State, str] = {
    State.DRAFT: "○",
    State.SUPPORTED: "✓",
    State.NOT_SUPPORTED: "–",
    State.TOO_CLOSE: "≈",
    State.NO_LONGER: "↓",
    State.UNDER_REVIEW: "?",
    State.WITHDRAWN: "×",
    State.RETIRED: "□",
}
"""A sign before the word: a column of states is told apart at a glance, without colour."""
VERDICTS: Mapping[str, Promise] = {
    Verdict.HOLDS: pgettext_lazy("claim", "holds"),
    Verdict.FAILS: pgettext_lazy("claim", "does not hold"),
    Verdict.TOO_CLOSE: pgettext_lazy("claim", "too close to say: within the engine's own error"),
    Verdict.BLOCKED: pgettext_lazy("claim", "nothing is said: the model was not run as designed"),
}
CAUSES: Mapping[Cause, Promise] = {
    Cause.LOOK: pgettext_lazy("cause", "registered look"),
    Cause.DATA: pgettext_lazy("cause", "new data"),
    Cause.ERASURE: pgettext_lazy("cause", "erasure of a person"),
    Cause.PLAN: pgettext_lazy("cause", "new version of the plan"),
    Cause.DEVIATION: pgettext_lazy("cause", "deviation from the plan"),
    Cause.FIDELITY: pgettext_lazy("cause", "the model was not run as designed"),
    Cause.ENGINE: pgettext_lazy("cause", "new version of the engine"),
    Cause.ASSUMPTION: pgettext_lazy("cause", "changed assumption"),
    Cause.WORDING: pgettext_lazy("cause", "wording"),
    Cause.PERSON: pgettext_lazy("cause", "decision of a person"),
}
LEVELS: Mapping[str, Promise] = {
    "high": pgettext_lazy("certainty", "high"),
    "moderate": pgettext_lazy("certainty", "moderate"),
    "low": pgettext_lazy("certainty", "low"),
    "very low": pgettext_lazy("certainty", "very low"),
}
DOMAINS: Mapping[str, Promise] = {
    "risk of bias": pgettext_lazy("certainty", "risk of bias"),
    "imprecision": pgettext_lazy("certainty", "imprecision"),
    "inconsistency": pgettext_lazy("certainty", "inconsistency"),
    "indirectness": pgettext_lazy("certainty", "indirectness"),
    "publication bias": pgettext_lazy("certainty", "publication bias"),
}
