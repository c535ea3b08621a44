"""What everybody may take away: incubators, as a stranger sees them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.incubators import queries
from ligzda.incubators.costs.open_data import yearly_costs
from ligzda.kernel.tables.dataset import INVENTED, Dataset, Rows
from ligzda.kernel.tables.declaration import Column
from ligzda.kernel.tables.types import DAY, MONEY, WHOLE, YES_NO


def _incubators() -> Rows:
    """Give the queries."""
    for row in queries.incubators():
        models = row.feasible_models
        yield {
            **vars(row),
            "id": row.slug,
            "state": row.state_name,
            "any_model": models is None,
            "feasible_models": list(models or []),
        }


DATASETS = (
    Dataset(
        "incubators",
        _("Incubators"),
        _("Where each incubator is, whom it serves, how far it is, which models it can try."),
        (
            Column("id", _("Identifier")),
            Column("name", _("Name"), bilingual=True),
            Column("municipality_slug", _("Municipality (name in addresses)")),
            Column("address", _("Address"), optional=True),
            Column("building", _("Building"), bilingual=True, optional=True),
            Column("target_group", _("Whom it serves"), bilingual=True, optional=True),
            Column("state", pgettext_lazy("column", "State"), bilingual=True),
            Column("opens_on", _("Opening day, planned or past"), DAY, optional=True),
            Column("any_model", _("It can try any model"), YES_NO),
            Column("feasible_models", _("Otherwise: models it can try"), many=True),
            Column("feasible_reason", _("Why only these"), bilingual=True, optional=True),
            INVENTED,
        ),
        source=_incubators,
        keywords=(_("incubators"), _("social enterprises")),
    ),
    Dataset(
        "costs",
        _("Costs of incubators by year"),
        _(
            "What each incubator cost in a year, all categories together: categories alone could "
            "tell what one person earns. Months that are closed only."
        ),
        (
            Column("id", _("Identifier")),
            Column("incubator", _("Incubator (name in addresses)")),
            Column("municipality_slug", _("Municipality (name in addresses)")),
            Column("year", _("Year"), WHOLE),
            Column("months", _("Closed months in the sum"), WHOLE),
            Column("spent", _("Spent, corrections included"), MONEY, unit="EUR"),
            INVENTED,
        ),
        source=yearly_costs,
        keywords=(_("incubators"), _("costs")),
    ),
)
