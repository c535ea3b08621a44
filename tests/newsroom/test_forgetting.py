"""What is kept too long is emptied, field by field, by the nightly job."""

import datetime
from collections.abc import Callable
from typing import Any

import pgtrigger
import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model, Q
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django import app as queue
from tests.cast import Cast

from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.network import actions as network
from ligzda.network.models import User
from ligzda.newsroom import actions, rules, tasks
from ligzda.newsroom.actions import Decision, Posted
from ligzda.newsroom.models import Appeal, Ban, Comment, Notice, Report, Transition
from ligzda.newsroom.states import Step

pytestmark = pytest.mark.django_db

REMOVE = Decision(step=Step.REMOVE, ground="law", statement="Neslavas celšana.")


@pytest.fixture
def told(write: Callable[..., Posted], moderator: User, second_moderator: User) -> Posted:
    """One comment with everything that can be known about people."""
    posted = write("Pirmais teksts", email="anna@example.lv", origin="tīkls")
    comment = posted.comment
    actions.edit(comment=comment, mine=True, by=None, text="Otrais teksts")
    actions.report(comment=comment, by=None, origin="cits", ground="foul", note="Par mani")
    actions.give_notice(
        comment=comment, explanation="Nepatiesība.", name="Jānis", email="janis@example.lv",
        abuse_of_children=False, good_faith=True, language="lv", origin="trešais",
    )  # fmt: skip
    comment.refresh_from_db()
    actions.decide(by=moderator, comment=comment, version=comment.version, decision=REMOVE)
    actions.appeal(comment=comment, mine=True, by=None, text="Tā ir taisnība.")
    row = actions.ban(
        by=moderator, comment=comment, days=7, only_article=False, ground="law", statement="Jo."
    )
    actions.object_to_ban(row=row, mine=True, text="Lūdzu.")
    comment.refresh_from_db()
    confirm = Decision(step=Step.CONFIRM, statement="Pierādījumu nav.")
    actions.decide(by=second_moderator, comment=comment, version=comment.version, decision=confirm)
    return posted


def age(days: int) -> None:
    """Let everything have happened so many days ago."""
    connection.check_constraints()  # as the commit did, so many days ago
    back = datetime.timedelta(days=days)
    now = timezone.now()
    Comment.objects.update(posted_at=now - back, edited_at=now - back)
    for model in (Report, Notice, Appeal):
        model.objects.update(at=now - back)
    Notice.objects.exclude(outcome="").update(decided_at=now - back)
    Appeal.objects.exclude(answer="").update(decided_at=now - back)
    Ban.objects.update(begins=now - back, ends=now - back + datetime.timedelta(days=7))
    with pgtrigger.ignore("newsroom.Transition:unchanged"):
        Transition.objects.update(at=now - back)


def erasable() -> list[tuple[type[Model], str]]:
    return [
        (model, field)
        for model in apps.get_app_config("newsroom").get_models()
        if (declared := vars(model).get("PersonalData"))
        for field in declared.erased
    ]


def kept(model: type[Model], field: str) -> int:
    """Return how many rows still hold something; a receipt of no code holds nothing."""
    rows = model._default_manager.filter(Q(**{f"{field}__isnull": False}) & ~Q(**{field: ""}))
    if (model, field) == (Comment, "receipt"):
        rows = rows.exclude(receipt__startswith="forgotten")
    return rows.count()


def test_every_field_that_is_said_to_be_erased_is(told: Posted) -> None:
    full = [(model, field) for model, field in erasable() if not kept(model, field)]
    assert full == [], "the fixture leaves nothing out that it could fill"
    tasks.forget_nightly(timestamp=0)
    assert [pair for pair in erasable() if not kept(*pair)] == full, "nothing goes too early"
    age(200)
    tasks.forget_nightly(timestamp=0)
    assert [(m.__name__, f) for m, f in erasable() if kept(m, f)] == []
    assert Transition.objects.filter(comment=told.comment).count() == 7


def test_networks_are_forgotten_after_a_week(told: Posted) -> None:
    age(8)
    tasks.forget_nightly(timestamp=0)
    left = {(model.__name__, field) for model, field in erasable() if not kept(model, field)}
    assert left == {(name, "origin") for name in ("Comment", "Report", "Notice", "Ban")}


def test_a_forgotten_code_opens_nothing(told: Posted, client: Client) -> None:
    age(200)
    tasks.forget_nightly(timestamp=0)
    assert client.post("/komentari/kods/", {"code": told.receipt}).status_code == 422
    assert client.get(f"/komentari/mans/{told.comment.pk}/").status_code == 404


def test_an_appeal_after_the_text_is_gone_is_too_late(
    write: Callable[..., Posted], moderator: User
) -> None:
    comment = write("Kaut kas").comment
    actions.decide(by=moderator, comment=comment, version=1, decision=REMOVE)
    age(200)
    actions.forget()
    comment.refresh_from_db()
    assert not may(rules.check_appeal, comment=comment, mine=True)
    with pytest.raises(WrongStateError, match="mēneši"):
        actions.appeal(comment=comment, mine=True, by=None, text="Vai vēl var?")


def test_what_is_published_stays(write: Callable[..., Posted]) -> None:
    comment = write("Laba doma", email="anna@example.lv").comment
    age(200)
    assert actions.forget() == 0
    comment.refresh_from_db()
    assert comment.text == "Laba doma"


def test_whoever_is_erased_from_the_network_signs_nothing_any_more(
    write: Callable[..., Posted], cast: Cast
) -> None:
    comment = write("Mans viedoklis", user=cast.participant).comment
    other = write("Cits viedoklis", user=cast.ogre).comment
    actions.forget()
    comment.refresh_from_db()
    assert comment.name == "Dalībniece"
    network.erase_user(by=cast.administrator, user=cast.participant)
    actions.forget()
    comment.refresh_from_db()
    other.refresh_from_db()
    assert (comment.name, comment.person, comment.text) == ("–", "", "Mans viedoklis")
    assert other.name == cast.ogre.name


@pytest.mark.parametrize(
    ("task", "cron"),
    [(tasks.forget_nightly, "37 3 * * *"), (tasks.publish_scheduled, "* * * * *")],
)
def test_the_worker_does_it_by_the_clock(task: Any, cron: str) -> None:
    crons = {
        name: periodic.cron
        for (name, _), periodic in queue.periodic_registry.periodic_tasks.items()
    }
    assert crons[task.name] == cron
