"""What was revoked, as a signed list that says nothing of those it names.

W3C Bitstring Status List 1.0: each certificate has a place among 131,072, and the bit there says
whether it was revoked. The list is valid for thirty days: an old copy, shown in place of today's,
is seen to be old.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from ligzda.training.credentials.issuer import Issuer

CAPACITY = 131_072
VALID = datetime.timedelta(days=30)


def status_list(
    issuer: Issuer, address: str, revoked: Iterable[int], *, now: datetime.datetime
) -> dict[str, Any]:
    """Return the list at its address, signed; `revoked`: places, 0 to CAPACITY − 1."""
    from openbadgeslib.ob3 import add_data_integrity_proof, build_status_list_credential

    unsigned = build_status_list_credential(
        issuer.did,
        address,
        "revocation",
        sorted(revoked),
        size_bits=CAPACITY,
        issued=now,
        valid_until=now + VALID,
    )
    key = issuer.keys[-1]
    signed: dict[str, Any] = add_data_integrity_proof(
        unsigned, key.pem, issuer.method(key), created=now
    )
    return signed
