"""What people are told where a constraint of the room is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "recommendation_one_draft_at_a_time": _(
        "There is a draft of this recommendation already. Publish it first."
    ),
    "block_version_once": _("Somebody saved this block at the same moment. Look at theirs first."),
    "docx_taken_in_once": _("This very file was taken in already: it would add nothing."),
    "source.key": _("A source with this key is in the list already."),
    "suggestion.suggestion_decided_once": _("Somebody has decided this suggestion already."),
    "source_of_a_doi_once": _("A source with this DOI is in the list already."),
    "source_doi_is_one": _("This is no DOI: it begins with 10. and has a slash."),
    "recommendation_version_once": _(
        "Somebody wrote this version at the same moment. Look at theirs first."
    ),
}
