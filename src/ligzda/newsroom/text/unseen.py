"""Characters that draw nothing: what is made of them alone is empty, and two names that differ by
them alone look alike.

Unicode's own list is the property Default_Ignorable_Code_Point (UAX #44); it holds letters, marks
and symbols, so that no general category stands for it. The library `regex` knows it as `\\p{DI}`.
"""

import regex

from ligzda.newsroom.text.graphemes import trimmed

UNSEEN = regex.compile(r"[\p{DI}\p{Cf}]")
"""What is taken away before a text is compared with anything."""

# Drawn as white, whatever their category says: Braille without dots, the null note head, the
# blanks of the hieroglyphs.
_WHITE = "\u2800\U0001d159\U00013441\U00013442"
_INK = regex.compile(rf"[^\s\p{{C}}\p{{Z}}\p{{M}}\p{{DI}}{_WHITE}]|\p{{Co}}")
"""A character that is seen by itself; a mark needs a letter to stand on."""

# Where a character that draws nothing belongs: within an emoji, after a digit that becomes a key,
# and as a joiner between letters of scripts that are written with joiners.
_BELONGING = regex.compile(
    r"\p{Extended_Pictographic}[\ufe0e\ufe0f\p{EMod}\u20e3\U000e0020-\U000e007f]*+\u200d?+"
    r"|[#*0-9]\ufe0f\u20e3"
    r"|(?<=[^\P{Script=Arabic}\P{L}]|[^\P{Script=Arabic}\P{M}]|\p{InSC=Virama}|\p{Script=Syriac}"
    r"|\p{Script=Mongolian})[\u200c\u200d\u180b-\u180e]"
)
_HIDING = regex.compile(rf"[\p{{DI}}\ufff9-\ufffb{_WHITE}]")


def seen(text: str) -> bool:
    """Return whether there is anything to see."""
    return _INK.search(text) is not None


def worded(text: str) -> str:
    """Return what a person gave as reasons, trimmed; "" where nothing of it is seen."""
    text = trimmed(text)
    return text if seen(text) else ""


def hiding(name: str) -> str:
    """Return the first character of a name that draws nothing and has no place there, or ""."""
    found = _HIDING.search(_BELONGING.sub("", name))
    return found[0] if found else ""
