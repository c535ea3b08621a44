"""Sign-in as this house wants it: by invitation, with limits that say when they end."""

import datetime
import math
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.kernel.client import network
from ligzda.network.models import User

_APP = "allauth.account"
_LIMITS = frozenset({"too_many_login_attempts", "rate_limited"})


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody can make an account for themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: accounts come from the network room's actions."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # Wrong passwords count against an account by the network they come from: who tries them
        # elsewhere closes it to themselves, not to its owner.
        anywhere: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{anywhere}:{network(request)}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a try, from this network and from all together; taken back where it succeeds."""
        here = self._get_login_attempts_cache_key(request, **credentials)
        anywhere = super()._get_login_attempts_cache_key(request, **credentials)
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            raise _closed(_end(request, "login_failed", here)) from None
        self._anywhere = ratelimit.consume(
            request, app=_APP, action="login_failed_anywhere", key=anywhere
        )
        if not self._anywhere:
            raise _closed(_end(request, "login_failed_anywhere", anywhere))

    def _rollback_login_failed_rl_usage(self) -> None:
        super()._rollback_login_failed_rl_usage()
        if self._anywhere:
            self._anywhere.rollback()

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Say of a limit of wrong codes at what time it is over."""
        if code not in _LIMITS:
            error: ValidationError = super().validation_error(code, *args)
            return error
        stage = getattr(self.request, "_login_stage", None)
        user = stage.login.user if stage else self.request.user
        return _closed(_end(self.request, "login_failed", f"mfa-auth-user-{user.pk}"))


def _end(request: HttpRequest, action: str, key: str) -> float:
    """Return when the next try is let through, in seconds since 1970; now where it is already.

    allauth keeps the moments of the tries that count, the newest first.
    """
    ends = [time.time()]
    for rate in ratelimit.get_rates(app=_APP, action=action):
        where = ratelimit.get_cache_key(request, app=_APP, action=action, rate=rate, key=key)
        counted = cache.get(where, [])
        if len(counted) >= rate.amount:
            ends.append(counted[rate.amount - 1] + rate.duration)
    return max(ends)


def _closed(end: float) -> ValidationError:
    minute = datetime.datetime.fromtimestamp(math.ceil(end / 60) * 60, tz=datetime.UTC)
    sentence = _("Too many wrong passwords or codes. You can try again at %(time)s.") % {
        "time": date_format(timezone.localtime(minute), "TIME_FORMAT")
    }
    return ValidationError(sentence, code="too_many_login_attempts")


def prove_address(sender: object, request: HttpRequest, user: User, **_more: object) -> None:
    """Keep that the address is the person's: they opened the link of the letter sent to it."""
    EmailAddress.objects.update_or_create(
        user=user, email=user.email.lower(), defaults={"verified": True, "primary": True}
    )
