"""What people are told where a constraint of training is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "mentor_hours_begin_then_end": _("The hours end before they begin."),
    "offer_places_within_reason": _("A mentor accompanies one to ten people at a time."),
    "wish_one_at_a_time": _("You have asked for a mentor already."),
    "pair_once_at_a_time": _("These two are a pair already."),
    "pair_is_of_two_people": _("Nobody is their own mentor."),
    "meeting_once_a_day": _("This pair has a meeting on this day already."),
    "meeting_of_five_minutes_to_a_day": _("A meeting takes 5 minutes to 8 hours."),
    "meeting_ends_the_same_day": _(
        "A meeting ends after it begins, and lasts at most twelve hours."
    ),
    "meetings_of_a_session_follow_each_other": _(
        "Two meetings of this session would be at the same time. Change one of them."
    ),
    "machine_opened_once_a_version": _("This version opens the machine already."),
}
