"""One certificate as a signed credential, and back.

Open Badges 3.0 with a Data Integrity proof (`eddsa-rdfc-2022`). The wallet of a stranger shows the
achievement's name and description; both languages stand in them. The holder is named in plain
words, as on paper: whoever is shown the credential is meant to read it.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import Any

from ligzda.errors import LigzdaError
from ligzda.training.credentials.issuer import Issuer

LONGEST = 65_536
"""Bytes of a credential that is read; ours have two thousand."""


class ForgedError(LigzdaError):
    """What was brought is no credential of ours, or not as it was signed."""


@dataclass(frozen=True, kw_only=True)
class Award:
    """What a certificate says. Days are whole days; `valid_until` None: it does not end."""

    code: str
    address: str
    """Of the page that knows its state."""
    issuer: str
    """The foundation's name, as it stood on the day."""
    course: str
    """Identifies the course version, for machines: an address."""
    title_lv: str
    title_en: str
    criteria_lv: str
    criteria_en: str
    holder: str
    issued_on: datetime.date
    valid_until: datetime.date | None
    status_list: str
    """The address of the list of the revoked, and the place in it."""
    status_index: int


def sign(award: Award, issuer: Issuer) -> str:
    """Return the award as a credential's JSON, signed with the issuer's newest key."""
    from openbadgeslib.ob3 import (
        Achievement,
        IdentityObject,
        OB3LdpSigner,
        OpenBadgeCredential,
        status_entry,
    )
    from openbadgeslib.ob3 import Issuer as Profile

    key = issuer.keys[-1]
    credential = OpenBadgeCredential(
        id=award.address,
        issuer=Profile(id=issuer.did, name=award.issuer, url=issuer.address),
        recipient_id=None,
        achievement=Achievement(
            id=award.course,
            name=_both(award.title_lv, award.title_en),
            description=_both(award.criteria_lv, award.criteria_en),
            criteria_narrative=_both(award.criteria_lv, award.criteria_en),
            achievement_type="Certificate",
        ),
        identifiers=[
            IdentityObject(identity_hash=award.holder, identity_type="name", hashed=False),
            IdentityObject(identity_hash=award.code, identity_type="identifier", hashed=False),
        ],
        issuance_date=_midnight(award.issued_on),
        expiration_date=_midnight(award.valid_until + _DAY) if award.valid_until else None,
        credential_status=[status_entry(award.status_list, "revocation", award.status_index)],
    )
    signer = OB3LdpSigner(key.pem, issuer.method(key))
    return str(signer.sign_to_json(credential, created=_midnight(award.issued_on)))


def opened(text: str | bytes, issuer: Issuer) -> dict[str, Any]:
    """Return a credential that somebody brought, as JSON, once its proof is found to be ours.

    The proof covers what the JSON means, not how it is written, and says nothing of today: whoever
    reads on compares it with the record, which also knows days and state. Raises ForgedError where
    it is none of ours, or one letter of what it says was changed.
    """
    from openbadgeslib.ob3 import OB3VerificationError, verify_data_integrity_proof

    if len(text) > LONGEST:
        raise ForgedError("longer than any certificate")
    try:
        found = json.loads(text)
        key = issuer.key_of(found["proof"]["verificationMethod"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ForgedError("not a signed credential") from None
    if key is None:
        raise ForgedError("signed with a key that is not ours")
    try:
        verify_data_integrity_proof(found, key.public_pem)
    except OB3VerificationError as error:
        raise ForgedError(str(error)) from error
    return dict(found)


_DAY = datetime.timedelta(days=1)


def _both(latvian: str, english: str) -> str:
    return f"{latvian} / {english}"


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=datetime.UTC)
