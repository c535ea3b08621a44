"""Questionnaires as data: one file a version says the questions, in both languages, and from where.

Form pages, XLSForms and the columns of exports are made from it; nothing else knows a question.
A version that was used stays: what was answered by it is read and taken by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, NotFoundError
from ligzda.languages import CODES, spoken

FOLDER = Path(__file__).parent / "questionnaires"
Answer = str | int | float
Answers = Mapping[str, Answer]
MOST_WORDS = 2000
"""Characters of an answer in one's own words."""
_FIRST = {"entry": 0, "who5": 1, "soft_skills": 2, "exit": 3, "follow_up": 4}


def _said(texts: Mapping[str, Any]) -> str:
    return str(texts[spoken(get_language())])


@dataclass(frozen=True)
class Choice:
    """One of the answers to a closed question."""

    code: str | int
    texts: Mapping[str, str]

    def __str__(self) -> str:
        return _said(self.texts)


@dataclass(frozen=True)
class OnlyIf:
    """A question is asked only where another was answered with one of these codes."""

    question: str
    among: tuple[str | int, ...]


@dataclass(frozen=True)
class Question:
    """A question, and what may be answered.

    `choice`: one of the codes; `number`: whole, `amount`: with cents, both within `least` and
    `most`, which are included; `text`: in one's own words, sealed.
    """

    id: str
    type: Literal["choice", "number", "amount", "text"]
    texts: Mapping[str, str]
    choices: tuple[Choice, ...] = ()
    scale: str = ""
    least: int = 0
    most: int = 0
    unit: Mapping[str, str] = field(default_factory=dict)
    optional: bool = False
    moments: tuple[str, ...] = ()
    """At which moments it is asked; empty: at all of the questionnaire's."""
    only_if: OnlyIf | None = None

    def __str__(self) -> str:
        return _said(self.texts)

    @property
    def unit_text(self) -> str:
        """What a number counts, in the active language."""
        return _said(self.unit) if self.unit else ""

    def is_asked(self, moment: str, so_far: Answers) -> bool:
        """Whether it is asked at a moment, after what was answered so far."""
        if self.moments and moment not in self.moments:
            return False
        return self.only_if is None or so_far.get(self.only_if.question) in self.only_if.among

    def read(self, text: str) -> Answer:
        """Return the answer that a text writes. Raises BadDataError."""
        text = text.strip()
        if self.type == "text":
            if len(text) > MOST_WORDS:
                raise BadDataError(_("Write at most %(most)d characters.") % {"most": MOST_WORDS})
            return text
        if self.type == "choice":
            for choice in self.choices:
                if str(choice.code) == text:
                    return choice.code
            raise BadDataError(_("Choose one of the answers."))
        try:
            value = Decimal(text.replace(",", "."))
        except InvalidOperation:
            raise BadDataError(_("Write a number.")) from None
        if not (value.is_finite() and self.least <= value <= self.most):
            raise BadDataError(
                _("Write a number from %(least)s to %(most)s.")
                % {"least": self.least, "most": self.most}
            )
        if self.type == "number":
            if value != int(value):
                raise BadDataError(_("Write a whole number."))
            return int(value)
        if value != round(value, 2):
            raise BadDataError(_("Write an amount to the cent."))
        return float(round(value, 2))

    def shown(self, answer: Answer) -> str:
        """Return an answer as people read it, in the active language."""
        if self.type == "choice":
            return next((str(one) for one in self.choices if one.code == answer), str(answer))
        return f"{answer} {self.unit_text}".strip()


@dataclass(frozen=True)
class Questionnaire:
    """A version of a questionnaire. `to_be_checked`: languages whose wording nobody compared."""

    id: str
    version: int
    title: Mapping[str, str]
    intro: Mapping[str, str]
    source: str
    wording: Mapping[str, str]
    """Language → the address where its wording is published."""
    to_be_checked: tuple[str, ...]
    moments: tuple[str, ...]
    raters: tuple[str, ...]
    questions: tuple[Question, ...]
    score_of: tuple[str, ...] = ()
    score_times: int = 1

    def __str__(self) -> str:
        return _said(self.title)

    @property
    def intro_text(self) -> str:
        """What stands above the questions, in the active language."""
        return _said(self.intro)

    @property
    def wording_source(self) -> str:
        """Where the wording of the active language is published, if it is."""
        return self.wording.get(spoken(get_language()), "")

    @property
    def is_checked(self) -> bool:
        """Whether somebody compared the wording of the active language with what is published."""
        return spoken(get_language()) not in self.to_be_checked

    def question(self, name: str) -> Question:
        """Return a question. Raises NotFoundError."""
        for question in self.questions:
            if question.id == name:
                return question
        raise NotFoundError(_("This questionnaire has no such question."))

    def asked(self, moment: str, answers: Answers) -> list[Question]:
        """Return the questions that are asked at a moment, after these answers."""
        return [one for one in self.questions if one.is_asked(moment, answers)]

    def read(self, moment: str, given: Mapping[str, str]) -> dict[str, Answer]:
        """Return the answers that texts write: question → answer, without those not answered.

        Raises BadDataError with the question where one cannot be; what is not asked at this moment
        or after these answers is left out. A missing answer is no mistake here: whoever must have
        it asks `missing`.
        """
        found: dict[str, Answer] = {}
        for question in self.questions:
            text = given.get(question.id, "").strip()
            if not text or not question.is_asked(moment, found):
                continue
            try:
                found[question.id] = question.read(text)
            except BadDataError as error:
                raise BadDataError(f"{question}: {error}") from None
        return found

    def missing(self, moment: str, answers: Answers) -> list[Question]:
        """Return the questions that want an answer and have none."""
        return [
            one for one in self.asked(moment, answers) if not one.optional and one.id not in answers
        ]

    def score(self, answers: Answers) -> int | None:
        """Return the score; None where an item is missing, or the questionnaire has none."""
        if not self.score_of or any(item not in answers for item in self.score_of):
            return None
        return self.score_times * sum(int(answers[item]) for item in self.score_of)

    def in_clear(self, answers: Answers) -> dict[str, Answer]:
        """Return what is counted."""
        return {one: value for one, value in answers.items() if not self._is_text(one)}

    def in_words(self, answers: Answers) -> dict[str, Answer]:
        """Return what was said in somebody's own words."""
        return {one: value for one, value in answers.items() if self._is_text(one)}

    def _is_text(self, name: str) -> bool:
        return self.question(name).type == "text"


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    return {code: row[code] for code in CODES}


def _question(row: Mapping[str, Any], scales: Mapping[str, tuple[Choice, ...]]) -> Question:
    only_if = row.get("only_if")
    return Question(
        id=row["id"],
        type=row["type"],
        texts=_texts(row),
        choices=scales[row["choices"]] if "choices" in row else (),
        scale=row.get("choices", ""),
        least=row.get("least", 0),
        most=row.get("most", 0),
        unit=row.get("unit", {}),
        optional=row.get("optional", False),
        moments=tuple(row.get("moments", ())),
        only_if=OnlyIf(only_if["question"], tuple(only_if["among"])) if only_if else None,
    )


def parse(text: str) -> Questionnaire:
    """Return the questionnaire that a file says. Raises KeyError for one that is not whole."""
    data = yaml.safe_load(text)
    scales = {
        name: tuple(Choice(row["code"], _texts(row)) for row in rows)
        for name, rows in data.get("choices", {}).items()
    }
    score = data.get("score") or {"items": (), "times": 1}
    return Questionnaire(
        id=data["id"],
        version=data["version"],
        title=data["title"],
        intro=data["intro"],
        source=data["source"],
        wording=data.get("wording", {}),
        to_be_checked=tuple(data.get("to_be_checked", ())),
        moments=tuple(data["moments"]),
        raters=tuple(data["raters"]),
        questions=tuple(_question(row, scales) for row in data["questions"]),
        score_of=tuple(score["items"]),
        score_times=score["times"],
    )


@cache
def every(folder: Path) -> tuple[Questionnaire, ...]:
    """Return all versions of all questionnaires in a folder, by name and version."""
    found = (parse(path.read_text("utf-8")) for path in folder.glob("*.yaml"))
    return tuple(sorted(found, key=lambda one: (one.id, one.version)))


def current() -> list[Questionnaire]:
    """Return the newest version of each questionnaire, in the order of a stay."""
    newest = {one.id: one for one in every(FOLDER)}
    return sorted(newest.values(), key=lambda one: (_FIRST.get(one.id, len(_FIRST)), one.id))


def questionnaire(name: str, version: int | None = None) -> Questionnaire:
    """Return a version of a questionnaire, or its newest. Raises NotFoundError."""
    found = [one for one in every(FOLDER) if one.id == name and version in (None, one.version)]
    if not found:
        raise NotFoundError(_("There is no such questionnaire, or no such version of it."))
    return found[-1]


def asked_at(moment: str) -> list[Questionnaire]:
    """Return the questionnaires of a moment, in their newest version."""
    return [one for one in current() if moment in one.moments]
