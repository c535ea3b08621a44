"""What people are told where a constraint of the room is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "enterprise_number_once_in_a_municipality": _(
        "An enterprise with this registration number stands here already. Look for it in the list."
    ),
    "involvement_one_at_a_time": _("This person has this role there already in these days."),
    "milestone_once_a_day": _("This stands there already, on the same day."),
    "milestone_happens_once": _("This happens once, and stands there already."),
    "milestone_reference_once": _("A row with this number of your list is written down already."),
    "milestone.in_order": _("This event does not fit those before and after it."),
    "job_reference_once": _("A row with this number of your list is written down already."),
    "turnover_reference_once": _("A row with this number of your list is written down already."),
    "turnover_once_a_time": _("The turnover of this time, or of a part of it, is there already."),
    "aid_reference_once": _("A row with this number of your list is written down already."),
    "aid_form_once": _("Support with this number of the State's form stands here already."),
    "link_one_at_a_time": _("These two are linked already in these days."),
}
