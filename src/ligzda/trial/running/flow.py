"""The flow of a trial after CONSORT 2010 (extension for cluster trials): counts in, picture out.

The drawing takes counts and words, so that incubators are drawn now and participants by the same
code when their records exist. Boxes that do not add up are refused, never drawn. Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class ArmFlow:
    """One column of the diagram as of a day; reasons are (words, count).

    `planned`: not begun yet; `unknown`: begun, and not known yet whether it was received;
    `to_analyse`: no analysis yet. Of none of these is anything said that has not happened.
    """

    label: str
    allocated: int
    not_received: tuple[tuple[str, int], ...] = ()
    lost: tuple[tuple[str, int], ...] = ()
    discontinued: tuple[tuple[str, int], ...] = ()
    not_analysed: tuple[tuple[str, int], ...] = ()
    planned: int = 0
    unknown: int = 0
    running: int = 0
    ended: int = 0
    to_analyse: int = 0

    @property
    def received(self) -> int:
        """Those allocated of whom it is known that they got what they were allocated to."""
        return self.allocated - self.planned - self.unknown - total(self.not_received)

    @property
    def analysed(self) -> int:
        """Those in the analysis. Not having received it does not exclude: intention to treat."""
        return self.allocated - self.to_analyse - total(self.not_analysed)

    def still(self, *names: str) -> tuple[tuple[str, int], ...]:
        """Return the counts of these names that are not 0."""
        found = ((name, int(getattr(self, name))) for name in names)
        return tuple((name, count) for name, count in found if count)


@dataclass(frozen=True)
class Flow:
    """The whole flow; `excluded` are (reason, count).

    `changes`: how often somebody was allocated anew, and so stands in more than one column.
    """

    assessed: int
    excluded: tuple[tuple[str, int], ...]
    arms: tuple[ArmFlow, ...]
    changes: int = 0

    def __post_init__(self) -> None:
        """Refuse counts that do not add up."""
        allocated = sum(arm.allocated for arm in self.arms)
        if self.assessed + self.changes != allocated + total(self.excluded):
            raise ValueError(
                f"{self.assessed} assessed are not {allocated} allocated and "
                f"{total(self.excluded)} excluded"
            )
        for arm in self.arms:
            if (
                arm.received < 0
                or arm.analysed < 0
                or arm.running + arm.ended > arm.allocated
                or total(arm.lost + arm.discontinued) > (arm.allocated)
            ):
                raise ValueError(f"{arm.label}: more left than the {arm.allocated} allocated")


def total(reasons: Sequence[tuple[str, int]]) -> int:
    """Return the sum over reasons."""
    return sum(count for _, count in reasons)


# Keys of the words that the caller gives in its language.
WORDS = (
    "assessed",
    "excluded",
    "allocated",
    "received",
    "not_received",
    "lost",
    "discontinued",
    "analysed",
    "not_analysed",
    "planned",
    "unknown",
    "running",
    "ended",
    "to_analyse",
)


def table(flow: Flow, words: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """Return the flow as rows (where, what, count): the text that stands for the picture."""
    rows = [("", words["assessed"], flow.assessed), ("", words["excluded"], total(flow.excluded))]
    rows += [("", f"– {reason}", count) for reason, count in flow.excluded]
    for arm in flow.arms:
        rows.append((arm.label, words["allocated"], arm.allocated))
        rows += _told(arm, words, "received", "planned", "unknown", "not_received")
        rows += _told(arm, words, "running", "ended", "lost", "discontinued")
        rows += _told(arm, words, "analysed", "to_analyse", "not_analysed")
    return rows


def _told(arm: ArmFlow, words: Mapping[str, str], *names: str) -> list[tuple[str, str, int]]:
    """Return the rows of these counts; of those that may be left out, the ones that are not 0."""
    rows: list[tuple[str, str, int]] = []
    for name in names:
        value = getattr(arm, name)
        if isinstance(value, int):
            if value or name in ("received", "analysed"):
                rows.append((arm.label, words[name], value))
        elif value:
            rows.append((arm.label, words[name], total(value)))
            rows += [(arm.label, f"– {reason}", count) for reason, count in value]
    return rows


WIDTH, GAP, LINE, PAD = 172, 18, 19, 12
CHARACTERS = 24
TRUNK = -GAP


def wrap(text: str, width: int = CHARACTERS) -> list[str]:
    """Break a text at its spaces, not at no-break spaces; SVG text does not wrap by itself."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _lines(title: str, count: int, reasons: Sequence[tuple[str, int]]) -> list[str]:
    found = wrap(f"{title} (n\u00a0=\u00a0{count})")
    for reason, number in reasons:
        found += wrap(f"– {reason} ({number})")
    return found


def _counts(arm: ArmFlow, words: Mapping[str, str], *names: str) -> list[str]:
    return [line for name, n in arm.still(*names) for line in _lines(words[name], n, ())]


def _box(x: float, y: float, height: float, lines: Sequence[str]) -> str:
    text = "".join(
        f'<tspan x="{x + PAD:g}" y="{y + PAD + 13 + LINE * i:g}">{escape(line)}</tspan>'
        for i, line in enumerate(lines)
    )
    return (
        f'<rect class="flow-box" x="{x:g}" y="{y:g}" width="{WIDTH}" height="{height:g}" rx="4"/>'
        f'<text class="flow-text">{text}</text>'
    )


def _arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path class="flow-line" d="M{x1:g} {y1:g}L{x2:g} {y2:g}" marker-end="url(#flow-tip)"/>'


def svg(flow: Flow, words: Mapping[str, str], *, title: str, columns: int = 4) -> str:
    """Draw the flow; arms stand in rows of `columns`, so that nine fit a screen and a page.

    Colours come from the page's style sheet (classes flow-box, flow-line, flow-text): the picture
    follows the light and the dark scheme, and needs no inline style.
    """
    columns = min(columns, max(1, len(flow.arms)))
    width = max(columns, 2) * (WIDTH + GAP) - GAP
    parts: list[str] = []
    top = _lines(words["assessed"], flow.assessed, ())
    out = _lines(words["excluded"], total(flow.excluded), flow.excluded)
    height = 2 * PAD + LINE * max(len(top), len(out))
    parts.append(_box(0, 0, height, top))
    parts.append(_box(WIDTH + GAP, 0, height, out))
    parts.append(_arrow(WIDTH, height / 2, WIDTH + GAP - 2, height / 2))
    bottom: float = height
    rail = height + GAP
    if flow.arms:
        parts.append(f'<path class="flow-line" d="M{WIDTH / 2:g} {height:g}V{rail:g}"/>')
    for begin in range(0, len(flow.arms), columns):
        # Later rows hang on a trunk at the left, so that no arm seems to follow from another.
        if begin:
            parts.append(
                f'<path class="flow-line" d="M{WIDTH / 2:g} {rail:g}H{TRUNK:g}V{bottom + GAP:g}'
                f'H{WIDTH / 2:g}"/>'
            )
        bottom = _arm_row(parts, flow.arms[begin : begin + columns], words, bottom)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="flow" role="img" '
        f'viewBox="{TRUNK - 4:g} -2 {width - TRUNK + 6:g} {bottom + 4:g}" '
        f'width="{width - TRUNK + 6:g}" height="{bottom + 4:g}" aria-label="{escape(title)}">'
        '<defs><marker id="flow-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
        'markerHeight="8" orient="auto"><path class="flow-tip" d="M0 0L8 4L0 8z"/></marker></defs>'
        f"{''.join(parts)}</svg>"
    )


def _arm_row(
    parts: list[str], arms: Sequence[ArmFlow], words: Mapping[str, str], bottom: float
) -> float:
    """Draw one row of arms from `bottom` down and return where it ends."""
    rail = bottom + GAP
    stages = [
        [[*wrap(arm.label), *_lines(words["allocated"], arm.allocated, ())] for arm in arms],
        [
            _lines(words["received"], arm.received, ())
            + _counts(arm, words, "planned", "unknown")
            + (_lines(words["not_received"], total(arm.not_received), arm.not_received)
               if arm.not_received else [])
            for arm in arms
        ],
        [
            _counts(arm, words, "running", "ended")
            + _lines(words["lost"], total(arm.lost), arm.lost)
            + _lines(words["discontinued"], total(arm.discontinued), arm.discontinued)
            for arm in arms
        ],
        [
            _lines(words["analysed"], arm.analysed, ())
            + _counts(arm, words, "to_analyse")
            + (_lines(words["not_analysed"], total(arm.not_analysed), arm.not_analysed)
               if arm.not_analysed else [])
            for arm in arms
        ],
    ]  # fmt: skip
    last = (len(arms) - 1) * (WIDTH + GAP) + WIDTH / 2
    parts.append(f'<path class="flow-line" d="M{WIDTH / 2:g} {rail:g}H{last:g}"/>')
    y = rail + GAP
    for stage in stages:
        height = 2 * PAD + LINE * max(len(lines) for lines in stage)
        for column, lines in enumerate(stage):
            x = column * (WIDTH + GAP)
            parts.append(_arrow(x + WIDTH / 2, y - GAP, x + WIDTH / 2, y - 2))
            parts.append(_box(x, y, height, lines))
        y += height + GAP
    return y - GAP
