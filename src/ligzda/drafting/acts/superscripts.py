"""Labels of a copy that lost their superscripts: ``(51)`` after ``(5)`` is 5¹."""

from __future__ import annotations

from ligzda.drafting.numbers import key


def repaired_label(number: str, before: str, expected: frozenset[str] = frozenset()) -> str:
    """Return the number a bare label means, after the label before it.

    ``expected`` are numbers that the sentence names; they decide before anything else. A figure
    that continues the count stands as it is. ``NM`` after N or after N with M−1 raised is N with M
    raised.
    """
    if not number.isdigit():
        return number
    for wanted in expected:
        if wanted.replace("^", "") == number and "^" in wanted:
            return wanted
    if number in expected or not before:
        return number
    base, _, raised = before.partition("^")
    if not base.isdigit() or number == str(int(base) + 1):
        return number
    following = str(int(raised or 0) + 1)
    if number == base + following and key(number) > key(base):
        return f"{base}^{following}"
    return number


def repaired_level(number: str, before: str) -> str:
    """Return the number of a sub-point whose parent's superscript was lost.

    ``3.11`` right after ``3^1`` or ``3^1.0`` is 3¹.1: its head says the number of the parent.
    """
    head, _, last = number.partition(".")
    base, _, raised = before.partition(".")[0].partition("^")
    if not raised or head != base or not last.startswith(raised) or "." in last:
        return number
    rest = last[len(raised) :]
    done = before.partition(".")[2]
    if rest.isdigit() and int(rest) == int(done or 0) + 1:
        return f"{base}^{raised}.{rest}"
    return number
