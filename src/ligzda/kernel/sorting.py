"""Names in lists: Latvian alphabetical order, and names without what all of them share.

The order is ours, because the embedded PostgreSQL has no ICU collations.
It is that of the Unicode CLDR for `lv`: Č, Ģ, Ķ, Ļ, Ņ, Ŗ, Š, Ž are letters of their own
after C, G, …; Y stands with I; a long vowel decides only where everything else is equal.
"""

import unicodedata
from collections.abc import Sequence

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


def without_shared_ending(names: Sequence[str]) -> list[str]:
    """Return names without the last words that all of them share; at least one word stays.

    "Ogre social-enterprise incubator" among its like is "Ogre"; a name alone stays whole.
    """
    words = [name.split() for name in names]
    shared = 0
    if len(set(names)) > 1:
        most = min(len(each) for each in words) - 1
        while shared < most and len({each[-1 - shared] for each in words}) == 1:
            shared += 1
    return [" ".join(each[: len(each) - shared]) for each in words]
