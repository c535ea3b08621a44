"""The catalogue after DCAT-AP 3, so that a national or European portal can harvest it."""

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.declaration import in_each_language
from ligzda.languages import CODES, ISO_639_2
from ligzda.portal.opendata.datasets import DATASETS, LICENCE, LICENCE_NOTE

if TYPE_CHECKING:
    from rdflib import Graph

_EU = "http://publications.europa.eu/resource/authority/"
_IANA = "https://www.iana.org/assignments/media-types/"
_LANGUAGE = {code: f"{_EU}language/{ISO_639_2[code].upper()}" for code in CODES}
TITLE = _("Open data of the Ligzda network")
DESCRIPTION = _(
    "What exists: municipalities, partners, council decisions, incubators, practices, operating "
    "models, registered protocols, the draw, fidelity and flow, counts of participants. Nothing "
    "about any one person."
)
PUBLISHER = _("Ligzda, a network of incubators of social enterprises")
_COPIES = {
    "CSV": _("Every row; columns are described after CSV on the Web."),
    "JSON": _("Rows page by page; described after OpenAPI."),
}
SERVICE = _("Ligzda's API, version 1")


@lru_cache(maxsize=8)
def catalogue(base: str, form: Literal["turtle", "json-ld"]) -> bytes:
    """Give the catalogue of the house at `base` (such as https://example.lv/)."""
    return str(graph(base).serialize(format=form)).encode()


def graph(base: str) -> "Graph":
    """Give the catalogue as a graph."""
    # Late: rdflib takes a third of a second to import, and few pages need it.
    from rdflib import Graph, Literal, URIRef
    from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD, Namespace

    vcard = Namespace("http://www.w3.org/2006/vcard/ns#")

    def at(name: str, *args: str) -> URIRef:
        return URIRef(base.rstrip("/") + reverse(name, args=args))

    def say(subject: URIRef, predicate: URIRef, text: object) -> None:
        for language, words in in_each_language(text).items():  # type: ignore[arg-type]
            found.add((subject, predicate, Literal(words, lang=language)))

    found = Graph()
    home = at("opendata:catalogue", "ttl")
    publisher, service = URIRef(f"{home}#publisher"), URIRef(f"{home}#api")
    licence, rights = URIRef(LICENCE), URIRef(f"{home}#rights")
    contact = URIRef(f"{home}#contact")
    availability = URIRef("http://data.europa.eu/r5r/availability")

    # One statement in every language: DCAT-AP allows one, and it is a resource, not a text.
    found.add((rights, RDF.type, DCTERMS.RightsStatement))
    say(rights, RDFS.label, LICENCE_NOTE)
    found.add((contact, RDF.type, vcard.Organization))
    say(contact, vcard.fn, PUBLISHER)
    found.add((contact, vcard.hasURL, at("portal:about")))
    found.add((publisher, RDF.type, FOAF.Agent))
    say(publisher, FOAF.name, PUBLISHER)
    found.add((home, RDF.type, DCAT.Catalog))
    found.add((home, DCTERMS.publisher, publisher))
    found.add((home, DCTERMS.license, licence))
    found.add((home, DCAT.service, service))
    found.add((home, DCAT.themeTaxonomy, URIRef(f"{_EU}data-theme")))
    found.add((home, FOAF.homepage, at("portal:open_data")))
    say(home, DCTERMS.title, TITLE)
    say(home, DCTERMS.description, DESCRIPTION)
    found.add((service, RDF.type, DCAT.DataService))
    found.add((service, DCAT.endpointURL, at("api:api-root")))
    found.add((service, DCAT.endpointDescription, at("api:openapi-json")))
    found.add((service, DCTERMS.license, licence))
    say(service, DCTERMS.title, SERVICE)
    for language in CODES:
        found.add((home, DCTERMS.language, URIRef(_LANGUAGE[language])))

    for dataset in DATASETS:
        node = URIRef(f"{home}#{dataset.slug}")
        found.add((home, DCAT.dataset, node))
        found.add((service, DCAT.servesDataset, node))
        found.add((node, RDF.type, DCAT.Dataset))
        found.add((node, DCTERMS.identifier, Literal(dataset.slug)))
        found.add((node, DCTERMS.publisher, publisher))
        found.add((node, DCAT.contactPoint, contact))
        found.add((node, DCTERMS.issued, Literal(dataset.issued, datatype=XSD.date)))
        if dataset.days:
            period = URIRef(f"{node}-period")
            found.add((node, DCTERMS.temporal, period))
            found.add((period, RDF.type, DCTERMS.PeriodOfTime))
            for end, day in zip((DCAT.startDate, DCAT.endDate), dataset.days, strict=True):
                found.add((period, end, Literal(day, datatype=XSD.date)))
        found.add((node, DCTERMS.spatial, URIRef(f"{_EU}country/LVA")))
        found.add((node, DCAT.theme, URIRef(f"{_EU}data-theme/SOCI")))
        found.add((node, DCAT.landingPage, at("portal:open_data_set", dataset.slug)))
        say(node, DCTERMS.title, dataset.title)
        say(node, DCTERMS.description, dataset.description)
        for keyword in dataset.keywords:
            say(node, DCAT.keyword, keyword)
        for language in CODES:
            found.add((node, DCTERMS.language, URIRef(_LANGUAGE[language])))
        csv, json = URIRef(f"{node}-csv"), URIRef(f"{node}-json")
        address = at("opendata:csv", dataset.slug)
        for copy, media, kind, access in (
            (csv, "text/csv", "CSV", address),
            (json, "application/json", "JSON", at(f"api:{dataset.slug}")),
        ):
            found.add((node, DCAT.distribution, copy))
            found.add((copy, RDF.type, DCAT.Distribution))
            found.add((copy, DCAT.accessURL, access))
            found.add((copy, DCAT.mediaType, URIRef(_IANA + media)))
            found.add((copy, DCTERMS["format"], URIRef(f"{_EU}file-type/{kind}")))
            found.add((copy, DCTERMS.license, licence))
            found.add((copy, availability, URIRef(f"{_EU}planned-availability/STABLE")))
            for spoken, words in in_each_language(dataset.title).items():
                found.add((copy, DCTERMS.title, Literal(f"{words} ({kind})", lang=spoken)))
            say(copy, DCTERMS.description, _COPIES[kind])
            found.add((copy, DCTERMS.rights, rights))
        found.add((csv, DCAT.downloadURL, address))
        found.add((csv, DCTERMS.conformsTo, URIRef("http://www.w3.org/ns/csvw")))
        found.add((json, DCAT.accessService, service))
    found.bind("dcat", DCAT)
    found.bind("dct", DCTERMS)
    found.bind("foaf", FOAF)
    found.bind("vcard", vcard)
    found.bind("xsd", XSD)
    return found
