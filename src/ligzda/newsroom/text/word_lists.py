"""Word lists in Latvian, Russian and English: a hit holds a comment for a person, never deletes.

A list is one entry a line: `word` matches the whole word, `stem*` any word that begins so. Both
sides are folded first, so that case, diacritics, look-alike letters, digits for letters, letters
spaced out, letters repeated and letters masked ("f*ck") do not hide a word.
"""

import unicodedata
from functools import cache
from importlib.resources import files

import regex

from ligzda.newsroom.text.graphemes import normalized
from ligzda.newsroom.text.lookalikes import LATIN
from ligzda.newsroom.text.unseen import UNSEEN

LANGUAGES = ("lv", "ru", "en")

_LEET = str.maketrans("013457@$!|", "oieastasil")
_TO_LATIN = str.maketrans("аеосрухкмтвніјѕ", "aeocpyxkmtbhijs")
_TO_CYRILLIC = str.maketrans("aeocpyxkmtbhu", "аеосрухкмтвну")
_WORD = regex.compile(r"(?:[\p{L}\p{N}@$!|*\U0001f130-\U0001f189]|(?<=\S)\p{M})+")
_SPACED = regex.compile(r"(?<!\p{L})(?:\p{L}[\s.\-_*,]{1,2}){2,}\p{L}(?!\p{L})")
_MASKS = regex.compile(r"[*#%@$!|&]+")
_MASKED = regex.compile(
    r"(?<![\p{L}\p{N}*#%@$!|&])\p{L}[\p{L}0-9]*+(?:(?!@[\w-]++\.\w)[*#%@$!|&]{1,4}+[\p{L}0-9]++)++"
)
"""A word in which signs stand for letters, whichever ("f*ck", "f@ck"): between letters, as no
footnote and no emphasis does; an address of mail is none."""
_REPEATED = regex.compile(r"(.)\1+")


def find_words(text: str) -> list[str]:
    """Return the words of `text` that stand on a list, as they were written."""
    seen = UNSEEN.sub("", normalized("NFKC", text))
    candidates = _WORD.findall(seen)
    candidates += [regex.sub(r"[\s.\-_*,]+", "", run) for run in _SPACED.findall(seen)]
    found = [word for word in dict.fromkeys(candidates) if _listed(word)]
    masked = dict.fromkeys(_MASKED.findall(seen))
    return found + [word for word in masked if word not in found and _masks_a_listed(word)]


def same_words(text: str) -> str:
    """Return the words alone, folded: two texts that differ in dressing only are duplicates."""
    return " ".join(
        _latin(word) for word in _WORD.findall(UNSEEN.sub("", normalized("NFKC", text)))
    )


def _listed(word: str) -> bool:
    latin, cyrillic = _latin(word), _cyrillic(word)
    exact, stems, longest = _lists()
    return any(
        form in exact
        or any(form[:length] in stems for length in range(3, min(len(form), longest) + 1))
        for form in {latin, cyrillic}
    )


def _masks_a_listed(word: str) -> bool:
    """Return whether a listed word, or one with a listed stem, may stand under the masks."""
    exact, stems, _longest = _lists()
    # The lists hold no letter twice running, so a run of masks may stand for one letter less.
    runs = [len(run) for run in _MASKS.findall(word)]
    parts = _MASKS.split(word)
    for fold in (_latin, _cyrillic):
        shown = [fold(part) for part in parts]
        if any(_fits(shown, runs, entry, whole=True) for entry in exact):
            return True
        if any(_fits(shown, runs, entry, whole=False) for entry in stems):
            return True
    return False


def _fits(shown: list[str], runs: list[int], entry: str, *, whole: bool) -> bool:
    """Return whether what is shown, with masks of these lengths between, is or begins with it."""
    ends = {0}
    for part, run in zip(shown, [*runs, 0], strict=True):
        here = set()
        for end in ends:
            begun = entry[end : end + len(part)]
            if begun == part:
                here.add(end + len(part))
            elif not whole and end < len(entry) and part.startswith(begun):
                return True  # the stem ends within a part that is shown
        ends = {end + hidden for end in here for hidden in {run, max(run - 1, min(run, 1))}}
        if not whole and any(len(entry) == end for end in here):
            return True
        ends = {end for end in ends if end <= len(entry)}
    return whole and len(entry) in here


def _base(word: str) -> str:
    folded = normalized("NFD", word.translate(LATIN).casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return str(_REPEATED.sub(r"\1", bare))


def _latin(word: str) -> str:
    if word.isdigit():
        return word
    bare = _base(word)
    return str(_REPEATED.sub(r"\1", bare.translate(_LEET).translate(_TO_LATIN)))


def _cyrillic(word: str) -> str:
    return str(_REPEATED.sub(r"\1", _base(word).translate(_TO_CYRILLIC)))


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], int]:
    """Return whole words, stems, and the length of the longest stem."""
    exact, stems = set(), set()
    for language in LANGUAGES:
        fold = _cyrillic if language == "ru" else _latin
        text = files(__package__).joinpath("words", f"{language}.txt").read_text("utf-8")
        for line in text.splitlines():
            entry = line.split("#")[0].strip()
            if entry.endswith("*"):
                stems.add(fold(entry[:-1]))
            elif entry:
                exact.add(fold(entry))
    return frozenset(exact), frozenset(stems), max(map(len, stems))
