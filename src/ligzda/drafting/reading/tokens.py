"""One amending sentence, its quotations masked → the tokens of the grammar.

The vocabulary knows every form of every word that a formula uses. What it does not know becomes
``OTHER``, at which the grammar stops: nothing is read past a word that was not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest

from lark import Token

from ligzda.drafting.numbers import NUMBER
from ligzda.drafting.reading.quotes import MASK, Quote
from ligzda.drafting.reading.vocabulary import (
    ordinals,
    unit_forms,
    vocabulary,
    word_kinds,
)
from ligzda.drafting.units import unit_words


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A unit as it is named: which, in which cases the form can stand, with its fixed number."""

    unit: str
    cases: frozenset[str]
    number: str = ""
    plural: bool = False


_FIGURES = re.compile(r"\d+")
LONG = 6
"""From so many figures on a number may be one of a register, which is known by its length."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RANGE = re.compile(rf"(?<!\w)({NUMBER}[)]?)\s*[-–—]\s*({NUMBER}[)]?)(?=\s*\w)")
_NUMBER = re.compile(rf"(?<!\w){NUMBER}\)?")
_ROMAN = re.compile(r"(?<!\w)[IVXL]+(?:\.?(?:\^?\d+|<sup>\d+</sup>|[¹²³⁴⁵⁶⁷⁸⁹]+))?\.?(?!\w)")
_PUNCTUATION = {":": "COLON", ",": "COMMA", ";": "SEMICOLON", ".": "STOP"}
_LETTER = re.compile(r"[a-zāčēģīķļņšūž]{1,2}\)?")


@cache
def _phrases() -> re.Pattern[str]:
    rows = vocabulary()
    named = [f"(?P<{name}>{text})(?!\\w)" for name, text in rows["phrases"].items()]
    units = [f"(?P<U{n}>{row['pattern']})(?!\\w)" for n, row in enumerate(rows["unit_phrases"])]
    sheet = rows["budget_sheet"].replace("QUOTE", MASK.pattern.replace("(", "(?:"))
    named.append(f"(?P<SHEET>{sheet})")
    return re.compile("|".join(f"(?<!\\w){each}" for each in [*named, *units]), re.IGNORECASE)


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{vocabulary()['kinds']})(?!\w)", re.IGNORECASE)


@cache
def _two_words() -> re.Pattern[str]:
    tens = "|".join(vocabulary()["ordinals"]["tens"])
    return re.compile(rf"(?:{tens}) [^\W\d]+", re.IGNORECASE)


def tokens(text: str, quotes: tuple[Quote, ...]) -> list[Token]:
    """Return the tokens of a masked sentence, in order, joined where several mean one thing."""
    found = _named_quotes(_scanned(text), quotes)
    return _numbers_first(_lists_of_new(list(_joined(found))))


def _token(terminal: str, value: object, at: int) -> Token:
    return Token(terminal, value, start_pos=at)


def _scanned(text: str) -> list[Token]:
    """Return the tokens of a text; texts that differ only in their figures are scanned once."""
    figures = _FIGURES.findall(text)
    if any(len(each) >= LONG for each in figures):
        return list(_scan(text))
    found: list[Token] = []
    passed = longer = 0
    for terminal, value, at, first, after in scanned_shape(_FIGURES.sub("0", text)):
        while passed < first:
            longer += len(figures[passed]) - 1
            passed += 1
        if after > first:
            value = _with_figures(value, figures[first:after])
        found.append(_token(terminal, value, at + longer))
    return found


@lru_cache(maxsize=4096)
def scanned_shape(shape: str) -> tuple[tuple[str, object, int, int, int], ...]:
    """Return the tokens of a text whose every figure is 0: type, value, place, its figures."""
    found = list(_scan(shape))
    starts = [each.start_pos or 0 for each in found]
    counts = [shape.count("0", 0, start) for start in [*starts, len(shape)]]
    return tuple(
        (each.type, each.value, start, first, after)
        for each, start, first, after in zip(found, starts, counts, counts[1:], strict=False)
    )


def _with_figures(value: object, figures: list[str]) -> object:
    left = iter(figures)
    if isinstance(value, int):
        return int(next(left))
    if isinstance(value, str):
        return _FIGURES.sub(lambda _: next(left), value)
    if isinstance(value, tuple):
        return tuple(_FIGURES.sub(lambda _: next(left), each) for each in value)
    return value


def _scan(text: str) -> Iterator[Token]:
    at = 0
    phrases, kind, two = _phrases(), _kind(), _two_words()
    while at < len(text):
        sign = text[at]
        if sign.isspace() or sign in "-–—•*()":
            phrase = phrases.match(text, at) if sign == "(" else None
            if phrase:
                yield _phrase(phrase, at)
                at = phrase.end()
            else:
                if sign in "-–—" and (at == 0 or text[at - 1] == "\n"):
                    yield _token("DASH", sign, at)
                at += 1
            continue
        if sign == "\ue000":
            quote = MASK.match(text, at)
            assert quote
            yield _token("QUOTE", int(quote[1]), at)
            at = quote.end()
            continue
        phrase = phrases.match(text, at)
        if phrase:
            yield _phrase(phrase, at)
            at = phrase.end()
            continue
        spread = _RANGE.match(text, at)
        if spread:
            yield _token("RANGE", (spread[1], spread[2]), at)
            at = spread.end()
            continue
        number = _NUMBER.match(text, at) or _ROMAN.match(text, at)
        if number:
            yield _token("NUM", number[0], at)
            at = number.end()
            continue
        if sign in _PUNCTUATION:
            yield _token(_PUNCTUATION[sign], sign, at)
            at += 1
            continue
        worded = kind.match(text, at)
        if worded:
            yield _token("KIND", worded[0], at)
            at = worded.end()
            continue
        word = two.match(text, at) or _WORD.match(text, at)
        if not word:
            yield _token("OTHER", sign, at)
            at += 1
            continue
        if word[0].lower() not in ordinals():
            word = _WORD.match(text, at) or word
        yield from _word(word[0], at)
        at = word.end()


def _phrase(found: re.Match[str], at: int) -> Token:
    name = found.lastgroup or ""
    if name == "SHEET":
        number = next(group for group in reversed(found.groups()) if group and group != found[0])
        return _token("UNIT", UnitForm("budget_sheet", frozenset({"accusative"}), number), at)
    if name.startswith("U") and name[1:].isdigit():
        row = vocabulary()["unit_phrases"][int(name[1:])]
        return _token(
            "UNIT",
            UnitForm(row["unit"], frozenset({row["case"]}), found[0] if row.get("named") else ""),
            at,
        )
    if name == "ANNEXED":
        numbers = found["annex"] or found["annex_of"] or ""
        return _token(name, tuple(re.findall(r"\d+", numbers)), at)
    return _token(name, found[0], at)


def _word(word: str, at: int) -> Iterator[Token]:
    low = word.lower()
    terminal = word_kinds().get(low)
    if terminal == "AND" or terminal in {"WITHOUT_WORD", "ACT_WORD"}:
        if terminal == "AND":
            yield _token("AND", word, at)
    elif terminal:
        yield _token(terminal, word, at)
    elif low in ordinals():
        yield _token("ORDINAL", ordinals()[low], at)
    elif low in unit_forms():
        key, cases, plural = unit_forms()[low]
        yield _token("UNIT", UnitForm(key, cases, plural=plural), at)
    else:
        yield _token("OTHER", word, at)


def _named_quotes(found: list[Token], quotes: tuple[Quote, ...]) -> list[Token]:
    """Tell letters (``"a" apakšpunkts``) and names (``nodaļa "…"``) from quoted words."""
    for place, token in enumerate(found):
        if token.type == "OTHER" and _LETTER.fullmatch(token.value):
            if _before_unit(found, place + 1):
                found[place] = _token("LETTER", token.value, token.start_pos or 0)
            continue
        if token.type != "QUOTE":
            continue
        text = quotes[token.value].text
        before = found[place - 1] if place else None
        if _LETTER.fullmatch(text) and _before_unit(found, place + 1):
            found[place] = _token("LETTER", text.rstrip(")"), token.start_pos or 0)
        elif (
            before is not None
            and before.type == "UNIT"
            and unit_words()[before.value.unit].named
            and not (
                place + 1 < len(found)
                and found[place + 1].type == "WITH"
                and before.value.unit in {"intro", "part"}
            )
            and not (
                before.value.unit == "part"
                and place > 1
                and found[place - 2].type in {"NUM", "ORDINAL"}
            )
        ):
            found[place] = _token("NAME", (token.value,), token.start_pos or 0)
    return list(_names_together(found))


def _names_together(found: list[Token]) -> Iterator[Token]:
    """Make one token of ``termini "…", "…" un "…"``: the value holds every name."""
    place = 0
    while place < len(found):
        token = found[place]
        place += 1
        while (
            token.type == "NAME"
            and place + 1 < len(found)
            and (found[place].type in {"COMMA", "AND"} and found[place + 1].type == "QUOTE")
        ):
            names = (*token.value, found[place + 1].value)
            token = _token("NAME", names, token.start_pos or 0)
            place += 2
        yield token


def _before_unit(found: list[Token], place: int) -> bool:
    while place < len(found) and (
        found[place].type in {"AND", "COMMA", "QUOTE", "LETTER"} or _is_letter(found[place])
    ):
        place += 1
    return (
        place < len(found)
        and found[place].type == "UNIT"
        and (found[place].value.unit in {"subpoint", "point"})
    )


WORDS = frozenset({"SEP", "KIND", "QUOTE", "INFLECT"})
"""What quoted words consist of, with what they are called, and lists of them."""


def _is_letter(token: Token) -> bool:
    return token.type == "OTHER" and _LETTER.fullmatch(token.value) is not None


def _lists_of_new(found: list[Token]) -> list[Token]:
    """Tell a second new quotation (``ar vārdiem "c" un "d"``) from the old words of a next pair."""
    types = [token.type for token in found]
    after_with = False
    for place, token in enumerate(found):
        if token.type == "SEP" and after_with and types[place - 1] in {"QUOTE", "INFLECT"}:
            end = place + 1
            while end < len(found) and types[end] in WORDS:
                end += 1
            following = types[end] if end < len(found) else ""
            quoted = "QUOTE" in types[place:end] and types[place + 1] in {"KIND", "QUOTE"}
            after_with = quoted and following not in {"WITH", "RESPECTIVELY", "REPLACE", "DELETE"}
            if after_with:
                found[place] = _token("ALSO", token.value, token.start_pos or 0)
        elif token.type not in WORDS:
            after_with = token.type == "WITH" or (after_with and token.type == "RESPECTIVELY")
    return found


def _numbers_first(found: list[Token]) -> list[Token]:
    """Put the number before its unit (``apakšpunktu 5.4. šādā redakcijā``), as it is else said."""
    for place in range(len(found) - 1):
        before = found[place - 1].type if place else ""
        after = found[place + 2].type if place + 2 < len(found) else "AS_FOLLOWS"
        if (
            (found[place].type, found[place + 1].type) == ("UNIT", "NUM")
            and before not in NUMBERS
            and after in {"AS_FOLLOWS", "COLON"}
        ):
            found[place : place + 2] = found[place + 1], found[place]
    return found


NUMBERS = frozenset({"NUM", "ORDINAL", "LETTER", "RANGE"})
VERBS = frozenset({"RESTATE", "SUPPLEMENT", "REPLACE", "DELETE", "RENUMBER"})
UNPARTED = frozenset({"SHIFT", "AS_FOLLOWS", "ANNEXED"})
"""Before these a comma parts nothing."""


def _joined(found: list[Token]) -> Iterator[Token]:
    """Make one separator of ``, un`` and drop the one before a verb, a closing and a stray one."""
    # The number of an item stands before its verb; an address never does without its unit.
    found = [
        token
        for token, then in zip_longest(found, found[1:])
        if not (token.type in {"NUM", "DASH"} and then is not None and then.type in VERBS)
    ]
    place = 0
    while place < len(found):
        token = found[place]
        if token.type not in {"AND", "COMMA", "SEMICOLON", "STOP"}:
            yield token
            place += 1
            continue
        end = place
        while end < len(found) and found[end].type in {"AND", "COMMA", "SEMICOLON", "STOP"}:
            end += 1
        after = found[end].type if end < len(found) else ""
        before = found[place - 1].type if place else ""
        if (
            after
            and before
            and after not in VERBS | UNPARTED
            and not (
                after == "DASH" or (after in {"WITH", "AS", "COLON"} and before in {"UNIT", "NAME"})
            )
        ):
            yield _token("SEP", token.value, token.start_pos or 0)
        place = end
