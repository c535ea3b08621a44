"""A rule as a page shows it: the sentence that stands in the way, or nothing.

A rule is a function `check_…` that raises with a sentence for people. It is the only place that
says who may do what in which state; pages ask it through `obstacle`, so that what a button shows
and what its action refuses cannot part.
"""

from collections.abc import Callable
from typing import ParamSpec

from ligzda.kernel.errors import LigzdaError, NotAllowedError, NotFoundError

P = ParamSpec("P")


class Obstacle(str):
    """The sentence of a refusal.

    `of_role` tells an obstacle that waiting does not remove: this person's roles do not allow it.
    A page leaves such a button out; one that the state stands in the way of is shown, disabled,
    with the sentence.
    """

    of_role: bool

    def __new__(cls, sentence: str, *, of_role: bool) -> "Obstacle":
        """Make an obstacle of its sentence."""
        made = super().__new__(cls, sentence)
        made.of_role = of_role
        return made


def obstacle(check: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> Obstacle | None:
    """Return what stands in the way of `check`, or None.

    Anything but a refusal of the house goes on as the error that it is.
    """
    try:
        check(*args, **kwargs)
    except LigzdaError as refused:
        return Obstacle(str(refused), of_role=isinstance(refused, NotAllowedError | NotFoundError))
    return None


def may(check: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Whether nothing stands in the way: for choosing rows, where no sentence is shown."""
    return obstacle(check, *args, **kwargs) is None
