"""Who writes recommendations and publishes editions, and in which state."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from ligzda.findings.claims import ClaimError, parse
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.languages import DEFAULT
from ligzda.methodology.models import PublishedEdition, Recommendation
from ligzda.methodology.recommendations.frame import frame
from ligzda.network.models import User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission
from ligzda.wording import wording


def check_write(*, by: Viewer) -> None:
    """The methodology is written by those who evaluate the trial or lead the network."""
    if isinstance(by, User) and by.is_system:
        return
    check_permission(
        by,
        Permission.WRITE_METHODOLOGY,
        _("The methodology is written by those who evaluate the trial or lead the network."),
    )


def check_facts(
    *, criteria: Mapping[str, str], claims: Iterable[int], known: Iterable[int], monitoring: str
) -> None:
    """Refuse a criterion, a judgement or a claim that is not there, and what is no predicate."""
    for code, judgement in criteria.items():
        if code not in frame() or judgement not in frame()[code].scale:
            raise BadDataError(
                _("There is no judgement “%(judgement)s” of the criterion “%(code)s”.")
                % {"judgement": judgement, "code": code}
            )
    if missing := sorted(set(claims) - set(known)):
        raise BadDataError(
            _("There is no public claim %(numbers)s.") % {"numbers": ", ".join(map(str, missing))}
        )
    if monitoring:
        try:
            parse(monitoring)
        except ClaimError as error:
            said = wording(DEFAULT).remark(error.remark)
            raise BadDataError(
                _("Monitoring is no predicate: %(place)s: %(why)s")
                % {"place": error.place, "why": said}
            ) from None


def check_publish(*, by: Viewer, recommendation: Recommendation) -> None:
    """What one person wrote another publishes, once."""
    check_write(by=by)
    if recommendation.published_at is not None:
        raise WrongStateError(_("This version is published already."))
    if isinstance(by, User) and recommendation.written_by_id == by.pk:
        raise WrongStateError(
            _("You wrote this recommendation yourself. Ask another person to publish it.")
        )


def check_publish_edition(*, by: Viewer, edition: PublishedEdition) -> None:
    """What one person prepared another publishes, once."""
    check_write(by=by)
    if edition.published_at is not None:
        raise WrongStateError(_("This edition is published already."))
    if isinstance(by, User) and edition.prepared_by_id == by.pk:
        raise WrongStateError(
            _("You prepared this edition yourself. Ask another person to publish it.")
        )


def check_something_to_publish(*, recommendations: int) -> None:
    """An edition without a recommendation is none."""
    if not recommendations:
        raise WrongStateError(
            _("No recommendation is published yet: there is nothing to make an edition of.")
        )
