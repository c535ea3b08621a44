"""A table of an evaluator's own: the report is seen, nothing is left unless it is asked for."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from tests.cast import Cast

from ligzda.findings.ad_hoc import actions, rules
from ligzda.findings.example_studies import EXAMPLES
from ligzda.findings.models import AdHocEvaluation
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError

TABLE, PLAN = (Path(path).read_bytes() for path in (EXAMPLES[0].data, EXAMPLES[0].plan))


def asked(cast: Cast) -> AdHocEvaluation:
    """Ask for an example's table to be evaluated."""
    return actions.ask(by=cast.evaluator, name="a/b.csv", table=TABLE, plan=PLAN, language="lv")


@pytest.mark.slow
@pytest.mark.django_db
def test_the_report_is_there_and_the_table_gone_and_all_of_it_after_an_hour(
    cast: Cast, client: Client
) -> None:
    row = asked(cast)
    actions.carry_out(key=row.key, language="lv")
    row.refresh_from_db()
    assert (row.stage, bytes(row.table), sorted(row.reports)) == ("finished", b"", ["en", "lv"])
    here = f"/apgalvojumi/izvertet/{row.key}/"
    client.force_login(cast.ogre)
    assert client.get(here).status_code == 403
    client.force_login(cast.evaluator)
    page = client.get(here).content.decode()
    assert "Šis nav reģistrēts" in page
    assert client.post(here, {"keep": "1"}).status_code == 302
    long_ago = timezone.now() - datetime.timedelta(hours=2)
    AdHocEvaluation.objects.update(asked_at=long_ago)
    assert actions.forget_old() == 0
    assert client.post(here, {"forget": "1"}).status_code == 302
    assert not AdHocEvaluation.objects.exists()


@pytest.mark.django_db
def test_what_fails_says_why_and_leaves_no_table(cast: Cast) -> None:
    given: dict[str, Any] = {"by": cast.evaluator, "plan": PLAN, "language": "lv"}
    lacks = actions.ask(**given, name="a.csv", table=b"a;b\n1;2\n")
    spent = actions.ask(**given, name="b.csv", table=TABLE)
    actions.carry_out(key=lacks.key, language="lv")
    actions.carry_out(key=spent.key, language="lv", most_bytes=1)
    for row, why in ((lacks, "a.csv"), (spent, "vairāk laika vai atmiņas")):
        row.refresh_from_db()
        assert (row.stage, bytes(row.table)) == ("failed", b"")
        assert why in row.failure
    AdHocEvaluation.objects.update(asked_at=timezone.now() - datetime.timedelta(hours=2))
    assert actions.forget_old() == 2


@pytest.mark.django_db
def test_who_may_not_ask_and_what_is_too_much(cast: Cast, client: Client) -> None:
    with pytest.raises(NotAllowedError):
        actions.ask(by=cast.ogre, name="a", table=TABLE, plan=PLAN, language="lv")
    for table, plan in ((b"", PLAN), (b"x" * (rules.LARGEST_TABLE + 1), PLAN), (TABLE, b"\xff")):
        with pytest.raises(BadDataError):
            actions.ask(by=cast.evaluator, name="a", table=table, plan=plan, language="lv")
    with pytest.raises(BadDataError, match="outcome"):
        actions.ask(by=cast.evaluator, name="a", table=TABLE, plan=b"title = 1", language="lv")
    for _each in range(rules.AT_ONCE):
        waits = asked(cast)
    with pytest.raises(WrongStateError, match="vēl nav"):
        actions.keep(by=cast.evaluator, row=waits)
    with pytest.raises(BadDataError, match="trīs"):
        asked(cast)
    client.force_login(cast.ogre)
    assert client.get("/apgalvojumi/izvertet/").status_code == 403
    client.force_login(cast.evaluator)
    assert client.get("/apgalvojumi/izvertet/").status_code == 200


@pytest.mark.django_db
def test_what_the_database_refuses_of_an_ad_hoc_evaluation(cast: Cast) -> None:
    whole: dict[str, object] = {
        "asked_by": cast.evaluator,
        "asked_at": timezone.now(),
        "name": "a",
        "plan": "p",
    }
    broken: dict[str, dict[str, object]] = {
        "ad_hoc_table_goes_with_the_answer": {"stage": "finished", "table": b"x"},
        "ad_hoc_failed_says_why": {"stage": "failed"},
    }
    for name, given in broken.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            AdHocEvaluation.objects.create(key=name[:22], **(whole | given))
