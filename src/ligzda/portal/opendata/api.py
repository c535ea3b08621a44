"""The API, version 1: the data sets, read-only. docs/api.md is its page for people."""

import datetime
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, NinjaAPI, Path, Query, Schema
from ninja.openapi.schema import OpenAPISchema
from pydantic import create_model

from ligzda.kernel.tables.dataset import Dataset, Row
from ligzda.kernel.tables.declaration import in_each_language
from ligzda.portal.opendata.datasets import BY_SLUG, DATASETS, LICENCE
from ligzda.portal.opendata.limit import PerNetwork

MOST_ROWS = 500
_TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "decimal": float,
    "boolean": bool,
    "date": datetime.date,
}


class Problem(Schema):
    """What is wrong, in words."""

    detail: str


class WrongParameter(Schema):
    """Which parameter is wrong, and why."""

    type: str
    loc: list[str | int]
    msg: str


class WrongParameters(Schema):
    """Every parameter that is wrong."""

    detail: list[WrongParameter]


class Described(Schema):
    """A data set in words, with the addresses of its rows."""

    id: str
    title: dict[str, str]
    description: dict[str, str]
    licence: str
    columns: dict[str, dict[str, str]]


class Sets(Schema):
    """The data sets there are."""

    datasets: list[Described]


ERRORS: dict[int, Any] = {400: Problem, 404: Problem, 422: WrongParameters, 429: Problem}


class _DescribedOnce(NinjaAPI):
    """Its own description stays the same while the house runs, and takes as long as ten pages."""

    @cached_property
    def _description(self) -> OpenAPISchema:
        return super().get_openapi_schema()

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        if path_prefix or path_params:
            return super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        return self._description


api = _DescribedOnce(
    title="Ligzda",
    version="1.0.0",
    description="Open data of the Ligzda network: read-only, no key, nothing about any one person.",
    urls_namespace="api",
    docs_url=None,
    openapi_url="/openapi.json",
    throttle=[PerNetwork()],
)


def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return api.create_response(request, {"detail": str(error)}, status=404)


def nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer as the API does where no operation stands: a row's name may hold a slash."""
    return _not_found(request, Http404(f"There is no “{rest}” here; see openapi.json."))


api.add_exception_handler(Http404, _not_found)  # type: ignore[arg-type]


@api.get("/datasets", response={200: Sets, **ERRORS}, url_name="datasets", summary="The data sets")
def datasets(request: HttpRequest) -> dict[str, Any]:
    """List the data sets with their columns, in both languages."""
    return {"datasets": [_described(dataset) for dataset in DATASETS]}


def _described(dataset: Dataset) -> dict[str, Any]:
    return {
        "id": dataset.slug,
        "title": in_each_language(dataset.title),
        "description": in_each_language(dataset.description),
        "licence": LICENCE,
        "columns": {column.name: dict(column.titles) for column in dataset.written()},
    }


def _row_schema(dataset: Dataset) -> type[Schema]:
    """Make the schema of a data set's rows from its columns."""
    fields: dict[str, Any] = {}
    for column in dataset.written():
        kind = list[str] if column.many else _TYPES[column.datatype]
        # A column that may be empty is there all the same, as null.
        kind = kind | None if column.optional and not column.many else kind
        fields[column.name] = (kind, Field(..., description=column.titles["en"]))
    name = dataset.slug.capitalize()
    return create_model(
        name, __base__=Schema, __doc__=in_each_language(dataset.title)["en"], **fields
    )


def _page_schema(dataset: Dataset, row: type[Schema]) -> type[Schema]:
    fields: dict[str, Any] = {
        "count": (int, Field(..., description="Rows in all.")),
        "rows": (list[row], Field(..., description="The rows asked for.")),  # type: ignore[valid-type]
    }
    return create_model(f"{dataset.slug.capitalize()}Page", __base__=Schema, **fields)


def _add(dataset: Dataset) -> None:
    """Add the two operations of a data set: a page of its rows, and one row."""
    row = _row_schema(dataset)
    title = in_each_language(dataset.title)["en"]

    @api.get(
        f"/{dataset.slug}",
        response={200: _page_schema(dataset, row), **ERRORS},
        url_name=dataset.slug,
        operation_id=f"list_{dataset.slug}",
        summary=title,
    )
    def rows(
        request: HttpRequest,
        limit: int = Query(100, ge=1, le=MOST_ROWS, description="How many rows."),  # type: ignore[type-arg]
        offset: int = Query(0, ge=0, le=1_000_000, description="After how many rows."),  # type: ignore[type-arg]
    ) -> dict[str, Any]:
        found = BY_SLUG[dataset.slug].rows()
        return {"count": len(found), "rows": found[offset : offset + limit]}

    @api.get(
        f"/{dataset.slug}/{{id}}",
        response={200: row, **ERRORS},
        url_name=f"{dataset.slug}_row",
        operation_id=f"get_{dataset.slug}",
        summary=f"{title}: one row",
    )
    def one(
        request: HttpRequest,
        id: str = Path(..., description="Its `id`."),  # type: ignore[type-arg]  # noqa: A002
    ) -> Row:
        for each in BY_SLUG[dataset.slug].rows():
            if str(each["id"]) == id:
                return each
        raise Http404(f"{dataset.slug} has no row “{id}”.")


for _dataset in DATASETS:
    _add(_dataset)
