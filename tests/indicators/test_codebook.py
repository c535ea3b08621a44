"""What is given beside a frozen set: CSVW, DDI in the order of its schema, the same in Parquet."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from tests.indicators.test_data_sets import SIDES, count

from ligzda.indicators.data_sets.codebook import DDI, Described, csvw, ddi, parquet, variables
from ligzda.indicators.data_sets.contents import LABELS, contents

ORDER = {
    "codeBook": "docDscr stdyDscr fileDscr dataDscr otherMat",
    "stdyDscr": "citation studyAuthorization stdyInfo studyDevelopment method dataAccs "
    "othrStdyMat notes",
    "citation": "titlStmt rspStmt prodStmt distStmt serStmt verStmt biblCit holdings notes",
    "titlStmt": "titl subTitl altTitl parTitl IDNo",
    "verStmt": "version verResp notes",
    "stdyInfo": "studyBudget subject abstract sumDscr qualityStatement notes exPostEvaluation",
    "sumDscr": "timePrd collDate nation geogCover geogUnit geoBndBox boundPoly anlyUnit universe "
    "dataKind",
    "fileDscr": "fileTxt locMap notes",
    "fileTxt": "fileName fileCitation dataFingerprint fileCont fileStrc dimensns fileType format",
    "dataFingerprint": "digitalFingerprintValue algorithmSpecification algorithmVersion",
    "dimensns": "caseQnty varQnty logRecL recPrCas recNumTot",
    "dataDscr": "varGrp nCubeGrp var nCube notes",
    "var": "location labl imputation security embargo respUnit anlysUnit qstn valrng invalrng "
    "undocCod universe TotlResp sumStat txt stdCatgry catgryGrp catgry codInstr verStmt concept "
    "derivation varFormat geoMap catLevel notes",
    "catgry": "catValu labl txt catStat mrow",
    "derivation": "drvdesc drvcmd",
}
"""Children of an element in the order of DDI-Codebook 2.5."""


def described(code: str, moment: str) -> Described:
    rows = [count("M2", 6, 4.0, moment=moment), count("M1", 5, 2.0, moment=moment, squares=1)]
    return Described(code, moment, "2026-03-02", "1.0", "1", contents(code, moment, rows, SIDES))


def bare(element: ET.Element) -> str:
    return element.tag.removeprefix(f"{{{DDI}}}")


@pytest.mark.parametrize(("code", "moment"), [("in_paid_activity", "m12"), ("who5", "exit")])
def test_the_codebook_is_ddi_in_the_order_of_its_schema(code: str, moment: str) -> None:
    book = ET.fromstring(ddi(described(code, moment)))
    assert (book.tag, book.get("version")) == (f"{{{DDI}}}codeBook", "2.5")
    for element in book.iter():
        order = ORDER.get(bare(element), "").split()
        places = [order.index(bare(child)) for child in element]
        assert places == sorted(places), bare(element)
    names = [var.get("name") for var in book.iter(f"{{{DDI}}}var")]
    assert names == [each.name for each in variables(code)]
    rows = [one.text for one in book.iter(f"{{{DDI}}}caseQnty")]
    assert rows == ["2"]
    said = {one.text for one in book.iter(f"{{{DDI}}}digitalFingerprintValue")}
    assert said == {described(code, moment).contents.sha256}


def test_a_rule_that_has_changed_since_is_not_told() -> None:
    one = described("in_paid_activity", "m12")
    assert [each.count("<derivation>") for each in (ddi(one), ddi(replace(one, rule="0")))] == [
        1,
        0,
    ]


def test_csvw_describes_the_columns_of_the_file() -> None:
    one = described("in_paid_activity", "m12")
    told = json.loads(csvw(one))
    columns = told["tableSchema"]["columns"]
    heading = one.contents.text.splitlines()[0].split(",")
    assert [column["titles"] for column in columns] == heading
    assert told["tableSchema"]["primaryKey"] == list(LABELS)
    assert {frozenset(column["dc:title"]) for column in columns} == {frozenset({"lv", "en"})}


def test_parquet_holds_the_cells_of_the_csv(tmp_path: Path) -> None:
    one = described("in_paid_activity", "m12")
    (tmp_path / "cells.parquet").write_bytes(parquet(one))
    rows = duckdb.read_parquet(str(tmp_path / "cells.parquet")).fetchall()
    width = len(LABELS)
    found = {row[:width]: tuple(map(str, row[width:])) for row in rows}
    assert found == one.contents.cells()
