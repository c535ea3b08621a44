"""Certificates as a stranger can check them: Open Badges 3.0, a Verifiable Credential.

Pure. A certificate is a credential signed by the foundation (`sign`), whose keys the world finds by
its `did:web` (`did_document`); what was revoked stands in a signed list (`status_list`); a short
code (`new_code`) leads from the paper to the page that knows its state. `opened` reads a credential
that somebody brings, and refuses one that is not ours or not as it was signed. ADR 0095.
"""

from ligzda.training.credentials.codes import new_code, read_code
from ligzda.training.credentials.credential import Award, ForgedError, opened, sign
from ligzda.training.credentials.issuer import Issuer, Key, did_document, keys_in, made_key
from ligzda.training.credentials.status import CAPACITY, status_list

__all__ = [
    "CAPACITY",
    "Award",
    "ForgedError",
    "Issuer",
    "Key",
    "did_document",
    "keys_in",
    "made_key",
    "new_code",
    "opened",
    "read_code",
    "sign",
    "status_list",
]
