"""Security keys (WebAuthn): allauth's forms, with names in words and no answer that breaks them.

What a browser answers is a stranger's JSON: allauth and fido2 say of some that it is wrong by
whatever error their parser meets first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as allauth
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

LONGEST_NAME = 60
_MALFORMED = (ValueError, TypeError, KeyError, AttributeError, IndexError)
_UNANSWERED = gettext_lazy("The key has not answered. Try once more, in a browser with scripts on.")
_WRONG = gettext_lazy("The key did not answer as expected. Try once more.")


def _answer() -> forms.JSONField:
    errors = {"required": _UNANSWERED, "invalid": _WRONG}
    return forms.JSONField(widget=forms.HiddenInput, error_messages=errors)


def _name(**more: Any) -> forms.CharField:
    return forms.CharField(label=gettext_lazy("Name of the key"), max_length=LONGEST_NAME, **more)


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        if getattr(error, "code", None) != "incorrect_code":
            raise  # a limit, which says when it is over
        raise ValidationError(_WRONG) from error
    except _MALFORMED as error:
        raise ValidationError(_WRONG) from error


def _an_object(answer: object) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise ValidationError(_WRONG)
    return answer


class AddKeyForm(allauth.AddWebAuthnForm):  # type: ignore[misc]
    """Enrol a key."""

    name = _name(
        required=False,
        help_text=gettext_lazy("By which you know it again: “blue key”, “my phone”."),
    )
    credential = _answer()

    def clean_credential(self) -> dict[str, Any]:
        """Refuse what is no answer: allauth would check nothing, and keep `false` as a key."""
        return _an_object(self.cleaned_data["credential"])

    def clean(self) -> dict[str, Any]:
        """Check the key's answer against what it was asked."""
        with _in_words():
            cleaned: dict[str, Any] = super().clean()
            return cleaned


class RenameKeyForm(allauth.EditWebAuthnForm):  # type: ignore[misc]
    """Give a key another name."""

    name = _name()


class UseKeyForm(allauth.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """Take the second step with a key."""

    credential = _answer()

    def clean_credential(self) -> Authenticator:
        """Return whose answer it is; what it signed is what it was asked."""
        _an_object(self.cleaned_data["credential"])
        with _in_words():
            return super().clean_credential()


class ConfirmByKeyForm(UseKeyForm):
    """Confirm by a key that it is still oneself."""

    reauthenticated = True
