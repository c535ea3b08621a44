"""The seven data sets, declared: title, words, columns. Files, catalogue and API follow from it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel.tables.declaration import Column
from ligzda.kernel.tables.types import DAY, NUMBER, WHOLE, YES_NO
from ligzda.portal.opendata import sources
from ligzda.portal.opendata.columns import Dataset

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NOTE = _("CC BY 4.0 is our proposal; it is to be confirmed by the partners.")

_INVENTED = Column("invented", _("Invented for the demonstration"), YES_NO)
_SLUG = Column("slug", _("Name in addresses"))

DATASETS = (
    Dataset(
        "municipalities",
        _("Municipalities of Latvia on three days"),
        _(
            "Every municipality as it was on 17 March 2016, 1 July 2021 and 1 July 2025, that is "
            "before and after the reform of 2021 and after Varakļāni joined Madona."
        ),
        (
            Column("id", _("Identifier")),
            Column("on", _("As on this day"), DAY),
            _SLUG,
            Column("code", _("Code used here")),
            Column("name", _("Name")),
            Column("kind", _("Kind of municipality")),
            Column("valid_from", _("First day"), DAY),
            Column("valid_to", _("Last day"), DAY, optional=True),
            Column("atvk", _("Code of the national classifier (ATVK)"), optional=True),
            Column("population", _("Inhabitants"), WHOLE, optional=True),
            Column("population_on", _("Day of the figure"), DAY, optional=True),
            Column("population_source", _("Source of the figure"), bilingual=True, optional=True),
            Column("longitude", _("Longitude of a point inside"), NUMBER),
            Column("latitude", _("Latitude of a point inside"), NUMBER),
            Column("takes_part", _("Takes part in the network"), YES_NO),
            Column("invented", _("Taking part is invented for the demonstration"), YES_NO),
        ),
        source=sources.municipalities,
        keywords=(_("municipalities"), _("reform")),
    ),
    Dataset(
        "partners",
        _("Partners of the network"),
        _("Municipalities, university, ministries and others that take part, and their roles."),
        (
            Column("id", _("Identifier")),
            Column("name", _("Name"), bilingual=True),
            Column("kind", _("Kind of partner"), bilingual=True),
            Column("role", _("What the partner does"), bilingual=True),
            Column("municipality_slug", _("Municipality (name in addresses)"), optional=True),
            _INVENTED,
        ),
        source=sources.partners,
        keywords=(_("partners"),),
    ),
    Dataset(
        "decisions",
        _("Council decisions"),
        _("Published decisions of councils about taking part: text, votes, source."),
        (
            Column("id", _("Identifier"), WHOLE),
            Column("municipality_slug", _("Municipality (name in addresses)")),
            Column("body", _("Who decided"), bilingual=True),
            Column("sitting_on", _("Day of the sitting"), DAY, optional=True),
            Column("votes_for", _("Votes for"), WHOLE, optional=True),
            Column("votes_against", _("Votes against"), WHOLE, optional=True),
            Column("votes_abstained", _("Abstained"), WHOLE, optional=True),
            Column("text", _("What was decided"), bilingual=True),
            Column("permits", _("What it permits"), bilingual=True, optional=True),
            Column("document_title", _("Document"), bilingual=True, optional=True),
            Column("document_url", _("Address of the document"), optional=True),
            Column("source", _("Source"), bilingual=True, optional=True),
            Column("source_url", _("Address of the source"), optional=True),
            _INVENTED,
        ),
        source=sources.decisions,
        keywords=(_("council decisions"),),
    ),
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
            Column("any_model", _("It can try any model"), YES_NO),
            Column("feasible_models", _("Otherwise: models it can try"), many=True),
            Column("feasible_reason", _("Why only these"), bilingual=True, optional=True),
            _INVENTED,
        ),
        source=sources.incubators_,
        keywords=(_("incubators"), _("social enterprises")),
    ),
    Dataset(
        "practices",
        _("European practices"),
        _("What has been tried elsewhere, with its source, and the models traced to it."),
        (
            Column("id", _("Identifier")),
            _SLUG,
            Column("name", _("Name"), bilingual=True),
            Column("country", _("Country (two letters; EU: several)")),
            Column("fact", _("What is known"), bilingual=True),
            Column("to_be_checked", _("From memory, to be checked"), YES_NO),
            Column("sources", _("Sources"), many=True),
            Column("models", _("Models traced to it"), many=True),
        ),
        source=sources.practices,
        keywords=(_("practices"), _("social enterprises")),
    ),
    Dataset(
        "models",
        _("Operating models"),
        _("The eight ways to run an incubator, in their newest published version."),
        (
            Column("id", _("Identifier")),
            _SLUG,
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
        source=sources.models,
        keywords=(_("operating models"), _("social enterprises")),
    ),
    Dataset(
        "protocols",
        _("Registered protocols"),
        _("Registered versions of the trial's protocol with the hash of their text."),
        (
            Column("id", _("Version")),
            Column("title", _("Title")),
            Column("registered_on", _("Registered on"), DAY),
            Column("sha256", _("SHA-256 of the registered text")),
            Column("changed", _("What changed since the version before"), optional=True),
        ),
        source=sources.protocols,
        keywords=(_("trial"), _("registration")),
    ),
)

BY_SLUG = {dataset.slug: dataset for dataset in DATASETS}
