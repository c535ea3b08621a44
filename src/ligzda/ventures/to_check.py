"""What the room states and nobody has looked up in the law in force (network/statements.py)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.kernel.room import ToCheck
from ligzda.ventures.criteria import criteria
from ligzda.ventures.models import Ceiling


def name_of(row: Ceiling) -> str:
    """Return the name of the statement that a ceiling was in force from a day."""
    return f"ceiling.{row.regulation}.{row.valid_from:%Y-%m-%d}"


def words_of(row: Ceiling) -> str:
    """Return the ceiling as a sentence."""
    return _("%(regulation)s: EUR %(amount)s, counted over %(counting)s") % {
        "regulation": row.get_regulation_display(),
        "amount": number_format(row.amount, 0),
        "counting": row.get_counting_display(),
    }


def statements() -> Iterator[ToCheck]:
    """Yield the ceilings and the criteria that are recalled."""
    page = reverse("ventures:ceilings")
    for row in Ceiling.objects.filter(recalled=True):
        with override("lv"):
            latvian = words_of(row)
        yield ToCheck(name_of(row), words_of(row), str(row.source), page, latvian)
    for each in criteria().values():
        if each.recalled:
            said = each.said
            yield ToCheck(f"criterion.{each.code}", each.words, each.source, page, said["lv"])
