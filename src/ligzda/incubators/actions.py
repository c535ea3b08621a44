"""Verbs of the incubators' room."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from ligzda.incubators import rules
from ligzda.incubators.models import Building, Incubator
from ligzda.incubators.premises.models import FIRST_BUILDING
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User


@dataclass(frozen=True, kw_only=True)
class IncubatorFacts:
    """What is said about an incubator. `feasible_models` None: it can try any model."""

    slug: str
    name_lv: str
    name_en: str
    building_lv: str
    building_en: str
    target_group_lv: str
    target_group_en: str
    state: str
    opens_on: datetime.date | None = None
    address: str = ""
    feasible_models: Sequence[str] | None = None
    feasible_reason_lv: str = ""
    feasible_reason_en: str = ""
    invented: bool = False


@dataclass(frozen=True, kw_only=True)
class IncubatorEdit:
    """What the coordinator of its municipality says about it. `opens_on` None: not known yet."""

    name_lv: str
    name_en: str
    building_lv: str
    building_en: str
    target_group_lv: str
    target_group_en: str
    address: str
    state: str
    opens_on: datetime.date | None


@transaction.atomic
def open_incubator(
    *, by: User, municipality: Municipality, facts_given: IncubatorFacts
) -> Incubator:
    """Enter a municipality's incubator, with the building that its address is of."""
    rules.check_open_incubator(by=by)
    incubator = Incubator(municipality=municipality, **asdict(facts_given))
    _check_state(by, incubator)
    incubator.save(force_insert=True)
    Building.objects.create(incubator=incubator, name=FIRST_BUILDING, address=incubator.address)
    record(by=by, action="incubator.open", about=incubator, after=facts(incubator))
    return incubator


@transaction.atomic
def edit_incubator(*, by: User, incubator: Incubator, edit: IncubatorEdit) -> Incubator:
    """Change what is said about an incubator, how far it is, and on which day it opens."""
    incubator = Incubator.objects.select_for_update().get(pk=incubator.pk)
    rules.check_edit_incubator(by=by, incubator=incubator)
    before = facts(incubator)
    given = asdict(edit)
    for name, value in given.items():
        setattr(incubator, name, value)
    _check_state(by, incubator)
    incubator.save(update_fields=list(given))
    record(by=by, action="incubator.edit", about=incubator, before=before, after=facts(incubator))
    return incubator


@transaction.atomic
def change_state(*, by: User, incubator: Incubator, state: str) -> Incubator:
    """Say how far the incubator is. Raises BadDataError for an unknown state."""
    incubator = Incubator.objects.select_for_update().get(pk=incubator.pk)
    rules.check_edit_incubator(by=by, incubator=incubator)
    before = facts(incubator)
    incubator.state = state
    _check_state(by, incubator)
    incubator.save(update_fields=["state"])
    record(by=by, action="incubator.state", about=incubator, before=before, after=facts(incubator))
    return incubator


def _check_state(by: User, incubator: Incubator) -> None:
    """Refuse a state that is none, and one that nobody has permitted yet."""
    if incubator.state not in Incubator.State.values:
        raise BadDataError(
            _("“%(state)s” is not a state of an incubator; the states are: %(states)s.")
            % {"state": incubator.state, "states": ", ".join(Incubator.State.values)}
        )
    if incubator.state == Incubator.State.OPEN:
        rules.check_open(by=by, incubator=incubator)
