"""Open data: what is declared is what is given, described, catalogued; nothing about people."""

import csv
import datetime
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD
from tests.loaded import load_once

from ligzda.blueprints.models import ModelVersion, Practice
from ligzda.network.models import Decision, Partner, User
from ligzda.portal.opendata.datasets import BY_SLUG, DATASETS
from ligzda.trial.models import ProtocolVersion

pytestmark = pytest.mark.django_db
SLUGS = [dataset.slug for dataset in DATASETS]
WITHOUT_A_TRIAL = {
    "protocols", "assignment", "fidelity", "indicators", "participants", "cost_categories",
}  # fmt: skip
"""Empty until a trial runs, and figures are released."""
SECRET = "Vēl nepateikts vārds"


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_once()
        yield
        transaction.set_rollback(True)


def given(client: Client, slug: str) -> list[dict[str, str]]:
    response = client.get(reverse("opendata:csv", args=[slug]))
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def everything(client: Client) -> dict[str, str]:
    """Return all that leaves, by address: files, API, catalogue, pages."""
    addresses = [reverse("opendata:catalogue", args=[form]) for form in ("ttl", "jsonld")]
    addresses += [reverse(name) for name in ("api:openapi-json", "api:datasets", "portal:api")]
    addresses += [reverse("portal:open_data"), "/", reverse("portal:models")]
    addresses += [reverse("trial:protocol"), reverse("portal:partners")]
    for slug in SLUGS:
        addresses += [
            reverse("opendata:csv", args=[slug]),
            reverse("opendata:csvw", args=[slug]),
            reverse("portal:open_data_set", args=[slug]),
            reverse(f"api:{slug}") + "?limit=500",
        ]
    found = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = response.content.decode()
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_rows_are_as_they_are_described(client: Client, slug: str) -> None:
    described = json.loads(client.get(reverse("opendata:csvw", args=[slug])).content)
    assert described["url"] == "http://testserver" + reverse("opendata:csv", args=[slug])
    columns = described["tableSchema"]["columns"]
    rows = given(client, slug)
    assert rows or slug in WITHOUT_A_TRIAL
    keys = [row[described["tableSchema"]["primaryKey"]] for row in rows]
    assert len(set(keys)) == len(keys)
    read: dict[str, Callable[[str], object]] = {
        "integer": int,
        "decimal": float,
        "date": datetime.date.fromisoformat,
        "boolean": {"true": True, "false": False}.__getitem__,
        "string": str,
    }
    for row in rows:
        assert list(row) == [column["titles"] for column in columns]
        for column in columns:
            value = row[column["name"]]
            assert value or not column["required"], (slug, column["name"])
            if value:
                read[column["datatype"]](value)
    for column in columns:
        assert {text["@language"] for text in column["dc:title"]} == {"lv", "en"}


def test_a_csv_leads_to_its_description(client: Client) -> None:
    response = client.get(reverse("opendata:csv", args=["models"]))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert reverse("opendata:csvw", args=["models"]) in response["Link"]


def read_as_described(client: Client, slug: str) -> list[dict[str, Any]]:
    """Return the rows of a CSV, read by its description alone (CSVW)."""
    described = json.loads(client.get(reverse("opendata:csvw", args=[slug])).content)
    read: dict[str, Callable[[str], object]] = {
        "integer": int,
        "decimal": float,
        "boolean": {"true": True, "false": False}.__getitem__,
    }

    def value(column: dict[str, Any], cell: str) -> object:
        if "separator" in column:
            return cell.split(column["separator"]) if cell else []
        return read.get(column["datatype"], str)(cell) if cell else None

    columns = described["tableSchema"]["columns"]
    return [
        {column["name"]: value(column, row[column["titles"]]) for column in columns}
        for row in given(client, slug)
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_csv_says_what_the_api_says(client: Client, slug: str) -> None:
    rows = client.get(reverse(f"api:{slug}") + "?limit=500").json()["rows"]
    assert read_as_described(client, slug) == rows


def test_odd_texts_are_the_same_in_csv_and_api(client: Client) -> None:
    """Case 21: nothing is put before a text, and no value of a list is divided."""
    sources = ["http://example.org/a|b?c=1", "Grāmata, 12. lpp.", "Nosaukums | Vietne", "'=1+1"]
    odd = {
        "name_lv": "@nosaukums",
        "fact_lv": '- pirmais punkts\n- otrais; "citāts", komats',
        "fact_en": "=1+1 and +371 20000000",
    }
    Practice.objects.filter(code="saime").update(sources=sources, **odd)
    [row] = [row for row in read_as_described(client, "practices") if row["id"] == "saime"]
    api = client.get(reverse("api:practices_row", args=["saime"])).json()
    assert row == api
    assert api["sources"] == sources
    assert {name: api[name] for name in odd} == odd


def test_both_languages_stand_side_by_side(client: Client) -> None:
    [ogre] = [row for row in given(client, "partners") if row["id"].startswith("ogre")]
    assert ogre["name_lv"] != ogre["name_en"]
    assert given(client, "models")[0]["factor_a"] == "minus"
    assert len(given(client, "models")) == 8


def test_no_address_and_no_user_leaves(client: Client) -> None:
    Partner.objects.filter(kind="university").update(
        role_lv="Raksti uz janis.berzins@universitate.lv, ja vajag", role_en="Write to a.b@uni.lv"
    )
    names = set(User.objects.values_list("name", flat=True)) - {"", "Ligzda"}
    assert names
    data = {a: text for a, text in everything(client).items() if a.startswith(("/data/", "/api/"))}
    assert data
    for address, text in data.items():
        assert not re.findall(r"[\w.+-]+@[\w-]+\.\w+", text), address
        assert not [name for name in names if name in text], address
    role = next(row["role_lv"] for row in given(client, "partners") if "Raksti" in row["role_lv"])
    assert role == "Raksti uz …, ja vajag"


def test_no_draft_leaves(client: Client) -> None:
    published = Decision.objects.filter(published_at__isnull=False).first()
    assert published is not None
    author = User.objects.order_by("pk")[0]
    assert author is not None
    Decision.objects.create(
        municipality=published.municipality,
        body_lv=SECRET,
        body_en=SECRET,
        sitting_on=datetime.date(2016, 5, 1),
        text_lv=SECRET,
        text_en=SECRET,
    )
    ProtocolVersion.objects.create(
        major=1, minor=0, content={"title": SECRET}, changed=SECRET, created_by=author
    )
    version = ModelVersion.objects.select_related("model").first()
    assert version is not None
    ModelVersion.objects.create(
        model=version.model,
        number=version.number + 1,
        **{
            name: getattr(version, name)
            for name in ("a", "b", "c", "places", "manager_fte", "instructor_fte", "mentor_hours")
        },
        idea_lv=SECRET,
        idea_en=SECRET,
        main_risk_lv=SECRET,
        main_risk_en=SECRET,
    )
    for address, text in everything(client).items():
        assert SECRET not in text, address
    assert given(client, "protocols") == []


def test_a_registered_protocol_is_there_unless_it_waits_for_its_day(client: Client) -> None:
    from hashlib import sha256

    author = User.objects.order_by("pk")[0]
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for minor, until in ((0, ""), (1, tomorrow.isoformat())):
        text = f"text {minor}"
        ProtocolVersion.objects.create(
            major=1,
            minor=minor,
            content={"title": f"Title {minor}", "hidden_until": until, "investigators": "A. B."},
            plan="plan",
            canonical=text,
            sha256=sha256(text.encode()).hexdigest(),
            registered_at=timezone.now(),
            registered_by=author,
            created_by=author,
        )
    [row] = given(client, "protocols")
    assert row["id"] == "1.0"
    assert row["title"] == "Title 0"
    assert row["sha256"] == sha256(b"text 0").hexdigest()


# rdflib's own JSON-LD parser makes the graph that rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_catalogue_has_what_dcat_ap_asks_for(client: Client) -> None:
    """Mandatory properties of DCAT-AP 3.0: catalogue, data set, distribution, service."""
    found = Graph()
    found.parse(data=client.get("/data/catalogue.ttl").content, format="turtle")
    same = Graph()
    same.parse(data=client.get("/data/catalogue.jsonld").content, format="json-ld")
    assert len(same) == len(found)
    wanted = {
        DCAT.Catalog: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher],
        DCAT.Dataset: [DCTERMS.title, DCTERMS.description],
        DCAT.Distribution: [DCAT.accessURL],
        DCAT.DataService: [DCTERMS.title, DCAT.endpointURL],
        FOAF.Agent: [FOAF.name],
    }
    for kind, properties in wanted.items():
        nodes = list(found.subjects(RDF.type, kind))
        assert nodes
        for node in nodes:
            for each in properties:
                assert (node, each, None) in found, (node, each)
    assert len(list(found.subjects(RDF.type, DCAT.Dataset))) == len(DATASETS)
    addresses = {
        str(node)
        for each in (DCAT.accessURL, DCAT.downloadURL, DCAT.endpointDescription)
        for node in found.objects(None, each)
    }
    for address in addresses:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200, address
    licences = set(found.objects(None, DCTERMS.license))
    assert licences == {URIRef("https://creativecommons.org/licenses/by/4.0/")}


VCARD = "http://www.w3.org/2006/vcard/ns#"
RESOURCE, TEXT, DATE, LITERAL = "resource", "text in each language", "date", "literal"
# What the profile's shapes ask of each property that the catalogue has (DCAT-AP 3.0.1, SHACL):
# the kind of its value, and how many there may be of it (of a text: in one language).
PROFILE: dict[URIRef, tuple[str, int | None]] = {
    DCTERMS.title: (TEXT, 1),
    DCTERMS.description: (TEXT, 1),
    DCTERMS.publisher: (RESOURCE, 1),
    DCTERMS.license: (RESOURCE, 1),
    DCTERMS.rights: (RESOURCE, 1),
    DCTERMS.language: (RESOURCE, None),
    DCTERMS.spatial: (RESOURCE, None),
    DCTERMS.temporal: (RESOURCE, None),
    DCTERMS.identifier: (LITERAL, None),
    DCTERMS.issued: (DATE, 1),
    DCTERMS["format"]: (RESOURCE, 1),
    DCTERMS.conformsTo: (RESOURCE, None),
    DCAT.dataset: (RESOURCE, None),
    DCAT.service: (RESOURCE, None),
    DCAT.themeTaxonomy: (RESOURCE, None),
    DCAT.theme: (RESOURCE, None),
    DCAT.keyword: (TEXT, None),
    DCAT.contactPoint: (RESOURCE, None),
    DCAT.landingPage: (RESOURCE, None),
    DCAT.distribution: (RESOURCE, None),
    DCAT.accessURL: (RESOURCE, None),
    DCAT.downloadURL: (RESOURCE, None),
    DCAT.mediaType: (RESOURCE, 1),
    DCAT.accessService: (RESOURCE, None),
    DCAT.servesDataset: (RESOURCE, None),
    DCAT.endpointURL: (RESOURCE, None),
    DCAT.endpointDescription: (RESOURCE, None),
    DCAT.startDate: (DATE, 1),
    DCAT.endDate: (DATE, 1),
    FOAF.name: (TEXT, 1),
    FOAF.homepage: (RESOURCE, 1),
    RDFS.label: (TEXT, 1),
    RDF.type: (RESOURCE, None),
    URIRef("http://data.europa.eu/r5r/availability"): (RESOURCE, 1),
    URIRef(f"{VCARD}fn"): (TEXT, 1),
    URIRef(f"{VCARD}hasURL"): (RESOURCE, None),
}
# Whose class the profile asks for, and is said here (those of other catalogues say it themselves).
CLASSES = {
    DCTERMS.rights: DCTERMS.RightsStatement,
    DCTERMS.temporal: DCTERMS.PeriodOfTime,
    DCTERMS.publisher: FOAF.Agent,
    DCAT.contactPoint: URIRef(f"{VCARD}Organization"),
    DCAT.distribution: DCAT.Distribution,
    DCAT.accessService: DCAT.DataService,
}


def test_the_catalogue_violates_nothing_of_the_profile(client: Client) -> None:
    """Case 24: what the profile wants as a resource is one, once; a text is in both languages."""
    found = Graph()
    found.parse(data=client.get("/data/catalogue.ttl").content, format="turtle")
    for subject in set(found.subjects()):
        for each in set(found.predicates(subject)):
            kind, most = PROFILE[URIRef(str(each))]
            values = list(found.objects(subject, each))
            where = (str(subject), str(each))
            assert all(isinstance(value, Literal) != (kind == RESOURCE) for value in values), where
            literals = [value for value in values if isinstance(value, Literal)]
            assert kind != TEXT or {value.language for value in literals} == {"lv", "en"}, where
            assert most is None or len(values) <= (2 if kind == TEXT else most), where
            assert kind != DATE or {value.datatype for value in literals} == {XSD.date}, where
    for predicate, wanted in CLASSES.items():
        nodes = set(found.objects(None, predicate))
        assert nodes, predicate
        for node in nodes:
            assert (node, RDF.type, wanted) in found, (node, wanted)
    for node in found.subjects(RDF.type, DCAT.Distribution):
        assert (node, DCTERMS.rights, None) in found


def test_the_trial_is_in_the_catalogue_and_the_api(client: Client) -> None:
    assert {"protocols", "assignment", "fidelity", "flow"} <= set(SLUGS)
    rows = client.get("/api/v1/flow").json()["rows"]
    assert rows[0]["on"] == timezone.localdate().isoformat()
    assert rows[0]["model_lv"] is None
    assert client.get("/api/v1/assignment").json() == {"count": 0, "rows": []}


@pytest.mark.parametrize("address", ["/data/nekas.csv", "/data/catalogue.xml"])
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("slug", "most"),
    [
        ("municipalities", 12),
        ("partners", 2),
        ("decisions", 2),
        ("incubators", 4),
        ("costs", 4),
        ("practices", 6),
        ("models", 2),
        ("protocols", 1),
        ("assignment", 8),
        ("fidelity", 3),
        ("flow", 10),
    ],
)
def test_rows_ask_the_database_little(
    django_assert_max_num_queries: Callable[[int], Any], slug: str, most: int
) -> None:
    with django_assert_max_num_queries(most):
        BY_SLUG[slug].rows()
