"""What is kept of the demonstration's people all at once is what the actions would have kept."""

from collections.abc import Iterator

import pytest
from django.db.models import Count, F
from tests.people.demonstrated import _shown
from tests.people.replay import Replay, told

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.people.models import Observation, Person

__all__ = ["_shown"]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("_shown", "db")]


@pytest.fixture(autouse=True)
def keys(_shown: None) -> Iterator[None]:
    """Keep the master keys of the load, and meet everybody, as the worker does."""
    with rows_of(EVERYWHERE, HOUSE):
        yield


@pytest.mark.parametrize("slug", ["aluksne", "cesis", "dobele", "talsi"])
def test_bulk_equals_the_actions(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = Person.objects.filter(
        municipality__incubator__slug=slug, erased_at=None, stays__period__endswith__isnull=False
    )
    # Whose every kind of row is there, and nothing is wrong on purpose.
    full = ended.annotate(many=Count("observations")).filter(many__gte=10)
    wrong = Observation.objects.filter(questionnaire="who5", score=None)
    wrong |= Observation.objects.filter(observed_on__lt=F("stay__contract_on"))
    first = full.exclude(pk__in=wrong.values("person"))[0]
    with monkeypatch.context() as patch:
        again = Replay(first, patch).live()
    assert told(again) == told(first)
    assert min(len(told(again)[name]) for name in ("Stay", "Plan", "Delivery", "Observation"))
