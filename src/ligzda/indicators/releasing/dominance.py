"""The p of the p % rule: of the settings, else the installation's own secret. Printed nowhere."""

import os

from django.conf import settings

from ligzda.kernel.hashing import sha256

_LEAST, _MOST = 10, 25


def dominance() -> float:
    """Return p in percent."""
    if given := os.environ.get("LIGZDA_DOMINANCE"):
        return float(given.replace(",", "."))
    drawn = int(sha256(f"ligzda.dominance:{settings.SECRET_KEY}")[:8], 16)
    return _LEAST + drawn % (_MOST - _LEAST + 1)
