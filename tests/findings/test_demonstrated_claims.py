"""The demonstration's claims: about forty, in every state that an evaluation can give them."""

from collections import Counter

import pytest
from django.test import Client
from tests.people.demonstrated import _shown

from ligzda.findings import demonstration, queries
from ligzda.findings.models import EvaluationRun
from ligzda.indicators import demonstration as indicators
from ligzda.methodology.issuing.chapters import annexes, chapters
from ligzda.network.load import system_member

__all__ = ["_shown"]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("_shown", "db")]


def test_forty_claims_stand_on_two_runs_and_turn_by_the_late_follow_up_alone(
    client: Client,
) -> None:
    """Which of them turn, the day decides: the invented records are as old as it makes them."""
    system = system_member()
    indicators.load(by=system)
    demonstration.load(by=system)
    demonstration.load(by=system)
    rows = queries.claims()
    assert (len(rows), EvaluationRun.objects.count()) == (40, 2)
    states = Counter(row.state for row in rows)
    assert {"supported", "not supported"} <= states.keys()
    assert "blocked" in {row.verdict for row in rows}
    # What is said of hosts and routes rests on sums that anybody may compute from.
    assert sum(row.public for row in rows) >= 8
    turned = [row.turned[-1] for row in rows if row.state == "no longer supported"]
    assert {turn.cause for turn in turned} <= {"data"}
    assert [row.number for row in rows if row.computed.get("problem")] == []
    drawn = [piece.kind for part in (*chapters([]), *annexes(rows)) for piece in part.pieces["en"]]
    # Three pictures of each model and of all together; its own table, figures, and four annexes.
    assert drawn.count("drawn") >= 24
    assert drawn.count("sheet") >= 12
    page = client.get("/apgalvojumi/modeli/").content.decode()
    assert "dienas centra darbnīca" in page
    assert "nav īstenots, kā iecerēts" in page
    assert "Zinu, ka to, ko mēs šujam" in client.get("/apgalvojumi/modeli/M2/").content.decode()
    listed = client.get("/apgalvojumi/").content.decode()
    assert "izdomāts demonstrācijai" in listed
    assert listed.count("vairs nav pamatots") >= len(turned)
