"""No incubator opens before its council has permitted it and its partner's agreement is signed."""

import datetime
import re

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast

from ligzda.incubators import actions, rules
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import obstacle
from ligzda.network import actions as network
from ligzda.network.models import AuditEvent, Decision, Municipality, Partner, Permit, User
from ligzda.network.rules import check_decided

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


@pytest.fixture
def cesis(cast: Cast) -> Incubator:
    """Cēsis: all that must be permitted is; its day was a week ago, nobody has opened it yet."""
    rows = Incubator.objects.filter(slug="cesis")
    rows.update(state="planned", opens_on=TODAY() - 7 * DAY)
    return Incubator.objects.select_related("municipality").get(slug="cesis")


def stands(by: User, incubator: Incubator) -> str:
    """Return the sentence beside the disabled button; empty where nothing stands in the way."""
    return str(obstacle(rules.check_open, by=by, incubator=incubator) or "")


def test_what_is_permitted_opens(cast: Cast, cesis: Incubator) -> None:
    actions.change_state(by=cast.cesis, incubator=cesis, state="open")
    assert Incubator.objects.get(slug="cesis").state == "open"
    assert AuditEvent.objects.latest("pk").action == "incubator.state"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"published_at": None, "published_by": None}, "domes lēmums"),
        ({"permitted": ["take_part", "provide_premises"]}, "domes lēmums"),
        ({"valid_until": F("sitting_on") + DAY}, "domes lēmums"),
        ({"sitting_on": TODAY() + DAY}, "domes lēmums"),
    ],
    ids=["a draft", "permits other things", "ran out", "comes later"],
)
def test_without_a_decision_in_force_it_stays_shut(
    cast: Cast, cesis: Incubator, change: dict[str, object], named: str
) -> None:
    Decision.objects.filter(municipality=cesis.municipality).update(**change)
    with pytest.raises(WrongStateError, match=named) as refused:
        actions.change_state(by=cast.cesis, incubator=cesis, state="open")
    assert "līguma diena" not in str(refused.value)
    assert Incubator.objects.get(slug="cesis").state == "planned"


@pytest.mark.parametrize("agreed", [None, TODAY() + DAY], ids=["never", "later"])
def test_without_an_agreement_it_stays_shut(
    cast: Cast, cesis: Incubator, agreed: datetime.date | None
) -> None:
    Partner.objects.filter(municipality=cesis.municipality).update(agreement_on=agreed)
    sentence = stands(cast.cesis, cesis)
    assert "līguma diena" in sentence
    assert "domes lēmums" not in sentence


def test_a_refusal_names_everything_that_is_missing(cast: Cast) -> None:
    ogre = Incubator.objects.get(slug="ogre")
    sentence = stands(cast.ogre, ogre)
    assert "„atvērt inkubatoru”" in sentence
    assert "līguma diena" in sentence


@pytest.mark.parametrize(
    ("day", "named"), [(None, "saglabājiet atvēršanas dienu"), (TODAY() + DAY, "agrāk")]
)
def test_it_opens_on_its_day(
    cast: Cast, cesis: Incubator, day: datetime.date | None, named: str
) -> None:
    Incubator.objects.filter(slug="cesis").update(opens_on=day)
    with pytest.raises(WrongStateError, match=named):
        actions.change_state(by=cast.cesis, incubator=cesis, state="open")


def test_an_open_one_is_not_dated_back_before_its_decision(cast: Cast, cesis: Incubator) -> None:
    actions.change_state(by=cast.cesis, incubator=cesis, state="open")
    edit = actions.IncubatorEdit(
        **{name: getattr(cesis, name) for name in actions.IncubatorEdit.__dataclass_fields__}
        | {"state": "open", "opens_on": datetime.date(2016, 1, 1)}
    )
    with pytest.raises(WrongStateError, match="domes lēmums"):
        actions.edit_incubator(by=cast.cesis, incubator=cesis, edit=edit)


def _without_an_incubator() -> None:
    """Let Ogre have none: what the demonstration has filled is another municipality's."""
    free = Municipality.objects.exclude(pk__in=Incubator.objects.values("municipality"))
    Incubator.objects.filter(slug="ogre").update(municipality=free[0], slug="citur")


def test_an_open_one_cannot_be_entered_past_the_gate(cast: Cast) -> None:
    _without_an_incubator()
    ogre = Partner.objects.get(slug="ogres-novada-pasvaldiba").municipality
    assert ogre is not None
    given = actions.IncubatorFacts(
        slug="ogre", name_lv="-", name_en="-", building_lv="-", building_en="-",
        target_group_lv="-", target_group_en="-", state="open", opens_on=TODAY(),
    )  # fmt: skip
    with pytest.raises(WrongStateError, match="līguma diena"):
        actions.open_incubator(by=cast.administrator, municipality=ogre, facts_given=given)


@pytest.mark.parametrize("permit", [Permit.ORDER_PLAN, Permit.BINDING_REGULATION])
def test_orders_and_regulations_wait_at_the_same_gate(cesis: Incubator, permit: Permit) -> None:
    Decision.objects.filter(municipality=cesis.municipality).update(permitted=["take_part"])
    with pytest.raises(WrongStateError, match=str(permit.label)):
        check_decided(municipality=cesis.municipality, permit=permit, on=TODAY())
    Decision.objects.filter(municipality=cesis.municipality).update(permitted=[permit])
    check_decided(municipality=cesis.municipality, permit=permit, on=TODAY())


def test_the_page_shows_the_sentence_beside_a_button_that_does_nothing(
    client: Client, cast: Cast
) -> None:
    client.force_login(cast.ogre)
    html = client.get(reverse("incubators:edit", args=["ogre"])).content.decode()
    button = re.search(r'(?s)<button[^>]*aria-disabled="true"[^>]*>\s*Atvērt inkubatoru', html)
    assert button
    assert "Vēl trūkst:" in html
    answer = client.post(reverse("incubators:open", args=["ogre"]), {"confirmed": "1"}, follow=True)
    assert "Vēl trūkst:" in answer.content.decode()
    assert Incubator.objects.get(slug="ogre").state == "adapting"


def test_opening_asks_first_and_shows_who_permits_it(
    client: Client, cast: Cast, cesis: Incubator
) -> None:
    client.force_login(cast.cesis)
    address = reverse("incubators:open", args=["cesis"])
    asked = client.post(address).content.decode()
    assert "Domes lēmums" in asked
    assert "Partnera līgums" in asked
    assert Incubator.objects.get(slug="cesis").state == "planned"
    client.post(address, {"confirmed": "1"})
    assert Incubator.objects.get(slug="cesis").state == "open"


def test_the_coordinator_edits_what_everybody_reads(client: Client, cast: Cast) -> None:
    client.force_login(cast.ogre)
    address = reverse("incubators:edit", args=["ogre"])
    form = client.get(address).context["form"]
    given = {**form.initial, "opens_on": "2030-02-01", "name_en": "Ogre nest", "as_seen": ""}
    assert client.post(address, given).status_code == 302
    ogre = Incubator.objects.get(slug="ogre")
    assert (ogre.name_en, ogre.opens_on) == ("Ogre nest", datetime.date(2030, 2, 1))
    # Whoever began before that is told what stands there now.
    late = client.post(address, {**given, "name_en": "Late", "as_seen": form.stamp()})
    assert "Ogre nest" in late.content.decode()
    assert Incubator.objects.get(slug="ogre").name_en == "Ogre nest"
    # “Open” is not among what can be chosen.
    assert client.post(address, {**given, "state": "open"}).status_code == 200
    assert Incubator.objects.get(slug="ogre").state == "adapting"


def test_the_agreement_is_recorded_by_the_administrator_alone(client: Client, cast: Cast) -> None:
    row = Partner.objects.get(slug="ogres-novada-pasvaldiba")
    with pytest.raises(NotAllowedError):
        network.record_agreement(by=cast.ogre, partner=row, on=TODAY())
    client.force_login(cast.administrator)
    address = reverse("network:partner_agreement", args=[row.slug])
    late = client.post(address, {"on": (TODAY() + DAY).isoformat()})
    assert "ne agrāk" in late.content.decode()
    assert client.post(address, {"on": TODAY().isoformat()}).status_code == 302
    row.refresh_from_db()
    assert row.agreement_on == TODAY()


def test_the_administrator_enters_the_incubator_of_whoever_takes_part(
    client: Client, cast: Cast
) -> None:
    _without_an_incubator()
    client.force_login(cast.administrator)
    address = reverse("incubators:enter")
    given = {
        "municipality": "ogres-novads", "name_lv": "Ogre", "name_en": "Ogre", "building_lv": "-",
        "building_en": "-", "target_group_lv": "-", "target_group_en": "-",
    }  # fmt: skip
    assert client.post(address, {**given, "municipality": "cesu-novads"}).status_code == 200
    assert client.post(address, given).status_code == 302
    row = Incubator.objects.get(municipality__slug="ogres-novads")
    assert (row.slug, row.state) == ("ogres", "planned")
