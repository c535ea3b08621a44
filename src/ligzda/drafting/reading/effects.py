"""Effects in time: commencement, application, repeal, correction (formulas X1 to X5)."""

from __future__ import annotations

import re
from functools import cache

from ligzda.drafting.errors import NotUnderstood
from ligzda.drafting.numbers import NUMBER, repaired
from ligzda.drafting.operations import Action, Operation, Step, address
from ligzda.drafting.reading.addresses import Addresses
from ligzda.drafting.reading.parsing import parse_heading
from ligzda.drafting.reading.quotes import Masked, Quote, unmask
from ligzda.drafting.reading.vocabulary import pattern, unit_forms, vocabulary
from ligzda.drafting.units import unit_words

_SHORT = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_NUMBER_OF_ACT = re.compile(r"[Nn]r\.\s*(\d[\d/-]*)")
_UNITS_AFTER_TITLE = re.compile("\ue001[^\ue000]*?(?:\\)|\ue001)?\\s*(\\d[^()\ue000]*)$")
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


def effects(masked: Masked) -> tuple[Operation, ...]:
    """Return what a sentence says of time and validity; nothing where it changes text.

    Raises NotUnderstood where a part of it is not read.
    """
    text = " ".join(masked.text.split())
    if pattern("effects", "repeal").search(text):
        return _repeal(text, masked.quotes)
    if pattern("effects", "commencement").search(text):
        return _commencements(masked, text)
    one = _other_effect(masked, text)
    return (one,) if one else ()


def _repeal(text: str, quotes: tuple[Quote, ...]) -> tuple[Operation, ...]:
    """Return the repeal of another act, or of units of one; units of this act are deleted."""
    found = pattern("effects", "repeal").search(text)
    assert found
    rest = text[found.end() :].strip() or text[: found.start()]
    named = parse_heading(Masked(rest.rstrip(" .;") + ":", quotes, ()))
    if named is not None:
        paths = [path for each in Addresses(quotes=quotes).targets(named) for path in each.paths]
        if not any(path[-1].is_act for path in paths):
            return ()
    units = _UNITS_AFTER_TITLE.search(rest)
    inner = parse_heading(Masked(units[1].strip(" .;") + ":", (), ())) if units else None
    targets = [path for each in Addresses().targets(inner) for path in each.paths] if inner else []
    act = unmask(_named_act(rest), quotes)
    return (Operation(Action.REPEAL, tuple(targets), act=act, rule="repeal"),)


def _commencements(masked: Masked, text: str) -> tuple[Operation, ...]:
    """Return each commencement: of the whole, of what it leaves out (``izņemot``), of parts."""
    several = [each for each in pattern("effects", "next").split(text) if each.strip()]
    if len(several) > 1:
        return tuple(found for each in several for found in _commencements(masked, each))
    head, excepted, rest = text.partition(vocabulary()["effects"]["except"])
    if not excepted:
        return (_commencement(text),)
    if not pattern("effects", "commencement").search(rest):
        raise NotUnderstood(unmask(text, masked.quotes), excepted + rest, 0)
    return (_commencement(head), _commencement(rest, part=True))


def _other_effect(masked: Masked, text: str) -> Operation | None:
    if pattern("effects", "correction").search(text):
        new = masked.quotes[-1].text if masked.quotes else ""
        paths = tuple((Step("subpoint" if "." in n[:-1] else "point", n.rstrip(".")),)
                      for n in _items(text.rpartition(")")[2]))  # fmt: skip
        return Operation(
            Action.CORRECT, paths, new=new, act=_named_act(text), quoted=bool(masked.quotes),
            rule="correction",
        )  # fmt: skip
    if pattern("effects", "applicability").search(text) and "\ue000" not in text:
        items = _items(text) if pattern("effects", "own_items").match(text) else ()
        return Operation(Action.APPLY, date=date_in(text), rule="applicability", items=items,
                         condition="" if date_in(text) else text.rstrip("."))  # fmt: skip
    return None


def _commencement(text: str, *, part: bool = False) -> Operation:
    date = date_in(_after_subject(text))
    condition = ""
    if pattern("effects", "day_after").search(text):
        condition, date = DAY_AFTER, ""
    elif not date and pattern("effects", "on_publication").search(text):
        condition = ON_PUBLICATION
    elif not date:
        condition = _after_subject(text).strip(" .")
    items = _items(text) if part or pattern("effects", "part").search(text) else ()
    if items:
        return Operation(
            Action.COMMENCE_PART, date=date, condition=condition, items=items, rule="commencement"
        )
    return Operation(Action.COMMENCE, date=date, condition=condition, rule="commencement")


def _after_subject(text: str) -> str:
    found = pattern("effects", "commencement").search(text)
    return text[found.end() :] if found else text


def _items(text: str) -> tuple[str, ...]:
    """Return the items of the amending act that are meant, as printed."""
    found = pattern("effects", "commencement").search(text)
    subject = text[: found.start()] if found else text
    subject = pattern("effects", "manner").sub(" ", subject)
    named = _FROM_NUMBER.search(subject)
    if named and "\ue000" not in named[0] and not pattern("effects", "own_items").match(text):
        tree = parse_heading(Masked(named[0].strip(" ,") + ":", (), ()))
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


def _named_act(rest: str) -> str:
    """Return an act as ``MK 1999.gada 30.marta noteikumi Nr.128``."""
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
