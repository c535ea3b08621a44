"""The languages that Ligzda speaks: the one list, below every room.

Latvian comes first and is what everything falls back to. A further language is a line here, a
catalogue (server/locale) and its words in the rooms' own tables (`*.toml` with a part for each
language); no other module names a language.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from babel import Locale

Language = Literal["lv", "en"]

LANGUAGES: tuple[tuple[Language, str], ...] = (("lv", "Latviešu"), ("en", "English"))
"""Each language by its code, with the name that it has in itself."""

CODES: tuple[Language, ...] = get_args(Language)

DEFAULT: Language = "lv"

LOCALES: dict[Language, str] = {"lv": "lv_LV", "en": "en_GB"}
"""With the country whose habits its numbers and dates follow, as the Unicode CLDR names them."""

ISO_639_2: dict[Language, str] = {"lv": "lav", "en": "eng"}
"""The three letters of catalogues of data and of libraries."""


def spoken(code: str | None) -> Language:
    """Return the language of ours that a tag asks for ("en-GB" is English), else the default."""
    wanted = (code or "").replace("_", "-").split("-")[0].lower()
    return next((known for known in CODES if known == wanted), DEFAULT)


@cache
def locale_of(language: Language) -> Locale:
    """Return what the CLDR knows of a language and its country."""
    return Locale.parse(LOCALES[language])


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Return the text in a language; where it has none, in the first of ours that it has."""
    order = dict.fromkeys((spoken(language), DEFAULT, *CODES))
    return next((texts[code] for code in order if texts.get(code)), "")
