"""What people are told where a constraint of models or practices is broken."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

_CODE = _("This code is taken already.")
_DRAFT = _("A colleague has begun a draft of this model meanwhile; go on with that one.")
_PUBLISHED = _("This version is already published and stays as it is.")
SENTENCES: dict[str, Words] = {
    "practice.code": _CODE,
    "practice.slug": _CODE,
    "practice_status_is_known": _("Choose the status of the practice."),
    "practice_country_has_two_letters": _("A country is its code of two capital letters: LV, FI."),
    "practice_has_a_source": _("Name the source."),
    "factor_practice_once": _("The practice belongs to this factor already."),
    "practice_one_level_a_factor": _("A practice has one level of each factor."),
    "exclusion_stands_once": _("These two levels exclude each other already."),
    "level_lasts_some_months": _("A level lasts some months, or its length is not said."),
    "model_code_is_m_and_number": _("A model's code is M and a number: M1."),
    "operatingmodel.code": _CODE,
    "operatingmodel.slug": _CODE,
    "version_number_once_a_model": _DRAFT,
    "version_one_draft_a_model": _DRAFT,
    "version_has_places_and_a_manager": _(
        "A model has places and a manager; neither is none, and no instructors are less than none."
    ),
    "version_one_level_a_factor": _("A version has one level of each factor."),
    "version_practice_once": _("The practice stands in this version already."),
    "modelversion.immutable_when_published": _PUBLISHED,
    "modelversion.complete_when_published": _("Before it is published, choose a level everywhere."),
    "versionlevel.immutable_when_published": _PUBLISHED,
    "versionpractice.immutable_when_published": _PUBLISHED,
    "versionrule.immutable_when_published": _PUBLISHED,
    "versiontext.immutable_when_published": _PUBLISHED,
}
