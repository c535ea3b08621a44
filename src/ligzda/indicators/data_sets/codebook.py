"""What a frozen data set's columns mean, for programs: CSV on the Web, DDI-Codebook 2.5, Parquet.

All from the dictionary and the set itself, in both languages. DDI's elements stand in the order of
its schema (ddialliance.org, codebook 2.5), which tests/indicators/test_codebook.py holds.
"""

import json
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.indicators.counting import rule_sql
from ligzda.indicators.data_sets.contents import LABELS, NUMBER, Contents, columns
from ligzda.indicators.dictionary import Said, dictionary, moments

_FILE = Path(__file__).resolve().parents[1] / "data" / "data_set_columns.yaml"
DDI = "ddi:codebook:2_5"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DUCKDB = {"integer": "BIGINT", "decimal": "DOUBLE"}


@dataclass(frozen=True)
class Described:
    """A set as its codebook needs it. `as_of`: ISO 8601; `rule`: the version it was counted by."""

    outcome: str
    moment: str
    as_of: str
    protocol: str
    rule: str
    contents: Contents

    @property
    def title(self) -> Said:
        """What is measured, and when."""
        name, moment = dictionary()[self.outcome].name, moments()[self.moment]
        return {language: f"{name[language]}, {moment[language]}" for language in name}


@dataclass(frozen=True)
class Variable:
    """A column: its name, what it holds, its type after XML Schema."""

    name: str
    said: Said
    datatype: str


@cache
def _words() -> Mapping[str, Said]:
    found: dict[str, Said] = yaml.safe_load(_FILE.read_text("utf-8"))
    return found


def variables(outcome: str) -> Iterator[Variable]:
    """Yield the columns of a set of an outcome, in their order."""
    entry, words = dictionary()[outcome], _words()
    whole = entry.kind == "share"
    for name in columns(outcome):
        if name in LABELS:
            yield Variable(name, words[name], "date" if name == "quarter" else "string")
        elif name == NUMBER:
            yield Variable(name, words[name], "integer")
        else:
            of = "sd" if name != outcome else entry.kind
            said = {code: f"{entry.name[code]}: {words[of][code]}" for code in entry.name}
            yield Variable(name, said, "integer" if whole else "decimal")


def csvw(one: Described) -> str:
    """Return the description of the CSV after CSV on the Web, which lies beside `cells.csv`."""
    entry = dictionary()[one.outcome]
    described: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"cells-{one.contents.sha256[:12]}.csv",
        "dc:title": one.title,
        "dc:description": entry.definition,
        "dc:identifier": f"sha256:{one.contents.sha256}",
        "dc:date": one.as_of,
        "dialect": {"lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [
                {"name": each.name, "titles": each.name, "datatype": each.datatype,
                 "required": True, "dc:title": each.said}
                for each in variables(one.outcome)
            ],
            "primaryKey": list(LABELS),
        },
    }  # fmt: skip
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def ddi(one: Described) -> str:
    """Return the codebook as XML after DDI-Codebook 2.5."""
    entry, cells = dictionary()[one.outcome], one.contents.cells()
    ET.register_namespace("", DDI)
    book = ET.Element(_named("codeBook"), {"version": "2.5"})
    study = _under(book, "stdyDscr")
    cited = _under(study, "citation")
    titles = _under(cited, "titlStmt")
    first, *others = one.title.items()
    _said(titles, "titl", dict([first]))
    _said(titles, "parTitl", dict(others))
    _under(titles, "IDNo", f"sha256:{one.contents.sha256}", agency="Ligzda")
    _under(_under(cited, "verStmt"), "version", one.protocol, date=one.as_of)
    told = _under(study, "stdyInfo")
    _said(told, "abstract", entry.definition)
    summary = _under(told, "sumDscr")
    _said(summary, "anlyUnit", entry.unit)
    _said(summary, "universe", entry.units)
    _under(summary, "dataKind", "aggregate data")
    text = _under(_under(book, "fileDscr", ID="F1"), "fileTxt")
    _under(text, "fileName", f"cells-{one.contents.sha256[:12]}.csv")
    mark = _under(text, "dataFingerprint", type="dataFile")
    _under(mark, "digitalFingerprintValue", one.contents.sha256)
    _under(mark, "algorithmSpecification", "SHA-256")
    size = _under(text, "dimensns")
    _under(size, "caseQnty", str(len(cells)))
    _under(size, "varQnty", str(len(columns(one.outcome))))
    _under(text, "fileType", "text/csv")
    data = _under(book, "dataDscr")
    for number, each in enumerate(variables(one.outcome), start=1):
        _variable(data, number, each, one)
    ET.indent(book)
    return ET.tostring(book, "unicode", xml_declaration=True) + "\n"


def _variable(data: ET.Element, number: int, each: Variable, one: Described) -> None:
    entry = dictionary()[one.outcome]
    continuous = each.datatype in _DUCKDB
    interval = "contin" if continuous else "discrete"
    var = _under(data, "var", ID=f"V{number}", name=each.name, files="F1", intrvl=interval)
    _said(var, "labl", each.said)
    if each.name in LABELS:
        place = LABELS.index(each.name)
        for value in sorted({labels[place] for labels in one.contents.cells()}):
            category = _under(var, "catgry")
            _under(category, "catValu", value)
            if each.name == "moment":
                _said(category, "labl", moments()[value])
    if each.name == one.outcome:
        _under(var, "concept", f"{one.outcome}@{one.rule}", vocab="Ligzda")
    # A rule that has changed since would be told of figures that it did not make.
    if each.name == one.outcome and one.rule == str(entry.version):
        rule = _under(var, "derivation")
        _said(rule, "drvdesc", entry.formula)
        _under(rule, "drvcmd", rule_sql(one.outcome), syntax="SQL (PostgreSQL)")
    _under(var, "varFormat", type="numeric" if continuous else "character")


def _named(name: str) -> str:
    return f"{{{DDI}}}{name}"


def _under(
    above: ET.Element, name: str, text: str | None = None, /, **attributes: str
) -> ET.Element:
    one = ET.SubElement(above, _named(name), attributes)
    one.text = text
    return one


def _said(above: ET.Element, name: str, said: Said) -> None:
    """Write an element for each language."""
    for language, text in said.items():
        _under(above, name, text).set(_LANGUAGE, language)


def parquet(one: Described) -> bytes:
    """Return the cells as Parquet, each column in its type; labels are text, as in the CSV."""
    import duckdb

    types = {each.name: _DUCKDB.get(each.datatype, "VARCHAR") for each in variables(one.outcome)}
    with tempfile.TemporaryDirectory() as folder, closing(duckdb.connect()) as connection:
        given, made = Path(folder) / "cells.csv", Path(folder) / "cells.parquet"
        given.write_bytes(one.contents.text.encode())
        source = connection.read_csv(str(given), columns=types, header=True)
        source.write_parquet(str(made))
        return made.read_bytes()
