"""A long form is kept while it is written, for its writer alone, until it is saved."""

import datetime
import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.trial.conftest import TrialCast, _loaded, cast, content, draft, sent
from tests.trial.test_pages import address, as_user

from ligzda.blueprints import actions as blueprints
from ligzda.blueprints.forms import facts_of
from ligzda.blueprints.models import ModelVersion
from ligzda.network.actions import erase_user
from ligzda.network.load import system_member
from ligzda.network.models import UnsavedText, User
from ligzda.network.unsaved import forget_old_texts, forget_text, keep_text
from ligzda.trial.registry.models import ProtocolVersion

__all__ = ["_loaded", "cast", "draft"]
pytestmark = pytest.mark.django_db
LONG = "Trīs rindkopas,\nko neviens negribētu rakstīt otrreiz."
OFFER = "netika saglabāts"


def typed(**changed: str) -> dict[str, str]:
    return sent({**content(), "plan_toml": "", **changed})


def kept_at(page: str) -> str:
    """Return where the page's script sends what is typed."""
    found = re.search(r'data-keep="([^"]+)"', page)
    assert found, "the form is not kept"
    return unescape(found[1])


def taken_up(page: str) -> dict[str, str]:
    """Return what the button of the offer posts."""
    offer = page.partition('aria-labelledby="unsaved"')[2].partition("</form>")[0]
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', offer)
    return {name: unescape(value) for name, value in found} | {"change": "1"}


def as_posted(value: str) -> str:
    return value.replace("\r\n", "\n")


def test_what_is_typed_is_offered_again_taken_up_and_gone_when_saved(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client, here = as_user(cast.evaluator), address("trial:edit", str(draft))
    page = client.get(here).content.decode()
    assert OFFER not in page
    answer = client.post(kept_at(page), typed(abstract=LONG))
    assert re.fullmatch(
        r"Paturēts plkst\. \d\d[:.]\d\d, vēl nav saglabāts\.", answer.content.decode()
    )
    page = client.get(here).content.decode()
    assert OFFER in page
    draft.refresh_from_db()
    assert draft.content["abstract"] != {"lv": LONG}, "keeping is not saving"
    again = client.post(here, taken_up(page))
    assert again.status_code == 200
    assert LONG in as_posted(unescape(again.content.decode())), "the form as it was typed"
    draft.refresh_from_db()
    assert draft.content["abstract"] != {"lv": LONG}, "taking up is not saving"
    assert client.post(here, typed(abstract=LONG)).status_code == 302
    draft.refresh_from_db()
    assert draft.content["abstract"] == {"lv": LONG}
    assert OFFER not in client.get(here).content.decode()
    assert not UnsavedText.objects.exists()


def test_nobody_else_is_offered_it_and_nobody_else_throws_it_away(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    here = address("trial:edit", str(draft))
    mine, other = as_user(cast.evaluator), as_user(cast.second)
    keeps = kept_at(mine.get(here).content.decode())
    mine.post(keeps, typed(abstract=LONG))
    page = other.get(here).content.decode()
    assert OFFER not in page
    assert LONG not in unescape(page)
    other.post(keeps, {"drop": "1", "next": here})
    assert OFFER in mine.get(here).content.decode()
    assert mine.post(keeps, {"drop": "1", "next": here})["Location"] == here
    assert OFFER not in mine.get(here).content.decode()


def test_without_a_script_the_button_for_saving_keeps_what_it_cannot_save(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client, here = as_user(cast.evaluator), address("trial:edit", str(draft))
    wrong = typed(abstract=LONG, trial_ends="1999-01-01")
    assert client.post(here, wrong).status_code == 200
    page = client.get(here).content.decode()
    assert OFFER in page
    assert as_posted(taken_up(page)["abstract_lv"]) == LONG


def test_taken_up_after_a_colleague_has_saved_both_texts_are_shown(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client, here = as_user(cast.evaluator), address("trial:edit", str(draft))
    page = client.get(here).content.decode()
    seen = re.search(r'name="as_seen" value="(\w+)"', page)
    assert seen
    client.post(kept_at(page), typed(abstract=LONG, as_seen=seen[1]))
    as_user(cast.second).post(here, typed(abstract="Brūno teksts."))
    again = client.post(here, taken_up(client.get(here).content.decode()))
    text = unescape(again.content.decode())
    assert "Brūno teksts." in text
    assert LONG in as_posted(text)


def test_a_version_of_a_model_and_a_practice_are_kept_too(cast: TrialCast) -> None:
    newest = ModelVersion.objects.get(model__code="M1", published_at__isnull=False)
    blueprints.draft_version(
        by=cast.evaluator,
        code="M1",
        name=blueprints.Text(lv="x", en="x"),
        facts_given=facts_of(newest),
    )
    client = as_user(cast.evaluator)
    for here in (
        reverse("blueprints:version", args=["M1"]),
        reverse("blueprints:practice_edit", args=["saime"]),
        reverse("blueprints:practice_new"),
    ):
        client.post(kept_at(client.get(here).content.decode()), {"idea_lv": LONG, "fact_lv": LONG})
        page = client.get(here).content.decode()
        assert OFFER in page, here
        assert LONG in as_posted(unescape(client.post(here, taken_up(page)).content.decode())), here


def test_passwords_and_files_and_strangers_are_not_kept(cast: TrialCast) -> None:
    where = f"{reverse('unsaved')}?{urlencode({'about': 'a.form'})}"
    client = as_user(cast.stranger)
    client.post(where, {"text": LONG, "password": "noslepums", "csrfmiddlewaretoken": "x"})
    assert [list(pair) for pair in UnsavedText.objects.get().given] == [["text", LONG]]
    answer = Client().post(where, {"text": LONG})
    assert answer.status_code == 403
    assert "sesija" in answer.content.decode()
    assert UnsavedText.objects.count() == 1


@pytest.mark.parametrize(("about", "text"), [("", "a"), ("x" * 121, "a"), ("a.form", "x" * 66_000)])
def test_what_no_form_of_ours_holds_is_refused_in_a_sentence(
    cast: TrialCast, about: str, text: str
) -> None:
    where = f"{reverse('unsaved')}?{urlencode({'about': about})}"
    answer = as_user(cast.evaluator).post(where, {"text": text})
    assert answer.status_code == 422
    assert not UnsavedText.objects.exists()


def test_one_person_fills_no_table_and_old_texts_go(cast: TrialCast) -> None:
    for number in range(UnsavedText.MOST_OF_A_PERSON + 3):
        keep_text(by=cast.evaluator, about=f"form.{number}", given=[("a", "b\0")])
    assert UnsavedText.objects.count() == UnsavedText.MOST_OF_A_PERSON
    assert not UnsavedText.objects.filter(about="form.0").exists()
    long_ago = timezone.now() - UnsavedText.KEPT - datetime.timedelta(minutes=1)
    UnsavedText.objects.filter(about="form.5").update(kept_at=long_ago)
    forget_old_texts()
    assert UnsavedText.objects.count() == UnsavedText.MOST_OF_A_PERSON - 1


def test_erasing_a_person_forgets_what_they_typed(cast: TrialCast) -> None:
    keep_text(by=cast.stranger, about="a.form", given=[("text", LONG)])
    keep_text(by=cast.evaluator, about="a.form", given=[("text", LONG)])
    erase_user(by=system_member(), user=User.objects.get(pk=cast.stranger.pk))
    assert [row.user for row in UnsavedText.objects.all()] == [cast.evaluator]
    forget_text(by=cast.evaluator, about="a.form")
    assert not UnsavedText.objects.exists()


def test_throwing_away_leads_to_no_other_house(cast: TrialCast) -> None:
    where = f"{reverse('unsaved')}?about=a.form"
    client = as_user(cast.evaluator)
    for elsewhere in ("//example.org/", "https://example.org/", ""):
        assert client.post(where, {"drop": "1", "next": elsewhere})["Location"] == "/"
