"""What a protocol must say: the registration's fields and the analysis plan's, by section.

The registration follows the AEA registry of randomised trials, the plan the OSF preregistration
form; estimand and claims are ours. Keys stand in ProtocolVersion.content and never change.

An answer in words is said in each language, `{"lv": …, "en": …}`; one of them may be missing. A
day, a number and a choice are the same in all. Versions registered before answers had languages
hold bare words: they stay as they are, byte for byte under their hash, and are of no language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ligzda.languages import DEFAULT, in_language

Words = str | Promise
Answer = str | Mapping[str, str]
Content = Mapping[str, Answer]
Kind = Literal["line", "text", "date", "number", "choice"]


@dataclass(frozen=True)
class Field:
    """One question of the form."""

    key: str
    label: Words
    help: Words = ""
    kind: Kind = "text"
    required: bool = True
    choices: tuple[tuple[str, Words], ...] = ()

    @property
    def worded(self) -> bool:
        """Whether it is answered in words, in each language."""
        return self.kind in ("line", "text")


@dataclass(frozen=True)
class Section:
    """Questions that belong together."""

    key: str
    title: Words
    fields: tuple[Field, ...]


SECTIONS: tuple[Section, ...] = (
    Section(
        "about",
        _("The trial"),
        (
            Field("title", _("Title"), kind="line"),
            Field("investigators", _("Investigators"), _("Names and institutions.")),
            Field("abstract", _("Abstract"), _("What is tried, where, on whom, and why.")),
            Field(
                "status",
                _("State of the trial"),
                kind="choice",
                choices=(
                    ("preparing", _("in preparation")),
                    ("running", _("running")),
                    ("finished", _("finished")),
                    ("stopped", _("stopped early")),
                ),
            ),
            Field("trial_starts", _("The trial starts"), kind="date"),
            Field("trial_ends", _("The trial ends"), kind="date"),
            Field(
                "intervention_starts",
                _("The first model starts"),
                _("The draw can assign periods from this day on."),
                kind="date",
            ),
            Field("intervention_ends", _("The last model ends"), kind="date"),
            Field("ethics", _("Ethics"), _("Who reviewed it, when, with what result.")),
            Field(
                "hidden_until",
                _("Hidden until"),
                _("Leave empty to show the registered protocol at once."),
                kind="date",
                required=False,
            ),
        ),
    ),
    Section(
        "design",
        _("Design"),
        (
            Field("interventions", _("Interventions"), _("What each model does differently.")),
            Field("design", _("Design"), _("Arms, factors, periods, comparison groups.")),
            Field("assignment", _("How models are assigned"), _("Method, and who carries it out.")),
            Field("unit", _("Unit of assignment"), kind="line"),
            Field("clusters", _("Number of incubators"), kind="number"),
            Field("size", _("Planned participants per incubator"), kind="number"),
            Field(
                "detectable",
                _("Smallest difference that can be detected (percentage points)"),
                _("Take it from the page “What can this trial show?”."),
                kind="number",
            ),
            Field("rationale", _("Why this size")),
            Field("stopping", _("When the trial would be stopped early")),
        ),
    ),
    Section(
        "outcomes",
        _("Outcomes and hypotheses"),
        (
            Field("primary", _("Primary outcome"), _("One sentence: what, in whom, when.")),
            Field(
                "construction",
                _("How it is constructed"),
                _("From which records, and what counts as yes."),
            ),
            Field(
                "secondary",
                _("Secondary outcomes"),
                _("Each with how it is constructed."),
                required=False,
            ),
            Field("hypotheses", _("Hypotheses"), _("Each with its direction.")),
            Field(
                "data_seen",
                _("Have data been seen?"),
                kind="choice",
                choices=(
                    ("none", _("No data exist yet")),
                    ("unseen", _("Data exist, nobody of us has seen them")),
                    ("part", _("Some of the data have been seen")),
                    ("all", _("The data have been seen")),
                ),
            ),
            Field("variables", _("Measured variables")),
            Field("transformations", _("Transformations"), required=False),
        ),
    ),
    Section(
        "analysis",
        _("Analysis"),
        (
            Field(
                "estimand",
                _("Estimand"),
                _("Population, what is compared, outcome, what happens to those who leave."),
            ),
            Field(
                "model",
                _("Statistical model and priors"),
                _("In words; the plan below says the same for the machine."),
            ),
            Field(
                "inference",
                _("When a difference counts"),
                _("For example: probability of at least .95 that it exceeds the smallest "
                  "difference that matters."),
            ),
            Field("exclusions", _("Who or what is left out")),
            Field("missing", _("Missing data")),
            Field(
                "claims",
                _("Claims that the results will be held against"),
                _("Each so that a machine can check it: outcome, comparison, limit, probability."),
            ),
            Field("exploratory", _("What is only explored"), required=False),
        ),
    ),
    Section(
        "after",
        _("After the trial"),
        (
            Field("final_size", _("Final number of participants"), required=False),
            Field("attrition", _("Who was lost, and why"), required=False),
            Field("links", _("Data, code, publications"), required=False),
        ),
    ),
)  # fmt: skip

# Besides the fields, a deviation can depart from these.
OTHER_ITEMS: tuple[tuple[str, Words], ...] = (
    ("plan", _("Analysis plan (TOML)")),
    ("arms", _("Models and their versions")),
    ("courses", _("Courses of the incubators")),
)


def fields() -> Iterator[Field]:
    """Yield all fields in order."""
    for section in SECTIONS:
        yield from section.fields


def items() -> list[tuple[str, Words]]:
    """Return what a deviation can depart from: (key, label)."""
    return [(field.key, field.label) for field in fields()] + list(OTHER_ITEMS)


# Days that must not come before others: (earlier, later).
ORDER = (
    ("trial_starts", "trial_ends"),
    ("trial_starts", "intervention_starts"),
    ("intervention_starts", "intervention_ends"),
    ("intervention_ends", "trial_ends"),
)


def contradictions(content: Content) -> list[tuple[str, str]]:
    """Return the pairs of days that stand the wrong way round; ISO days compare as text."""
    return [
        (first, then)
        for first, then in ORDER
        if content.get(first) and content.get(then) and str(content[then]) < str(content[first])
    ]


def label_of(key: str) -> str:
    """Return a field's label."""
    return str(next(field.label for field in fields() if field.key == key))


def kept(content: Content) -> dict[str, Answer]:
    """Return answers as they are kept: without blanks at their ends, and none that is empty."""
    known = {field.key for field in fields()}
    found: dict[str, Answer] = {}
    for key, answer in content.items():
        if isinstance(answer, str):
            trimmed: Answer = answer.strip()
        else:
            trimmed = {code: text.strip() for code, text in answer.items() if text.strip()}
        if key in known and trimmed:
            found[key] = trimmed
    return found


def said(content: Content, key: str, language: str) -> tuple[str, str]:
    """Return an answer and its language; where it has none in the one wanted, as it is there.

    The language is “” for words that were registered before answers had one.
    """
    answer = content.get(key, "")
    if isinstance(answer, str):
        return answer, ""
    text = in_language(answer, language)
    return text, language if answer.get(language) else next(c for c in answer if answer[c] == text)


def by_language(answer: Answer) -> Mapping[str, str]:
    """Return an answer by language; words of no language stand for the house's first."""
    return {DEFAULT: answer} if isinstance(answer, str) else answer


def missing(content: Content) -> list[Field]:
    """Return the required fields that are still empty in every language."""
    return [field for field in fields() if field.required and field.key not in kept(content)]


def untranslated(content: Content, language: str) -> list[Field]:
    """Return the fields answered in words, but not in this language."""
    return [
        field
        for field in fields()
        if field.worded
        and field.key in content
        and said(content, field.key, language)[1] != language
    ]
