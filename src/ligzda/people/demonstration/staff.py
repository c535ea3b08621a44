"""Who writes and who decides at each incubator: accounts of the demonstration, or invited ones."""

from dataclasses import dataclass

from ligzda.network import actions as network
from ligzda.network.load import DEMO_ROLES_SINCE
from ligzda.network.models import Municipality, Partner, User
from ligzda.network.roles import IncubatorManager, Role, SocialWorker
from ligzda.people.applications.rules import others_who_decide
from ligzda.people.demonstration.said import data


@dataclass(frozen=True)
class Staff:
    """Who works with people of a municipality."""

    worker: User
    manager: User
    second: User
    """Who decides where the manager did already; the manager, where there is nobody else."""


def staff_of(*, by: User, municipality: Municipality) -> Staff:
    """Return who writes and who decides there."""
    manager = holder(by=by, municipality=municipality, role=IncubatorManager)
    return Staff(
        worker=holder(by=by, municipality=municipality, role=SocialWorker),
        manager=manager,
        second=others_who_decide(manager, municipality).order_by("pk").first() or manager,
    )


def holder(*, by: User, municipality: Municipality, role: type[Role]) -> User:
    """Return somebody who holds a role in a municipality; where nobody does, invite them.

    Nobody can sign in as who is invited here: they have no password, and no letter is sent.
    """
    partner = Partner.objects.get(municipality=municipality)
    there = User.objects.filter(memberships__role=role.key, memberships__partner=partner)
    if found := there.order_by("pk").first():
        return found
    called = data()["staff"][role.key]
    user = network.invite_user(
        by=by,
        email=f"{called['address']}.{municipality.slug}@ligzda.example",
        name=called["name"].format(where=partner.name_lv),
    )
    network.grant_role(by=by, user=user, role=role, partner=partner, since=DEMO_ROLES_SINCE)
    return user
