"""Quotes: consent first, two persons, taken back by their number; what the database refuses."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from tests.cast import Cast

from ligzda.blueprints.models import OperatingModel
from ligzda.findings.models import Quote
from ligzda.findings.quotes import actions
from ligzda.findings.quotes.queries import public_quotes
from ligzda.kernel.errors import BadDataError, NotAllowedError, NotFoundError, WrongStateError
from ligzda.network.models import User

ADDRESS = "/apgalvojumi/citati/"
TODAY = timezone.localdate()


def written(by: User, **given: object) -> Quote:
    """Write a quote down."""
    whole = {
        "model": "M1", "theme": "work", "speaker": "participant", "language": "lv",
        "text": "Te mani gaida.", "consented_on": TODAY, "agreed": True,
    } | given  # fmt: skip
    return actions.write_down(by=by, **whole)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_public_once_another_person_has_approved_and_gone_by_its_number(cast: Cast) -> None:
    quote = written(cast.ogre)
    assert public_quotes("M1") == []
    with pytest.raises(NotAllowedError, match="izvērtē"):
        actions.approve(by=cast.ogre, quote=quote)
    actions.approve(by=cast.evaluator, quote=quote)
    with pytest.raises(WrongStateError):
        actions.approve(by=cast.evaluator, quote=quote)
    assert [row.text for row in public_quotes("M1")] == ["Te mani gaida."]
    with pytest.raises(NotFoundError):
        actions.take_back(by=cast.ogre, receipt="AAAA-AAAA")
    actions.take_back(by=cast.ogre, receipt=quote.receipt.lower())
    quote.refresh_from_db()
    assert (public_quotes("M1"), quote.text) == ([], "")


@pytest.mark.django_db
def test_what_is_not_written_down(cast: Cast) -> None:
    for given, words in (
        ({"agreed": False}, "piekrišanas"),
        ({"text": " "}, "teikts"),
        ({"text": "Zvaniet 29 123 456."}, "tālruņa"),
    ):
        with pytest.raises(BadDataError, match=words):
            written(cast.ogre, **given)
    with pytest.raises(NotAllowedError):
        written(cast.evaluator)
    with pytest.raises(NotFoundError):
        written(cast.ogre, model="M99")


BROKEN: dict[str, dict[str, object]] = {
    "quote_approved_by_somebody_at_some_time": {"approved_at": timezone.now()},
    "quote_taken_back_is_empty": {"text": ""},
}


@pytest.mark.django_db
def test_what_the_database_refuses_of_a_quote(cast: Cast) -> None:
    whole: dict[str, object] = {
        "model": OperatingModel.objects.earliest("pk"), "theme": "work", "text": "x",
        "speaker": "participant", "language": "lv", "consented_on": TODAY, "receipt": "A",
        "written_at": timezone.now(), "written_by": cast.ogre,
    }  # fmt: skip
    by_self = {"approved_at": timezone.now(), "approved_by": cast.ogre}
    for name, given in (BROKEN | {"quote_approved_by_another": by_self}).items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Quote.objects.create(**(whole | given))
    row = Quote.objects.create(**whole)
    with pytest.raises(IntegrityError, match="quote_stays_as_written"), transaction.atomic():
        Quote.objects.filter(pk=row.pk).update(theme="learning")


@pytest.mark.django_db
def test_pages_of_quotes(cast: Cast, client: Client) -> None:
    client.force_login(cast.ogre)
    typed = {"model": "M1", "theme": "work", "speaker": "participant", "language": "lv",
             "text": "Te mani gaida.", "consented_on": str(TODAY)}  # fmt: skip
    refused = client.post(ADDRESS, typed).content.decode()
    assert "Bez cilvēka piekrišanas" in refused
    assert client.post(ADDRESS, {**typed, "agreed": "on"}).status_code == 302
    quote = Quote.objects.get()
    assert quote.receipt in client.get(ADDRESS).content.decode()
    assert client.post(f"{ADDRESS}{quote.pk}/apstiprinat/").status_code == 403
    assert "Publisku citātu vēl nav" in client.get("/apgalvojumi/modeli/M1/").content.decode()
    client.force_login(cast.evaluator)
    assert quote.receipt not in client.get(ADDRESS).content.decode(), "it is the person's key"
    assert client.post(f"{ADDRESS}{quote.pk}/apstiprinat/").status_code == 302
    client.logout()
    assert "Te mani gaida." in client.get("/apgalvojumi/modeli/M1/").content.decode()
