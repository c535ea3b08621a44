"""The short code on a certificate: ten characters that people read aloud and type.

Crockford's alphabet has no I, L, O or U; whoever types them is understood
(https://www.crockford.com/base32.html). The last character checks the others by Luhn's algorithm
mod 32: every single wrong character is found, and nearly every exchange of two neighbours.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "-": "", " ": "", "\u00a0": ""})


def new_code() -> str:
    """Return a code that nobody can guess: nine random characters (45 bits) and the check."""
    free = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return free + _check(free)


def read_code(typed: str) -> str | None:
    """Return the code as it is kept, or None where what was typed cannot be one."""
    code = typed.upper().translate(_READ_AS)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET) or code[-1] != _check(code[:-1]):
        return None
    return code


def _check(free: str) -> str:
    """Return the character that makes Luhn's sum a multiple of 32."""
    total = 0
    for place, character in enumerate(reversed(free)):
        value = ALPHABET.index(character) * (1 if place % 2 else 2)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]
