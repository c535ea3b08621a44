"""Latvian alphabetical order, because the embedded PostgreSQL has no ICU collations.

The order is that of the Unicode CLDR for `lv`: Č, Ģ, Ķ, Ļ, Ņ, Ŗ, Š, Ž are letters of their own
after C, G, …; Y stands with I; a long vowel decides only where everything else is equal.
"""

import unicodedata

_LETTERS = "abcčdefgģhijkķlļmnņoprŗsštuvzž"
_PLACE: dict[str, float] = {letter: place for place, letter in enumerate(_LETTERS)}
# Q, W and X occur in foreign names only; they stand where the Latin alphabet has them.
_PLACE |= {"q": _PLACE["p"] + 0.5, "w": _PLACE["v"] + 0.2, "x": _PLACE["v"] + 0.4}
_BASE = {"ā": "a", "ē": "e", "ī": "i", "ō": "o", "ū": "u", "y": "i"}

SortKey = tuple[tuple[float, ...], str]


def sort_key(text: str) -> SortKey:
    """Return the key for `sorted`: first the letters, then length marks and case."""
    composed = unicodedata.normalize("NFC", text)
    return tuple(_weight(character) for character in composed.casefold()), composed


def _weight(character: str) -> float:
    if (place := _PLACE.get(_BASE.get(character, character))) is not None:
        return 1000 + place
    plain = unicodedata.normalize("NFD", character)[0]
    if (place := _PLACE.get(plain)) is not None:
        return 1000 + place
    code = ord(character)
    # Spaces, figures and signs before letters; other alphabets after them.
    return code if code < 1000 else 2000 + code
