"""In which line of a plan a key stands, so that a refusal can be found in the text."""

from __future__ import annotations

import re

_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d+)\])?")


def line_of(text: str, key: str) -> int | None:
    """Return the line (from 1) of a key as refusals write it: `outcome.family`, `terms[2].prior`.

    A key that is missing is told by the line of its section; None where there is neither.
    """
    steps = [(name, int(number or 0)) for name, number in _STEP.findall(key)]
    if not steps:
        return None
    section, number = steps[0]
    lines = text.splitlines()
    heads = [
        at
        for at, line in enumerate(lines)
        if re.match(rf"\s*\[\[?\s*{re.escape(section)}(\s*\.[^\]]*)?\s*\]", line)
    ]
    if not heads or number > len(heads):
        return _among(lines, 0, len(lines), section) if len(steps) == 1 and not heads else None
    start = heads[max(number, 1) - 1]
    after = (at for at in range(start + 1, len(lines)) if re.match(r"\s*\[", lines[at]))
    end = next(after, len(lines))
    return (_among(lines, start, end, steps[1][0]) if len(steps) > 1 else None) or start + 1


def _among(lines: list[str], start: int, end: int, name: str) -> int | None:
    written = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=")
    return next((at + 1 for at in range(start, end) if written.match(lines[at])), None)
