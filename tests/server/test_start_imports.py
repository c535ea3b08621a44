"""What a start imports it waits for, on every machine; what no page needs is left for later."""

import os
import subprocess
import sys

SET_UP = """
import sys, django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print(*sorted(sys.modules))
"""


def test_setting_up_leaves_the_heavy_parts_for_whoever_asks_for_them() -> None:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "ligzda.server.settings"}
    imported = subprocess.run(
        [sys.executable, "-c", SET_UP], env=environment, check=True, capture_output=True, text=True
    ).stdout.split()
    assert "ligzda.trial" in imported
    # The words of refusals name the engine's errors; the engine itself is not run by that.
    heavy = {"ligzda.evidence.decision", "scipy.interpolate", "numba", "rdflib", "duckdb"}
    heavy |= {"scipy.optimize", "openpyxl"}
    assert heavy.isdisjoint(imported)
