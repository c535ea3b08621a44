"""What everybody may take away: practices and models, as a stranger sees them."""

from django.utils.translation import gettext_lazy as _

from ligzda.blueprints import queries
from ligzda.kernel.tables.dataset import SLUG, Dataset, Rows
from ligzda.kernel.tables.declaration import Column
from ligzda.kernel.tables.types import DAY, WHOLE, YES_NO


def _practices() -> Rows:
    """Give the library of practices."""
    for row in queries.practices():
        yield {
            **vars(row),
            "id": row.code,
            "fact": row.fact.text,
            "to_be_checked": row.fact.to_be_checked,
        }


def _models() -> Rows:
    """Give the models in their newest published version."""
    for row in queries.models():
        signs = {
            f"factor_{letter.lower()}": {"+": "plus", "-": "minus"}[sign]
            for letter, sign in row.cell.items()
        }
        yield {**vars(row), **signs, "id": row.code}


DATASETS = (
    Dataset(
        "practices",
        _("European practices"),
        _("What has been tried elsewhere, with its source, and the models traced to it."),
        (
            Column("id", _("Identifier")),
            SLUG,
            Column("name", _("Name"), bilingual=True),
            Column("country", _("Country (two letters; EU: several)")),
            Column("fact", _("What is known"), bilingual=True),
            Column("to_be_checked", _("From memory, to be checked"), YES_NO),
            Column("sources", _("Sources"), many=True),
            Column("models", _("Models traced to it"), many=True),
        ),
        source=_practices,
        keywords=(_("practices"), _("social enterprises")),
    ),
    Dataset(
        "models",
        _("Operating models"),
        _("The eight ways to run an incubator, in their newest published version."),
        (
            Column("id", _("Identifier")),
            SLUG,
            Column("name", _("Name"), bilingual=True),
            Column("idea", _("Idea"), bilingual=True),
            Column("factor_a", _("Who runs it: minus municipality, plus other body")),
            Column("factor_b", _("Leads to: minus job, plus enterprise")),
            Column("factor_c", _("Who buys: minus open market, plus promised orders")),
            Column("places", _("Places"), WHOLE),
            Column("main_risk", _("Main risk"), bilingual=True),
            Column("version", _("Version"), WHOLE),
            Column("published_on", _("Published on"), DAY),
        ),
        source=_models,
        keywords=(_("operating models"), _("social enterprises")),
    ),
)
