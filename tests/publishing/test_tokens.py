"""The tokens keep their promise: readable text (WCAG 2.2, 1.4.3 and 1.4.11) in both schemes."""

import re
from importlib import resources

import pytest

CSS = (resources.files("ligzda.publishing") / "static" / "tokens.css").read_text(encoding="utf-8")


def _schemes() -> dict[str, dict[str, str]]:
    light_text, dark_text = CSS.split("@media", 1)
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light_text))
    return {"light": light, "dark": light | dict(re.findall(r"--([\w-]+): (#\w{6})", dark_text))}


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TEXT = [
    (text, ground)
    for text in ("ink", "ink-soft", "accent", "accent-strong", "clay", "warning")
    for ground in ("ground", "surface", "surface-sunk")
] + [
    ("on-accent", "accent"),
    ("ink", "accent-soft"),
    ("accent", "accent-soft"),
    ("ink", "clay-soft"),
    ("clay", "clay-soft"),
    ("ink", "warning-soft"),
    ("warning", "warning-soft"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_reaches_aa(scheme: str, text: str, ground: str) -> None:
    colours = _schemes()[scheme]
    assert _contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "surface", "surface-sunk"])
@pytest.mark.parametrize("mark", ["line-strong", "focus"])
def test_controls_reach_three_to_one(scheme: str, mark: str, ground: str) -> None:
    colours = _schemes()[scheme]
    assert _contrast(colours[mark], colours[ground]) >= 3


def test_both_schemes_define_the_same_colours() -> None:
    dark = re.findall(r"--([\w-]+): #", CSS.split("@media", 1)[1])
    light = re.findall(r"--([\w-]+): #", CSS.split("@media", 1)[0])
    assert sorted(dark) == sorted(light)
