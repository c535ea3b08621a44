"""The root of every refusal of the house: one class that people-facing code can catch.

It stands below all rooms, so that the pure ones, which know no Django, descend from it too.
"""


class LigzdaError(Exception):
    """Something is refused. ``str(error)`` is a sentence for people: what is wrong, what to do."""
