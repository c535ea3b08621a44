"""What the fields of a practice may hold: sources that lead somewhere, codes that are free."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ligzda.blueprints.models import Practice
from ligzda.kernel.errors import BadDataError

# Addresses beside those of the practices, in both languages (blueprints/urls.py).
RESERVED = frozenset({"new", "jauna", "import", "importet", "export", "eksportet"})
FORMULAS = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""

_address = URLValidator(schemes=["http", "https"])


def check_sources(sources: Sequence[str]) -> None:
    """Raise BadDataError for a source that is a formula, or an address that leads nowhere."""
    for source in sources:
        if source[:1] in FORMULAS:
            raise BadDataError(
                _("“%(source)s” looks like a formula of a spreadsheet: write the address itself.")
                % {"source": source}
            )
        if "://" in source:
            try:
                _address(source)
            except ValidationError:
                raise BadDataError(
                    _("“%(source)s” is no address that can be opened.") % {"source": source}
                ) from None


def free_code(name: str) -> str:
    """Return a practice's code made from its name, with a number where the plain one is taken."""
    plain = slugify(name).replace("-", "_")[:36].strip("_") or "practice"
    plain = plain if plain[0].isalpha() else f"p_{plain}"
    code, number = plain, 1
    while (
        Practice.objects.filter(code=code).exists()
        or Practice.objects.filter(slug=code.replace("_", "-")).exists()
        or code.replace("_", "-") in RESERVED
    ):
        number += 1
        code = f"{plain}_{number}"
    return code
