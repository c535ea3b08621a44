"""The blind index of personal codes."""

from ligzda.people.keys import master_keys


def code_token(written: str) -> int:
    """Return the token of a personal code, as it is written."""
    return master_keys().token("personal code", written)
