"""Load what comes with Ligzda into the rooms, from the ground up."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.room import named, rooms
from ligzda.server.database import data_folder
from ligzda.server.secrets import kept_secret

ACCOUNTS = "accounts"


def steps() -> tuple[str, ...]:
    """Return the steps of the load in their order: the rooms that load something, the accounts."""
    return (*(room.name for room in rooms() if room.load), ACCOUNTS)


def demonstrations() -> tuple[str, ...]:
    """Return the rooms that have more to show, in their order; none outside a demonstration."""
    return tuple(room.name for room in rooms() if room.demonstration and settings.DEMO)


def load_demonstration(name: str) -> None:
    """Add what is missing of a room's demonstration, whoever it is about.

    Not one transaction: the room says which parts are whole, so that after a kill those stay.
    """
    from ligzda.network import load as network

    [room] = (room for room in rooms() if room.name == name)
    with rows_of(EVERYWHERE, HOUSE):
        named(room.demonstration)(by=network.system_member())


@transaction.atomic
def load(step: str) -> None:
    """Add what is missing of one step.

    One transaction: killed at any line, it leaves nothing half, and the next call completes it.
    It changes nothing that is there, so that what people have edited stays.
    """
    # Late, because the rooms' models need Django set up.
    from ligzda.network import load as network

    system = network.system_member()
    if step != ACCOUNTS:
        [room] = (room for room in rooms() if room.name == step)
        with rows_of(EVERYWHERE):
            named(room.load)(by=system, demo=settings.DEMO)
    elif demo_accounts_open():
        network.load_accounts(by=system, password=_password())
        for room in rooms():
            if room.accounts:
                with rows_of(EVERYWHERE):
                    named(room.accounts)(by=system)
    else:
        network.close_accounts(by=system)


def load_network() -> str:
    """Take every step, here and now; return the accounts to print."""
    for step in steps():
        load(step)
    return accounts()


def demo_accounts_open() -> bool:
    """Whether the demonstration's accounts may be there: never where others can reach the house.

    Many know their one password, so they are asked for no second step either (server/sign_in.py).
    """
    return bool(settings.DEMO and not settings.HTTPS)


def accounts() -> str:
    """Return the demonstration's accounts as lines to print; empty where there are none."""
    found = get_user_model().objects.filter(is_demo=True, is_active=True).order_by("pk")
    lines = [f"    {user.email:36} {user.name}" for user in found]
    return "\n".join([f"  Demo accounts (password of all: {_password()})", *lines, ""]) * bool(
        lines
    )


def _password() -> str:
    return kept_secret(data_folder() / "demo-password", 12)
