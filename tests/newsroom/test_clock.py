"""The worker publishes and takes down articles when their hour has come.

A module of its own: its test commits, and the loaded network of a module is held in a transaction.
"""

import datetime
from contextlib import suppress

import pytest
from django.test import Client
from django.utils import timezone
from procrastinate.exceptions import AlreadyEnqueued
from tests.loaded import load_committed
from tests.newsroom.test_editors import ARTICLES, DRAFT
from tests.server.test_jobs import worker_until_nothing_waits

from ligzda.network.models import User
from ligzda.newsroom import tasks
from ligzda.newsroom.models import Article


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_worker_publishes_and_takes_down_by_the_clock(client: Client) -> None:
    load_committed()
    client.force_login(User.objects.get(email="redaktors@ligzda.example"))
    soon = timezone.now() + datetime.timedelta(hours=1)
    later = soon + datetime.timedelta(hours=1)
    client.post(
        f"{ARTICLES}add/",
        {
            **DRAFT,
            "go_live_at": f"{timezone.localtime(soon):%Y-%m-%d %H:%M}",
            "expire_at": f"{timezone.localtime(later):%Y-%m-%d %H:%M}",
            "action-publish": "1",
        },
    )
    row = Article.objects.get(slug="jauns-raksts")
    assert (row.live, row.latest_revision.approved_go_live_at is not None) == (False, True)
    assert client.get("/zinas/jauns-raksts/").status_code == 404

    def work() -> None:
        with suppress(AlreadyEnqueued):  # the worker's own clock was faster
            tasks.publish_scheduled.defer(timestamp=0)  # type: ignore[call-arg] # hidden by app.periodic
        worker_until_nothing_waits()
        row.refresh_from_db()

    work()
    assert not row.live, "not before its hour"
    past = timezone.now() - datetime.timedelta(minutes=1)
    revision = row.latest_revision
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    work()
    assert row.live
    assert client.get("/zinas/jauns-raksts/").status_code == 200
    Article.objects.filter(pk=row.pk).update(expire_at=past)
    work()
    assert not row.live
    assert client.get("/zinas/jauns-raksts/").status_code == 404
