"""A room is deleted by deleting its folder: the house starts without it, and its pages answer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import psycopg
import pytest
from psycopg import sql

from ligzda.kernel.room import rooms

REPOSITORY = Path(__file__).resolve().parents[1]
FRAME = {"server", "cli"}


def removable() -> list[str]:
    """Return the rooms that no other room imports; the frame reads manifests only."""
    graph = grimp.build_graph("ligzda", cache_dir=None)
    names = {room.name for room in rooms()}
    imported = {
        other
        for other in names
        for importer in graph.find_modules_that_directly_import(f"ligzda.{other}")
        | {
            each
            for module in graph.find_descendants(f"ligzda.{other}")
            for each in graph.find_modules_that_directly_import(module)
        }
        if importer.split(".")[1] not in FRAME | {other}
    }
    return sorted(names - imported)


def test_the_frame_names_no_room_but_the_network() -> None:
    """Whoever is installed, invited or signed in is the network's; all else is in manifests."""
    graph = grimp.build_graph("ligzda", cache_dir=None)
    known = {
        imported.split(".")[1]
        for module in graph.find_descendants("ligzda.server")
        for imported in graph.find_modules_directly_imported_by(module)
        if imported.startswith("ligzda.")
    }
    assert known <= {"server", "kernel", "network", "errors", "languages"}


@pytest.fixture
def empty_house(tmp_path: Path) -> Iterator[str]:
    """Return the address of a database with the tables of the whole house, and nothing in them."""
    url, template = os.environ["DATABASE_URL"], os.environ["LIGZDA_TEST_TEMPLATE"]
    name = f"without_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with psycopg.connect(url, dbname="postgres", autocommit=True) as server:
        drop = sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name))
        server.execute(drop)
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        yield psycopg.conninfo.make_conninfo(url, dbname=name)
        server.execute(drop)


@pytest.mark.slow
@pytest.mark.parametrize("room", removable())
def test_the_house_stands_without_a_room(room: str, tmp_path: Path, empty_house: str) -> None:
    copy = tmp_path / "src"
    # With what is compiled already: it bears its source's time, which a copy keeps.
    shutil.copytree(REPOSITORY / "src", copy, ignore=shutil.ignore_patterns(room))
    shutil.copytree(REPOSITORY / "examples", tmp_path / "examples")
    data = tmp_path / "data"
    shutil.copytree(Path(os.environ["LIGZDA_DATA"]) / "static", data / "static")
    walked = subprocess.run(
        [sys.executable, "-m", "tests.walk_without"],
        cwd=REPOSITORY,
        env=os.environ
        | {
            "PYTHONPATH": os.pathsep.join([str(copy), str(REPOSITORY)]),
            "DJANGO_SETTINGS_MODULE": "ligzda.server.settings",
            "DATABASE_URL": empty_house,
            "LIGZDA_DATA": str(data),
        },
        capture_output=True,
        text=True,
    )
    assert walked.returncode == 0, walked.stdout + walked.stderr[-3000:]


def test_more_than_one_room_can_be_taken_away() -> None:
    assert {"portal", "newsroom"} <= set(removable())
