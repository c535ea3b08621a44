"""Letters and signs that look like Latin ones: by Unicode's list (UTS 39), and by their names.

A word of a list, or an address, is meant for the eye: "ѕһıt" and "evil.соm" are read as what they
look like. The letters of Russian are left to whoever asks: among them Latin ones may be the guests.
"""

import unicodedata

import regex
from confusable_homoglyphs.confusables import confusables_data

_LETTER = regex.compile(r"(?:[A-Z]+ )*LATIN (?:[A-Z]+ )*([A-Z])(?: WITH .*)?")
_RUSSIAN = regex.compile(r"[а-яё]", regex.IGNORECASE)
_RUSSIAN_LIKE = dict(zip("аеосрухкмтвніјѕ", "aeocpyxkmtbhijs", strict=True))
"""The letters of Russian, and three of its neighbours', that look like Latin ones."""
_ALSO = {"ς": "c"}
"""What NFKC makes of the lunate sigma."""


class _Latin(dict[int, str]):
    """For str.translate: a character → the small Latin letter it looks like, or itself."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = char if code < 0x80 or _RUSSIAN.match(char) else _latin(char)
        self[code] = found
        return found


def _latin(char: str) -> str:
    if char in _ALSO:
        return _ALSO[char]
    small = char.casefold()
    named = _LETTER.fullmatch(unicodedata.name(char, ""))
    if named:
        return str(named[1]).lower()
    for form in (small, char):
        for target in _like(form):
            bare = "".join(part for part in target if not unicodedata.combining(part))
            if len(bare) == 1 and bare.isascii() and bare.isalpha():
                return bare.lower()
            if bare in _RUSSIAN_LIKE:
                return _RUSSIAN_LIKE[bare]
    return char


def _like(char: str) -> list[str]:
    """Return what a character is confused with: its prototypes, then what shares one with it."""
    first = [entry["c"] for entry in confusables_data.get(char, ())]
    second = [entry["c"] for each in first for entry in confusables_data.get(each, ())]
    return first + [each for each in second if each in _RUSSIAN_LIKE]


LATIN = _Latin()
"""Letters of all scripts but Russian → small Latin letters."""
WHOLLY_LATIN = {
    **{ord(letter): like for letter, like in _RUSSIAN_LIKE.items()},
    **{ord(letter.upper()): like for letter, like in _RUSSIAN_LIKE.items()},
}
"""The letters of Russian as well: for a word that mixes scripts."""
SIGNS = {
    ord(like): sign
    for sign in ".:/"
    for entry in confusables_data[sign]
    # Digits and letters of other scripts are what they are.
    if not (like := entry["c"].strip("\u200e")).isalnum() and len(like) == 1
}
"""Signs of an address."""

_RUN = regex.compile(r"\S++")
_LATIN_LETTER = regex.compile(r"\p{Latin}")
_OTHER_LETTER = regex.compile(r"[^\W\p{Latin}\d_]")


def unmixed(text: str) -> str:
    """Return the text with every run that mixes scripts in Latin letters, of the same length."""
    return str(_RUN.sub(lambda run: _unmixed(run[0]), text))


def _unmixed(run: str) -> str:
    if not (_LATIN_LETTER.search(run) and _OTHER_LETTER.search(run)):
        return run
    made = "".join(char if char.isascii() else char.translate(LATIN) for char in run)
    return made.translate(WHOLLY_LATIN)
