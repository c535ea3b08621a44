"""Who signs: the foundation's `did:web`, and its keys, old and new.

A credential names the key that signed it. A key that signs no more stays in the document, with the
day it was withdrawn, so that what it signed before can still be checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ligzda.kernel.files import kept


@dataclass(frozen=True)
class Key:
    """One Ed25519 key: its name in the DID document, and the private half as PEM."""

    name: str
    pem: bytes

    @property
    def public_pem(self) -> bytes:
        """The half that everybody may know, as PEM."""
        private = serialization.load_pem_private_key(self.pem, None)
        return private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )


@dataclass(frozen=True)
class Issuer:
    """Who signs. `keys`: the newest, which signs, is the last."""

    address: str
    """The address of the house, without a slash at its end."""
    keys: tuple[Key, ...]

    @property
    def did(self) -> str:
        """The identifier that follows from the address: did:web, whose document is at
        `/.well-known/did.json` there (https alone is fetched; a demonstration has no name).
        """
        return "did:web:" + urlsplit(self.address).netloc.replace(":", "%3A")

    def method(self, key: Key) -> str:
        """Return the name of a key as a proof gives it."""
        return f"{self.did}#{key.name}"

    def key_of(self, method: object) -> Key | None:
        """Return the key that a proof names, where it is one of ours.

        By its own name alone: what the house signed at an earlier address stays checkable. That it
        was this key the signature tells.
        """
        name = str(method).rpartition("#")[2]
        return next((key for key in self.keys if key.name == name), None)


def made_key() -> bytes:
    """Return a new private key as PEM."""
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def keys_in(folder: Path) -> tuple[Key, ...]:
    """Return the keys of a folder, `key-1.pem` and on; the first is made where there is none.

    A new key is a new file with the next number: from then on it signs.
    """
    kept(folder / "key-1.pem", made_key, mode=0o600)
    files = sorted(folder.glob("key-*.pem"), key=lambda path: int(path.stem[4:]))
    return tuple(Key(path.stem, path.read_bytes()) for path in files)


def did_document(issuer: Issuer) -> dict[str, Any]:
    """Return what stands at `/.well-known/did.json`: the public keys, as multikeys."""
    from openbadgeslib.ob3 import multikey_from_pem

    methods = [
        {
            "id": issuer.method(key),
            "type": "Multikey",
            "controller": issuer.did,
            "publicKeyMultibase": multikey_from_pem(key.public_pem),
        }
        for key in reversed(issuer.keys)
    ]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": issuer.did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }
