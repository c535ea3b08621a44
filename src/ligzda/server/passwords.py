"""Passwords that are long and nothing else."""

from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

DIFFERENT = 5
"""Characters that a password needs of different kinds."""
NEIGHBOURS = 0.6
"""Share of characters that may follow from the one before."""


class NotARowValidator:
    """Refuse what is guessed first among long passwords: one key held down, a row of neighbours.

    Twelve characters of `123456789012` or `aaaaaaaaaaaa` are no twelve choices (NIST SP 800-63B,
    3.1.1.2: repetitive or sequential characters).
    """

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError for such a password."""
        letters = password.casefold()
        steps = [ord(later) - ord(earlier) for earlier, later in pairwise(letters)]
        in_a_row = sum(abs(step) <= 1 for step in steps) > NEIGHBOURS * len(steps)
        if len(set(letters)) < DIFFERENT or in_a_row:
            raise ValidationError(self.get_help_text(), code="password_is_a_row")

    def get_help_text(self) -> str:
        """Return what is asked for."""
        return _("The password must be more than a row or a repetition of characters.")
