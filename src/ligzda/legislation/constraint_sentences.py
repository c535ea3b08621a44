"""What people are told where a constraint of legislation is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "act_text_added_once": _("This text of this day stands in the register already."),
    "package_is_filed_by_a_second_person": _(
        "Whoever signed a package does not file it: a second person looks at it."
    ),
    "package_has_a_day_if_it_says_so": _(
        "Give the day on which the package comes into force, or choose another term."
    ),
    "opinion_once_a_round": _("This institution has given its opinion in this round already."),
    "opinion_row_outcome_has_reasons": _("An answer has its reasons: write them down."),
    "regulation_is_announced_by_a_second_person": _(
        "Whoever began a draft does not announce it: a second person looks at it."
    ),
    "regulation_is_published_by_a_second_person": _(
        "Whoever recorded the adoption does not record the publication: a second person does."
    ),
    "regulation.adopted_by_its_council": _(
        "This is no published decision by which the council of this municipality issues a binding "
        "regulation."
    ),
    "regulation.adopted_text_stays": _(
        "The council has adopted this regulation; its text stays. Draft a new one."
    ),
    "regulation.published_stays": _("The regulation is published and stays as it is."),
    "memorandumpart.as_adopted": _(
        "The council has adopted this regulation; its text stays. Draft a new one."
    ),
    "consultation_lasts_two_weeks": _("The public has at least two weeks."),
    "publiccomment.within_its_days": _("Comments are received while the public is asked."),
    "public_comment_outcome_has_reasons": _("An answer has its reasons: write them down."),
    "unit_link_once": _("This unit is linked to this level already."),
    "package.filed_stays": _("A filed package is not changed any more. Draft a new one."),
    "change.as_filed": _("A filed package is not changed any more. Draft a new one."),
}
