"""Who may do what, in which state. `check_…` raises with a sentence for people;
pages ask through `kernel.obstacle`.

A user never sees or changes a row of a municipality that is not theirs; what is published is
public.
"""

import datetime
from collections.abc import Iterator
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import (
    Decision,
    DecisionDocument,
    Membership,
    Municipality,
    Partner,
    Permit,
    User,
)
from ligzda.network.roles import BY_KEY, Permission, Role

Viewer = User | AnonymousUser | None


def roles_held(
    user: Viewer, on: datetime.date | None = None
) -> Iterator[tuple[type[Role], Partner]]:
    """Yield the roles the user holds on a day (default today), each with its partner."""
    if not isinstance(user, User) or not user.is_active:
        return
    day = on or timezone.localdate()
    if user.roles_kept is None:
        yield from _roles_on(user, day)
        return
    if day not in user.roles_kept:
        user.roles_kept[day] = list(_roles_on(user, day))
    yield from user.roles_kept[day]


def keep_roles(user: User) -> None:
    """Let this instance read its roles once: for whoever lasts no longer than a request."""
    user.roles_kept = {}


def _roles_on(user: User, day: datetime.date) -> Iterator[tuple[type[Role], Partner]]:
    held = Membership.objects.filter(user=user, period__contains=day)
    for membership in held.select_related("partner"):
        yield BY_KEY[membership.role], membership.partner


def has_permission(
    user: Viewer, permission: Permission, municipality: Municipality | None = None
) -> bool:
    """Whether a role of the user allows it, for the network or for this municipality."""
    if isinstance(user, User) and user.is_system:
        return True
    return any(
        permission in role.permissions
        and (
            role.scope == "network"
            or (municipality is not None and partner.municipality_id == municipality.pk)
        )
        for role, partner in roles_held(user)
    )


def needs_second_step(user: Viewer) -> bool:
    """Whether a role the user holds today asks for a second step at sign-in."""
    return any(role.second_step for role, _partner in roles_held(user))


def signed_in(viewer: Viewer) -> User:
    """Return who acts; raise NotAllowedError where nobody is signed in."""
    if not isinstance(viewer, User):
        raise NotAllowedError(_("Please sign in first."))
    return viewer


def check_permission(
    by: Viewer, permission: Permission, sentence: str, municipality: Municipality | None = None
) -> None:
    """Raise NotAllowedError with `sentence` unless a role allows it."""
    if not has_permission(by, permission, municipality):
        raise NotAllowedError(sentence)


def check_permission_somewhere(by: Viewer, permission: Permission, sentence: str) -> None:
    """Raise NotAllowedError unless a role allows it for some municipality, whichever it is."""
    held = (permission in role.permissions for role, _partner in roles_held(by))
    if not has_permission(by, permission) and not any(held):
        raise NotAllowedError(sentence)


def check_see_drafts(*, viewer: Viewer, municipality: Municipality) -> None:
    """Drafts of a council's decisions are for those who act for that municipality."""
    check_permission(
        viewer,
        Permission.SEE_DRAFTS,
        _("Drafts can be read only by the coordinator of this municipality."),
        municipality,
    )


def check_draft_decision(*, by: Viewer, municipality: Municipality) -> None:
    """A decision is written down by those who act for the municipality that made it."""
    check_permission(
        by,
        Permission.DRAFT_DECISION,
        _("A council's decision can be recorded only by the coordinator of its municipality."),
        municipality,
    )


def check_change_decision(*, by: Viewer, decision: Decision) -> None:
    """Only a draft can be changed; the public text of a decision stays what it was."""
    check_draft_decision(by=by, municipality=decision.municipality)
    if decision.published_at is not None:
        raise WrongStateError(
            _("This decision is published and stays as it is. Record a new decision instead.")
        )


def check_publish_decision(*, by: Viewer, decision: Decision) -> None:
    """A draft becomes public once, by those who act for the municipality."""
    check_permission(
        by,
        Permission.PUBLISH_DECISION,
        _("A council's decision can be published only by the coordinator of its municipality."),
        decision.municipality,
    )
    if decision.published_at is not None:
        raise WrongStateError(_("This decision is already published."))
    check_complete(decision=decision)
    wrote_it = isinstance(by, User) and decision.edited_by_id == by.pk
    if wrote_it and others_who_publish(by, decision.municipality).exists():
        raise WrongStateError(
            _("You have written this last. Another coordinator of the municipality looks at it and "
              "publishes it.")
        )  # fmt: skip


def others_who_publish(by: Viewer, municipality: Municipality) -> QuerySet[User]:
    """Return who else could look at a municipality's decision and publish it today."""
    roles = [key for key, role in BY_KEY.items() if Permission.PUBLISH_DECISION in role.permissions]
    held = Membership.objects.filter(
        role__in=roles, partner__municipality=municipality, period__contains=timezone.localdate()
    )
    found = User.objects.filter(is_active=True, memberships__in=held)
    return found.exclude(pk=by.pk) if isinstance(by, User) else found


COMPLETE = ("document_title", "body", "text", "permits")
"""What a published decision says in both languages."""


def check_complete(*, decision: Decision) -> None:
    """A decision is published when it says everything; what comes with Ligzda names its source."""
    empty = [
        str(cast("Any", Decision._meta.get_field(name)).verbose_name)
        for field in COMPLETE
        for name in (f"{field}_lv", f"{field}_en")
        if not getattr(decision, name).strip()
    ]
    if not decision.permitted:
        empty.append(_("things permitted"))
    came_with_ligzda = decision.edited_by_id is None
    if not (came_with_ligzda or decision.document_url or decision.documents.exists()):
        empty.append(_("a document, or the address where it can be read"))
    if empty:
        raise WrongStateError(_("Still empty: %(fields)s.") % {"fields": ", ".join(empty)})
    if decision.sitting_on > timezone.localdate():
        raise WrongStateError(_("The sitting has not been yet: a decision is published after it."))


def check_read_document(*, viewer: Viewer, document: DecisionDocument) -> None:
    """A paper is for those who act for its municipality; for everybody where it is published so."""
    decision = document.decision
    if not (document.public and decision.published_at is not None):
        check_see_drafts(viewer=viewer, municipality=decision.municipality)


def check_keep_decisions(*, by: Viewer) -> None:
    """The desk of decisions is for those who write down some council's."""
    check_permission_somewhere(
        by,
        Permission.DRAFT_DECISION,
        _("Councils' decisions are recorded by the coordinators of their municipalities."),
    )


def check_admit_partner(*, by: Viewer) -> None:
    """Partners are admitted by the network's administrator."""
    check_permission(
        by,
        Permission.ADMIT_PARTNER,
        _("Partners can be admitted only by the administrator of the network."),
    )


def check_record_agreement(*, by: Viewer, on: datetime.date) -> None:
    """An agreement that is signed is recorded by whoever admits partners."""
    check_permission(
        by,
        Permission.ADMIT_PARTNER,
        _("A partner's agreement can be recorded only by the administrator of the network."),
    )
    if on > timezone.localdate():
        raise WrongStateError(_("An agreement is recorded when it is signed, not before."))


def in_force(
    *, municipality: Municipality, permit: Permit, on: datetime.date
) -> QuerySet[Decision]:
    """Return the published decisions by which a council permits a thing on a day."""
    return Decision.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=on),
        municipality=municipality,
        published_at__isnull=False,
        permitted__contains=[permit],
        sitting_on__lte=on,
    )


def check_decided(*, municipality: Municipality, permit: Permit, on: datetime.date) -> None:
    """Nothing begins before the council has permitted it and the partner's agreement is signed.

    Whatever a room does that a council must permit – opening an incubator, promising orders,
    announcing a binding regulation – asks here, for the day on which it is to begin.
    """
    decided = in_force(municipality=municipality, permit=permit, on=on)
    agreed = Partner.objects.filter(municipality=municipality, agreement_on__lte=on)
    missing = []
    if not decided.exists():
        missing.append(
            _("a published decision of the council that permits to “%(what)s” on %(day)s")
            % {"what": Permit(permit).label, "day": date_format(on, "SHORT_DATE_FORMAT")}
        )
    if not agreed.exists():
        missing.append(_("the day of the partner's agreement, recorded by the administrator"))
    if missing:
        raise WrongStateError(_("Still missing: %(what)s.") % {"what": "; ".join(missing)})


def check_edit_partner(*, by: Viewer) -> None:
    """What is said in public about a partner is edited by editors."""
    check_permission(
        by,
        Permission.EDIT_PARTNER,
        _("What a partner does can be edited only by an editor or the administrator."),
    )


def check_record_population(*, by: Viewer) -> None:
    """Figures come from official tables and are taken in by evaluators or the administrator."""
    check_permission(
        by,
        Permission.RECORD_POPULATION,
        _("Population figures can be recorded only by an evaluator or the administrator."),
    )


def check_register_units(*, by: Viewer) -> None:
    """The map of the country is part of the installation, not of anybody's work."""
    if not (isinstance(by, User) and by.is_system):
        raise NotAllowedError(_("The list of municipalities comes with Ligzda itself."))


def check_keep_demo_accounts(*, by: Viewer) -> None:
    """Accounts whose password many know are opened and closed by the installation alone."""
    if not (isinstance(by, User) and by.is_system):
        raise NotAllowedError(_("Accounts of the demonstration come with Ligzda itself."))


def check_keep_network(*, by: Viewer) -> None:
    """Who is there, with which roles, and what the house could not do: one person's desk."""
    check_permission(
        by,
        Permission.GRANT_ROLE,
        _("This desk is for the administrator of the network."),
    )


def check_keep_statements(*, by: Viewer) -> None:
    """What is stated from memory is looked up by those who know the law."""
    check_permission(
        by,
        Permission.CHECK_STATEMENTS,
        _("What is to be checked is looked up by the lawyers and reviewers of the ministries."),
    )


def check_see_audit(*, by: Viewer) -> None:
    """Who did what is for whoever answers for it: the network's, or one's own municipality's."""
    check_permission_somewhere(
        by,
        Permission.SEE_AUDIT,
        _("The audit trail is read by coordinators, of their municipality, and the administrator."),
    )


def check_offboard_user(*, by: Viewer, user: User) -> None:
    """Somebody's part in the network is ended by the administrator; nobody's own."""
    check_permission(
        by,
        Permission.GRANT_ROLE,
        _("Somebody's part in the network can be ended only by its administrator."),
    )
    if user.is_system:
        raise WrongStateError(_("The installation itself has no part that could end."))
    if isinstance(by, User) and by.pk == user.pk:
        raise WrongStateError(_("Another administrator ends your part."))
    if not user.is_active:
        raise WrongStateError(_("This account is closed already."))


def check_accept_conduct(*, by: Viewer) -> None:
    """Each accepts it for themselves; the installation is nobody who could."""
    if signed_in(by).is_system:
        raise NotAllowedError(_("The installation itself accepts nothing."))


def check_accepts_invitation(*, user: User) -> None:
    """Who never came in, by a password or another way, is invited and says what they are called."""
    if user.has_usable_password() or user.last_login is not None:
        raise WrongStateError(_("A name is said when the invitation is accepted."))


def check_invite_user(*, by: Viewer) -> None:
    """People come by invitation."""
    check_permission(
        by,
        Permission.INVITE_USER,
        _("Users can be invited only by the administrator of the network."),
    )


def check_grant_role(*, by: Viewer, role: type[Role], partner: Partner) -> None:
    """A role is granted by the administrator, at a partner of the kind it belongs to."""
    check_permission(
        by,
        Permission.GRANT_ROLE,
        _("Roles can be granted and ended only by the administrator of the network."),
    )
    if partner.kind not in role.held_at:
        raise WrongStateError(
            _("The role “%(role)s” cannot be held at a partner of the kind “%(kind)s”.")
            % {"role": role.name, "kind": partner.get_kind_display()}
        )


def check_end_role(*, by: Viewer, membership: Membership) -> None:
    """A role that has not ended yet can be ended."""
    check_permission(
        by,
        Permission.GRANT_ROLE,
        _("Roles can be granted and ended only by the administrator of the network."),
    )
    period = membership.period
    # Empty: ended on the day it began.
    if period.isempty or (period.upper is not None and period.upper <= timezone.localdate()):
        raise WrongStateError(_("This role has already ended."))


def check_erase_user(*, by: Viewer, user: User) -> None:
    """The administrator erases; the system member has nothing personal to erase."""
    check_permission(
        by,
        Permission.ERASE_USER,
        _("A user's data can be erased only by the administrator of the network."),
    )
    if user.is_system:
        raise WrongStateError(_("The installation itself has no personal data."))
