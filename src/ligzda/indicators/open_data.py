"""What everybody may take away of counts and costs: only what left through the ledger."""

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.incubators.models import Incubator
from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.releasing import queries
from ligzda.indicators.releasing.tables import COST, FLOW, PEOPLE, population
from ligzda.indicators.shown import said
from ligzda.kernel.tables.dataset import INVENTED, Dataset, Rows
from ligzda.kernel.tables.declaration import Column
from ligzda.kernel.tables.types import DAY, MONEY, WHOLE, YES_NO

_COUNTED = tuple(population(code, moment) for code, moment in PEOPLE)


def _indicators() -> Rows:
    """Give counts by incubator and year; of a share those of whom it is true and is not."""
    invented = _invented()
    for row in queries.rows(*_COUNTED):
        code, _slash, moment = row["what"].partition("/")
        answer = row.get("answer")
        yield {
            "id": ".".join((code, moment or "-", row["incubator"], row["period"], answer or "-")),
            "indicator": code,
            "rule": dictionary()[code].version,
            "name": said(dictionary()[code].name),
            "moment": said(moments()[moment]) if moment else None,
            "incubator": row["incubator"],
            "year": row["period"],
            "answer": answer,
            "people": row["value"],
            "shown": row["shown"],
            "day": row["day"],
            "invented": invented,
        }


def _flow() -> Rows:
    """Give people under each model by how it stands with them."""
    invented = _invented()
    for row in queries.rows(FLOW):
        yield {
            "id": f"{row['model']}.{row['standing']}",
            "model": row["model"],
            "standing": row["standing"],
            "people": row["value"],
            "shown": row["shown"],
            "day": row["day"],
            "invented": invented,
        }


def _costs() -> Rows:
    """Give what all incubators together cost by category and year."""
    invented = _invented()
    for row in queries.rows(COST):
        yield {
            "id": f"{row['category']}.{row['period']}",
            "category": row["category"],
            "year": row["period"],
            "spent": None if row["value"] is None else Decimal(f"{row['value']:.2f}"),
            "shown": row["shown"],
            "day": row["day"],
            "invented": invented,
        }


def _invented() -> bool:
    return Incubator.objects.filter(invented=True).exists()


_SHOWN = Column("shown", _("Whether the figure is shown; otherwise it would tell of few"), YES_NO)
_DAY = Column("day", _("Released on"), DAY)
_YEAR = Column("year", _("Year, or “total”"))
_PEOPLE = Column("people", _("People or stays"), WHOLE, optional=True)
_TRIAL: tuple[str | Promise, ...] = (_("trial"),)

DATASETS = (
    Dataset(
        "indicators",
        _("Indicators by incubator and year"),
        _(
            "Contracts signed, stays completed, people in paid activity, of the years that are "
            "over: “yes” and “no” of whom it is known. The rules stand in the outcome dictionary."
        ),
        (
            Column("id", _("Identifier")),
            Column("indicator", _("Indicator (its code in the dictionary)")),
            Column("rule", _("Version of the rule"), WHOLE),
            Column("name", _("Name of the indicator"), bilingual=True),
            Column("moment", _("Moment"), bilingual=True, optional=True),
            Column("incubator", _("Incubator (name in addresses), or “total”")),
            _YEAR,
            Column("answer", _("Whether it is true of them: yes, no, total"), optional=True),
            _PEOPLE,
            _SHOWN,
            _DAY,
            INVENTED,
        ),
        source=_indicators,
        keywords=(*_TRIAL, _("outcomes")),
        note=lambda: queries.suppressed(*_COUNTED),
    ),
    Dataset(
        "participants",
        _("Flow of the participants"),
        _(
            "People who stayed under each model: running, ended, discontinued, lost. Who stayed "
            "under two models is in both."
        ),
        (
            Column("id", _("Identifier")),
            Column("model", _("Model, or “total”")),
            Column("standing", _("How it stands: running, ended, discontinued, lost, total")),
            _PEOPLE,
            _SHOWN,
            _DAY,
            INVENTED,
        ),
        source=_flow,
        keywords=(*_TRIAL, _("flow of participants")),
        note=lambda: queries.suppressed(FLOW),
    ),
    Dataset(
        "cost_categories",
        _("Costs by category and year"),
        _("What all incubators together cost by category in the years that are over."),
        (
            Column("id", _("Identifier")),
            Column("category", pgettext_lazy("costs", "Category, or “total”")),
            _YEAR,
            Column("spent", _("Spent, corrections included"), MONEY, unit="EUR", optional=True),
            _SHOWN,
            _DAY,
            INVENTED,
        ),
        source=_costs,
        keywords=(_("incubators"), _("costs")),
        note=lambda: queries.suppressed(COST),
    ),
)
