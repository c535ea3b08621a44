"""Who may change what a model is, and when."""

from django.utils.translation import gettext as _

from ligzda.blueprints import checks
from ligzda.blueprints.models import (
    Factor,
    FactorPractice,
    ModelVersion,
    Practice,
    VersionPractice,
)
from ligzda.kernel.errors import WrongStateError
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission


def check_design(*, by: Viewer) -> None:
    """Practices, factors and drafts of models are the evaluators' work."""
    check_permission(
        by,
        Permission.DESIGN_MODEL,
        _("Practices, factors and models can be changed only by an evaluator."),
    )


def check_remove_practice(*, by: Viewer, practice: Practice) -> None:
    """A practice that a model or a factor is traced to stays: published versions never change."""
    check_design(by=by)
    traced = VersionPractice.objects.filter(practice=practice).order_by("version__model__code")
    codes = list(dict.fromkeys(traced.values_list("version__model__code", flat=True)))
    if codes:
        raise WrongStateError(
            _("Models are traced to this practice: %(codes)s.") % {"codes": ", ".join(codes)}
        )
    if FactorPractice.objects.filter(practice=practice).exists():
        raise WrongStateError(_("A factor goes back to this practice."))


def check_edit_version(*, by: Viewer, version: ModelVersion) -> None:
    """Only a draft can be changed."""
    check_design(by=by)
    if version.published_at is not None:
        raise WrongStateError(_("This version is published and stays. Begin a new version."))


def check_publish_version(*, by: Viewer, version: ModelVersion) -> None:
    """A draft is published once, complete: one level of every factor, traced to a practice."""
    check_permission(
        by,
        Permission.PUBLISH_MODEL,
        _("A version of a model can be published only by an evaluator."),
    )
    if version.published_at is not None:
        raise WrongStateError(_("This version is already published and stays as it is."))
    answered = version.levels.values("factor")
    missing = [str(factor) for factor in Factor.objects.exclude(pk__in=answered)]
    if missing:
        raise WrongStateError(
            _("The version has no level yet for: %(factors)s.") % {"factors": ", ".join(missing)}
        )
    if not version.traces.exists():
        raise WrongStateError(_("The version is not traced to any practice yet."))


def models_pass() -> bool:
    """Whether the published models pass every check: what a trial stands on."""
    return checks.check().passed
