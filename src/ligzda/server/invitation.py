"""How somebody who is invited gets in: a link that works once, with which they choose a password.

The link is allauth's for a forgotten password: one way in, with one set of limits (ADR 0067).
"""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app

from ligzda.errors import LigzdaError
from ligzda.languages import CODES
from ligzda.network import actions
from ligzda.network.load import system_member
from ligzda.network.models import Partner, User
from ligzda.network.roles import Administrator
from ligzda.network.rules import check_invite_user

SEND = "ligzda.server.tasks.send_invitation"
"""The task is named: it calls this module."""


class InvitationError(LigzdaError):
    """Nobody can be invited like this; the message says what would do."""


def link(user: User) -> str:
    """Return the address at which this person chooses a password, for three days and once."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return str(settings.WAGTAILADMIN_BASE_URL) + reverse(
        "account_reset_password_from_key", kwargs=key
    )


@transaction.atomic
def invite(*, by: User, email: str, name: str) -> User:
    """Make an account and owe its letter."""
    user = actions.invite_user(by=by, email=email, name=name)
    owe(by=by, user=user)
    return user


def owe(*, by: User, user: User) -> None:
    """Owe a letter with a new link; a job sends it."""
    check_invite_user(by=by)
    app.configure_task(SEND).defer(user=user.pk, asked_at=timezone.now().isoformat())


def send(user: int, asked_at: str) -> None:
    """Send the letter, in every language: which of them this person reads is not known yet."""
    invited = User.objects.filter(pk=user, is_active=True).first()
    if invited is None:
        return  # erased since
    parts = []
    for code in CODES:
        with override(code):
            parts.append(
                _(
                    "%(name)s, you are invited to Ligzda, the network of social-enterprise "
                    "incubators. Open this link within three days and choose a password:\n\n"
                    "%(link)s\n\n"
                    "When it is too late, ask for a new link on the page “Forgotten password”."
                )
                % {"name": invited.name, "link": link(invited)}
            )
    with override(CODES[0]):
        subject = _("Invitation to Ligzda")
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    asked = "".join(figure for figure in asked_at if figure.isdigit())
    EmailMessage(
        subject,
        "\n\n---\n\n".join(parts),
        settings.DEFAULT_FROM_EMAIL,
        [invited.email],
        # Sent again after a crash it is known as the same.
        headers={"Message-ID": f"<invitation-{invited.pk}.{asked}@{domain}>"},
    ).send()


@transaction.atomic
def invite_administrator(*, email: str, name: str, partner: str) -> str:
    """Make an account with the role of administrator at a partner; return its link.

    For whoever runs the installation, before anybody could ask on a page: `ligzda invite`. Somebody
    who has an account gets the role, and a new link. Raises InvitationError.
    """
    found = Partner.objects.filter(slug=partner).first()
    if found is None:
        slugs = ", ".join(Partner.objects.order_by("slug").values_list("slug", flat=True))
        raise InvitationError(
            f"there is no partner “{partner}”; there are: {slugs}"
            if slugs
            else "no partner is loaded yet: start `ligzda run` once"
        )
    by = system_member()
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = actions.invite_user(by=by, email=email, name=name)
    if not user.is_active:
        raise InvitationError(f"the account of {email} is closed")
    actions.grant_role(by=by, user=user, role=Administrator, partner=found)
    return link(user)
