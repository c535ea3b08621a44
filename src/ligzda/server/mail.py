"""Where letters go: to the mail server of LIGZDA_SMTP_URL, or in a demonstration to files."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from ligzda.errors import LigzdaError

FILES = "django.core.mail.backends.filebased.EmailBackend"
SMTP = "django.core.mail.backends.smtp.EmailBackend"
NO_SERVER = "ligzda.server.mail.NoServer"
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
TIMEOUT_SECONDS = 30
FILES_KEPT_DAYS = 7


class MailError(LigzdaError):
    """A letter cannot be sent by these settings, or the address of the server cannot be read."""


def email_settings(url: str, *, demo: bool, folder: Path) -> dict[str, Any]:
    """Return Django's settings for mail; `url` may be empty. Raises MailError.

    `smtp://` speaks in clear (to a server on this machine), `smtp+tls://` goes over to TLS
    (STARTTLS, RFC 3207), `smtps://` begins with it (RFC 8314).
    """
    if not url:
        # Letters hold links that open accounts: outside a demonstration no file has them.
        return {"EMAIL_BACKEND": FILES if demo else NO_SERVER, "EMAIL_FILE_PATH": folder}
    try:
        found = urlsplit(url)
        port = found.port or PORTS[found.scheme]
        if not found.hostname or found.path.strip("/"):
            raise ValueError
    except (KeyError, ValueError):
        raise MailError(
            "LIGZDA_SMTP_URL cannot be read; write smtp+tls://user:password@host:587, smtps://… or "
            "smtp://host (signs such as @ in a password as %40)"
        ) from None
    return {
        "EMAIL_BACKEND": SMTP,
        "EMAIL_HOST": found.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(found.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(found.password or ""),
        "EMAIL_USE_TLS": found.scheme == "smtp+tls",
        "EMAIL_USE_SSL": found.scheme == "smtps",
        "EMAIL_TIMEOUT": TIMEOUT_SECONDS,
    }


class NoServer(BaseEmailBackend):
    """Refuses every letter: its job tries again until there is a server, and then it goes."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Raise MailError."""
        raise MailError("no mail server is set: LIGZDA_SMTP_URL")


def clear_files(folder: Path) -> None:
    """Delete the demonstration's letters after a week; they hold addresses and links."""
    oldest = time.time() - FILES_KEPT_DAYS * 24 * 3600
    for file in folder.glob("*.log"):
        if file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
