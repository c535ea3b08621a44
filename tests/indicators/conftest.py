"""The cast, and people who stay in Ogre and in Cēsis, for counts."""

from tests.cast import _loaded, cast
from tests.people.conftest import keys

__all__ = ["_loaded", "cast", "keys"]
