"""Sentences come from predicate and numbers, in both languages, and are found again in a text."""

import re
import string
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.findings.claims.samples import OF, REGISTRY, RULE, SUPERIOR, evaluation

import ligzda
from ligzda.findings.claims import (
    KINDS,
    Registry,
    Verdict,
    known_models,
    measured,
    parse,
    sentence,
    units,
    verdict,
    worded_as_computed,
)
from ligzda.findings.claims.registry import NOT_RUN
from ligzda.findings.claims.sentences import CASES, _templates
from ligzda.languages import CODES, Language

SOURCE = Path(ligzda.__file__).parent


def said(text: str, mean: float, language: Language, registry: Registry = REGISTRY) -> str:
    predicate = parse(text)
    computed = measured(predicate, evaluation(mean), registry)
    found = verdict(predicate, computed, blocked=bool(registry.not_run(predicate)))
    return str(sentence(predicate, found, computed, registry, language)).replace("\u00a0", " ")


def test_a_claim_is_said_in_both_languages() -> None:
    assert said(SUPERIOR, 0.15, "lv").startswith(
        "Pašvaldība – pirmais pircējs (M4) iznākumu „algots darbs pēc gada” uzlabo vismaz par 5 "
        "procentpunktiem salīdzinājumā ar gaidīšanas rindu. Varbūtība: > 99,9 % (slieksnis: 90,0 %"
    )
    assert "Efekts: +15,0 procentpunkti, 95 % Beijesa ticamības intervāls no +9,1 līdz +20,9 " in (
        said(SUPERIOR, 0.15, "lv")
    )
    assert said(SUPERIOR, 0.02, "en").startswith(
        "There are no grounds to say that the municipality as first buyer (M4) improves “paid work "
        "after a year” by at least 5 percentage points compared with the waiting list. Probability:"
    )
    assert "only on a day that the plan registers (31 March 2027), from a probability of 92.0%" in (
        said(SUPERIOR, 0.02, "en")
    )
    assert said(SUPERIOR, 0.0885, "lv").startswith("Aprēķins nav pietiekami precīzs, lai pateiktu")


def test_latvian_declines_units_and_names() -> None:
    assert "vismaz par 1 procentpunktu salīd" in said(SUPERIOR.replace("5 pp", "1 pp"), 0.1, "lv")
    assert "vismaz par 2,1 procentpunktu " in said(SUPERIOR.replace("5 pp", "2.1 pp"), 0.1, "lv")
    assert "vismaz par 11 procentpunktiem " in said(SUPERIOR.replace("5 pp", "11 pp"), 0.1, "lv")
    best = f'best(model: "M4", among: ["M1", "M4"], {OF}, {RULE})'
    assert said(best, 0.1, "lv").startswith("No salīdzinātajiem (M1, M4) vislabāko rezultātu")
    bare = Registry(REGISTRY.outcomes, {"M4": {"lv": "Bite", "en": "Bee"}, "M1": {},
        "waiting list": {"lv": "rinda", "en": "queue"}})  # fmt: skip
    assert "salīdzinājumā ar modeli „rinda”." in said(SUPERIOR, 0.15, "lv", bare)


@pytest.mark.parametrize("language", CODES)
def test_a_model_that_was_not_run_is_never_said_to_have_failed(language: Language) -> None:
    registry = Registry(REGISTRY.outcomes, REGISTRY.models, runs={"M4": NOT_RUN})
    text = said(SUPERIOR, -0.2, language, registry)
    begins = {
        "lv": "Par pašvaldību – pirmo pircēju (M4) neko nevar apgalvot: modelis nav īstenots",
        "en": "Nothing can be said of the municipality as first buyer (M4): the model was not run",
    }
    assert text.startswith(begins[language])
    assert not re.search(r"0,2|0\.2|−20", text)


def test_every_kind_and_verdict_has_its_template_with_the_same_slots() -> None:
    templates = _templates()
    assert {*KINDS, *map(str, Verdict)} <= set(templates)
    for name, by_language in templates.items():
        slots = {
            language: {
                slot.rsplit("_", 1)[0]
                for _, slot, _, _ in string.Formatter().parse(by_language[language])
                if slot
            }
            for language in CODES
        }
        assert slots["lv"] == slots["en"], name


def test_names_are_those_of_the_blueprints() -> None:
    text = (SOURCE / "blueprints/data/models.yaml").read_text("utf-8")
    models = {row["code"]: row["name"]["lv"] for row in yaml.safe_load(text)["models"]}
    ours = {code: row["lv"]["nom"] for code, row in known_models().items() if code in models}
    assert {code: name[0].upper() + name[1:] for code, name in ours.items()} == models
    assert all(set(row["lv"]) == set(CASES) for row in known_models().values())
    for unit in units().values():
        assert all({"bare", "par", "lidz"} <= set(unit.forms[each]) for each in CODES)


RENDERED = said(SUPERIOR, 0.15, "lv")


@given(
    st.lists(st.integers(0, len(RENDERED)), max_size=8), st.sampled_from(["\n", "\u00ad\n", "  "])
)
def test_a_sentence_is_found_however_its_lines_are_divided(cuts: list[int], mark: str) -> None:
    text = RENDERED
    for cut in sorted(cuts, reverse=True):
        text = text[:cut] + mark + text[cut:]
    page = unicodedata.normalize("NFD", f"Virsraksts\n{text} Vēl kas.")
    assert worded_as_computed(RENDERED, page)


def test_a_changed_sentence_is_not_found() -> None:
    for old, new in (("+9,1", "-9,1"), ("5 procent", "6 procent"), ("uzlabo", "pasliktina")):
        assert old in RENDERED
        assert not worded_as_computed(RENDERED, RENDERED.replace(old, new))
    assert worded_as_computed("efektīvs fiksēts", "efektīvs \ufb01ksēts")
    assert worded_as_computed("sociāli-ekonomisks", "sociāli-\nekonomisks")
    assert not worded_as_computed("no −5", "no -5")
    assert not worded_as_computed("no 5", "no -5")
