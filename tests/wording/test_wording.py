"""Whatever the engine can say has words in every language, with the same figures."""

import string
from enum import StrEnum

import pytest

from ligzda.evidence import DesignError, PriorStatement, codes, faults
from ligzda.evidence.abstention import Abstained
from ligzda.evidence.batch.faults import DesignFault
from ligzda.evidence.codes import (
    Choice,
    Code,
    Count,
    Method,
    Note,
    PriorOn,
    RatioVerdict,
    Step,
    Verdict,
)
from ligzda.evidence.decision.choice import Reason
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.weights import Limit
from ligzda.evidence.errors import DecisionError
from ligzda.evidence.families import FAMILIES, links_of
from ligzda.evidence.priors import POSITIVE_FORMS
from ligzda.findings.claims import ClaimFault
from ligzda.findings.decision_faults import DecisionPlanFault
from ligzda.findings.file_faults import FileFault
from ligzda.languages import CODES, Language
from ligzda.methodology.verifying import VerifyFault
from ligzda.trial.power.faults import SimulationFault
from ligzda.wording import Wording, wording


def subclasses(kind: type[Code]) -> list[type[Code]]:
    return [one for sub in kind.__subclasses__() for one in (sub, *subclasses(sub))]


EVERY = [code for kind in subclasses(Code) for code in kind]


def fields(template: str) -> set[tuple[str, str]]:
    found = string.Formatter().parse(template)
    return {(name, spec or "") for _, name, spec, _ in found if name}


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("code", EVERY, ids=lambda code: f"{type(code).__name__}.{code.name}")
def test_every_code_has_words_with_its_own_figures(code: Code, language: Language) -> None:
    problem, remedy = wording(language).templates(code)
    assert problem
    assert bool(remedy) == bool(code.remedy)
    ours = fields(problem) | fields(remedy)
    theirs = fields(code.problem) | fields(code.remedy)
    here, there = {name for name, _ in ours}, {name for name, _ in theirs}
    # A detail is the English of Python itself; other languages say where it points.
    given = there | ({"line", "place"} if "detail" in there else set())
    assert here <= given, "a figure that is not given"
    assert there - here <= {"detail"}, "one left out"


@pytest.mark.parametrize("language", CODES)
def test_words_are_only_of_codes_that_there_are(language: Language) -> None:
    kinds = {kind.__name__: {code.value for code in kind} for kind in subclasses(Code)}
    worded = {name: set(words) for name, words in wording(language).words.items() if name in kinds}
    assert worded == {name: kinds[name] for name in worded}


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("kind", [Method, Verdict, PriorOn, RatioVerdict])
def test_every_word_of_the_engine_is_said(kind: type[StrEnum], language: Language) -> None:
    assert set(wording(language).words[kind.__name__]) == {member.value for member in kind}


@pytest.mark.parametrize("language", CODES)
def test_densities_families_and_their_parameters_are_said(language: Language) -> None:
    words = wording(language).words
    assert set(words["form"]) == {"normal", "student-t", *POSITIVE_FORMS}
    assert set(words["family"]) | {"bernoulli"} == set(FAMILIES)
    assert set(words["link"]) == {link for name in FAMILIES for link in links_of(name)}
    assert set(words["parameter"]) == {p for f in FAMILIES.values() for p in f.parameters}


def test_figures_are_written_as_the_language_does() -> None:
    remark = Step.KEPT_NESTED.of(pareto_k=0.456, draws=1234.0)
    assert "k̂ 0,46, efektīvās izlases: 1\u00a0234" in wording("lv").remark(remark)
    assert "k̂ 0.46, 1,234 effective draws" in wording("en").remark(remark)
    assert str(remark).endswith("(k̂ 0.46, 1234 effective draws)")
    left_out = Note.LEFT_OUT.of(missing=(Count("a", 3, 20), Count("", 1, 2)))
    assert "a – 3 no 20, 1 no 2." in wording("lv").remark(left_out)
    prior = PriorStatement("site", "half-normal", (0.25,), PriorOn.LEVELS, "")
    assert wording("lv").prior(prior) == "pusnormālais(0,25) standartnovirzei"
    assert wording("en").prior(prior) == prior.density == "half-normal(0.25) on the SD"
    two = PriorStatement("site", "log-normal", (-1.5, 0.5), PriorOn.PARAMETER, "")
    assert wording("lv").prior(two) == "lognormālais(−1,5; 0,5)"


def test_a_choice_is_said() -> None:
    choice = Choice(("one", "two"), "two")
    say = Wording("lv")._formatter
    assert say.format("{c}", c=choice) == "Vai domājāt „two”? Atļauts: one, two."
    assert str(Choice(("one",))) == "Allowed: one."


def test_a_parameter_is_not_taken_for_a_term() -> None:
    assert wording("lv").parameter("gap 2") == "attālums līdz slieksnim 2"
    assert wording("lv").parameter("gap in the market") == "gap in the market"
    assert wording("lv").parameter("site") == "site"


def test_the_walk_sees_every_kind() -> None:
    rooms = {faults.Fault, DesignFault, DecisionFault, FileFault, SimulationFault}
    rooms |= {Abstained, ClaimFault, DecisionPlanFault, Reason, Limit, VerifyFault}
    assert {Step, Note, *rooms} == set(subclasses(Code))
    assert codes.Remark(Note.IRREGULAR).remedy


def test_where_a_decision_fails_is_said() -> None:
    error = DecisionError("flow", DecisionFault.NO_ASSUMPTION, of="nodokļi")
    assert str(error).startswith("flow “nodokļi”: has no assumption in words. Say")
    assert wording("en").refusal(error) == str(error)
    assert wording("lv").refusal(error).startswith("plūsma „nodokļi”: nav vārdos")
    assert (
        wording("lv").refusal(DesignError("base", DesignFault.NOT_FINITE)).startswith("base: tur")
    )
    assert codes.Remark(Note.IRREGULAR).remedy
