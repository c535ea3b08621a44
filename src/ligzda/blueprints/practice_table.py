"""The practice library as a table: what is exported can be imported again, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.blueprints import queries
from ligzda.blueprints.models import CODE, STATUSES, Practice
from ligzda.kernel.tables.declaration import Column, Row, Table
from ligzda.kernel.tables.types import COUNTRY, Choice, Text

PRACTICES = Table(
    "practices",
    gettext_lazy("Practice library"),
    gettext_lazy(
        "What European incubators do, with what is known of their answers to the factors."
    ),
    (
        Column(
            "code",
            gettext_lazy("Code"),
            Text(
                compared=True,
                pattern=CODE,
                asked=gettext_lazy(
                    "small letters a–z, figures and _ only, a letter first, at most 40."
                ),
            ),
        ),
        Column("name", gettext_lazy("Name"), Text(most=200), bilingual=True),
        Column("country", gettext_lazy("Country (two letters; EU: several)"), COUNTRY),
        Column("fact", gettext_lazy("What is known"), bilingual=True),
        Column(
            "status",
            gettext_lazy("How it is known"),
            Choice(
                tuple(code for code, _label in STATUSES),
                gettext_lazy("either “seen” or “recalled”."),
            ),
        ),
        Column("sources", gettext_lazy("Sources"), Text(most=300), many=True),
    ),
)
"""The columns that every practice fills. Each factor has one more: see `practice_table`."""


def practice_table() -> Table:
    """Return the table with a column for each factor, which a file may lack."""
    factors = (
        Column(
            factor.code,
            factor.name,
            Choice(
                tuple(level.code for level in factor.levels),
                _("not a level. Levels: %(allowed)s.")
                % {"allowed": ", ".join(level.code for level in factor.levels)},
            ),
            optional=True,
            absent=True,
        )
        for factor in queries.factors()
    )
    return replace(PRACTICES, columns=(*PRACTICES.columns, *factors))


def rows() -> Iterable[Row]:
    """Yield the library, by code."""
    practices = Practice.objects.prefetch_related("levels__factor", "levels__level")
    for practice in practices.order_by("code"):
        levels = {known.factor.code: known.level.code for known in practice.levels.all()}
        plain = {each.name: getattr(practice, each.name) for each in PRACTICES.written()}
        yield {**levels, **plain}


def there() -> Mapping[str, Row]:
    """Return the library by code."""
    return {row["code"]: row for row in rows()}
