"""The cast, for tests of the methodology's pages and actions."""

from tests.cast import _loaded, cast

__all__ = ["_loaded", "cast"]
