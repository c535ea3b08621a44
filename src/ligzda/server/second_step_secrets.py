"""Keys of authenticator apps and seeds of recovery codes, unreadable in the database and its dumps.

They are encrypted by a key that follows from the secret key, which lies beside the database and not
in it. With another secret key no code is right any more: the second step is set up anew.
"""

import base64
import secrets

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext

from ligzda.network.models import User

MARK = "fernet:"
"""Before what is encrypted: releases up to 0.2.0 kept secrets as they are."""


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """How allauth keeps the secrets of second steps."""

    def encrypt(self, text: str) -> str:
        """Return what is kept of a secret."""
        return MARK + _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret; one that nobody knows where another secret key encrypted it.

        An empty one would do harm: anybody can reckon its codes.
        """
        if not encrypted_text.startswith(MARK):
            return encrypted_text
        try:
            return _fernet().decrypt(encrypted_text.removeprefix(MARK)).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 # allauth's word
        """Return a name for a key that its owner gave none."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Key %(number)s") % {"number": count + 1}


def _fernet() -> Fernet:
    derived = HKDF(SHA256(), length=32, salt=None, info=b"ligzda.server.second_step_secrets")
    return Fernet(base64.urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))
