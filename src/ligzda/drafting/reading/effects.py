"""Effects in time: commencement, application, repeal, correction (formulas X1 to X5)."""

from __future__ import annotations

import re
from functools import cache

from ligzda.drafting.numbers import NUMBER, repaired
from ligzda.drafting.operations import Action, Operation, Step, address
from ligzda.drafting.reading.addresses import Addresses
from ligzda.drafting.reading.parsing import parse_heading
from ligzda.drafting.reading.quotes import Masked
from ligzda.drafting.reading.vocabulary import pattern, unit_forms, vocabulary
from ligzda.drafting.units import unit_words

_SHORT = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_NUMBER_OF_ACT = re.compile(r"[Nn]r\.\s*(\d[\d/-]*)")
_FROM_NUMBER = re.compile(r"(?<!\w)\d.*$", re.DOTALL)
DAY_AFTER = "day_after_promulgation"
ON_PUBLICATION = "on_publication"


@cache
def _unit_list() -> re.Pattern[str]:
    return re.compile(vocabulary()["unit_list"].replace("NUMBER", NUMBER))


def date_in(text: str) -> str:
    """Return the first date of a text as ISO, or nothing."""
    long = pattern("long_date").search(text)
    if long:
        for month, stem in enumerate(vocabulary()["months"], 1):
            if long[3].lower().startswith(stem):
                return f"{int(long[1]):04}-{month:02}-{int(long[2]):02}"
    short = _SHORT.search(text)
    return f"{int(short[3]):04}-{int(short[2]):02}-{int(short[1]):02}" if short else ""


def effect(masked: Masked) -> Operation | None:
    """Return what a sentence says of time and validity; None where it changes text."""
    text = " ".join(masked.text.split())
    if pattern("effects", "repeal").search(text):
        return Operation(Action.REPEAL, act=_act(text), rule="repeal")
    if pattern("effects", "commencement").search(text):
        return _commencement(text)
    if pattern("effects", "correction").search(text):
        new = masked.quotes[-1].text if masked.quotes else ""
        paths = tuple((Step("subpoint" if "." in n[:-1] else "point", n.rstrip(".")),)
                      for n in _items(text.rpartition(")")[2]))  # fmt: skip
        return Operation(
            Action.CORRECT, paths, new=new, act=_named_act(text), quoted=bool(masked.quotes),
            rule="correction",
        )  # fmt: skip
    if pattern("effects", "applicability").search(text) and "\ue000" not in text:
        return Operation(Action.APPLY, date=date_in(text), rule="applicability",
                         condition="" if date_in(text) else text.rstrip("."))  # fmt: skip
    return None


def _commencement(text: str) -> Operation:
    date = date_in(_after_subject(text))
    condition = ""
    if pattern("effects", "day_after").search(text):
        condition, date = DAY_AFTER, ""
    elif not date and pattern("effects", "on_publication").search(text):
        condition = ON_PUBLICATION
    elif not date:
        condition = _after_subject(text).strip(" .")
    if pattern("effects", "part").search(text):
        return Operation(
            Action.COMMENCE_PART, date=date, condition=condition, items=_items(text),
            rule="commencement",
        )  # fmt: skip
    return Operation(Action.COMMENCE, date=date, condition=condition, rule="commencement")


def _after_subject(text: str) -> str:
    found = pattern("effects", "commencement").search(text)
    return text[found.end() :] if found else text


def _items(text: str) -> tuple[str, ...]:
    """Return the items of the amending act that are meant, as printed."""
    found = pattern("effects", "commencement").search(text)
    subject = text[: found.start()] if found else text
    named = _FROM_NUMBER.search(subject)
    if named and "\ue000" not in named[0] and not pattern("effects", "own_items").match(text):
        tree = parse_heading(Masked(named[0].strip() + ":", (), ()))
        if tree is not None:
            paths = [path for each in Addresses().targets(tree) for path in each.paths]
            return tuple(map(address, paths))
    items: list[str] = []
    for match in _unit_list().finditer(subject):
        numbers = re.findall(NUMBER, match[1])
        if not numbers or match[2].lower() not in unit_forms():
            continue
        if match[3]:
            word = unit_forms().get(match[5].lower(), ("point",))[0]
            inner = [repaired(n, word, in_law=False)[0] for n in re.findall(NUMBER, match[4])]
            name = unit_words()[word].name
            numbers[-1] += f" (only {name} {', '.join(inner)} named in it)"
        items += [n if n.endswith((".", ")")) else f"{n}." for n in numbers]
    return tuple(items)


def _act(text: str) -> str:
    """Return a repealed act as ``MK 1999.gada 30.marta noteikumi Nr.128``."""
    found = pattern("effects", "repeal").search(text)
    assert found
    return _named_act(text[found.end() :].strip() or text)


def _named_act(rest: str) -> str:
    number, when = _NUMBER_OF_ACT.search(rest), pattern("long_date").search(rest)
    cabinet = pattern("effects", "cabinet").search(rest)
    if not (number and when):
        return rest.rstrip(" .;")
    issuer = vocabulary()["effects"]["cabinet_short"] + " " if cabinet else ""
    between = rest[when.end() : number.start()].split()
    noun = unit_forms().get(between[-1].lower(), ("",))[0] if between else ""
    word = unit_words()[noun] if noun else None
    name = word.form("nominative", word.plural) if word else "".join(between)
    return f"{issuer}{when[0]} {name} {number[0]}"
