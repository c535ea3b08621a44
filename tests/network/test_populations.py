"""Official figures come in whole, or not at all with the row that is wrong."""

import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.cast import Cast

from ligzda.kernel.errors import BadDataError, NotAllowedError
from ligzda.network import actions, queries
from ligzda.network.models import AuditEvent, Population

DAY = datetime.date(2016, 1, 1)
SOURCE = ["--on=2016-01-01", "--source-lv=CSP", "--source-en=Central Statistical Bureau"]


def _take(folder: Path, text: str, encoding: str = "utf-8") -> str:
    path = folder / "populations.csv"
    path.write_text(text, encoding)
    output = StringIO()
    call_command("take_populations", str(path), *SOURCE, stdout=output)
    return output.getvalue()


def test_no_data_gives_way_to_a_figure(cast: Cast, tmp_path: Path) -> None:
    assert _take(tmp_path, "code,population\nLV-067,36000\nLV-091,\n").startswith(
        "1 figures, 1 new"
    )
    ogre = queries.municipality("ogres-novads", DAY)
    assert (ogre.population, ogre.population_on) == (36000, DAY)
    assert queries.municipality("siguldas-novads", DAY).population is None
    about = AuditEvent.objects.latest("pk").municipality
    assert about is not None
    assert about.slug == "ogres-novads"


def test_a_latvian_spreadsheet_is_understood(cast: Cast, tmp_path: Path) -> None:
    text = "name;population\nOgres novads;36 000\nSiguldas novads;17\xa0000\n"
    assert "2 new" in _take(tmp_path, text, "utf-8-sig")
    assert "0 new" in _take(tmp_path, text, "utf-8-sig")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "population"),
        ("code;people\nLV-067;1\n", "population"),
        ("code,population\nLV-067,36000\nLV-999,5\n", "3.*LV-999"),
        ("name,population\nAtlantīdas novads,5\n", "2.*Atlantīdas"),
        ("code,population\nLV-067,-5\n", "2.*-5"),
        ("code,population\nLV-067,36.5\n", "2.*36.5"),
        ("code,population\nLV-067,0\n", "2.*„0”"),
        ("code,population\nLV-067,5\nLV-067,6\n", "3.*LV-067"),
        ("code,population\nLV-067,5\nLV-111,6\n", "3.*LV-111"),
        ("code,population\nLV-067,5\nLV-007,6\n", "Alūksnes novads"),
    ],
)
def test_a_wrong_table_is_refused_whole(cast: Cast, tmp_path: Path, text: str, said: str) -> None:
    before = Population.objects.count()
    with pytest.raises(CommandError, match=said):
        _take(tmp_path, text)
    assert Population.objects.count() == before


def test_another_encoding_is_named(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="UTF-8"):
        _take(tmp_path, "name,population\nĀdažu novads,5\n", "cp1257")


def test_only_evaluators_and_the_administrator_record_figures(cast: Cast) -> None:
    figure = actions.Figure(
        code="LV-067", on=DAY, inhabitants=36000, source_lv="CSP", source_en="CSB"
    )
    for by in (cast.ogre, cast.participant, cast.stranger):
        with pytest.raises(NotAllowedError):
            actions.record_populations(by=by, figures=[figure])  # type: ignore[arg-type] # nobody who is signed in
    assert actions.record_populations(by=cast.evaluator, figures=[figure]) == 1
    with pytest.raises(BadDataError, match="Ogres novads"):
        actions.record_populations(
            by=cast.administrator,
            figures=[
                actions.Figure(
                    code="LV-067", on=DAY, inhabitants=1, source_lv="CSP", source_en="CSB"
                )
            ],
        )
