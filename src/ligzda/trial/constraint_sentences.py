"""What people are told where a constraint of the trial is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

_REGISTERED = _("The protocol is registered; it does not change any more.")
_DRAWN = _("A draw is held once and stays; what was published before it cannot be changed.")
SENTENCES: dict[str, Words] = {
    "protocol_version_once": _("There is a protocol with this version number already."),
    "protocol_one_draft": _("There is a draft already. Finish it first."),
    "protocolversion.immutable_when_registered": _REGISTERED,
    "protocol_arm_once": _("This model is in the protocol already."),
    "protocolarm.frozen_when_registered": _REGISTERED,
    "protocolarm.only_published": _("A protocol tests published versions of models only."),
    "protocoldocument.frozen_when_registered": _REGISTERED,
    "document_once": _("This file is attached already."),
    "document_has_a_title": _("Give the document a title."),
    "document_size_is_true_and_small": _("The document is empty, or larger than may be attached."),
    "deviation_approved_by_another": _("Who recorded a deviation cannot approve it."),
    "deviation_says_what_and_why": _("Say what was planned, what was done, and why."),
    "deviation.never_deleted": _("A recorded deviation stays."),
    "deviation.fixed_once_approved": _("This deviation is already approved."),
    "deviation.words_stay": _("A recorded deviation is not reworded; record another instead."),
    "deviation.corrects": _("This deviation has been corrected; the correction stands."),
    "deviation.approved_as_it_stands": _(
        "This deviation has been corrected; the correction stands."
    ),
    "deviation.corrects_a_slip_of_ones_own": _(
        "A deviation is corrected by who recorded it, within ten minutes, before it is approved."
    ),
    "deviation.from_a_registered_protocol": _(
        "First register the protocol: a deviation departs from what is registered."
    ),
    "draw.protocol": _("The hash of the draw for this protocol is already published."),
    "draw.never_deleted": _DRAWN,
    "draw.fixed_once_revealed": _DRAWN,
    "draw.commitment_stays": _DRAWN,
    "course_one_model_at_a_time": _("An incubator runs one model at a time; these days overlap."),
    "course.only_feasible_models": _("This incubator cannot run this model."),
    "fidelity_once_a_quarter": _("This quarter is already assessed for this incubator."),
    "fidelity_assessed_not_before": _("A quarter is not assessed before it begins."),
    "fidelity_names_its_source": _("Say what the assessment rests on."),
    "fidelity_item_is_known_and_in_range": _("A planned or actual number lies out of its range."),
    "adaptation_says_what_and_why": _("Say what is done at this incubator, and why."),
    "adaptation.only_added": _("A recorded adaptation stays; record a further one instead."),
    "flow_stage_once": _("This is already recorded for this incubator and its model then."),
    "flow_says_why": _("Give the reason."),
}
