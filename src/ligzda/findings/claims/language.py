"""Reads a predicate: `superiority(model: "M4", …)`. Parsed, never evaluated.

    kind ( argument: value, … )

A value is a name in straight double quotes, an outcome with its version (`paid_work@1`), a decimal
with a point, an amount with its unit (`5 pp`), a day, or a list in brackets. Which of them an
argument takes follows from the type of its field; order and blanks are free, the canonical text is
`str(predicate)`, and reading it gives the same predicate. Lists are sets: sorted, each once.
"""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple, get_type_hints

from ligzda.findings.claims.faults import ClaimError, ClaimFault, unknown
from ligzda.findings.claims.predicates import (
    KINDS,
    Name,
    OutcomeRef,
    Predicate,
    Probable,
    Quantity,
    arguments,
    plain,
)
from ligzda.labels import label

MOST = 2000
"""Characters of a predicate."""

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<text>"(?:[^"\\]|\\["\\])*")
    |(?P<day>\d{4}-\d\d-\d\d(?![\d-]))
    |(?P<number>-?\d{1,15}(?:\.\d{1,12})?(?![\d.]))
    |(?P<word>[A-Za-z][A-Za-z0-9_/]*)
    |(?P<mark>[()\[\]:,@])
    |(?P<end>$)
    )""",
    re.VERBOSE | re.ASCII,
)
_EXAMPLES = {
    Name: 'model: "M4"',
    OutcomeRef: "outcome: paid_work@1",
    Quantity: "by: 5 pp",
    Decimal: "sure: 0.9",
    tuple[Name, ...]: 'among: ["M1", "M4"]',
    tuple[datetime.date, ...]: "looks: [2027-03-31]",
}


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


def parse(text: str) -> Predicate:
    """Read a predicate. Raises ClaimError naming the column or the argument, and the remedy."""
    if len(text) > MOST:
        raise ClaimError("predicate", ClaimFault.TOO_LONG.of(length=len(text), most=MOST))
    reader = _Reader(text)
    name = reader.take("word", "kind(…)").text
    if name not in KINDS:
        raise unknown("kind", ClaimFault.UNKNOWN_KIND, name, KINDS)
    kind, given = KINDS[name], dict[str, Any]()
    types = get_type_hints(kind)
    known = arguments(kind)
    reader.take("(", "(")
    while not given or reader.accept(","):
        argument = reader.take("word", "argument:").text
        if argument not in known:
            raise unknown(name, ClaimFault.UNKNOWN_ARGUMENT, argument, known)
        if argument in given:
            raise ClaimError(name, ClaimFault.TWICE.of(name=argument))
        reader.take(":", ":")
        given[argument] = reader.value(types[argument], argument)
    reader.take(")", ")")
    reader.take("end", "the end")
    for argument in known:
        if argument not in given:
            example = _EXAMPLES[types[argument]].split(": ")[1]
            raise ClaimError(argument, ClaimFault.MISSING.of(example=f"{argument}: {example}"))
    predicate = kind(**given)
    _check(predicate)
    return predicate


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.next = self._scan()

    def _scan(self) -> _Token:
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            rest = self.text[self.at :].lstrip()
            return _Token("other", rest.split()[0][:20], len(self.text) - len(rest))
        kind = found.lastgroup or "end"
        text, start = found[kind], found.start(kind)
        self.at = found.end()
        return _Token(text if kind == "mark" else kind, text, start)

    def take(self, kind: str, wanted: str) -> _Token:
        token = self.next
        if token.kind != kind:
            said = ClaimFault.UNREADABLE.of(found=token.text or "…", wanted=wanted)
            raise ClaimError(f"column {token.at + 1}", said)
        if kind != "end":
            self.next = self._scan()
        return token

    def accept(self, mark: str) -> bool:
        if self.next.kind != mark:
            return False
        self.take(mark, mark)
        return True

    def value(self, wanted: Any, argument: str) -> Any:
        """Read a value of the type that the argument has."""
        example = _EXAMPLES[wanted].split(": ")[1]
        if wanted is Name:
            return self.name()
        if wanted is OutcomeRef:
            code = self.take("word", example).text
            self.take("@", "@")
            version = self.take("number", example).text
            if not version.isdigit():
                raise ClaimError(argument, ClaimFault.UNREADABLE.of(found=version, wanted=example))
            return OutcomeRef(code, int(version))
        if wanted is Decimal:
            return _decimal(self.take("number", example).text)
        if wanted is Quantity:
            amount = _decimal(self.take("number", example).text)
            return Quantity(amount, self.take("word", example).text)
        if wanted == tuple[Name, ...]:
            return self.several(self.name)
        return self.several(self.day)

    def name(self) -> Name:
        text = self.take("text", '"…"').text[1:-1]
        return Name(label(re.sub(r"\\(.)", r"\1", text)))

    def day(self) -> datetime.date:
        text = self.take("day", "2027-03-31").text
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise ClaimError("looks", ClaimFault.NO_DATE.of(found=text)) from None

    def several(self, one: Callable[[], Any]) -> tuple[Any, ...]:
        """Read a list in brackets: a set, sorted."""
        self.take("[", "[")
        found = {one()} if self.next.kind != "]" else set()
        while self.accept(","):
            found.add(one())
        self.take("]", "]")
        return tuple(sorted(found))


def _decimal(text: str) -> Decimal:
    return Decimal(plain(Decimal(text)))


def _check(predicate: Predicate) -> None:
    """Refuse what no registry is needed to refuse."""
    if not predicate.looks:
        raise ClaimError("looks", ClaimFault.NO_LOOKS)
    if isinstance(predicate, Probable):
        _range("sure", predicate.sure, "0.5", "0.999")
        _range("enter", predicate.enter, "0", plain(1 - predicate.sure))
        _range("leave", predicate.leave, "0", plain(predicate.sure))
    for name in arguments(type(predicate)):
        if isinstance(amount := getattr(predicate, name), Quantity):
            _range(name, amount.amount, "0", "1000000000")
    among = getattr(predicate, "among", None)
    if among is not None and len(among) < 2:
        raise ClaimError("among", ClaimFault.FEW)
    model = getattr(predicate, "model", "")
    if among is not None and model not in among:
        raise ClaimError("model", ClaimFault.NOT_AMONG.of(name=model))
    for one, two in (("model", "versus"), ("model", "other"), ("level", "over")):
        if hasattr(predicate, two) and getattr(predicate, one) == getattr(predicate, two):
            raise ClaimError(two, ClaimFault.SAME_TWICE.of(name=getattr(predicate, two)))


def _range(name: str, value: Decimal, least: str, most: str) -> None:
    if not Decimal(least) <= value <= Decimal(most):
        said = ClaimFault.OUT_OF_RANGE.of(value=plain(value), least=least, most=most)
        raise ClaimError(name, said)
