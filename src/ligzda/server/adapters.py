"""Sign-in as this house wants it: by invitation, with limits that say when they end."""

import datetime

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.network.models import User

_LIMITS = frozenset({"too_many_login_attempts", "rate_limited"})


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody can make an account for themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: accounts come from the network room's actions."""
        return False

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Say of a limit of wrong passwords and codes at what time it is over."""
        if code not in _LIMITS:
            error: ValidationError = super().validation_error(code, *args)
            return error
        end = timezone.localtime() + datetime.timedelta(minutes=settings.SIGN_IN_LOCK_MINUTES)
        sentence = _("Too many wrong passwords or codes. You can try again at %(time)s.") % {
            "time": date_format(end + datetime.timedelta(minutes=1), "TIME_FORMAT")
        }
        return ValidationError(sentence, code=code)


def prove_address(sender: object, request: HttpRequest, user: User, **_more: object) -> None:
    """Keep that the address is the person's: they opened the link of the letter sent to it."""
    EmailAddress.objects.update_or_create(
        user=user, email=user.email.lower(), defaults={"verified": True, "primary": True}
    )
