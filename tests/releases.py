"""Keep this release's database, with the demonstration loaded, for those who upgrade from it.

    python -m tests.releases

writes `tests/server/releases/VERSION.sql.gz`, once for each release and never again: the test of
the upgrade starts from it (tests/server/test_upgrade.py).
"""

import gzip
import os
import tempfile
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
RELEASES = REPOSITORY / "tests" / "server" / "releases"


def main() -> None:
    """Load the prepared database and the network in a folder of its own, keep the dump."""
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # as root the server runs as a user of its own
        os.environ["LIGZDA_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
        from ligzda.server.database import database
        from ligzda.server.prepared import dump, load_prepared

        with database(own=True) as url:
            assert load_prepared(url)
            import django
            from django.db import connections

            django.setup()
            from ligzda.server.load import load_network

            load_network()
            connections.close_all()
            text = dump(url, anew=False)
    RELEASES.mkdir(exist_ok=True)
    kept = RELEASES / f"{version}.sql.gz"
    kept.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{kept.relative_to(REPOSITORY)}: {kept.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
