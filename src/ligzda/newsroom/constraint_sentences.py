"""What people are told where a constraint of the newsroom is broken (kernel/constraints.py).

Those of articles and banners stand in their models, where the editors' forms find them.
"""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

_CHANGED = _("Something has happened to this comment since; look at it again.")
SENTENCES: dict[str, Words] = {
    "article.slug": _("An article with this address stands already."),
    "topic.slug": _("A topic with this address stands already."),
    "comment_thread_is_at_most_three_deep": _(
        "Answers go three levels deep. Answer the comment above this one instead."
    ),
    "comment_edited_after_posting": _CHANGED,
    "comment_says_something": _("Write something first."),
    "comment_text_is_bounded": _("The text is too long."),
    "comment.life": _CHANGED,
    "comment.answers_what_is_shown": _(
        "The comment you answer is no longer shown. You can still write one of your own."
    ),
    "transition_restriction_gives_reasons": _("Name the rule, the facts and your reasons."),
    "transition.undoes": _("This is undone already."),
    "report_once_a_person": _("You have reported this comment already."),
    "report_once_a_network": _("This comment has been reported from your network already."),
    "notice_in_good_faith": _("A notice is filed in good faith only."),
    "notice_decision_gives_reasons": _("Give your reasons."),
    "appeal.comment": _("A decision can be appealed once; yours has been."),
    "appeal_decided_with_an_answer": _("Give your reasons."),
    "ban_has_an_end": _("A ban ends after it begins."),
    "ban_gives_reasons": _("Give your reasons."),
    "ban_objection_answered_by_someone": _("Give your reasons."),
}
