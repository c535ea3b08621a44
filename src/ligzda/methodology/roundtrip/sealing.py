"""What was read of a file, signed, between the page that shows it and the click that takes it."""

from dataclasses import replace

from django.core import signing
from django.utils.translation import gettext as _
from pydantic import ValidationError

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.tables.preview import MOST_SEALED
from ligzda.methodology.roundtrip.package import too_large
from ligzda.methodology.roundtrip.planning import Plan
from ligzda.methodology.roundtrip.returned import Returned, adapter

_SALT = "methodology.roundtrip"
_A_DAY = 24 * 60 * 60


def sealed(given: Returned, shown: Plan) -> str:
    """Return what the plan needs of a file, and the plan's digest."""
    blocks = {row.block for row in shown.suggestions}
    pieces = tuple(piece for piece in given.pieces if piece.mark.block in blocks)
    needed = adapter().dump_python(replace(given, pieces=pieces), mode="json")
    text = signing.dumps([needed, shown.digest], salt=_SALT, compress=True)
    if len(text) > MOST_SEALED:
        raise too_large()
    return text


def unsealed(text: str) -> tuple[Returned, str]:
    """Return what was read and the digest of what was shown. Raises BadDataError."""
    try:
        needed, digest = signing.loads(text, salt=_SALT, max_age=_A_DAY)
        return adapter().validate_python(needed), str(digest)
    except (signing.BadSignature, ValidationError):
        raise BadDataError(_("The preview is older than a day. Give the file again.")) from None
