"""An application of Anna's in Ogre, and the steps that it takes, for the tests of applications."""

import datetime

from django.utils import timezone
from tests.people.conftest import Staff

from ligzda.incubators.models import Incubator
from ligzda.network.models import User
from ligzda.people.actions import PersonFacts
from ligzda.people.applications import actions
from ligzda.people.applications.actions import ApplicationFacts
from ligzda.people.applications.load import load_target_groups
from ligzda.people.models import Application, ApplicationDecision, Person

GROUP = "roma"
"""A group that asks for no document and no age."""


def incubator(staff: Staff) -> Incubator:
    """Return Ogre's incubator, with the lists of target groups loaded."""
    load_target_groups(by=User.objects.get(is_system=True))
    return Incubator.objects.get(municipality=staff.here)


def apply(
    staff: Staff,
    who: Person | PersonFacts,
    groups: tuple[str, ...] = (GROUP,),
    days_ago: int = 0,
) -> Application:
    """Take in an application."""
    return actions.apply(
        by=staff.social_worker,
        incubator=incubator(staff),
        who=who,
        facts_given=ApplicationFacts(
            sender="person",
            received_on=timezone.localdate() - datetime.timedelta(days=days_ago),
            groups=groups,
        ),
    )


def decided(staff: Staff, row: Application, outcome: str = "accepted") -> ApplicationDecision:
    """Write up a decision as the social worker and make it as the manager."""
    written = actions.write_up(
        by=staff.social_worker, application=row, outcome=outcome, reasons="Pēc saraksta."
    )
    return actions.decide(by=staff.manager, decision=written)
