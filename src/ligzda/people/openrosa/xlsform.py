"""An XLSForm of a questionnaire: its three sheets as rows (https://xlsform.org).

The XML that devices read is made of it by pyxform (`python -m tests.people.make_xforms`), kept in
`forms/` and held equal by a test; so a house that runs needs no pyxform.

A device names the stay by its code, never a person; what it sends beside the answers is the moment,
whose answers they are, and the day.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ligzda import languages
from ligzda.people.followups.codes import PATTERN
from ligzda.people.outcomes.models import Moment, Rater
from ligzda.people.outcomes.questionnaire import Question, Questionnaire

LANGUAGES = {code: f"{name} ({code})" for code, name in languages.LANGUAGES}
"""Language → how a form names it: with the code in brackets, which clients read."""
STAY, MOMENT, RATER, DAY = "stay", "moment", "rater", "observed_on"
"""Names of what a form asks beside the questions; no question is called so."""

Row = dict[str, Any]


def sheets(form: Questionnaire) -> dict[str, list[Row]]:
    """Return the sheets `survey`, `choices` and `settings`, each a list of rows."""
    survey: list[Row] = [
        {
            "type": "text", "name": STAY, "required": "yes",
            **_in_both("label", _("Code of the stay, as it stands on the page")),
            "constraint": f"regex(., '{PATTERN}')",
            **_in_both("constraint_message", _("Write the code as it stands: 1042-K7QF.")),
        },
        _one_of(MOMENT, form.moments, _("When is it?")),
        _one_of(RATER, form.raters, _("Whose answers are they?")),
        {
            "type": "date", "name": DAY, "required": "yes",
            **_in_both("label", _("Day of the answers")), "constraint": ". <= today()",
            **_in_both("constraint_message", _("This day has not been yet.")),
        },
        {"type": "note", "name": "intro", **_labels(form.intro)},
        *(_question(form, one) for one in form.questions),
    ]  # fmt: skip
    survey = [row | _needed() if row.get("required") else row for row in survey]
    choices: list[Row] = [
        {"list_name": name, "name": code, **_in_both("label", dict(known)[code])}
        for name, known, codes in (
            (MOMENT, Moment.choices, form.moments),
            (RATER, Rater.choices, form.raters),
        )
        if len(codes) > 1
        for code in codes
    ]
    scales = {one.scale: one.choices for one in form.questions if one.choices}
    choices += [
        {"list_name": name, "name": str(choice.code), **_labels(choice.texts)}
        for name, scale in scales.items()
        for choice in scale
    ]
    settings = {
        "form_id": form.id,
        "version": str(form.version),
        "form_title": form.title[languages.DEFAULT],
        "default_language": LANGUAGES[languages.DEFAULT],
    }
    return {"survey": survey, "choices": choices, "settings": [settings]}


def _labels(texts: Mapping[str, str], column: str = "label") -> Row:
    return {f"{column}::{name}": texts[code] for code, name in LANGUAGES.items()}


def _needed() -> Row:
    """Say that a question needs an answer: clients say it in English where the form does not."""
    return _in_both("required_message", _("This question needs an answer."))


def _in_both(column: str, text: str | Promise) -> Row:
    said: dict[str, str] = {}
    for code in LANGUAGES:
        with override(code):
            said[code] = str(text)
    return _labels(said, column)


def _one_of(name: str, codes: Iterable[str], label: str | Promise) -> Row:
    """Ask which of the codes; where there is one, do not ask."""
    codes = list(codes)
    if len(codes) == 1:
        return {"type": "calculate", "name": name, "calculation": f"'{codes[0]}'"}
    return {
        "type": f"select_one {name}", "name": name, "required": "yes", **_in_both("label", label)
    }  # fmt: skip


def _question(form: Questionnaire, one: Question) -> Row:
    kinds = {
        "choice": f"select_one {one.scale}", "number": "integer", "amount": "decimal",
        "text": "text",
    }  # fmt: skip
    row: Row = {"type": kinds[one.type], "name": one.id, **_labels(one.texts)}
    if one.unit:
        row |= _labels(one.unit, "hint")
    if not one.optional:
        row["required"] = "yes"
    if one.type in ("number", "amount"):
        row["constraint"] = f". >= {one.least} and . <= {one.most}"
        limits = {"least": one.least, "most": one.most}
        said: dict[str, str] = {}
        for code in LANGUAGES:
            with override(code):
                said[code] = str(_("Write a number from %(least)s to %(most)s.") % limits)
        row |= _labels(said, "constraint_message")
    if not one.optional:
        row |= _needed()  # before what it depends on, as the columns of a workbook stand
    conditions = []
    if one.moments and set(one.moments) != set(form.moments):
        conditions.append(_any(MOMENT, one.moments))
    if one.only_if:
        conditions.append(_any(one.only_if.question, map(str, one.only_if.among)))
    if conditions:
        row["relevant"] = " and ".join(conditions)
    return row


def _any(name: str, codes: Iterable[str]) -> str:
    return "(" + " or ".join(f"${{{name}}} = '{code}'" for code in codes) + ")"
