"""Names and birth dates as they are compared and looked for.

Pure. A Latvian name loses its marks on the way through many a form ("Bērziņa" → "Berzina"), its
parts change places, and day and month do too. So a name is compared without marks and in the order
of its letters, a date as the digits that it has.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz.fuzz import token_sort_ratio

SHORTEST, LONGEST = 2, 6
"""Letters of the beginning of a word by which it is found; the rest is compared after."""
ALIKE = 80.0
"""From which likeness of names (0 to 100) on two people of one birth date may be one."""


def folded(text: str) -> str:
    """Return a text without marks, capitals, or anything that is no letter, digit or blank."""
    bare = "".join(
        each
        for each in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(each)
    )
    return " ".join(re.findall(r"\w+", bare))


def words(*names: str) -> list[str]:
    """Return the words of names, folded, each once."""
    return list(dict.fromkeys(folded(" ".join(names)).split()))


def beginnings(word: str) -> Iterator[str]:
    """Return what a word is found by: its first two letters, three, … to six, or all of it."""
    for length in range(min(SHORTEST, len(word)), min(len(word), LONGEST) + 1):
        yield word[:length]


def looked_for(word: str) -> str:
    """Return the beginning that a typed word is looked for by."""
    return word[:LONGEST]


def digits(born: datetime.date) -> str:
    """Return the digits of a date in their order: day and month may have changed places."""
    return "".join(sorted(born.isoformat().replace("-", "")))


def same_birth(one: datetime.date, other: datetime.date) -> bool:
    """Whether two dates may be one: equal, day and month or two digits having changed places."""
    if one == other or (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    pairs = list(zip(one.isoformat(), other.isoformat(), strict=True))
    apart = [place for place, (here, there) in enumerate(pairs) if here != there]
    return len(apart) == 2 and digits(one) == digits(other)


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 100, whatever the order of their words."""
    return token_sort_ratio(folded(one), folded(other), score_cutoff=0.0)
