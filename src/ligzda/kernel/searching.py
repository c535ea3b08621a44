"""Search over the house: how words are compared, and what a room finds for them.

Each room that has something to find names a function in its manifest (`Room.search`); the portal
asks them all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ligzda.kernel.room import Words

MOST_CHARACTERS = 100
_WITHOUT = str.maketrans("āčēģīķļņōŗšūž", "acegiklnorsuz")
# Nothing here knows Latvian grammar: cut the ending, and search by what a word begins with.
_ENDING = re.compile(
    r"(?<=.{3})(?:iem|ajam|ajai|ajos|ajas|iem|am|as|ai|os|us|um|im|is|es|ei|em|ie|[aeiousm])$"
)


@dataclass(frozen=True)
class Found:
    """A page that has the words. `kind`: what it shows, in the plural; `text`: what it says."""

    kind: Words
    title: str
    url: str
    text: str = ""


def stems(words: str) -> list[str]:
    """Return the beginnings that a text must have: small, without diacritics and endings."""
    return [_ENDING.sub("", word) for word in _words(words[:MOST_CHARACTERS])]


def has(wanted: Iterable[str], *texts: str) -> bool:
    """Return whether each beginning begins some word of the texts."""
    # "co-operative" is found by "cooperative" and by "operative".
    there = [word for text in texts for word in _words(f"{text} {text.replace('-', '')}")]
    return all(any(word.startswith(stem) for word in there) for stem in wanted)


def among(words: str, pages: Iterable[Found]) -> Iterator[Found]:
    """Yield the pages in whose title or text all words occur; none where there are no words."""
    wanted = stems(words)
    return (page for page in pages if wanted and has(wanted, page.title, page.text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower().translate(_WITHOUT))
