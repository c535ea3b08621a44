"""Citations and cross-references: what leads nowhere, how sources and marks are printed."""

from typing import Any

from ligzda.methodology.living.citing import Known, as_printed, cited, faults, nowhere, written

KNOWN = Known({"guyatt-2008"}, {"claim": {7}, "recommendation": {2}, "block": {3}})
CSL: dict[str, Any] = {
    "type": "article-journal", "title": "GRADE", "container-title": "BMJ",
    "author": [{"family": "Guyatt", "given": "G. H."}, {"literal": "GRADE Working Group"}],
    "issued": {"date-parts": [[2008]]}, "DOI": "10.1136/bmj.39489.470347.AD",
}  # fmt: skip


def test_what_leads_nowhere_is_named_as_it_stands() -> None:
    good = "By GRADE [@guyatt-2008], see [#claim-7], [#recommendation-2], [#block-3], [x] and [1]."
    assert nowhere(good, KNOWN) == []
    odd = ["[@guyatt-2009]", "[#claim-8]", "[#claim-x]", "[#chart-7]", "[@]"]
    assert nowhere(" ".join(odd), KNOWN) == odd


def test_marks_are_printed_by_number_and_by_name() -> None:
    order = cited(["b [@second] [@first]", "[@second]"])
    assert order == ["second", "first"]
    words = {"claim": "claim {number}"}
    assert written("[@first], [#claim-7]", order, words) == "[2], claim 7"


def test_a_source_is_printed_from_its_csl() -> None:
    assert as_printed(CSL) == (
        "Guyatt G. H., GRADE Working Group (2008). GRADE. BMJ. doi:10.1136/bmj.39489.470347.AD."
    )
    assert as_printed({"type": "webpage", "title": "Page"}) == "Page."
    assert faults(CSL) == []
    assert faults("text") == ["{}"]
    odd = {"type": "song", "title": "", "author": [{"given": "A"}], "issued": {"raw": "soon"}}
    assert faults(odd) == ["title", "type", "author", "issued"]
