"""Load what comes with Ligzda into the rooms, from the ground up."""

from django.conf import settings
from django.db import transaction

from ligzda.kernel.room import named, rooms
from ligzda.server.database import data_folder
from ligzda.server.secrets import kept_secret


def load_network() -> str:
    """Add what is missing of the network, its models and incubators; return the accounts to print.

    One transaction: killed at any line, it leaves nothing half, and the next call completes it.
    It changes nothing that is there, so that what people have edited stays.
    """
    # Late, because the rooms' models need Django set up.
    from ligzda.network import load as network

    with transaction.atomic():
        system = network.system_member()
        for room in rooms():
            if room.load:
                named(room.load)(by=system, demo=settings.DEMO)
        if not settings.DEMO:
            network.close_accounts(by=system)
            return ""
        password = kept_secret(data_folder() / "demo-password", 12)
        accounts = network.load_accounts(by=system, password=password)
    lines = [f"    {user.email:36} {user.name}" for user in accounts]
    return "\n".join(["", f"  Demo accounts (password of all: {password})", *lines, ""])
