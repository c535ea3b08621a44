"""Claims that packages rest on: kept with their hash; a claim that turned is said at the top."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.addresses import client_of
from tests.cast import Cast
from tests.legislation.conftest import Desk

from ligzda.findings.models import Claim
from ligzda.kernel.errors import BadDataError, NotAllowedError
from ligzda.kernel.hashing import sha256
from ligzda.legislation import actions, demonstration
from ligzda.legislation.models import Ground, Package

pytestmark = pytest.mark.django_db
SENTENCE = "Rezervēti pasūtījumi palīdz."


def _claim(cast: Cast, number: int, state: str, predicate: str) -> Claim:
    return Claim.objects.create(
        number=number, predicate=predicate, sha256=sha256(predicate), state=state, lv=SENTENCE,
        en="Reserved orders help.", drafted_at=timezone.now(), drafted_by=cast.system,
        approved_at=timezone.now(), approved_by=cast.evaluator,
    )  # fmt: skip


def test_a_package_rests_on_a_public_claim_as_it_reads_now(cast: Cast, desk: Desk) -> None:
    claim = _claim(cast, 901, "supported", "x(1)")
    client = client_of(desk.lawyer)
    address = reverse("legislation:claims", args=[desk.package.pk])
    assert SENTENCE in client.get(address).content.decode()
    client.post(address, {"claim": "901"})
    ground = desk.package.grounds.get()
    assert ground.sha256 == claim.sha256
    page = client.get(reverse("legislation:package", args=[desk.package.pk])).content.decode()
    assert SENTENCE in page
    assert "pārskatiet to" not in page
    client.post(reverse("legislation:claim_drop", args=[desk.package.pk, ground.pk]))
    assert not desk.package.grounds.exists()


def test_a_claim_that_nobody_approved_or_somebody_else_s_package_is_refused(
    cast: Cast, desk: Desk
) -> None:
    _claim(cast, 902, "supported", "x(2)")
    with pytest.raises(BadDataError):
        actions.rest_on(by=desk.lawyer, package=desk.package, number=90210)
    for by in (desk.reviewer, cast.ogre, cast.participant):
        with pytest.raises(NotAllowedError):
            actions.rest_on(by=by, package=desk.package, number=902)


def test_a_package_whose_claim_turned_says_so_at_its_top(cast: Cast, desk: Desk) -> None:
    _claim(cast, 903, "no longer supported", "x(3)")
    actions.rest_on(by=desk.lawyer, package=desk.package, number=903)
    address = reverse("legislation:package", args=[desk.package.pk])
    page = client_of(desk.reviewer).get(address).content.decode()
    said = "Šī pakete balstās uz 903. apgalvojumu, un tas vairs nav pamatots."
    assert page.index(said) < page.index("Grozījumi")
    Ground.objects.update(sha256="0" * 64)
    page = client_of(desk.reviewer).get(address).content.decode()
    assert "predikāts vairs nav tas" in page


def test_the_demonstration_files_one_and_rests_one_on_a_claim_that_turned(cast: Cast) -> None:
    _claim(cast, 904, "supported", 'factor(factor: "C", level: "+")')
    _claim(cast, 905, "no longer supported", "x(5)")
    demonstration.rest(by=cast.system)
    demonstration.rest(by=cast.system)  # once
    filed = Package.objects.get(filed_at__isnull=False, invented=True)
    assert [each.claim.number for each in filed.grounds.all()] == [904]
    turned = Package.objects.get(grounds__claim__number=905)
    assert turned.filed_at is None
    address = reverse("legislation:package", args=[filed.pk])
    page = Client().get(address).content.decode()
    assert SENTENCE in page
    assert "izdomāts" in page.lower()
