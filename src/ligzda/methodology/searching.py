"""What search over the house finds of the recommendations."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.searching import Found, among
from ligzda.methodology.recommendations.queries import current


def recommendations(words: str) -> Iterator[Found]:
    """Yield what is recommended today."""
    rows = (each.row for each in current())
    return among(
        words,
        (
            Found(
                _("Recommendations"),
                str(row.title),
                reverse("methodology:recommendation", args=[row.number]),
                f"{row.justification} {row.how}",
            )
            for row in rows
        ),
    )
