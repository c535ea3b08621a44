"""Something for each address of stays, plans and support to be about."""

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from tests.people.staying import DAY

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.network.load import system_member
from ligzda.network.models import Municipality, User
from ligzda.people.actions import PersonFacts, register_people
from ligzda.people.models import Absence, Delivery, Plan, PlanStep, Stay, Transfer


def staying() -> dict[str, tuple[str, ...]]:
    """Two people of Ogre who stay there, one of whom is to go on in Dobele; made once."""
    ogre = Municipality.objects.get(slug="ogres-novads")
    if not Stay.objects.filter(municipality=ogre).exists():
        _make(ogre)
    first, second = Stay.objects.filter(municipality=ogre).order_by("pk")
    plan, transfer = Plan.objects.get(stay=first), Transfer.objects.get(stay=second)
    step, delivery = plan.steps.get(), Delivery.objects.get(stay=first)
    absence = Absence.objects.get(stay=first)
    stay, of_plan = (str(first.pk),), (str(plan.pk),)
    return {
        "stay_end": stay,
        "contract": (*stay, "lv"),
        "absences": stay,
        "absence": (str(absence.pk),),
        "transfer_ask": stay,
        "transfer": (str(transfer.pk),),
        "here": ("ogre",),
        "plan_write": stay,
        "plan": of_plan,
        "plan_approve": of_plan,
        "plan_discard": of_plan,
        "step_mark": (str(step.pk),),
        "support_new": (str(first.person_id),),
        "support_take_back": (str(delivery.pk),),
        "support": ("ogre",),
        "support_session": ("ogre",),
        "support_export": ("ogre", "csv"),
        "support_import": ("ogre",),
    }


def _make(ogre: Municipality) -> None:
    by, today = system_member(), timezone.localdate()
    first, second = [
        Stay.objects.create(
            person=person,
            municipality=ogre,
            incubator=ogre.incubator,
            version=ModelVersion.objects.filter(published_at__isnull=False)[0],
            period=DateRange(today - 9 * DAY, None),
            contract_on=today - 9 * DAY,
        )
        for person in register_people(
            by=by,
            municipality=ogre,
            given=[PersonFacts(given_name=name, family_name="") for name in ("Bruno", "Cilda")],
            invented=True,
        )
    ]
    about = {"person": first.person, "municipality": ogre}
    Absence.objects.create(**about, stay=first, period=DateRange(today, None), kind="leave")
    plan = Plan.objects.create(
        **about, stay=first, number=1, goal="job", aim="Darbs", written_by=by
    )
    PlanStep.objects.create(**about, plan=plan, number=1, what="CV", due=today)
    plan.approved_by = User.objects.filter(is_system=False).earliest("pk")
    plan.approved_at = timezone.now()
    plan.save()
    Delivery.objects.create(
        **about, stay=first, service="career", day=today, minutes=45, mode="one", given_by=by
    )
    dobele = Incubator.objects.get(slug="dobele")
    Transfer.objects.create(
        person=second.person,
        municipality=ogre,
        stay=second,
        to_municipality=dobele.municipality,
        to_incubator=dobele,
        begins_on=today,
        basis="agreement",
        document="5",
        document_on=today - DAY,
        consent_on=today,
        asked_by=by,
    )
