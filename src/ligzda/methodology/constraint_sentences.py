"""What people are told where a constraint of the room is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "recommendation_one_draft_at_a_time": _(
        "There is a draft of this recommendation already. Publish it first."
    ),
    "recommendation_version_once": _(
        "Somebody wrote this version at the same moment. Look at theirs first."
    ),
}
