"""The demonstration's people: how many, by which rules, what is wrong on purpose, killed."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db.models import Count, F, Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.people.demonstrated import _shown

from ligzda.incubators.costs.models import Category
from ligzda.incubators.models import Incubator, MonthlyCost
from ligzda.kernel.calendar import month_after
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.errors import NotAllowedError
from ligzda.network.load import system_member
from ligzda.network.models import AuditEvent, User
from ligzda.people import declared
from ligzda.people.applications import line, rules
from ligzda.people.demonstration import load as loading
from ligzda.people.demonstration.actions import ORDER, enter_invented
from ligzda.people.demonstration.rows import Book
from ligzda.people.demonstration.said import data, troubles
from ligzda.people.followups.windows import State, window
from ligzda.people.identity.actions import find_doubles
from ligzda.people.models import (
    Application,
    ApplicationDecision,
    Consent,
    Delivery,
    LostFollowUp,
    Observation,
    Person,
    PersonKey,
    PlaceOffer,
    Plan,
    PossibleDouble,
    Skip,
    Stay,
    WaitingPlace,
    Wave,
)
from ligzda.people.outcomes.questionnaire import questionnaire
from ligzda.people.outcomes.rules import check_answers, last_day

__all__ = ["_shown"]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("_shown", "db")]


@pytest.fixture(autouse=True)
def keys(_shown: None) -> Iterator[None]:
    """Keep the master keys of the load, and meet everybody, as the worker does."""
    with rows_of(EVERYWHERE, HOUSE):
        yield


def counts() -> Counter[str]:
    return Counter({model.__name__: model._default_manager.count() for model in ORDER})


def test_about_three_hundred_people_in_nine_incubators() -> None:
    found = Person.objects.values("municipality").annotate(many=Count("pk"))
    assert found.count() == 9
    assert 290 <= Person.objects.count() <= 340
    assert not Person.objects.filter(invented=False).exists()
    assert 250 <= Stay.objects.count() <= 290
    assert Stay.objects.values("incubator").distinct().count() == 8


def test_every_kind_of_record_is_there() -> None:
    assert min(counts().values()) >= 5
    assert Delivery.objects.filter(group__isnull=False, no_show=True).exists()


def test_follow_ups_are_due_today() -> None:
    today, due = timezone.localdate(), 0
    done = set(Observation.objects.filter(questionnaire="follow_up").values_list("stay", "moment"))
    lost = set(LostFollowUp.objects.values_list("stay", "wave"))
    for stay in Stay.objects.filter(period__endswith__lte=today):
        ended = last_day(stay)
        assert ended is not None
        for wave in Wave:
            key = (stay.pk, wave.value)
            state = window(ended, wave).state(today, done=key in done, lost=key in lost)
            due += state in (State.OPEN, State.LATE)
    assert due >= 3


def test_what_happens_once_happened_once() -> None:
    assert Person.objects.filter(merged_into__isnull=False).count() == 1
    assert Person.objects.filter(erased_at__isnull=False).count() == 1
    assert Consent.objects.filter(withdrawn_at__isnull=False).count() == 1
    assert Skip.objects.count() == 1
    assert PlaceOffer.objects.filter(answer="").count() >= 8


def test_who_is_erased_stays_erased() -> None:
    [erased] = Person.objects.filter(erased_at__isnull=False)
    assert not PersonKey.objects.filter(person=erased).exists()
    before = Person.objects.count()
    loading.load(by=system_member())
    erased.refresh_from_db()
    assert (erased.name, erased.erased_at is None) == (str(erased), False)
    assert Person.objects.count() == before


def test_the_seed_is_kept() -> None:
    events = AuditEvent.objects.filter(action="people.enter_invented")
    assert {(event.after or {})["seed"] for event in events} == {data()["seed"]}
    assert events.count() == 9


# --- by the same rules ---------------------------------------------------------------------------


def test_who_was_accepted_was_eligible_and_decided_in_time() -> None:
    readable = ApplicationDecision.objects.filter(person__erased_at__isnull=True)
    for decision in readable.select_related("application__person"):
        application = decision.application
        rules.check_outcome(application=application, outcome=decision.outcome)
        assert application.state == decision.outcome
        assert application.due_on is not None
        assert decision.decided_on is not None
        assert application.received_on <= decision.decided_on <= application.due_on


def test_nobody_passed_who_stood_before_without_being_told() -> None:
    for incubator in Incubator.objects.all():
        rows = WaitingPlace.objects.filter(incubator=incubator, closed="taken")
        taken = list(rows.select_related("application").order_by("lined_up_at", "pk"))
        entered = [PlaceOffer.objects.get(waiting=row, answer="taken").begins_on for row in taken]
        assert entered == sorted(entered)
        waits = line.line_of(incubator).order_by("lined_up_at").first()
        assert all(waits is None or row.lined_up_at <= waits.lined_up_at for row in taken)


def test_answers_are_what_their_questionnaires_take() -> None:
    for row in Observation.objects.exclude(questionnaire="who5", score__isnull=True):
        form = questionnaire(row.questionnaire, row.version)
        read = form.read(row.moment, {key: str(value) for key, value in row.answers.items()})
        check_answers(form=form, moment=row.moment, rater=row.rater, answers=read)
        assert row.score == form.score(read)


def test_plans_have_their_goal_by_the_factor_and_a_second_person() -> None:
    for plan in Plan.objects.select_related("stay__version"):
        assert plan.goal == ("activity" if plan.stay.version.b else "job")
        assert plan.approved_by_id not in (None, plan.written_by_id)


def test_nothing_of_it_is_in_the_future() -> None:
    today = timezone.localdate()
    assert not Delivery.objects.filter(day__gt=today).exists()
    assert not Observation.objects.filter(observed_on__gt=today).exists()
    assert not Application.objects.filter(received_on__gt=today).exists()
    assert not Stay.objects.filter(period__startswith__gt=today).exists()


# --- what is wrong on purpose --------------------------------------------------------------------


def where(code: str) -> list[str]:
    [row] = (each for each in troubles() if each.code == code)
    return sorted(row.incubators)


def test_the_list_has_every_trouble_of_the_facts(shared: Path) -> None:
    facts = yaml.safe_load((shared / "domain" / "outcomes.yaml").read_text("utf-8"))
    wanted = facts["demo_generator"]["seeds_of_trouble"]
    assert [row.trouble for row in troubles()] == wanted


def test_one_person_stays_at_two_sites_at_once() -> None:
    codes = Person.objects.filter(code_token__isnull=False, merged_into__isnull=True)
    twice = codes.values("code_token").annotate(many=Count("pk")).filter(many__gt=1)
    [token] = twice.values_list("code_token", flat=True)
    first, second = Stay.objects.filter(person__code_token=token).order_by("incubator__slug")
    assert [first.incubator.slug, second.incubator.slug] == where("person_at_two_sites")
    assert Stay.objects.filter(pk=first.pk, period__overlap=second.period).exists()


def test_one_exit_was_answered_before_the_entry() -> None:
    wrong = Observation.objects.filter(observed_on__lt=F("stay__contract_on"))
    found = wrong.values_list("stay__incubator__slug", "questionnaire", "moment")
    assert list(found) == [(slug, "exit", "exit") for slug in where("exit_answers_before_entry")]


def test_an_item_is_missing_where_the_list_says() -> None:
    wrong = Observation.objects.filter(questionnaire="who5", score__isnull=True)
    found = sorted(wrong.values_list("stay__incubator__slug", flat=True))
    assert found == where("who5_item_missing")
    assert {len(row.answers) for row in wrong} == {4}


def test_a_cost_is_in_the_wrong_month_where_the_list_says() -> None:
    none = MonthlyCost.objects.filter(category=Category.STAFF, amount=0)
    assert sorted(none.values_list("incubator__slug", flat=True)) == where(
        "cost_in_the_wrong_month"
    )
    [empty] = none
    staff = {
        row.month: row.amount
        for row in MonthlyCost.objects.filter(incubator=empty.incubator, category=Category.STAFF)
    }
    usual = staff[month_after(empty.month, -1)]
    assert float(staff[month_after(empty.month, 1)] / usual) == pytest.approx(2, abs=0.2)


def test_no_other_double_is_found() -> None:
    assert find_doubles(by=system_member()) == 0
    assert not PossibleDouble.objects.filter(state="open").exists()


# --- killed at any line --------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["register", "written", "enter_invented"])
def test_killed_in_the_middle_it_goes_on(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = counts(), Person.objects.count()
    _forget("cesis", "bauska")
    calls = iter(range(10))
    real = getattr(loading, step)

    def killed(*args: Any, **given: Any) -> Any:
        if next(calls) == 1:
            raise KeyboardInterrupt
        return real(*args, **given)

    monkeypatch.setattr(loading, step, killed)
    with pytest.raises(KeyboardInterrupt):
        loading.load(by=system_member())
    assert not Person.objects.filter(municipality__incubator__slug="cesis").exists()
    loading.load(by=system_member())
    assert (counts(), Person.objects.count()) == wanted


def _forget(*slugs: str) -> None:
    """Take everybody of some incubators away, as if they had never been loaded."""
    from django.db import connection

    here = {"municipality__incubator__slug__in": slugs}
    models: list[type[Model]] = [model for model, _said in declared.models_about_people()]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for model in models:
            model._default_manager.filter(**here)._raw_delete("default")
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_nobody_else_invents_people() -> None:
    ogre = Incubator.objects.get(slug="ogre")
    with pytest.raises(NotAllowedError):
        enter_invented(by=User.objects.filter(is_demo=True)[0], incubator=ogre, book=Book(), seed=1)


# --- the accounts --------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["plan", "week", "bookings", "forms"])
def test_the_participants_own_pages_are_filled(page: str, client: Client) -> None:
    account = User.objects.get(email=data()["account"]["email"])
    client.force_login(account)
    shown = client.get(reverse(f"people:own_{page}")).content.decode()
    empty = Client()
    empty.force_login(User.objects.get(email="dalibnieks.ogre@ligzda.example"))
    without = empty.get(reverse(f"people:own_{page}"), follow=True).content.decode()
    assert len(_main(shown)) > len(_main(without)) + 40
    assert "izdomāts demonstrācijai" in shown


def _main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def test_a_name_is_labelled_as_invented(client: Client) -> None:
    client.force_login(User.objects.get(email="socialais.cesis@ligzda.example"))
    text = client.get("/en/people/").content.decode()
    assert text.count("invented for the demonstration") >= 30


def test_the_officer_sees_the_erasure(client: Client) -> None:
    client.force_login(User.objects.get(email="datu.cesis@ligzda.example"))
    assert client.get(reverse("people:readings")).status_code == 200
