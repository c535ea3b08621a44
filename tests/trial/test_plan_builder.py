"""The common plan as a form: written as TOML, read back whole, told in words (B10)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from tests.trial.conftest import TrialCast, _loaded, cast, draft
from tests.trial.test_pages import address, as_user

from ligzda.evidence import parse_plan
from ligzda.kernel.errors import BadDataError
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry import rules
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_builder import FactorFacts, GroupFacts, PlanFacts, read, written
from ligzda.trial.registry.plan_form import PlanForm
from ligzda.trial.registry.plan_lines import line_of
from ligzda.trial.registry.plan_text import TEMPLATE, summary

__all__ = ["_loaded", "cast", "draft"]

LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(
    lambda text: f"x{text.strip()}"
)
WORDS = st.fixed_dictionaries({"en": LINES}, optional={"lv": LINES})
SPREADS = st.integers(1, 400).map(lambda number: number / 100)


@st.composite
def plans(draw: st.DrawFn) -> PlanFacts:
    """Return facts that the form could have been given."""
    names = draw(st.lists(st.sampled_from("ABCDEFG"), min_size=1, max_size=4, unique=True))
    family = draw(st.sampled_from(["binomial", "normal", "poisson"]))
    factors = tuple(
        FactorFacts(
            name,
            "+",
            "-",
            draw(SPREADS),
            {"lv": f"{name}: {draw(LINES)}"}
            | dict(draw(st.sampled_from([{}, {"en": f"{name}: x"}]))),
            draw(WORDS),
        )
        for name in names
    )
    groups = tuple(
        GroupFacts(column, column, draw(SPREADS), draw(WORDS))
        for column in ("model", "incubator")
        if draw(st.booleans())
    )
    return PlanFacts(
        title=draw(WORDS),
        outcome=draw(WORDS),
        family=family,
        column="result",
        out_of=draw(st.sampled_from(["", "participants"])) if family != "normal" else "",
        better=draw(st.sampled_from(["higher", "lower"])),
        mid=draw(st.none() | SPREADS),
        site="incubator",
        arm="model",
        base=(draw(st.integers(-300, 300)) / 100, draw(SPREADS)),
        base_why=draw(WORDS),
        residual_sd=draw(SPREADS) if family == "normal" else None,
        factors=factors,
        groups=groups,
    )


@given(plans())
def test_what_the_form_writes_the_engine_reads_back_whole(facts: PlanFacts) -> None:
    text = written(facts)
    plan = parse_plan(text)
    assert [row.column for row in plan.contrasts] == [row.column for row in facts.factors]
    assert (plan.mid, plan.outcome.better) == (facts.mid, facts.better)
    assert len(plan.terms) == 1 + len(facts.factors) + len(facts.groups)
    again = read(text)
    assert again is not None
    # Names are read as labels of records are: what cannot be seen is left out.
    assert replace(parse_plan(written(again)), text="") == replace(plan, text="")


def test_the_plan_that_a_protocol_begins_with_is_a_common_one() -> None:
    facts = read(TEMPLATE)
    assert facts is not None
    assert replace(parse_plan(written(facts)), text="") == replace(parse_plan(TEMPLATE), text="")


@pytest.mark.parametrize(
    "more",
    [
        TEMPLATE.replace("half-normal(0.5)", "half-cauchy(0.5)"),
        TEMPLATE.replace("normal(0, 0.5)", "normal(0.1, 0.5)", 1),
        TEMPLATE + '\n[[contrasts]]\nname = "x"\ncolumn = "model"\nlevel = "M1"\nversus = "M2"\n',
        TEMPLATE.replace("mid = 0.10", 'mid = 0.10\nmissing = "complete-case"'),
        TEMPLATE + '\n[text.lv.terms]\nA = "saimnieks"\n',
        TEMPLATE + '\n[text.en]\ntitle = "Another title"\n',
        "title = ",
    ],
)
def test_a_plan_that_says_more_is_not_taken_for_a_common_one(more: str) -> None:
    assert read(more) is None


def test_what_a_prior_takes_for_likely_is_told_in_words() -> None:
    """A prior of normal(0, 0.5) in sum coding: e^(2 × 1.96 × 0.5) = 7.1 between the sides."""
    with override("lv"):
        told = summary(TEMPLATE)
    assert told is not None
    meaning = {name: means for name, _kind, _prior, means, _why in told.terms}
    assert meaning["A"] == "izredžu attiecība starp pusēm no 0,14 līdz 7,1 ar 95 % varbūtību"
    assert meaning["sagaidāmais līmenis"] == "daļa no 7,2 % līdz 80 % ar 95 % varbūtību"
    assert meaning["inkubators"] == "standartnovirze mazāka par 0,98 ar 95 % varbūtību"
    assert "binomiālais" in told.outcome


@pytest.mark.parametrize(
    ("broken", "key", "line"),
    [
        ('family = "binomal"', "outcome.family", 7),
        ('kind = "mixed"', "terms[2].kind", 26),
        ("", "contrasts[3].level", None),
        ("", "nowhere", None),
    ],
)
def test_a_refusal_names_the_line(broken: str, key: str, line: int | None) -> None:
    found = line_of(TEMPLATE, key)
    lines = TEMPLATE.splitlines()
    wanted = {
        "outcome.family": "family =",
        "terms[2].kind": "kind =",
        "contrasts[3].level": "level =",
    }
    assert (found is None) == (key == "nowhere")
    assert found is None or lines[found - 1].startswith(wanted[key])
    text = "\n".join(broken if number == line else row for number, row in enumerate(lines, 1))
    with override("lv"):
        try:
            rules.check_plan(text)
            said = ""
        except BadDataError as refused:
            said = str(refused)
    assert said.startswith(f"plāns, {line}. rinda: {key}: " if line else "")


def filled(form: PlanForm) -> dict[str, object]:
    """Return what the form sends as it was filled."""
    found: dict[str, object] = {}
    for name in form.fields:
        value = form[name].value()
        if isinstance(value, Mapping):
            found |= {f"{name}_{code}": text for code, text in value.items()}
        elif value is not None:
            found[name] = value
    return found


@pytest.mark.django_db
def test_the_form_shows_what_was_understood_and_then_saves_it(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client, here = as_user(cast.evaluator), address("trial:plan_build", str(draft))
    form = client.get(here).context["form"]
    sent = filled(form)
    assert sent["mid"] == 10
    sent |= {"mid": "7", "f2_sd": "0.25", "outcome_en": "“paid work” \\ after a year"}
    shown = client.post(here, sent | {"look": "1"})
    text = unescape(shown.content.decode())
    assert "7 procentpunkti" in text
    assert "0,38 līdz 2,7" in text
    draft.refresh_from_db()
    assert draft.plan == TEMPLATE, "looking is not saving"
    assert client.post(here, sent).status_code == 302
    draft.refresh_from_db()
    plan = parse_plan(draft.plan)
    assert (plan.mid, plan.outcome.name) == (0.07, "“paid work” \\ after a year")
    assert plan.texts["lv"].title == "Saimnieka, ceļa un pieprasījuma galvenās ietekmes"
    assert str(plan.terms[2].prior) == "normal(0, 0.25)"  # type: ignore[union-attr]
    late = client.post(here, sent | {"title_lv": "Cits"})
    assert late.status_code == 200
    draft.refresh_from_db()
    assert draft.plan == plan.text, "filled in from an older plan"


@pytest.mark.django_db
def test_what_the_form_lacks_is_named_at_its_field(cast: TrialCast, draft: ProtocolVersion) -> None:
    client, here = as_user(cast.evaluator), address("trial:plan_build", str(draft))
    sent = {"title_lv": "P", "outcome_en": "work", "family": "normal", "column": "x",
            "better": "higher", "site": "incubator", "arm": "model", "f1_column": "A",
            "f1_sd": "0"}  # fmt: skip
    page = client.post(here, sent)
    summed = page.content.decode().partition('id="refused"')[2].partition("</div>")[0]
    named = set(re.findall(r'href="#id_(\w+)"', summed))
    assert named == {"f1_contrast_0", "f1_plus", "f1_minus", "f1_sd", "base_mean", "base_sd",
                     "residual_sd"}  # fmt: skip
    registry.edit_version(
        by=cast.evaluator, version=draft, content=draft.content,
        plan=TEMPLATE.replace("half-normal(0.5)", "half-cauchy(0.5)"),
    )  # fmt: skip
    assert "vairāk, nekā" in unescape(client.get(here).content.decode())
