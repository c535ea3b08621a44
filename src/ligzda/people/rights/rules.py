"""Who may ask, answer, erase, consent, look at the log, and write down who stands by a person."""

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import Municipality, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, has_permission, roles_held
from ligzda.people.models import (
    Consent,
    Person,
    RequestKind,
    RetentionHold,
    RightsRequest,
    Stay,
)
from ligzda.people.queries import identities
from ligzda.people.rights import holding
from ligzda.people.rules import check_in_use, check_there

ANSWERS = (Permission.PROTECT_DATA, Permission.APPROVE_PEOPLE)
ASKS = (Permission.KEEP_PEOPLE, Permission.PROTECT_DATA)


def _is(by: Viewer, person: Person) -> bool:
    return isinstance(by, User) and person.user_id == by.pk


def check_rights_somewhere(*, by: Viewer) -> None:
    """Requests, holds and the calendar are seen by those who answer somewhere."""
    if not any(role.permissions & set(ANSWERS) for role, _at in roles_held(by)):
        raise NotAllowedError(_answered_by())


def check_log_somewhere(*, by: Viewer) -> None:
    """Who looked at whom is seen by the data protection officer of a municipality."""
    if not any(Permission.PROTECT_DATA in role.permissions for role, _at in roles_held(by)):
        raise NotAllowedError(
            _("Who looked at whom is seen by the data protection officer of the municipality.")
        )


def check_answer_in(*, by: Viewer, municipality: Municipality) -> None:
    """Requests are answered for the municipality that keeps the record."""
    if not any(has_permission(by, each, municipality) for each in ANSWERS):
        raise NotAllowedError(_answered_by())


def check_ask(*, by: Viewer, person: Person) -> None:
    """A person asks for themselves; on their behalf, who keeps their record."""
    if not _is(by, person) and not any(
        has_permission(by, each, person.municipality) for each in ASKS
    ):
        raise NotAllowedError(
            _("The person asks, or for them who keeps their record or protects their data.")
        )
    check_there(person=person)


def check_answer(*, by: Viewer, request: RightsRequest) -> None:
    """A request that is open."""
    check_answer_in(by=by, municipality=request.municipality)
    if request.state != RightsRequest.State.OPEN:
        raise WrongStateError(_("This request is answered already."))


def check_grant(*, by: Viewer, request: RightsRequest) -> None:
    """To do what is asked; an erasure is carried out by somebody who did not ask for it."""
    check_answer(by=by, request=request)
    if request.kind != RequestKind.ERASE:
        return
    if isinstance(by, User) and request.asked_by_id == by.pk:
        raise WrongStateError(
            _("Whoever asked for an erasure does not carry it out: a second person does.")
        )
    check_erasable(person=request.person)


def check_erasable(*, person: Person) -> None:
    """Nobody is erased whose stay is open, or whose record somebody holds."""
    check_there(person=person)
    theirs = identities(person)
    if Stay.objects.filter(person__in=theirs, period__endswith__isnull=True).exists():
        raise WrongStateError(_("The person stays in an incubator now; first end the stay."))
    for hold in holding.in_force(person):
        if hold.scope == RetentionHold.Scope.RECORD:
            raise WrongStateError(
                _("The record must stay until %(day)s: %(because)s. Restrict its use until then.")
                % {"day": plain_date(hold.period.upper), "because": hold.because}
            )


def check_lift(*, by: Viewer, person: Person) -> None:
    """A restriction is lifted by who answers requests."""
    check_answer_in(by=by, municipality=person.municipality)
    check_there(person=person)
    if person.restricted_on is None:
        raise WrongStateError(_("The use of this record is not restricted."))


def check_consent(*, by: Viewer, person: Person) -> None:
    """A person says yes themselves, or in front of who keeps their record."""
    if not _is(by, person) and not has_permission(by, Permission.KEEP_PEOPLE, person.municipality):
        raise NotAllowedError(_("The person says yes, or in front of who keeps their record."))
    check_in_use(person=person)


def check_withdraw(*, by: Viewer, consent: Consent) -> None:
    """A consent is taken back as easily as it was given (GDPR Art. 7(3)), also from a record whose
    use is restricted."""
    person = consent.person
    if not _is(by, person) and not any(
        has_permission(by, each, person.municipality) for each in ASKS
    ):
        raise NotAllowedError(_("The person takes it back, or for them who keeps their record."))
    if consent.withdrawn_at is not None:
        raise WrongStateError(_("This consent is taken back already."))


def check_hold(*, by: Viewer, municipality: Municipality) -> None:
    """What must stay is noted by who answers requests."""
    check_answer_in(by=by, municipality=municipality)


def check_end_hold(*, by: Viewer, hold: RetentionHold) -> None:
    """One that is not over."""
    check_answer_in(by=by, municipality=hold.municipality)
    if hold.period.upper <= timezone.localdate():
        raise WrongStateError(_("It is over already."))


def check_represent(*, by: Viewer, person: Person) -> None:
    """Who stands by a person is written down by who keeps their record."""
    if not has_permission(by, Permission.KEEP_PEOPLE, person.municipality):
        raise NotAllowedError(
            _("People are registered by the social workers and managers of their municipality.")
        )
    check_in_use(person=person)


def _answered_by() -> str:
    return _(
        "Requests about data are answered by the data protection officer, or by the manager or the "
        "coordinator of the municipality."
    )
