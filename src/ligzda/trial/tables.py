"""Tables to take home: CSV that spreadsheets and statistics programmes read."""

import io
from collections.abc import Iterable, Sequence

import defusedcsv.csv as defused
from django.http import HttpResponse


def table_response(
    name: str, head: Sequence[str], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """Return a CSV file, UTF-8 with the mark by which Excel knows it; no text becomes a formula."""
    text = io.StringIO()
    writer = defused.writer(text)
    writer.writerow(head)
    writer.writerows(rows)
    return HttpResponse(
        text.getvalue().encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
