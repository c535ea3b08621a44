"""A predicate is read as it is printed, and refused with the place and the remedy."""

import datetime
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.findings.claims.samples import OF, REGISTRY, RULE, SUPERIOR

from ligzda.findings.claims import ClaimError, OutcomeRef, Predicate, Quantity, Registry, parse
from ligzda.findings.claims.predicates import (
    KINDS,
    CannotSay,
    Comparison,
    FactorEffect,
    Name,
    Regret,
    Survival,
    Worthwhile,
    arguments,
)
from ligzda.labels import label

SIGNS = 'abĀčģé\u0301 \u00a0\t"\\,:()[]@15-–“'
names = st.text(SIGNS, min_size=1, max_size=12).map(lambda text: Name(label(text)))
amounts = st.decimals(0, 1000, places=3).map(abs)
quantities = st.builds(Quantity, amounts, st.sampled_from(["pp", "EUR", "hours/week"]))
rules = {
    "sure": st.decimals("0.5", "0.95", places=3),
    "enter": st.decimals("0", "0.04", places=3).map(abs),
    "leave": st.decimals("0", "0.4", places=3).map(abs),
    "looks": st.sets(st.dates(datetime.date(1000, 1, 1)), min_size=1, max_size=4).map(
        lambda days: tuple(sorted(days))
    ),
}


@st.composite
def predicates(draw: st.DrawFn) -> Predicate:
    kind = draw(st.sampled_from(list(KINDS.values())))
    several = draw(st.lists(names, min_size=3, max_size=5, unique=True))
    one, two, three = several[:3]
    given: dict[str, Any] = {name: draw(rules[name]) for name in rules}
    measured = kind in (Regret, CannotSay)
    given |= {name: draw(quantities) for name in ("enter", "leave")} if measured else {}
    given |= {"outcome": OutcomeRef("paid_work", draw(st.integers(0, 99)))}
    given |= {"model": one, "versus": two, "other": two, "among": tuple(sorted(several))}
    given |= {"factor": three, "level": one, "over": two}
    given |= {
        each: draw(quantities) for each in ("by", "below", "wider", "price", "after", "share")
    }
    return kind(**{name: given[name] for name in arguments(kind)})


@given(predicates())
def test_what_is_printed_is_read_as_the_same(predicate: Predicate) -> None:
    again = parse(str(predicate))
    assert again == predicate
    assert (str(again), again.hash) == (str(parse(str(again))), parse(str(again)).hash)


def test_order_blanks_and_zeros_do_not_change_the_hash() -> None:
    other = SUPERIOR.replace("by: 5 pp, ", "").replace("(", "(\n  by :5.00   pp,\n")
    assert parse(other) == parse(SUPERIOR)
    assert parse(other).hash == parse(SUPERIOR).hash
    assert parse(SUPERIOR.replace("5 pp", "5.1 pp")).hash != parse(SUPERIOR).hash


@given(st.text('superiority(model: "M4", ]@0.9-', max_size=60))
def test_any_other_text_is_refused_and_nothing_else_happens(text: str) -> None:
    with pytest.raises(ClaimError):
        parse(text)


REFUSED = {
    "bigger()": "kind: “bigger” is no kind of claim.",
    SUPERIOR.replace("by: 5 pp", "by: 0,05 pp"): "column 77: “,” is not understood here; 5 pp",
    SUPERIOR.replace("by: 5 pp, ", ""): "by: the argument is missing. Write by: 5 pp.",
    SUPERIOR.replace("by: 5", "bye: 5"): "“bye” is no argument of this kind. Did you mean “by”?",
    SUPERIOR.replace("by: 5 pp", "by: 5 pp, by: 5 pp"): "superiority: “by” is given twice.",
    SUPERIOR.replace("03-31", "02-30"): "looks: “2027-02-30” is no day of the calendar.",
    SUPERIOR.replace("[2027-03-31]", "[]"): "looks: no look is named",
    SUPERIOR.replace("0.9", "0.4"): "sure: 0.4 is not allowed. It lies from 0.5 to 0.999.",
    SUPERIOR.replace("0.02", "0.2"): "enter: 0.2 is not allowed. It lies from 0 to 0.1.",
    SUPERIOR.replace('"waiting list"', '"M4"'): "versus: “M4” is compared with itself.",
    SUPERIOR + " + 1": "column 139: “+” is not understood here; the end is expected.",
    "__import__('os')": "column 1: “__import__('os')” is not understood",
    "x" * 2001: "predicate: the predicate has 2001 characters.",
    f'best(model: "M4", among: ["M1", "M2"], {OF}, {RULE})': "model: “M4” is not among those",
    f'best(model: "M4", among: ["M4"], {OF}, {RULE})': "among: a comparison needs at least two",
}


@pytest.mark.parametrize(("text", "said"), REFUSED.items(), ids=range(len(REFUSED)))
def test_a_refusal_names_the_place_and_the_remedy(text: str, said: str) -> None:
    with pytest.raises(ClaimError, match=re.escape(said)):
        parse(text)


UNTYPED = {
    SUPERIOR.replace("paid_work", "paid_works"): "“paid_works” is not in the dictionary. "
    "Did you mean “paid_work”?",
    SUPERIOR.replace("@1", "@2"): "outcome: “paid_work” has version 1 in the dictionary, not 2.",
    SUPERIOR.replace("5 pp", "5 EUR"): "by: “EUR” does not measure this; the unit is “pp”.",
    SUPERIOR.replace("M4", "M9"): "model: “M9” is no model of this trial.",
}


@pytest.mark.parametrize(("text", "said"), UNTYPED.items(), ids=range(len(UNTYPED)))
def test_what_is_not_in_the_registry_is_refused(text: str, said: str) -> None:
    REGISTRY.check(parse(SUPERIOR))
    with pytest.raises(ClaimError, match=re.escape(said)):
        REGISTRY.check(parse(text))


def test_a_look_that_the_plan_does_not_register_is_refused() -> None:
    plan = Registry(REGISTRY.outcomes, REGISTRY.models, looks=(datetime.date(2028, 3, 31),))
    with pytest.raises(ClaimError, match="looks: 2027-03-31 is no look of the plan"):
        plan.check(parse(SUPERIOR))


def test_kinds_have_units_of_their_own() -> None:
    pp, five = "pp", Decimal(5)
    rule: dict[str, Any] = {"sure": Decimal("0.9"), "enter": Decimal(0), "leave": Decimal(0),
            "looks": (datetime.date(2027, 3, 31),)}  # fmt: skip
    outcome, m4, m1 = OutcomeRef("paid_work", 1), Name("M4"), Name("M1")
    given: dict[str, Any] = {"model": m4, "outcome": outcome, **rule}
    right: list[Predicate] = [
        Comparison(**given, other=m1, by=Quantity(five, pp)),
        Worthwhile(**given, versus=m1, price=Quantity(five, "EUR")),
        Survival(**given, after=Quantity(five, "months"), share=Quantity(five, pp)),
        FactorEffect(
            **rule, outcome=outcome, factor=Name("A"), level=Name("+"), over=Name("-"),
            by=Quantity(five, pp),
        ),
    ]  # fmt: skip
    for predicate in right:
        REGISTRY.check(predicate)
    with pytest.raises(ClaimError, match="price: “pp” does not measure this; the unit is “EUR”"):
        REGISTRY.check(Worthwhile(**given, versus=m1, price=Quantity(five, pp)))
