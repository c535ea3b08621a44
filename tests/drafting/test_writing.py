"""What is written is read as the same operation; regular sentences are written as they stand."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafting.corpus import corpus
from tests.effort import amount

from ligzda.drafting import Action, Operation, Path, Step, as_row, read_sentence
from ligzda.drafting.numbers import marked
from ligzda.drafting.writing.sentence import Kind, write

numbers = st.one_of(
    st.integers(1, 400).map(str),
    st.tuples(st.integers(1, 200), st.integers(1, 20)).map(lambda pair: f"{pair[0]}^{pair[1]}"),
)
parts = st.one_of(st.integers(1, 29).map(str), st.just("2^1"))
days = st.dates(date(1991, 1, 1), date(2099, 12, 31))
texts = st.lists(
    st.sampled_from(["valsts", "pašvaldība", "kā arī", "10", "euro", "un", "telpas"]),
    min_size=1, max_size=4,
).map(" ".join)  # fmt: skip


@st.composite
def addresses(draw: st.DrawFn) -> Path:
    """Draw the address of a unit or a facet in a law."""
    path = [Step("section", draw(numbers))]
    if draw(st.booleans()):
        path.append(Step("part", draw(parts)))
    if draw(st.booleans()):
        path.append(Step("point", draw(numbers)))
        if draw(st.booleans()):
            path.append(Step("subpoint", draw(st.sampled_from("abc"))))
    facets = ["heading"] if len(path) == 1 else ["intro", "penalty"]
    facet = draw(st.sampled_from(["", "", "sentence", *facets]))
    if facet == "sentence":
        path.append(Step("sentence", draw(st.sampled_from(["1", "2", "3", "last"]))))
    elif facet:
        path.append(Step(facet))
    return tuple(path)


@st.composite
def operations(draw: st.DrawFn) -> Operation:
    """Draw an operation on a law."""
    action = draw(st.sampled_from([
        Action.RESTATE, Action.INSERT_WORDS, Action.REPLACE_WORDS, Action.DELETE_WORDS,
        Action.DELETE_UNIT, Action.INSERT_UNIT, Action.INSERT_SENTENCE, Action.COMMENCE,
    ]))  # fmt: skip
    target, new = (draw(addresses()),), draw(texts)
    if action is Action.COMMENCE:
        return Operation(action, date=draw(days).isoformat())
    if action is Action.RESTATE:
        return Operation(action, target, new=new)
    if action is Action.DELETE_UNIT:
        return Operation(action, draw(st.lists(addresses(), min_size=1, max_size=3, unique=True)
                                      .map(tuple)))  # fmt: skip
    if action is Action.INSERT_SENTENCE:
        return Operation(action, target[:1], new=new, position=draw(st.sampled_from(["end", "2"])))
    if action is Action.INSERT_UNIT:
        units = draw(st.lists(parts, min_size=1, max_size=3, unique=True))
        return Operation(action, ((Step("section", draw(numbers)),),),
                         tuple(Step("part", each) for each in units), new=new,
                         new_unit=draw(st.booleans()))  # fmt: skip
    inflect = draw(st.booleans())
    if action is Action.INSERT_WORDS:
        after = draw(st.one_of(st.just(""), texts))
        return Operation(action, target, new=new, after=after, position="" if after else "end")
    old = draw(texts)
    if action is Action.DELETE_WORDS:
        return Operation(action, target, old=old, after=draw(st.sampled_from(["", "dome"])))
    whole = draw(st.booleans())
    return Operation(action, ((Step("act"),),) if whole else target, old=old, new=new,
                     inflect=inflect, scope="whole_act" if whole else "")  # fmt: skip


@given(operations(), st.sampled_from(["law", "regulation"]))
@settings(max_examples=amount(200, nightly=10_000))
def test_what_is_written_reads_as_the_same_operation(operation: Operation, kind: Kind) -> None:
    [again] = read_sentence(write(operation, kind)).operations
    assert as_row(again) == as_row(operation)


def plain(text: str) -> str:
    """Return a sentence without what may differ: blanks, marks, superscripts, its last stop."""
    text = re.sub(r"[„“”«»]|''", '"', marked(text)).replace("^", "")
    return re.sub(r"\s+|[.;](?=$|\")|(?<=\d)\.", "", text).rstrip(".;").lower()


@pytest.mark.usefixtures("shared")
def test_regular_sentences_are_written_as_they_stand() -> None:
    """The regular part: one operation, its own full target, quoted in full."""
    regular = [
        each
        for each in corpus()["sentences"]
        if each["kind_of_act"] == "law" and not each.get("context") and each["seen"] == "full"
        and len(each["operations"]) == 1
        and set(each["formula"]) & {"R1", "R5", "S1", "D1", "D2", "D3", "D4", "W1", "I1", "I6"}
    ]  # fmt: skip
    wrong = []
    for each in regular:
        [operation] = read_sentence(each["sentence"]).operations
        written = write(operation, "law")
        if plain(written) != plain(each["sentence"]):
            wrong.append(each["id"])
    assert len(regular) > 30
    assert len(wrong) / len(regular) <= 0.1, wrong
