"""Frozen data sets: the same cells, the same hash; what the database and the rules refuse."""

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.indicators.people import Exit, stays
from tests.trial.conftest import content

from ligzda.blueprints.models import ModelVersion
from ligzda.indicators.data_sets import actions, queries, rules, taking
from ligzda.indicators.data_sets.contents import Contents, changed, columns, contents, missing
from ligzda.indicators.models import DataSet
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.hashing import sha256
from ligzda.people.models import Person
from ligzda.people.rights.erasing import erase
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_text import TEMPLATE

SIDES = {"M1": (False, False, False), "M2": (True, False, False)}
QUARTER = datetime.date(2025, 4, 1)
BEGAN, LEFT = datetime.date(2025, 2, 3), datetime.date(2025, 6, 3)
ADDRESS = "/raditaji/datu-kopas/"


def count(model: str, many: int, total: float, **more: Any) -> dict[str, Any]:
    row = {"incubator": "ogre", "model": model, "quarter": QUARTER, "moment": "m12"}
    numbers = {"left_out": None, "counted": many, "total": total, "squares": total}
    return row | numbers | more


def test_cells_have_one_text_whatever_the_order_of_the_rows() -> None:
    rows = [count("M2", 6, 4.0), count("M1", 5, 2.0), count("M1", 3, 0.0, left_out="died")]
    one = contents("in_paid_activity", "m12", rows, SIDES)
    assert one.sha256 == contents("in_paid_activity", "m12", rows[::-1], SIDES).sha256
    assert one.text == (
        "incubator,model,A,B,C,quarter,moment,participants,in_paid_activity\r\n"
        "ogre,M1,-,-,-,2025-04-01,m12,5,2\r\n"
        "ogre,M2,+,-,-,2025-04-01,m12,6,4\r\n"
    )


def test_a_mean_has_its_sd_beside_it() -> None:
    one = contents("who5", "exit", [count("M1", 2, 110, moment="exit", squares=6500)], SIDES)
    assert columns("who5")[-2:] == ("who5", "who5_sd")
    assert one.text.endswith(",2,55.000000,21.213203\r\n")


def test_what_changed_is_told_by_cell() -> None:
    one = contents("in_paid_activity", "m12", [count("M1", 5, 2.0)], SIDES)
    other = contents("in_paid_activity", "m12", [count("M1", 5, 3.0), count("M2", 1, 0.0)], SIDES)
    assert [(each.labels[1], each.before, each.now) for each in changed(one, other)] == [
        ("M1", ("5", "2"), ("5", "3")),
        ("M2", (), ("1", "0")),
    ]
    assert changed(one, Contents(one.text)) == []


def test_a_plan_with_columns_that_no_set_has_is_refused() -> None:
    assert missing("in_paid_activity", ["model", "shoe_size"]) == ["shoe_size"]
    with pytest.raises(BadDataError, match="nebūtu: in_paid_activity"):
        rules.check_outcome(outcome="who5", moment="exit", plan=TEMPLATE)
    with pytest.raises(BadDataError, match="Brīža"):
        rules.check_outcome(outcome="who5", moment="never", plan=TEMPLATE)
    with pytest.raises(BadDataError, match="šūnas izveidot nevar"):
        rules.check_outcome(outcome="cost", moment="exit", plan=TEMPLATE)


def test_a_set_of_another_moment_than_the_plan_is_named() -> None:
    assert rules.another_moment(moment="m12", plan=TEMPLATE) is None
    assert rules.another_moment(moment="m6", plan=TEMPLATE) == "m12"
    assert rules.another_moment(moment="m6", plan="nothing") is None
    silent = TEMPLATE.replace("after 12 months", "later")
    assert rules.another_moment(moment="m6", plan=silent) is None


@pytest.fixture
def protocol(cast: Cast) -> ProtocolVersion:
    """A registered protocol with the template's plan."""
    by = cast.evaluator
    models = list(ModelVersion.objects.filter(published_at__isnull=False))
    draft = registry.begin_version(by=by, content=content(), plan=TEMPLATE, models=models)
    return registry.register(by=by, version=draft)


@pytest.fixture
def frozen(cast: Cast, protocol: ProtocolVersion) -> DataSet:
    stays(BEGAN, Exit(LEFT))
    row, made = actions.freeze(by=cast.evaluator, outcome="in_paid_activity", moment="exit")
    assert made
    return row


@pytest.mark.django_db
def test_frozen_twice_is_one_set_with_one_hash(cast: Cast, frozen: DataSet) -> None:
    again, made = actions.freeze(by=cast.evaluator, outcome="in_paid_activity", moment="exit")
    assert (again.pk, made) == (frozen.pk, False)
    stays(BEGAN, Exit(LEFT, "unemployed"))
    later, made = actions.freeze(by=cast.evaluator, outcome="in_paid_activity", moment="exit")
    assert made
    assert len(queries.data_set(cast.evaluator, later.sha256).changes) == 1


@pytest.mark.django_db
def test_an_erasure_marks_the_set_and_a_new_rule_is_told(
    cast: Cast, frozen: DataSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert queries.data_set(cast.evaluator, frozen.sha256).lost == 0
    erase(by=cast.system, person=Person.objects.get(pk__in=frozen.people))
    now = taking.versions("in_paid_activity") | {"dictionary/in_paid_activity": "9"}
    monkeypatch.setattr(queries, "versions", lambda outcome: now)
    standing = queries.data_set(cast.evaluator, frozen.sha256)
    assert (standing.lost, standing.turned) == (1, ("dictionary/in_paid_activity",))


@pytest.mark.django_db
def test_who_may_not_freeze_and_what_cannot_be_frozen(
    cast: Cast, protocol: ProtocolVersion
) -> None:
    with pytest.raises(NotAllowedError, match="izvērtē"):
        actions.freeze(by=cast.ogre, outcome="in_paid_activity", moment="exit")
    with pytest.raises(WrongStateError, match="neviens nav saskaitīts"):
        actions.freeze(by=cast.evaluator, outcome="in_paid_activity", moment="m24")


BROKEN: dict[str, dict[str, object]] = {
    "data_set_frozen_once": {},
    "data_set_hash_is_of_its_content": {"sha256": "0" * 64},
    "data_set_counts_somebody": {"content": "b", "sha256": sha256("b"), "counted": 0},
    "data_set_is_not_of_the_future": {
        "content": "b", "sha256": sha256("b"),
        "as_of": timezone.localdate() + datetime.timedelta(days=2),
    },
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("name", BROKEN)
def test_what_the_database_refuses_of_a_set(cast: Cast, frozen: DataSet, name: str) -> None:
    whole: dict[str, object] = {
        "protocol": frozen.protocol, "outcome": "who5", "moment": "exit", "content": "a",
        "sha256": sha256("a"), "counted": 1, "as_of": timezone.localdate(), "rests_on": {},
        "people": [], "frozen_at": timezone.now(), "frozen_by": cast.evaluator,
    }  # fmt: skip
    DataSet.objects.create(**whole)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        DataSet.objects.create(**(whole | BROKEN[name]))


@pytest.mark.django_db
def test_a_frozen_set_is_never_changed(frozen: DataSet) -> None:
    with pytest.raises(IntegrityError, match="data_set_is_frozen"), transaction.atomic():
        DataSet.objects.filter(pk=frozen.pk).update(counted=99)


@pytest.mark.django_db
def test_pages_for_the_evaluator_and_none_for_the_coordinator(
    cast: Cast, frozen: DataSet, client: Client
) -> None:
    one = f"{ADDRESS}{frozen.sha256}/"
    inside = [ADDRESS, one, f"{one}datne/cells/", f"{one}datne/plan/"]
    inside += [f"{one}datne/{kind}/" for kind in ("parquet", "csvw", "ddi")]
    client.force_login(cast.evaluator)
    assert [client.get(each).status_code for each in inside] == [200] * 7
    assert client.get(inside[2]).content.decode() == frozen.content
    again = client.post(ADDRESS, {"outcome": "in_paid_activity", "moment": "exit"})
    assert "jau ir iesaldētas ar to pašu jaucējvērtību" in again.content.decode()
    client.force_login(cast.ogre)
    assert [client.get(each).status_code for each in inside] == [403] * 7
