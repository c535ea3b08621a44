"""The private link of somebody without an account: it finds what they wrote, and opens it.

The house keeps a hash of the link's secret; the key of a draft follows from the secret as well, so
that a draft can be read by whoever has the link, and by nobody else: not by the house, not from a
backup. What is lost with the link is lost.
"""

import secrets
from dataclasses import dataclass
from hashlib import sha256

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.seal import KEY_BYTES


@dataclass(frozen=True)
class Link:
    """A link: the municipality whose rows it leads to, and 32 random bytes as text."""

    municipality: int
    secret: str

    @classmethod
    def new(cls, municipality: int) -> "Link":
        """Return a link that nobody has."""
        return cls(municipality, secrets.token_urlsafe(KEY_BYTES))

    @classmethod
    def read(cls, text: str) -> "Link":
        """Return what a cookie or an address holds. Raises NotFoundError for anything else."""
        number, _dot, secret = text.partition(".")
        if not (number.isascii() and number.isdigit() and len(number) < 10 and len(secret) == 43):
            raise NotFoundError("no link")
        return cls(int(number), secret)

    def __str__(self) -> str:
        return f"{self.municipality}.{self.secret}"

    @property
    def hash(self) -> str:
        """What the house finds it by."""
        return sha256(b"find\0" + self.secret.encode()).hexdigest()

    @property
    def key(self) -> bytes:
        """What a draft is sealed under. The secret is random: no slow derivation is needed."""
        return sha256(b"seal\0" + self.secret.encode()).digest()
