"""The protocol's answers and its plan are said in both languages, and the page tells where not."""

import re
from html import unescape

import pytest
from django.test import Client
from django.utils.translation import override
from tests.trial.conftest import TrialCast, content, sent
from tests.trial.test_pages import address, as_user

from ligzda.evidence import parse_plan
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.hashing import sha256
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.fields import Answer, kept, missing, said, untranslated
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_text import IN_ONE_LANGUAGE, TEMPLATE, summary

BOTH = {"lv": "Pašvaldības inkubators strādā.", "en": "A municipal incubator works."}


def answer(page: str, label: str) -> str:
    """Return what stands under a question, with its tags."""
    return unescape(page).partition(f"<dt>{label}</dt>")[2].partition("</dd>")[0]


def test_an_answer_is_said_in_the_language_of_the_reader_or_in_the_one_it_has() -> None:
    given: dict[str, Answer] = {"abstract": BOTH, "ethics": {"en": "Approved."}}
    given["rationale"] = "Words of long ago"
    assert said(given, "abstract", "en") == (BOTH["en"], "en")
    assert said(given, "abstract", "lv") == (BOTH["lv"], "lv")
    assert said(given, "ethics", "lv") == ("Approved.", "en")
    assert said(given, "rationale", "lv") == ("Words of long ago", "")
    assert [field.key for field in untranslated(given, "lv")] == ["rationale", "ethics"][::-1]


def test_one_language_answers_a_question_and_blanks_do_not() -> None:
    assert kept(
        {"ethics": {"lv": "  ", "en": ""}, "unit": {"lv": " x ", "en": " "}, "odd": "y"}
    ) == {"unit": {"lv": "x"}}
    whole = content() | {"ethics": {"en": "Approved."}}
    assert missing(whole) == []
    assert [field.key for field in missing(whole | {"ethics": {"lv": " "}})] == ["ethics"]


@pytest.mark.django_db
def test_each_page_shows_its_language_and_says_where_it_has_none(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    given: dict[str, Answer] = {**content(), "abstract": BOTH, "unit": "legacy"}
    given["ethics"] = {"lv": "Atzinums ir."}
    registry.edit_version(by=cast.evaluator, version=draft, content=given, plan=draft.plan)
    registry.register(by=cast.evaluator, version=draft)
    pages = [Client().get(address("trial:version", "1.0", language=code)) for code in ("en", "lv")]
    english, latvian = (page.content.decode() for page in pages)
    assert BOTH["en"] in answer(english, "Abstract")
    assert BOTH["lv"] not in english
    assert '<dd lang="lv">Atzinums ir.' in english
    assert "only in: Latviešu" in answer(english, "Ethics")
    assert '<dd lang="">legacy' in english
    assert "registered in one language" in answer(english, "Unit of assignment")
    assert BOTH["lv"] in answer(latvian, "Kopsavilkums")
    assert "<span" not in answer(latvian, "Ētika")
    bare = sum(str(value).startswith(("words on", "legacy")) for value in given.values())
    assert [page.context["elsewhere"] for page in pages] == [bare + 1, bare]
    assert f"{bare + 1} answers are not given in the language of this page" in english


@pytest.mark.django_db
def test_what_was_registered_before_keeps_its_text_and_its_hash(
    cast: TrialCast, protocol: ProtocolVersion
) -> None:
    """`content()` has bare words, as every version had that was registered before."""
    assert isinstance(protocol.content["abstract"], str)
    file = Client().get(address("trial:text", "1.0")).content
    assert sha256(file) == protocol.sha256
    assert file.decode() == registry.canonical(protocol)
    assert '"abstract": "words on abstract"' in file.decode()


@pytest.mark.django_db
def test_a_translation_is_a_minor_version_of_answers_and_of_the_plan(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    registry.edit_version(by=cast.evaluator, version=draft, content=content(), plan=IN_ONE_LANGUAGE)
    first = registry.register(by=cast.evaluator, version=draft)
    minor = registry.begin_next(by=cast.evaluator, after=first, major=False, changed="translated")
    given = content() | {"abstract": BOTH}
    registry.edit_version(by=cast.evaluator, version=minor, content=given, plan=TEMPLATE)
    assert str(registry.register(by=cast.evaluator, version=minor)) == "1.1"
    other = registry.begin_next(by=cast.evaluator, after=minor, major=False, changed="words")
    plan = TEMPLATE.replace("mid = 0.10", "mid = 0.15")
    registry.edit_version(by=cast.evaluator, version=other, content=given, plan=plan)
    with pytest.raises(WrongStateError):
        registry.register(by=cast.evaluator, version=other)


@pytest.mark.django_db
def test_a_colleagues_other_language_is_not_overwritten(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    here = f"{address('trial:edit', '1.0')}?section=about"
    first, second = as_user(cast.evaluator), as_user(cast.second)
    stamps = [each.get(here).context["form"]["as_seen"].value() for each in (first, second)]
    english = sent(content()) | {"abstract_en": BOTH["en"], "as_seen": stamps[0]}
    assert first.post(here, english).status_code == 302
    late = second.post(here, sent(content()) | {"abstract_en": "Mine", "as_seen": stamps[1]})
    assert late.status_code == 200
    (theirs,) = [row for row in late.context["form"].theirs if row.field == "id_abstract_0"]
    assert BOTH["en"] in theirs.text
    draft.refresh_from_db()
    assert draft.content["abstract"]["en"] == BOTH["en"]


@pytest.mark.django_db
def test_a_protocol_begins_in_both_languages(cast: TrialCast) -> None:
    as_user(cast.evaluator).post(address("trial:protocol", language="en"))
    begun = ProtocolVersion.objects.get()
    for key in ("title", "interventions", "design", "assignment", "unit", "model"):
        latvian, english = begun.content[key]["lv"], begun.content[key]["en"]
        assert latvian != english
    assert "Dienas centra darbnīca" in begun.content["interventions"]["lv"]
    assert begun.plan == TEMPLATE


def test_the_template_plan_says_the_same_in_latvian() -> None:
    plan = parse_plan(TEMPLATE)
    assert {term.name for term in plan.terms} == set(plan.texts["lv"].reasons)
    assert {row.name for row in plan.contrasts} == set(plan.texts["lv"].contrasts)
    with override("lv"):
        latvian, old = summary(TEMPLATE), summary(IN_ONE_LANGUAGE)
    with override("en"):
        english = summary(TEMPLATE)
    assert latvian is not None
    assert english is not None
    assert old is not None
    assert (latvian.elsewhere, english.elsewhere, old.elsewhere) == (False, False, True)
    words = " ".join([latvian.outcome, *latvian.contrasts, *(row[4] for row in latvian.terms)])
    assert not re.search(r"\b(the|of|in|after|between|instead)\b", words)
    assert "in paid activity after 12 months" in english.outcome
