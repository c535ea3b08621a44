"""What search over the house finds of the dictionary of indicators."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.shown import said
from ligzda.kernel.searching import Found, among


def indicators(words: str) -> Iterator[Found]:
    """Yield what is counted, by its name and definition."""
    return among(
        words,
        (
            Found(
                _("Indicators"),
                said(row.name),
                reverse("indicators:indicator", args=[row.code]),
                said(row.definition),
            )
            for row in dictionary().values()
        ),
    )
