"""What training forgets of a person whom the network has erased."""

from ligzda.network.load import system_member
from ligzda.network.models import User
from ligzda.training.actions import forget_holder
from ligzda.training.mentoring.actions import forget as forget_mentoring
from ligzda.training.sessions.actions import give_back_places


def forget(user: User) -> None:
    """Empty their certificates; forget what was noted of them in mentoring; free their places."""
    forget_holder(user)
    forget_mentoring(user)
    give_back_places(user, by=system_member())
