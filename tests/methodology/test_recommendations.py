"""Recommendations: written by one, published by another, and what the database refuses."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import assert_refused, constraints_of_model
from tests.methodology.written import claim, given, text

from ligzda.kernel.errors import BadDataError, NotAllowedError, NotFoundError, WrongStateError
from ligzda.methodology import rules
from ligzda.methodology.models import Criterion, Recommendation, RestsOn
from ligzda.methodology.recommendations.actions import (
    publish_recommendation,
    write_recommendation,
)
from ligzda.methodology.recommendations.queries import current, recommendation
from ligzda.network.models import AuditEvent

PAGE = "/metodika/"


def published(cast: Cast, **more: Any) -> Recommendation:
    row = write_recommendation(by=cast.evaluator, facts_given=given(**more))
    return publish_recommendation(by=cast.system, recommendation=row)


def test_one_writes_and_another_publishes(cast: Cast) -> None:
    row = write_recommendation(by=cast.evaluator, facts_given=given())
    assert current() == []
    with pytest.raises(WrongStateError, match="uzrakstījāt jūs"):
        publish_recommendation(by=cast.evaluator, recommendation=row)
    publish_recommendation(by=cast.system, recommendation=row)
    assert [each.row for each in current()] == [row]
    assert [str(each.judgement) for each in current()[0].criteria] == ["jā"]
    actions = AuditEvent.objects.filter(action__startswith="recommendation.")
    assert set(actions.values_list("action", flat=True)) == {
        "recommendation.write", "recommendation.publish",
    }  # fmt: skip
    with pytest.raises(WrongStateError, match="jau ir publicēta"):
        publish_recommendation(by=cast.system, recommendation=row)


def test_a_change_is_the_next_version(cast: Cast) -> None:
    row = published(cast)
    for title in ("Melnraksts", "Cits"):
        facts = given(title=text(title))
        write_recommendation(by=cast.evaluator, facts_given=facts, number=row.number)
    newer = recommendation(row.number, drafts=True).row
    assert (newer.version, str(newer.title)) == (2, "Cits")
    assert recommendation(row.number).row == row
    publish_recommendation(by=cast.system, recommendation=newer)
    assert [each.row for each in current()] == [newer]
    with pytest.raises(NotFoundError):
        write_recommendation(by=cast.evaluator, facts_given=given(), number=99)


def test_a_recommendation_whose_claim_is_not_supported_says_so(cast: Cast, client: Client) -> None:
    claim(cast.evaluator, cast.system)
    row = published(cast, claims=[1])
    assert [each.number for each in current()[0].lost] == [1]
    assert "zudis pamats" in client.get(f"{PAGE}ieteikumi/{row.number}/").content.decode()
    assert "ground" in client.get(f"/en/methodology/recommendations/{row.number}/").content.decode()
    assert "pamats ir zudis" in client.get(PAGE).content.decode()


def test_what_does_not_fit_is_refused(cast: Cast) -> None:
    for more, said in (
        ({"claims": [7]}, "numuru 7 nav"),
        ({"criteria": {"colour": ("yes", text())}}, "colour"),
        ({"criteria": {"problem": ("large", text())}}, "large"),
        ({"monitoring": "superiority("}, "nav predikāts"),
    ):
        with pytest.raises(BadDataError, match=said):
            write_recommendation(by=cast.evaluator, facts_given=given(**more))
    assert not Recommendation.objects.exists()


def test_strangers_neither_write_nor_publish_nor_see_drafts(cast: Cast, client: Client) -> None:
    row = write_recommendation(by=cast.evaluator, facts_given=given())
    for who in (cast.stranger, cast.participant, cast.ogre):
        with pytest.raises(NotAllowedError):
            rules.check_publish(by=who, recommendation=row)
    with pytest.raises(NotAllowedError):
        write_recommendation(by=cast.ogre, facts_given=given())
    assert client.get(f"{PAGE}ieteikumi/{row.number}/").status_code == 404
    client.force_login(cast.ogre)
    assert client.get(f"{PAGE}ieteikumi/jauns/").status_code == 403
    assert client.post(f"{PAGE}ieteikumi/{row.number}/publicet/").status_code == 403


def test_a_recommendation_is_written_on_its_page(cast: Cast, client: Client) -> None:
    client.force_login(cast.evaluator)
    sent = {"strength": "strong", "claims": "", "judgement_problem": "yes"}
    for name in ("title", "for_whom", "justification", "how", "text_problem"):
        sent |= {f"{name}_lv": "Teksts", f"{name}_en": "Text"}
    for wrong, said in (
        ({"claims": "viens"}, "nav numuru"),
        ({"claims": "7"}, "numuru 7 nav"),
        ({"text_problem_en": ""}, "Novērtējiet"),
    ):
        assert said in client.post(f"{PAGE}ieteikumi/jauns/", sent | wrong).content.decode()
    assert client.post(f"{PAGE}ieteikumi/jauns/", sent).status_code == 302
    row = recommendation(1, drafts=True).row
    assert (row.strength, str(row.title)) == ("strong", "Teksts")
    assert "Teksts" in client.get(f"{PAGE}ieteikumi/1/labot/").content.decode()
    client.post(f"{PAGE}ieteikumi/1/publicet/")
    row.refresh_from_db()
    assert row.published_at is None  # its own author does not publish it


def test_the_database_refuses_what_cannot_be(cast: Cast) -> None:
    row = published(cast)
    draft = write_recommendation(by=cast.evaluator, facts_given=given())
    rows, now = Recommendation.objects.filter(pk=draft.pk), timezone.now()
    other = write_recommendation(by=cast.evaluator, facts_given=given())
    named = claim(cast.evaluator, cast.system)
    RestsOn.objects.create(version=draft, claim=named)
    provoked = {
        "recommendation.recommendation_published_stays": lambda: Recommendation.objects.filter(
            pk=row.pk
        ).update(strength="strong"),
        "recommendation_version_once": lambda: rows.update(number=row.number, version=1),
        "recommendation_one_draft_at_a_time": lambda: rows.update(number=other.number, version=9),
        "recommendation_counts_from_one": lambda: rows.update(version=0),
        "recommendation_strength_is_known": lambda: rows.update(strength="weak"),
        "recommendation_published_by_somebody": lambda: rows.update(published_at=now),
        "recommendation_published_by_another": lambda: rows.update(
            published_at=now, published_by=cast.evaluator
        ),
        "criterion_judged_once": lambda: Criterion.objects.create(
            version=draft, code="problem", judgement="no", text=text()
        ),
        "criterion.immutable_when_published": lambda: Criterion.objects.create(
            version=row, code="equity", judgement="same", text=text()
        ),
        "rests_on_a_claim_once": lambda: RestsOn.objects.create(version=draft, claim=named),
        "restson.immutable_when_published": lambda: RestsOn.objects.create(
            version=row, claim=named
        ),
    }
    for name, provoke in provoked.items():
        assert_refused(name, provoke)
    there = [constraints_of_model(each) for each in (Recommendation, Criterion, RestsOn)]
    assert set().union(*there) == set(provoked)
