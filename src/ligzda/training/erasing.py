"""What training forgets of a person whom the network has erased."""

from ligzda.network.models import User
from ligzda.training.actions import forget_holder
from ligzda.training.mentoring.actions import forget as forget_mentoring


def forget(user: User) -> None:
    """Empty their certificates; forget what was noted of them in mentoring."""
    forget_holder(user)
    forget_mentoring(user)
