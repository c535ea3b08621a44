"""The cast and the loaded network."""

from tests.cast import _loaded, cast

__all__ = ["_loaded", "cast"]
