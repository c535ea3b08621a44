import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.trial.running.flow import WORDS, ArmFlow, Flow, svg, table, wrap

WORDS_EN = {word: word.replace("_", " ").capitalize() for word in WORDS}


@st.composite
def arms(draw: st.DrawFn) -> ArmFlow:
    allocated = draw(st.integers(0, 30))
    part = st.integers(0, allocated)
    return ArmFlow(
        draw(st.text("abc <&", min_size=1, max_size=40)),
        allocated,
        not_received=(("never opened", draw(part)),),
        lost=(("moved", draw(st.integers(0, allocated // 2))),),
        not_analysed=(("no records", draw(part)),),
    )


@given(st.lists(arms(), min_size=1, max_size=10), st.integers(0, 5))
def test_picture_is_well_formed_and_says_what_the_table_says(
    drawn: list[ArmFlow], excluded: int
) -> None:
    flow = Flow(
        sum(arm.allocated for arm in drawn) + excluded, (("no <decision>", excluded),), tuple(drawn)
    )
    tree = ET.fromstring(svg(flow, WORDS_EN, title='Flow of "incubators"'))
    shown = " ".join(text.text or "" for text in tree.iter("{http://www.w3.org/2000/svg}tspan"))
    rows = table(flow, WORDS_EN)
    assert sum(count for where, what, count in rows if what == "Allocated") + excluded == (
        flow.assessed
    )
    for count in [count for _, what, count in rows if not what.startswith("–")]:
        assert f"(n\u00a0=\u00a0{count})" in shown


def test_counts_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="10 assessed are not 4 allocated and 5 excluded"):
        Flow(10, (("no decision", 5),), (ArmFlow("M1", 4),))
    with pytest.raises(ValueError, match="M1"):
        Flow(2, (), (ArmFlow("M1", 2, lost=(("moved", 2),), discontinued=(("closed", 1),)),))


def test_not_having_received_the_model_does_not_leave_the_analysis() -> None:
    arm = ArmFlow("M1", 12, not_received=(("not run", 12),))
    assert (arm.received, arm.analysed) == (0, 12)


@given(st.text("abcdef ", max_size=200))
def test_wrapping_keeps_every_word(text: str) -> None:
    assert " ".join(wrap(text)).split() == text.split()


def test_before_a_draw_nothing_hangs_below_the_first_box() -> None:
    """Fault D1: a stub of a line led nowhere."""
    tree = ET.fromstring(svg(Flow(9, (("no decision", 9),), ()), WORDS_EN, title="Flow"))
    paths = tree.iter("{http://www.w3.org/2000/svg}path")
    drawn = [path.get("d", "") for path in paths if path.get("class") == "flow-line"]
    assert len(drawn) == 1
    assert "V" not in drawn[0], "only the arrow to what is left out"
