"""What a municipality is called in English: its place in the nominative, and what it is.

Latvian names a novads after its place in the genitive ("Ogres novads", "Talsu novads"); English
after the place itself ("Ogre Municipality", "Talsi Municipality"), as the municipalities write
themselves. A city is called the same in both.
"""

_NOVADS = " novads"
_ODD = {"Cēsu": "Cēsis", "Pļaviņu": "Pļaviņas"}
"""Plural feminine places: their genitive ends as that of the masculine ones."""


def english_name(name: str) -> str:
    """Return the English name of a unit by its Latvian one: "Ādažu novads" → "Ādaži Municipality".

    Example:
        >>> english_name("Tukuma novads"), english_name("Rīga")
        ('Tukums Municipality', 'Rīga')
    """
    place = name.removesuffix(_NOVADS)
    return name if place == name else f"{_nominative(place)} Municipality"


def _nominative(place: str) -> str:
    if place in _ODD:
        return _ODD[place]
    if place.endswith(("as", "es")):
        return place[:-1]
    if place.endswith("u"):
        return f"{place[:-1]}i"
    if place.endswith("a"):
        return f"{place[:-1]}s"
    return place  # Saldus, Ventspils: the genitive is the nominative
