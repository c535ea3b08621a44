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
    words = {"claim": "claim {number}", "block": "“{heading}”"}
    found = written("[@first], [#claim-7], [#block-3]", order, words, {3: "Costs"})
    assert found == "[2], claim 7, “Costs”"


def test_a_source_is_printed_from_its_csl() -> None:
    assert as_printed(CSL) == (
        "Guyatt G. H., GRADE Working Group (2008). GRADE. BMJ. doi:10.1136/bmj.39489.470347.AD."
    )
    assert as_printed({"type": "webpage", "title": "Page"}) == "Page."
    assert faults(CSL) == []
    assert faults("text") == ["{}"]
    odd = {"type": "song", "title": "", "author": [{"given": "A"}], "issued": {"raw": "soon"}}
    assert faults(odd) == ["title", "type", "author", "issued"]


def test_what_could_not_be_printed_or_kept_is_no_source() -> None:
    for odd in ({"family": "A", "given": 5}, {"family": "A", "literal": {"x": 1}}, {"given": "A"}):
        assert faults(CSL | {"author": [odd]}) == ["author"]
    for doi in ("doi", None, 5, "10.1000/a b", "10.1000/" + "a" * 100):
        assert faults(CSL | {"DOI": doi}) == ["DOI"]
    assert faults(CSL | {"DOI": ""}) == []
    assert faults(CSL | {"note": [{"a\x00": 1}]}) == ["U+0000"]
    assert faults(CSL | {"publisher": "\ud800"}) == ["U+0000"]
    assert faults(CSL | {"type": {}, "issued": {"date-parts": [[float("inf")]]}}) == [
        "type", "issued",
    ]  # fmt: skip
