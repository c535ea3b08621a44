"""What people are told where a constraint of the incubators is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "incubator.municipality": _("This municipality has an incubator already."),
    "incubator.slug": _("This municipality has an incubator already."),
    "incubator_open_since_a_day": _("Save the opening day first."),
    "incubator_says_why_only_some_models": _(
        "Where an incubator can run only some models, name them and say why in both languages."
    ),
    "incubator_check_in_takes_5_to_60_minutes": _(
        "Between 5 and 60 minutes; leave it empty where nobody needs to say that they are here."
    ),
    "room_name_once": _("There is a room of this name in the incubator already."),
    "room_has_at_most_200_places": _("A room has at most 200 bench places."),
    "room.lies_on_a_floor_of_its_building": _("Its building has no such floor."),
    "equipment_name_once": _("There is a machine of this name in the incubator already."),
    "equipment_lapses_only_where_it_needs_a_right": _(
        "A right lapses by disuse after 1 to 60 months, and only where the machine needs one."
    ),
    "authorisation_withdrawn_says_why": _("Say why the right is withdrawn."),
    "equipment_price_says_when_and_how_long": _(
        "A price goes with the day of buying and the months over which it is written off."
    ),
    "equipment_retired_after_it_was_bought": _(
        "A machine is taken out of use no earlier than it was bought."
    ),
    "hours_open_then_close": _("It closes after it opens."),
    "special_day_once": _("This day is among the special days already."),
    "special_day_open_then_close": _(
        "Give both when it opens and when it closes, or neither: then it is closed."
    ),
    "building_name_once": _("There is a building of this name in the incubator already."),
    "building_floors_are_in_order": _(
        "The lowest floor is no higher than the highest; floors are −5 to 50."
    ),
    "building_door_is_a_door": _("A door is 30 to 500 cm wide."),
    "building.has_the_floors_of_its_rooms": _(
        "A room lies on a floor that the building would have no longer. Move the room first."
    ),
    "work_cost_is_not_negative": _("A cost is not negative."),
    "work_ends_after_it_begins": _("It ends no earlier than it begins."),
    "work_accepted_by_somebody_as_a_document": _(
        "An acceptance has its day, no earlier than the works began, who accepted and the number "
        "of the act."
    ),
    "confirmation_ends_after_its_day": _("A paper is valid from its day on, not before."),
    "photo_once": _("This photo is there already."),
    "manual_once": _("This manual is there already."),
    "plan_says_how_often": _("Say after how many months or after how many hours of use."),
    "plan_interval_is_possible": _("1 to 120 months; at least one hour."),
    "maintenance_cost_is_not_negative": _("A cost is not negative."),
    "incident_hurt_is_an_accident": _("If somebody was hurt it was an accident."),
    "incident.stays_when_closed": _(
        "This entry is closed and stays as it is. Add what you found out as a measure."
    ),
    "measure.only_ever_added": _("What stands in the log stays. Add a further measure."),
    "booking_ends_later": _("It has to end after it begins."),
    "occupation_overlaps_none": _("It is taken at this time already."),
    "occupation_lasts_at_most_31_days": _("At most 31 days at once; enter what follows by itself."),
    "quota_once": _("There is a quota of this person, group or role already: change that one."),
    "quota_fits_into_a_week": _("A week has 1 to 168 hours."),
    "waiting_once_for_a_time": _("You wait for this time already."),
    "waiting_ends_later": _("It has to end after it begins."),
    "planned_cost_once": _("Somebody has planned this at the same moment; look again."),
    "monthly_cost_once": _("Somebody has entered this at the same moment; look again."),
    "monthly_cost_is_not_of_the_future": _("Costs are entered when their month has begun."),
    "monthly_cost_in_kind_says_how_valued": _(
        "What was given in kind needs how it was valued: the document, or the rent forgone."
    ),
    "monthlycost.stays_once_closed": _(
        "This month is closed: its costs stay as they are. Enter a correction with its reason."
    ),
    "month_closed_once": _("This month is closed already."),
    "month_closed_when_it_is_over": _("A month is closed when it is over."),
    "closedmonth.stays_closed": _("A month that is closed stays closed."),
    "costcorrection.stays": _("A correction stays; another one can put it right."),
    "costcorrection.leaves_no_negative_cost": _(
        "So much cannot be taken off: nothing below zero would be left of this cost."
    ),
    "order_plan_once_a_year": _("There is an order plan for this year already."),
    "order_delivered_after_it_was_ordered": _(
        "An order is delivered no earlier than it was ordered."
    ),
    "order_paid_after_it_was_delivered": _("An order is paid no earlier than it was delivered."),
    "order_is_not_of_the_future": _("The day of an order has to have come."),
    "order.goes_by_a_route_of_its_day": _(
        "This award route was not in force on the day of the order; choose another."
    ),
}
